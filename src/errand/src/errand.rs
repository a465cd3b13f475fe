//! What the application asks.

use chrono::NaiveDate;
use json::Json;

use crate::wire::{member, object};
use crate::{Sheet, Wire, Work};

/// What the application asks of its worker. The files that it is about go beside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Errand {
    /// Take in a file: its name among the others of its holder, and its digest. Answered by a
    /// [`FileDigest`](package::digest::FileDigest).
    TakeIn {
        /// Its name.
        name: String,
        /// The names beside which it will stand.
        others: Vec<String>,
    },
    /// What is in the way of sealing. With the files of [`Work::files`] in their order, for a
    /// look at each; answered by a [`Survey`](crate::Survey).
    Survey(Box<Work>),
    /// Make the package, and check it. With the files of [`Work::files`] in their order;
    /// answered by a [`Sealed`](crate::Sealed), with the package.
    Seal(Box<Work>),
    /// Write the printable form, or a sheet of it. Answered by its HTML.
    Print(Box<Work>, Sheet),
    /// Verify a package on a day. With the package; answered by a
    /// [`Verified`](crate::Verified).
    Verify(NaiveDate),
}

impl Wire for Errand {
    fn to_wire(&self) -> Json {
        match self {
            Self::TakeIn { name, others } => object([
                ("do", Json::from("take-in")),
                ("name", name.to_wire()),
                ("others", others.to_wire()),
            ]),
            Self::Survey(work) => with("survey", work.to_wire()),
            Self::Seal(work) => with("seal", work.to_wire()),
            Self::Print(work, sheet) => object([
                ("do", Json::from("print")),
                ("sheet", sheet.to_wire()),
                ("with", work.to_wire()),
            ]),
            Self::Verify(today) => with("verify", today.to_wire()),
        }
    }

    fn from_wire(json: &Json) -> Option<Self> {
        match json.get("do")?.as_str()? {
            "take-in" => Some(Self::TakeIn {
                name: member(json, "name")?,
                others: member(json, "others")?,
            }),
            "survey" => Some(Self::Survey(Box::new(member(json, "with")?))),
            "seal" => Some(Self::Seal(Box::new(member(json, "with")?))),
            "print" => Some(Self::Print(
                Box::new(member(json, "with")?),
                member(json, "sheet")?,
            )),
            "verify" => Some(Self::Verify(member(json, "with")?)),
            _ => None,
        }
    }
}

fn with(what: &str, with: Json) -> Json {
    object([("do", Json::from(what)), ("with", with)])
}
