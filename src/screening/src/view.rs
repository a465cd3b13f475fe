//! Sorting, filtering, searching and grouping lines. Nothing is ranked but by a column that a person chose.
//!
//! What a line is sorted by is made once a line, not once a comparison: a browser sorts thousands between two pictures.

use std::borrow::Borrow;
use std::cmp::{Ordering, Reverse};
use std::collections::BTreeMap;

use crate::column::{Column, Key};
use crate::initials::Initials;
use crate::screened::Screened;

/// By which column, and whether from the top.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Order {
    /// The column.
    pub column: Column,
    /// From the greatest on.
    pub down: bool,
}

/// Which lines are shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Text in name, employer or file, or the beginning of the pinyin initials of the name.
    pub search: String,
    /// Only lines with this key in that column; for all of these.
    pub only: Vec<(Column, Key)>,
}

/// How the table is looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct View {
    /// Which lines.
    pub filter: Filter,
    /// In which order; that of the input where none is chosen.
    pub order: Option<Order>,
    /// Grouped by which column.
    pub group: Option<Column>,
}

/// Lines that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// What they have in common; none where lines are not grouped.
    pub key: Option<Key>,
    /// Their positions.
    pub lines: Vec<usize>,
}

/// By what a line is found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sought {
    /// Name, employer and file in lower case, a line each.
    text: String,
    /// The pinyin initials of the name, in lower case, one for each way to read it.
    initials: Vec<String>,
}

impl Sought {
    /// By what a line is found.
    pub fn of(line: &Screened, initials: &Initials) -> Self {
        let text = [&line.name, &line.employer, &line.input].map(|text| text.to_lowercase());
        Self {
            text: text.join("\n"),
            initials: initials.of(&line.name),
        }
    }

    fn is_found(&self, search: &str) -> bool {
        let starts = |initials: &String| initials.starts_with(search);
        search.is_empty() || self.text.contains(search) || self.initials.iter().any(starts)
    }
}

/// Where text stands among other text, as people look it up.
pub type Collate<'c> = &'c dyn Fn(&str) -> Vec<u32>;

/// The lines that a view shows, in its order; `sought` has one for each line.
pub fn view<L: Borrow<Screened>>(
    lines: &[L],
    view: &View,
    (sought, collate): (&[&Sought], Collate<'_>),
) -> Vec<Group> {
    let search = view.filter.search.trim().to_lowercase();
    let shown = lines.iter().map(Borrow::borrow).enumerate();
    let shown = shown.filter(|(at, line)| {
        let found = |sought: &&Sought| sought.is_found(&search);
        sought.get(*at).is_none_or(found) && is_among(line, &view.filter)
    });
    let lines: Vec<(usize, &Screened)> = shown.collect();
    let lines = sorted(lines, view.order, collate);
    let Some(column) = view.group else {
        let lines = lines.into_iter().map(|(at, _)| at).collect();
        return vec![Group { key: None, lines }];
    };
    let mut groups: BTreeMap<Key, Vec<usize>> = BTreeMap::new();
    for (at, line) in lines {
        groups.entry(Key::of(column, line)).or_default().push(at);
    }
    let groups = groups.into_iter().map(|(key, lines)| {
        let place = Place::of(key.clone(), collate);
        let key = Some(key);
        (place, Group { key, lines })
    });
    let mut groups: Vec<(Place, Group)> = groups.collect();
    order::sort(&mut groups, &mut |(a, _), (b, _)| a.cmp(b));
    groups.into_iter().map(|(_, group)| group).collect()
}

fn is_among(line: &Screened, filter: &Filter) -> bool {
    let mut only = filter.only.iter();
    only.all(|(column, key)| Key::of(*column, line) == *key)
}

/// Lines in an order; those that are equal stay as they are.
fn sorted<'l>(
    lines: Vec<(usize, &'l Screened)>,
    order: Option<Order>,
    collate: Collate<'_>,
) -> Vec<(usize, &'l Screened)> {
    let Some(Order { column, down }) = order else {
        return lines;
    };
    let placed = lines.into_iter().map(|(at, line)| {
        let place = Place::of(Key::of(column, line), collate);
        (place, (at, line))
    });
    let mut placed: Vec<(Place, (usize, &Screened))> = placed.collect();
    order::sort(&mut placed, &mut |(a, _), (b, _)| {
        if down { a.cmp_down(b) } else { a.cmp(b) }
    });
    placed.into_iter().map(|(_, line)| line).collect()
}

/// Where a key stands among the others of its column.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    Number(i64),
    Text(Vec<u32>),
    /// Behind everything else, whichever way it is sorted.
    Nothing,
}

impl Place {
    fn of(key: Key, collate: Collate<'_>) -> Self {
        match key {
            Key::Number(number) => Self::Number(number),
            Key::Text(text) => Self::Text(collate(&text)),
            Key::Nothing => Self::Nothing,
        }
    }

    fn cmp_down(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Self::Nothing, _) | (_, Self::Nothing) => self.cmp(other),
            _ => Reverse(self).cmp(&Reverse(other)),
        }
    }
}
