//! What came of a verification, in words.

use json::Json;
use package::severity::Severity;

use crate::Wire;
use crate::wire::{member, object};

/// What came of a verification, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified {
    /// Whether nothing found is an error.
    pub valid: bool,
    /// Whether it is valid, in a sentence.
    pub headline: String,
    /// Whose it is, for what, with what result: names and values.
    pub facts: Vec<(String, String)>,
    /// The short code of what is in it; none when that could not be read.
    pub code: Option<String>,
    /// SHA-256 of what was pledged, as hexadecimal digits; none when that could not be read.
    pub subject: Option<String>,
    /// The layers, from the outside in, with what was found in each.
    pub layers: Vec<Layer>,
}

/// A layer of a verification.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layer {
    /// What it looks at.
    pub name: String,
    /// Whether it was reached: a container that cannot be read hides all that is in it.
    pub reached: bool,
    /// What was found.
    pub found: Vec<Found>,
}

/// A finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Its stable code.
    pub code: String,
    /// Its weight.
    pub severity: Severity,
    /// Where it is.
    pub place: String,
    /// What is wrong.
    pub text: String,
    /// What to do.
    pub remedy: String,
}

impl Wire for Verified {
    fn to_wire(&self) -> Json {
        object([
            ("valid", self.valid.to_wire()),
            ("headline", self.headline.to_wire()),
            ("facts", self.facts.to_wire()),
            ("code", self.code.to_wire()),
            ("subject", self.subject.to_wire()),
            ("layers", self.layers.to_wire()),
        ])
    }

    fn from_wire(json: &Json) -> Option<Self> {
        Some(Self {
            valid: member(json, "valid")?,
            headline: member(json, "headline")?,
            facts: member(json, "facts")?,
            code: member(json, "code")?,
            subject: member(json, "subject")?,
            layers: member(json, "layers")?,
        })
    }
}

impl Wire for Layer {
    fn to_wire(&self) -> Json {
        object([
            ("name", self.name.to_wire()),
            ("reached", self.reached.to_wire()),
            ("found", self.found.to_wire()),
        ])
    }

    fn from_wire(json: &Json) -> Option<Self> {
        Some(Self {
            name: member(json, "name")?,
            reached: member(json, "reached")?,
            found: member(json, "found")?,
        })
    }
}

impl Wire for Found {
    fn to_wire(&self) -> Json {
        object([
            ("code", self.code.to_wire()),
            ("severity", self.severity.to_wire()),
            ("place", self.place.to_wire()),
            ("text", self.text.to_wire()),
            ("remedy", self.remedy.to_wire()),
        ])
    }

    fn from_wire(json: &Json) -> Option<Self> {
        Some(Self {
            code: member(json, "code")?,
            severity: member(json, "severity")?,
            place: member(json, "place")?,
            text: member(json, "text")?,
            remedy: member(json, "remedy")?,
        })
    }
}
