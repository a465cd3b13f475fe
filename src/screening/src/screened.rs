//! One candidate in one line.

use std::borrow::Cow;

use chrono::NaiveDate;
use json::Json;
use serde::{Deserialize, Serialize};

use crate::text::Put as _;

/// Where a candidate came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// A package.
    Package,
    /// A package with the employer's part around it.
    Endorsed,
    /// A draft or dossier.
    Draft,
    /// A row of a roster.
    Roster,
}

/// One of a few words, which lines that are read have as text.
pub type Word = Cow<'static, str>;

/// An id and what a person reads.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Named {
    /// The id in the book.
    pub id: String,
    /// The label in the book.
    pub label: String,
}

/// A candidate, screened. Verdicts are `met`, `not_met` or `open`.
///
/// INVARIANT: here and below, fields stand in the order of their keys, which is that of canonical text: nothing has to be
/// put in order where very many lines are written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Screened {
    /// The book that it was judged by: the one that the applicant saw.
    pub book: Book,
    /// Whether only the verdicts on the levels and their routes were looked for: what else an assessment says (score, what
    /// is missing, earliest years, stand-ins, routes beside the gates) is left out then, and its absence says nothing.
    #[serde(default, skip_serializing_if = "is_false")]
    pub brief: bool,
    /// The category.
    pub category: Option<Named>,
    /// Verdicts that are others under the book known here, when the candidate's is another.
    pub changes: Vec<Change>,
    /// The cut-off day.
    #[serde(with = "crate::day")]
    pub cut_off: NaiveDate,
    /// When at the earliest the level applied for is met by some route, all else as entered.
    pub earliest: Option<i32>,
    /// The employer; empty when it is unknown.
    pub employer: String,
    /// How many records that need proof have one.
    pub evidence: Coverage,
    /// Always [`Screened::FORMAT`].
    pub format: String,
    /// The file, and the row in it.
    pub input: String,
    /// By what duplicates are found.
    pub keys: Keys,
    /// The level applied for.
    pub level: Option<Named>,
    /// Every level with its routes.
    pub levels: Vec<Level>,
    /// What the level applied for lacks, on the route that lacks least.
    pub missing: Vec<Missing>,
    /// The name; empty when it is unknown.
    pub name: String,
    /// Where it came from.
    pub origin: Origin,
    /// Whether the package is whole; none when there is none.
    pub package: Option<Package>,
    /// What is wrong or to be looked at in the answers or in the row.
    pub problems: Vec<Told>,
    /// The self-score.
    pub score: Option<Score>,
    /// The season's year.
    pub season: i32,
    /// The stand-ins that decided the verdict on the level applied for.
    pub stand_ins: Vec<Entry>,
    /// Needed questions without an answer, by their labels.
    pub unanswered: Vec<String>,
}

/// A level.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Level {
    /// The level's id.
    pub id: String,
    /// Its label.
    pub label: String,
    /// The best founded route that holds.
    pub recommended: Option<String>,
    /// Whether a stand-in decided it.
    pub reference: bool,
    /// Its routes.
    pub routes: Vec<Route>,
    /// The verdict.
    pub verdict: Word,
}

/// A route.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Route {
    /// The verdict without the gates.
    pub beside_gates: Word,
    /// When at the earliest.
    pub earliest: Option<i32>,
    /// The route's id.
    pub id: String,
    /// Its label.
    pub label: String,
    /// Whether a stand-in decided it.
    pub reference: bool,
    /// The verdict, gates included.
    pub verdict: Word,
}

/// The self-score in hundredths.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Score {
    /// The most that it can be.
    pub high: i64,
    /// The line.
    pub line: i64,
    /// The least that it can be.
    pub low: i64,
}

/// A clause that is not met, or open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Missing {
    /// The clause's id.
    pub id: String,
    /// Its label.
    pub label: String,
    /// `not_met` or `open`.
    pub verdict: Word,
}

/// What was found about a package.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Package {
    /// Its short code; empty when its content could not be read.
    pub code: String,
    /// What was found.
    pub findings: Vec<Told>,
    /// Whether it is valid.
    pub valid: bool,
}

/// How much of what needs proof has one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Coverage {
    /// Records that need proof.
    pub asked: u32,
    /// Files.
    pub files: u32,
    /// Those with a file or a paper.
    pub proven: u32,
}

/// An entry of the book that is a stand-in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Its authority class.
    pub authority: String,
    /// Its id.
    pub id: String,
    /// What it is.
    pub kind: String,
    /// Its label.
    pub label: String,
}

/// A book.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Book {
    /// Its digest.
    pub digest: String,
    /// Its id.
    pub id: String,
    /// Whether it is the one known here.
    pub known: bool,
    /// Its version.
    pub version: String,
}

/// A verdict that is another under the book known here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// The clauses that it changed by.
    pub clauses: Vec<String>,
    /// The id of route or clause; empty for the level.
    pub id: String,
    /// `level`, `route` or `clause`.
    pub kind: String,
    /// The level's id.
    pub level: String,
    /// The verdict under the book known here.
    pub new: Option<String>,
    /// The verdict under the candidate's book; none where it has no such line.
    pub old: Option<String>,
}

/// How grave something told is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// To be known.
    Notice,
    /// To be looked at.
    Warning,
    /// Wrong.
    Error,
}

/// Something in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// Its stable code.
    pub code: String,
    /// What is wrong and what to do.
    pub message: String,
    /// Where.
    pub place: String,
    /// How grave it is.
    pub severity: Severity,
}

/// By what duplicates are found: half of SHA-256 digests, in hexadecimal digits.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Keys {
    /// Of achievements claimed as lead or first author.
    pub achievements: Vec<Claim>,
    /// Of the evidence files of those achievements.
    pub files: Vec<Claim>,
    /// Of the identity number, and of name and birth date.
    pub person: Vec<String>,
}

/// Something that is claimed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Claim {
    /// The key.
    pub key: String,
    /// The title, or the name of the file.
    pub what: String,
}

/// An input that no candidate could be read from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Refused {
    /// Always [`Refused::FORMAT`].
    pub format: String,
    /// The file, and the row in it.
    pub input: String,
    /// Where it came from.
    pub origin: Origin,
    /// What is wrong.
    pub problems: Vec<Told>,
}

#[allow(
    clippy::trivially_copy_pass_by_ref,
    reason = "the signature serde asks for"
)]
fn is_false(value: &bool) -> bool {
    !*value
}

impl Screened {
    /// The format of the line.
    pub const FORMAT: &str = "zhicheng-screened/1";

    /// The line as JSON.
    pub fn to_json(&self) -> Json {
        // Strings, numbers and lists of them: nothing that JSON does not have.
        json::to_json(self).unwrap_or(Json::Null)
    }

    /// Puts the line in canonical form behind what stands in `text`.
    pub fn write(&self, text: &mut String) {
        self.put(text);
    }

    /// Reads a line; none when it is none.
    pub fn from_json(json: &Json) -> Option<Self> {
        let screened: Self = json::from_json(json).ok()?;
        (screened.format == Self::FORMAT).then_some(screened)
    }

    /// The line of the level applied for.
    pub fn target(&self) -> Option<&Level> {
        let target = self.level.as_ref()?;
        self.levels.iter().find(|level| level.id == target.id)
    }

    /// The verdict on the level applied for; open while none is chosen.
    pub fn verdict(&self) -> &str {
        self.target().map_or("open", |level| &level.verdict)
    }

    /// Whether something is wrong: with the package, or with an answer.
    pub fn is_wrong(&self) -> bool {
        let package = self.package.as_ref().is_some_and(|package| !package.valid);
        package
            || self
                .problems
                .iter()
                .any(|told| told.severity == Severity::Error)
    }
}

impl Refused {
    /// The format of the line.
    pub const FORMAT: &str = "zhicheng-refused/1";

    /// The line of an input from which no candidate could be read.
    pub fn new(input: impl Into<String>, origin: Origin, problems: Vec<Told>) -> Self {
        Self {
            format: Self::FORMAT.to_owned(),
            input: input.into(),
            origin,
            problems,
        }
    }

    /// An input that cannot be read, and why.
    pub fn unreadable(input: impl Into<String>, origin: Origin, message: String) -> Self {
        let told = Told {
            code: "unreadable".to_owned(),
            severity: Severity::Error,
            place: String::new(),
            message,
        };
        Self::new(input, origin, vec![told])
    }

    /// The line as JSON.
    pub fn to_json(&self) -> Json {
        json::to_json(self).unwrap_or(Json::Null)
    }

    /// Reads a line; none when it is none.
    pub fn from_json(json: &Json) -> Option<Self> {
        let refused: Self = json::from_json(json).ok()?;
        (refused.format == Self::FORMAT).then_some(refused)
    }
}
