//! What is asked once, and what an answer may be.

use json::Decimal;
use serde::Serialize;

use super::Authority;

/// A question about the person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Identifier; the key in the dossier's profile.
    pub id: String,
    /// The screen on which it is asked.
    pub screen: String,
    /// The question in a few words.
    pub label: String,
    /// How to answer it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
    /// Why it is asked.
    pub why: String,
    /// What an answer may be.
    pub kind: AnswerKind,
    /// What the answer `null` says in words; without it `null` is refused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub none: Option<String>,
    /// Whether a package can be sealed without an answer.
    #[serde(default)]
    pub needed: bool,
    /// Authority of asking it.
    pub authority: Authority,
    /// Where the matter is laid down.
    pub locator: String,
}

/// What an answer may be. `null` is allowed only where the entry says what it means.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum AnswerKind {
    /// Yes or no; `true` or `false` in a dossier.
    YesNo,
    /// One of choices without an order.
    Choice(Vec<Choice>),
    /// One of the choices of a scale, or of some of them.
    Scale {
        /// The scale's id.
        scale: String,
        /// The choices offered; all when empty.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        only: Vec<String>,
    },
    /// A whole number.
    Integer {
        /// Least value.
        min: i64,
        /// Greatest value.
        max: i64,
        /// Unit shown behind the field.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        unit: Option<String>,
    },
    /// A number with up to six decimals.
    Decimal {
        /// Least value.
        min: Decimal,
        /// Greatest value.
        max: Decimal,
        /// Unit shown behind the field.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        unit: Option<String>,
    },
    /// A calendar year. A year after today's is refused.
    Year {
        /// Least value.
        min: i64,
    },
    /// A day, `YYYY-MM-DD`.
    Date {
        /// What is said of a day after today.
        future: FutureDates,
    },
    /// Free text.
    Text {
        /// Greatest number of characters.
        max: u32,
    },
    /// A resident identity number under GB 11643 that agrees with two other answers.
    ResidentId {
        /// The question of the sex; its choices are `male` and `female`.
        sex: String,
        /// The question of the birth date.
        birth_date: String,
    },
}

/// What is said of a day after today.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum FutureDates {
    /// It is refused.
    Refuse,
    /// It counts up to the cut-off day, with a warning.
    Warn,
    /// It is quite usual.
    Allow,
}

/// One choice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// Identifier; the value in a dossier.
    pub id: String,
    /// What a person reads.
    pub label: String,
    /// An explanation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
}

/// Choices in order, the highest first. `at_least` and `at_most` follow this order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Scale {
    /// Identifier.
    pub id: String,
    /// The choices, the highest first.
    pub choice: Vec<Choice>,
    /// Authority of the order.
    pub authority: Authority,
    /// Where the order is laid down.
    pub locator: String,
}
