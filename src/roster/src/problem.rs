//! What is wrong with a roster, where.

use chrono::NaiveDate;
use rulebook::notation::ChangeError;
use sheet::xlsx;

/// How much of a roster a problem takes away.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Nothing: it is told so that somebody looks.
    Note,
    /// The cell: it counts as not answered.
    Cell,
    /// The column.
    Column,
    /// The row.
    Row,
    /// The file, or what is left of it.
    File,
}

/// A place in a roster.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The sheet; none in CSV and for the file as a whole.
    pub sheet: Option<String>,
    /// The row or line, from 1; 0 for the sheet as a whole.
    pub row: u32,
    /// The column, from 0; none for the row as a whole.
    pub column: Option<usize>,
    /// The header of the column; empty where there is none.
    pub header: String,
}

/// Something wrong, or to be looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where.
    pub place: Place,
    /// What stands there.
    pub value: String,
    /// What is wrong.
    pub kind: ProblemKind,
}

/// What can be wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProblemKind {
    /// There is no header row.
    NoHeader,
    /// No sheet is one of people.
    NoPeople,
    /// UTF-16, which is not read.
    Utf16,
    /// An old Excel file, or one with a password.
    OldExcel,
    /// No table at all.
    NotATable,
    /// The workbook is refused; the part and why.
    Workbook {
        /// The part in the zip; empty for the whole.
        part: String,
        /// Why.
        fault: xlsx::Fault,
    },
    /// More candidates than are held.
    TooManyCandidates(usize),
    /// More records than are read.
    TooManyRecords,
    /// Records that were not read to the end, so that nobody is judged.
    RecordsUnread,
    /// Records of one person that are too long together.
    RecordsTooLong,
    /// A sheet that is neither of people nor of records; it is not read.
    SheetLeftOut,
    /// A header that the book does not ask; the label that was probably meant.
    UnknownHeader(Option<String>),
    /// A header, or another that means the same, that stands twice.
    RepeatedHeader,
    /// A quotation mark that is not closed.
    OpenQuote,
    /// A quotation mark in the wrong place.
    StrayQuote,
    /// A NUL character.
    Nul,
    /// Bytes that are not of the file's encoding.
    Encoding,
    /// A row that is too long.
    TooLong,
    /// More cells than headers.
    TooManyCells,
    /// A `编号` that another row has.
    RepeatedKey {
        /// The other row.
        other: u32,
    },
    /// A record without `编号`.
    NoKey,
    /// A record of somebody who is not among the people.
    NoSuchCandidate,
    /// A kind of record that the book does not ask; those there are.
    UnknownRecord(Vec<String>),
    /// The record has no such field.
    NotAField {
        /// The kind of record.
        record: String,
    },
    /// Neither yes nor no.
    NotYesNo,
    /// None of the choices.
    NotAChoice(Vec<String>),
    /// No number.
    NotANumber,
    /// No whole number.
    NotWhole,
    /// No day.
    NotADay,
    /// A number of many digits whose last ones a spreadsheet has lost.
    DigitsLost,
    /// An error of the spreadsheet.
    SheetError,
    /// A formula that was never reckoned.
    FormulaUnsaved,
    /// What a formula gave when the file was saved.
    Formula,
    /// A number that was taken for a day.
    Serial(NaiveDate),
    /// A statement of changes that cannot be made.
    Change(ChangeError),
}

impl Problem {
    /// A problem of the file as a whole.
    pub(crate) fn of_file(kind: ProblemKind) -> Self {
        Self::of_row((None, 0), "", kind)
    }

    /// A problem of a row as a whole, by its sheet and number.
    pub(crate) fn of_row(
        (sheet, row): (Option<String>, u32),
        value: &str,
        kind: ProblemKind,
    ) -> Self {
        Self {
            place: Place {
                sheet,
                row,
                ..Place::default()
            },
            value: value.to_owned(),
            kind,
        }
    }

    /// The problem of a candidate whose `编号` another row has.
    pub fn repeated_key(at: (Option<String>, u32), key: &str, other: u32) -> Self {
        Self::of_row(at, key, ProblemKind::RepeatedKey { other })
    }
}

impl ProblemKind {
    /// How much it takes away.
    pub fn severity(&self) -> Severity {
        match self {
            Self::Formula | Self::Serial(_) | Self::SheetLeftOut => Severity::Note,
            Self::NotYesNo
            | Self::NotAChoice(_)
            | Self::NotANumber
            | Self::NotWhole
            | Self::NotADay
            | Self::DigitsLost
            | Self::SheetError
            | Self::FormulaUnsaved
            | Self::NotAField { .. } => Severity::Cell,
            Self::UnknownHeader(_) | Self::RepeatedHeader => Severity::Column,
            Self::OpenQuote
            | Self::StrayQuote
            | Self::Nul
            | Self::Encoding
            | Self::TooLong
            | Self::RecordsTooLong
            | Self::TooManyCells
            | Self::RepeatedKey { .. }
            | Self::NoKey
            | Self::NoSuchCandidate
            | Self::UnknownRecord(_)
            | Self::Change(_) => Severity::Row,
            Self::NoHeader
            | Self::NoPeople
            | Self::Utf16
            | Self::OldExcel
            | Self::NotATable
            | Self::Workbook { .. }
            | Self::TooManyCandidates(_)
            | Self::TooManyRecords
            | Self::RecordsUnread => Severity::File,
        }
    }

    /// Stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NoHeader => "roster-no-header",
            Self::NoPeople => "roster-no-people",
            Self::Utf16 => "roster-utf16",
            Self::OldExcel => "roster-old-excel",
            Self::NotATable => "roster-not-a-table",
            Self::Workbook { .. } => "roster-workbook",
            Self::TooManyCandidates(_) => "roster-too-many",
            Self::TooManyRecords => "roster-too-many-records",
            Self::RecordsUnread => "roster-records-unread",
            Self::RecordsTooLong => "roster-records-too-long",
            Self::SheetLeftOut => "roster-sheet-left-out",
            Self::UnknownHeader(_) => "roster-unknown-header",
            Self::RepeatedHeader => "roster-repeated-header",
            Self::OpenQuote => "roster-open-quote",
            Self::StrayQuote => "roster-stray-quote",
            Self::Nul => "roster-nul",
            Self::Encoding => "roster-encoding",
            Self::TooLong => "roster-too-long",
            Self::TooManyCells => "roster-too-many-cells",
            Self::RepeatedKey { .. } => "roster-repeated-key",
            Self::NoKey => "roster-no-key",
            Self::NoSuchCandidate => "roster-no-such-candidate",
            Self::UnknownRecord(_) => "roster-unknown-record",
            Self::NotAField { .. } => "roster-not-a-field",
            Self::NotYesNo => "roster-not-yes-no",
            Self::NotAChoice(_) => "roster-not-a-choice",
            Self::NotANumber => "roster-not-a-number",
            Self::NotWhole => "roster-not-whole",
            Self::NotADay => "roster-not-a-day",
            Self::DigitsLost => "roster-digits-lost",
            Self::SheetError => "roster-sheet-error",
            Self::FormulaUnsaved => "roster-formula-unsaved",
            Self::Formula => "roster-formula",
            Self::Serial(_) => "roster-serial",
            Self::Change(_) => "roster-change",
        }
    }
}
