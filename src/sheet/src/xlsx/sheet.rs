//! The rows of a sheet.

use super::fault::Fault;
use super::read::{Inside, SHEET_LIMIT};
use super::strings::{Strings, plain};
use super::styles::Styles;
use crate::number;
use crate::serial::{Epoch, day_of_serial};
use crate::xml::{Attributes, Event, find};
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

impl Pending {
    /// One of which nothing is said but where the one before it ends.
    fn at(column: usize) -> Self {
        Self {
            column,
            kind: Kind::Number,
            style: 0,
            formula: false,
        }
    }

    /// Takes an attribute; none where there is no such place.
    fn say(&mut self, name: &str, value: &str) -> Option<()> {
        match name {
            "r" => self.column = column_of(value)?,
            "s" => self.style = value.parse().unwrap_or(0),
            "t" => self.kind = Kind::of(value),
            _ => {}
        }
        Some(())
    }

    /// The one that a text begins with, where it is written as nearly all are, with nothing but one text in it; that, and
    /// what stands behind it.
    fn plain(text: &str, column: usize) -> Option<(Self, &str, &str)> {
        let mut cell = Self::at(column);
        let mut rest = text.strip_prefix("<c")?;
        for (name, start) in [("r", " r=\""), ("s", " s=\""), ("t", " t=\"")] {
            if let Some(said) = rest.strip_prefix(start) {
                let end = said
                    .bytes()
                    .position(|byte| matches!(byte, b'"' | b'<' | b'&'))?;
                let (value, after) = said.split_at_checked(end)?;
                cell.say(name, value)?;
                rest = after.strip_prefix('"')?;
            }
        }
        let (text, end) = match rest.strip_prefix("><v>") {
            Some(text) => (text, "</v></c>"),
            None => (rest.strip_prefix("><is><t>")?, "</t></is></c>"),
        };
        let (text, after) = text.split_at_checked(find(text.as_bytes(), [b'<', b'&'])?)?;
        Some((cell, text, after.strip_prefix(end)?))
    }
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
            Event::Open("c", attributes) => {
                let mut cell = Pending::at(self.next);
                // Those of a cell have no prefix.
                for (name, value) in attributes.each() {
                    cell.say(name, &value).ok_or(Fault::Order)?;
                }
                self.begin_cell(cell)?;
            }
            Event::Open("f", _) => {
                if let Some(cell) = &mut self.cell {
                    cell.formula = true;
                }
            }
            Event::Open("v", _) => self.value = true,
            Event::Close("v") => self.value = false,
            Event::Text(text) if self.value && self.cell.is_some() => self.text.push_str(text),
            Event::Close("c") => self.end_cell()?,
            Event::Ahead(text, taken) => taken.set(self.take_cells(text)?),
            Event::Close("row") if !self.row.cells.is_empty() => {
                let number = self.row.number;
                // No more room than they need.
                let cells = self.row.cells.drain(..).collect();
                return Ok(Some(Row { number, cells }));
            }
            _ => {}
        }
        Ok(None)
    }

    /// Takes cells as nearly all are written; how many bytes they are.
    fn take_cells(&mut self, text: &str) -> Result<usize, Fault> {
        let mut rest = text;
        if self.cell.is_none() && !self.value && self.inside.is_plain() {
            while let Some((cell, text, after)) = Pending::plain(rest, self.next) {
                self.begin_cell(cell)?;
                self.text.push_str(text);
                self.end_cell()?;
                rest = after;
            }
        }
        Ok(text.len().saturating_sub(rest.len()))
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

    fn begin_cell(&mut self, cell: Pending) -> Result<(), Fault> {
        if cell.column < self.next || cell.column >= COLUMNS {
            return Err(Fault::Order);
        }
        self.next = cell.column.saturating_add(1);
        self.cell = Some(cell);
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
        let stored = match cell.kind {
            Kind::Text => "",
            _ => self.text.trim(),
        };
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
    use proptest::prelude::*;

    use super::*;
    use crate::xml::Reader;

    /// Cells as nearly all are written, cells as few are, and what contradicts itself.
    const PARTS: &[&str] = &[
        r#"<c r="A1" t="s"><v>0</v></c>"#,
        r#"<c r="B1" s="1"><v>45413</v></c>"#,
        "<c><v>1</v></c>",
        r#"<c t="inlineStr"><is><t>安_x0041_</t></is></c>"#,
        r#"<c t="inlineStr"><is><t>a long text, looked at side by side</t></is></c>"#,
        r#"<c s="9" t="str"><v> </v></c>"#,
        "</row><row>",
        r#"<c t="inlineStr"><is><t>a &amp; b</t></is></c>"#,
        r#"<c t="inlineStr"><is><t></t></is></c>"#,
        r#"<c t="inlineStr"><is><t>x<!-- -->y</t></is></c>"#,
        r#"<c t="inlineStr"><is><r><t>x</t></r></is></c>"#,
        r#"<c t="&#115;"><v>0</v></c>"#,
        r#"<c t="s" s="1"><v>0</v></c>"#,
        "<c t='s'><v>1</v></c >",
        "<c><f>A1</f><v>2</v></c>",
        "<c/>",
        "<c><v>1,5</v></c>",
        r#"<c r="A1" r="B1"><v>1</v></c>"#,
        r#"<c r="1"><v>1</v></c>"#,
        r#"<c t="s"><v>9</v></c>"#,
        r#"<c t="<"><v>1</v></c>"#,
        "<c>",
        "</c>",
        "<v>",
        "</v>",
        "<t>",
        "</t>",
        "<rPh>",
        "</rPh>",
        "<x><x><x><x><x><x><x><x><x><x><x><x><x><x><x><x><x><x><x><x>",
        "text",
        "\u{1}",
    ];

    fn fed(document: &str, taker: &mut dyn FnMut(&Event<'_>) -> Result<(), Fault>) {
        let mut taker = |event: Event<'_>| taker(&event);
        let fed = Reader::default().feed(document.as_bytes(), &mut taker);
        assert_eq!(fed, Ok(()));
    }

    /// The rows of a sheet that comes in these pieces, the last of them, and what is wrong.
    fn rows(pieces: &[&[u8]]) -> (Vec<Row>, u32, Result<(), Fault>) {
        let mut strings = Strings::on(Box::<Vec<u8>>::default());
        fed(
            "<sst><si><t>安全</t></si><si><t>b</t></si></sst>",
            &mut |event| strings.take(event),
        );
        let mut styles = Styles::default();
        fed(
            "<a><cellXfs><xf/><xf numFmtId='14'/></cellXfs></a>",
            &mut |event| styles.take(event),
        );
        let mut sheet = SheetReader::new(&mut strings, &styles, Epoch::Since1900);
        let (mut rows, mut reader) = (Vec::new(), Reader::default());
        let mut taker = |event: Event<'_>| {
            rows.extend(sheet.take(&event)?);
            Ok::<(), Fault>(())
        };
        let mut all = pieces.iter();
        let done = all.try_for_each(|piece| reader.feed(piece, &mut taker));
        (rows, sheet.row(), done)
    }

    proptest! {
        #[test]
        fn a_cell_is_the_same_whole_and_in_pieces(
            parts in prop::collection::vec(prop::sample::select(PARTS), 0..12),
            good in prop::collection::vec(prop::sample::select(PARTS.get(..7).unwrap()), 0..6),
        ) {
            let cells = good.concat() + &parts.concat();
            let sheet = format!("<a><row>{cells}</row></a>");
            let whole = rows(&[sheet.as_bytes()]);
            // Byte by byte none is there as a whole.
            let bytes: Vec<&[u8]> = sheet.as_bytes().chunks(1).collect();
            prop_assert_eq!(&rows(&bytes), &whole);
            for at in 0..sheet.len() {
                let cut = sheet.as_bytes().split_at(at);
                prop_assert_eq!(&rows(&<[&[u8]; 2]>::from(cut)), &whole, "{}", at);
            }
        }
    }

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
