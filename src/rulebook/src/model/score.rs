//! The score table. Points are exact; every product is a whole hundredth.

use json::Decimal;
use serde::Serialize;

use super::{Authority, Filter, Test};

/// The score table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Score {
    /// The required self-score in points.
    pub line: Decimal,
    /// The window in which records count; none means always.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub window: Option<String>,
    /// Coefficients by a field.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub factor: Vec<Factor>,
    /// The blocks, in order.
    pub block: Vec<Block>,
    /// The rows, in order.
    pub row: Vec<Row>,
    /// Authority of the line.
    pub authority: Authority,
    /// Where the line is laid down.
    pub locator: String,
}

/// A block of rows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Block {
    /// Identifier.
    pub id: String,
    /// Name.
    pub label: String,
    /// The most points that the block can give.
    pub cap: Decimal,
    /// Authority.
    pub authority: Authority,
    /// Where it is laid down.
    pub locator: String,
}

/// A row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Row {
    /// Identifier.
    pub id: String,
    /// The block it belongs to.
    pub block: String,
    /// Name.
    pub label: String,
    /// How points are earned, in a sentence.
    pub text: String,
    /// The most points that the row can give.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cap: Option<Decimal>,
    /// How points are earned.
    pub earn: Earn,
    /// Authority.
    pub authority: Authority,
    /// Where it is laid down.
    pub locator: String,
}

/// How a row earns points.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Earn {
    /// Points for records.
    Records(RecordsEarn),
    /// Points for full years between a day and the cut-off day; the first band that fits.
    YearsSince {
        /// The day.
        date: String,
        /// The bands, highest first.
        band: Vec<Band>,
    },
    /// Points for the answer to a question; the first test that holds.
    Answer {
        /// The question.
        question: String,
        /// Points by test.
        option: Vec<OptionPoints>,
    },
    /// The highest of several.
    Highest(Vec<Self>),
}

/// Points for at least so many full years.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Band {
    /// Full years.
    pub at_least: u32,
    /// Points.
    pub points: Decimal,
}

/// Points for an answer that passes a test.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OptionPoints {
    /// The test.
    pub test: Test,
    /// Points.
    pub points: Decimal,
}

/// Points for records.
///
/// Order of reckoning: window, points, coefficient, best only, part caps, row cap.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RecordsEarn {
    /// The list.
    pub list: String,
    /// Which records the row is about.
    #[serde(default)]
    pub r#where: Filter,
    /// Points by filter; the first that passes. A record that passes none earns nothing.
    pub points: Vec<PointStep>,
    /// A coefficient.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub factor: Option<String>,
    /// Of records with the same value here only the best earns; `null` stands alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub best_per: Option<String>,
    /// Whether all records earn or the best one only.
    #[serde(default)]
    pub take: Take,
    /// Caps for some of the records together.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub part_cap: Vec<PartCap>,
}

/// Which records earn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Take {
    /// All.
    #[default]
    All,
    /// The one with the most points.
    Best,
}

/// Points for a record that passes a filter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PointStep {
    /// The filter.
    #[serde(default)]
    pub r#where: Filter,
    /// Points.
    pub points: Decimal,
}

/// A cap for some of the records of a row together. Part caps of a row do not overlap.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PartCap {
    /// Which records.
    pub r#where: Filter,
    /// The most points they can give together.
    pub cap: Decimal,
}

/// A coefficient by the value of a field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Factor {
    /// Identifier.
    pub id: String,
    /// What a person reads.
    pub label: String,
    /// The field.
    pub field: String,
    /// Coefficients; the first test that holds. A value that passes none counts as zero.
    pub step: Vec<FactorStep>,
    /// Authority.
    pub authority: Authority,
    /// Where it is laid down.
    pub locator: String,
}

/// A coefficient for a value that passes a test.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FactorStep {
    /// The test.
    pub test: Test,
    /// The coefficient.
    pub factor: Decimal,
}
