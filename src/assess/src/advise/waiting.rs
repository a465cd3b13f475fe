//! What is waited for: the seasons in which a route does not hold yet, with the clauses that stand
//! in the way in each.

use chrono::NaiveDate;
use dossier::Dossier;
use rulebook::SeasonDay;

use super::Advisor;
use crate::argue::{Finder, Point};
use crate::eval::case::Case;
use crate::eval::earliest::season_ahead;
use crate::eval::explain::Explainer;
use crate::eval::split::Target;
use crate::result::LevelLine;
use crate::{Scratch, Verdict};

/// The seasons up to the first in which a route holds.
///
/// The same is taken for granted as for [`Earliest`](crate::Earliest): all else stays as entered,
/// and years from the present season on have the records that each year must have.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Waiting {
    /// Every season before it, or all up to the book's horizon when there is none.
    pub years: Vec<WaitingYear>,
    /// The first season in which the route holds.
    pub met: Option<i32>,
}

/// A season in which a route does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaitingYear {
    /// The season's year.
    pub year: i32,
    /// Its cut-off day.
    pub cut_off: NaiveDate,
    /// Not met, or open where missing answers decide.
    pub verdict: Verdict,
    /// The clauses that stand in the way: those that fail, or are open.
    pub points: Vec<Point>,
}

impl Advisor<'_> {
    /// What a route is waited for.
    pub(super) fn waiting_of(
        &self,
        (dossier, season): (&Dossier, &SeasonDay),
        (level, route): (usize, usize),
    ) -> Waiting {
        let mut waiting = Waiting::default();
        for ahead in 0..=i32::from(self.engine.book.horizon) {
            let Some(term) = season_ahead(self.engine, self.term, ahead) else {
                break;
            };
            let program = &self.engine.program;
            let case = Case::new(program, &self.reading.subject, term);
            let mut explainer = Explainer::new(self.engine, dossier, &case, season);
            let open = |line: &LevelLine| {
                let route = line.routes.get(route);
                route.is_some_and(|route| route.conclusion.verdict.is_open())
            };
            if explainer.level(level).as_ref().is_some_and(open) {
                explainer.decide(self.today, |goal| {
                    let others = match goal.target {
                        Target::Route(own) | Target::Beside(own) => own != route,
                        Target::Clause(_) => false,
                        Target::Level => true,
                    };
                    goal.level == level && !others
                });
            }
            if ahead == 0 {
                explainer.narrow(self.today, &mut Scratch::default());
            }
            let Some(line) = explainer.level(level) else {
                break;
            };
            let Some(route) = line.routes.get(route) else {
                break;
            };
            if route.conclusion.verdict == Verdict::Met {
                waiting.met = Some(term.year);
                break;
            }
            let finder = Finder::at(self.engine, dossier, (self.reading.subject.clone(), term));
            waiting.years.push(WaitingYear {
                year: term.year,
                cut_off: term.cut_off,
                verdict: route.conclusion.verdict,
                points: finder.route(&line, route).points,
            });
        }
        waiting
    }
}
