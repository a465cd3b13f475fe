//! What is wrong or noteworthy in the answers.

use chrono::NaiveDate;
use dossier::ResidentIdError;
use json::Decimal;

/// How grave a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Good to know; nothing is blocked.
    Note,
    /// The answer is refused: it counts as unknown, and no package can be sealed.
    Refused,
}

/// A problem at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where.
    pub place: Place,
    /// What.
    pub kind: ProblemKind,
}

impl Problem {
    /// How grave it is.
    pub fn severity(&self) -> Severity {
        match self.kind {
            ProblemKind::AfterToday
            | ProblemKind::AfterCutOff { .. }
            | ProblemKind::UnknownKey
            | ProblemKind::UnknownList => Severity::Note,
            _ => Severity::Refused,
        }
    }
}

/// A place in a dossier.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// The answer to a question.
    Question(String),
    /// A field of a record.
    Field {
        /// The list.
        list: String,
        /// The record's id.
        record: String,
        /// The field.
        field: String,
    },
    /// A record as a whole.
    Record {
        /// The list.
        list: String,
        /// The record's id.
        record: String,
    },
    /// A list as a whole.
    List(String),
}

/// What is wrong or noteworthy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProblemKind {
    /// Must be yes or no.
    NotYesNo,
    /// Must be one of the choices.
    NotAChoice {
        /// What stands there.
        found: String,
    },
    /// Must be a number; the text is what stands there.
    NotANumber {
        /// What stands there.
        found: String,
    },
    /// Must be a whole number.
    NotWhole,
    /// Must lie between two numbers, both allowed.
    OutOfRange {
        /// The least.
        min: Decimal,
        /// The greatest.
        max: Decimal,
    },
    /// Must be a day of the calendar.
    NotADate {
        /// What stands there.
        found: String,
    },
    /// Must be text.
    NotText,
    /// Too many characters.
    TooLong {
        /// The most allowed.
        max: usize,
    },
    /// `null` means nothing here.
    NoneHasNoMeaning,
    /// Lies after today and cannot.
    Future,
    /// Lies after today: it counts, if it comes true.
    AfterToday,
    /// Lies after the cut-off day: it counts in a later season.
    AfterCutOff {
        /// The cut-off day.
        cut_off: NaiveDate,
    },
    /// No identity number.
    ResidentId(ResidentIdError),
    /// The identity number tells another birth date.
    ResidentIdBirthDate {
        /// The birth date it tells.
        told: NaiveDate,
    },
    /// The identity number tells the other sex.
    ResidentIdSex,
    /// The value occurs in another record too, and may not.
    Repeated {
        /// The other record's id.
        other: String,
    },
    /// A check of the book.
    Check {
        /// The check's id.
        id: String,
        /// Its message.
        message: String,
    },
    /// The book knows no such question or field; it is kept and decides nothing.
    UnknownKey,
    /// The book knows no such list; it is kept and decides nothing.
    UnknownList,
}
