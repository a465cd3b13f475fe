//! Workbooks written: real types, a header that stays in view, lists of choices, stored entries.
//!
//! INVARIANT: text is written as text (`inlineStr`), so that no cell can be a formula.

mod part;
mod styles;

use chrono::NaiveDate;
use package::container::{Body, Item, Plan, Segment};
use package::name::Unicode;

/// A cell to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Out {
    /// Nothing.
    Blank,
    /// Text.
    Text(String),
    /// A number in plain digits.
    Number(String),
    /// A day.
    Day(NaiveDate),
}

impl Out {
    /// Text; nothing when there is none.
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() {
            Self::Blank
        } else {
            Self::Text(text)
        }
    }
}

/// What people may enter in a column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    /// The values of the list; anything when empty.
    pub values: Vec<String>,
    /// What is said when a cell is chosen; nothing when empty.
    pub prompt: String,
}

/// A column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Column {
    /// The header.
    pub header: String,
    /// The width in characters.
    pub width: u32,
    /// Whether cells below are taken as text, so that long numbers stay as typed.
    pub text: bool,
    /// What may be entered.
    pub choices: Choices,
}

/// A sheet to be written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// Its name: at most 31 characters, none of `[]:*?/\`.
    pub name: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows.
    pub rows: Vec<Vec<Out>>,
    /// Whether it is hidden.
    pub hidden: bool,
    /// Down to which row lists and prompts are offered; 0 for nowhere.
    pub offered: u32,
}

/// The bytes of a workbook; the same for the same tables.
///
/// Lists of choices are kept in a hidden sheet of their own, since a list in a formula ends at 255 characters.
pub fn book(tables: &[Table], lists: &str) -> Vec<u8> {
    let choices = Lists::of(tables);
    let mut all: Vec<Table> = tables.to_vec();
    if !choices.0.is_empty() {
        all.push(choices.table(lists));
    }
    let mut parts = vec![
        ("[Content_Types].xml".to_owned(), part::types(all.len())),
        ("_rels/.rels".to_owned(), part::ROOT.to_owned()),
        ("xl/workbook.xml".to_owned(), part::workbook(&all)),
        (
            "xl/_rels/workbook.xml.rels".to_owned(),
            part::relations(all.len()),
        ),
        ("xl/styles.xml".to_owned(), styles::STYLES.to_owned()),
    ];
    for (number, table) in (1_usize..).zip(&all) {
        let text = part::sheet(table, &choices, lists);
        parts.push((format!("xl/worksheets/sheet{number}.xml"), text));
    }
    let items = parts.into_iter().map(|(name, text)| Item {
        name,
        body: Body::Bytes(text.into_bytes()),
    });
    let ascii = Unicode {
        normalise: ToOwned::to_owned,
        fold: str::to_lowercase,
    };
    // INVARIANT: the names above are safe and differ, so the plan is never refused.
    let segments =
        Plan::new(items.collect(), ascii).map_or_else(|_| Vec::new(), Plan::into_segments);
    let mut bytes = Vec::new();
    for segment in segments {
        if let Segment::Bytes(piece) = segment {
            bytes.extend(piece);
        }
    }
    bytes
}

/// The lists of choices that columns offer, each once.
struct Lists(Vec<Vec<String>>);

impl Lists {
    fn of(tables: &[Table]) -> Self {
        let mut lists: Vec<Vec<String>> = Vec::new();
        for column in tables.iter().flat_map(|table| &table.columns) {
            let values = &column.choices.values;
            if !values.is_empty() && !lists.contains(values) {
                lists.push(values.clone());
            }
        }
        Self(lists)
    }

    /// Where a list stands: its column and its length.
    fn find(&self, values: &[String]) -> Option<(usize, usize)> {
        let place = self.0.iter().position(|list| list == values)?;
        Some((place, values.len()))
    }

    fn table(&self, name: &str) -> Table {
        let longest = self.0.iter().map(Vec::len).max().unwrap_or(0);
        let row = |index: usize| {
            let cell = |list: &Vec<String>| list.get(index).cloned().map_or(Out::Blank, Out::Text);
            self.0.iter().map(cell).collect()
        };
        let column = |number: usize| Column {
            header: format!("{name} {number}"),
            width: 16,
            ..Column::default()
        };
        Table {
            name: name.to_owned(),
            columns: (1..=self.0.len()).map(column).collect(),
            rows: (0..longest).map(row).collect(),
            hidden: true,
            offered: 0,
        }
    }
}
