//! Judging one item after another, and what comes of them.

use std::fmt::Write as _;
use std::rc::Rc;

use assess::{Engine, Judged, Problem, ProblemKind, Scratch, Severity, Verdicts};
use chrono::{Datelike, NaiveDate};
use dossier::{Dossier, ReadError};
use json::{Json, Object};
use roster::{Head, Mapping, Severity as Loss};
use rulebook::SeasonDay;

use crate::args::AssessOptions;
use crate::books::{self, Books};
use crate::exit::Exit;
use crate::input::{self, InputError};
use crate::since::Since;

/// Something to judge.
pub(super) enum Item {
    /// The text of a dossier.
    Dossier {
        name: String,
        bytes: Result<Vec<u8>, InputError>,
    },
    /// A row of a roster.
    Row {
        line: u32,
        text: Result<Vec<u8>, InputError>,
    },
}

/// What came of items.
#[derive(Default)]
pub(super) struct Done {
    pub(super) out: String,
    pub(super) err: String,
    pub(super) exit: Exit,
}

/// What judging needs.
pub(super) struct Judge<'r> {
    options: &'r AssessOptions,
    today: NaiveDate,
    roster: Option<&'r Head>,
    /// Made before, so it can be made again; should it not, every item says why.
    books: Result<Books, String>,
    scratch: Scratch,
}

/// A dossier with the rules that it is judged by.
struct Read {
    engine: Rc<Engine>,
    season: SeasonDay,
    dossier: Dossier,
    /// The verdicts that stand in its file.
    judged: Option<Judged>,
}

impl<'r> Judge<'r> {
    pub(super) fn new(
        options: &'r AssessOptions,
        today: NaiveDate,
        roster: Option<&'r Head>,
    ) -> Self {
        Self {
            books: Books::new(options.book.as_deref()),
            options,
            today,
            roster,
            scratch: Scratch::default(),
        }
    }

    /// Judges an item.
    pub(super) fn one(&mut self, item: Item, done: &mut Done) {
        let (name, read) = match item {
            Item::Dossier { name, bytes } => (name, Self::dossier(bytes)),
            Item::Row { line, text } => {
                let name = wording::command::line_of_roster(line);
                match self.row((line, &name), text, done) {
                    Ok(None) => return,
                    Ok(Some((person, dossier))) if person.is_empty() => (name, Ok((dossier, None))),
                    Ok(Some((person, dossier))) => (person, Ok((dossier, None))),
                    Err(message) => return done.refuse(&name, &message, self.options.json),
                }
            }
        };
        let read = read.and_then(|entered| self.under_its_book(entered));
        match read {
            Ok(read) if self.options.brief => self.brief(&name, &read, done),
            Ok(read) => self.whole(&name, &read, done),
            Err(message) => done.refuse(&name, &message, self.options.json),
        }
    }

    /// A dossier, and the verdicts that stand in its file.
    fn dossier(bytes: Result<Vec<u8>, InputError>) -> Result<(Dossier, Option<Judged>), String> {
        let bytes = bytes.map_err(|error| error.text())?;
        let told = |error| wording::fault::dossier_error(&error).whole();
        let json = Json::parse(&bytes).map_err(|error| told(ReadError::not_json(error)))?;
        let judged = json.get(Dossier::JUDGED).and_then(Judged::from_json);
        Ok((Dossier::from_owned(json).map_err(told)?, judged))
    }

    /// Name and dossier of a row; none when it is blank, or refused and named.
    fn row(
        &mut self,
        (line, name): (u32, &str),
        text: Result<Vec<u8>, InputError>,
        done: &mut Done,
    ) -> Result<Option<(String, Dossier)>, String> {
        let text = text.map_err(|error| error.text())?;
        let engine = self.books()?.engine(books::first())?;
        let Some(roster) = self.roster else {
            return Ok(None);
        };
        let mapping = Mapping::default();
        let context = (
            engine.book(),
            &mapping,
            input::gb18030 as sheet::csv::Decode,
        );
        let row = roster.row((line, &text), context);
        for problem in &row.problems {
            let told = wording::desk::problem_line(problem);
            if row.candidate.is_none() && problem.kind.severity() == Loss::Row {
                return Err(wording::desk::roster_problem(problem).whole());
            }
            done.say(&wording::command::at(name, &told));
            if problem.kind.severity() > Loss::Note {
                done.exit = done.exit.and(Exit::Wrong);
            }
        }
        let candidate = row.candidate;
        Ok(candidate.map(|candidate| (candidate.name(engine.book()), candidate.dossier)))
    }

    fn books(&mut self) -> Result<&mut Books, String> {
        self.books.as_mut().map_err(|message| message.clone())
    }

    fn under_its_book(
        &mut self,
        (dossier, judged): (Dossier, Option<Judged>),
    ) -> Result<Read, String> {
        let year = self.options.season.or(dossier.season);
        let year = year.unwrap_or_else(|| self.today.year());
        let books = self.books()?;
        let engine = books.engine(&dossier.book)?;
        let season = books.season(engine.book(), year)?;
        Ok(Read {
            engine,
            season,
            dossier,
            judged,
        })
    }

    /// The whole assessment.
    fn whole(&self, name: &str, read: &Read, done: &mut Done) {
        let Read {
            engine,
            season,
            dossier,
            ..
        } = read;
        let since = self.since(read);
        // JSON holds reasons where they are asked for alone.
        let bare = self.options.json && !self.options.explain;
        let assessment = if bare {
            engine.bare(dossier, season, self.today)
        } else {
            engine.assess(dossier, season, self.today)
        };
        let advice = self.options.explain;
        let advice = advice.then(|| engine.advise(dossier, season, self.today, &assessment));
        done.report(name, engine, &assessment.problems);
        if self.options.json {
            let mut line = assessment.to_json();
            if let Json::Object(object) = &mut line {
                object.insert("input", Json::from(name));
                if let Some(advice) = &advice {
                    object.insert("advice", advice.to_json());
                }
                if let Some(since) = &since {
                    object.insert("changed_since", since.to_json());
                }
            }
            done.line(&line.canonical());
            return;
        }
        let parts = (engine.book(), dossier);
        let text = wording::cli::assessment_of(parts, &assessment, self.options.explain);
        done.line(name);
        if let Some(since) = &since {
            done.line(&since.text());
        }
        done.line(&text);
        if let Some(advice) = &advice {
            done.line(&wording::cli::advice(parts, &assessment, advice));
        }
    }

    /// What another version of the book has changed since its file was judged.
    fn since(&self, read: &Read) -> Option<Since> {
        let Read {
            engine, dossier, ..
        } = read;
        let seasons = self.books.as_ref().ok()?;
        Since::of(read.judged.as_ref()?, engine, |year| {
            let season = seasons.season(engine.book(), year);
            let season = season.unwrap_or_else(|_| read.season.clone());
            engine.assess(dossier, &season, self.today)
        })
    }

    /// The verdicts on levels and routes alone.
    fn brief(&mut self, name: &str, read: &Read, done: &mut Done) {
        let Read {
            engine,
            season,
            dossier,
            ..
        } = read;
        let reading = engine.read(dossier, season, self.today);
        done.report(name, engine, &reading.problems);
        let mut verdicts = engine.judge(&reading.subject, (season, self.today), &mut self.scratch);
        done.line(&brief_line(name, engine, &mut verdicts).canonical());
    }
}

fn brief_line(name: &str, engine: &Engine, verdicts: &mut Verdicts<'_>) -> Json {
    let book = engine.book();
    let (mut levels, mut routes) = (Object::new(), Object::new());
    let mut bounded = false;
    for (at, level) in book.level.iter().enumerate() {
        let Some(decision) = verdicts.level(at) else {
            continue;
        };
        bounded |= decision.bounded;
        levels.insert(level.id.as_str(), Json::from(decision.verdict.id()));
        let mut own = Object::new();
        let of_level = book.route.iter().filter(|route| route.level == level.id);
        for (place, route) in of_level.enumerate() {
            if let Some(decision) = verdicts.route(at, place) {
                bounded |= decision.bounded;
                own.insert(route.id.as_str(), Json::from(decision.verdict.id()));
            }
        }
        routes.insert(level.id.as_str(), Json::Object(own));
    }
    let mut line = Object::new();
    line.insert("format", Json::from("zhicheng-brief/1"));
    line.insert("input", Json::from(name));
    line.insert("levels", Json::Object(levels));
    line.insert("routes", Json::Object(routes));
    if bounded {
        line.insert("bounded", Json::Bool(true));
    }
    Json::Object(line)
}

impl Done {
    fn line(&mut self, text: &str) {
        self.out.push_str(text);
        self.out.push('\n');
    }

    fn say(&mut self, text: &str) {
        // Writing to a string cannot fail.
        let _ = writeln!(self.err, "{text}");
    }

    /// Names the answers that were refused; they counted as unknown.
    fn report(&mut self, name: &str, engine: &Engine, problems: &[Problem]) {
        let book = engine.book();
        for problem in problems {
            if problem.severity() == Severity::Refused {
                let place = wording::place(book, &problem.place);
                let message = wording::problem(book, problem).whole();
                let message = wording::command::at(&place, &message);
                self.say(&wording::command::at(name, &message));
                if bears_on_verdicts(problem) {
                    self.exit = self.exit.and(Exit::Wrong);
                }
            }
        }
    }

    /// Says why an input could not be judged.
    pub(super) fn refuse(&mut self, name: &str, message: &str, json: bool) {
        self.exit = self.exit.and(Exit::Wrong);
        self.say(&wording::command::at(name, message));
        if json {
            let mut object = Object::new();
            object.insert("format", Json::from("zhicheng-error/1"));
            object.insert("input", Json::from(name));
            object.insert("message", Json::from(message));
            self.line(&Json::Object(object).canonical());
        }
    }
}

/// An identity number decides nothing in an assessment: what is wrong with it is only named.
fn bears_on_verdicts(problem: &Problem) -> bool {
    !matches!(
        problem.kind,
        ProblemKind::ResidentId(_)
            | ProblemKind::ResidentIdSex
            | ProblemKind::ResidentIdBirthDate { .. }
    )
}
