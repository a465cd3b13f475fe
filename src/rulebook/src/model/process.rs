//! What happens, in order.

use serde::Serialize;

use super::Authority;

/// Whose turn a step is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Actor {
    /// The applicant.
    Applicant,
    /// The employer.
    Employer,
    /// The department that reviews the materials.
    Department,
    /// The office of the committee.
    Office,
    /// The committee.
    Committee,
}

/// A step of the procedure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Identifier.
    pub id: String,
    /// Name.
    pub title: String,
    /// What happens.
    pub text: String,
    /// Whose turn it is.
    pub by: Actor,
    /// The levels it concerns; all when empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub level: Vec<String>,
    /// The review paths it concerns; all when empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub path: Vec<String>,
    /// A period in working days that belongs to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<Period>,
    /// Authority.
    pub authority: Authority,
    /// Where it is laid down.
    pub locator: String,
}

/// A period in working days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Period {
    /// A display of at least so many working days, the whole last day included.
    AtLeast(u32),
    /// So many working days ahead of what follows.
    Ahead(u32),
}
