//! Which verdicts are possible at all where parts of a book are not published.

use super::{Expect, Missing};
use crate::{Book, ClauseKind, Route, Rule};

/// Which verdicts something can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Can {
    /// It can be met.
    met: bool,
    /// It can be failed.
    not_met: bool,
}

impl Can {
    const BOTH: Self = Self {
        met: true,
        not_met: true,
    };
    const NEITHER: Self = Self {
        met: false,
        not_met: false,
    };

    /// The outcomes that cases must show, and what is missing without them.
    pub(super) fn wanted(self) -> Vec<(Expect, Missing)> {
        let all = [
            (self.met, Expect::Met, Missing::Met),
            (self.not_met, Expect::NotMet, Missing::NotMet),
            (!(self.met && self.not_met), Expect::Open, Missing::Open),
        ];
        let wanted = all.into_iter().filter(|(wanted, ..)| *wanted);
        wanted
            .map(|(_, expect, missing)| (expect, missing))
            .collect()
    }

    fn negate(self) -> Self {
        Self {
            met: self.not_met,
            not_met: self.met,
        }
    }

    /// At least `count` of these.
    fn at_least(count: usize, of: impl IntoIterator<Item = Self>) -> Self {
        let of: Vec<Self> = of.into_iter().collect();
        let met = of.iter().filter(|can| can.met).count();
        let not_met = of.iter().filter(|can| can.not_met).count();
        let spare = of.len().saturating_add(1).saturating_sub(count);
        Self {
            met: met >= count,
            not_met: not_met >= spare,
        }
    }

    fn all(of: impl IntoIterator<Item = Self>) -> Self {
        let of: Vec<Self> = of.into_iter().collect();
        Self::at_least(of.len(), of)
    }
}

/// A book seen for what it leaves unpublished.
pub(super) struct Published<'a> {
    book: &'a Book,
}

impl<'a> Published<'a> {
    pub(super) fn new(book: &'a Book) -> Self {
        Self { book }
    }

    /// A rule at a level. The check of the book keeps clauses from referring to themselves.
    pub(super) fn rule(&self, rule: &Rule, level: &str) -> Can {
        let each = |rules: &[Rule]| -> Vec<Can> {
            let rules = rules.iter();
            rules.map(|rule| self.rule(rule, level)).collect()
        };
        match rule {
            Rule::All(rules) => Can::all(each(rules)),
            Rule::Any(rules) => Can::at_least(1, each(rules)),
            Rule::AtLeast(of) => {
                let count = usize::try_from(of.count).unwrap_or(usize::MAX);
                Can::at_least(count, each(&of.of))
            }
            Rule::Not(rule) => self.rule(rule, level).negate(),
            Rule::Clause(id) => self.clause(id, level),
            Rule::Unpublished(_) => Can::NEITHER,
            Rule::Choose { cases, .. } => {
                let cases = cases.values().map(|rule| self.rule(rule, level));
                let cases: Vec<Can> = cases.collect();
                Can {
                    met: cases.iter().any(|can| can.met),
                    not_met: cases.is_empty() || cases.iter().any(|can| can.not_met),
                }
            }
            Rule::Answer(_)
            | Rule::Records(_)
            | Rule::EachYear(_)
            | Rule::Years(_)
            | Rule::Dated(_)
            | Rule::Day(_)
            | Rule::Barred(_)
            | Rule::Part(_)
            | Rule::ScoreReachesLine => Can::BOTH,
        }
    }

    fn clause(&self, id: &str, level: &str) -> Can {
        let mut clauses = self.book.clause.iter();
        let clause = clauses.find(|clause| clause.id == id);
        let form = clause.and_then(|clause| clause.form(level));
        form.map_or(Can::BOTH, |form| self.rule(&form.rule, level))
    }

    /// A route, with the gates or beside them.
    pub(super) fn route(&self, route: &Route, with_gates: bool) -> Can {
        let requires = route.requires.iter().map(String::as_str);
        let gates = self.book.clause.iter();
        let gates = gates.filter(|clause| {
            clause.kind == ClauseKind::Gate && clause.form(&route.level).is_some()
        });
        let gates = gates.map(|clause| clause.id.as_str());
        let gates = gates.filter(|_| with_gates);
        Can::all(
            requires
                .chain(gates)
                .map(|id| self.clause(id, &route.level)),
        )
    }

    /// A level: any of its routes.
    pub(super) fn level(&self, level: &str) -> Can {
        let routes = self.book.route.iter();
        let routes = routes.filter(|route| route.level == level);
        let routes: Vec<Can> = routes.map(|route| self.route(route, true)).collect();
        let gates = self.book.clause.iter();
        let mut gates = gates.filter(|clause| clause.kind == ClauseKind::Gate);
        let any = Can::at_least(1, routes);
        Can {
            met: any.met,
            // One gate fails all routes at once.
            not_met: any.not_met || gates.any(|gate| self.clause(&gate.id, level).not_met),
        }
    }
}
