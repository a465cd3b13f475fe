//! What would change a verdict: gaps, ways, waiting, the next question.
//!
//! Each is a call of its own beside [`Engine::assess`](crate::Engine::assess), for the moment after
//! an edit; each states a bound on its work and says when it was hit. Guesses only order what is
//! tried and asked: whatever is claimed of a verdict was judged by the same rules as any verdict.

mod advice;
mod chance;
mod gaps;
mod goal;
mod items;
mod minimal;
mod next;
mod oracle;
mod outlook;
mod to_json;
mod trial;
mod turns;
mod waiting;
mod ways;

use chrono::NaiveDate;
use dossier::Dossier;
use rulebook::SeasonDay;

use self::goal::Goal;
use self::trial::Trial;
use crate::engine::Term;
use crate::eval::unknown::Unknown;
use crate::program::Program;
use crate::subject::{Reading, Subject};
use crate::{Engine, Place};

pub use advice::{Advice, RouteAdvice};
pub use gaps::Gaps;
pub use next::Ask;
pub use outlook::OneMore;
pub use waiting::{Waiting, WaitingYear};
pub use ways::{RowRoom, Shortfall, Step, Way, Ways};

/// A route of a level, by ids.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RouteId<'a> {
    /// The level.
    pub level: &'a str,
    /// The route.
    pub route: &'a str,
}

impl Engine {
    /// The minimal sets of missing answers that keep a route open; none when the book has no such
    /// route.
    pub fn gaps(
        &self,
        dossier: &Dossier,
        season: &SeasonDay,
        today: NaiveDate,
        route: RouteId<'_>,
    ) -> Option<Gaps> {
        let (level, route) = self.places(route)?;
        Some(Advisor::new(self, dossier, (season, today)).gaps_of(level, route))
    }

    /// The ways to meet a route, cheapest first; none when the book has no such route.
    pub fn ways(
        &self,
        dossier: &Dossier,
        season: &SeasonDay,
        today: NaiveDate,
        route: RouteId<'_>,
    ) -> Option<Ways> {
        let place = self.places(route)?;
        let advisor = Advisor::new(self, dossier, (season, today));
        Some(advisor.ways_of((dossier, season), place))
    }

    /// What a route is waited for: each season in which it does not hold yet, and why; none when
    /// the book has no such route.
    pub fn waiting(
        &self,
        dossier: &Dossier,
        season: &SeasonDay,
        today: NaiveDate,
        route: RouteId<'_>,
    ) -> Option<Waiting> {
        let place = self.places(route)?;
        let advisor = Advisor::new(self, dossier, (season, today));
        Some(advisor.waiting_of((dossier, season), place))
    }

    /// What to ask next: the missing answer most likely to settle the target level, or any level
    /// while there is no target. None when all is settled or no answer could settle it.
    pub fn next(&self, dossier: &Dossier, season: &SeasonDay, today: NaiveDate) -> Option<Ask> {
        Advisor::new(self, dossier, (season, today)).next()
    }

    /// Everything that is still worth asking, in the order of [`Engine::next`].
    pub fn worth_asking(
        &self,
        dossier: &Dossier,
        season: &SeasonDay,
        today: NaiveDate,
    ) -> Vec<Ask> {
        Advisor::new(self, dossier, (season, today)).worth_asking()
    }

    /// The places of a level and of a route in it.
    fn places(&self, route: RouteId<'_>) -> Option<(usize, usize)> {
        let mut levels = self.book.level.iter();
        let level = levels.position(|level| level.id == route.level)?;
        let mut routes = self.program.levels.get(level)?.routes.iter();
        let route = routes.position(|other| other.id == route.route)?;
        Some((level, route))
    }
}

/// Advises on one dossier in one season.
struct Advisor<'e> {
    engine: &'e Engine,
    reading: Reading,
    term: Term,
    today: NaiveDate,
}

impl<'e> Advisor<'e> {
    fn new(
        engine: &'e Engine,
        dossier: &'e Dossier,
        (season, today): (&'e SeasonDay, NaiveDate),
    ) -> Self {
        Self {
            engine,
            reading: engine.read(dossier, season, today),
            term: Term::from(season),
            today,
        }
    }

    fn trial(&self, goal: Goal, most: u32) -> Trial<'e> {
        let when = (self.term, self.today);
        Trial::new(self.engine, &self.reading.subject, when, (goal, most))
    }
}

/// Where something unknown is answered.
fn place_of(program: &Program, subject: &Subject, item: Unknown) -> Option<Place> {
    Some(match item {
        Unknown::Answer(question) => Place::Question(program.questions.get(question)?.id.clone()),
        Unknown::More(list) => Place::List(program.lists.get(list)?.id.clone()),
        Unknown::Field { list, record, slot } => {
            let shape = program.lists.get(list)?;
            let typed = subject.lists.get(list)?.records.get(record)?;
            Place::Field {
                list: shape.id.clone(),
                record: typed.id.as_ref().to_owned(),
                field: shape.slots.get(slot)?.field.clone(),
            }
        }
    })
}
