//! Which clauses speak for a verdict, and in which order.

use rulebook::ClauseKind;

use super::find::{Finder, Path};
use super::{Argument, Point};
use crate::{ClauseLine, Entry, LevelLine, RouteLine, Verdict};

impl Finder<'_> {
    /// The argument for the verdict on a route.
    pub(crate) fn route(&self, level: &LevelLine, route: &RouteLine) -> Argument {
        let verdict = route.conclusion.verdict;
        let gate = |clause: &&ClauseLine| clause.kind == ClauseKind::Gate;
        let gates = level.clauses.iter().filter(gate);
        let required = route.requires.iter().filter_map(|id| level.clause(id));
        let decisive = |clause: &ClauseLine| route.because.contains(&clause.id);
        let speaks = |clause: &&ClauseLine| {
            let own = clause.conclusion.verdict;
            // Where only all alternatives together settle it, every open clause is part of them.
            own == verdict || (route.because.is_empty() && own.is_open())
        };
        let all = gates.chain(required).filter(speaks);
        let (mut first, rest): (Vec<_>, Vec<_>) = all.partition(|clause| decisive(clause));
        first.extend(rest);
        let points = first.into_iter();
        let points = points.filter_map(|clause| self.point(level, clause, decisive(clause)));
        Argument {
            verdict,
            bounded: route.conclusion.bounded,
            points: points.collect(),
        }
    }

    /// The argument for the verdict on a clause.
    pub(super) fn clause(&self, level: &LevelLine, clause: &ClauseLine) -> Argument {
        let decisive = clause.conclusion.verdict != Verdict::Open;
        Argument {
            verdict: clause.conclusion.verdict,
            bounded: clause.conclusion.bounded,
            points: self.point(level, clause, decisive).into_iter().collect(),
        }
    }

    fn point(&self, level: &LevelLine, clause: &ClauseLine, decisive: bool) -> Option<Point> {
        let entry = self.entry(&clause.id)?;
        let mut path = Path::new(level);
        self.clause_findings(&mut path, clause);
        Some(Point {
            clause: entry,
            verdict: clause.conclusion.verdict,
            decisive,
            findings: path.findings,
        })
    }

    /// The entry of a clause.
    pub(super) fn entry(&self, id: &str) -> Option<Entry> {
        let mut clauses = self.engine.book.clause.iter();
        let place = clauses.position(|clause| clause.id == id)?;
        let entry = self.engine.program.clauses.get(place)?.entry;
        self.engine
            .program
            .entries
            .get(entry)
            .map(|entry| Entry::clone(entry))
    }
}
