//! The words of a fault: what is wrong, and what would be right.

use std::fmt;

use super::FaultKind;
use crate::check::MOST_CHAINED;
use crate::error::choices;

/// What is wrong.
impl fmt::Display for FaultKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Format { found, .. } => write!(f, "the format is `{found}`"),
            Self::Blank => f.write_str("the text is empty"),
            Self::RepeatedId { what, id, first } => {
                write!(f, "the id `{id}` is used by another {what}, at `{first}`")
            }
            Self::UnusableId { id } => write!(f, "`{id}` cannot be an id"),
            Self::ReservedId { id } => {
                write!(f, "`{id}` has a meaning of its own in a dossier")
            }
            Self::Unresolved { what, id, .. } => write!(f, "there is no {what} `{id}`"),
            Self::NotInKind { field, kind } => {
                write!(f, "records of kind `{kind}` have no field `{field}`")
            }
            Self::Circular { what, ids } => {
                write!(f, "a {what} depends on itself: {}", ids.join(" → "))
            }
            Self::TooLong { limit } => write!(f, "a chain of more than {limit} clauses"),
            Self::NoneGiven { what } => write!(f, "there is no {what}"),
            Self::TooMany { what, found, .. } => write!(f, "{found} times a {what} is too many"),
            Self::OutOfRange { found, .. } => write!(f, "`{found}` is out of range"),
            Self::Disordered { first, then } => write!(f, "{first} comes before {then}"),
            Self::NoSuchDay { found } => write!(f, "`{found}` is no day of every year"),
            Self::NotInYear { day, year } => write!(f, "{day} does not lie in {year}"),
            Self::NotOfForm { found, .. } => write!(f, "`{found}` has another form"),
            Self::WrongKind { id, found, .. } => write!(f, "`{id}` is {found}"),
            Self::WrongTest { test, id, kind, .. } => {
                write!(f, "`{test}` does not fit `{id}`, which is {kind}")
            }
            Self::WrongConstant { found, id, .. } => write!(f, "`{found}` does not fit `{id}`"),
            Self::EmptyTest => f.write_str("the test bounds nothing"),
            Self::NoneRefused { id } => write!(f, "`null` is no answer to `{id}`"),
            Self::Disagree {
                id, choices, what, ..
            } => write!(
                f,
                "the choices of `{id}` ({}) are not those of every {what}",
                choices.join(", ")
            ),
            Self::NoForm { clause, level } => {
                write!(
                    f,
                    "the clause `{clause}` has no form for the level `{level}`"
                )
            }
            Self::TwoForms { level } => write!(f, "a second form for the level `{level}`"),
            Self::TooFew {
                asked,
                there,
                what,
                within,
            } => {
                write!(f, "{asked} asked for, yet there is {there} times a {what}")?;
                within
                    .as_ref()
                    .map_or(Ok(()), |within| write!(f, " in {within}"))
            }
            Self::NotHundredths {
                points,
                factor: None,
            } => {
                write!(f, "{points} is not a whole number of hundredths")
            }
            Self::NotHundredths {
                points,
                factor: Some(factor),
            } => {
                write!(f, "{points} × {factor} is not a whole number of hundredths")
            }
            Self::Needed { key, by } => write!(f, "`{key}` is needed {by}"),
            Self::Meaningless { key, why } => write!(f, "`{key}` has no meaning: {why}"),
            Self::NoMakeUpDay { day } => write!(f, "{day} is no make-up workday"),
            Self::NotWritable { reason } => write!(f, "it cannot be written: {reason}"),
        }
    }
}

impl FaultKind {
    /// What would be right.
    pub fn remedy(&self) -> String {
        match self {
            Self::Format { expected, .. } => format!("this version reads `{expected}`"),
            Self::Blank => "write what a person must read here".to_owned(),
            Self::RepeatedId { .. } => "give each its own".to_owned(),
            Self::UnusableId { .. } => {
                "use 1 to 64 letters a–z, digits, `_`, `-` or `.`, a letter or digit first"
                    .to_owned()
            }
            Self::ReservedId { .. } => "choose another id".to_owned(),
            Self::Unresolved { id, known, .. } => choices("there are", id, known),
            Self::NotInKind { .. } => {
                "name only fields that every kind meant here has; state the kind".to_owned()
            }
            Self::Circular { .. } => "take one of them out of the circle".to_owned(),
            Self::TooLong { .. } => {
                format!("let at most {MOST_CHAINED} clauses refer to one another in a row")
            }
            Self::NoneGiven { what } => format!("add at least one {what}"),
            Self::TooMany { limit, .. } => format!("at most {limit} are taken"),
            Self::OutOfRange { least, most, .. } => format!("from {least} to {most} is possible"),
            Self::Disordered { .. } => "turn them round".to_owned(),
            Self::NoSuchDay { .. } => "name a month and a day that every year has".to_owned(),
            Self::NotInYear { .. } => "each year has its own file".to_owned(),
            Self::NotOfForm { form, .. } => format!("write {form}"),
            Self::WrongKind { expected, .. } => format!("it must be {expected}"),
            Self::WrongTest { instead, .. } => format!("use {instead}"),
            Self::WrongConstant { expected, .. } => format!("write {expected}"),
            Self::EmptyTest => "give a bound, or leave the test out".to_owned(),
            Self::NoneRefused { .. } => {
                "say with `none` what it means there, or drop `or_none`".to_owned()
            }
            Self::Disagree { ids, .. } => format!("they must be {}", ids.join(", ")),
            Self::NoForm { .. } => "add that form, or refer to another clause".to_owned(),
            Self::TwoForms { .. } => "a level has one form at most".to_owned(),
            Self::TooFew { .. } => "ask for fewer, or add more".to_owned(),
            Self::NotHundredths { .. } => "change them so that the product is exact".to_owned(),
            Self::Needed { key, .. } => format!("add `{key}`"),
            Self::Meaningless { key, .. } => format!("leave `{key}` out"),
            Self::NoMakeUpDay { .. } => "name a Saturday or Sunday that is not off".to_owned(),
            Self::NotWritable { .. } => "use numbers that JSON can hold".to_owned(),
        }
    }
}
