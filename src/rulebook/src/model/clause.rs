//! Clauses: what a verdict line is about.

use serde::Serialize;

use super::{Authority, Rule};

/// What a clause is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ClauseKind {
    /// Must hold for every route.
    Gate,
    /// One of the conditions of a category.
    Condition,
    /// A landmark achievement.
    Landmark,
    /// What a route requires beside the gates.
    Requirement,
    /// A piece of another clause that stands on an authority of its own.
    Element,
}

/// A clause with its rule, by level where the levels differ.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Clause {
    /// Identifier.
    pub id: String,
    /// What it is.
    pub kind: ClauseKind,
    /// The category, for conditions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<String>,
    /// The part, for conditions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part: Option<String>,
    /// A short name.
    pub title: String,
    /// Its forms; a level has at most one, and a level without one has no such clause.
    pub form: Vec<Form>,
    /// Authority.
    pub authority: Authority,
    /// Where it is laid down.
    pub locator: String,
}

impl Clause {
    /// The form for a level, if the clause exists for that level.
    pub fn form(&self, level: &str) -> Option<&Form> {
        self.form
            .iter()
            .find(|form| form.level.is_empty() || form.level.iter().any(|id| id == level))
    }
}

/// The form of a clause for some levels.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Form {
    /// The levels; all when empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub level: Vec<String>,
    /// What it says, in a sentence for the person.
    pub text: String,
    /// The rule.
    pub rule: Rule,
}

/// What a person should know although it decides nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Notice {
    /// Identifier.
    pub id: String,
    /// Shown when this level is the target; always when none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<String>,
    /// When it is shown.
    pub when: Rule,
    /// What it says.
    pub text: String,
    /// Authority.
    pub authority: Authority,
    /// Where it is laid down.
    pub locator: String,
}
