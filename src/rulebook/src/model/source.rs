//! On what authority an entry stands.

use serde::Serialize;

/// The authority class of an entry. Never marked up: a stand-in stays a stand-in.
///
/// Ordered from the firmest to the weakest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Authority {
    /// The 实施方案 itself says it (方案原文).
    Plan,
    /// A rule of the state that applies everywhere (国家规定).
    National,
    /// A published rule of another specialty, city or year (参考).
    Reference,
    /// A stand-in without a source, to be confirmed by the department (示例).
    Model,
}

impl Authority {
    /// Whether an entry of this class stands in for a rule that is not available.
    pub fn is_stand_in(self) -> bool {
        matches!(self, Self::Reference | Self::Model)
    }
}

/// A document that entries of the book rest on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Identifier within the book.
    pub id: String,
    /// Title, as published, or a description for what has no title.
    pub title: String,
    /// The class that this document gives to what rests on it.
    pub authority: Authority,
    /// What a keeper must know about it (date, issuer, availability).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}
