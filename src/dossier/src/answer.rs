//! One answer, as entered.

use json::{Decimal, Json};
use litemap::LiteMap;

/// Answers by question or field, in the order of names. They lie in a row, since they are few: putting one in moves those
/// behind it.
pub type Answers = LiteMap<String, Answer>;

/// One answer. A missing answer is not an `Answer`: it is absent, and that means unknown.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Answer {
    /// "None", said on purpose: no misconduct, does not expire, stands alone. `null` in a file.
    None,
    /// Yes or no.
    YesNo(bool),
    /// A number.
    Number(Decimal),
    /// Text, the id of a choice, or a date as `YYYY-MM-DD`.
    ///
    /// What a person typed and nobody can read yet is kept here too.
    Text(String),
}

impl Answer {
    /// Reads an answer from a file; arrays and objects are none.
    pub fn from_json(json: &Json) -> Option<Self> {
        Self::from_owned(json.clone())
    }

    /// The same of JSON that is needed no longer.
    pub(crate) fn from_owned(json: Json) -> Option<Self> {
        match json {
            Json::Null => Some(Self::None),
            Json::Bool(value) => Some(Self::YesNo(value)),
            Json::Number(value) => Some(Self::Number(value)),
            Json::Text(value) => Some(Self::Text(value)),
            Json::Array(_) | Json::Object(_) => None,
        }
    }

    /// The answer as it stands in a file.
    pub fn to_json(&self) -> Json {
        match self {
            Self::None => Json::Null,
            Self::YesNo(value) => Json::Bool(*value),
            Self::Number(value) => Json::Number(*value),
            Self::Text(value) => Json::Text(value.clone()),
        }
    }

    /// The text, if it is one.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(value) => Some(value),
            Self::None | Self::YesNo(_) | Self::Number(_) => None,
        }
    }

    /// A text answer.
    pub fn from_text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }
}
