//! How far a goal is: a guide for dives, never a verdict.

use super::goal::Target;
use super::seek::Seek;
use crate::Verdict;
use crate::program::CRule;

/// A rule that is no count and no score weighs as much as so many hundredths of points.
const RULE: i64 = 1_000;

impl Seek<'_> {
    /// The larger, the nearer the goal is to being met.
    pub(super) fn measure(&self, target: Target) -> i64 {
        let clauses = |clauses: &[usize]| -> i64 {
            let measures = clauses.iter().map(|clause| self.clause_measure(*clause));
            measures.sum()
        };
        let routes = &self.level.routes;
        let route = |place: usize| {
            let requires = routes.get(place).map(|route| clauses(&route.requires));
            clauses(&self.level.gates).saturating_add(requires.unwrap_or(0))
        };
        match target {
            Target::Clause(clause) => self.clause_measure(clause),
            Target::Beside(place) => {
                let requires = routes.get(place).map(|route| clauses(&route.requires));
                requires.unwrap_or(0)
            }
            Target::Route(place) => route(place),
            Target::Level => (0..routes.len()).map(route).sum(),
        }
    }

    fn clause_measure(&self, clause: usize) -> i64 {
        match self.at.clause(clause) {
            Verdict::Met => 4 * RULE,
            Verdict::NotMet => 0,
            Verdict::Open => {
                let form = self.level.forms.get(clause).and_then(Option::as_ref);
                let own = form.map_or(0, |form| self.rule_measure(&form.rule));
                RULE.saturating_add(own)
            }
        }
    }

    fn rule_measure(&self, rule: &CRule) -> i64 {
        let plain = || match self.at.rule(rule) {
            Verdict::Met => 2 * RULE,
            Verdict::Open => RULE,
            Verdict::NotMet => 0,
        };
        match rule {
            CRule::All(rules) | CRule::Any(rules) | CRule::AtLeast { of: rules, .. } => {
                let own = plain();
                let parts: i64 = rules.iter().map(|rule| self.rule_measure(rule)).sum();
                own.saturating_add(parts)
            }
            CRule::Not(rule) => self.rule_measure(rule).saturating_neg(),
            CRule::Clause(clause) => self.clause_measure(*clause),
            CRule::Records {
                list,
                filter,
                at_least,
                window,
            } => {
                let count = self.case.count(*list, filter, *window);
                let possible = if count.open {
                    *at_least
                } else {
                    count.possible
                };
                let reached = count
                    .sure
                    .min(*at_least)
                    .saturating_add(possible.min(*at_least));
                i64::try_from(reached).unwrap_or(0).saturating_mul(RULE)
            }
            CRule::EachYear {
                list,
                year,
                last,
                filter,
                unique,
            } => {
                let years = self.case.years_before_season(*last);
                let measures = years.map(|y| {
                    match self.case.year_passes(*list, *year, (filter, *unique), y) {
                        Verdict::Met => 2 * RULE,
                        Verdict::Open => RULE,
                        Verdict::NotMet => 0,
                    }
                });
                measures.sum()
            }
            CRule::Choose { question, cases } => {
                let answer = self.case.subject.answer(*question);
                let crate::program::Value::Choice(choice) = answer else {
                    return plain();
                };
                let chosen = cases.get(choice).and_then(Option::as_ref);
                chosen.map_or(0, |rule| self.rule_measure(rule))
            }
            CRule::ScoreReachesLine => self.case.tally().map_or(0, |tally| {
                // Block caps hide what lies above them; the rows tell more.
                let rows = tally
                    .rows
                    .iter()
                    .map(|row| row.points.low.saturating_add(row.points.high));
                rows.sum()
            }),
            _ => plain(),
        }
    }
}
