//! The draft as it is kept: the dossier, the pledge, the screen.

use dossier::{Dossier, Pledge, ReadError, ReadErrorKind};
use json::{Json, Object};

use crate::screen::Screen;

/// What is kept of one person's work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Draft {
    /// The dossier.
    pub(crate) dossier: Dossier,
    /// The pledge, if one was given.
    pub(crate) pledge: Option<Pledge>,
    /// The screen that was shown.
    pub(crate) screen: Screen,
}

/// Why a text is no draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum DraftError {
    /// It is not of the format that this version keeps.
    Format,
    /// The dossier in it cannot be read.
    Dossier(ReadError),
}

impl Draft {
    /// The format that this version keeps.
    pub(crate) const FORMAT: &str = "zhicheng-draft/1";

    /// The draft as text.
    pub(crate) fn write(&self) -> String {
        let mut object = Object::new();
        object.insert("format", Json::from(Self::FORMAT));
        object.insert("screen", Json::from(self.screen.hash().as_str()));
        if let Some(pledge) = &self.pledge {
            object.insert("pledge", pledge.to_json());
        }
        object.insert("dossier", self.dossier.to_json());
        Json::Object(object).canonical()
    }

    /// Reads a draft. A screen or pledge that cannot be read is left out: the answers count.
    ///
    /// # Errors
    /// When it is no draft of this format, or its dossier cannot be read.
    pub(crate) fn read(text: &str) -> Result<Self, DraftError> {
        let json = Json::parse(text.as_bytes()).map_err(|error| {
            let kind = ReadErrorKind::NotJson(error);
            let place = String::new();
            DraftError::Dossier(ReadError { place, kind })
        })?;
        if json.get("format").and_then(Json::as_str) != Some(Self::FORMAT) {
            return Err(DraftError::Format);
        }
        let dossier = json.get("dossier").ok_or(DraftError::Format)?;
        let screen = json.get("screen").and_then(Json::as_str);
        let pledge = json.get("pledge");
        Ok(Self {
            dossier: Dossier::from_json(dossier).map_err(DraftError::Dossier)?,
            pledge: pledge.and_then(|pledge| Pledge::from_json(pledge).ok()),
            screen: screen.and_then(Screen::parse).unwrap_or_default(),
        })
    }
}
