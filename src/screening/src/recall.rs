//! One candidate after another, and what was said of those before: who entered the same is not judged again.

use std::collections::BTreeMap;

use assess::{Engine, Scratch, Subject as Typed};
use chrono::NaiveDate;
use dossier::Dossier;
use rulebook::SeasonDay;

use crate::Screened;
use crate::make::{Said, Subject, target};

/// So many are remembered; then all are forgotten, so that memory is bounded.
const MOST: usize = 512;

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

/// By what it was judged.
#[derive(Debug, PartialEq, Eq)]
struct Under {
    digest: String,
    season: SeasonDay,
    today: NaiveDate,
    brief: bool,
}

/// What is remembered from one candidate to the next.
#[derive(Default)]
pub struct Recall {
    scratch: Scratch,
    under: Option<Under>,
    said: BTreeMap<(Typed, Option<String>), Said>,
}

impl Recall {
    /// The line of a candidate, whose answers are `typed` by the engine on that day.
    pub fn line(&mut self, subject: Subject<'_>, entered: &Entered<'_>, typed: Typed) -> Screened {
        let Entered {
            engine,
            season,
            dossier,
            ..
        } = *entered;
        let said = self.said(entered, typed);
        let mut line = Screened::saying(subject, (engine, season, dossier), said);
        line.brief = entered.brief;
        line.book.known = true;
        line
    }

    fn said(&mut self, entered: &Entered<'_>, typed: Typed) -> Said {
        self.put_under(entered);
        let Entered {
            engine,
            season,
            today,
            dossier,
            brief,
        } = *entered;
        let applied = target(engine.book(), dossier);
        // INVARIANT: what is said hangs on nothing but these two and that under which they stand.
        let key = (typed, applied.map(str::to_owned));
        if let Some(said) = self.said.get(&key) {
            return said.clone();
        }
        let said = if brief {
            let mut verdicts = engine.judge(&key.0, (season, today), &mut self.scratch);
            Said::brief(engine.book(), &mut verdicts)
        } else {
            let when = (season, today);
            let line = engine.line((dossier, &key.0), when, (applied, &mut self.scratch));
            Said::of(engine.book(), (&line.levels, line.total), applied)
        };
        if self.said.len() >= MOST {
            self.said.clear();
        }
        self.said.insert(key, said.clone());
        said
    }

    /// Forgets what was said under something else.
    fn put_under(&mut self, entered: &Entered<'_>) {
        let same = self.under.as_ref().is_some_and(|under| {
            under.digest == entered.engine.reference().digest
                && under.season == *entered.season
                && (under.today, under.brief) == (entered.today, entered.brief)
        });
        if same {
            return;
        }
        self.said.clear();
        self.under = Some(Under {
            digest: entered.engine.reference().digest.clone(),
            season: entered.season.clone(),
            today: entered.today,
            brief: entered.brief,
        });
    }
}
