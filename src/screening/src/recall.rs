//! One candidate after another, and what was said of those before: who entered the same is not judged again.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use assess::{Engine, Likeness, Scratch, Subject as Answers, Typing};
use chrono::NaiveDate;
use dossier::Dossier;
use rulebook::{SeasonDay, StatedRecords};

use crate::claims::of_stated;
use crate::make::{Said, Subject, target};
use crate::{Claim, Screened};

/// So many are remembered; then all are forgotten, so that memory is bounded.
const MOST: usize = 512;
/// Of so many it is known that they were there once.
const ONCE: usize = 4_096;

/// After so many of whom none was like another, it is looked at one of `SELDOM` only whether they are.
const ALONE: u32 = 64;
const SELDOM: u32 = 64;

/// A dossier that is to be judged.
#[derive(Clone, Copy, Debug)]
pub struct Entered<'a> {
    /// The book to judge it by, which is known here.
    pub engine: &'a Engine,
    /// The season.
    pub season: &'a SeasonDay,
    /// The day.
    pub today: NaiveDate,
    /// What was entered.
    pub dossier: &'a Dossier,
    /// Whether only the verdicts are looked for.
    pub brief: bool,
}

/// The answers of a candidate, typed.
#[derive(Clone, Debug)]
pub struct Typed {
    answers: Answers,
    /// Of records that are stated beside the dossier: the achievements, and of how many evidence is asked.
    stated: Option<(Vec<Claim>, u32)>,
}

impl From<Answers> for Typed {
    /// Those of a dossier that has all of them.
    fn from(answers: Answers) -> Self {
        Self {
            answers,
            stated: None,
        }
    }
}

/// By what it was judged.
struct Under {
    digest: String,
    season: SeasonDay,
    today: NaiveDate,
    brief: bool,
    likeness: Likeness,
}

/// What is remembered from one candidate to the next: what was said of those who were there twice.
///
/// Where no two are alike nothing is kept of anybody but a digest, since to keep it all would take longer than to judge.
#[derive(Default)]
pub struct Recall {
    scratch: Scratch,
    under: Option<Under>,
    /// The digests of those who were there once, each at its place.
    once: Vec<u64>,
    /// By their digest.
    said: BTreeMap<u64, (Alike, Said)>,
    /// How many came since one was like another.
    alone: u32,
    /// What it takes to type stated records, by the digest of the book.
    typing: Option<(String, Option<Typing>)>,
}

/// What two have in common of whom the same is said: what they entered, as far as rules tell it apart, and the level.
type Alike = (Vec<u64>, Option<String>);

impl Recall {
    /// The answers of a candidate of whom the dossier has the answers alone and `stated` the records, typed as if the
    /// dossier had both; none where something in them is wrong or noteworthy.
    pub fn typed(&mut self, entered: &Entered<'_>, stated: &StatedRecords<'_>) -> Option<Typed> {
        let Entered {
            engine,
            season,
            today,
            dossier,
            ..
        } = *entered;
        let typing = self.typing(engine)?;
        let answers = typing.subject(engine, (dossier, stated), (season, today))?;
        let book = engine.book();
        let lists = stated.records.iter().filter_map(|record| record.list(book));
        let asked = lists.filter(|list| list.evidence).count();
        let asked = u32::try_from(asked).unwrap_or(u32::MAX);
        Some(Typed {
            answers,
            stated: Some((of_stated(book, stated), asked)),
        })
    }

    fn typing(&mut self, engine: &Engine) -> Option<&mut Typing> {
        let digest = &engine.reference().digest;
        let known = self.typing.take().filter(|(of, _)| of == digest);
        let known = known.unwrap_or_else(|| (digest.clone(), Typing::new(engine)));
        self.typing.insert(known).1.as_mut()
    }

    /// What is said of a candidate whose answers were typed by the engine on that day.
    pub fn said(&mut self, entered: &Entered<'_>, typed: &Typed) -> Said {
        let typed = &typed.answers;
        let Entered {
            engine, dossier, ..
        } = *entered;
        let applied = target(engine.book(), dossier);
        self.alone = self.alone.saturating_add(1);
        if self.alone > ALONE && !self.alone.is_multiple_of(SELDOM) {
            return self.judged(entered, typed, applied);
        }
        // INVARIANT: what is said hangs on nothing but these two and that under which they stand.
        let marks = self.likeness(entered).of(engine, typed);
        let key = (marks, applied.map(str::to_owned));
        let digest = digest(&key);
        let known = self.said.get(&digest);
        if let Some((_, said)) = known.filter(|(alike, _)| *alike == key) {
            self.alone = 0;
            return said.clone();
        }
        let said = self.judged(entered, typed, applied);
        // Where a bound was hit, more may be said of another who is alike.
        if self.was_once(digest) && !self.scratch.is_bounded() {
            if self.said.len() >= MOST {
                self.said.clear();
            }
            self.said.insert(digest, (key, said.clone()));
        }
        said
    }

    fn judged(&mut self, entered: &Entered<'_>, typed: &Answers, applied: Option<&str>) -> Said {
        let Entered { engine, season, .. } = *entered;
        let when = (season, entered.today);
        if entered.brief {
            let mut verdicts = engine.judge(typed, when, &mut self.scratch);
            return Said::brief(engine.book(), &mut verdicts);
        }
        let told = (applied, &mut self.scratch);
        let line = engine.line((entered.dossier, typed), when, told);
        Said::of(engine.book(), (&line.levels, line.total), applied)
    }

    /// Whether this digest was there before; else it is noted.
    fn was_once(&mut self, digest: u64) -> bool {
        self.once.resize(ONCE, 0);
        let places = u64::try_from(ONCE).unwrap_or(1);
        let place = usize::try_from(digest % places).unwrap_or_default();
        let place = self.once.get_mut(place);
        place.is_some_and(|noted| std::mem::replace(noted, digest) == digest)
    }

    /// How far answers are told apart; what was said under something else is forgotten.
    fn likeness(&mut self, entered: &Entered<'_>) -> &Likeness {
        let digest = &entered.engine.reference().digest;
        let same = |under: &Under| {
            (&under.digest, &under.season) == (digest, entered.season)
                && (under.today, under.brief) == (entered.today, entered.brief)
        };
        if !self.under.as_ref().is_some_and(same) {
            self.said.clear();
            self.once.clear();
            self.under = None;
        }
        let under = self.under.get_or_insert_with(|| Under {
            digest: digest.clone(),
            season: entered.season.clone(),
            today: entered.today,
            brief: entered.brief,
            likeness: Likeness::new(entered.engine, entered.season),
        });
        &under.likeness
    }
}

impl Screened {
    /// The line of a candidate of whom this is said.
    pub fn one_of_many(
        subject: Subject<'_>,
        entered: &Entered<'_>,
        (typed, said): (Typed, Said),
    ) -> Self {
        let judged = (entered.engine, entered.season, entered.dossier);
        let mut line = Self::saying(subject, judged, said);
        line.brief = entered.brief;
        line.book.known = true;
        if let Some((achievements, asked)) = typed.stated {
            line.keys.achievements = achievements;
            line.evidence.asked = asked;
        }
        line
    }
}

/// A digest of it: that of others may be the same.
fn digest(key: &Alike) -> u64 {
    let mut hasher = DefaultHasher::new();
    key.hash(&mut hasher);
    hasher.finish()
}
