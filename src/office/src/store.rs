//! What the page holds of a session: the files' handles, a line for each candidate, what is wrong. Nothing is stored.

use std::collections::BTreeMap;
use std::rc::Rc;

use screening::{Column, Group, Initials, Key, Screened, Sought, View, view};
use ui::platform::blob::FileBlob;

use crate::errand::{Batch, Trouble};
use crate::platform::files::Picked;

/// A candidate's file, and place in it.
pub(crate) type Id = (u64, u64);

/// Most values of a column that can be chosen from.
const MOST_VALUES: usize = 200;

/// A candidate.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    /// Where.
    pub(crate) id: Id,
    /// What was found.
    pub(crate) screened: Rc<Screened>,
    sought: Sought,
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
    pub(crate) lines: Vec<Rc<Line>>,
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
    lines: Vec<Rc<Line>>,
    /// The lines of the batches as files, with where they begin.
    batches: Vec<(Id, FileBlob)>,
    troubles: Vec<(Id, Rc<Trouble>)>,
}

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
        let own = batch.lines.into_iter().map(|(at, screened)| {
            Rc::new(Line {
                id: (file, at),
                sought: Sought::of(&screened, initials),
                screened: Rc::new(screened),
            })
        });
        self.lines.extend(own);
        self.batches.extend(lines.map(|lines| (start, lines)));
        let troubles = batch.troubles.into_iter();
        let troubles = troubles.map(|trouble| (start, Rc::new(trouble)));
        self.troubles.extend(troubles);
    }

    /// Forgets what came of some files, to read them anew.
    pub(crate) fn forget(&mut self, files: &[u64]) {
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
        order::sort(&mut self.lines, &mut |a, b| a.id.cmp(&b.id));
        order::sort(&mut self.batches, &mut |(a, _), (b, _)| a.cmp(b));
        order::sort(&mut self.troubles, &mut |(a, _), (b, _)| a.cmp(b));
        let screened: Vec<&Screened> = self.lines.iter().map(|line| &*line.screened).collect();
        let sought: Vec<&Sought> = self.lines.iter().map(|line| &line.sought).collect();
        let place = |text: &str| initials.place(text);
        let groups = view(&screened, looked_at, (&sought, &place));
        let mut shown = Shown {
            lines: self.lines.clone(),
            ..Shown::default()
        };
        for Group { key, lines } in groups {
            if let (Some(_), Some(column), Some(first)) = (key, looked_at.group, lines.first()) {
                let first = screened.get(*first);
                let label = first.map_or_else(String::new, |line| label(column, line));
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
    pub(crate) fn troubles(&self) -> impl ExactSizeIterator<Item = &Rc<Trouble>> {
        self.troubles.iter().map(|(_, trouble)| trouble)
    }

    /// The lines of all batches, in the order of the files.
    pub(crate) fn batches(&self) -> Vec<FileBlob> {
        self.batches
            .iter()
            .map(|(_, lines)| lines.clone())
            .collect()
    }
}

impl Shown {
    /// The values of a column by which can be filtered, each with its label.
    pub(crate) fn values(&self, column: Column) -> Vec<(Key, String)> {
        let mut found: BTreeMap<Key, String> = BTreeMap::new();
        for line in &self.lines {
            let key = Key::of(column, &line.screened);
            if found.len() < MOST_VALUES && !found.contains_key(&key) {
                found.insert(key, label(column, &line.screened));
            }
        }
        found.into_iter().collect()
    }

    /// What a value of a column is called; empty when nobody has it.
    pub(crate) fn label(&self, (column, key): (Column, &Key)) -> String {
        let mut lines = self.lines.iter();
        let found = lines.find(|line| Key::of(column, &line.screened) == *key);
        found.map_or_else(String::new, |line| label(column, &line.screened))
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
