//! The quick walk: verdicts alone, in one pass over rules in a row, or of what is asked for.

use super::case::Case;
use super::split::Stock;
use crate::Verdict;
use crate::program::{CFilter, CLevel, CRoute, CRule, FLevel, FNode, Flat, Target, Value, each};

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
        FNode::Choose { question, parts } => choose(case, question, flat.parts(parts), of),
        node => single(case, flat, node),
    }
}

/// The verdict of a part for each choice; `of` judges one.
fn choose(
    case: &Case<'_>,
    question: usize,
    parts: &[usize],
    of: impl Fn(&usize) -> Verdict,
) -> Verdict {
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

/// The verdict of a node that has no parts.
fn single(case: &Case<'_>, flat: &Flat, node: FNode) -> Verdict {
    match node {
        FNode::Always(verdict) => verdict,
        FNode::Answer { question, passes } => answer(case.subject.set(question), passes),
        FNode::Leaf(leaf) => match flat.leaves.get(leaf) {
            Some(rule) if Stock::is_enough(case, (leaf, rule)) => Verdict::Met,
            Some(rule) => case.leaf(rule),
            None => Verdict::NotMet,
        },
        // The others have parts.
        _ => Verdict::Open,
    }
}

/// Whether all classes pass that an answer may be of, or any.
fn answer(set: u64, passes: u64) -> Verdict {
    if set & !passes == 0 {
        Verdict::Met
    } else if set & passes == 0 {
        Verdict::NotMet
    } else {
        Verdict::Open
    }
}

/// A verdict that was found, and the number of the case that it was found for.
#[derive(Clone, Copy)]
pub(super) struct Known {
    turn: u32,
    verdict: Verdict,
}

impl Default for Known {
    /// No case bears the number 0.
    fn default() -> Self {
        Self {
            turn: 0,
            verdict: Verdict::Open,
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
        node.map_or(Verdict::NotMet, |node| self.case.verdict(*node))
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
        goal.map_or(Verdict::NotMet, |goal| self.verdict(goal.node))
    }

    /// The verdict that three-valued logic gives to a node. Its parts are looked at one after
    /// another, until those that are left can change nothing.
    #[inline]
    pub(super) fn verdict(&self, at: usize) -> Verdict {
        match self.program.flat.nodes.get(at) {
            // Quicker than to look whether it is known.
            Some(FNode::Answer { question, passes }) => {
                answer(self.subject.set(*question), *passes)
            }
            Some(node) => self.once(at, node),
            None => Verdict::NotMet,
        }
    }

    /// The verdict of a node, found at the first call.
    fn once(&self, at: usize, node: &FNode) -> Verdict {
        let Some((place, turn, span)) = self.known(at) else {
            return Verdict::NotMet;
        };
        let known = place.get();
        if known.turn == turn || known.turn == span && !known.verdict.is_open() {
            return known.verdict;
        }
        let verdict = self.found(at, node);
        place.set(Known { turn, verdict });
        verdict
    }

    /// The same at that call; apart from the others, which are very many.
    #[inline(never)]
    fn found(&self, at: usize, node: &FNode) -> Verdict {
        self.settled(at).unwrap_or_else(|| self.of_parts(node))
    }

    fn of_parts(&self, node: &FNode) -> Verdict {
        let parts = |part: &usize| self.verdict(*part);
        self.combined(node, parts)
            .unwrap_or_else(|| single(self, &self.program.flat, *node))
    }

    /// The verdict of a node by its parts, which `of` judges until those that are left can change nothing; none for a node
    /// that has no parts.
    fn combined(&self, node: &FNode, of: impl Fn(&usize) -> Verdict) -> Option<Verdict> {
        let flat = &self.program.flat;
        Some(match node {
            FNode::All(parts) => all(flat.parts(*parts), of),
            FNode::Any(parts) => any(flat.parts(*parts), of),
            FNode::AtLeast(count, parts) => at_least(*count, flat.parts(*parts), of),
            FNode::Not(part) => of(part).negate(),
            FNode::Choose { question, parts } => choose(self, *question, flat.parts(*parts), of),
            FNode::Always(_) | FNode::Answer { .. } | FNode::Leaf(_) => return None,
        })
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
            } => self.enough((*list, filter, *window), *at_least),
            CRule::EachYear {
                list,
                year,
                last,
                filter,
                unique,
            } => {
                let years = self.years_before_season(*last);
                let all = self.all_pass(years, (*list, *year), (filter, *unique));
                // In some of several seasons other years are asked for.
                if self.is_one_season() || all == Verdict::Met {
                    all
                } else {
                    Verdict::Open
                }
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

    /// The last calendar years before the season's year; of several seasons those before any.
    pub(crate) fn years_before_season(&self, last: i32) -> impl Iterator<Item = i32> + use<> {
        let (first, end) = self.seasons();
        first.year.saturating_sub(last)..end.year
    }

    /// Whether each of some years has a record that passes.
    fn all_pass(
        &self,
        years: impl Iterator<Item = i32>,
        (list, year): (usize, usize),
        passing: (&CFilter, bool),
    ) -> Verdict {
        let mut verdict = Verdict::Met;
        for own in years {
            verdict = verdict.and(self.year_passes(list, year, passing, own));
            if verdict == Verdict::NotMet {
                break;
            }
        }
        verdict
    }
}

fn all(parts: &[usize], of: impl Fn(&usize) -> Verdict) -> Verdict {
    let mut verdict = Verdict::Met;
    for part in parts {
        verdict = verdict.and(of(part));
        if verdict == Verdict::NotMet {
            break;
        }
    }
    verdict
}

fn any(parts: &[usize], of: impl Fn(&usize) -> Verdict) -> Verdict {
    let mut verdict = Verdict::NotMet;
    for part in parts {
        verdict = verdict.or(of(part));
        if verdict == Verdict::Met {
            break;
        }
    }
    verdict
}

fn at_least(count: usize, parts: &[usize], of: impl Fn(&usize) -> Verdict) -> Verdict {
    let (mut met, mut possible) = (0_usize, parts.len());
    for part in parts {
        if met >= count || possible < count {
            break;
        }
        match of(part) {
            Verdict::Met => met = met.saturating_add(1),
            Verdict::NotMet => possible = possible.saturating_sub(1),
            Verdict::Open => {}
        }
    }
    Verdict::reached(met, possible, count)
}
