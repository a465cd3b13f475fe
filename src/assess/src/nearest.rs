//! The route to name when none holds: the one that a person would call nearest.

use crate::{Assessment, LevelLine, Node, NodeKind, RouteLine, Verdict};

/// How deep clauses are followed into clauses.
const DEEPEST: u8 = 12;

/// One whole point, in hundredths.
const POINT: i64 = 100;

/// How far away a route is. What comes first weighs most, and the least is the nearest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Distance {
    /// Whether it fails; what is open may hold as things are.
    pub fails: bool,
    /// The first season in which it holds if nothing but time goes by; the greatest number when
    /// there is none.
    pub year: i32,
    /// What is lacking beside the gates, which are the same for all routes of a level.
    pub lacks: Lacks,
}

/// What a route lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lacks {
    /// Something of what it asks for is there.
    Rest {
        /// So many things are still to be gathered: records that fit, answers that are otherwise.
        /// Points count as achievements like the best that there is.
        things: u64,
        /// So many full years are still to be waited for.
        years: u32,
    },
    /// Nothing of it is there. One thing may be all that it takes, yet who has begun elsewhere is
    /// nearer to that.
    All,
}

impl Assessment {
    /// The recommended route, or else the one at the least [`Assessment::distance`]; of several the
    /// first in the book.
    pub fn nearest<'a>(&self, level: &'a LevelLine) -> Option<&'a RouteLine> {
        let recommended = level.recommended.as_deref();
        let mut routes = level.routes.iter();
        let found = routes.find(|route| Some(route.id.as_str()) == recommended);
        found.or_else(|| {
            let look = self.look(level);
            let routes = level.routes.iter();
            routes.min_by_key(|route| look.distance(route))
        })
    }

    /// How far away a route is: open before failed, then the one that time alone opens first, then
    /// the one that has begun and lacks the fewest things, then the fewest years.
    ///
    /// One more achievement never makes it greater (`tests/it/nearest.rs`).
    pub fn distance(&self, level: &LevelLine, route: &RouteLine) -> Distance {
        self.look(level).distance(route)
    }

    fn look<'a>(&self, level: &'a LevelLine) -> Look<'a> {
        Look {
            level,
            best: self.best_points(),
        }
    }

    /// The most points that one record earns for sure, in hundredths; at least one point.
    fn best_points(&self) -> i64 {
        let rows = self.score.iter().flat_map(|sheet| &sheet.rows);
        let earned = rows.flat_map(|row| &row.records);
        let most = earned.map(|record| record.points.low).max();
        most.unwrap_or(0).max(POINT)
    }
}

/// What a part of a rule lacks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Part {
    things: u64,
    years: u32,
    begun: bool,
}

impl Part {
    /// Nothing.
    const MET: Self = Self {
        things: 0,
        years: 0,
        begun: true,
    };

    /// So many things.
    fn things(things: usize, begun: bool) -> Self {
        Self {
            things: u64::try_from(things).unwrap_or(u64::MAX),
            years: 0,
            begun,
        }
    }

    /// Both are asked for: things add up, years go by at the same time.
    fn and(self, other: Self) -> Self {
        Self {
            things: self.things.saturating_add(other.things),
            years: self.years.max(other.years),
            begun: self.begun || other.begun,
        }
    }
}

/// What is looked at.
#[derive(Clone, Copy)]
struct Look<'a> {
    level: &'a LevelLine,
    /// What an achievement may be expected to earn.
    best: i64,
}

impl Look<'_> {
    fn distance(self, route: &RouteLine) -> Distance {
        let parts = route.requires.iter().map(|id| self.clause(id, 0));
        let sum = parts.fold(Part::default(), Part::and);
        Distance {
            fails: route.conclusion.verdict == Verdict::NotMet,
            year: route.earliest.year.unwrap_or(i32::MAX),
            lacks: if sum.begun {
                Lacks::Rest {
                    things: sum.things,
                    years: sum.years,
                }
            } else {
                Lacks::All
            },
        }
    }

    fn clause(self, id: &str, depth: u8) -> Part {
        match self.level.clause(id).filter(|_| depth < DEEPEST) {
            None => Part::things(1, false),
            Some(line) if line.conclusion.verdict == Verdict::Met => Part::MET,
            Some(line) => self.node(&line.explanation, depth),
        }
    }

    fn node(self, node: &Node, depth: u8) -> Part {
        if node.verdict == Verdict::Met {
            return Part::MET;
        }
        match &node.kind {
            NodeKind::All => self.parts(node, depth).fold(Part::default(), Part::and),
            NodeKind::Any | NodeKind::Choose { .. } => self.fewest(node, depth, 1),
            NodeKind::AtLeast { need, have } => {
                let rest = self.fewest(node, depth, need.saturating_sub(*have));
                Part {
                    begun: rest.begun || *have > 0,
                    ..rest
                }
            }
            NodeKind::Clause { id } => self.clause(id, depth.saturating_add(1)),
            NodeKind::Records { need, have, .. } => {
                Part::things(need.saturating_sub(*have), *have > 0)
            }
            NodeKind::Years { need, have, .. } => Part {
                things: u64::from(have.is_none()),
                years: need.saturating_sub(have.unwrap_or(0)),
                begun: have.is_some(),
            },
            NodeKind::ScoreReachesLine { low, line, .. } => {
                let missing = line.saturating_sub(*low).max(0);
                let up = missing.saturating_add(self.best.saturating_sub(1));
                let things = up.checked_div(self.best).unwrap_or(missing);
                Part::things(usize::try_from(things).unwrap_or(usize::MAX), *low > 0)
            }
            _ => Part::things(1, false),
        }
    }

    fn parts(self, node: &Node, depth: u8) -> impl Iterator<Item = Part> {
        node.children
            .iter()
            .map(move |child| self.node(child, depth))
    }

    /// The parts that lack least, so many of them. One that was begun begins the whole.
    fn fewest(self, node: &Node, depth: u8, count: usize) -> Part {
        let parts = self.parts(node, depth);
        let (mut lacking, begun) = parts.fold((Vec::new(), false), |(mut lacking, begun), part| {
            if part != Part::MET {
                lacking.push(part);
            }
            (lacking, begun || part.begun)
        });
        if lacking.is_empty() {
            lacking.push(Part::things(1, false));
        }
        lacking.sort_unstable();
        let taken = lacking.into_iter().take(count);
        Part {
            begun,
            ..taken.fold(Part::default(), Part::and)
        }
    }
}
