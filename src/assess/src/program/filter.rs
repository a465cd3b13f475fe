//! Tests and filters with typed constants.

use json::Decimal;

use super::{Value, bit};
use crate::Verdict;

/// So many choices have a bit each.
pub(super) const CHOICES: usize = 64;

/// A test on one value. Holds when every bound holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct CTest {
    pub(crate) bounds: Vec<Bound>,
    pub(crate) or_none: bool,
    /// Which of the first choices pass.
    choices: u64,
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
    /// A test by its bounds.
    pub(crate) fn new(bounds: Vec<Bound>, or_none: bool) -> Self {
        let passes = |choice: &usize| {
            let mut verdicts = bounds
                .iter()
                .map(|bound| bound.plain(Value::Choice(*choice)));
            verdicts.all(|verdict| verdict == Verdict::Met)
        };
        let choices = (0..CHOICES).filter(passes).map(bit).sum();
        Self {
            bounds,
            or_none,
            choices,
        }
    }

    /// The test on a choice.
    pub(crate) fn choice(&self, choice: usize) -> Verdict {
        if choice < CHOICES {
            return Verdict::of(self.choices & bit(choice) != 0);
        }
        let bounds = self.bounds.iter();
        let verdicts = bounds.map(|bound| bound.plain(Value::Choice(choice)));
        verdicts.fold(Verdict::Met, Verdict::and)
    }

    /// The derived days that it compares with.
    pub(crate) fn days(&self) -> impl Iterator<Item = usize> {
        self.bounds.iter().filter_map(|bound| match bound {
            Bound::OnOrAfter(date) | Bound::OnOrBefore(date) => Some(*date),
            _ => None,
        })
    }

    /// Whether it compares with derived days.
    pub(crate) fn has_days(&self) -> bool {
        self.days().next().is_some()
    }

    /// The test on a value that is known and no day.
    pub(crate) fn plain(&self, value: Value) -> Verdict {
        if value == Value::None {
            return Verdict::of(self.or_none);
        }
        let bounds = self.bounds.iter().map(|bound| bound.plain(value));
        bounds.fold(Verdict::Met, Verdict::and)
    }
}

/// Kinds, a bit each; all of them where there are more than bits. What has none in common with others is of none of those.
pub(crate) type Kinds = u64;

/// Tests by slot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct CFilter {
    pub(crate) tests: Vec<(usize, CTest)>,
    /// The place of the test on the kind of a record, which is looked at first.
    pub(crate) kind: Option<usize>,
    /// The kinds that may pass; all where no test tells kinds apart by a bit.
    pub(crate) kinds: Kinds,
}

impl CFilter {
    /// A filter with these tests; `kind` is the slot of the kind, and how many kinds there are.
    pub(crate) fn new(tests: Vec<(usize, CTest)>, kind: Option<(usize, usize)>) -> Self {
        let mut slots = tests.iter().map(|(slot, _)| *slot);
        let place = kind.and_then(|(kind, _)| slots.position(|slot| slot == kind));
        let test = place.and_then(|place| tests.get(place));
        let kinds = test.map_or(0, |(_, test)| test.choices);
        let are_told = kinds != 0 && kind.is_some_and(|(_, count)| count <= CHOICES);
        Self {
            tests,
            kind: place,
            kinds: if are_told { kinds } else { Kinds::MAX },
        }
    }

    /// Whether a test compares with derived days.
    pub(crate) fn has_days(&self) -> bool {
        self.tests.iter().any(|(_, test)| test.has_days())
    }

    /// The test on the kind, with its slot.
    pub(crate) fn kind(&self) -> Option<&(usize, CTest)> {
        self.tests.get(self.kind?)
    }
}

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
