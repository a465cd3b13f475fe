//! The search: witnesses first, then every completion, within the bound.

use chrono::NaiveDate;

use super::branch::{Change, Unknown};
use super::goal::{Decisions, Goal, Seen, Target};
use super::seek::{Keeps, Seek};
use super::{ALL_LOOKS, GOAL_LOOKS, goals, menu};
use crate::Verdict;
use crate::engine::Term;
use crate::eval::case::Case;
use crate::eval::verdict::AtLevel;
use crate::program::{CDateRule, CEarn, CRule, Program, insert};
use crate::subject::Subject;

/// A dive ends after so many steps.
const MOST_STEPS: usize = 300;

/// A search on one dossier.
pub(super) struct Search<'a> {
    pub(super) program: &'a Program,
    pub(super) season: Term,
    pub(super) today: NaiveDate,
    /// The answers as far as this branch has them.
    pub(super) subject: Subject,
    /// Records that this branch has added, by list.
    pub(super) added: Vec<usize>,
    pub(super) goals: Vec<(Goal, Seen)>,
    /// Numbers of years that rules and rows ask for.
    pub(super) years: Vec<u32>,
    /// By level, the clauses that are settled for every completion.
    settled: Vec<Vec<Option<Verdict>>>,
    looks: u32,
    goal_looks: u32,
}

impl<'a> Search<'a> {
    pub(super) fn new(
        program: &'a Program,
        subject: &Subject,
        (season, today): (Term, NaiveDate),
    ) -> Self {
        let goals = goals(program).into_iter();
        let levels = program.levels.iter();
        Self {
            program,
            season,
            today,
            subject: subject.clone(),
            added: vec![0; program.lists.len()],
            goals: goals.map(|goal| (goal, Seen::default())).collect(),
            years: asked_years(program),
            settled: levels.map(|level| vec![None; level.forms.len()]).collect(),
            looks: 0,
            goal_looks: 0,
        }
    }

    /// Notes what three-valued logic settles, and looks for completions that show the rest open.
    pub(super) fn witness(&mut self) {
        self.observe();
        for index in 0..self.goals.len() {
            let seen = self.seen(index);
            if seen.met || seen.not_met {
                self.close(index);
            }
        }
        let root = self.subject.clone();
        let (mut poor, mut rich) = (root.clone(), root.clone());
        if root.lists.iter().any(|list| list.open) {
            for list in &mut poor.lists {
                list.open = false;
            }
            menu::enrich(self.program, self.season, &mut rich);
            for state in [&poor, &rich] {
                self.subject.clone_from(state);
                self.observe();
            }
        }
        for index in (0..self.goals.len()).rev() {
            for (high, state) in [(true, &rich), (false, &poor), (true, &poor), (false, &rich)] {
                let seen = self.seen(index);
                let found = if high { seen.met } else { seen.not_met };
                if !seen.settled && !found {
                    self.subject.clone_from(state);
                    self.dive(index, high);
                }
            }
        }
        self.subject = root;
    }

    /// Decides a goal that witnesses did not.
    pub(super) fn settle(&mut self, index: usize) {
        let seen = self.seen(index);
        if seen.settled || seen.both() {
            return;
        }
        self.goal_looks = 0;
        if self.cover(index) {
            self.close(index);
        }
    }

    /// What was decided.
    pub(super) fn decisions(self) -> Decisions {
        let decided = self.goals.into_iter();
        Decisions(
            decided
                .map(|(goal, seen)| (goal, seen.decision()))
                .collect(),
        )
    }

    fn seen(&self, index: usize) -> Seen {
        self.goals
            .get(index)
            .map(|(_, seen)| *seen)
            .unwrap_or_default()
    }

    /// The goal is settled: every completion was covered.
    fn close(&mut self, index: usize) {
        let Some((goal, seen)) = self.goals.get_mut(index) else {
            return;
        };
        seen.settled = true;
        let verdict = seen.decision().verdict;
        if let (Target::Clause(clause), false) = (goal.target, verdict.is_open())
            && let Some(place) = self.settled.get_mut(goal.level)
            && let Some(place) = place.get_mut(clause)
        {
            *place = Some(verdict);
        }
    }

    /// Notes what this branch shows of every goal that is not settled.
    fn observe(&mut self) {
        let case = Case::new(self.program, &self.subject, self.season, self.season.year);
        let levels = self.program.levels.iter().zip(&self.settled).enumerate();
        for (place, (level, settled)) in levels {
            let at = AtLevel::seeded(&case, level, settled.clone());
            let own = self.goals.iter_mut();
            for (goal, seen) in own.filter(|(goal, seen)| goal.level == place && !seen.settled) {
                seen.note(goal.target.verdict(&at, level));
            }
        }
    }

    /// Looks at a goal in this branch through the walk.
    fn look<T>(&mut self, index: usize, view: impl FnOnce(&Seek<'_>, Target) -> T) -> Option<T> {
        self.looks = self.looks.saturating_add(1);
        self.goal_looks = self.goal_looks.saturating_add(1);
        let (goal, _) = self.goals.get(index)?;
        let level = self.program.levels.get(goal.level)?;
        let settled = self.settled.get(goal.level)?;
        let case = Case::new(self.program, &self.subject, self.season, self.season.year);
        let at = AtLevel::seeded(&case, level, settled.clone());
        let seek = Seek {
            case: &case,
            at: &at,
            level,
        };
        Some(view(&seek, goal.target))
    }

    fn verdict(&mut self, index: usize) -> (Verdict, Option<Keeps>) {
        let found = self.look(index, |seek, target| {
            let verdict = target.verdict(seek.at, seek.level);
            let keeps = verdict.is_open().then(|| seek.goal(target)).flatten();
            (verdict, keeps)
        });
        found.unwrap_or((Verdict::Open, None))
    }

    /// Settles one unknown after another so that the goal comes nearest, or farthest.
    fn dive(&mut self, index: usize, high: bool) {
        for _ in 0..MOST_STEPS {
            let (_, Some(Keeps::Unknown(unknown))) = self.verdict(index) else {
                break;
            };
            let Some(change) = self.best(index, unknown, high) else {
                break;
            };
            if self.apply(change).is_none() || self.looks > ALL_LOOKS {
                break;
            }
        }
        self.observe();
    }

    fn best(&mut self, index: usize, unknown: Unknown, high: bool) -> Option<Change> {
        let mut best = None;
        for change in self.changes(unknown) {
            let Some(undo) = self.apply(change) else {
                continue;
            };
            let measure = self.look(index, |seek, target| {
                let measure = seek.measure(target);
                if high {
                    measure
                } else {
                    measure.saturating_neg()
                }
            })?;
            if best.is_none_or(|(most, _)| measure > most) {
                best = Some((measure, change));
            }
            self.undo(undo);
        }
        best.map(|(_, change)| change)
    }

    /// Tries every alternative; whether none was left out.
    fn cover(&mut self, index: usize) -> bool {
        if self.goal_looks >= GOAL_LOOKS || self.looks >= ALL_LOOKS {
            return false;
        }
        let (verdict, keeps) = self.verdict(index);
        if let Some((_, seen)) = self.goals.get_mut(index) {
            seen.note(verdict);
            if verdict.is_open() && keeps == Some(Keeps::Unpublished) {
                (seen.met, seen.not_met) = (true, true);
            }
        }
        if !verdict.is_open() || self.seen(index).both() {
            return true;
        }
        let Some(Keeps::Unknown(unknown)) = keeps else {
            return false;
        };
        let changes = self.changes(unknown);
        let mut covered = !changes.is_empty();
        for change in changes {
            if !covered || self.seen(index).both() {
                break;
            }
            if let Some(undo) = self.apply(change) {
                covered = self.cover(index);
                self.undo(undo);
            }
        }
        covered
    }
}

/// Every number of years that a rule or a row asks for.
fn asked_years(program: &Program) -> Vec<u32> {
    let mut years = Vec::new();
    let forms = program.levels.iter().flat_map(|level| &level.forms);
    for form in forms.flatten() {
        rule_years(&form.rule, &mut years);
    }
    for row in program.score.iter().flat_map(|score| &score.rows) {
        earn_years(&row.earn, &mut years);
    }
    for date in &program.dates {
        if let CDateRule::YearsBeforeCutOff(number) = date.rule {
            years.push(number);
        }
    }
    let mut sorted = Vec::new();
    for year in years {
        insert(&mut sorted, year);
    }
    sorted
}

fn rule_years(rule: &CRule, years: &mut Vec<u32>) {
    match rule {
        CRule::All(rules) | CRule::Any(rules) | CRule::AtLeast { of: rules, .. } => {
            for rule in rules {
                rule_years(rule, years);
            }
        }
        CRule::Not(rule) => rule_years(rule, years),
        CRule::Choose { cases, .. } => {
            for rule in cases.iter().flatten() {
                rule_years(rule, years);
            }
        }
        CRule::Years { at_least, .. } => years.push(*at_least),
        _ => {}
    }
}

fn earn_years(earn: &CEarn, years: &mut Vec<u32>) {
    match earn {
        CEarn::YearsSince { bands, .. } => years.extend(bands.iter().map(|(years, _)| *years)),
        CEarn::Highest(earns) => {
            for earn in earns {
                earn_years(earn, years);
            }
        }
        CEarn::Records(_) | CEarn::Answer { .. } => {}
    }
}
