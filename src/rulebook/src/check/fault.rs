//! What can be unsound in a book.

mod thing;
mod words;

use json::{Decimal, Path};

pub use thing::Thing;

/// Something unsound in a book, a season or a calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Where.
    pub path: Path,
    /// The ids of the entries around it, from the outermost to the nearest, joined by `/`.
    pub entry: Option<String>,
    /// What.
    pub kind: FaultKind,
}

/// What is unsound.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// The format is another one.
    Format {
        /// What stands there.
        found: String,
        /// What must.
        expected: &'static str,
    },
    /// A text that is needed is empty.
    Blank,
    /// Two entries of one sort have the same id.
    RepeatedId {
        /// What sort.
        what: Thing,
        /// The id.
        id: String,
        /// The first of them.
        first: Path,
    },
    /// An id with characters that may not stand there, or too long.
    UnusableId {
        /// The id.
        id: String,
    },
    /// An id that has a meaning of its own in a dossier.
    ReservedId {
        /// The id.
        id: String,
    },
    /// There is no such entry.
    Unresolved {
        /// What sort.
        what: Thing,
        /// The id.
        id: String,
        /// The ids there are.
        known: Vec<String>,
    },
    /// A kind of record has no such field.
    NotInKind {
        /// The field.
        field: String,
        /// The kind.
        kind: String,
    },
    /// Entries depend on themselves.
    Circular {
        /// What sort.
        what: Thing,
        /// Their ids, in the order of dependence.
        ids: Vec<String>,
    },
    /// A chain of clauses that refer to one another is too long.
    TooLong {
        /// The greatest length.
        limit: usize,
    },
    /// There must be at least one.
    NoneGiven {
        /// Of what.
        what: Thing,
    },
    /// There are more than any book needs.
    TooMany {
        /// Of what.
        what: Thing,
        /// How many.
        found: usize,
        /// The limit.
        limit: usize,
    },
    /// A number is out of its range.
    OutOfRange {
        /// The number.
        found: Decimal,
        /// The least.
        least: Decimal,
        /// The greatest.
        most: Decimal,
    },
    /// Two values are in the wrong order.
    Disordered {
        /// What must come first, or be smaller.
        first: String,
        /// What must come after, or be greater.
        then: String,
    },
    /// No such day, or not in every year.
    NoSuchDay {
        /// As it stands there.
        found: String,
    },
    /// A day that must lie in a year does not.
    NotInYear {
        /// The day.
        day: String,
        /// The year.
        year: i32,
    },
    /// A text that must have a form has another one.
    NotOfForm {
        /// What stands there.
        found: String,
        /// The form.
        form: &'static str,
    },
    /// An answer of another kind is needed.
    WrongKind {
        /// The question or field.
        id: String,
        /// Its kind.
        found: &'static str,
        /// What is needed.
        expected: &'static str,
    },
    /// A test that does not fit the answers.
    WrongTest {
        /// The test.
        test: &'static str,
        /// The question or field.
        id: String,
        /// Its kind.
        kind: &'static str,
        /// What would fit.
        instead: &'static str,
    },
    /// A constant that does not fit the answers.
    WrongConstant {
        /// The constant.
        found: String,
        /// The question or field.
        id: String,
        /// What would fit.
        expected: &'static str,
    },
    /// A test that bounds nothing.
    EmptyTest,
    /// `or_none` where `null` is no answer.
    NoneRefused {
        /// The question or field.
        id: String,
    },
    /// The choices of a question are not the entries they stand for.
    Disagree {
        /// The question or field.
        id: String,
        /// Its choices.
        choices: Vec<String>,
        /// What they stand for.
        what: Thing,
        /// Their ids.
        ids: Vec<String>,
    },
    /// A clause has no form for a level that needs it.
    NoForm {
        /// The clause.
        clause: String,
        /// The level.
        level: String,
    },
    /// A clause has two forms for a level.
    TwoForms {
        /// The level.
        level: String,
    },
    /// More are asked for than there are.
    TooFew {
        /// How many are asked for.
        asked: u32,
        /// How many there are.
        there: usize,
        /// Of what.
        what: Thing,
        /// Where, when that is not plain.
        within: Option<String>,
    },
    /// Points, or points times a coefficient, are not a whole hundredth.
    NotHundredths {
        /// The points.
        points: Decimal,
        /// The coefficient.
        factor: Option<Decimal>,
    },
    /// Something that is needed here is not given.
    Needed {
        /// What.
        key: &'static str,
        /// For what.
        by: &'static str,
    },
    /// Something is given that has no meaning here.
    Meaningless {
        /// What.
        key: &'static str,
        /// Why.
        why: &'static str,
    },
    /// A weekday as a make-up day, or a day that is off and worked on at once.
    NoMakeUpDay {
        /// The day.
        day: String,
    },
    /// A number that JSON cannot hold.
    NotWritable {
        /// Why.
        reason: String,
    },
}
