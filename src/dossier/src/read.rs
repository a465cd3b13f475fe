//! Reading a dossier file.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt;
use std::sync::Arc;

use json::{Json, Object};

use crate::{Answer, Answers, Dossier, Evidence, List, Record};

/// The most answers in the profile or in one record: no book may ask more than 2,000, and each that is put before others
/// moves them.
const MOST_ANSWERS: usize = 2_048;
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
    /// More records or answers than any person has.
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
            ReadErrorKind::TooMany { limit } => write!(f, "more than {limit} entries"),
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
        Self::from_owned(json)
    }

    /// Reads a dossier from JSON.
    ///
    /// # Errors
    /// As [`Dossier::read`].
    pub fn from_json(json: &Json) -> Result<Self, ReadError> {
        Self::from_owned(json.clone())
    }

    /// Reads a dossier from JSON that is needed no longer: its texts are taken, not copied.
    ///
    /// # Errors
    /// As [`Dossier::read`].
    pub fn from_owned(json: Json) -> Result<Self, ReadError> {
        let Json::Object(object) = json else {
            return Err(shape("", "an object"));
        };
        read_format(&object)?;
        let mut dossier = Self {
            book: required_text(&object, "book")?.to_owned(),
            ..Self::default()
        };
        let mut complete = None;
        for (key, value) in object {
            match key.as_str() {
                "format" | "book" | Self::JUDGED => {}
                "complete" => complete = Some(value),
                "season" => dossier.season = read_season(&value)?,
                "profile" => dossier.profile = read_profile(value)?,
                "materials" => read_materials(&mut dossier, &value)?,
                _ => {
                    let records = read_records(&key, value)?;
                    dossier.lists.entry(key).or_default().records = records;
                }
            }
        }
        read_complete(&mut dossier, complete.as_ref())?;
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

const ANSWER: &str = "yes/no, a number, text or null";

fn read_profile(value: Json) -> Result<Answers, ReadError> {
    let Json::Object(object) = value else {
        return Err(shape("profile", "an object"));
    };
    few(object.len(), MOST_ANSWERS, &|| "profile".to_owned())?;
    let mut answers = Answers::new();
    for (key, value) in object {
        let answer = Answer::from_owned(value);
        let answer = answer.ok_or_else(|| shape(format!("profile.{key}"), ANSWER))?;
        answers.insert(key, answer);
    }
    Ok(answers)
}

fn read_records(list: &str, value: Json) -> Result<Vec<Arc<Record>>, ReadError> {
    let Json::Array(array) = value else {
        return Err(shape(list, "a list of records"));
    };
    few(array.len(), MOST_RECORDS, &|| list.to_owned())?;
    let numbered = array.into_iter().enumerate();
    numbered
        .map(|(index, value)| read_record(&|| format!("{list}[{index}]"), value).map(Arc::new))
        .collect()
}

fn few(found: usize, limit: usize, place: &dyn Fn() -> String) -> Result<(), ReadError> {
    if found <= limit {
        return Ok(());
    }
    Err(at(place(), ReadErrorKind::TooMany { limit }))
}

/// `place` is the record's; it is told when something is wrong.
fn read_record(place: &dyn Fn() -> String, value: Json) -> Result<Record, ReadError> {
    let Json::Object(object) = value else {
        return Err(shape(place(), "an object"));
    };
    few(object.len(), MOST_ANSWERS, place)?;
    let (mut record, mut id) = (Record::default(), None);
    for (key, value) in object {
        match key.as_str() {
            "id" => id = Some(value),
            "evidence" => {
                record.evidence = read_evidence(&|| format!("{}.evidence", place()), &value)?;
            }
            _ => {
                let answer = Answer::from_owned(value);
                let wrong = || shape(format!("{}.{key}", place()), ANSWER);
                let answer = answer.ok_or_else(wrong)?;
                record.fields.insert(key, answer);
            }
        }
    }
    let id = id.ok_or_else(|| at(place(), ReadErrorKind::Missing { key: "id" }))?;
    let Json::Text(id) = id else {
        return Err(shape(format!("{}.id", place()), "text"));
    };
    record.id = id;
    Ok(record)
}

fn read_evidence(place: &dyn Fn() -> String, value: &Json) -> Result<Vec<Evidence>, ReadError> {
    const EXPECTED: &str = "file names, or { \"paper\": \"what is shown at the desk\" }";
    let array = value.as_array().ok_or_else(|| shape(place(), EXPECTED))?;
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
    proofs.ok_or_else(|| shape(place(), EXPECTED))
}

fn read_materials(dossier: &mut Dossier, value: &Json) -> Result<(), ReadError> {
    let object = value
        .as_object()
        .ok_or_else(|| shape("materials", "an object"))?;
    for (id, value) in object.iter() {
        let evidence = read_evidence(&|| format!("materials.{id}"), value)?;
        dossier.materials.insert(id.to_owned(), evidence);
    }
    Ok(())
}

fn read_complete(dossier: &mut Dossier, value: Option<&Json>) -> Result<(), ReadError> {
    const EXPECTED: &str = "the names of the lists that are complete";
    let Some(value) = value else {
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
    let mut seen: BTreeSet<Cow<'_, str>> = BTreeSet::new();
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

fn check_id<'d>(
    id: &'d str,
    place: impl Fn() -> String,
    seen: &mut BTreeSet<Cow<'d, str>>,
) -> Result<(), ReadError> {
    let usable = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    if id.is_empty() || id.len() > 64 || !id.chars().all(usable) {
        let id = id.to_owned();
        return Err(at(place(), ReadErrorKind::UnusableId { id }));
    }
    let mut small = Cow::Borrowed(id);
    if id.chars().any(|c| c.is_ascii_uppercase()) {
        small.to_mut().make_ascii_lowercase();
    }
    if seen.insert(small) {
        return Ok(());
    }
    let id = id.to_owned();
    Err(at(place(), ReadErrorKind::RepeatedId { id }))
}
