//! What is written, and the exit code.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::mem;
use std::sync::Arc;

use roster::Problem;
use screening::{Duplicates, Origin, Refused, Same, Screened, Tally};
use wording::desk;

use super::inputs::Csv;
use super::line::{Form, Line, Shown};
use super::work::{Outcome, RowDone};
use crate::args::ScreenFormat;
use crate::exit::Exit;

/// Who takes what comes.
pub(super) trait Writer {
    /// Takes what came of one input; `text` is that of its group.
    fn take(&mut self, outcome: Outcome, text: &str) -> io::Result<()>;
}

/// Results on their way out. Memory is constant but for the keys by which duplicates are found; a workbook and a page are
/// held until the end.
pub(super) struct Results<O> {
    out: O,
    form: Form,
    begun: bool,
    duplicates: Duplicates,
    tally: Tally,
    lines: Vec<Screened>,
    refused: Vec<Refused>,
    keys: Keys,
}

/// The `编号` of the rows of one roster so far, with their lines. Rosters come one after another.
#[derive(Default)]
struct Keys {
    of: Option<Arc<Csv>>,
    seen: BTreeMap<String, u32>,
}

impl Keys {
    /// The line of the row that has this `编号` already; else it is noted.
    fn before(&mut self, of: &Arc<Csv>, (key, line): (&str, u32)) -> Option<u32> {
        if self.of.as_ref().is_none_or(|own| !Arc::ptr_eq(own, of)) {
            self.of = Some(Arc::clone(of));
            self.seen.clear();
        }
        if key.is_empty() {
            return None;
        }
        let before = self.seen.get(key).copied();
        if before.is_none() {
            self.seen.insert(key.to_owned(), line);
        }
        before
    }
}

impl<O: Write> Results<O> {
    pub(super) fn new(out: O, form: Form) -> Self {
        Self {
            out,
            form,
            begun: false,
            duplicates: Duplicates::default(),
            tally: Tally::default(),
            lines: Vec::new(),
            refused: Vec::new(),
            keys: Keys::default(),
        }
    }

    /// Writes bytes as they are.
    pub(super) fn bytes(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.out.write_all(bytes)
    }

    /// Writes what has to wait for the end, and the summary on standard error.
    pub(super) fn finish(mut self) -> io::Result<Exit> {
        let duplicates = mem::take(&mut self.duplicates);
        let found = duplicates.same();
        self.tally.duplicates(found.len());
        match self.form.format {
            ScreenFormat::Template => {
                self.out.flush()?;
                return Ok(Exit::Fine);
            }
            ScreenFormat::Json => {
                for same in &found {
                    for piece in same.pieces() {
                        self.out.write_all(piece.as_bytes())?;
                    }
                    writeln!(self.out)?;
                }
            }
            ScreenFormat::Csv => self.begin()?,
            ScreenFormat::Xlsx => {
                let bytes = desk::workbook(&self.lines, &found, &self.refused);
                self.out.write_all(&bytes)?;
            }
            ScreenFormat::Html => {
                let page = desk::page(&self.lines, &found, &self.refused, &self.tally);
                self.out.write_all(page.as_bytes())?;
            }
            ScreenFormat::Text => {}
        }
        self.out.flush()?;
        tell(&found, &self.tally);
        Ok(if self.tally.is_wrong() {
            Exit::Wrong
        } else {
            Exit::Fine
        })
    }

    fn begin(&mut self) -> io::Result<()> {
        if self.begun {
            return Ok(());
        }
        self.begun = true;
        let header = desk::csv_header(self.form.brief);
        self.out.write_all(header.as_bytes())
    }

    fn line(&mut self, line: Line, text: &str) -> io::Result<()> {
        self.tally.plus(&line.tally);
        self.duplicates.put_in(&line.claims);
        match line.shown {
            Shown::Text(own) => {
                if self.form.format == ScreenFormat::Csv {
                    self.begin()?;
                }
                let line = text.get(own).unwrap_or_default();
                self.out.write_all(line.as_bytes())
            }
            Shown::Held(line) => {
                self.lines.push(*line);
                Ok(())
            }
        }
    }

    /// The first row with a `编号` keeps it, the others are refused.
    fn row(&mut self, row: RowDone, text: &str) -> io::Result<()> {
        let RowDone {
            of,
            number,
            key,
            problems: mut told,
            line,
        } = row;
        let Some(other) = self.keys.before(&of, (&key, number)) else {
            return self.line(line, text);
        };
        let problem = Problem::repeated_key((None, number), &key, other);
        told.push(desk::of_roster(&problem));
        let input = desk::row_of(&of.name, number.into());
        self.refuse(Refused::new(input, Origin::Roster, told))
    }

    fn refuse(&mut self, refused: Refused) -> io::Result<()> {
        self.tally.refuse(&refused);
        for line in desk::refused_lines(&refused) {
            eprintln!("{line}");
        }
        match self.form.format {
            ScreenFormat::Json => writeln!(self.out, "{}", refused.to_json().canonical()),
            ScreenFormat::Xlsx | ScreenFormat::Html => {
                self.refused.push(refused);
                Ok(())
            }
            _ => Ok(()),
        }
    }
}

/// Tells what is the same, and how many there are.
fn tell(found: &[Same<'_>], tally: &Tally) {
    for same in found {
        eprintln!("{}", desk::duplicate(same));
    }
    eprintln!("{}", desk::tally(tally));
}

impl<O: Write> Writer for Results<O> {
    fn take(&mut self, outcome: Outcome, text: &str) -> io::Result<()> {
        match outcome {
            Outcome::Screened(line) => self.line(line, text),
            Outcome::Row(row) => self.row(*row, text),
            Outcome::Refused(refused) => self.refuse(refused),
            Outcome::Nothing => Ok(()),
        }
    }
}
