//! Comma-separated rows under RFC 4180, with the line on which each begins.

use super::CaseErrorKind;

/// A row that is not blank.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct TableRow {
    /// The line on which it begins, from 1.
    pub(super) line: usize,
    /// The cells, without the blanks around them.
    pub(super) cells: Vec<String>,
}

impl TableRow {
    /// Whether it is a heading between rows: its first cell begins with `#`.
    pub(super) fn is_heading(&self) -> bool {
        self.cells.first().is_some_and(|cell| cell.starts_with('#'))
    }
}

/// The rows of a table.
///
/// # Errors
/// A quotation mark in the wrong place, with its line.
pub(super) fn read_table(text: &str) -> Result<Vec<TableRow>, (usize, CaseErrorKind)> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let text = text.replace("\r\n", "\n");
    let mut scanner = Scanner::default();
    for c in text.chars() {
        scanner.take(c)?;
    }
    scanner.finish()
}

/// Where the scanner stands in a cell.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum State {
    #[default]
    Start,
    Plain,
    Quoted,
    /// Behind a quotation mark inside a quoted cell: its end, or half of a doubled one.
    Closed,
}

#[derive(Default)]
struct Scanner {
    rows: Vec<TableRow>,
    cells: Vec<String>,
    cell: String,
    state: State,
    /// Line ends seen so far.
    passed: usize,
    /// Line ends seen before this row.
    passed_before_row: usize,
    /// Line ends seen before the quotation mark that is open.
    passed_before_quote: usize,
}

impl Scanner {
    fn take(&mut self, c: char) -> Result<(), (usize, CaseErrorKind)> {
        match (self.state, c) {
            (State::Start, '"') => {
                self.passed_before_quote = self.passed;
                self.state = State::Quoted;
            }
            (State::Quoted, '"') => self.state = State::Closed,
            (State::Closed, '"') => {
                self.cell.push('"');
                self.state = State::Quoted;
            }
            (State::Quoted, c) => self.cell.push(c),
            (_, ',') => self.end_cell(),
            (_, '\n') => self.end_row(),
            (State::Plain, '"') | (State::Closed, _) => {
                return Err((self.passed.saturating_add(1), CaseErrorKind::StrayQuote));
            }
            (State::Start | State::Plain, c) => {
                self.cell.push(c);
                self.state = State::Plain;
            }
        }
        if c == '\n' {
            self.passed = self.passed.saturating_add(1);
            if self.state != State::Quoted {
                self.passed_before_row = self.passed;
            }
        }
        Ok(())
    }

    fn end_cell(&mut self) {
        let cell = std::mem::take(&mut self.cell);
        self.cells.push(cell.trim().to_owned());
        self.state = State::Start;
    }

    fn end_row(&mut self) {
        self.end_cell();
        let cells = std::mem::take(&mut self.cells);
        if cells.iter().any(|cell| !cell.is_empty()) {
            let line = self.passed_before_row.saturating_add(1);
            self.rows.push(TableRow { line, cells });
        }
    }

    fn finish(mut self) -> Result<Vec<TableRow>, (usize, CaseErrorKind)> {
        if self.state == State::Quoted {
            let line = self.passed_before_quote.saturating_add(1);
            return Err((line, CaseErrorKind::OpenQuote));
        }
        self.end_row();
        Ok(self.rows)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> Vec<Vec<String>> {
        let rows = read_table(text).unwrap();
        rows.into_iter().map(|row| row.cells).collect()
    }

    #[test]
    fn quoted_cells_keep_commas_quotes_and_line_ends() {
        assert_eq!(
            cells("a,\"b, \"\"c\"\"\r\nd\",e\r\n"),
            [["a", "b, \"c\"\nd", "e"]]
        );
    }

    #[test]
    fn a_byte_order_mark_blanks_and_a_missing_last_line_end_do_no_harm() {
        assert_eq!(cells("\u{feff} a , b\n,\n\nc,"), [["a", "b"], ["c", ""]]);
    }

    #[test]
    fn rows_know_the_line_on_which_they_begin() {
        let rows = read_table("a\n\n\"b\nc\"\nd\n").unwrap();
        let lines: Vec<_> = rows.iter().map(|row| row.line).collect();
        assert_eq!(lines, [1, 3, 5]);
    }

    #[test]
    fn quotation_marks_in_the_wrong_place_are_refused_with_their_line() {
        let refused = |text| read_table(text).unwrap_err();
        assert_eq!(refused("a\n\"b\nc\n"), (2, CaseErrorKind::OpenQuote));
        assert_eq!(refused("a\nb\"\n"), (2, CaseErrorKind::StrayQuote));
        assert_eq!(refused("\"a\" b\n"), (1, CaseErrorKind::StrayQuote));
    }
}
