//! Why somebody's verdicts are what they are, and what would be if.

use std::rc::Rc;

use assess::{Advice, Assessment, Engine, Place};
use dossier::{Answer, Dossier, Edit, apply};
use package::container::Source;
use package::subject::File;
use rulebook::{AnswerKind, SeasonDay, resolve_season};
use screening::{Judged, Looked, Origin, Screened, Subject};
use wording::desk::office::{NO, YES};
use wording::explain::Explain;

use super::Desk;
use super::people::holds_several;
use super::screen::Progress;
use crate::errand::{Ask, Change, Details, Input, Told, Trial};

/// Somebody as read again.
struct Person {
    engine: Rc<Engine>,
    season: SeasonDay,
    dossier: Dossier,
    files: Vec<File>,
    today: chrono::NaiveDate,
}

impl Person {
    fn assess(&self) -> Assessment {
        self.engine.assess(&self.dossier, &self.season, self.today)
    }

    fn line(&self, name: &str) -> Screened {
        let assessment = self.assess();
        let subject = Subject {
            input: name,
            origin: Origin::Draft,
            name: "",
            files: &self.files,
            problems: Vec::new(),
        };
        let judged = Judged {
            engine: &self.engine,
            known: None,
            season: &self.season,
            dossier: &self.dossier,
            assessment: &assessment,
            today: self.today,
        };
        Screened::of(subject, &judged)
    }
}

impl Desk {
    /// The explanation; none when the file has changed so that nobody is there any more.
    pub async fn details<S: Source>(
        &self,
        input: &Input,
        source: &mut S,
        progress: Progress<'_>,
    ) -> Option<Details> {
        let person = self.person(input, source, progress).await?;
        let assessment = person.assess();
        let advice =
            person
                .engine
                .advise(&person.dossier, &person.season, person.today, &assessment);
        let both = (person.engine.book(), &person.dossier);
        let mut parts = parts(&wording::cli::assessment_of(both, &assessment, true));
        parts.extend(self::parts(&wording::cli::advice(
            both,
            &assessment,
            &advice,
        )));
        let explain = Explain::new(both.0, &assessment).with(both.1);
        let ways = ways(&advice).map(|(at, way)| {
            let route = explain.labels().route(&at.level, &at.route);
            let level = explain.labels().level(&at.level);
            (format!("{level}·{route}"), explain.way(way))
        });
        Some(Details {
            parts,
            ways: ways.collect(),
            asks: asks(&person, &advice),
        })
    }

    /// What would be after changes on a copy; none when a change cannot be made.
    pub async fn trial<S: Source>(
        &self,
        (input, changes): (&Input, &[Change]),
        source: &mut S,
        progress: Progress<'_>,
    ) -> Option<Trial> {
        let mut person = self.person(input, source, progress).await?;
        let before = person.line(&input.name);
        let assessment = person.assess();
        let advice =
            person
                .engine
                .advise(&person.dossier, &person.season, person.today, &assessment);
        for change in changes {
            let edits = match change {
                Change::Way(place) => {
                    let (_, way) = ways(&advice).nth(usize::try_from(*place).ok()?)?;
                    // A way is met in its own season.
                    person.season =
                        resolve_season(person.engine.book(), self.books.seasons(), way.season)?;
                    way.edits()
                }
                Change::Answer(question, value) => vec![Edit::Answer {
                    question: question.clone(),
                    answer: Some(given(&person, question, value)?),
                }],
            };
            for edit in edits {
                person.dossier = apply(&person.dossier, edit).ok()?;
            }
        }
        let after = person.line(&input.name);
        Some(Trial { before, after })
    }

    async fn person<S: Source>(
        &self,
        input: &Input,
        source: &mut S,
        progress: Progress<'_>,
    ) -> Option<Person> {
        if holds_several(&input.name) {
            let held = self.roster(input, source).await.ok()?;
            let entry = held.entries.get(usize::try_from(input.at).ok()?)?;
            let dossier = entry.dossier.as_ref()?.as_ref().ok()?;
            return self.entered(input, dossier.clone(), Vec::new());
        }
        let content = match self.look(input, source, progress).await.ok()?.ok()? {
            Looked::Draft(draft) => return self.entered(input, draft.dossier, draft.files),
            Looked::Package(verification) => verification.content?,
            Looked::Endorsed(endorsed) => endorsed.application?.content?,
        };
        let today = content
            .date
            .map_or(input.today, |date| date.min(input.today));
        Some(Person {
            engine: Rc::clone(&content.engine),
            season: content.season.clone(),
            dossier: content.dossier.clone(),
            files: content.evidence.clone(),
            today,
        })
    }

    fn entered(&self, input: &Input, dossier: Dossier, files: Vec<File>) -> Option<Person> {
        let mut engines = self.books.engines().iter();
        let engine = engines.find(|engine| engine.book().id == dossier.book)?;
        let year = dossier.season;
        let year = year.unwrap_or_else(|| chrono::Datelike::year(&input.today));
        let season = resolve_season(engine.book(), self.books.seasons(), year)?;
        Some(Person {
            engine: Rc::clone(engine),
            season,
            dossier,
            files,
            today: input.today,
        })
    }
}

/// The text of the command in parts: a line at the margin heads what is set in below it.
fn parts(text: &str) -> Vec<Told> {
    let mut parts: Vec<Told> = Vec::new();
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        let own = line.trim_start_matches(' ');
        let depth = line.len().saturating_sub(own.len()) / 2;
        match parts.last_mut() {
            Some(part) if depth > 0 => {
                let depth = u64::try_from(depth).unwrap_or_default();
                part.lines.push((depth, own.to_owned()));
            }
            _ => parts.push(Told {
                head: own.to_owned(),
                lines: Vec::new(),
            }),
        }
    }
    parts
}

/// All ways with their routes.
fn ways(advice: &Advice) -> impl Iterator<Item = (&assess::RouteAdvice, &assess::Way)> {
    let routes = advice.routes.iter();
    let open = routes.filter(|route| route.argument.verdict != assess::Verdict::Met);
    open.flat_map(|route| route.ways.ways.iter().map(move |way| (route, way)))
}

/// The missing answers that are a choice.
fn asks(person: &Person, advice: &Advice) -> Vec<Ask> {
    let book = person.engine.book();
    let asked = advice.questions.iter().filter_map(|ask| {
        let Place::Question(id) = &ask.place else {
            return None;
        };
        let question = book.question.iter().find(|question| question.id == *id)?;
        let choices: Vec<(String, String)> = match &question.kind {
            AnswerKind::YesNo => [YES, NO]
                .map(|word| (word.to_owned(), word.to_owned()))
                .into(),
            AnswerKind::Choice(choices) => {
                let all = choices.iter();
                all.map(|choice| (choice.id.clone(), choice.label.clone()))
                    .collect()
            }
            _ => Vec::new(),
        };
        (!choices.is_empty()).then(|| Ask {
            question: id.clone(),
            label: question.label.clone(),
            choices,
        })
    });
    asked.collect()
}

fn given(person: &Person, question: &str, value: &str) -> Option<Answer> {
    let book = person.engine.book();
    let question = book.question.iter().find(|other| other.id == question)?;
    Some(match &question.kind {
        AnswerKind::YesNo => Answer::YesNo(value == YES),
        _ => Answer::from_text(value),
    })
}
