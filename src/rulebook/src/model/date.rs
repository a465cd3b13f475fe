//! Days derived from answers, and windows between them.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Authority, Filter};

/// A day with a name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DateDef {
    /// Identifier.
    pub id: String,
    /// What a person reads.
    pub label: String,
    /// How it is found.
    pub rule: DateRule,
    /// Authority.
    pub authority: Authority,
    /// Where it is laid down.
    pub locator: String,
}

/// How a day is found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum DateRule {
    /// The season's cut-off day.
    CutOff,
    /// The corresponding day so many years before the cut-off day.
    YearsBeforeCutOff(u32),
    /// The answer to a question.
    Answer(String),
    /// The earliest date of records; there is none when no record passes.
    Earliest(Vec<Anchor>),
    /// An age that rises in stages.
    StagedAge(StagedAge),
}

/// Dates of the records of a list that pass a filter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Anchor {
    /// The list.
    pub list: String,
    /// The date field.
    pub field: String,
    /// The filter.
    #[serde(default)]
    pub r#where: Filter,
}

/// An age that rises in stages with the month of birth.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct StagedAge {
    /// The question that holds the birth date.
    pub birth: String,
    /// The question whose choice selects the stage.
    pub by: String,
    /// A stage for each choice.
    pub stage: BTreeMap<String, Stage>,
}

/// Years, and months more for those born later.
///
/// The day is the birth date with years and months added together, then clipped once to the
/// month's last day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Stage {
    /// Whole years.
    pub years: u32,
    /// First birth month with a delay, `YYYY-MM`.
    pub from: String,
    /// Birth months for each further month of delay; begun ones count.
    pub every: u32,
    /// Greatest delay in months.
    pub max: u32,
}

/// A span of time in which records count. First and last day are inside.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Window {
    /// Identifier.
    pub id: String,
    /// What a person reads.
    pub label: String,
    /// Days it may begin on; the earliest that exists is taken.
    pub from: Vec<String>,
    /// The last day.
    pub to: String,
    /// Authority.
    pub authority: Authority,
    /// Where it is laid down.
    pub locator: String,
}
