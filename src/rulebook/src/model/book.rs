//! The book as a whole: identity, levels, categories, routes.

use chrono::NaiveDate;
use serde::Serialize;

use super::{
    Authority, Check, Clause, DateDef, Material, Notice, Question, RecordList, Scale, Score,
    Source, Statement, Step, Target, Window,
};

/// A rule book: the criteria of one specialty in one place, for a span of time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Book {
    /// Always [`Book::FORMAT`].
    pub format: String,
    /// Identifier; dossiers name it.
    pub id: String,
    /// Version of this edition of the book, `MAJOR.MINOR.PATCH`.
    pub version: String,
    /// Title in the language of its readers.
    pub title: String,
    /// What a reader must know first: what is official here and what is not.
    pub about: String,
    /// First day on which the book applies.
    pub effective_from: NaiveDate,
    /// Last day on which the book applies; none while it is in force.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub effective_to: Option<NaiveDate>,
    /// How many seasons after the present one the earliest year is looked for in.
    pub horizon: u8,
    /// The questions that the application itself must know.
    pub roles: Roles,
    /// The cut-off day of a season that names none.
    pub cut_off: CutOff,
    /// The documents that the entries rest on.
    pub source: Vec<Source>,
    /// Ordered lists of choices.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub scale: Vec<Scale>,
    /// Screens of questions, in order.
    pub screen: Vec<Screen>,
    /// What is asked once.
    pub question: Vec<Question>,
    /// What is asked as lists of records.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub list: Vec<RecordList>,
    /// What answers must agree on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub check: Vec<Check>,
    /// Days derived from answers.
    pub date: Vec<DateDef>,
    /// Spans of time in which records count.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub window: Vec<Window>,
    /// The levels that can be applied for.
    pub level: Vec<Level>,
    /// The categories, none when the specialty has none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub category: Vec<Category>,
    /// The parts into which the conditions of a category fall.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub part: Vec<Part>,
    /// Gates, conditions, landmarks, requirements and their elements.
    pub clause: Vec<Clause>,
    /// The routes, in the order of recommendation among equals.
    pub route: Vec<Route>,
    /// The score table, none when the book has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub score: Option<Score>,
    /// What a person should know although it decides nothing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notice: Vec<Notice>,
    /// The papers of an application.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub material: Vec<Material>,
    /// The statements of the pledge and of the employer's opinion.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub statement: Vec<Statement>,
    /// What happens, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub step: Vec<Step>,
    /// Limits of the portals that packages are uploaded to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub target: Vec<Target>,
}

impl Book {
    /// The format this crate reads and writes.
    pub const FORMAT: &str = "zhicheng-book/1";
}

/// Which questions play a part that the application itself must know.
///
/// Each names a question of the book.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Roles {
    /// The person's name, which the pledge repeats.
    pub name: String,
    /// The number of the identity card.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id_number: Option<String>,
    /// The day of birth: with the name it tells one person from another of that name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub birth_date: Option<String>,
    /// The employer's name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub employer: Option<String>,
    /// The level applied for; its choices are the levels' ids.
    pub level: String,
    /// The category; its choices are the categories' ids.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<String>,
    /// The review path; steps may depend on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review_path: Option<String>,
    /// The portal that the package is for; its choices are the targets' ids. Without it, or while
    /// it is not answered, the first target holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<String>,
}

/// The cut-off day of a season that names none: a day of the season's year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CutOff {
    /// Month, 1 to 12.
    pub month: u32,
    /// Day of the month.
    pub day: u32,
}

/// A screen of questions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Screen {
    /// Identifier; questions name it.
    pub id: String,
    /// Heading.
    pub title: String,
    /// A sentence below the heading.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub intro: Option<String>,
}

/// A level that can be applied for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Level {
    /// Identifier.
    pub id: String,
    /// Name of the title.
    pub label: String,
    /// One sentence on how this level is reviewed.
    pub text: String,
    /// The window in which records count for this level; none means always.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub window: Option<String>,
    /// Authority of the level.
    pub authority: Authority,
    /// Where it is laid down.
    pub locator: String,
}

/// A category of the specialty.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Category {
    /// Identifier; the same as the choice of the category question.
    pub id: String,
    /// Name.
    pub label: String,
    /// What work belongs to it.
    pub text: String,
    /// Authority of the description (the name may stand firmer).
    pub authority: Authority,
    /// Where it is laid down.
    pub locator: String,
}

/// A part into which the conditions of a category fall, such as capability.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// Identifier; conditions name it.
    pub id: String,
    /// Name.
    pub label: String,
}

/// A way to a level. It holds when all gates and all its requirements hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Route {
    /// Identifier, unique within its level.
    pub id: String,
    /// The level it leads to.
    pub level: String,
    /// Name.
    pub label: String,
    /// What it is, in a sentence.
    pub text: String,
    /// Ids of the clauses that it requires beside the gates.
    pub requires: Vec<String>,
    /// Authority of the route itself; its clauses carry their own.
    pub authority: Authority,
    /// Where it is laid down.
    pub locator: String,
}
