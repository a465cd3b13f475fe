//! A workbook of results that is put aside row by row.

use std::io::{self, Write};

use package::container::Segment;
use package::digest::{FileDigest, Sums};
use screening::{Refused, Same};
use sheet::xlsx::{Out, Table, around};
use wording::desk;

use crate::screen::aside::Aside;

/// Rows of a sheet, its header among them (ECMA-376: spreadsheets take no more).
const ROWS: usize = 1 << 20;

/// The workbook in the making.
pub(super) struct Workbook {
    candidates: Sheets,
    duplicates: Sheets,
    refused: Sheets,
    /// Room for a row.
    row: String,
}

impl Workbook {
    pub(super) fn new() -> Self {
        let [candidates, duplicates, refused] =
            desk::sheets().map(|table| Sheets::new(table, ROWS));
        Self {
            candidates,
            duplicates,
            refused,
            row: String::new(),
        }
    }

    pub(super) fn candidate(&mut self, cells: &[Out]) -> io::Result<()> {
        self.candidates.put(cells, &mut self.row)
    }

    pub(super) fn refused(&mut self, refused: &Refused) -> io::Result<()> {
        for cells in desk::refused_rows(refused) {
            self.refused.put(&cells, &mut self.row)?;
        }
        Ok(())
    }

    /// Writes it, with what is there twice.
    pub(super) fn pour(mut self, found: &[Same<'_>], out: &mut impl Write) -> io::Result<()> {
        for cells in found.iter().flat_map(desk::duplicate_rows) {
            self.duplicates.put(&cells, &mut self.row)?;
        }
        let sheets = [self.candidates, self.duplicates, self.refused];
        let (mut tables, mut texts) = (Vec::new(), Vec::new());
        for sheets in sheets {
            sheets.close(&mut tables, &mut texts)?;
        }
        let sums: Vec<_> = texts.iter().flatten().map(Text::sums).collect();
        for segment in around(&tables, &sums) {
            match segment {
                Segment::Bytes(bytes) => out.write_all(&bytes)?,
                Segment::File { index, .. } => {
                    if let Some(text) = texts.get_mut(index).and_then(Option::take) {
                        text.bytes.pour(out)?;
                    }
                }
            }
        }
        Ok(())
    }
}

/// What stands in a sheet, put aside, with what a package of files says of it.
#[derive(Default)]
struct Text {
    bytes: Aside,
    sums: Sums,
}

impl Text {
    fn put(&mut self, text: &str) -> io::Result<()> {
        self.sums.update(text.as_bytes());
        self.bytes.put(text.as_bytes())
    }

    /// Its length and CRC-32; of SHA-256 nothing.
    fn sums(&self) -> FileDigest {
        self.sums.clone().finish([0; 32])
    }
}

/// Rows of a kind; what one sheet does not hold goes on in another.
struct Sheets {
    /// Its rows stand in no memory.
    table: Table,
    most: usize,
    full: Vec<Text>,
    last: Text,
    /// Rows of the last one.
    rows: usize,
}

impl Sheets {
    fn new(table: Table, most: usize) -> Self {
        Self {
            table,
            most,
            full: Vec::new(),
            last: Text::default(),
            rows: 0,
        }
    }

    fn put(&mut self, cells: &[Out], row: &mut String) -> io::Result<()> {
        if self.rows == self.most {
            self.end()?;
        }
        row.clear();
        if self.rows == 0 {
            self.begin()?;
        }
        self.rows = self.rows.saturating_add(1);
        self.table.put_row(self.rows, cells, row);
        self.last.put(row)
    }

    fn begin(&mut self) -> io::Result<()> {
        self.rows = 1;
        self.last.put(&self.table.opening())
    }

    fn end(&mut self) -> io::Result<()> {
        if self.rows == 0 {
            self.begin()?;
        }
        self.rows = 0;
        self.last.put(Table::CLOSING)?;
        self.full.push(std::mem::take(&mut self.last));
        Ok(())
    }

    /// The sheets, with tables that name them.
    fn close(mut self, tables: &mut Vec<Table>, texts: &mut Vec<Option<Text>>) -> io::Result<()> {
        self.end()?;
        for (number, text) in (1_usize..).zip(self.full) {
            let mut table = self.table.clone();
            if number > 1 {
                table.name = format!("{} {number}", table.name);
            }
            tables.push(table);
            texts.push(Some(text));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_one_sheet_does_not_hold_goes_on_in_another_with_a_header_of_its_own() {
        let table = || {
            let [_, table, _] = desk::sheets();
            table
        };
        for (rows, sheets) in [(0_usize, 1_usize), (1, 1), (2, 1), (3, 2), (4, 2), (5, 3)] {
            // With the header three rows.
            let (mut all, mut row) = (Sheets::new(table(), 3), String::new());
            for number in 0..rows {
                let cells = [Out::text(format!("行{number}"))];
                assert!(all.put(&cells, &mut row).is_ok());
            }
            let (mut tables, mut texts) = (Vec::new(), Vec::new());
            assert!(all.close(&mut tables, &mut texts).is_ok());
            let names: Vec<&str> = tables.iter().map(|table| table.name.as_str()).collect();
            assert_eq!(names, ["重复", "重复 2", "重复 3"].split_at(sheets).0);
            let text = |text: Option<Text>| {
                let mut bytes = Vec::new();
                let _ = text.map(|text| text.bytes.pour(&mut bytes));
                String::from_utf8_lossy(&bytes).into_owned()
            };
            for (sheet, text) in texts.into_iter().map(text).enumerate() {
                assert_eq!(text.matches("什么重复").count(), 1);
                assert!(text.ends_with(Table::CLOSING), "{text}");
                for number in 0..rows {
                    let here = text.contains(&format!("行{number}<"));
                    assert_eq!(here, number / 2 == sheet, "{rows} {number} {sheet}");
                    let place = format!("<row r=\"{}\">", number % 2 + 2);
                    assert!(!here || text.contains(&place), "{text}");
                }
            }
        }
    }
}
