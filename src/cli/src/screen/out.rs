//! What is written, and the exit code.

mod kept;
mod keys;
mod page;
mod runs;
mod workbook;

use std::io::{self, Write};

use roster::Problem;
use screening::{Origin, Refused, Same, Tally};
use wording::desk;

use self::kept::Kept;
use self::keys::Keys;
use self::page::Page;
use self::workbook::Workbook;
use super::line::{Form, Line, Shown};
use super::work::{Outcome, RowDone, RowLeft};
use crate::args::ScreenFormat;
use crate::exit::Exit;

/// Who takes what comes.
pub(super) trait Writer {
    /// Takes what came of one input; `text` is that of its group.
    fn take(&mut self, outcome: Outcome, text: &str) -> io::Result<()>;
}

/// Results on their way out. Memory is constant but for what is there twice: keys, and what waits for the end, are put aside.
pub(super) struct Results<O> {
    out: O,
    form: Form,
    begun: bool,
    kept: Kept,
    tally: Tally,
    later: Later,
    keys: Keys,
}

/// What waits for the end.
enum Later {
    Nothing,
    Workbook(Box<Workbook>),
    Page(Box<Page>),
}

impl<O: Write> Results<O> {
    pub(super) fn new(out: O, form: Form) -> Self {
        let later = match form.format {
            ScreenFormat::Xlsx => Later::Workbook(Box::new(Workbook::new())),
            ScreenFormat::Html => Later::Page(Box::default()),
            _ => Later::Nothing,
        };
        Self {
            out,
            form,
            begun: false,
            kept: Kept::default(),
            tally: Tally::default(),
            later,
            keys: Keys::default(),
        }
    }

    /// Writes bytes as they are.
    pub(super) fn bytes(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.out.write_all(bytes)
    }

    /// Writes what has to wait for the end, and the summary on standard error.
    pub(super) fn finish(mut self) -> io::Result<Exit> {
        if self.form.format == ScreenFormat::Template {
            self.out.flush()?;
            return Ok(Exit::Fine);
        }
        if self.form.format == ScreenFormat::Csv {
            self.begin()?;
        }
        let duplicates = self.kept.shared()?;
        let found = duplicates.same();
        self.tally.duplicates(found.len());
        match self.later {
            Later::Workbook(workbook) => workbook.pour(&found, &mut self.out)?,
            Later::Page(page) => page.pour((&found, &self.tally), &mut self.out)?,
            Later::Nothing if self.form.format == ScreenFormat::Json => {
                for same in &found {
                    for piece in same.pieces() {
                        self.out.write_all(piece.as_bytes())?;
                    }
                    writeln!(self.out)?;
                }
            }
            Later::Nothing => {}
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
        self.kept.put_in(&line.claims)?;
        let own = match line.shown {
            Shown::Text(own) => text.get(own).unwrap_or_default(),
            Shown::Cells(cells) => {
                return match &mut self.later {
                    Later::Workbook(workbook) => workbook.candidate(&cells),
                    _ => Ok(()),
                };
            }
        };
        if let Later::Page(page) = &mut self.later {
            return page.candidate(own);
        }
        if self.form.format == ScreenFormat::Csv {
            self.begin()?;
        }
        self.out.write_all(own.as_bytes())
    }

    /// The first row with a `编号` keeps it, the others are refused.
    fn row(&mut self, row: RowDone, text: &str) -> io::Result<()> {
        let RowDone { left, line } = row;
        let RowLeft {
            of,
            sheet,
            number,
            key,
            problems: mut told,
        } = left;
        let Some(other) = self.keys.before(&of, (&key, number))? else {
            return self.line(line, text);
        };
        let problem = Problem::repeated_key((sheet, number), &key, other);
        told.push(desk::of_roster(&problem));
        let input = desk::row_of(&of.name, number.into());
        self.refuse(&Refused::new(input, Origin::Roster, told))
    }

    fn refuse(&mut self, refused: &Refused) -> io::Result<()> {
        self.tally.refuse(refused);
        for line in desk::refused_lines(refused) {
            eprintln!("{line}");
        }
        match &mut self.later {
            Later::Workbook(workbook) => workbook.refused(refused),
            Later::Page(page) => page.refused(refused),
            Later::Nothing if self.form.format == ScreenFormat::Json => {
                writeln!(self.out, "{}", refused.to_json().canonical())
            }
            Later::Nothing => Ok(()),
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
            Outcome::Refused(refused) => self.refuse(&refused),
            Outcome::Nothing => Ok(()),
        }
    }
}
