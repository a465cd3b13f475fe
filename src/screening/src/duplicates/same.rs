//! What is the same, read from what is kept.

use serde::Serialize;

use super::{Duplicate, DuplicateKind, DuplicatePlace, Duplicates};

/// Something that is the same in several places, which are read one by one from what is kept.
#[derive(Clone, Debug)]
pub struct Same<'d> {
    pub(super) of: &'d Duplicates,
    pub(super) kind: DuplicateKind,
    /// The first candidate.
    pub(super) first: u32,
    /// The keys, in the order of the candidates.
    pub(super) places: Vec<u32>,
}

/// A place of it, as it is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Place<'d> {
    /// The file, and the row in it.
    pub input: &'d str,
    /// The candidate's name.
    pub name: &'d str,
    /// The title or the name of the file there; empty for a person.
    pub what: &'d str,
}

impl<'d> Same<'d> {
    /// What is the same.
    pub const fn kind(&self) -> DuplicateKind {
        self.kind
    }

    /// How many places there are.
    pub const fn count(&self) -> usize {
        self.places.len()
    }

    /// The places, in the order of the candidates.
    pub fn places(&self) -> impl Iterator<Item = Place<'d>> + '_ {
        self.places.iter().filter_map(|key| self.of.place(*key))
    }

    /// The same with all that it says.
    pub fn to_duplicate(&self) -> Duplicate {
        let places = self.places().map(|place| DuplicatePlace {
            input: place.input.to_owned(),
            name: place.name.to_owned(),
            what: place.what.to_owned(),
        });
        Duplicate {
            format: Duplicate::FORMAT.to_owned(),
            kind: self.kind,
            places: places.collect(),
        }
    }

    /// The canonical text of [`Duplicate::to_json`], place by place.
    pub fn pieces(&self) -> impl Iterator<Item = String> + '_ {
        let none = Duplicate {
            format: Duplicate::FORMAT.to_owned(),
            kind: self.kind,
            places: Vec::new(),
        };
        // The places stand last, since their key does.
        let end = "]}";
        let mut head = none.to_json().canonical();
        head.truncate(head.len().saturating_sub(end.len()));
        let places = self.places().enumerate().map(|(at, place)| {
            let mut text = String::from(if at == 0 { "" } else { "," });
            // Texts alone: nothing that JSON does not have.
            let _ = json::write_canonical(&place, &mut text);
            text
        });
        let end = std::iter::once(end.to_owned());
        std::iter::once(head).chain(places).chain(end)
    }
}
