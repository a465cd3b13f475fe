//! What is in the way of sealing.

use assess::Place;
use json::Json;
use package::severity::Severity;

use crate::Wire;
use crate::wire::{member, object};

/// What is in the way of sealing, and what would be pledged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Survey {
    /// What a pledge has to name.
    pub subject: String,
    /// Its short code.
    pub code: String,
    /// Whether the pledge holds.
    pub holds: bool,
    /// What is in the way, what applications come back for, and what only a person can see.
    pub hindrances: Vec<Hindrance>,
    /// The portals that the book knows, first the one that holds while nobody chooses.
    pub portals: Vec<Portal>,
}

/// A portal that packages are uploaded to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Portal {
    /// Its id.
    pub id: String,
    /// Its name.
    pub label: String,
    /// On what authority its limits stand, in words.
    pub authority: String,
    /// What it may refuse.
    pub hindrances: Vec<Hindrance>,
}

/// One thing in the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hindrance {
    /// Whether it keeps the package from being sealed.
    pub severity: Severity,
    /// Where it is mended.
    pub mend: Mend,
    /// The name of the file that it is about.
    pub file: Option<String>,
    /// Where it is mended, in words.
    pub place: String,
    /// What it is and what to do, in words.
    pub told: String,
}

/// Where something is mended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mend {
    /// At an answer, a record or a list.
    Answer(Place),
    /// Where the evidence of a record or a material is attached, by its id.
    Evidence(String),
    /// Where book and season are chosen.
    Start,
    /// At the papers of the application.
    Materials,
    /// At the pledge.
    Pledge,
}

impl Wire for Survey {
    fn to_wire(&self) -> Json {
        object([
            ("subject", self.subject.to_wire()),
            ("code", self.code.to_wire()),
            ("holds", self.holds.to_wire()),
            ("hindrances", self.hindrances.to_wire()),
            ("portals", self.portals.to_wire()),
        ])
    }

    fn from_wire(json: &Json) -> Option<Self> {
        Some(Self {
            subject: member(json, "subject")?,
            code: member(json, "code")?,
            holds: member(json, "holds")?,
            hindrances: member(json, "hindrances")?,
            portals: member(json, "portals")?,
        })
    }
}

impl Wire for Portal {
    fn to_wire(&self) -> Json {
        object([
            ("id", self.id.to_wire()),
            ("label", self.label.to_wire()),
            ("authority", self.authority.to_wire()),
            ("hindrances", self.hindrances.to_wire()),
        ])
    }

    fn from_wire(json: &Json) -> Option<Self> {
        Some(Self {
            id: member(json, "id")?,
            label: member(json, "label")?,
            authority: member(json, "authority")?,
            hindrances: member(json, "hindrances")?,
        })
    }
}

impl Wire for Hindrance {
    fn to_wire(&self) -> Json {
        object([
            ("severity", self.severity.to_wire()),
            ("mend", self.mend.to_wire()),
            ("file", self.file.to_wire()),
            ("place", self.place.to_wire()),
            ("told", self.told.to_wire()),
        ])
    }

    fn from_wire(json: &Json) -> Option<Self> {
        Some(Self {
            severity: member(json, "severity")?,
            mend: member(json, "mend")?,
            file: member(json, "file")?,
            place: member(json, "place")?,
            told: member(json, "told")?,
        })
    }
}

/// What it is, and the ids that it names.
impl Wire for Mend {
    fn to_wire(&self) -> Json {
        let parts: Vec<&str> = match self {
            Self::Answer(Place::Question(id)) => vec!["question", id],
            Self::Answer(Place::Field {
                list,
                record,
                field,
            }) => vec!["field", list, record, field],
            Self::Answer(Place::Record { list, record }) => vec!["record", list, record],
            Self::Answer(Place::List(list)) => vec!["list", list],
            Self::Evidence(holder) => vec!["evidence", holder],
            Self::Start => vec!["start"],
            Self::Materials => vec!["materials"],
            Self::Pledge => vec!["pledge"],
        };
        Json::Array(parts.into_iter().map(Json::from).collect())
    }

    fn from_wire(json: &Json) -> Option<Self> {
        let parts: Vec<String> = Vec::from_wire(json)?;
        let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
        let own = |id: &str| id.to_owned();
        Some(match parts.as_slice() {
            ["question", id] => Self::Answer(Place::Question(own(id))),
            ["field", list, record, field] => Self::Answer(Place::Field {
                list: own(list),
                record: own(record),
                field: own(field),
            }),
            ["record", list, record] => Self::Answer(Place::Record {
                list: own(list),
                record: own(record),
            }),
            ["list", list] => Self::Answer(Place::List(own(list))),
            ["evidence", holder] => Self::Evidence(own(holder)),
            ["start"] => Self::Start,
            ["materials"] => Self::Materials,
            ["pledge"] => Self::Pledge,
            _ => return None,
        })
    }
}
