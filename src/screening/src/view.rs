//! Sorting, filtering, searching and grouping lines. Nothing is ranked but by a column that a person chose.

use std::borrow::Borrow;
use std::cmp::Ordering;

use crate::screened::Screened;

/// A column of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    /// Name.
    Name,
    /// Employer.
    Employer,
    /// Level applied for.
    Level,
    /// Category.
    Category,
    /// The verdict on the level applied for.
    Verdict,
    /// Routes with verdicts.
    Routes,
    /// The score against the line.
    Score,
    /// What is missing.
    Missing,
    /// The earliest year.
    Earliest,
    /// Whether the package is whole.
    Package,
    /// Evidence coverage.
    Evidence,
    /// Stand-ins that decided.
    StandIns,
    /// Book and season.
    Book,
    /// What is wrong with answers.
    Problems,
    /// The file.
    Input,
}

impl Column {
    /// All of them, in order.
    pub const ALL: [Self; 15] = [
        Self::Name,
        Self::Employer,
        Self::Level,
        Self::Category,
        Self::Verdict,
        Self::Routes,
        Self::Score,
        Self::Missing,
        Self::Earliest,
        Self::Package,
        Self::Evidence,
        Self::StandIns,
        Self::Book,
        Self::Problems,
        Self::Input,
    ];
}

/// What a cell is sorted, filtered and grouped by.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// A number.
    Number(i64),
    /// Text.
    Text(String),
    /// Nothing: behind everything else.
    Nothing,
}

impl Key {
    /// The key of a cell.
    pub fn of(column: Column, line: &Screened) -> Self {
        let text = |text: &str| {
            if text.is_empty() {
                Self::Nothing
            } else {
                Self::Text(text.to_owned())
            }
        };
        let count = |number: usize| Self::Number(i64::try_from(number).unwrap_or(i64::MAX));
        match column {
            Column::Name => text(&line.name),
            Column::Employer => text(&line.employer),
            Column::Level => line
                .level
                .as_ref()
                .map_or(Self::Nothing, |level| text(&level.label)),
            Column::Category => line
                .category
                .as_ref()
                .map_or(Self::Nothing, |named| text(&named.label)),
            Column::Verdict => Self::Number(verdict(line.verdict())),
            Column::Routes => line.target().map_or(Self::Nothing, |level| {
                let met = level.routes.iter().filter(|route| route.verdict == "met");
                count(met.count())
            }),
            Column::Score => line
                .score
                .map_or(Self::Nothing, |score| Self::Number(score.low)),
            Column::Missing => count(line.missing.len()),
            Column::Earliest => line
                .earliest
                .map_or(Self::Nothing, |year| Self::Number(year.into())),
            Column::Package => line.package.as_ref().map_or(Self::Nothing, |package| {
                Self::Number(i64::from(!package.valid))
            }),
            Column::Evidence => {
                let bare = line.evidence.asked.saturating_sub(line.evidence.proven);
                Self::Number(bare.into())
            }
            Column::StandIns => count(line.stand_ins.len()),
            Column::Book => text(&format!(
                "{} {} {}",
                line.book.id, line.book.version, line.season
            )),
            Column::Problems => count(line.problems.len()),
            Column::Input => text(&line.input),
        }
    }
}

fn verdict(id: &str) -> i64 {
    match id {
        "met" => 0,
        "open" => 1,
        _ => 2,
    }
}

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

/// Compares text as people do.
pub type Collate<'c> = &'c dyn Fn(&str, &str) -> Ordering;

/// The lines that a view shows, in its order.
///
/// `initials` are the pinyin initials of each line's name, in lower case, several where a character is read in several
/// ways; `compare` compares text as people do.
pub fn view<L: Borrow<Screened>>(
    lines: &[L],
    view: &View,
    (initials, compare): (&[Vec<String>], Collate<'_>),
) -> Vec<Group> {
    let line = |at: usize| lines.get(at).map(Borrow::borrow);
    let shown = |at: &usize| {
        let initials = initials.get(*at).map_or(&[][..], Vec::as_slice);
        line(*at).is_some_and(|line| is_shown(line, initials, &view.filter))
    };
    let mut order: Vec<usize> = (0..lines.len()).filter(shown).collect();
    let key =
        |column: Column, at: usize| line(at).map_or(Key::Nothing, |line| Key::of(column, line));
    let between = |column: Column, a: usize, b: usize| match (key(column, a), key(column, b)) {
        (Key::Text(a), Key::Text(b)) => compare(&a, &b),
        (a, b) => a.cmp(&b),
    };
    if let Some(Order { column, down }) = view.order {
        order.sort_by(|a, b| {
            let nothing = |at: usize| key(column, at) == Key::Nothing;
            let found = between(column, *a, *b);
            let found = if down && !nothing(*a) && !nothing(*b) {
                found.reverse()
            } else {
                found
            };
            found.then(a.cmp(b))
        });
    }
    let Some(column) = view.group else {
        return vec![Group {
            key: None,
            lines: order,
        }];
    };
    let mut groups: Vec<Group> = Vec::new();
    for at in order {
        let own = Some(key(column, at));
        match groups.iter_mut().find(|group| group.key == own) {
            Some(group) => group.lines.push(at),
            None => groups.push(Group {
                key: own,
                lines: vec![at],
            }),
        }
    }
    groups.sort_by(|a, b| {
        let first = |group: &Group| group.lines.first().copied().unwrap_or_default();
        between(column, first(a), first(b))
    });
    groups
}

fn is_shown(line: &Screened, initials: &[String], filter: &Filter) -> bool {
    let search = filter.search.trim().to_lowercase();
    let texts = [&line.name, &line.employer, &line.input];
    let found = search.is_empty()
        || texts
            .iter()
            .any(|text| text.to_lowercase().contains(&search))
        || initials
            .iter()
            .any(|initials| initials.starts_with(&search));
    found
        && filter
            .only
            .iter()
            .all(|(column, key)| Key::of(*column, line) == *key)
}
