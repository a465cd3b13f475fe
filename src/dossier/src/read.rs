//! Reading a dossier file.

use std::collections::BTreeSet;
use std::fmt;

use json::{Json, Object};

use crate::{Answer, Dossier, Evidence, List, Record};

/// The most records in one list.
const MOST_RECORDS: usize = 5_000;

/// What is wrong with a dossier file, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadError {
    /// The place, as in `achievements[3].rank`; empty for the file as a whole.
    pub place: String,
    /// What is wrong.
    pub kind: ReadErrorKind,
}

/// What is wrong with a dossier file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadErrorKind {
    /// It is not JSON; the reader's words, with line and column.
    NotJson(json::ReadError),
    /// The `format` is not one that this version reads.
    Format {
        /// What stands there.
        found: String,
    },
    /// A value has another shape than it must have.
    Shape {
        /// What must stand there.
        expected: &'static str,
    },
    /// A key that must be there is missing.
    Missing {
        /// The key.
        key: &'static str,
    },
    /// Two records, or a record and a material, have the same id.
    RepeatedId {
        /// The id.
        id: String,
    },
    /// An id with characters that cannot stand in a folder name.
    UnusableId {
        /// The id.
        id: String,
    },
    /// More records than any person has.
    TooMany {
        /// The limit.
        limit: usize,
    },
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.place.is_empty() {
            write!(f, "at `{}`: ", self.place)?;
        }
        match &self.kind {
            ReadErrorKind::NotJson(error) => write!(f, "{error}"),
            ReadErrorKind::Format { found } => write!(
                f,
                "the format is `{found}`; this version reads `{}`",
                Dossier::FORMAT
            ),
            ReadErrorKind::Shape { expected } => write!(f, "expected {expected}"),
            ReadErrorKind::Missing { key } => write!(f, "the key `{key}` is missing; add it"),
            ReadErrorKind::RepeatedId { id } => {
                write!(f, "the id `{id}` is used twice; give each record its own")
            }
            ReadErrorKind::UnusableId { id } => write!(
                f,
                "the id `{id}` cannot name a folder; use 1 to 64 letters, digits, `-` or `_`"
            ),
            ReadErrorKind::TooMany { limit } => write!(f, "more than {limit} records"),
        }
    }
}

impl std::error::Error for ReadError {}

impl ReadError {
    /// The whole file is not JSON.
    pub fn not_json(error: json::ReadError) -> Self {
        at("", ReadErrorKind::NotJson(error))
    }
}

/// An error at a place.
fn at(place: impl Into<String>, kind: ReadErrorKind) -> ReadError {
    ReadError {
        place: place.into(),
        kind,
    }
}

/// A wrong shape at a place.
fn shape(place: impl Into<String>, expected: &'static str) -> ReadError {
    at(place, ReadErrorKind::Shape { expected })
}

impl Dossier {
    /// Reads a dossier file.
    ///
    /// # Errors
    /// When it is not JSON, not a dossier, or names two records alike. What the answers say is
    /// not judged here: that needs a book.
    pub fn read(bytes: &[u8]) -> Result<Self, ReadError> {
        let json = Json::parse(bytes).map_err(ReadError::not_json)?;
        Self::from_json(&json)
    }

    /// Reads a dossier from JSON.
    ///
    /// # Errors
    /// As [`Dossier::read`].
    pub fn from_json(json: &Json) -> Result<Self, ReadError> {
        let object = json.as_object().ok_or_else(|| shape("", "an object"))?;
        read_format(object)?;
        let mut dossier = Self {
            book: required_text(object, "book")?.to_owned(),
            ..Self::default()
        };
        for (key, value) in object.iter() {
            match key {
                "format" | "book" | "complete" | Self::JUDGED => {}
                "season" => dossier.season = read_season(value)?,
                "profile" => dossier.profile = read_answers(value, "profile", &[])?,
                "materials" => read_materials(&mut dossier, value)?,
                list => {
                    let records = read_records(list, value)?;
                    dossier.lists.entry(list.to_owned()).or_default().records = records;
                }
            }
        }
        read_complete(&mut dossier, object)?;
        check_ids(&dossier)?;
        Ok(dossier)
    }
}

fn read_format(object: &Object) -> Result<(), ReadError> {
    let found = required_text(object, "format")?;
    if found == Dossier::FORMAT {
        return Ok(());
    }
    let found = found.to_owned();
    Err(at("format", ReadErrorKind::Format { found }))
}

fn required_text<'a>(object: &'a Object, key: &'static str) -> Result<&'a str, ReadError> {
    let value = object
        .get(key)
        .ok_or_else(|| at("", ReadErrorKind::Missing { key }))?;
    value.as_str().ok_or_else(|| shape(key, "text"))
}

fn read_season(value: &Json) -> Result<Option<i32>, ReadError> {
    if *value == Json::Null {
        return Ok(None);
    }
    let year = value.as_number().and_then(json::Decimal::to_integer);
    let year = year.and_then(|year| i32::try_from(year).ok());
    year.filter(|year| (1900..=2200).contains(year))
        .map(Some)
        .ok_or_else(|| shape("season", "a year between 1900 and 2200"))
}

fn read_answers(
    value: &Json,
    place: &str,
    but: &[&str],
) -> Result<std::collections::BTreeMap<String, Answer>, ReadError> {
    let object = value.as_object().ok_or_else(|| shape(place, "an object"))?;
    let mut answers = std::collections::BTreeMap::new();
    for (key, value) in object.iter().filter(|(key, _)| !but.contains(key)) {
        let answer = Answer::from_json(value)
            .ok_or_else(|| shape(format!("{place}.{key}"), "yes/no, a number, text or null"))?;
        answers.insert(key.to_owned(), answer);
    }
    Ok(answers)
}

fn read_records(list: &str, value: &Json) -> Result<Vec<Record>, ReadError> {
    let array = value
        .as_array()
        .ok_or_else(|| shape(list, "a list of records"))?;
    if array.len() > MOST_RECORDS {
        let limit = MOST_RECORDS;
        return Err(at(list, ReadErrorKind::TooMany { limit }));
    }
    let numbered = array.iter().enumerate();
    numbered
        .map(|(index, value)| read_record(&format!("{list}[{index}]"), value))
        .collect()
}

fn read_record(place: &str, value: &Json) -> Result<Record, ReadError> {
    let fields = read_answers(value, place, &["id", "evidence"])?;
    let id = value
        .get("id")
        .ok_or_else(|| at(place, ReadErrorKind::Missing { key: "id" }))?;
    let id_place = format!("{place}.id");
    let id = id.as_str().ok_or_else(|| shape(id_place, "text"))?;
    let evidence = match value.get("evidence") {
        Some(value) => read_evidence(&format!("{place}.evidence"), value)?,
        None => Vec::new(),
    };
    Ok(Record {
        id: id.to_owned(),
        fields,
        evidence,
    })
}

fn read_evidence(place: &str, value: &Json) -> Result<Vec<Evidence>, ReadError> {
    const EXPECTED: &str = "file names, or { \"paper\": \"what is shown at the desk\" }";
    let array = value.as_array().ok_or_else(|| shape(place, EXPECTED))?;
    let proofs = array.iter().map(|proof| {
        let paper = proof.as_object().filter(|object| object.len() == 1);
        let paper = paper
            .and_then(|object| object.get("paper"))
            .and_then(Json::as_str);
        match (proof, paper) {
            (Json::Text(name), _) => Some(Evidence::File(name.clone())),
            (_, Some(text)) => Some(Evidence::Paper(text.to_owned())),
            _ => None,
        }
    });
    let proofs: Option<Vec<_>> = proofs.collect();
    proofs.ok_or_else(|| shape(place, EXPECTED))
}

fn read_materials(dossier: &mut Dossier, value: &Json) -> Result<(), ReadError> {
    let object = value
        .as_object()
        .ok_or_else(|| shape("materials", "an object"))?;
    for (id, value) in object.iter() {
        let evidence = read_evidence(&format!("materials.{id}"), value)?;
        dossier.materials.insert(id.to_owned(), evidence);
    }
    Ok(())
}

fn read_complete(dossier: &mut Dossier, object: &Object) -> Result<(), ReadError> {
    const EXPECTED: &str = "the names of the lists that are complete";
    let Some(value) = object.get("complete") else {
        return Ok(());
    };
    let array = value
        .as_array()
        .ok_or_else(|| shape("complete", EXPECTED))?;
    for name in array {
        let name = name.as_str().ok_or_else(|| shape("complete", EXPECTED))?;
        let list: &mut List = dossier.lists.entry(name.to_owned()).or_default();
        list.complete = true;
    }
    Ok(())
}

/// Record ids and material ids are folder names in a package: each must be usable and unique.
fn check_ids(dossier: &Dossier) -> Result<(), ReadError> {
    let mut seen = BTreeSet::new();
    for (list, content) in &dossier.lists {
        for (index, record) in content.records.iter().enumerate() {
            check_id(&record.id, || format!("{list}[{index}].id"), &mut seen)?;
        }
    }
    for id in dossier.materials.keys() {
        check_id(id, || format!("materials.{id}"), &mut seen)?;
    }
    Ok(())
}

fn check_id(
    id: &str,
    place: impl Fn() -> String,
    seen: &mut BTreeSet<String>,
) -> Result<(), ReadError> {
    let usable = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    if id.is_empty() || id.len() > 64 || !id.chars().all(usable) {
        let id = id.to_owned();
        return Err(at(place(), ReadErrorKind::UnusableId { id }));
    }
    if seen.insert(id.to_ascii_lowercase()) {
        return Ok(());
    }
    let id = id.to_owned();
    Err(at(place(), ReadErrorKind::RepeatedId { id }))
}
