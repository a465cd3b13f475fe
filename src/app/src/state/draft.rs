//! The draft as it is kept: the dossier, the evidence by its digests, the pledge, the screen.

use assess::Judged;
use dossier::{Dossier, Pledge, ReadError};
use json::{Decimal, Json, Object};
use package::digest::{FileDigest, from_hex};
use package::subject::File;
use wording::plain;

use crate::screen::Screen;

/// What is kept of one person's work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Draft {
    /// What the person calls it; empty for what it is called by itself.
    pub(crate) label: String,
    /// The dossier.
    pub(crate) dossier: Dossier,
    /// The evidence that is at hand, of what the dossier names. The bytes are kept beside.
    pub(crate) files: Vec<File>,
    /// The pledge, if one was given.
    pub(crate) pledge: Option<Pledge>,
    /// Whether something was changed since the pledge was given.
    pub(crate) pledge_void: bool,
    /// The id of the portal that the person chose; empty while the book's first holds.
    pub(crate) portal: String,
    /// The last verdicts, and the version of the book that gave them.
    pub(crate) judged: Option<Judged>,
    /// What another version of the book has changed, in words, while the person has not seen it.
    pub(crate) changed: Vec<String>,
    /// The screen that was shown.
    pub(crate) screen: Screen,
}

/// Why a text is no draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum DraftError {
    /// It is not of a format that this version knows.
    Format,
    /// The dossier in it cannot be read.
    Dossier(ReadError),
}

/// The format of the first version, which knew of no evidence and of one draft only.
const FIRST: &str = "zhicheng-draft/1";
/// Lines of what changed that are read.
const MOST_CHANGED: usize = 200;

impl Draft {
    /// The format that this version keeps.
    pub(crate) const FORMAT: &str = "zhicheng-draft/2";

    /// A draft of nothing but a dossier.
    pub(crate) fn of(dossier: Dossier) -> Self {
        Self {
            label: String::new(),
            dossier,
            files: Vec::new(),
            pledge: None,
            pledge_void: false,
            portal: String::new(),
            judged: None,
            changed: Vec::new(),
            screen: Screen::Tasks,
        }
    }

    /// The draft as text.
    pub(crate) fn write(&self) -> String {
        let mut object = Object::new();
        object.insert("format", Self::FORMAT);
        object.insert("screen", self.screen.hash());
        if !self.label.is_empty() {
            object.insert("label", self.label.as_str());
        }
        if let Some(pledge) = &self.pledge {
            object.insert("pledge", pledge.to_json());
            object.insert("pledge_void", self.pledge_void);
        }
        if !self.portal.is_empty() {
            object.insert("portal", self.portal.as_str());
        }
        let files: Vec<Json> = self.files.iter().map(file_to_json).collect();
        object.insert("files", files);
        if !self.changed.is_empty() {
            let changed = self.changed.iter().map(|line| Json::from(line.as_str()));
            object.insert("changed", changed.collect::<Vec<Json>>());
        }
        object.insert("dossier", self.dossier_file());
        Json::Object(object).canonical()
    }

    /// Reads a draft of this format or of the first. A screen, pledge or file that cannot be read
    /// is left out: the answers count.
    ///
    /// # Errors
    /// When it is no draft of these formats, or its dossier cannot be read.
    pub(crate) fn read(text: &str) -> Result<Self, DraftError> {
        let json = Json::parse(text.as_bytes());
        let json = json.map_err(|error| DraftError::Dossier(ReadError::not_json(error)))?;
        let format = json.get("format").and_then(Json::as_str);
        if !matches!(format, Some(Self::FORMAT | FIRST)) {
            return Err(DraftError::Format);
        }
        let dossier = json.get("dossier").ok_or(DraftError::Format)?;
        let text = |key| json.get(key).and_then(Json::as_str);
        let files = json.get("files").and_then(Json::as_array);
        let pledge = json.get("pledge");
        let void = json.get("pledge_void").and_then(Json::as_bool);
        let changed = json.get("changed").and_then(Json::as_array);
        let changed = changed.unwrap_or_default().iter().take(MOST_CHANGED);
        let changed = changed.filter_map(|line| line.as_str().map(plain::shown));
        Ok(Self {
            label: text("label").unwrap_or_default().to_owned(),
            dossier: Dossier::from_json(dossier).map_err(DraftError::Dossier)?,
            files: files.unwrap_or_default().iter().filter_map(file).collect(),
            pledge: pledge.and_then(|pledge| Pledge::from_json(pledge).ok()),
            pledge_void: void.unwrap_or_default(),
            portal: text("portal").unwrap_or_default().to_owned(),
            judged: judged(dossier),
            changed: changed.collect(),
            screen: text("screen").and_then(Screen::parse).unwrap_or_default(),
        })
    }

    /// A draft out of a file that holds a dossier alone.
    ///
    /// # Errors
    /// When it is no dossier.
    pub(crate) fn of_dossier_file(bytes: &[u8]) -> Result<Self, ReadError> {
        let json = Json::parse(bytes).map_err(ReadError::not_json)?;
        Ok(Self {
            judged: judged(&json),
            ..Self::of(Dossier::from_json(&json)?)
        })
    }

    /// The dossier as a file, with the last verdicts.
    pub(crate) fn dossier_file(&self) -> Json {
        let mut json = self.dossier.to_json();
        if let (Json::Object(object), Some(judged)) = (&mut json, &self.judged) {
            object.insert(Dossier::JUDGED, judged.to_json());
        }
        json
    }

    /// The names under which its evidence is kept.
    pub(crate) fn kept_names(&self) -> Vec<String> {
        self.files.iter().map(|file| file.digest.hex()).collect()
    }
}

/// The last verdicts that stand in a dossier file.
fn judged(dossier: &Json) -> Option<Judged> {
    Judged::from_json(dossier.get(Dossier::JUDGED)?)
}

fn file_to_json(file: &File) -> Json {
    let mut object = Object::new();
    object.insert("holder", file.holder.as_str());
    object.insert("name", file.name.as_str());
    object.insert("sha256", file.digest.hex());
    object.insert("crc32", file.digest.crc32);
    let size = i64::try_from(file.digest.size).ok();
    if let Some(size) = size.and_then(Decimal::from_int) {
        object.insert("size", size);
    }
    object.into()
}

fn file(json: &Json) -> Option<File> {
    let text = |key| json.get(key).and_then(Json::as_str);
    let number = |key| json.get(key)?.as_number()?.to_integer();
    let sha256 = from_hex(text("sha256")?)?;
    Some(File {
        holder: text("holder")?.to_owned(),
        name: text("name")?.to_owned(),
        digest: FileDigest {
            sha256: sha256.try_into().ok()?,
            crc32: number("crc32")?.try_into().ok()?,
            size: number("size")?.try_into().ok()?,
        },
    })
}
