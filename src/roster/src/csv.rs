//! Rosters in CSV: a header, and a person a row.

use std::borrow::Cow;

use rulebook::Book;
use sheet::Epoch;
use sheet::csv::{Charset, Decode, Ends, RowFault, Separator, row};

use crate::MOST_BYTES;
use crate::columns::Columns;
use crate::mapping::Mapping;
use crate::people::{Entered, People};
use crate::problem::{Problem, ProblemKind};
use crate::read::Reading;
use crate::roster::{Gathered, Roster, Row};

/// What the beginning of a file tells: how to read its rows, each for itself.
#[derive(Clone, Debug)]
pub struct Head {
    charset: Charset,
    separator: Separator,
    columns: Columns,
    /// What is wrong with single headers.
    pub problems: Vec<Problem>,
}

impl Head {
    /// Reads the header. `beginning` are the first bytes of the file, 64 KiB or all of it; `header` its first row.
    ///
    /// # Errors
    /// When nothing in the file can be read.
    pub fn read(
        beginning: &[u8],
        header: &[u8],
        reading: &Reading<'_>,
    ) -> Result<Self, Box<Problem>> {
        let whole = |kind| Box::new(Problem::of_file(kind));
        let charset = Charset::of(beginning, reading.decode);
        match charset {
            Charset::Utf16 => return Err(whole(ProblemKind::Utf16)),
            Charset::Ole => return Err(whole(ProblemKind::OldExcel)),
            Charset::Zip | Charset::Binary => return Err(whole(ProblemKind::NotATable)),
            Charset::Ascii | Charset::Utf8 | Charset::Gb18030 => {}
        }
        let text = charset.text(header, reading.decode);
        let text = text.ok_or_else(|| whole(ProblemKind::Encoding))?;
        let text = text.trim_start_matches('\u{feff}');
        let separator = Separator::of(text);
        let header = row(text, separator, 1).map_err(|fault| whole(kind_of(fault)))?;
        if header.is_blank() {
            return Err(whole(ProblemKind::NoHeader));
        }
        let (columns, problems) =
            Columns::read(&header, false, (reading.book, reading.mapping, None));
        Ok(Self {
            charset,
            separator,
            columns,
            problems,
        })
    }

    /// The headers and what they lead to.
    pub fn columns(&self) -> &Columns {
        &self.columns
    }

    /// What the row at a line holds.
    pub fn row(&self, line: (u32, &[u8]), reading: (&Book, &Mapping, Decode)) -> Row {
        self.entered(line, reading).whole(reading.0)
    }

    /// What stands in the row at a line, before what is stated there is done.
    pub fn entered(
        &self,
        (number, bytes): (u32, &[u8]),
        (book, mapping, decode): (&Book, &Mapping, Decode),
    ) -> Entered {
        let refused = |kind| Row::refused((None, number), kind).into();
        if bytes.len() > MOST_BYTES {
            return refused(ProblemKind::TooLong);
        }
        let Some(text) = self.charset.text(bytes, decode) else {
            return refused(ProblemKind::Encoding);
        };
        match row(&text, self.separator, number) {
            Ok(row) => {
                let people = People::new(
                    Cow::Borrowed(&self.columns),
                    (book, mapping),
                    Epoch::default(),
                );
                people.entered(Cow::Owned(row))
            }
            Err(fault) => refused(kind_of(fault)),
        }
    }
}

fn kind_of(fault: RowFault) -> ProblemKind {
    match fault {
        RowFault::OpenQuote => ProblemKind::OpenQuote,
        RowFault::StrayQuote => ProblemKind::StrayQuote,
        RowFault::Nul => ProblemKind::Nul,
    }
}

/// A whole file that is in memory.
pub fn read_csv(bytes: &[u8], reading: &Reading<'_>) -> Roster {
    let mut gathered = Gathered::default();
    let mut rows = rows(bytes);
    let header = rows.next().map_or(&[][..], |(_, row)| row);
    let beginning = bytes.get(..1 << 16).unwrap_or(bytes);
    match Head::read(beginning, header, reading) {
        Err(problem) => gathered.tell([*problem]),
        Ok(head) => {
            gathered.tell(head.problems.iter().cloned());
            for row in rows {
                let context = (reading.book, reading.mapping, reading.decode);
                if gathered.take(head.row(row, context)).is_break() {
                    break;
                }
            }
        }
    }
    gathered.done()
}

/// The rows of a file with the lines on which they begin.
fn rows(bytes: &[u8]) -> impl Iterator<Item = (u32, &[u8])> {
    let mut rest = bytes;
    let mut line = 0_u32;
    std::iter::from_fn(move || {
        let first = line.saturating_add(1);
        let (mut ends, mut length) = (Ends::default(), 0_usize);
        for piece in rest.split_inclusive(|byte| *byte == b'\n') {
            line = line.saturating_add(1);
            length = length.saturating_add(piece.len());
            if ends.line(piece) {
                break;
            }
        }
        let (row, after) = rest
            .split_at_checked(length)
            .filter(|(row, _)| !row.is_empty())?;
        rest = after;
        Some((first, row))
    })
}
