//! The integrity pledge.

use std::fmt::{self, Write as _};

use chrono::NaiveDate;
use json::{Decimal, Json, Object};

/// The most strokes of a signature.
const MOST_STROKES: usize = 400;
/// The most points of a signature.
const MOST_POINTS: usize = 8_000;

/// A pledge as given: what was confirmed, by whom, when, and for exactly which content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pledge {
    /// SHA-256 of what was pledged, as 64 hexadecimal digits.
    pub subject: String,
    /// The statements confirmed, by id, each on its own.
    pub statements: Vec<String>,
    /// The name as typed under the pledge.
    pub name: String,
    /// The day it was given.
    pub date: NaiveDate,
    /// A drawn signature, empty when none was drawn.
    pub signature: Vec<Stroke>,
}

/// One stroke of a signature: points in a box of [`Stroke::WIDTH`] × [`Stroke::HEIGHT`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stroke(pub Vec<(u16, u16)>);

impl Stroke {
    /// Width of the box.
    pub const WIDTH: u16 = 600;
    /// Height of the box.
    pub const HEIGHT: u16 = 200;

    /// The stroke as the data of an SVG path.
    pub fn path(&self) -> String {
        let mut path = String::new();
        for (index, (x, y)) in self.0.iter().enumerate() {
            let command = if index == 0 { 'M' } else { 'L' };
            // Writing to a string cannot fail.
            let _ = write!(path, "{command}{x} {y}");
        }
        path
    }
}

/// Why a file is no pledge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PledgeError {
    /// The key that is wrong.
    pub key: &'static str,
    /// What must stand there.
    pub expected: &'static str,
}

impl fmt::Display for PledgeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "at `{}`: expected {}", self.key, self.expected)
    }
}

impl std::error::Error for PledgeError {}

impl Pledge {
    /// The format that this crate reads and writes.
    pub const FORMAT: &str = "zhicheng-pledge/1";

    /// The pledge as JSON.
    pub fn to_json(&self) -> Json {
        let mut object = Object::new();
        object.insert("format", Json::from(Self::FORMAT));
        object.insert("subject", Json::from(self.subject.as_str()));
        let statements = self.statements.iter().map(|id| Json::from(id.as_str()));
        object.insert("statements", Json::Array(statements.collect()));
        object.insert("name", Json::from(self.name.as_str()));
        object.insert("date", Json::from(self.date.to_string()));
        if !self.signature.is_empty() {
            let strokes = self.signature.iter().map(stroke_json);
            object.insert("signature", Json::Array(strokes.collect()));
        }
        Json::Object(object)
    }

    /// Reads a pledge.
    ///
    /// # Errors
    /// When a key is missing, unknown or of another shape.
    pub fn from_json(json: &Json) -> Result<Self, PledgeError> {
        const KEYS: [&str; 6] = [
            "format",
            "subject",
            "statements",
            "name",
            "date",
            "signature",
        ];
        let object = json.as_object().ok_or_else(|| wrong("", "an object"))?;
        if object.iter().any(|(key, _)| !KEYS.contains(&key)) {
            return Err(wrong("", "no other keys than those of a pledge"));
        }
        if text(json, "format") != Some(Self::FORMAT) {
            return Err(wrong("format", "`zhicheng-pledge/1`"));
        }
        let subject = text(json, "subject").filter(|text| is_sha256(text));
        let name = text(json, "name").ok_or_else(|| wrong("name", "text"))?;
        let date = text(json, "date").and_then(crate::parse_day);
        Ok(Self {
            subject: subject
                .ok_or_else(|| wrong("subject", "64 hexadecimal digits"))?
                .to_owned(),
            statements: statements(json)?,
            name: name.to_owned(),
            date: date.ok_or_else(|| wrong("date", "a day, YYYY-MM-DD"))?,
            signature: signature(json)?,
        })
    }
}

fn wrong(key: &'static str, expected: &'static str) -> PledgeError {
    PledgeError { key, expected }
}

fn text<'a>(json: &'a Json, key: &str) -> Option<&'a str> {
    json.get(key).and_then(Json::as_str)
}

fn is_sha256(text: &str) -> bool {
    let hex = |c: char| c.is_ascii_digit() || ('a'..='f').contains(&c);
    text.len() == 64 && text.chars().all(hex)
}

fn statements(json: &Json) -> Result<Vec<String>, PledgeError> {
    let expected = wrong("statements", "a list of ids");
    let array = json.get("statements").and_then(Json::as_array);
    let ids = array.ok_or_else(|| expected.clone())?.iter();
    let ids: Option<Vec<_>> = ids.map(|id| id.as_str().map(str::to_owned)).collect();
    ids.ok_or(expected)
}

fn stroke_json(stroke: &Stroke) -> Json {
    let number = |value: u16| Decimal::from_int(value.into()).map_or(Json::Null, Json::Number);
    let points = stroke.0.iter().flat_map(|(x, y)| [number(*x), number(*y)]);
    Json::Array(points.collect())
}

fn signature(json: &Json) -> Result<Vec<Stroke>, PledgeError> {
    let expected = wrong("signature", "strokes of x, y pairs inside the box");
    let Some(value) = json.get("signature") else {
        return Ok(Vec::new());
    };
    let strokes = value.as_array().ok_or_else(|| expected.clone())?;
    let points: usize = strokes
        .iter()
        .map(|stroke| stroke.as_array().map_or(0, |numbers| numbers.len() / 2))
        .sum();
    if strokes.len() > MOST_STROKES || points > MOST_POINTS {
        return Err(expected);
    }
    let strokes: Option<Vec<_>> = strokes.iter().map(read_stroke).collect();
    strokes.ok_or(expected)
}

fn read_stroke(json: &Json) -> Option<Stroke> {
    let numbers = json.as_array()?.iter();
    let numbers: Option<Vec<u16>> = numbers
        .map(|number| u16::try_from(number.as_number()?.to_integer()?).ok())
        .collect();
    let numbers = numbers?;
    let (pairs, rest) = numbers.as_chunks::<2>();
    let inside = |[x, y]: &[u16; 2]| *x <= Stroke::WIDTH && *y <= Stroke::HEIGHT;
    let valid = rest.is_empty() && !pairs.is_empty() && pairs.iter().all(inside);
    valid.then(|| Stroke(pairs.iter().map(|[x, y]| (*x, *y)).collect()))
}
