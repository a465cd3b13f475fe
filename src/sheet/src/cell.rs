//! Cells and rows, as both kinds of file give them.

use std::borrow::Cow;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Value {
    /// Text, without the blanks around it.
    Text(String),
    /// A number in plain digits, at most fifteen of them significant: more no spreadsheet shows.
    Number(String),
    /// A day; the time of day, where there is one, is left aside.
    Day(NaiveDate),
    /// Yes or no.
    YesNo(bool),
    /// An error of the spreadsheet, such as `#REF!`.
    Error(String),
}

impl Value {
    /// The same without copying what is a text already.
    fn into_shown(self) -> String {
        match self {
            Self::Text(text) | Self::Number(text) | Self::Error(text) => text,
            other => other.shown().into_owned(),
        }
    }

    /// What a person sees in the cell, as nearly as can be told.
    pub fn shown(&self) -> Cow<'_, str> {
        match self {
            Self::Text(text) | Self::Number(text) | Self::Error(text) => text.into(),
            Self::Day(day) => day.to_string().into(),
            Self::YesNo(yes) => if *yes { "TRUE" } else { "FALSE" }.into(),
        }
    }
}

/// A cell that is not empty.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cell {
    /// The column, from 0.
    pub column: usize,
    /// What stands there; none for a formula that was never reckoned.
    pub value: Option<Value>,
    /// Whether it is what a formula gave when the file was saved.
    pub formula: bool,
}

/// A row; cells that are empty are left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// The row in the sheet, or the line in the file, from 1.
    pub number: u32,
    /// The cells, by column.
    pub cells: Vec<Cell>,
}

impl Row {
    /// What a person sees in the cell of a column, where there is anything.
    pub fn into_shown(self, column: usize) -> Option<String> {
        let mut cells = self.cells.into_iter();
        Some(
            cells
                .find(|cell| cell.column == column)?
                .value?
                .into_shown(),
        )
    }

    /// The cell in a column.
    pub fn cell(&self, column: usize) -> Option<&Cell> {
        let place = self
            .cells
            .binary_search_by_key(&column, |cell| cell.column)
            .ok()?;
        self.cells.get(place)
    }

    /// Whether nothing stands in it.
    pub fn is_blank(&self) -> bool {
        self.cells.is_empty()
    }
}

/// The name of a column, from 0, as spreadsheets show it: A, B, and on to Z, AA.
pub fn letters(column: usize) -> String {
    let mut name = String::new();
    let mut left = column.saturating_add(1);
    while left > 0 {
        let digit = u8::try_from((left - 1) % 26).unwrap_or(0);
        name.insert(0, char::from(b'A'.saturating_add(digit)));
        left = (left - 1) / 26;
    }
    name
}

#[cfg(test)]
mod tests {
    use super::letters;

    #[test]
    fn columns_are_named_in_letters() {
        let named: Vec<String> = [0, 25, 26, 701, 702].map(letters).to_vec();
        assert_eq!(named, ["A", "Z", "AA", "ZZ", "AAA"]);
    }
}
