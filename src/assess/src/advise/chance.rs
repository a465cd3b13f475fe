//! A guess how likely a goal is to be met: a guide for what to ask and to try first, never a
//! verdict.
//!
//! The guess takes unknowns as independent and every way in which one can turn out as equally
//! likely. Many unknowns make small chances, so they are counted in many places.

use crate::Verdict;
use crate::eval::case::Case;
use crate::eval::split::Target;
use crate::eval::verdict::AtLevel;
use crate::program::{CLevel, CRule, CTest, Value};

/// Certainty.
pub(super) const ONE: i64 = 1_000_000_000_000_000_000;
const HALF: i64 = ONE / 2;

/// The guess for a goal.
pub(super) fn of(case: &Case<'_>, level: &CLevel, target: Target) -> i64 {
    let at = case.at(level);
    let walk = Walk { case, level, at };
    match target {
        Target::Clause(clause) => walk.clause(clause),
        Target::Beside(route) => {
            let route = level.routes.get(route);
            route.map_or(0, |route| walk.clauses(&route.requires))
        }
        Target::Route(route) => walk.route(route),
        Target::Level => {
            // The routes share their gates.
            let beside = level
                .routes
                .iter()
                .map(|route| walk.clauses(&route.requires));
            times(walk.clauses(&level.gates), any(beside))
        }
    }
}

struct Walk<'c> {
    case: &'c Case<'c>,
    level: &'c CLevel,
    at: AtLevel<'c>,
}

/// One after the other.
fn times(a: i64, b: i64) -> i64 {
    part(a, b, ONE)
}

/// A chance times a number, divided by another.
fn part(chance: i64, times: i64, of: i64) -> i64 {
    let product = i128::from(chance).saturating_mul(i128::from(times));
    let part = product.checked_div(i128::from(of)).unwrap_or(0);
    i64::try_from(part).unwrap_or(i64::MAX)
}

fn any(chances: impl Iterator<Item = i64>) -> i64 {
    let none = chances.fold(ONE, |none, chance| times(none, ONE.saturating_sub(chance)));
    ONE.saturating_sub(none)
}

/// At least so many of some.
fn at_least(need: usize, chances: impl Iterator<Item = i64>) -> i64 {
    // By how many hold so far, the last place for enough.
    let mut held = vec![0_i64; need.saturating_add(1)];
    if let Some(none) = held.first_mut() {
        *none = ONE;
    }
    for chance in chances {
        for place in (0..held.len()).rev() {
            let own = held.get(place).copied().unwrap_or(0);
            let before = place.checked_sub(1).and_then(|place| held.get(place));
            let from = times(before.copied().unwrap_or(0), chance);
            let stay = if place == need {
                own
            } else {
                times(own, ONE.saturating_sub(chance))
            };
            if let Some(slot) = held.get_mut(place) {
                *slot = stay.saturating_add(from);
            }
        }
    }
    held.last().copied().unwrap_or(0)
}

impl Walk<'_> {
    fn route(&self, route: usize) -> i64 {
        let requires = self.level.routes.get(route);
        let requires = requires.map_or(0, |route| self.clauses(&route.requires));
        times(self.clauses(&self.level.gates), requires)
    }

    fn clauses(&self, clauses: &[usize]) -> i64 {
        let chances = clauses.iter().map(|clause| self.clause(*clause));
        chances.fold(ONE, times)
    }

    fn clause(&self, clause: usize) -> i64 {
        match self.at.clause(clause) {
            Verdict::Met => ONE,
            Verdict::NotMet => 0,
            Verdict::Open => {
                let form = self.level.forms.get(clause).and_then(Option::as_ref);
                form.map_or(0, |form| self.rule(&form.rule))
            }
        }
    }

    fn rule(&self, rule: &CRule) -> i64 {
        let each = |rules: &[CRule]| rules.iter().map(|rule| self.rule(rule)).collect::<Vec<_>>();
        match rule {
            CRule::All(rules) => each(rules).into_iter().fold(ONE, times),
            CRule::Any(rules) => any(each(rules).into_iter()),
            CRule::Not(rule) => ONE.saturating_sub(self.rule(rule)),
            CRule::AtLeast { count, of } => at_least(*count, each(of).into_iter()),
            CRule::Clause(clause) => self.clause(*clause),
            CRule::Choose { question, cases } => self.choose(*question, cases),
            leaf => match self.at.rule(leaf) {
                Verdict::Met => ONE,
                Verdict::NotMet => 0,
                Verdict::Open => self.open(leaf),
            },
        }
    }

    fn choose(&self, question: usize, cases: &[Option<CRule>]) -> i64 {
        let chance = |case: &Option<CRule>| case.as_ref().map_or(0, |rule| self.rule(rule));
        if let Value::Choice(choice) = self.case.subject.answer(question) {
            return cases.get(choice).map_or(0, chance);
        }
        let each = cases.iter().map(chance);
        let shares = each.map(|chance| share(chance, 1, cases.len()));
        shares.fold(0, i64::saturating_add)
    }

    /// A rule that combines no others and is open.
    fn open(&self, rule: &CRule) -> i64 {
        match rule {
            CRule::Answer { question, test } => self.answer(*question, test),
            CRule::Records {
                list,
                filter,
                at_least: need,
                window,
            } => {
                let count = self.case.count(*list, filter, *window);
                let more = if count.open { *need } else { 0 };
                let maybe = count
                    .possible
                    .saturating_sub(count.sure)
                    .saturating_add(more);
                let lacking = need.saturating_sub(count.sure);
                at_least(lacking, std::iter::repeat_n(HALF, maybe))
            }
            CRule::EachYear {
                list,
                year,
                last,
                filter,
                unique,
            } => {
                let years = self.case.years_before_season(*last);
                let open = years.filter(|y| {
                    let passes = self.case.year_passes(*list, *year, (filter, *unique), *y);
                    passes.is_open()
                });
                open.fold(ONE, |all, _| times(all, HALF))
            }
            CRule::Barred { .. } => ONE / 4,
            CRule::ScoreReachesLine => self.score(),
            _ => HALF,
        }
    }

    fn answer(&self, question: usize, test: &CTest) -> i64 {
        let slot = self.case.program.questions.get(question);
        let values = slot.and_then(|slot| slot.domain.representatives(&slot.bounds));
        let Some(values) = values.filter(|values| !values.is_empty()) else {
            return HALF;
        };
        let days = |id| self.case.day(id);
        let passing = values
            .iter()
            .filter(|value| crate::eval::records::passes(**value, test, &days) == Verdict::Met);
        share(ONE, passing.count(), values.len())
    }

    /// Every total in the span as likely as any other.
    fn score(&self) -> i64 {
        let (Some(tally), Some(score)) = (self.case.tally(), &self.case.program.score) else {
            return 0;
        };
        let span = tally.total;
        let above = span.high.saturating_sub(score.line).saturating_add(1);
        let width = span.high.saturating_sub(span.low).saturating_add(1);
        part(ONE, above, width).clamp(0, ONE)
    }
}

fn share(chance: i64, times: usize, of: usize) -> i64 {
    let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    part(chance, number(times), number(of))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chances_combine_as_independent_ones_do() {
        assert_eq!(times(HALF, HALF), ONE / 4);
        assert_eq!(any([HALF, HALF].into_iter()), ONE / 4 * 3);
        assert_eq!(at_least(0, [0].into_iter()), ONE);
        assert_eq!(at_least(2, [HALF, HALF].into_iter()), ONE / 4);
        assert_eq!(at_least(1, [HALF, HALF].into_iter()), ONE / 4 * 3);
        assert_eq!(at_least(2, [ONE, 0, HALF].into_iter()), HALF);
        assert_eq!(at_least(3, [ONE, ONE].into_iter()), 0);
    }
}
