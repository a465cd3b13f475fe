//! What was found about the employer's part.

use {
    super::{APPLICATION, ENDORSEMENT, FORM},
    crate::{bag, container, severity::Severity},
    chrono::NaiveDate,
};

/// One finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    /// About the zip.
    Container(container::Finding),
    /// About the bag.
    Bag(bag::Finding),
    /// A file that every such package has is not there.
    Lacking(&'static str),
    /// A file that no such package has.
    Unexpected(String),
    /// The applicant's package was compressed when the whole was zipped anew: it cannot be looked into in place.
    Compressed,
    /// The employer's part is too large to be looked into, or no JSON.
    Unreadable,
    /// The employer's part is none; the key that is wrong.
    Shape(String),
    /// The employer's part is spelled otherwise than it must be.
    NotCanonical,
    /// It is about another package than the one beside it.
    OtherApplication,
    /// It is about something else than what the applicant pledged.
    OtherSubject,
    /// It is of another employer than the one the applicant names.
    OtherEmployer {
        /// The employer that the applicant names.
        expected: String,
    },
    /// A statement of the book, by its id, is not answered.
    Unanswered(String),
    /// A statement that the book does not ask of an employer, or that is answered twice.
    UnknownStatement(String),
    /// A statement that the employer does not confirm.
    Denied(String),
    /// The employer does not recommend the applicant.
    NotRecommended,
    /// The display is shorter than the book asks.
    DisplayShort {
        /// Working days that the book asks.
        least: u32,
    },
    /// The days of the display are others than those reckoned.
    DisplayDays {
        /// The first day.
        first: NaiveDate,
        /// The last day.
        last: NaiveDate,
        /// Whether a year without a published calendar was reckoned with.
        provisional: bool,
    },
    /// The days were reckoned with a year without a published calendar.
    Provisional,
    /// Signed before the display had ended; the first day on which it could be.
    SignedEarly(NaiveDate),
    /// Signed after the day of looking at it.
    Future(NaiveDate),
    /// An objection that came before the display was opened or after the signature.
    ObjectionDay(NaiveDate),
    /// An objection without a result.
    ObjectionOpen(NaiveDate),
    /// A signatory, place or employer that is blank; the key.
    Blank(&'static str),
    /// The page is not what this program prints; the first line that differs, from 1.
    Form(usize),
    /// The applicant's package is not valid.
    Application,
}

impl Finding {
    /// Weight. Without an error the employer's part is valid.
    pub fn severity(&self) -> Severity {
        match self {
            Self::Container(finding) => finding.fault.severity(),
            Self::Bag(finding) => finding.fault.severity(),
            Self::Provisional => Severity::Notice,
            Self::Denied(_) | Self::NotRecommended | Self::ObjectionOpen(_) | Self::Future(_) => {
                Severity::Warning
            }
            Self::DisplayDays {
                provisional: true, ..
            }
            | Self::Form(_) => Severity::Warning,
            _ => Severity::Error,
        }
    }

    /// Stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Container(finding) => finding.fault.code(),
            Self::Bag(finding) => finding.fault.code(),
            Self::Lacking(_) => "endorse-lacking",
            Self::Unexpected(_) => "endorse-unexpected",
            Self::Compressed => "endorse-compressed",
            Self::Unreadable => "endorse-unreadable",
            Self::Shape(_) => "endorse-shape",
            Self::NotCanonical => "endorse-not-canonical",
            Self::OtherApplication => "endorse-other-application",
            Self::OtherSubject => "endorse-other-subject",
            Self::OtherEmployer { .. } => "endorse-other-employer",
            Self::Unanswered(_) => "endorse-unanswered",
            Self::UnknownStatement(_) => "endorse-unknown-statement",
            Self::Denied(_) => "endorse-denied",
            Self::NotRecommended => "endorse-not-recommended",
            Self::DisplayShort { .. } => "endorse-display-short",
            Self::DisplayDays { .. } => "endorse-display-days",
            Self::Provisional => "endorse-provisional",
            Self::SignedEarly(_) => "endorse-signed-early",
            Self::Future(_) => "endorse-future",
            Self::ObjectionDay(_) => "endorse-objection-day",
            Self::ObjectionOpen(_) => "endorse-objection-open",
            Self::Blank(_) => "endorse-blank",
            Self::Form(_) => "endorse-form",
            Self::Application => "endorse-application",
        }
    }

    /// The file that it is about; none for the package as a whole.
    pub fn file(&self) -> Option<&str> {
        match self {
            Self::Container(_) | Self::Bag(_) => None,
            Self::Lacking(path) => Some(path),
            Self::Unexpected(path) => Some(path),
            Self::Compressed | Self::Application => Some(APPLICATION),
            Self::Form(_) => Some(FORM),
            _ => Some(ENDORSEMENT),
        }
    }
}
