//! What an employer says of an application.

use {
    crate::{digest::FileDigest, members::object},
    chrono::NaiveDate,
    dossier::parse_day,
    json::{Decimal, Json},
    rulebook::{Actor, Book, Calendars, Period},
};

/// The employer's opinion and display certificate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Endorsement {
    /// SHA-256 of the applicant's package, as 64 hexadecimal digits.
    pub application: String,
    /// What the applicant pledged, as 64 hexadecimal digits.
    pub subject: String,
    /// The employer.
    pub employer: String,
    /// The statements of the book that are the employer's, each answered.
    pub opinions: Vec<Opinion>,
    /// Whether the employer recommends the applicant.
    pub recommended: bool,
    /// The display of the materials inside the unit.
    pub display: Display,
    /// Who signs for the employer.
    pub signatory: String,
    /// The day of signing.
    pub date: NaiveDate,
}

/// A statement, answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opinion {
    /// The id of the statement in the book.
    pub statement: String,
    /// Whether it holds.
    pub holds: bool,
}

/// A display inside the unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Display {
    /// The day on which it was opened, which does not count (Civil Code art. 201).
    pub opened: NaiveDate,
    /// How many working days.
    pub days: u32,
    /// The first and the last day of it, whole days.
    pub first: NaiveDate,
    /// See `first`.
    pub last: NaiveDate,
    /// Where.
    pub place: String,
    /// The objections that came, none when none did.
    pub objections: Vec<Objection>,
}

/// An objection and what came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Objection {
    /// The day on which it came.
    pub date: NaiveDate,
    /// What it said.
    pub text: String,
    /// What the employer found.
    pub result: String,
}

/// The days of a display, reckoned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DisplayOf {
    /// How many working days.
    pub days: u32,
    /// The first working day after the opening.
    pub first: NaiveDate,
    /// The last day.
    pub last: NaiveDate,
    /// Whether a year without a published calendar was reckoned with.
    pub provisional: bool,
}

/// The display that begins with an opening, at least as long as the book asks of an employer's display.
pub fn display(book: &Book, calendars: &Calendars, opened: NaiveDate, days: u32) -> DisplayOf {
    let days = days.max(least(book)).max(1);
    let first = calendars.display_period(opened, 1);
    let last = calendars.display_period(opened, days);
    DisplayOf {
        days,
        first: first.day,
        last: last.day,
        provisional: last.provisional,
    }
}

/// How many working days the book asks of an employer's display; none when it asks for no display.
pub(super) fn least(book: &Book) -> u32 {
    let steps = book.step.iter().filter(|step| step.by == Actor::Employer);
    let periods = steps.filter_map(|step| match step.period {
        Some(Period::AtLeast(days)) => Some(days),
        _ => None,
    });
    periods.max().unwrap_or(0)
}

/// Why a file is no endorsement: the key that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EndorsementError(pub String);

impl Endorsement {
    /// The format.
    pub const FORMAT: &str = "zhicheng-endorsement/1";

    /// The file.
    pub fn to_json(&self) -> Json {
        let text = |text: &str| Json::from(text);
        let day = |day: NaiveDate| Json::from(day.to_string());
        let opinions = self.opinions.iter().map(|opinion| {
            object(vec![
                ("statement", text(&opinion.statement)),
                ("holds", Json::from(opinion.holds)),
            ])
        });
        let objections = self.display.objections.iter().map(|objection| {
            object(vec![
                ("date", day(objection.date)),
                ("text", text(&objection.text)),
                ("result", text(&objection.result)),
            ])
        });
        let display = object(vec![
            ("opened", day(self.display.opened)),
            ("days", Json::Number(Decimal::from(self.display.days))),
            ("first", day(self.display.first)),
            ("last", day(self.display.last)),
            ("place", text(&self.display.place)),
            ("objections", Json::Array(objections.collect())),
        ]);
        object(vec![
            ("format", text(Self::FORMAT)),
            ("application", text(&self.application)),
            ("subject", text(&self.subject)),
            ("employer", text(&self.employer)),
            ("opinions", Json::Array(opinions.collect())),
            ("recommended", Json::from(self.recommended)),
            ("display", display),
            ("signatory", text(&self.signatory)),
            ("date", day(self.date)),
        ])
    }

    /// Reads a file.
    ///
    /// # Errors
    /// The key that is missing, unknown or of another shape.
    pub fn from_json(json: &Json) -> Result<Self, EndorsementError> {
        only(
            json,
            "",
            &[
                "format",
                "application",
                "subject",
                "employer",
                "opinions",
                "recommended",
                "display",
                "signatory",
                "date",
            ],
        )?;
        if text(json, "format")? != Self::FORMAT {
            return Err(wrong("format"));
        }
        let opinions = list(json, "opinions")?.iter().map(|opinion| {
            only(opinion, "opinions", &["statement", "holds"])?;
            Ok(Opinion {
                statement: text(opinion, "statement")?,
                holds: yes(opinion, "holds")?,
            })
        });
        Ok(Self {
            application: digest(json, "application")?,
            subject: digest(json, "subject")?,
            employer: text(json, "employer")?,
            opinions: opinions.collect::<Result<_, _>>()?,
            recommended: yes(json, "recommended")?,
            display: display_of(json.get("display").ok_or_else(|| wrong("display"))?)?,
            signatory: text(json, "signatory")?,
            date: day(json, "date")?,
        })
    }

    /// Whether it names this package.
    pub fn names(&self, application: &FileDigest) -> bool {
        self.application == application.hex()
    }
}

fn display_of(json: &Json) -> Result<Display, EndorsementError> {
    only(
        json,
        "display",
        &["opened", "days", "first", "last", "place", "objections"],
    )?;
    let objections = list(json, "objections")?.iter().map(|objection| {
        only(objection, "objections", &["date", "text", "result"])?;
        Ok(Objection {
            date: day(objection, "date")?,
            text: text(objection, "text")?,
            result: text(objection, "result")?,
        })
    });
    let days = json.get("days").and_then(Json::as_number);
    let days = days
        .and_then(Decimal::to_integer)
        .and_then(|days| u32::try_from(days).ok());
    Ok(Display {
        opened: day(json, "opened")?,
        days: days.ok_or_else(|| wrong("days"))?,
        first: day(json, "first")?,
        last: day(json, "last")?,
        place: text(json, "place")?,
        objections: objections.collect::<Result<_, _>>()?,
    })
}

fn wrong(key: &str) -> EndorsementError {
    EndorsementError(key.to_owned())
}

fn only(json: &Json, key: &str, keys: &[&str]) -> Result<(), EndorsementError> {
    let object = json.as_object().ok_or_else(|| wrong(key))?;
    match object.iter().find(|(key, _)| !keys.contains(key)) {
        Some((unknown, _)) => Err(wrong(unknown)),
        None => Ok(()),
    }
}

fn text(json: &Json, key: &str) -> Result<String, EndorsementError> {
    let text = json.get(key).and_then(Json::as_str);
    text.map(str::to_owned).ok_or_else(|| wrong(key))
}

fn digest(json: &Json, key: &str) -> Result<String, EndorsementError> {
    let text = text(json, key)?;
    let digit = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
    if text.len() == 64 && text.bytes().all(digit) {
        Ok(text)
    } else {
        Err(wrong(key))
    }
}

fn yes(json: &Json, key: &str) -> Result<bool, EndorsementError> {
    json.get(key)
        .and_then(Json::as_bool)
        .ok_or_else(|| wrong(key))
}

fn day(json: &Json, key: &str) -> Result<NaiveDate, EndorsementError> {
    let day = json.get(key).and_then(Json::as_str).and_then(parse_day);
    day.ok_or_else(|| wrong(key))
}

fn list<'a>(json: &'a Json, key: &str) -> Result<&'a [Json], EndorsementError> {
    json.get(key)
        .and_then(Json::as_array)
        .ok_or_else(|| wrong(key))
}
