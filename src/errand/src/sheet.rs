//! What is printed.

use json::Json;

use crate::Wire;

/// What is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// The whole form, as a package holds it.
    Form,
    /// The self-score sheet alone.
    Score,
    /// The pledge alone.
    Pledge,
}

impl Wire for Sheet {
    fn to_wire(&self) -> Json {
        Json::from(match self {
            Self::Form => "form",
            Self::Score => "score",
            Self::Pledge => "pledge",
        })
    }

    fn from_wire(json: &Json) -> Option<Self> {
        match json.as_str()? {
            "form" => Some(Self::Form),
            "score" => Some(Self::Score),
            "pledge" => Some(Self::Pledge),
            _ => None,
        }
    }
}
