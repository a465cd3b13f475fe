//! What to ask next.
//!
//! The gain of a question is by how much its answer is expected to reduce the doubt about the
//! levels that are still open: with a chance `p` that a level is met the doubt is `p (1 - p)`,
//! averaged over the ways in which the question can turn out. The larger the gain, the earlier it
//! is asked; among equals the order of the book decides. Nothing is asked unless two completions
//! were found that differ in it alone, of which one meets an open level and the other does not.

use super::chance::ONE;
use super::goal::Goal;
use super::trial::Trial;
use super::{Advisor, place_of};
use crate::eval::split::Target;
use crate::eval::unknown::Unknown;
use crate::program::Value;
use crate::subject::Subject;
use crate::{Place, Verdict};

/// Judgements spent at the most.
const MOST_LOOKS: u32 = 20_000;
/// Steps with which one unknown day is narrowed at the most.
const MOST_HALVES: usize = 24;

/// Something worth asking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ask {
    /// A question, a field of a record, or a list to be completed.
    pub place: Place,
    /// The ids of the open levels that hang on it.
    pub levels: Vec<String>,
}

/// A question with what it promises.
struct Candidate {
    item: Unknown,
    gain: i128,
    /// Places of the goals that look at it.
    goals: Vec<usize>,
}

impl Advisor<'_> {
    pub(super) fn next(&self) -> Option<Ask> {
        let mut goals = self.open_goals();
        let candidates = candidates(&mut goals);
        let mut found = candidates
            .iter()
            .map(|candidate| self.ask(&mut goals, candidate));
        let sure = found.find_map(|ask| ask);
        // Where no two such completions were found, the likeliest is asked all the same.
        sure.or_else(|| self.unproven(&goals, candidates.first()?))
    }

    pub(super) fn worth_asking(&self) -> Vec<Ask> {
        let mut goals = self.open_goals();
        let candidates = candidates(&mut goals);
        let asks = candidates
            .iter()
            .filter_map(|candidate| self.ask(&mut goals, candidate));
        let asks: Vec<Ask> = asks.collect();
        if asks.is_empty() {
            let first = candidates.first();
            return first
                .and_then(|first| self.unproven(&goals, first))
                .into_iter()
                .collect();
        }
        asks
    }

    /// The levels that are aimed at and truly open.
    fn open_goals(&self) -> Vec<Trial<'_>> {
        let program = &self.engine.program;
        let chosen = match self.reading.subject.answer(program.level_question) {
            Value::Choice(choice) => program.level_choices.get(choice).copied().flatten(),
            _ => None,
        };
        let levels =
            (0..program.levels.len()).filter(|level| chosen.is_none_or(|own| own == *level));
        let trials = levels.map(|level| {
            let target = Target::Level;
            self.trial(Goal { level, target }, MOST_LOOKS)
        });
        trials
            .filter_map(|mut trial| trial.exact().0.is_open().then_some(trial))
            .collect()
    }

    fn ask(&self, goals: &mut [Trial<'_>], candidate: &Candidate) -> Option<Ask> {
        let mut levels = Vec::new();
        for place in &candidate.goals {
            let Some(trial) = goals.get_mut(*place) else {
                continue;
            };
            if hangs(trial, candidate.item) {
                levels.push(self.level_id(trial));
            }
        }
        let place = place_of(&self.engine.program, &self.reading.subject, candidate.item)?;
        (!levels.is_empty()).then_some(Ask { place, levels })
    }

    fn unproven(&self, goals: &[Trial<'_>], candidate: &Candidate) -> Option<Ask> {
        let place = place_of(&self.engine.program, &self.reading.subject, candidate.item)?;
        let own = candidate.goals.iter().filter_map(|place| goals.get(*place));
        let levels = own.map(|trial| self.level_id(trial)).collect();
        Some(Ask { place, levels })
    }

    fn level_id(&self, trial: &Trial<'_>) -> String {
        let level = self.engine.book.level.get(trial.goal.level);
        level.map(|level| level.id.clone()).unwrap_or_default()
    }
}

/// Everything unknown below the goals, the largest gain first.
fn candidates(goals: &mut [Trial<'_>]) -> Vec<Candidate> {
    let mut found: Vec<Candidate> = Vec::new();
    for (place, trial) in goals.iter_mut().enumerate() {
        trial.reset();
        for item in trial.unknowns() {
            let gain = gain(trial, item);
            match found.iter_mut().find(|other| other.item == item) {
                Some(known) => {
                    known.gain = known.gain.saturating_add(gain);
                    known.goals.push(place);
                }
                None => found.push(Candidate {
                    item,
                    gain,
                    goals: vec![place],
                }),
            }
        }
    }
    order::sort(&mut found, &mut |a, b| b.gain.cmp(&a.gain));
    found
}

/// The doubt about a chance.
fn doubt(chance: i64) -> i128 {
    i128::from(chance).saturating_mul(i128::from(ONE.saturating_sub(chance)))
}

fn gain(trial: &mut Trial<'_>, item: Unknown) -> i128 {
    trial.reset();
    let before = doubt(trial.chance());
    let after = options(trial, item).into_iter().map(|subject| {
        trial.resume(subject);
        doubt(trial.chance())
    });
    let after: Vec<i128> = after.collect();
    let ways = i128::try_from(after.len()).unwrap_or(i128::MAX);
    let sum = after.into_iter().fold(0_i128, i128::saturating_add);
    trial.reset();
    before.saturating_sub(sum.checked_div(ways).unwrap_or(before))
}

/// The answers with each way in which an unknown can turn out, from where the trial stands.
fn options(trial: &mut Trial<'_>, item: Unknown) -> Vec<Subject> {
    let before = trial.subject().clone();
    let fills = trial.options(item);
    let mut found = Vec::new();
    for fill in fills {
        trial.resume(before.clone());
        if trial.fill(item, &fill) {
            found.push(trial.subject().clone());
        }
    }
    trial.resume(before);
    found
}

/// Whether two completions are found that differ in this alone, of which one meets the goal and
/// the other does not.
fn hangs(trial: &mut Trial<'_>, item: Unknown) -> bool {
    trial.reset();
    let others: Vec<Unknown> = trial.unknowns();
    let mut ends: Vec<(i64, Subject)> = options(trial, item)
        .into_iter()
        .map(|subject| {
            trial.resume(subject.clone());
            (trial.chance(), subject)
        })
        .collect();
    order::sort(&mut ends, &mut |(a, _), (b, _)| a.cmp(b));
    let mut pairs = Vec::new();
    for (low, (_, worse)) in ends.iter().enumerate() {
        for (_, better) in ends.iter().skip(low.saturating_add(1)).rev() {
            pairs.push((better.clone(), worse.clone()));
        }
    }
    pairs
        .into_iter()
        .any(|pair| parts(trial, (item, &others), pair))
}

/// Settles all else alike so that the first answers stay better than the second.
fn parts(
    trial: &mut Trial<'_>,
    (item, others): (Unknown, &[Unknown]),
    (mut better, mut worse): (Subject, Subject),
) -> bool {
    for other in others.iter().filter(|other| **other != item) {
        for _ in 0..MOST_HALVES {
            trial.resume(better.clone());
            if !trial.is_open(*other) || trial.spent() {
                break;
            }
            let Some(pair) = widest(trial, *other, (&better, &worse)) else {
                break;
            };
            (better, worse) = pair;
            match verdicts(trial, (&better, &worse)) {
                (Verdict::Met, Verdict::NotMet) => return true,
                (first, second) if !first.is_open() && first == second => return false,
                _ => {}
            }
        }
    }
    verdicts(trial, (&better, &worse)) == (Verdict::Met, Verdict::NotMet)
}

fn verdicts(trial: &mut Trial<'_>, (better, worse): (&Subject, &Subject)) -> (Verdict, Verdict) {
    trial.resume(better.clone());
    let first = trial.quick();
    trial.resume(worse.clone());
    (first, trial.quick())
}

/// The option of another unknown under which the two stay farthest apart.
fn widest(
    trial: &mut Trial<'_>,
    other: Unknown,
    (better, worse): (&Subject, &Subject),
) -> Option<(Subject, Subject)> {
    trial.resume(better.clone());
    let fills = trial.options(other);
    let mut best: Option<(i64, Subject, Subject)> = None;
    for fill in fills {
        trial.resume(better.clone());
        if !trial.fill(other, &fill) {
            continue;
        }
        let (first, high) = (trial.subject().clone(), trial.chance());
        trial.resume(worse.clone());
        if !trial.fill(other, &fill) {
            continue;
        }
        let (second, low) = (trial.subject().clone(), trial.chance());
        let apart = high.saturating_sub(low);
        if best.as_ref().is_none_or(|(most, ..)| apart > *most) {
            best = Some((apart, first, second));
        }
    }
    best.map(|(_, first, second)| (first, second))
}
