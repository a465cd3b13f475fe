//! What the page asks of its worker, and what that answers: JSON, beside handles of files.

use chrono::NaiveDate;
use screening::{Duplicate, Refused, Screened};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// What the page asks. The files that it is about go beside.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Errand {
    /// What the desk knows. Answered by [`About`].
    About,
    /// A part of a file, screened. Answered by [`Batch`], with its lines as a file.
    Screen(Input),
    /// Why somebody's verdicts are what they are. Answered by [`Details`].
    Details(Input),
    /// What would be if: on a copy. Answered by [`Trial`].
    Try(Input, Vec<Change>),
    /// What is the same twice, and how many there are; with the lines of all batches. Answered by [`Sum`].
    Sum,
    /// The results as a file; with the lines of all batches.
    Export(Format),
    /// The template of a roster.
    Template,
    /// The headers of a roster. Answered by a list of [`Heading`].
    Headings(Input),
    /// The days of a display. Answered by [`Days`].
    Days(Opening),
    /// The display notice for some packages, as a page; with the packages.
    Notice(Notice),
    /// The employer's part around a package; with the package.
    Endorse(Box<Part>),
}

/// Something in a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Input {
    /// The file's number in this session.
    pub file: u64,
    /// Its name with its folders.
    pub name: String,
    /// The candidate's place among those of the file; where a batch begins.
    pub at: u64,
    /// The day.
    #[serde(with = "screening::day")]
    pub today: NaiveDate,
    /// Where other headers lead, as text; empty for nowhere.
    pub mapping: String,
}

/// A part of a file, screened.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Batch {
    /// Candidates, with their places in the file.
    pub lines: Vec<(u64, Screened)>,
    /// From what no candidate came, with the places in the file.
    pub refused: Vec<(u64, Refused)>,
    /// Everything that is wrong, in order.
    pub troubles: Vec<Trouble>,
    /// Where the next batch begins; none when there is none.
    pub next: Option<u64>,
    /// How many candidates the file has.
    pub all: u64,
}

/// Something wrong, as a row of the list of what is wrong.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trouble {
    /// The file.
    pub input: String,
    /// The sheet.
    pub sheet: String,
    /// The row; empty for the whole.
    pub row: String,
    /// The column, or another place.
    pub column: String,
    /// What stands there.
    pub value: String,
    /// What is wrong.
    pub text: String,
    /// What to do.
    pub remedy: String,
    /// Its stable code.
    pub code: String,
    /// Whether something was left out or is not valid.
    pub grave: bool,
}

impl Trouble {
    /// Its cells, in the order of the list's columns.
    pub fn cells(&self) -> [String; 8] {
        let all = [
            &self.input,
            &self.sheet,
            &self.row,
            &self.column,
            &self.value,
            &self.text,
            &self.remedy,
            &self.code,
        ];
        all.map(String::clone)
    }
}

/// The explanation of an assessment, in the words of the command.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Details {
    /// Its parts.
    pub parts: Vec<Told>,
    /// Ways to meet routes: the route, and the way.
    pub ways: Vec<(String, String)>,
    /// Missing answers that could be given by a choice.
    pub asks: Vec<Ask>,
}

/// A part of an explanation.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// Its first line.
    pub head: String,
    /// The others: how deep they stand, and what they say.
    pub lines: Vec<(u64, String)>,
}

/// A missing answer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ask {
    /// The question's id.
    pub question: String,
    /// Its label.
    pub label: String,
    /// The choices: their values and labels.
    pub choices: Vec<(String, String)>,
}

/// Something that is changed on a copy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Change {
    /// A way of [`Details::ways`], by its place.
    Way(u64),
    /// A question with a value of [`Ask::choices`].
    Answer(String, String),
}

/// What would be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trial {
    /// As it is.
    pub before: Screened,
    /// As it would be.
    pub after: Screened,
}

/// What is the same twice, and how many there are.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sum {
    /// What is the same twice.
    pub duplicates: Vec<Duplicate>,
    /// The same, each in a sentence.
    pub told: Vec<String>,
    /// How many, in sentences.
    pub tally: String,
}

/// How results are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Format {
    /// A line of JSON for each, as the command writes it.
    Json,
    /// CSV.
    Csv,
    /// XLSX.
    Xlsx,
    /// A page to be printed.
    Html,
}

/// What the desk knows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    /// The title of the book.
    pub title: String,
    /// Its id and version.
    pub version: String,
    /// Its digest.
    pub digest: String,
    /// This year's season and its cut-off day, in words.
    pub season: String,
    /// The statements that are the employer's: ids and words.
    pub statements: Vec<(String, String)>,
    /// What columns of people can lead to: identifiers and labels.
    pub people: Vec<(String, String)>,
    /// The same of records.
    pub records: Vec<(String, String)>,
}

/// The headers of a sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Heading {
    /// The sheet; empty in CSV.
    pub sheet: String,
    /// Whether it is one of records.
    pub records: bool,
    /// Each header, with what it leads to: an identifier, or nothing.
    pub headers: Vec<(String, Option<String>)>,
}

/// When a display was opened, and how many working days it is to last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opening {
    /// The day.
    #[serde(with = "screening::day")]
    pub opened: NaiveDate,
    /// The days; as many as the book asks at least.
    pub days: u32,
}

/// The days of a display.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Days {
    /// In a sentence.
    pub told: String,
}

/// What a display notice says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    /// Today.
    #[serde(with = "screening::day")]
    pub today: NaiveDate,
    /// The display.
    pub opening: Opening,
    /// The employer; that of the first package where it is empty.
    pub employer: String,
    /// Where the materials are.
    pub place: String,
    /// Where to object.
    pub contact: String,
}

/// The employer's part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// Today.
    #[serde(with = "screening::day")]
    pub today: NaiveDate,
    /// The display.
    pub opening: Opening,
    /// The employer; the applicant's where it is empty.
    pub employer: String,
    /// The statements with their answers.
    pub opinions: Vec<(String, bool)>,
    /// Whether the applicant is recommended.
    pub recommended: bool,
    /// Where it was displayed.
    pub place: String,
    /// The objections that were received.
    pub objections: Vec<Objection>,
    /// Who signs.
    pub signatory: String,
    /// The day of signing.
    #[serde(with = "screening::day")]
    pub date: NaiveDate,
}

/// An objection that was received.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Objection {
    /// The day on which it came.
    #[serde(with = "screening::day")]
    pub date: NaiveDate,
    /// What it said.
    pub text: String,
    /// What the employer found.
    pub result: String,
}

/// A message as text; empty for what JSON does not have.
pub fn to_text<T: Serialize>(value: &T) -> String {
    json::to_json(value)
        .map(|json| json.canonical())
        .unwrap_or_default()
}

/// The message of a text; none of any other.
pub fn from_text<T: DeserializeOwned>(text: &str) -> Option<T> {
    json::from_json(&json::Json::parse(text.as_bytes()).ok()?).ok()
}
