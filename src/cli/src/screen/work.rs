//! What a thread does with one input.

use std::cell::RefCell;
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Arc;

use chrono::NaiveDate;
use dossier::Dossier;
use package::container::{Blocking, wait};
use package::subject::File;
use roster::{Entered, Problem, Row};
use rulebook::notation::stated_records;
use screening::{LookFault, Looked, Origin, Recall, Refused, Screened, Told, look};
use wording::desk::{Found, of_endorsed, of_fault, of_package, of_row, of_stated, refused_roster};

use super::inputs::{Table, Task};
use super::line::{Form, Line};
use crate::args::ScreenOptions;
use crate::input::InputError;
use crate::verify::{Desk, FileSource, failed};

/// What came of one input.
pub(crate) enum Outcome {
    /// A candidate.
    Screened(Line),
    /// A candidate of a roster; whether another row has its `编号` is not known yet.
    Row(Box<RowDone>),
    /// Nobody.
    Refused(Refused),
    /// Nothing: a blank row.
    Nothing,
}

/// What came of a row.
pub(crate) struct RowDone {
    pub(crate) of: Arc<Table>,
    /// Its sheet; none in CSV.
    pub(crate) sheet: Option<String>,
    /// The row in the sheet, or the line in the file.
    pub(crate) number: u32,
    /// Its `编号`.
    pub(crate) key: String,
    /// What is wrong with the row itself.
    pub(crate) problems: Vec<Told>,
    pub(crate) line: Line,
}

/// An input that is read.
pub(super) enum Read {
    Said(Said),
    Row(Arc<Table>, String, Entered),
}

/// What is said of an input.
pub(super) enum Said {
    Screened(Box<Screened>),
    Row(Arc<Table>, Row, Box<Screened>),
    Refused(Refused),
    Nothing,
}

/// Who works.
pub(super) struct Worker<'o> {
    /// Made before for the book, so it can be made again; should it not, every input says why.
    desk: Result<Desk<'o>, String>,
    season: Option<i32>,
    form: Form,
    /// What is remembered from one candidate to the next.
    recall: RefCell<Recall>,
    /// Room that is used again from one file to the next.
    held: RefCell<Vec<u8>>,
}

impl<'o> Worker<'o> {
    pub(super) fn new(options: &'o ScreenOptions, form: Form, today: NaiveDate) -> Self {
        let desk = Desk::new(options.book.as_deref(), today).map(|mut desk| {
            desk.target = options.target.as_deref();
            // A book that was given stands in for a shipped one of its id.
            desk.engines.reverse();
            desk
        });
        Self {
            desk,
            season: options.season,
            form,
            recall: RefCell::default(),
            held: RefCell::default(),
        }
    }

    /// The first step with one input: what stands in a row, or all that is said of anything else.
    pub(super) fn read(&self, task: Task) -> Read {
        let done = match task {
            Task::Refused(refused) => Err(refused),
            Task::File(path) => self.file(&path),
            Task::Line { name, bytes } => self.line(&name, bytes),
            Task::Row { of, row } => {
                let name = wording::desk::row_of(&of.name, row.number().into());
                match row.entered(&of.context) {
                    Ok(entered) => {
                        return Read::Row(of, name, entered);
                    }
                    Err(message) => {
                        let found = Found {
                            input: &name,
                            origin: Origin::Roster,
                            name: "",
                        };
                        Err(unread(found, message))
                    }
                }
            }
        };
        match done {
            Ok(line) => Read::Said(Said::Screened(Box::new(line))),
            Err(refused) => Read::Said(Said::Refused(refused)),
        }
    }

    /// The second: what is said of it.
    pub(super) fn say(&self, read: Read) -> Said {
        match read {
            Read::Said(said) => said,
            Read::Row(of, name, entered) => match self.row(of, &name, entered) {
                Ok(said) => said,
                Err(refused) => Said::Refused(refused),
            },
        }
    }

    /// The last: the text of its line is put behind `text`.
    pub(super) fn write(&self, said: Said, text: &mut String) -> Outcome {
        match said {
            Said::Screened(line) => Outcome::Screened(self.form.line(&line, text)),
            Said::Row(of, row, line) => self.row_done(of, &row, &line, text),
            Said::Refused(refused) => Outcome::Refused(refused),
            Said::Nothing => Outcome::Nothing,
        }
    }

    fn words(&self) -> Result<wording::desk::Desk<'_>, String> {
        let desk = self.desk.as_ref().map_err(Clone::clone)?;
        Ok(wording::desk::Desk {
            engines: &desk.engines,
            seasons: &desk.seasons,
            season: self.season,
            today: desk.today,
        })
    }

    fn dossier(
        &self,
        found: Found<'_>,
        (dossier, files): (&Dossier, &[File]),
        problems: Vec<Told>,
    ) -> Result<Screened, Refused> {
        let desk = self.words().map_err(|message| unread(found, message))?;
        let recall = &mut self.recall.borrow_mut();
        of_row(
            &desk,
            found,
            (dossier, files, self.form.brief),
            (problems, recall),
        )
    }

    fn file(&self, path: &Path) -> Result<Screened, Refused> {
        let name = path.to_string_lossy();
        let origin = if path.extension().is_some_and(|ending| ending == "zip") {
            Origin::Package
        } else {
            Origin::Draft
        };
        let found = Found {
            input: &name,
            origin,
            name: "",
        };
        let desk = self
            .desk
            .as_ref()
            .map_err(|message| unread(found, message.clone()))?;
        let mut room = self.held.borrow_mut();
        let source = FileSource::open_in(&mut room, path);
        let source = source.map_err(|error| unread(found, InputError::Io(error).text()))?;
        let mut source = Blocking(source);
        let mut progress = |_| ControlFlow::Continue(());
        let looked = wait(look(
            &mut source,
            (&desk.receiver(), &desk.calendars),
            &mut progress,
        ));
        source.0.leave(&mut room);
        let looked = looked.map_err(|error| unread(found, failed(&error)))?;
        let words = self.words().map_err(|message| unread(found, message))?;
        match looked {
            Ok(Looked::Package(mut verification)) => {
                desk.compare(&mut verification);
                of_package(
                    &words,
                    Found {
                        origin: Origin::Package,
                        ..found
                    },
                    &verification,
                )
            }
            Ok(Looked::Endorsed(mut endorsed)) => {
                desk.compare_endorsed(&mut endorsed);
                of_endorsed(
                    &words,
                    Found {
                        origin: Origin::Endorsed,
                        ..found
                    },
                    &endorsed,
                )
            }
            Ok(Looked::Draft(draft)) => {
                let found = Found {
                    origin: Origin::Draft,
                    ..found
                };
                self.dossier(found, (&draft.dossier, &draft.files), Vec::new())
            }
            Err(fault) => Err(of_fault(found, &fault)),
        }
    }

    fn line(&self, name: &str, bytes: Result<Vec<u8>, InputError>) -> Result<Screened, Refused> {
        let found = Found {
            input: name,
            origin: Origin::Draft,
            name: "",
        };
        let bytes = bytes.map_err(|error| unread(found, error.text()))?;
        let dossier = Dossier::read(&bytes);
        let dossier = dossier.map_err(|error| of_fault(found, &LookFault::Dossier(error)))?;
        self.dossier(found, (&dossier, &[]), Vec::new())
    }

    fn row(&self, of: Arc<Table>, name: &str, entered: Entered) -> Result<Said, Refused> {
        let found = Found {
            input: name,
            origin: Origin::Roster,
            name: "",
        };
        if let Some(line) = self.stated(found, &entered) {
            return Ok(Said::Row(of, entered.into_row(), Box::new(line)));
        }
        let row = entered.whole(of.context.book());
        if row.is_refused() {
            return Err(refused_roster(name, &row.problems));
        }
        let Some(candidate) = &row.candidate else {
            return Ok(Said::Nothing);
        };
        let found = Found {
            name: &candidate.key,
            ..found
        };
        let line = self.dossier(found, (&candidate.dossier, &[]), told(&row.problems))?;
        Ok(Said::Row(of, row, Box::new(line)))
    }

    /// The line of a candidate whose records are stated, where nothing is wrong with them: as most are, without a dossier.
    fn stated(&self, found: Found<'_>, entered: &Entered) -> Option<Screened> {
        let (candidate, text) = entered.stated()?;
        let words = self.words().ok()?;
        // Records go by their places in the book by which they are judged.
        let engine = words.known(&candidate.dossier.book)?;
        let records = stated_records(text, engine.book())?;
        let found = Found {
            name: &candidate.key,
            ..found
        };
        let problems = || told(&entered.row().problems);
        of_stated(
            &words,
            found,
            (&candidate.dossier, &records, self.form.brief),
            (&problems, &mut self.recall.borrow_mut()),
        )
    }

    fn row_done(&self, of: Arc<Table>, row: &Row, line: &Screened, text: &mut String) -> Outcome {
        let key = row.candidate.as_ref().map(|candidate| &candidate.key);
        Outcome::Row(Box::new(RowDone {
            of,
            sheet: row.sheet.clone(),
            number: row.number,
            key: key.cloned().unwrap_or_default(),
            problems: told(row.own_problems()),
            line: self.form.line(line, text),
        }))
    }
}

/// What is wrong with a row, in words.
fn told<'p>(problems: impl IntoIterator<Item = &'p Problem>) -> Vec<Told> {
    problems.into_iter().map(wording::desk::of_roster).collect()
}

fn unread(found: Found<'_>, message: String) -> Refused {
    Refused::unreadable(found.input, found.origin, message)
}
