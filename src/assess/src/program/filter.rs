//! Tests and filters with typed constants.

use json::Decimal;

use super::Value;
use crate::Verdict;

/// A test on one value. Holds when every bound holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct CTest {
    pub(crate) bounds: Vec<Bound>,
    pub(crate) or_none: bool,
}

/// One bound. Day bounds name a date of the program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Bound {
    OneOf(Vec<Value>),
    NotBelow(Value),
    NotAbove(Value),
    OnOrAfter(usize),
    OnOrBefore(usize),
}

impl CTest {
    /// The test on a value that is known and no day.
    pub(crate) fn plain(&self, value: Value) -> Verdict {
        if value == Value::None {
            return Verdict::of(self.or_none);
        }
        let bounds = self.bounds.iter().map(|bound| bound.plain(value));
        bounds.fold(Verdict::Met, Verdict::and)
    }
}

/// Tests by slot.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct CFilter(pub(crate) Vec<(usize, CTest)>);

impl Bound {
    /// The bound on a known value that is no day; day bounds are judged with the dates.
    pub(crate) fn plain(&self, value: Value) -> Verdict {
        let holds = match (self, value) {
            (Self::OneOf(constants), value) => constants.contains(&value),
            (Self::NotBelow(Value::Number(bound)), Value::Number(value)) => value >= *bound,
            (Self::NotAbove(Value::Number(bound)), Value::Number(value)) => value <= *bound,
            // Scales list the highest first.
            (Self::NotBelow(Value::Choice(bound)), Value::Choice(value)) => value <= *bound,
            (Self::NotAbove(Value::Choice(bound)), Value::Choice(value)) => value >= *bound,
            _ => false,
        };
        Verdict::of(holds)
    }

    /// The numbers at which the bound turns.
    pub(crate) fn numbers(&self) -> Vec<Decimal> {
        let number = |value: &Value| match value {
            Value::Number(number) => Some(*number),
            _ => None,
        };
        match self {
            Self::OneOf(values) => values.iter().filter_map(number).collect(),
            Self::NotBelow(value) | Self::NotAbove(value) => number(value).into_iter().collect(),
            Self::OnOrAfter(_) | Self::OnOrBefore(_) => Vec::new(),
        }
    }
}
