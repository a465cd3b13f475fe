//! The quick walk: one pass over all rules in a row, verdicts alone.

use super::case::Case;
use crate::Verdict;
use crate::program::{CLevel, CRoute, CRule, FLevel, FNode, Flat, Target, Value, each};

/// Judges nodes in their order; what is settled is not judged again.
pub(super) fn pass(
    case: &Case<'_>,
    nodes: impl Iterator<Item = usize>,
    settled: &[Option<Verdict>],
    verdicts: &mut [Verdict],
) {
    let flat = &case.program.flat;
    for at in nodes {
        let known = settled.get(at).copied().flatten();
        let verdict = known.unwrap_or_else(|| {
            let node = flat.nodes.get(at).copied();
            node.map_or(Verdict::NotMet, |node| judge(case, flat, node, verdicts))
        });
        if let Some(place) = verdicts.get_mut(at) {
            *place = verdict;
        }
    }
}

/// The verdict of a node whose parts are judged.
fn judge(case: &Case<'_>, flat: &Flat, node: FNode, verdicts: &[Verdict]) -> Verdict {
    let of = |part: &usize| verdicts.get(*part).copied().unwrap_or(Verdict::NotMet);
    let all = |parts| flat.parts(parts).iter().map(of);
    match node {
        FNode::All(parts) => all(parts).fold(Verdict::Met, Verdict::and),
        FNode::Any(parts) => all(parts).fold(Verdict::NotMet, Verdict::or),
        FNode::AtLeast(count, parts) => Verdict::at_least(count, all(parts)),
        FNode::Not(part) => of(&part).negate(),
        FNode::Choose { question, parts } => {
            let parts = flat.parts(parts);
            match case.subject.answer(question) {
                Value::Choice(choice) => parts.get(choice).map_or(Verdict::NotMet, of),
                Value::Unknown => {
                    let set = case.subject.set(question);
                    if set == 0 {
                        Verdict::agree(parts.iter().map(of))
                    } else {
                        Verdict::agree(each(set).filter_map(|choice| parts.get(choice)).map(of))
                    }
                }
                _ => Verdict::NotMet,
            }
        }
        FNode::Always(verdict) => verdict,
        FNode::Answer { question, passes } => {
            let set = case.subject.set(question);
            Verdict::reached(u8::from(set & !passes == 0), u8::from(set & passes != 0), 1)
        }
        FNode::Leaf(leaf) => {
            let rule = flat.leaves.get(leaf);
            rule.map_or(Verdict::NotMet, |rule| case.leaf(rule))
        }
    }
}

/// A case seen at one level.
pub(crate) struct AtLevel<'c> {
    case: &'c Case<'c>,
    level: Option<&'c FLevel>,
}

impl<'c> AtLevel<'c> {
    pub(super) fn new(case: &'c Case<'_>, level: &CLevel) -> Self {
        let level = case.program.flat.levels.get(level.place);
        Self { case, level }
    }

    /// The verdict of a route: gates and requirements.
    pub(crate) fn route(&self, route: &CRoute) -> Verdict {
        self.node(self.level.and_then(|level| level.routes.get(route.place)))
    }

    /// The verdict of a clause; not met where the level has no such clause.
    pub(crate) fn clause(&self, clause: usize) -> Verdict {
        self.node(self.level.and_then(|level| level.clauses.get(clause)))
    }

    fn node(&self, node: Option<&usize>) -> Verdict {
        let verdict = node.and_then(|node| self.case.all_verdicts().get(*node));
        verdict.copied().unwrap_or(Verdict::NotMet)
    }

    /// The verdict of a rule, for walks that take rules apart.
    pub(crate) fn rule(&self, rule: &CRule) -> Verdict {
        let each = |rules: &[CRule]| -> Vec<Verdict> {
            rules.iter().map(|rule| self.rule(rule)).collect()
        };
        match rule {
            CRule::All(rules) => each(rules).into_iter().fold(Verdict::Met, Verdict::and),
            CRule::Any(rules) => each(rules).into_iter().fold(Verdict::NotMet, Verdict::or),
            CRule::Not(rule) => self.rule(rule).negate(),
            CRule::AtLeast { count, of } => Verdict::at_least(*count, each(of)),
            CRule::Clause(clause) => self.clause(*clause),
            CRule::Choose { question, cases } => {
                let verdict = |case: &Option<CRule>| {
                    let rule = case.as_ref();
                    rule.map_or(Verdict::NotMet, |rule| self.rule(rule))
                };
                match self.case.subject.answer(*question) {
                    Value::Choice(choice) => cases.get(choice).map_or(Verdict::NotMet, verdict),
                    Value::Unknown => Verdict::agree(cases.iter().map(verdict)),
                    _ => Verdict::NotMet,
                }
            }
            leaf => self.case.leaf(leaf),
        }
    }
}

impl Case<'_> {
    /// The verdict that three-valued logic gives to a goal.
    pub(crate) fn goal(&self, level: usize, target: Target) -> Verdict {
        let flat = &self.program.flat;
        let goal = flat
            .goal(level, target)
            .and_then(|place| flat.goals.get(place));
        let Some(goal) = goal else {
            return Verdict::NotMet;
        };
        let mut verdicts = vec![Verdict::Open; flat.nodes.len()];
        pass(self, goal.cone.iter().copied(), &[], &mut verdicts);
        verdicts.get(goal.node).copied().unwrap_or(Verdict::NotMet)
    }

    /// The verdicts of all nodes.
    pub(super) fn verdicts(&self) -> Vec<Verdict> {
        let nodes = self.program.flat.nodes.len();
        let mut verdicts = vec![Verdict::Open; nodes];
        pass(self, 0..nodes, &[], &mut verdicts);
        verdicts
    }

    /// The verdict of a rule that combines no others.
    pub(super) fn leaf(&self, rule: &CRule) -> Verdict {
        match rule {
            CRule::Answer { question, test } => self.answer_passes(*question, test),
            CRule::Records {
                list,
                filter,
                at_least,
                window,
            } => self.count(*list, filter, *window).reaches(*at_least),
            CRule::EachYear {
                list,
                year,
                last,
                filter,
                unique,
            } => {
                let years = self.years_before_season(*last);
                let verdicts = years.map(|y| self.year_passes(*list, *year, (filter, *unique), y));
                verdicts.fold(Verdict::Met, Verdict::and)
            }
            CRule::Years { since, at_least } => self.years_reach(*since, *at_least),
            CRule::Dated(date) => self.day(*date).exists(),
            CRule::Day { date, after } => self.day(*date).after(self.day(*after)),
            CRule::Barred { question, seasons } => self.barred(*question, *seasons),
            CRule::ScoreReachesLine => self.score_reaches(),
            // What is not published; and the others, which are no leaves.
            _ => Verdict::Open,
        }
    }

    /// The last calendar years before the season's year.
    pub(crate) fn years_before_season(&self, last: i32) -> impl Iterator<Item = i32> + use<> {
        let season = self.season.year;
        season.saturating_sub(last)..season
    }
}
