//! Looking for a dossier for which goals come true, or for the proof that there is none.
//!
//! Goals are taken apart until only answers, records and their counts are asked for. A branch in
//! which these contradict one another is closed; from any other a dossier is made and put to the
//! engine. When every branch is closed, no dossier exists. A branch that is neither closed nor
//! leads to a dossier leaves the matter undecided, as does the bound.

use assess::Assessment;
use dossier::Dossier;

use crate::branch::Branch;
use crate::goal::{Goal, Step};
use crate::witness;
use crate::world::World;

/// Branches looked at before a question is left undecided.
const MOST_BRANCHES: u32 = 20_000;
/// Dossiers put to the engine before a question is left undecided.
const MOST_TRIES: u32 = 60;

/// What came of a search.
#[derive(Clone, Debug)]
pub(crate) enum Outcome {
    /// The engine agrees that it comes true for this dossier.
    Found(Box<Dossier>),
    /// It comes true for no dossier.
    Impossible,
    /// It would take something that is not published.
    Unpublished,
    /// Neither could be shown within the bound.
    Undecided,
}

impl Outcome {
    /// The dossier that was found.
    pub(crate) fn dossier(&self) -> Option<&Dossier> {
        match self {
            Self::Found(dossier) => Some(dossier),
            _ => None,
        }
    }

    /// Whether no dossier exists.
    pub(crate) fn is_impossible(&self) -> bool {
        matches!(self, Self::Impossible)
    }
}

/// Whether an assessment shows what is looked for.
pub(crate) type Shows<'s> = &'s dyn Fn(&Assessment) -> bool;

/// A search at a level.
pub(crate) struct Solver<'w, 'a> {
    pub(crate) world: &'w World<'a>,
    pub(crate) level: &'a str,
    shows: Shows<'w>,
    branches: u32,
    tries: u32,
    unpublished: bool,
    undecided: bool,
    found: Option<Box<Dossier>>,
}

impl<'w, 'a> Solver<'w, 'a> {
    /// Looks for a dossier for which all goals come true and that `shows` recognizes.
    pub(crate) fn solve(
        world: &'w World<'a>,
        level: &'a str,
        goals: Vec<Goal<'a>>,
        shows: Shows<'w>,
    ) -> Outcome {
        let mut solver = Self {
            world,
            level,
            shows,
            branches: 0,
            tries: 0,
            unpublished: false,
            undecided: !world.whole,
            found: None,
        };
        solver.search(goals, Vec::new(), Branch::root(world));
        if let Some(dossier) = solver.found {
            Outcome::Found(dossier)
        } else if solver.undecided {
            Outcome::Undecided
        } else if solver.unpublished {
            Outcome::Unpublished
        } else {
            Outcome::Impossible
        }
    }

    fn is_over(&mut self) -> bool {
        self.branches = self.branches.saturating_add(1);
        if self.branches > MOST_BRANCHES || self.tries >= MOST_TRIES {
            self.undecided = true;
        }
        self.found.is_some() || self.branches > MOST_BRANCHES || self.tries >= MOST_TRIES
    }

    /// Goes down one branch; `waiting` are the alternatives still to be chosen from.
    fn search(
        &mut self,
        goals: Vec<Goal<'a>>,
        mut waiting: Vec<Vec<Vec<Goal<'a>>>>,
        mut branch: Branch,
    ) {
        if self.is_over() {
            return;
        }
        let mut goals = goals;
        while let Some(goal) = goals.pop() {
            match self.step(goal, &mut branch) {
                Some(Step::All(more)) => goals.extend(more),
                Some(Step::Either(mut ways)) if ways.len() == 1 => {
                    goals.extend(ways.pop().unwrap_or_default());
                }
                Some(Step::Either(ways)) if ways.is_empty() => return,
                Some(Step::Either(ways)) => waiting.push(ways),
                Some(Step::Unpublished) => {
                    self.unpublished = true;
                    return;
                }
                Some(Step::Unclear) => self.undecided = true,
                None => return,
            }
        }
        if branch.is_contradictory(self.world) {
            return;
        }
        let fewest = waiting
            .iter()
            .enumerate()
            .min_by_key(|(_, ways)| ways.len());
        let Some((place, _)) = fewest else {
            return self.leaf(&branch);
        };
        let ways = waiting.swap_remove(place);
        for way in ways {
            self.search(way, waiting.clone(), branch.clone());
        }
    }

    /// Takes a goal into the branch, or apart; none when it cannot come true.
    fn step(&self, goal: Goal<'a>, branch: &mut Branch) -> Option<Step<'a>> {
        let done = Step::All(Vec::new());
        match goal {
            Goal::Rule(rule, want) => return Some(self.rule(rule, want)),
            Goal::Some(count, goals) => return Some(choose(count, goals)),
            Goal::Answers(question, answers) => branch.restrict(question, &answers),
            Goal::Need(scope, count) => branch.needs.push((scope, count)),
            Goal::Limit(scope, below) => branch.limits.push((scope, below)),
            Goal::Day(date, after, want) => {
                return branch.compare((date, after), want).then_some(done);
            }
            Goal::Score(want) => return branch.reach(want).then_some(done),
        }
        Some(done)
    }

    fn leaf(&mut self, branch: &Branch) {
        let level = self.world.book.level.iter();
        let level = level.clone().find(|level| level.id == self.level);
        for dossier in witness::dossiers(self.world, level, branch) {
            self.tries = self.tries.saturating_add(1);
            if (self.shows)(&self.world.judge(&dossier)) {
                self.found = Some(Box::new(dossier));
                return;
            }
        }
        self.undecided = true;
    }
}

/// So many of the goals: with the first one, or without it.
fn choose(count: u32, mut goals: Vec<Goal<'_>>) -> Step<'_> {
    let all = u32::try_from(goals.len()).unwrap_or(u32::MAX);
    if count == 0 {
        return Step::All(Vec::new());
    }
    if count >= all {
        let possible = count == all;
        return if possible {
            Step::All(goals)
        } else {
            Step::Either(Vec::new())
        };
    }
    if count == 1 {
        return Step::Either(goals.into_iter().map(|goal| vec![goal]).collect());
    }
    let first = goals.remove(0);
    let rest = Goal::Some(count.saturating_sub(1), goals.clone());
    Step::Either(vec![vec![first, rest], vec![Goal::Some(count, goals)]])
}
