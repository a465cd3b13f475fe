//! What tests can tell apart in the answers to a question.

use json::Decimal;

use super::{Domain, QuestionSlot, Value, insert};

/// More classes than this do not fit a set.
const MOST: usize = 64;

/// The classes of a question: answers that no test of the book tells apart are of one class.
///
/// What may still be answered is a set of classes, a bit each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Classes {
    /// An answer of each class, in the order of the domain; "none" stands last.
    pub(crate) values: Vec<Value>,
    /// For numbers, where each class but the first begins.
    cuts: Vec<Decimal>,
    /// The classes of all answers that are accepted.
    pub(crate) all: u64,
}

impl Classes {
    /// The classes of a question; none when answers are not told apart by tests alone, as days
    /// and years are, or there are too many.
    pub(crate) fn of(slot: &QuestionSlot) -> Option<Self> {
        let mut cuts = Vec::new();
        let mut accepted: Option<u64> = None;
        let mut values = match &slot.domain {
            Domain::YesNo => vec![Value::YesNo(false), Value::YesNo(true)],
            Domain::Choice { ids, open, .. } => {
                accepted = Some(open.iter().map(|place| bit(*place)).sum());
                (0..ids.len()).map(Value::Choice).collect()
            }
            Domain::Number {
                min,
                max,
                whole,
                year: false,
            } => {
                cuts = self::cuts((*min, *max), *whole, &slot.bounds);
                let begins = std::iter::once(min).chain(&cuts);
                begins.copied().map(Value::Number).collect()
            }
            _ => return None,
        };
        let plain = values.len();
        values.extend(slot.none.then_some(Value::None));
        if values.len() > MOST {
            return None;
        }
        let none: u64 = (plain..values.len()).map(bit).sum();
        let plain = accepted.unwrap_or_else(|| (0..plain).map(bit).sum());
        Some(Self {
            values,
            cuts,
            all: plain | none,
        })
    }

    /// The classes that an answer may be of: one, or all when it is unknown.
    pub(crate) fn set(&self, value: Value) -> u64 {
        match value {
            Value::YesNo(yes) => bit(usize::from(yes)),
            Value::Choice(place) => bit(place),
            Value::Number(number) => bit(self.cuts.partition_point(|cut| *cut <= number)),
            Value::None => bit(self.values.len().saturating_sub(1)),
            _ => self.all,
        }
    }

    /// The answer that a set leaves; unknown while it leaves several.
    pub(crate) fn value(&self, set: u64) -> Value {
        if set.count_ones() != 1 {
            return Value::Unknown;
        }
        let value = self.values.get(first(set));
        value.copied().unwrap_or(Value::Unknown)
    }

    /// The classes that something is true of.
    pub(crate) fn that(&self, holds: impl Fn(Value) -> bool) -> u64 {
        let classes = self.values.iter().enumerate();
        let true_of = classes.filter(|(_, value)| holds(**value));
        true_of.map(|(class, _)| bit(class)).sum()
    }
}

/// The set of one class.
pub(crate) fn bit(class: usize) -> u64 {
    u32::try_from(class)
        .ok()
        .and_then(|class| 1_u64.checked_shl(class))
        .unwrap_or(0)
}

/// The first class of a set.
pub(crate) fn first(set: u64) -> usize {
    usize::try_from(set.trailing_zeros()).unwrap_or(MOST)
}

/// The set of the first class of a set, and of its last.
pub(crate) fn ends(set: u64) -> (u64, u64) {
    let low = set & set.wrapping_neg();
    let high = u64::MAX
        .checked_shr(set.leading_zeros())
        .map_or(0, |below| set & !(below >> 1));
    (low, high)
}

/// The classes of a set, one after another.
pub(crate) fn each(mut set: u64) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let class = (set != 0).then(|| first(set))?;
        set &= set.wrapping_sub(1);
        Some(class)
    })
}

/// Where the number that follows a bound begins another class, and where the bound itself does.
fn cuts((min, max): (Decimal, Decimal), whole: bool, bounds: &[Decimal]) -> Vec<Decimal> {
    let mut cuts = Vec::new();
    let step: i64 = if whole { 1_000_000 } else { 1 };
    for bound in bounds {
        let bound = bound.millionths();
        // The first number that can be answered and is not below the bound.
        let over = bound.rem_euclid(step);
        let at = if over == 0 {
            bound
        } else {
            bound.saturating_sub(over).saturating_add(step)
        };
        let after = if over == 0 {
            at.saturating_add(step)
        } else {
            at
        };
        for cut in [at, after].map(Decimal::from_millionths) {
            if cut > min && cut <= max {
                insert(&mut cuts, cut);
            }
        }
    }
    cuts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(whole: bool, bounds: &[&str]) -> Classes {
        let bounds = bounds.iter().map(|text| Decimal::parse(text).unwrap());
        let slot = QuestionSlot {
            id: String::new(),
            domain: Domain::Number {
                min: Decimal::ZERO,
                max: Decimal::from(10_u32),
                whole,
                year: false,
            },
            none: true,
            bounds: bounds.collect(),
            bars: Vec::new(),
            classes: None,
        };
        Classes::of(&slot).unwrap()
    }

    #[test]
    fn a_bound_is_a_class_of_its_own_between_two_others() {
        let classes = number(true, &["3", "10"]);
        let class = |n: u32| {
            classes
                .set(Value::Number(Decimal::from(n)))
                .trailing_zeros()
        };
        assert_eq!([0, 2, 3, 4, 9, 10].map(class), [0, 0, 1, 2, 2, 3]);
        assert_eq!(classes.set(Value::None), 1 << 4);
        assert_eq!(classes.all, 0b1_1111);
    }

    #[test]
    fn a_bound_that_cannot_be_answered_parts_its_neighbours() {
        let classes = number(true, &["2.5", "-1", "11"]);
        assert_eq!(classes.values.len(), 3);
        let class = |n: u32| {
            classes
                .set(Value::Number(Decimal::from(n)))
                .trailing_zeros()
        };
        assert_eq!([2, 3].map(class), [0, 1]);
        let fine = number(false, &["2.5"]);
        let class = |text| fine.set(Value::Number(Decimal::parse(text).unwrap()));
        assert_eq!(["2.499999", "2.5", "2.500001"].map(class), [1, 2, 4]);
    }

    #[test]
    fn the_ends_of_a_set_are_its_first_and_its_last_class() {
        assert_eq!(ends(0b0110_1000), (0b1000, 0b0100_0000));
        assert_eq!(ends(1 << 63), (1 << 63, 1 << 63));
        assert_eq!(ends(0), (0, 0));
        assert_eq!(each(0b1010).collect::<Vec<_>>(), [1, 3]);
    }
}
