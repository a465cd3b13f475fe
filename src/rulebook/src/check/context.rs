//! A book under check: its names and the faults found.

use std::collections::BTreeMap;

use super::faults::Faults;
use super::names::{Names, Table};
use super::spot::Spot;
use super::{FaultKind, Thing};
use crate::{
    AnswerKind, Block, Book, Category, Clause, ClauseKind, DateDef, Factor, Level, Part, Question,
    RecordList, Scale, Screen, Window,
};

/// A book under check.
pub(crate) struct Context<'a> {
    pub(crate) book: &'a Book,
    pub(crate) scales: Table<'a, Scale>,
    pub(crate) screens: Table<'a, Screen>,
    pub(crate) questions: Table<'a, Question>,
    pub(crate) lists: Table<'a, RecordList>,
    pub(crate) dates: Table<'a, DateDef>,
    pub(crate) windows: Table<'a, Window>,
    pub(crate) levels: Table<'a, Level>,
    pub(crate) categories: Table<'a, Category>,
    pub(crate) parts: Table<'a, Part>,
    pub(crate) clauses: Table<'a, Clause>,
    pub(crate) blocks: Table<'a, Block>,
    pub(crate) factors: Table<'a, Factor>,
    /// How many conditions there are by part, category and level.
    pub(crate) conditions: BTreeMap<(&'a str, Option<&'a str>, &'a str), usize>,
    pub(crate) faults: Faults,
}

/// The table of the entries under a key of the book.
macro_rules! table {
    ($faults:ident, $at:expr, $key:literal, $what:ident, $entries:expr) => {
        Table::new(
            Names::new(
                Thing::$what,
                $entries.iter().map(|entry| entry.id.as_str()).collect(),
                &$at.key($key),
                &mut $faults,
            ),
            &$entries[..],
        )
    };
}

impl<'a> Context<'a> {
    /// The names of a book; what is wrong with them joins the faults.
    pub(crate) fn new(book: &'a Book, mut faults: Faults) -> Self {
        let top = Spot::Top;
        let in_score = top.key("score");
        let (blocks, factors) = book
            .score
            .as_ref()
            .map_or((&[][..], &[][..]), |score| (&score.block, &score.factor));
        Self {
            book,
            scales: table!(faults, top, "scale", Scale, book.scale),
            screens: table!(faults, top, "screen", Screen, book.screen),
            questions: table!(faults, top, "question", Question, book.question),
            lists: table!(faults, top, "list", List, book.list),
            dates: table!(faults, top, "date", Date, book.date),
            windows: table!(faults, top, "window", Window, book.window),
            levels: table!(faults, top, "level", Level, book.level),
            categories: table!(faults, top, "category", Category, book.category),
            parts: table!(faults, top, "part", Part, book.part),
            clauses: table!(faults, top, "clause", Clause, book.clause),
            blocks: table!(faults, in_score, "block", Block, blocks),
            factors: table!(faults, in_score, "factor", Factor, factors),
            conditions: conditions(book),
            faults,
        }
    }

    /// What was found.
    pub(crate) fn into_faults(self) -> Faults {
        self.faults
    }

    /// Keeps a fault.
    pub(crate) fn fault(&mut self, at: &Spot<'_>, kind: FaultKind) {
        self.faults.add(at, || kind);
    }

    /// The question with this id.
    pub(crate) fn question(&mut self, id: &str, at: &Spot<'_>) -> Option<&'a Question> {
        self.questions.resolve(id, at, &mut self.faults)
    }

    /// The list with this id.
    pub(crate) fn list(&mut self, id: &str, at: &Spot<'_>) -> Option<&'a RecordList> {
        self.lists.resolve(id, at, &mut self.faults)
    }

    /// A day of the book, named.
    pub(crate) fn date(&mut self, id: &str, at: &Spot<'_>) -> Option<&'a DateDef> {
        self.dates.resolve(id, at, &mut self.faults)
    }

    /// A window of the book, named where there is one.
    pub(crate) fn window(&mut self, id: Option<&String>, at: &Spot<'_>) {
        if let Some(id) = id {
            self.windows
                .resolve(id, &at.key("window"), &mut self.faults);
        }
    }

    /// Levels, named.
    pub(crate) fn levels(&mut self, ids: &[String], at: &Spot<'_>) {
        let at = at.key("level");
        for (index, id) in ids.iter().enumerate() {
            self.levels.resolve(id, &at.index(index), &mut self.faults);
        }
    }

    /// The levels named, or all when none is.
    pub(crate) fn levels_of(&self, ids: &'a [String]) -> Vec<&'a str> {
        if ids.is_empty() {
            self.book
                .level
                .iter()
                .map(|level| level.id.as_str())
                .collect()
        } else {
            ids.iter().map(String::as_str).collect()
        }
    }

    /// The ids of the choices that an answer of this kind may be; none for other answers.
    pub(crate) fn choices(&self, kind: &'a AnswerKind) -> Option<Vec<&'a str>> {
        match kind {
            AnswerKind::Choice(choices) => Some(choices.iter().map(|c| c.id.as_str()).collect()),
            AnswerKind::Scale { scale, only } if only.is_empty() => Some(self.steps_of(scale)),
            AnswerKind::Scale { only, .. } => Some(only.iter().map(String::as_str).collect()),
            _ => None,
        }
    }

    /// The ids of a scale's choices, the highest first.
    pub(crate) fn steps_of(&self, scale: &str) -> Vec<&'a str> {
        self.scales.get(scale).map_or_else(Vec::new, |scale| {
            scale
                .choice
                .iter()
                .map(|choice| choice.id.as_str())
                .collect()
        })
    }
}

fn conditions(book: &Book) -> BTreeMap<(&str, Option<&str>, &str), usize> {
    let mut counts = BTreeMap::new();
    for clause in book
        .clause
        .iter()
        .filter(|clause| clause.kind == ClauseKind::Condition)
    {
        let Some(part) = clause.part.as_deref() else {
            continue;
        };
        for level in book
            .level
            .iter()
            .filter(|level| clause.form(&level.id).is_some())
        {
            let key = (part, clause.category.as_deref(), level.id.as_str());
            let count: &mut usize = counts.entry(key).or_default();
            *count = count.saturating_add(1);
        }
    }
    counts
}
