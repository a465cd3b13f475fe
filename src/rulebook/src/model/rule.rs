//! Conditions: a closed set, as data, so that they can be analysed.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Filter, Test};

/// A condition. Three-valued: met, not met, or open when answers are missing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Rule {
    /// Every one holds.
    All(Vec<Self>),
    /// At least one holds.
    Any(Vec<Self>),
    /// It does not hold.
    Not(Box<Self>),
    /// At least so many of these hold.
    AtLeast(AtLeast),
    /// Another clause holds, in its form for the same level.
    Clause(String),
    /// One answer passes a test.
    Answer(AnswerTest),
    /// Enough records of a list pass a filter.
    Records(RecordsTest),
    /// Each of the last calendar years before the season's year has a record that passes.
    EachYear(EachYear),
    /// So many full years have passed between a day and the cut-off day (Civil Code art. 202).
    Years(Years),
    /// The day exists.
    Dated(String),
    /// The first day lies after the second.
    Day(Day),
    /// A ban is in force in the season's year.
    Barred(Barred),
    /// Enough conditions of a part hold in the chosen category.
    Part(PartCount),
    /// What the choice says: the rule that stands beside the answer given.
    Choose {
        /// The question.
        question: String,
        /// A rule for each choice; a choice without one is not met.
        cases: BTreeMap<String, Self>,
    },
    /// The self-score reaches the line.
    ScoreReachesLine,
    /// What is not published: always open. The text says what is missing.
    Unpublished(String),
}

/// At least `count` of the rules hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AtLeast {
    /// How many must hold.
    pub count: u32,
    /// The rules.
    pub of: Vec<Rule>,
}

/// One answer passes a test.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AnswerTest {
    /// The question.
    pub question: String,
    /// The test.
    pub test: Test,
}

/// At least so many records of a list pass a filter.
///
/// In a list with a window field only records in the level's window count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RecordsTest {
    /// The list.
    pub list: String,
    /// The filter.
    #[serde(default)]
    pub r#where: Filter,
    /// How many must pass.
    pub at_least: u32,
}

/// Each of the `last` calendar years before the season's year has a record that passes.
///
/// When a later season is looked at, years from the present season on are taken as met.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct EachYear {
    /// The list.
    pub list: String,
    /// The field that holds the calendar year.
    pub year: String,
    /// How many years.
    pub last: u32,
    /// The filter.
    #[serde(default)]
    pub r#where: Filter,
}

/// Full years between a day and the cut-off day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Years {
    /// The day they run from; without such a day the rule is not met.
    pub since: String,
    /// How many full years.
    pub at_least: u32,
}

/// The day `date` lies after the day `after`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Day {
    /// The later day.
    pub date: String,
    /// The earlier day.
    pub after: String,
}

/// A ban: from the year of the misconduct, for `seasons` further years.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Barred {
    /// The question that holds the year; `null` is no misconduct.
    pub year: String,
    /// Years barred after that year.
    pub seasons: u32,
}

/// At least so many conditions of a part hold in the chosen category.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PartCount {
    /// The part.
    pub part: String,
    /// How many.
    pub at_least: u32,
}
