//! Whether what is decided can only gain, or only lose, by an answer that is higher and by a
//! record more.
//!
//! Where it can only gain, the highest answer decides whether it can be met, and the lowest one
//! whether it must be; nothing between them needs to be tried.

use super::asks::{Ask, Asked, Groups};
use super::classes::{Classes, each};
use super::flat::{FNode, Flat};
use super::{Bound, CAnchor, CDateRule, CEarn, CFilter, CRecordsEarn, CRule, CTest, Program};

/// How something depends on an answer or a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Sign {
    /// Not at all.
    #[default]
    Apart,
    /// It never loses when the answer is higher, or the list has a record more.
    Up,
    /// It never gains by it.
    Down,
    /// Neither is known.
    Mixed,
}

impl Sign {
    fn join(self, other: Self) -> Self {
        match (self, other) {
            (Self::Apart, sign) | (sign, Self::Apart) => sign,
            (one, other) if one == other => one,
            _ => Self::Mixed,
        }
    }

    pub(crate) fn flip(self) -> Self {
        match self {
            Self::Up => Self::Down,
            Self::Down => Self::Up,
            same => same,
        }
    }

    /// What depends so on something that itself depends so.
    fn through(self, inner: Self) -> Self {
        match (self, inner) {
            (Self::Apart, _) | (_, Self::Apart) => Self::Apart,
            (Self::Mixed, _) | (_, Self::Mixed) => Self::Mixed,
            (outer, Self::Up) => outer,
            (outer, Self::Down) => outer.flip(),
        }
    }
}

/// By question, and by list.
#[derive(Clone, Debug, Default)]
pub(crate) struct Signs {
    pub(crate) questions: Vec<Sign>,
    pub(crate) lists: Vec<Sign>,
}

/// How the score depends on what is asked.
pub(super) fn score_signs(program: &Program) -> Signs {
    let mut found = Finding::new(program);
    found.score(Sign::Up);
    found.signs
}

/// How a node depends on what is asked.
pub(super) fn signs(program: &Program, flat: &Flat, node: usize) -> Signs {
    let mut found = Finding::new(program);
    found.walk(flat, node);
    found.signs
}

fn note(signs: &mut [Sign], place: usize, sign: Sign) {
    if let Some(own) = signs.get_mut(place) {
        *own = own.join(sign);
    }
}

/// The walk that finds how something depends on what is asked.
pub(super) struct Finding<'p> {
    program: &'p Program,
    signs: Signs,
    /// What is asked of single records, if that is wanted.
    pub(super) asks: Option<Vec<Ask>>,
}

impl<'p> Finding<'p> {
    fn new(program: &'p Program) -> Self {
        let signs = Signs {
            questions: vec![Sign::Apart; program.questions.len()],
            lists: vec![Sign::Apart; program.lists.len()],
        };
        Self {
            program,
            signs,
            asks: None,
        }
    }

    /// The same with what is asked of single records.
    pub(super) fn with_asks(program: &'p Program) -> Self {
        let asks = Some(Vec::new());
        Self {
            asks,
            ..Self::new(program)
        }
    }
}

impl Finding<'_> {
    /// Walks down from a node that shall hold.
    pub(super) fn walk(&mut self, flat: &Flat, node: usize) {
        let mut of_nodes = vec![Sign::Apart; flat.nodes.len()];
        let mut groups = self.asks.is_some().then(|| Groups::below(flat, node));
        note(&mut of_nodes, node, Sign::Up);
        for (at, node) in flat.nodes.iter().enumerate().rev() {
            let sign = of_nodes.get(at).copied().unwrap_or_default();
            if sign == Sign::Apart {
                continue;
            }
            for part in flat.below(*node) {
                note(&mut of_nodes, *part, sign);
            }
            match node {
                FNode::Not(part) => note(&mut of_nodes, *part, sign.flip()),
                FNode::Choose { question, .. } => self.question(*question, Sign::Mixed),
                FNode::Answer { question, passes } => self.answer(*question, *passes, sign),
                FNode::Any(parts) => {
                    if let Some(groups) = &mut groups {
                        groups.any(at, flat.parts(*parts));
                    }
                }
                FNode::Leaf(leaf) => {
                    if let Some(rule) = flat.leaves.get(*leaf) {
                        self.passes((at, *leaf, rule), sign, groups.as_mut());
                        self.rule(rule, sign);
                    }
                }
                _ => {}
            }
        }
    }

    /// Notes what a rule asks of records.
    fn passes(
        &mut self,
        (at, leaf, rule): (usize, usize, &CRule),
        sign: Sign,
        groups: Option<&mut Groups>,
    ) {
        let (Some(asks), Some(groups)) = (&mut self.asks, groups) else {
            return;
        };
        let (list, shared) = match rule {
            CRule::Records {
                list,
                at_least: 1,
                window,
                ..
            } => (*list, groups.place(at, (*list, *window), asks.len())),
            CRule::Records { list, .. } | CRule::EachYear { list, .. } => (*list, None),
            _ => return,
        };
        let shared = shared.and_then(|place| asks.get_mut(place));
        match shared.map(|ask| &mut ask.asked) {
            Some(Asked::Passes(leaves)) => leaves.push(leaf),
            _ => asks.push(Ask {
                list,
                sign,
                asked: Asked::Passes(vec![leaf]),
            }),
        }
    }

    fn ask(&mut self, list: usize, sign: Sign, asked: Asked) {
        let Some(asks) = &mut self.asks else {
            return;
        };
        let ask = Ask { list, sign, asked };
        if !asks.contains(&ask) {
            asks.push(ask);
        }
    }

    fn question(&mut self, question: usize, sign: Sign) {
        note(&mut self.signs.questions, question, sign);
    }

    fn list(&mut self, list: usize, sign: Sign) {
        note(&mut self.signs.lists, list, sign);
    }

    fn classes(&self, question: usize) -> Option<&Classes> {
        self.program.questions.get(question)?.classes.as_ref()
    }

    fn answer(&mut self, question: usize, passes: u64, sign: Sign) {
        let own = self.classes(question).map_or(Sign::Mixed, |classes| {
            rising(each(classes.all).map(|class| i64::from(passes >> class & 1 == 1)))
        });
        self.question(question, sign.through(own));
    }

    fn rule(&mut self, rule: &CRule, sign: Sign) {
        match rule {
            CRule::Answer { question, test } => {
                self.question(*question, Sign::Mixed);
                self.test(test, Sign::Mixed);
            }
            CRule::Records {
                list,
                filter,
                window,
                ..
            } => {
                self.list(*list, sign);
                self.filter(filter, sign);
                self.window(*window, sign);
            }
            CRule::EachYear { list, filter, .. } => {
                self.list(*list, sign);
                self.filter(filter, sign);
            }
            CRule::Years { since: date, .. } | CRule::Dated(date) => self.date(*date, sign),
            CRule::Day { date, after } => {
                self.date(*after, sign);
                let own = if self.always(*date) {
                    sign.flip()
                } else {
                    Sign::Mixed
                };
                self.date(*date, own);
            }
            CRule::Barred { question, .. } => self.question(*question, Sign::Mixed),
            CRule::ScoreReachesLine => self.score(sign),
            // The others are no leaves, or ask nothing.
            _ => {}
        }
    }

    /// Records that pass, more of them the earlier the days are from which they count.
    fn filter(&mut self, filter: &CFilter, sign: Sign) {
        for (_, test) in &filter.tests {
            self.test(test, sign);
        }
    }

    fn test(&mut self, test: &CTest, sign: Sign) {
        for bound in &test.bounds {
            match bound {
                Bound::OnOrAfter(date) => self.date(*date, sign),
                Bound::OnOrBefore(date) => self.date(*date, Sign::Mixed),
                _ => {}
            }
        }
    }

    fn window(&mut self, window: Option<usize>, sign: Sign) {
        let program = self.program;
        if let Some(window) = window.and_then(|window| program.windows.get(window)) {
            for from in &window.from {
                self.date(*from, sign);
            }
            self.date(window.to, Sign::Mixed);
        }
    }

    /// What gains when a day is earlier, or comes to exist.
    fn date(&mut self, date: usize, sign: Sign) {
        let program = self.program;
        match program.dates.get(date).map(|date| &date.rule) {
            Some(CDateRule::Answer(question)) => self.day_question(*question, sign.flip()),
            Some(CDateRule::StagedAge { birth, by, .. }) => {
                self.day_question(*birth, sign.flip());
                self.question(*by, Sign::Mixed);
            }
            Some(CDateRule::Earliest(anchors)) => {
                for (place, anchor) in anchors.iter().enumerate() {
                    let CAnchor { list, filter, .. } = anchor;
                    self.ask(*list, sign, Asked::Anchor { date, place });
                    self.list(*list, sign);
                    self.filter(filter, sign);
                }
            }
            Some(CDateRule::CutOff | CDateRule::YearsBeforeCutOff(_)) | None => {}
        }
    }

    /// "None" has no place among the days.
    fn day_question(&mut self, question: usize, sign: Sign) {
        let own = if self.answers_none(question) {
            Sign::Mixed
        } else {
            sign
        };
        self.question(question, own);
    }

    fn answers_none(&self, question: usize) -> bool {
        let slot = self.program.questions.get(question);
        slot.is_none_or(|slot| slot.none)
    }

    /// Whether a day exists whatever is answered.
    fn always(&self, date: usize) -> bool {
        match self.program.dates.get(date).map(|date| &date.rule) {
            Some(CDateRule::CutOff | CDateRule::YearsBeforeCutOff(_)) => true,
            Some(CDateRule::Answer(question)) => !self.answers_none(*question),
            Some(CDateRule::StagedAge { birth, stages, .. }) => {
                !self.answers_none(*birth) && stages.iter().all(Option::is_some)
            }
            Some(CDateRule::Earliest(_)) | None => false,
        }
    }

    pub(super) fn score(&mut self, sign: Sign) {
        let program = self.program;
        let rows = program.score.iter().flat_map(|score| &score.rows);
        for (row, compiled) in rows.enumerate() {
            self.earn(&compiled.earn, (row, &mut 0), sign);
        }
    }

    /// `way` counts the ways in which records earn in the row.
    fn earn(&mut self, earn: &CEarn, (row, way): (usize, &mut usize), sign: Sign) {
        match earn {
            CEarn::Records(earn) => {
                let own = self.records(earn, sign);
                let asked = Asked::Earns { row, way: *way };
                self.ask(earn.list, own, asked);
                *way = way.saturating_add(1);
            }
            CEarn::YearsSince { date, bands } => {
                // The highest number of years stands first.
                let points = bands.iter().map(|(_, points)| *points);
                let fewer = rising(points.chain([0]));
                self.date(*date, sign.through(fewer.flip()));
            }
            CEarn::Answer {
                question, points, ..
            } => {
                let own = self.classes(*question).map_or(Sign::Mixed, |classes| {
                    let points = each(classes.all).map(|class| points.get(class));
                    rising(points.map(|points| points.copied().unwrap_or(0)))
                });
                self.question(*question, sign.through(own));
            }
            CEarn::Highest(earns) => {
                for earn in earns {
                    self.earn(earn, (row, &mut *way), sign);
                }
            }
        }
    }

    /// Gives how it depends on a record more, or on one that earns more.
    fn records(&mut self, earn: &CRecordsEarn, sign: Sign) -> Sign {
        // A record more can take the place of one that no part cap holds down.
        let replaced = earn.best_only || earn.best_per.is_some();
        let own = if replaced && !earn.part_caps.is_empty() {
            Sign::Mixed
        } else {
            sign
        };
        self.list(earn.list, own);
        self.window(earn.window, own);
        self.filter(&earn.filter, own);
        let steps = earn.points.iter().map(|step| &step.filter);
        let parts = earn.part_caps.iter().map(|part| &part.filter);
        for filter in steps.chain(parts) {
            self.filter(filter, Sign::Mixed);
        }
        for (test, _) in earn.factor.iter().flat_map(|factor| &factor.steps) {
            self.test(test, Sign::Mixed);
        }
        own
    }
}

/// Whether numbers only rise, or only fall.
fn rising(numbers: impl Iterator<Item = i64>) -> Sign {
    let mut sign = Sign::Apart;
    let mut before = None;
    for number in numbers {
        sign = match before {
            Some(before) if number > before => sign.join(Sign::Up),
            Some(before) if number < before => sign.join(Sign::Down),
            _ => sign,
        };
        before = Some(number);
    }
    sign
}
