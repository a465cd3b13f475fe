//! Verdicts: the live bar, conditions, score, result, what happens next.

mod screens;

pub(crate) use screens::{ConditionsScreen, NextScreen, ResultScreen, ScoreScreen, VerdictBar};
