//! The rows of a sheet.

use super::fault::Fault;
use super::read::{Inside, SHEET_LIMIT};
use super::strings::{Strings, plain};
use super::styles::Styles;
use crate::number;
use crate::serial::{Epoch, day_of_serial};
use crate::xml::{Attributes, Event};
use crate::{Cell, Row, Value};

/// Rows and columns that a sheet can have.
const ROWS: u32 = 1_048_576;
const COLUMNS: usize = 16_384;
/// Most bytes of text in a row: cells can share one long string, which then is small in the file.
const ROW_BYTES: usize = 1 << 20;

/// Reads a sheet, event by event.
pub(super) struct SheetReader<'w> {
    strings: &'w mut Strings,
    styles: &'w Styles,
    epoch: Epoch,
    row: Row,
    /// The column behind the last cell.
    next: usize,
    cell: Option<Pending>,
    /// What stands in the cell.
    text: String,
    /// Bytes of text in the cells of the row before it.
    bytes: usize,
    /// Bytes of text in all cells before it.
    all: u64,
    /// Whether text belongs to the value of the cell.
    value: bool,
    inside: Inside,
}

/// A cell whose end has not come yet.
struct Pending {
    column: usize,
    kind: Kind,
    style: usize,
    formula: bool,
}

/// What stands in a cell (18.18.11).
#[derive(Clone, Copy)]
enum Kind {
    Text,
    /// The place of a string.
    String,
    YesNo,
    Error,
    Day,
    Number,
}

impl Kind {
    fn of(kind: &str) -> Self {
        match kind {
            "inlineStr" | "str" => Self::Text,
            "s" => Self::String,
            "b" => Self::YesNo,
            "e" => Self::Error,
            "d" => Self::Day,
            _ => Self::Number,
        }
    }
}

impl<'w> SheetReader<'w> {
    pub(super) fn new(strings: &'w mut Strings, styles: &'w Styles, epoch: Epoch) -> Self {
        Self {
            strings,
            styles,
            epoch,
            row: Row::default(),
            next: 0,
            cell: None,
            text: String::new(),
            bytes: 0,
            all: 0,
            value: false,
            inside: Inside::default(),
        }
    }

    /// The row that was read last.
    pub(super) fn row(&self) -> u32 {
        self.row.number
    }

    /// Takes an event; a row that is not blank, when it ends.
    pub(super) fn take(&mut self, event: &Event<'_>) -> Result<Option<Row>, Fault> {
        if self.cell.is_some()
            && let Some(text) = self.inside.take(event)
        {
            self.text.push_str(text);
        }
        match event {
            Event::Open("row", attributes) => self.begin_row(attributes)?,
            Event::Open("c", attributes) => self.begin_cell(attributes)?,
            Event::Open("f", _) => {
                if let Some(cell) = &mut self.cell {
                    cell.formula = true;
                }
            }
            Event::Open("v", _) => self.value = true,
            Event::Close("v") => self.value = false,
            Event::Text(text) if self.value && self.cell.is_some() => self.text.push_str(text),
            Event::Close("c") => self.end_cell()?,
            Event::Close("row") if !self.row.cells.is_empty() => {
                let number = self.row.number;
                let cells = std::mem::take(&mut self.row.cells);
                return Ok(Some(Row { number, cells }));
            }
            _ => {}
        }
        Ok(None)
    }

    fn begin_row(&mut self, attributes: &Attributes<'_>) -> Result<(), Fault> {
        let following = self.row.number.saturating_add(1);
        let number = match attributes.get("r") {
            Some(number) => number.parse().map_err(|_| Fault::Order)?,
            None => following,
        };
        if number < following || number > ROWS {
            return Err(Fault::Order);
        }
        self.row.number = number;
        self.row.cells.clear();
        self.bytes = 0;
        self.next = 0;
        Ok(())
    }

    fn begin_cell(&mut self, attributes: &Attributes<'_>) -> Result<(), Fault> {
        let (mut column, mut style, mut kind) = (self.next, None, Kind::Number);
        // Those of a cell have no prefix.
        for (name, value) in attributes.each() {
            match name {
                "r" => column = column_of(&value).ok_or(Fault::Order)?,
                "s" => style = value.parse().ok(),
                "t" => kind = Kind::of(&value),
                _ => {}
            }
        }
        if column < self.next || column >= COLUMNS {
            return Err(Fault::Order);
        }
        self.next = column.saturating_add(1);
        self.cell = Some(Pending {
            column,
            kind,
            style: style.unwrap_or(0),
            formula: false,
        });
        self.text.clear();
        Ok(())
    }

    fn end_cell(&mut self) -> Result<(), Fault> {
        let Some(cell) = self.cell.take() else {
            return Ok(());
        };
        let value = self.value_of(&cell)?;
        if let Some(Value::Text(text)) = &value {
            self.bytes = self.bytes.saturating_add(text.len());
            self.all = self.all.saturating_add(text.len() as u64);
            if self.all > SHEET_LIMIT {
                return Err(Fault::TooLarge(SHEET_LIMIT));
            }
        }
        if value.is_some() || cell.formula {
            let (column, formula) = (cell.column, cell.formula);
            self.row.cells.push(Cell {
                column,
                value,
                formula,
            });
        }
        Ok(())
    }

    fn value_of(&mut self, cell: &Pending) -> Result<Option<Value>, Fault> {
        let room = ROW_BYTES.saturating_sub(self.bytes);
        let text = |text: &str| {
            let text = text.trim();
            if text.len() > room {
                return Err(Fault::RowTooLong(ROW_BYTES as u64));
            }
            Ok((!text.is_empty()).then(|| Value::Text(text.to_owned())))
        };
        let stored = self.text.trim();
        Ok(match cell.kind {
            Kind::Text => text(&plain(&self.text))?,
            _ if stored.is_empty() => None,
            Kind::String => {
                let index = stored.parse().map_err(|_| Fault::String)?;
                text(self.strings.get(index)?)?
            }
            Kind::YesNo => Some(Value::YesNo(stored == "1" || stored == "true")),
            Kind::Error => Some(Value::Error(stored.to_owned())),
            // ISO 8601, in strict workbooks.
            Kind::Day => match stored.get(..10).and_then(dossier::parse_day) {
                Some(day) => Some(Value::Day(day)),
                None => return Err(Fault::Number),
            },
            Kind::Number => {
                let number = number::plain(stored).ok_or(Fault::Number)?;
                let day = self.styles.shows_day(cell.style);
                let day = day.then(|| day_of_serial(&number, self.epoch)).flatten();
                Some(day.map_or(Value::Number(number), Value::Day))
            }
        })
    }
}

/// The column of a place such as `BC12`, from 0.
fn column_of(place: &str) -> Option<usize> {
    let letters = place.bytes().take_while(u8::is_ascii_alphabetic);
    let mut column = 0_usize;
    let mut count = 0;
    for letter in letters {
        count += 1;
        let digit = usize::from(letter.to_ascii_uppercase().wrapping_sub(b'A')) + 1;
        column = column.checked_mul(26)?.checked_add(digit)?;
        if count > 3 {
            return None;
        }
    }
    column.checked_sub(1)
}

#[cfg(test)]
mod tests {
    use super::column_of;

    #[test]
    fn columns_are_counted_in_letters() {
        assert_eq!(column_of("A1"), Some(0));
        assert_eq!(column_of("Z9"), Some(25));
        assert_eq!(column_of("AA1"), Some(26));
        assert_eq!(column_of("XFD1"), Some(16_383));
        assert_eq!(column_of("1"), None);
        assert_eq!(column_of("AAAA1"), None);
    }
}
