//! The search for a completion that meets a goal, or fails it, within the bound.

use chrono::NaiveDate;

use super::branch::Change;
use super::goal::{Found, Seen};
use super::scratch::Scratch;
use super::seek::{Keeps, Seek};
use super::{ALL_LOOKS, GOAL_LOOKS, RICH_LOOKS, menu};
use crate::Verdict;
use crate::engine::Term;
use crate::eval::case::Case;
use crate::eval::unknown::Unknown;
use crate::eval::verdict::pass;
use crate::program::{Ask, FGoal, FLevel, FNode, Program, Sign, Signs, ends};
use crate::subject::Subject;

/// A search on one dossier.
pub(in crate::eval) struct Search<'a> {
    pub(super) program: &'a Program,
    pub(super) season: Term,
    pub(super) today: NaiveDate,
    /// The answers that were given.
    root: &'a Subject,
    pub(super) scratch: &'a mut Scratch,
    /// The level of which what shows besides is noted.
    level: Option<&'a FLevel>,
    /// How many looks there may be in all, and were.
    all: u32,
    looks: u32,
    /// How many looks this side of the goal may have, and has had.
    most: u32,
    goal_looks: u32,
}

impl<'a> Search<'a> {
    /// Notes what three-valued logic settles of a level. Each level is settled by itself, so that what is found of one
    /// does not hang on whether others are asked about.
    pub(in crate::eval) fn begin(
        case: &Case<'a>,
        today: NaiveDate,
        (level, scratch): (usize, &'a mut Scratch),
    ) -> Self {
        let flat = &case.program.flat;
        let laid = flat.levels.get(level);
        let nodes = laid.map(|laid| laid.nodes.as_slice()).unwrap_or_default();
        scratch.note(case, nodes.iter().copied());
        scratch.seen.resize(flat.goals.len(), Seen::default());
        for place in laid.iter().flat_map(|laid| &laid.goals) {
            let node = flat.goals.get(*place).map(|goal| goal.node);
            let verdict = node.and_then(|node| scratch.verdicts.get(node)).copied();
            let verdict = verdict.unwrap_or(Verdict::Open);
            let node = node.and_then(|node| flat.nodes.get(node));
            if let Some(seen) = scratch.seen.get_mut(*place) {
                *seen = match (verdict, node) {
                    // It may be of classes that pass and of others, and any of them completes it.
                    (Verdict::Open, Some(FNode::Answer { .. })) => Seen::EITHER,
                    (verdict, _) => Seen::settled(verdict),
                };
            }
        }
        let parts = (case.program, case.subject);
        Self {
            level: laid,
            ..Self::new(parts, (case.season, today), scratch)
        }
    }

    /// The same for one goal, of which it is only asked whether a completion turns out one way.
    pub(super) fn begin_at(
        case: &Case<'a>,
        today: NaiveDate,
        (goal, scratch): (&FGoal, &'a mut Scratch),
    ) -> Self {
        scratch.note(case, goal.cone.iter().copied());
        let parts = (case.program, case.subject);
        Self::new(parts, (case.season, today), scratch)
    }

    /// A search that notes nothing.
    pub(super) const fn new(
        (program, root): (&'a Program, &'a Subject),
        (season, today): (Term, NaiveDate),
        scratch: &'a mut Scratch,
    ) -> Self {
        Self {
            program,
            season,
            today,
            root,
            scratch,
            level: None,
            all: ALL_LOOKS,
            looks: 0,
            most: GOAL_LOOKS,
            goal_looks: 0,
        }
    }

    /// The same with so many looks for all goals.
    #[must_use]
    pub(super) fn within(self, all: u32) -> Self {
        Self { all, ..self }
    }

    /// Decides a goal.
    pub(in crate::eval) fn settle(&mut self, index: usize) {
        let Some(goal) = self.program.flat.goals.get(index) else {
            return;
        };
        for high in [true, false] {
            let seen = self.scratch.seen.get(index).copied().unwrap_or_default();
            let known = if high { seen.met } else { seen.not_met };
            if known == Found::Unseen && !matches!((seen.met, seen.not_met), (Found::No, _)) {
                let found = self.find(goal, high);
                if let Some(seen) = self.scratch.seen.get_mut(index) {
                    *seen.side(high) = found;
                }
            }
        }
        let seen = self.scratch.seen.get(index).copied().unwrap_or_default();
        let verdict = seen.decision().verdict;
        if let Some(settled) = self.scratch.settled.get_mut(goal.node)
            && !verdict.is_open()
        {
            *settled = Some(verdict);
        }
    }

    /// Looks for a completion that meets the goal, or fails it; one that is found stays where it is.
    pub(super) fn find(&mut self, goal: &FGoal, high: bool) -> Found {
        self.extremes(goal, high);
        let open = self.scratch.subject.lists.iter().any(|list| list.open);
        if open {
            menu::enrich(self.program, self.season, &mut self.scratch.subject);
            self.allow(RICH_LOOKS);
            if self.dig(goal, high) == Found::Yes {
                return Found::Yes;
            }
            self.extremes(goal, high);
        }
        self.allow(GOAL_LOOKS);
        self.dig(goal, high)
    }

    /// Allows so many looks from here on.
    pub(super) const fn allow(&mut self, looks: u32) {
        (self.goal_looks, self.most) = (0, looks);
    }

    /// Counts a look.
    pub(super) const fn count_look(&mut self) {
        self.looks = self.looks.saturating_add(1);
        self.goal_looks = self.goal_looks.saturating_add(1);
    }

    /// Whether the looks that were allowed are used up, or all that there are.
    pub(super) const fn is_spent(&self) -> bool {
        self.goal_looks >= self.most || self.looks >= self.all
    }

    /// What is found where not all was tried, or can be.
    const fn unsure(&mut self) -> Found {
        self.scratch.bounded = true;
        Found::Unsure
    }

    fn extremes(&mut self, goal: &FGoal, high: bool) {
        let asks = goal.asks(self.program);
        self.extremes_of((&goal.signs, (Some(goal), asks)), high);
    }

    /// What it is looked for can only gain by takes its best value, or its worst.
    pub(super) fn extremes_of(
        &mut self,
        (signs, asks): (&Signs, (Option<&FGoal>, &[Ask])),
        high: bool,
    ) {
        let Self {
            program,
            root,
            scratch,
            ..
        } = self;
        let subject = &mut scratch.subject;
        subject.copy(root);
        scratch.added.clear();
        scratch.added.resize(program.lists.len(), 0);
        for (question, sign) in signs.questions.iter().enumerate() {
            let highest = match sign {
                Sign::Up => high,
                Sign::Down => !high,
                Sign::Apart | Sign::Mixed => continue,
            };
            let set = subject.set(question);
            if set.count_ones() > 1 {
                let (lowest, topmost) = ends(set);
                let end = if highest { topmost } else { lowest };
                subject.narrow(program, question, end);
            } else if let Some(day) =
                super::branch::end_of_days((program, self.today), (subject, question), highest)
            {
                subject.put(program, question, day);
            }
        }
        for (list, sign) in signs.lists.iter().enumerate() {
            let closed = match sign {
                Sign::Apart => true,
                Sign::Up => !high,
                Sign::Down => high,
                Sign::Mixed => false,
            };
            if closed {
                subject.close(list);
            }
        }
        self.fill_fields(asks, high);
    }

    /// Tries alternatives, the most promising first.
    fn dig(&mut self, goal: &FGoal, high: bool) -> Found {
        if self.is_spent() {
            return self.unsure();
        }
        let (verdict, keeps) = self.look(goal, |seek, verdict| {
            let open = verdict.is_open();
            (verdict, open.then(|| seek.node(goal.node)).flatten())
        });
        match (verdict, keeps) {
            (Verdict::Open, Some(Keeps::Unknown(unknown))) => self.split(goal, unknown, high),
            (Verdict::Open, Some(Keeps::Unpublished)) => Found::Yes,
            (Verdict::Open, None) => self.unsure(),
            (verdict, _) => self.outcome(verdict, high),
        }
    }

    /// What a settled verdict says of what is looked for.
    fn outcome(&mut self, verdict: Verdict, high: bool) -> Found {
        if verdict != Verdict::of(high) {
            return Found::No;
        }
        self.observe();
        Found::Yes
    }

    fn split(&mut self, goal: &FGoal, unknown: Unknown, high: bool) -> Found {
        let changes = self.changes(unknown);
        if changes.is_empty() {
            return self.unsure();
        }
        let mut order: Vec<(i64, Change)> = Vec::new();
        for change in changes {
            let Some(undo) = self.apply(change) else {
                continue;
            };
            let (verdict, measure) = self.look(goal, |seek, verdict| {
                let open = verdict.is_open();
                (verdict, if open { seek.measure(goal) } else { 0 })
            });
            if verdict == Verdict::of(high) {
                return self.outcome(verdict, high);
            }
            self.undo(undo);
            if verdict.is_open() {
                let far = if high {
                    measure.saturating_neg()
                } else {
                    measure
                };
                let place = order.partition_point(|(other, _)| *other <= far);
                order.insert(place, (far, change));
            }
        }
        let mut found = Found::No;
        for (_, change) in order {
            let Some(undo) = self.apply(change) else {
                continue;
            };
            match self.dig(goal, high) {
                Found::Yes => return Found::Yes,
                Found::Unsure => found = Found::Unsure,
                _ => {}
            }
            self.undo(undo);
            if self.goal_looks >= self.most {
                return self.unsure();
            }
        }
        found
    }

    /// Looks at a goal in this branch.
    fn look<T>(&mut self, goal: &FGoal, view: impl FnOnce(&mut Seek<'_>, Verdict) -> T) -> T {
        self.count_look();
        let Scratch {
            subject,
            settled,
            verdicts,
            measures,
            room,
            ..
        } = &mut *self.scratch;
        let case = Case::within(self.program, subject, self.season, std::mem::take(room));
        pass(&case, goal.cone.iter().copied(), settled, verdicts);
        let verdict = verdicts.get(goal.node).copied().unwrap_or(Verdict::Open);
        let mut seek = Seek {
            case: &case,
            verdicts,
            measures,
        };
        let seen = view(&mut seek, verdict);
        *room = case.leave();
        seen
    }

    /// Notes what this branch shows of every goal of the level of which not all is known.
    fn observe(&mut self) {
        let Some(level) = self.level else {
            return;
        };
        let Scratch {
            subject,
            seen,
            settled,
            room,
            ..
        } = &mut *self.scratch;
        let case = Case::within(self.program, subject, self.season, std::mem::take(room));
        let case = case.knowing(settled);
        for place in &level.goals {
            let goal = self.program.flat.goals.get(*place);
            let seen = seen.get_mut(*place).filter(|seen| !seen.is_known());
            if let (Some(goal), Some(seen)) = (goal, seen) {
                seen.note(case.verdict(goal.node));
            }
        }
        *room = case.leave();
    }
}
