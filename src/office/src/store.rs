//! What the page holds of a session: the files' handles, a line for each candidate, what is wrong. Nothing is stored.

use std::cell::OnceCell;
use std::rc::Rc;

use screening::{Column, Group, Initials, Key, Screened, View, view};
use ui::platform::blob::FileBlob;

use crate::errand::{Batch, Trouble};
use crate::platform::files::Picked;

/// A candidate's file, and place in it.
pub(crate) type Id = (u64, u64);

/// A candidate.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    /// Where.
    pub(crate) id: Id,
    /// What was found.
    pub(crate) screened: Rc<Screened>,
    names: Vec<String>,
}

/// A row of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Row {
    /// The head of a group.
    Group(String),
    /// A candidate, by its place among the lines.
    Line(usize),
}

/// What the table shows.
#[derive(Debug, Default)]
pub(crate) struct Shown {
    /// The candidates in order of the files.
    pub(crate) lines: Vec<Line>,
    /// The rows.
    pub(crate) rows: Vec<Row>,
    /// How many candidates are among them.
    pub(crate) people: usize,
}

impl PartialEq for Shown {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

/// What the page holds.
#[derive(Default)]
pub(crate) struct Store {
    /// The files, by their numbers.
    pub(crate) files: Vec<Picked>,
    lines: Vec<Line>,
    /// The lines of the batches as files, with where they begin.
    batches: Vec<(Id, FileBlob)>,
    troubles: Vec<(Id, Trouble)>,
    /// By what can be filtered, since the last batch.
    values: OnceCell<Rc<Values>>,
}

/// Each column with its values, as keys and labels.
pub(crate) type Values = Vec<(Column, Vec<(Key, String)>)>;

impl Store {
    /// Takes files; gives their numbers.
    pub(crate) fn add(&mut self, files: Vec<Picked>) -> Vec<u64> {
        let first = self.files.len();
        self.files.extend(files);
        let numbers = first..self.files.len();
        numbers
            .filter_map(|number| u64::try_from(number).ok())
            .collect()
    }

    /// Takes a batch that begins at a place.
    pub(crate) fn take(
        &mut self,
        start: Id,
        batch: Batch,
        (lines, initials): (Option<FileBlob>, &Initials),
    ) {
        let (file, _) = start;
        self.values = OnceCell::new();
        self.lines
            .extend(batch.lines.into_iter().map(|(at, screened)| Line {
                id: (file, at),
                names: initials.of(&screened.name),
                screened: Rc::new(screened),
            }));
        self.batches.extend(lines.map(|lines| (start, lines)));
        self.troubles
            .extend(batch.troubles.into_iter().map(|trouble| (start, trouble)));
    }

    /// Forgets what came of some files, to read them anew.
    pub(crate) fn forget(&mut self, files: &[u64]) {
        self.values = OnceCell::new();
        self.lines.retain(|line| !files.contains(&line.id.0));
        self.batches.retain(|(id, _)| !files.contains(&id.0));
        self.troubles.retain(|(id, _)| !files.contains(&id.0));
    }

    /// A file by its number.
    pub(crate) fn file(&self, number: u64) -> Option<&Picked> {
        self.files.get(usize::try_from(number).ok()?)
    }

    /// Puts everything in the order of the files, whichever was done first, and shows it.
    pub(crate) fn show(&mut self, looked_at: &View, initials: &Initials) -> Rc<Shown> {
        self.lines.sort_by_key(|line| line.id);
        self.batches.sort_by_key(|(id, _)| *id);
        self.troubles.sort_by_key(|(id, _)| *id);
        let screened: Vec<Rc<Screened>> = self
            .lines
            .iter()
            .map(|line| Rc::clone(&line.screened))
            .collect();
        let names: Vec<Vec<String>> = self.lines.iter().map(|line| line.names.clone()).collect();
        let compare = |a: &str, b: &str| initials.compare(a, b);
        let groups = view(&screened, looked_at, (&names, &compare));
        let mut shown = Shown {
            lines: self.lines.clone(),
            ..Shown::default()
        };
        for Group { key, lines } in groups {
            if let (Some(_), Some(column), Some(first)) = (key, looked_at.group, lines.first()) {
                let label = screened
                    .get(*first)
                    .map_or_else(String::new, |line| label(column, line));
                shown.rows.push(Row::Group(wording::desk::office::group(
                    &label,
                    lines.len(),
                )));
            }
            shown.people = shown.people.saturating_add(lines.len());
            shown.rows.extend(lines.into_iter().map(Row::Line));
        }
        Rc::new(shown)
    }

    /// What is wrong, in the order of the files.
    pub(crate) fn troubles(&self) -> impl Iterator<Item = &Trouble> {
        self.troubles.iter().map(|(_, trouble)| trouble)
    }

    /// The lines of all batches, in the order of the files.
    pub(crate) fn batches(&self) -> Vec<FileBlob> {
        self.batches
            .iter()
            .map(|(_, lines)| lines.clone())
            .collect()
    }

    /// The values by which can be filtered. They are looked for once, until another batch comes.
    pub(crate) fn values(&self) -> &Rc<Values> {
        self.values.get_or_init(|| {
            let columns = Column::ALL.into_iter();
            Rc::new(columns.map(|own| (own, self.values_of(own))).collect())
        })
    }

    /// The values of a column: each with its label, at most 200.
    fn values_of(&self, column: Column) -> Vec<(Key, String)> {
        let mut found: Vec<(Key, String)> = Vec::new();
        for line in &self.lines {
            let key = Key::of(column, &line.screened);
            if found.len() < 200 && !found.iter().any(|(other, _)| *other == key) {
                found.push((key, label(column, &line.screened)));
            }
        }
        found.sort();
        found
    }
}

/// What a value of a column is called.
fn label(column: Column, line: &Screened) -> String {
    let text = wording::desk::shown(column, line);
    if text.is_empty() {
        return wording::desk::office::EMPTY.to_owned();
    }
    text
}
