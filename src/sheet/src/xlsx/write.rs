//! Workbooks written: real types, a header that stays in view, lists of choices, stored entries.
//!
//! INVARIANT: text is written as text (`inlineStr`), so that no cell can be a formula.

mod part;
mod styles;

use chrono::NaiveDate;
use package::container::{Body, Item, Plan, Segment};
use package::digest::FileDigest;
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

impl Table {
    /// A sheet with these headers, and nothing to choose from.
    pub fn plain(name: &str, headers: &[&str], rows: Vec<Vec<Out>>) -> Self {
        let column = |header: &&str| Column {
            header: (*header).to_owned(),
            width: 10,
            ..Column::default()
        };
        Self {
            name: name.to_owned(),
            columns: headers.iter().map(column).collect(),
            rows,
            ..Self::default()
        }
    }

    /// What stands behind the rows of a sheet that is written piece by piece.
    pub const CLOSING: &str = "</sheetData></worksheet>";

    /// What stands before the rows of a sheet that is written piece by piece, its header among it. Such a sheet offers no
    /// lists.
    pub fn opening(&self) -> String {
        part::opening(self)
    }

    /// Puts a row of a sheet that is written piece by piece behind `text`. The header is row 1.
    pub fn put_row(&self, number: usize, cells: &[Out], text: &mut String) {
        part::row(text, self, (number, cells));
    }
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
    let sheet = |table: &Table| Body::Bytes(part::sheet(table, &choices, lists).into_bytes());
    let sheets = all.iter().map(sheet).collect();
    let mut bytes = Vec::new();
    for segment in archive(&all, sheets) {
        if let Segment::Bytes(piece) = segment {
            bytes.extend(piece);
        }
    }
    bytes
}

/// The workbook around sheets that the caller wrote piece by piece and holds, in the order of their tables; of each, its
/// length and CRC-32. The pieces of the archive refer to a sheet by its place.
pub fn around(tables: &[Table], sheets: &[FileDigest]) -> Vec<Segment> {
    let held = |(index, digest): (usize, &FileDigest)| Body::File {
        index,
        digest: *digest,
    };
    archive(tables, sheets.iter().enumerate().map(held).collect())
}

fn archive(tables: &[Table], sheets: Vec<Body>) -> Vec<Segment> {
    let parts = [
        ("[Content_Types].xml", part::types(tables.len())),
        ("_rels/.rels", part::ROOT.to_owned()),
        ("xl/workbook.xml", part::workbook(tables)),
        ("xl/_rels/workbook.xml.rels", part::relations(tables.len())),
        ("xl/styles.xml", styles::STYLES.to_owned()),
    ];
    let parts = parts.into_iter().map(|(name, text)| Item {
        name: name.to_owned(),
        body: Body::Bytes(text.into_bytes()),
    });
    let sheets = (1_usize..).zip(sheets).map(|(number, body)| Item {
        name: format!("xl/worksheets/sheet{number}.xml"),
        body,
    });
    let ascii = Unicode {
        normalise: ToOwned::to_owned,
        fold: str::to_lowercase,
    };
    // INVARIANT: the names above are safe and differ, so the plan is never refused.
    Plan::new(parts.chain(sheets).collect(), ascii).map_or_else(|_| Vec::new(), Plan::into_segments)
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
