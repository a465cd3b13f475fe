//! The season and the working-day calendar: data of their own, without a new book.

use chrono::NaiveDate;
use serde::Serialize;

use super::Authority;

/// A season: the year's notice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Season {
    /// Always [`Season::FORMAT`].
    pub format: String,
    /// The book it belongs to.
    pub book: String,
    /// The season's year.
    pub year: i32,
    /// The cut-off day; the book's rule when the notice names none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cut_off: Option<NaiveDate>,
    /// First day of applications, when announced.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opens: Option<NaiveDate>,
    /// Last day of applications, when announced.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closes: Option<NaiveDate>,
    /// What a person should know of it.
    pub text: String,
    /// Authority.
    pub authority: Authority,
    /// Where it is laid down.
    pub locator: String,
}

impl Season {
    /// The format this crate reads.
    pub const FORMAT: &str = "zhicheng-season/1";
}

/// The working-day calendar of a year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Calendar {
    /// Always [`Calendar::FORMAT`].
    pub format: String,
    /// The year.
    pub year: i32,
    /// Spans of days off, first and last day of each.
    pub off: Vec<(NaiveDate, NaiveDate)>,
    /// Weekend days on which work is done.
    pub work: Vec<NaiveDate>,
    /// Authority.
    pub authority: Authority,
    /// Where it is laid down.
    pub locator: String,
}

impl Calendar {
    /// The format this crate reads.
    pub const FORMAT: &str = "zhicheng-calendar/1";
}
