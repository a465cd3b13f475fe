//! Where rows end, and what their cells are.
//!
//! Rows are divided as bytes: neither UTF-8 nor GB18030 has a quotation mark, separator or line end inside a character.

use crate::{Cell, Row, Value};

/// How many bytes are looked through at once.
const PIECE: usize = 64;

/// What stands between cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Separator {
    /// A comma.
    Comma,
    /// A tab.
    Tab,
    /// A semicolon.
    Semicolon,
}

impl Separator {
    /// The one that stands most often outside quotation marks in a header; a comma when none does.
    pub fn of(header: &str) -> Self {
        let mut quoted = false;
        let (mut commas, mut tabs, mut semicolons) = (0_usize, 0_usize, 0_usize);
        for c in header.chars() {
            match c {
                '"' => quoted = !quoted,
                _ if quoted => {}
                ',' => commas = commas.saturating_add(1),
                '\t' => tabs = tabs.saturating_add(1),
                ';' => semicolons = semicolons.saturating_add(1),
                _ => {}
            }
        }
        if tabs > commas.max(semicolons) {
            Self::Tab
        } else if semicolons > commas {
            Self::Semicolon
        } else {
            Self::Comma
        }
    }

    /// The character.
    pub fn char(self) -> char {
        char::from(self.byte())
    }

    const fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Tab => b'\t',
            Self::Semicolon => b';',
        }
    }
}

/// Tells where rows end: a line end inside quotation marks ends none.
#[derive(Clone, Copy, Debug, Default)]
pub struct Ends {
    quoted: bool,
}

impl Ends {
    /// Takes a line with its end; whether the row ends with it.
    pub fn line(&mut self, line: &[u8]) -> bool {
        let odd = line.iter().fold(false, |odd, byte| odd != (*byte == b'"'));
        self.quoted ^= odd;
        !self.quoted
    }
}

/// Why a row has no cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowFault {
    /// A quotation mark that is not closed.
    OpenQuote,
    /// A quotation mark inside a cell that does not begin with one, or text behind a quoted cell.
    StrayQuote,
    /// A NUL character, as in files that are no text.
    Nul,
}

/// The cells of a row, without the blanks around them.
///
/// # Errors
/// See [`RowFault`].
pub fn cells(text: &str, separator: Separator) -> Result<Vec<String>, RowFault> {
    let mut all = Vec::new();
    divide(text, separator, |cell| all.push(cell.to_owned()))?;
    Ok(all)
}

/// The row of a text that stands at a line.
///
/// # Errors
/// See [`RowFault`].
pub fn row(text: &str, separator: Separator, number: u32) -> Result<Row, RowFault> {
    let (mut cells, mut column) = (Vec::new(), 0_usize);
    divide(text, separator, |text| {
        if !text.is_empty() {
            cells.push(Cell {
                column,
                value: Some(Value::Text(text.to_owned())),
                formula: false,
            });
        }
        column = column.saturating_add(1);
    })?;
    Ok(Row { number, cells })
}

/// Gives the cells of a row to `take`, without the blanks around them.
fn divide(text: &str, separator: Separator, mut take: impl FnMut(&str)) -> Result<(), RowFault> {
    let text = text.strip_suffix('\n').unwrap_or(text);
    let mut rest = text.strip_suffix('\r').unwrap_or(text);
    let between = separator.byte();
    let mut quoted = String::new();
    loop {
        let after = if let Some(inner) = rest.strip_prefix('"') {
            quoted.clear();
            let after = unquote(inner, &mut quoted)?;
            take(quoted.trim());
            after
        } else {
            let ends = |byte| byte == between || matches!(byte, b'"' | b'\0');
            let (cell, after) = split_at(rest, ends);
            take(cell.trim());
            after
        };
        let mut after = after.chars();
        match after.next() {
            None => return Ok(()),
            Some('\0') => return Err(RowFault::Nul),
            Some(c) if c == separator.char() => rest = after.as_str(),
            Some(_) => return Err(RowFault::StrayQuote),
        }
    }
}

/// Puts what stands before the closing quotation mark into `cell`; what comes behind it.
fn unquote<'t>(inner: &'t str, cell: &mut String) -> Result<&'t str, RowFault> {
    let mut rest = inner;
    loop {
        let (part, after) = split_at(rest, |byte| matches!(byte, b'"' | b'\r' | b'\0'));
        cell.push_str(part);
        let mut after = after.chars();
        match after.next() {
            None => return Err(RowFault::OpenQuote),
            Some('\0') => return Err(RowFault::Nul),
            Some('"') => match after.as_str().strip_prefix('"') {
                None => return Ok(after.as_str()),
                Some(more) => {
                    cell.push('"');
                    rest = more;
                }
            },
            // A line end is one character.
            Some(_) => rest = after.as_str(),
        }
    }
}

/// A text divided before the first of some bytes of ASCII.
fn split_at(text: &str, ends: impl Fn(u8) -> bool) -> (&str, &str) {
    // Long cells are looked through a piece at a time.
    let (pieces, _) = text.as_bytes().as_chunks::<PIECE>();
    let ends_here = |piece: &[u8; PIECE]| piece.iter().fold(false, |any, byte| any | ends(*byte));
    let passed = pieces.iter().position(ends_here).unwrap_or(pieces.len());
    let passed = passed.saturating_mul(PIECE);
    let rest = text.as_bytes().get(passed..).unwrap_or_default();
    let end = rest.iter().position(|byte| ends(*byte));
    let end = end.map_or(text.len(), |end| end.saturating_add(passed));
    text.split_at_checked(end).unwrap_or((text, ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quoted_cells_keep_separators_quotes_and_line_ends() {
        let read = cells("a,\"b, \"\"c\"\"\r\nd\", e \r\n", Separator::Comma);
        assert_eq!(read.unwrap(), ["a", "b, \"c\"\nd", "e"]);
        assert_eq!(cells("a\t;b", Separator::Tab).unwrap(), ["a", ";b"]);
        assert_eq!(
            cells("a;,b;", Separator::Semicolon).unwrap(),
            ["a", ",b", ""]
        );
    }

    #[test]
    fn long_cells_end_where_short_ones_do() {
        for length in 0..200 {
            let long = "x".repeat(length);
            let read = cells(&format!("{long},\"{long}\",b"), Separator::Comma);
            assert_eq!(read.unwrap(), [&long, &long, "b"]);
        }
    }

    #[test]
    fn the_separator_is_the_one_that_stands_most_often_outside_quotes() {
        assert_eq!(Separator::of("a,b;c,d"), Separator::Comma);
        assert_eq!(Separator::of("a\tb\tc,d"), Separator::Tab);
        assert_eq!(Separator::of("\"a,b,c\";d"), Separator::Semicolon);
        assert_eq!(Separator::of("姓名"), Separator::Comma);
    }

    #[test]
    fn a_row_ends_where_no_quote_is_open() {
        let mut ends = Ends::default();
        assert!(ends.line(b"a,b\n"));
        assert!(!ends.line(b"a,\"b\n"));
        assert!(!ends.line(b"c \"\" d\n"));
        assert!(ends.line(b"e\"\n"));
    }

    #[test]
    fn wrong_quotes_and_nul_are_refused() {
        assert_eq!(cells("\"a", Separator::Comma), Err(RowFault::OpenQuote));
        assert_eq!(cells("a\"", Separator::Comma), Err(RowFault::StrayQuote));
        assert_eq!(cells("\"a\"b", Separator::Comma), Err(RowFault::StrayQuote));
        assert_eq!(cells("a\0", Separator::Comma), Err(RowFault::Nul));
        assert_eq!(cells("\"a\0\"", Separator::Comma), Err(RowFault::Nul));
        assert_eq!(cells("\"a\"\0", Separator::Comma), Err(RowFault::Nul));
        assert_eq!(cells(" \"a\"", Separator::Comma), Err(RowFault::StrayQuote));
        assert_eq!(cells("a\"\0", Separator::Comma), Err(RowFault::StrayQuote));
    }

    #[test]
    fn empty_cells_are_left_out_of_a_row() {
        let row = row("a,,c\n", Separator::Comma, 7).unwrap();
        assert_eq!((row.number, row.cells.len()), (7, 2));
        assert_eq!(
            row.cell(2).unwrap().value,
            Some(Value::Text("c".to_owned()))
        );
        assert_eq!(row.cell(1), None);
    }
}
