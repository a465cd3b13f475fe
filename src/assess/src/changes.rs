//! What changed since an earlier assessment.

use json::{Json, Object};

use crate::result::number;
use crate::{Assessment, BookRef, LevelLine, RouteLine, Verdict};

/// Years that seasons have.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2200;
/// Lines of an earlier assessment that are looked at; no book has as many.
const MOST_LINES: usize = 500;

/// A verdict that is another than before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The level.
    pub level: String,
    /// What the verdict is about.
    pub subject: ChangeSubject,
    /// The earlier verdict; none when there was no such line.
    pub old: Option<Verdict>,
    /// The verdict now; none when there is no such line any more.
    pub new: Option<Verdict>,
    /// The clauses that it changed by, in the order of the book.
    pub clauses: Vec<String>,
}

/// What a verdict is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChangeSubject {
    /// The level as a whole.
    Level,
    /// A route.
    Route(String),
    /// A gate or a condition.
    Clause(String),
}

/// The verdicts of an assessment as a draft keeps them, to tell later what another version of the
/// book has changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    /// The book that it was judged by.
    pub book: BookRef,
    /// The season's year.
    pub season: i32,
    verdicts: Json,
}

impl Judged {
    /// Reads what [`Self::to_json`] wrote, or an assessment; none when it is neither.
    pub fn from_json(json: &Json) -> Option<Self> {
        let book = json.get("book")?;
        let text = |key| Some(book.get(key)?.as_str()?.to_owned());
        let season = json.get("season")?.as_number()?.to_integer()?;
        let verdicts = json.get("verdicts")?;
        verdicts.as_object()?;
        Some(Self {
            book: BookRef {
                id: text("id")?,
                version: text("version")?,
                digest: text("digest")?,
            },
            season: i32::try_from(season)
                .ok()
                .filter(|year| YEARS.contains(year))?,
            verdicts: verdicts.clone(),
        })
    }

    /// As JSON: the part of an assessment of the same keys.
    pub fn to_json(&self) -> Json {
        let mut object = Object::new();
        object.insert("book", self.book.to_json());
        object.insert("season", number(self.season.into()));
        object.insert("verdicts", self.verdicts.clone());
        Json::Object(object)
    }

    /// Whether it was judged by another version of this book.
    pub fn is_of_other_version(&self, book: &BookRef) -> bool {
        self.book.id == book.id && self.book.digest != book.digest
    }

    /// What changed up to an assessment under the book now in force.
    pub fn changes(&self, new: &Assessment) -> Vec<Change> {
        compare(Some(&self.verdicts), new)
    }
}

impl Assessment {
    /// The verdicts, to be kept with the draft.
    pub fn judged(&self) -> Judged {
        Judged {
            book: self.book.clone(),
            season: self.season,
            verdicts: self.verdicts(),
        }
    }
}

/// What changed between an earlier assessment, in its JSON, and one under the book now in force.
///
/// Levels first, then routes, then clauses. Anything else in the JSON is left alone, and an
/// earlier verdict that is none is taken for none.
pub fn changes(old: &Json, new: &Assessment) -> Vec<Change> {
    compare(old.get("verdicts"), new)
}

/// What changed, by the verdicts of the earlier assessment.
fn compare(old: Option<&Json>, new: &Assessment) -> Vec<Change> {
    let now = new.verdicts();
    let now = Some(&now);
    let mut found = Vec::new();
    for level in levels(old, now) {
        let line = new.levels.iter().find(|line| line.id == level);
        let part = |verdicts: Option<&Json>, part: &str| -> Option<Json> {
            verdicts?.get(part)?.get(&level).cloned()
        };
        let pair = |name: &str| (part(old, name), part(now, name));
        let mut clauses = lines(pair("gates"));
        clauses.extend(lines(pair("conditions")));
        let routes = lines(pair("routes"));
        let whole = [(String::new(), pair("levels"))].map(|(id, (old, new))| {
            let read = |json: Option<Json>| json.as_ref().and_then(verdict);
            (id, read(old), read(new))
        });
        let changed: Vec<&str> = moved(&clauses).map(|(id, ..)| id.as_str()).collect();
        let mut add = |(subject, old, new): (ChangeSubject, _, _)| {
            let clauses = reasons(line, &subject, (&changed, new));
            let level = level.clone();
            found.push(Change {
                level,
                subject,
                old,
                new,
                clauses,
            });
        };
        for (_, old, new) in moved(&whole) {
            add((ChangeSubject::Level, *old, *new));
        }
        for (id, old, new) in moved(&routes) {
            add((ChangeSubject::Route(id.clone()), *old, *new));
        }
        for (id, old, new) in moved(&clauses) {
            add((ChangeSubject::Clause(id.clone()), *old, *new));
        }
    }
    found
}

type Line = (String, Option<Verdict>, Option<Verdict>);

fn moved(lines: &[Line]) -> impl Iterator<Item = &Line> {
    lines.iter().filter(|(_, old, new)| old != new)
}

/// The levels of both, in the order of the newer one.
fn levels(old: Option<&Json>, new: Option<&Json>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for verdicts in [new, old].into_iter().flatten() {
        let levels = verdicts.get("levels").and_then(Json::as_object);
        for (id, _) in known(levels) {
            if !found.iter().any(|other| other == id) {
                found.push(id.to_owned());
            }
        }
    }
    found
}

/// The lines of both by id, in the order of the newer one.
fn lines((old, new): (Option<Json>, Option<Json>)) -> Vec<Line> {
    let of = |json: &Option<Json>, id: &str| json.as_ref()?.get(id).and_then(verdict);
    let mut found: Vec<Line> = Vec::new();
    for json in [&new, &old].into_iter().flatten() {
        for (id, _) in known(json.as_object()) {
            if !found.iter().any(|(other, ..)| other == id) {
                found.push((id.to_owned(), of(&old, id), of(&new, id)));
            }
        }
    }
    found
}

/// Members whose key can be an id; an earlier assessment may say anything.
fn known(object: Option<&Object>) -> impl Iterator<Item = (&str, &Json)> {
    let is_id = |id: &str| {
        let mut bytes = id.bytes();
        bytes.all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte))
    };
    let members = object.into_iter().flat_map(Object::iter).take(MOST_LINES);
    members.filter(move |(id, _)| is_id(id))
}

fn verdict(json: &Json) -> Option<Verdict> {
    let all = [Verdict::Met, Verdict::NotMet, Verdict::Open];
    all.into_iter()
        .find(|verdict| json.as_str() == Some(verdict.id()))
}

/// The clauses that a verdict changed by: those of its own that changed; where the earlier
/// assessment does not tell, those that decide it now.
fn reasons(
    line: Option<&LevelLine>,
    subject: &ChangeSubject,
    (changed, now): (&[&str], Option<Verdict>),
) -> Vec<String> {
    let Some(line) = line else { return Vec::new() };
    let routes: Vec<&RouteLine> = match subject {
        ChangeSubject::Clause(id) => return vec![id.clone()],
        ChangeSubject::Route(id) => line.routes.iter().filter(|route| route.id == *id).collect(),
        ChangeSubject::Level => line.routes.iter().collect(),
    };
    let gates: Vec<&str> = line.gates().map(|gate| gate.id.as_str()).collect();
    let own = |id: &str| {
        let required = routes
            .iter()
            .any(|route| route.requires.iter().any(|own| own == id));
        required || gates.contains(&id)
    };
    let clauses = line.clauses.iter().filter(|clause| own(&clause.id));
    let by_change = clauses
        .clone()
        .filter(|clause| changed.contains(&clause.id.as_str()));
    let found: Vec<String> = by_change.map(|clause| clause.id.clone()).collect();
    if !found.is_empty() {
        return found;
    }
    let deciding = clauses.filter(|clause| Some(clause.conclusion.verdict) == now);
    deciding.map(|clause| clause.id.clone()).collect()
}
