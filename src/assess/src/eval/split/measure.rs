//! How far a goal is: a guide for the search, never a verdict.

use super::seek::Seek;
use crate::Verdict;
use crate::program::{CRule, FGoal, FNode, Value};

/// A rule that is no count and no score weighs as much as so many hundredths of points.
const RULE: i64 = 1_000;

fn plain(verdict: Verdict) -> i64 {
    match verdict {
        Verdict::Met => 2 * RULE,
        Verdict::Open => RULE,
        Verdict::NotMet => 0,
    }
}

impl Seek<'_> {
    /// The larger, the nearer the goal is to being met.
    pub(super) fn measure(&mut self, goal: &FGoal) -> i64 {
        for at in &goal.cone {
            let measure = self.node_measure(*at);
            if let Some(place) = self.measures.get_mut(*at) {
                *place = measure;
            }
        }
        self.measures.get(goal.node).copied().unwrap_or(0)
    }

    fn node_measure(&self, at: usize) -> i64 {
        let verdict = self.verdict(at);
        let flat = &self.case.program.flat;
        let known = |part: usize| self.measures.get(part).copied().unwrap_or(0);
        match flat.nodes.get(at).copied() {
            Some(FNode::Not(part)) => known(part).saturating_neg(),
            _ if !verdict.is_open() => plain(verdict),
            Some(node @ (FNode::All(_) | FNode::Any(_) | FNode::AtLeast(..))) => {
                let parts: i64 = flat.below(node).iter().map(|part| known(*part)).sum();
                RULE.saturating_add(parts)
            }
            Some(FNode::Choose { question, parts }) => {
                let chosen = match self.case.subject.answer(question) {
                    Value::Choice(choice) => flat.parts(parts).get(choice),
                    _ => None,
                };
                chosen.map_or(RULE, |part| known(*part))
            }
            Some(FNode::Leaf(leaf)) => {
                let rule = flat.leaves.get(leaf);
                rule.map_or(RULE, |rule| self.leaf_measure(rule))
            }
            _ => RULE,
        }
    }

    fn leaf_measure(&self, rule: &CRule) -> i64 {
        let case = self.case;
        match rule {
            CRule::Records {
                list,
                filter,
                at_least,
                window,
            } => {
                let count = case.count(*list, filter, *window);
                let possible = if count.open {
                    *at_least
                } else {
                    count.possible
                };
                let sure = count.sure.min(*at_least);
                let reached = sure.saturating_add(possible.min(*at_least));
                i64::try_from(reached).unwrap_or(0).saturating_mul(RULE)
            }
            CRule::EachYear {
                list,
                year,
                last,
                filter,
                unique,
            } => {
                let years = case.years_before_season(*last);
                let of = |y| plain(case.year_passes(*list, *year, (filter, *unique), y));
                years.map(of).sum()
            }
            CRule::ScoreReachesLine => case.tally().map_or(0, |tally| {
                // Block caps hide what lies above them; the rows tell more.
                let rows = tally
                    .rows
                    .iter()
                    .map(|row| row.points.low.saturating_add(row.points.high));
                rows.sum()
            }),
            _ => RULE,
        }
    }
}
