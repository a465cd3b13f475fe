//! Typed answers, and what an answer can be.

use chrono::NaiveDate;
use dossier::{Answer, ResidentId, parse_day};
use json::Decimal;
use rulebook::{AnswerKind, Book, FutureDates, Scalar};

/// A typed answer. Small, so that evaluation copies it freely.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Value {
    /// Not answered.
    Unknown,
    /// The record is of a kind that has no such field.
    Absent,
    /// "None", said on purpose.
    None,
    YesNo(bool),
    Number(Decimal),
    /// The place in the choices or on the scale, the highest first.
    Choice(usize),
    Date(NaiveDate),
    /// A day not earlier than the first and not later than the second. Nobody answers so: it is
    /// what is left while alternatives of an unknown day are tried.
    Days(NaiveDate, NaiveDate),
    /// A text that rules only compare with others of its list: its place among them.
    Text(usize),
}

/// What an answer can be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Domain {
    YesNo,
    /// Choices by id; ordered ones the highest first. `open` are the places that may be chosen.
    Choice {
        ids: Vec<String>,
        ordered: bool,
        open: Vec<usize>,
    },
    Number {
        min: Decimal,
        max: Decimal,
        whole: bool,
        year: bool,
    },
    Date(FutureDates),
    Text {
        max: usize,
    },
    ResidentId {
        sex: String,
        birth_date: String,
    },
}

impl Domain {
    /// The domain of a question or field.
    pub(crate) fn of(book: &Book, kind: &AnswerKind) -> Option<Self> {
        Some(match kind {
            AnswerKind::YesNo => Self::YesNo,
            AnswerKind::Choice(choices) => Self::Choice {
                ids: choices.iter().map(|choice| choice.id.clone()).collect(),
                ordered: false,
                open: (0..choices.len()).collect(),
            },
            AnswerKind::Scale { scale, only } => Self::of_scale(book, scale, only)?,
            AnswerKind::Integer { min, max, .. } => Self::Number {
                min: Decimal::from_int(*min)?,
                max: Decimal::from_int(*max)?,
                whole: true,
                year: false,
            },
            AnswerKind::Decimal { min, max, .. } => Self::Number {
                min: *min,
                max: *max,
                whole: false,
                year: false,
            },
            AnswerKind::Year { min } => Self::Number {
                min: Decimal::from_int(*min)?,
                max: Decimal::from_int(9999)?,
                whole: true,
                year: true,
            },
            AnswerKind::Date { future } => Self::Date(*future),
            AnswerKind::Text { max } => Self::Text {
                max: usize::try_from(*max).ok()?,
            },
            AnswerKind::ResidentId { sex, birth_date } => Self::ResidentId {
                sex: sex.clone(),
                birth_date: birth_date.clone(),
            },
        })
    }

    fn of_scale(book: &Book, scale: &str, only: &[String]) -> Option<Self> {
        let scale = book.scale.iter().find(|other| other.id == scale)?;
        let ids: Vec<String> = scale
            .choice
            .iter()
            .map(|choice| choice.id.clone())
            .collect();
        let offered = |id: &String| only.is_empty() || only.contains(id);
        let open = ids.iter().enumerate().filter(|(_, id)| offered(id));
        let open = open.map(|(index, _)| index).collect();
        Some(Self::Choice {
            ids,
            ordered: true,
            open,
        })
    }

    /// The typed constant of a book.
    pub(crate) fn constant(&self, scalar: &Scalar) -> Option<Value> {
        match (self, scalar) {
            (Self::YesNo, Scalar::YesNo(value)) => Some(Value::YesNo(*value)),
            (Self::Number { .. }, Scalar::Number(value)) => Some(Value::Number(*value)),
            (Self::Choice { ids, .. }, Scalar::Choice(id)) => {
                ids.iter().position(|other| other == id).map(Value::Choice)
            }
            _ => None,
        }
    }

    /// The typed answer, `None` when the answer is not of this domain. Texts are not typed here.
    pub(crate) fn typed(&self, answer: &Answer) -> Option<Value> {
        match (self, answer) {
            (Self::YesNo, Answer::YesNo(value)) => Some(Value::YesNo(*value)),
            (Self::Number { .. }, Answer::Number(value)) => self.number(*value),
            (Self::Choice { ids, open, .. }, Answer::Text(id)) => {
                let index = ids.iter().position(|other| other == id)?;
                open.contains(&index).then_some(Value::Choice(index))
            }
            (Self::Date(_), Answer::Text(text)) => parse_day(text).map(Value::Date),
            (Self::ResidentId { .. }, Answer::Text(text)) => {
                ResidentId::parse(text).ok().map(|_| Value::Text(0))
            }
            _ => None,
        }
    }

    /// The typed number; `None` when this is no domain of numbers, or it lies outside.
    pub(crate) fn number(&self, value: Decimal) -> Option<Value> {
        let Self::Number {
            min, max, whole, ..
        } = self
        else {
            return None;
        };
        let fits = (min..=max).contains(&&value);
        let fits = fits && (!whole || value.to_integer().is_some());
        fits.then_some(Value::Number(value))
    }

    /// Every value that a person could still give, as far as tests can tell them apart;
    /// `None` when there are too many to try.
    pub(crate) fn representatives(&self, bounds: &[Decimal]) -> Option<Vec<Value>> {
        match self {
            Self::YesNo => Some(vec![Value::YesNo(false), Value::YesNo(true)]),
            Self::Choice { open, .. } => Some(open.iter().copied().map(Value::Choice).collect()),
            Self::Number {
                min, max, whole, ..
            } => Some(numbers(*min, *max, *whole, bounds)),
            Self::Date(_) | Self::Text { .. } | Self::ResidentId { .. } => None,
        }
    }
}

/// Both ends, each bound that tests name, and its neighbours.
fn numbers(min: Decimal, max: Decimal, whole: bool, bounds: &[Decimal]) -> Vec<Value> {
    let step = if whole { 1_000_000 } else { 1 };
    let around = |bound: &Decimal| {
        let middle = bound.millionths();
        [
            middle.saturating_sub(step),
            middle,
            middle.saturating_add(step),
        ]
    };
    let near = bounds.iter().flat_map(around).map(Decimal::from_millionths);
    let mut values: Vec<Decimal> = Vec::new();
    for value in near.chain([min, max]) {
        if (min..=max).contains(&value) && (!whole || value.to_integer().is_some()) {
            insert(&mut values, value);
        }
    }
    values.into_iter().map(Value::Number).collect()
}

/// Puts a value in its place among values in order, unless it is there.
pub(crate) fn insert<T: Ord>(values: &mut Vec<T>, value: T) {
    if let Err(place) = values.binary_search(&value) {
        values.insert(place, value);
    }
}
