//! `zhicheng bag`: validates anyone's bag (RFC 8493 and its drafts), in a folder or a zip.

mod encoding;
mod folder;
mod zip;

pub(crate) use encoding::gbk;

use std::path::Path;

use json::{Decimal, Json, Object};
use package::bag::{Listing, validate_any};
use package::name::UNICODE;
use package::severity::Severity;
use wording::finding::Told;

use crate::args::BagOptions;
use crate::exit::Exit;
use crate::input;

/// Most bytes of manifests and other tag files held in memory: those of about a million files.
const TEXT_LIMIT: u64 = 256 << 20;
/// Most files of a bag.
const MOST_FILES: usize = 1_000_000;

/// A bag as read, wherever it lay.
struct Held {
    /// Its files; none where the container is refused.
    listing: Option<Listing>,
    /// What was found while reading it.
    told: Vec<Told>,
}

/// What is said of a bag.
struct Looked {
    version: Option<String>,
    files: usize,
    bytes: u64,
    told: Vec<Told>,
}

impl Looked {
    fn is_valid(&self) -> bool {
        self.of(Severity::Error).next().is_none()
    }

    fn of(&self, severity: Severity) -> impl Iterator<Item = &Told> {
        self.told
            .iter()
            .filter(move |told| told.severity == severity)
    }
}

/// Validates every bag; what cannot be read is named and the others are still done.
pub(crate) fn run(options: &BagOptions) -> Exit {
    let mut exit = Exit::Fine;
    for path in &options.inputs {
        exit = exit.and(match look(path) {
            Ok(looked) => show(path, &looked, options.json),
            Err(message) => crate::verify::unreadable(path, &message, options.json),
        });
    }
    exit
}

fn look(path: &Path) -> Result<Looked, String> {
    let held = if path.is_dir() {
        folder::read(path)
    } else {
        zip::read(path)
    }?;
    let mut looked = Looked {
        version: None,
        files: 0,
        bytes: 0,
        told: held.told,
    };
    if let Some(listing) = held.listing {
        let validation = validate_any(&listing, UNICODE, encoding::decode);
        let version = validation.version;
        looked.version = version.map(|version| format!("{}.{}", version.major, version.minor));
        looked.files = listing.files().len();
        let sizes = listing.files().values().map(|facts| facts.size);
        looked.bytes = sizes.fold(0, u64::saturating_add);
        let found = validation.findings.iter().map(wording::finding::bag);
        looked.told.extend(found);
    }
    Ok(looked)
}

fn show(path: &Path, looked: &Looked, json: bool) -> Exit {
    let text = if json {
        format!("{}\n", to_json(path, looked).canonical())
    } else {
        to_text(path, looked)
    };
    let wrong = if looked.is_valid() {
        Exit::Fine
    } else {
        Exit::Wrong
    };
    input::print(&text).and(wrong)
}

fn to_text(path: &Path, looked: &Looked) -> String {
    let (errors, warnings) = (
        looked.of(Severity::Error).count(),
        looked.of(Severity::Warning).count(),
    );
    let size = (looked.files, looked.bytes);
    let head = wording::cli::bag(looked.version.as_deref(), size, (errors, warnings));
    let mut text = format!("{}\n{head}", path.to_string_lossy());
    for severity in [Severity::Error, Severity::Warning, Severity::Notice] {
        for told in looked.of(severity) {
            text.push_str("  ");
            text.push_str(&told.line());
            text.push('\n');
        }
    }
    text
}

fn to_json(path: &Path, looked: &Looked) -> Json {
    let list = |severity| {
        let list = looked.of(severity).map(|told| {
            let mut finding = Object::new();
            finding.insert("code", Json::from(told.code));
            finding.insert("place", Json::from(told.place.as_str()));
            finding.insert("message", Json::from(told.message.whole()));
            Json::Object(finding)
        });
        Json::Array(list.collect())
    };
    let number = |number: u64| {
        let decimal = number.to_string().parse::<Decimal>();
        decimal.map_or(Json::Null, Json::from)
    };
    let mut object = Object::new();
    object.insert("format", Json::from("zhicheng-bag/1"));
    object.insert("input", Json::from(path.to_string_lossy().into_owned()));
    object.insert("valid", Json::from(looked.is_valid()));
    if let Some(version) = &looked.version {
        object.insert("version", Json::from(version.as_str()));
    }
    object.insert("files", number(looked.files as u64));
    object.insert("bytes", number(looked.bytes));
    object.insert("errors", list(Severity::Error));
    object.insert("warnings", list(Severity::Warning));
    object.insert("notices", list(Severity::Notice));
    Json::Object(object)
}
