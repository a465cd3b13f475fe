//! What a thread does with one input.

use std::cell::RefCell;
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Arc;

use chrono::NaiveDate;
use dossier::Dossier;
use package::container::{Blocking, wait};
use package::subject::File;
use roster::{Candidate, Entered, Problem, Row};
use rulebook::notation::stated_records;
use screening::{LookFault, Looked, Origin, Recall, Refused, Said, Screened, Told, look};
use wording::desk::{Found, Person, of_endorsed, of_fault, of_package, refused_roster};

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
    pub(crate) left: RowLeft,
    pub(crate) line: Line,
}

/// What is left of a row once its line is told.
pub(crate) struct RowLeft {
    pub(crate) of: Arc<Table>,
    /// Its sheet; none in CSV.
    pub(crate) sheet: Option<String>,
    /// The row in the sheet, or the line in the file.
    pub(crate) number: u32,
    /// Its `编号`.
    pub(crate) key: String,
    /// What is wrong with the row itself.
    pub(crate) problems: Vec<Told>,
}

/// An input on its way to a line, step by step.
pub(super) enum Step<'w> {
    /// A row of a roster as it is entered.
    Entered(Box<(Place, Entered)>),
    /// The same, typed.
    Typed(Box<Typed<'w>>),
    /// The same, judged.
    Judged(Box<Typed<'w>>, Box<Said>),
    /// A line; of a row what is left of it.
    Line(Option<Box<RowLeft>>, Box<Screened>),
    Refused(Refused),
    /// A blank row.
    Nothing,
}

impl Step<'_> {
    /// Puts into words who is judged.
    pub(super) fn told(self) -> Self {
        match self {
            Self::Judged(typed, said) => {
                let Typed {
                    place,
                    row,
                    candidate,
                    person,
                } = *typed;
                let dossier = (&candidate.dossier, [].as_slice());
                let all = told(&row.problems);
                let line = person.line(place.found(&candidate), dossier, (*said, all));
                let left = RowLeft {
                    problems: told(row.own_problems()),
                    of: place.of,
                    sheet: row.sheet,
                    number: row.number,
                    key: candidate.key,
                };
                Self::Line(Some(left.into()), line.into())
            }
            other => other,
        }
    }
}

/// A row that is typed.
pub(super) struct Typed<'w> {
    place: Place,
    row: Row,
    candidate: Candidate,
    person: Person<'w>,
}

/// Where a row stands.
pub(super) struct Place {
    of: Arc<Table>,
    /// The file and the row in it.
    input: String,
}

impl Place {
    fn found<'f>(&'f self, candidate: &'f Candidate) -> Found<'f> {
        Found {
            input: &self.input,
            origin: Origin::Roster,
            name: &candidate.key,
        }
    }
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

    /// The first step with one input: what stands in a row, or the line of anything else.
    pub(super) fn read(&self, task: Task) -> Step<'_> {
        let done = match task {
            Task::Refused(refused) => Err(refused),
            Task::File(path) => self.file(&path),
            Task::Line { name, bytes } => self.line(&name, bytes),
            Task::Row { of, row } => {
                let input = wording::desk::row_of(&of.name, row.number().into());
                match row.entered(&of.context) {
                    Ok(entered) => return Step::Entered((Place { of, input }, entered).into()),
                    Err(message) => Err(Refused::unreadable(input, Origin::Roster, message)),
                }
            }
        };
        match done {
            Ok(line) => Step::Line(None, line.into()),
            Err(refused) => Step::Refused(refused),
        }
    }

    /// Types a row that is entered.
    pub(super) fn typed<'w>(&'w self, step: Step<'w>) -> Step<'w> {
        match step {
            Step::Entered(entered) => {
                let (place, entered) = *entered;
                self.person(place, entered)
            }
            other => other,
        }
    }

    /// Judges who is typed.
    pub(super) fn judged<'w>(&'w self, step: Step<'w>) -> Step<'w> {
        match step {
            Step::Typed(typed) => {
                let dossier = &typed.candidate.dossier;
                let said = typed.person.judged(dossier, &mut self.recall.borrow_mut());
                Step::Judged(typed, said.into())
            }
            other => other,
        }
    }

    /// The last step: the text of the line is put behind `text`.
    pub(super) fn written(&self, step: Step<'_>, text: &mut String) -> Outcome {
        match step {
            Step::Line(left, screened) => {
                let line = self.form.line(&screened, text);
                match left {
                    Some(left) => Outcome::Row(RowDone { left: *left, line }.into()),
                    None => Outcome::Screened(line),
                }
            }
            Step::Refused(refused) => Outcome::Refused(refused),
            _ => Outcome::Nothing,
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
    ) -> Result<Screened, Refused> {
        let desk = self.words().map_err(|message| unread(found, message))?;
        let person = Person::of_dossier(&desk, found, (dossier, self.form.brief))?;
        let said = person.judged(dossier, &mut self.recall.borrow_mut());
        Ok(person.line(found, (dossier, files), (said, Vec::new())))
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
                self.dossier(found, (&draft.dossier, &draft.files))
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
        self.dossier(found, (&dossier, &[]))
    }

    fn person(&self, place: Place, entered: Entered) -> Step<'_> {
        let stated = self.stated(&entered);
        let mut row = match &stated {
            Some(_) => entered.into_row(),
            None => entered.whole(place.of.context.book()),
        };
        if row.is_refused() {
            return Step::Refused(refused_roster(&place.input, &row.problems));
        }
        let Some(candidate) = row.candidate.take() else {
            return Step::Nothing;
        };
        let person = stated.map_or_else(|| self.of_dossier(&place, &candidate), Ok);
        match person {
            Ok(person) => Step::Typed(
                Typed {
                    place,
                    row,
                    candidate,
                    person,
                }
                .into(),
            ),
            Err(refused) => Step::Refused(refused),
        }
    }

    fn of_dossier(&self, place: &Place, candidate: &Candidate) -> Result<Person<'_>, Refused> {
        let found = place.found(candidate);
        let desk = self.words().map_err(|message| unread(found, message))?;
        Person::of_dossier(&desk, found, (&candidate.dossier, self.form.brief))
    }

    /// A candidate whose records are stated, where nothing is wrong with them: as most are, without a dossier.
    fn stated(&self, entered: &Entered) -> Option<Person<'_>> {
        let (candidate, text) = entered.stated()?;
        let words = self.words().ok()?;
        // Records go by their places in the book by which they are judged.
        let engine = words.known(&candidate.dossier.book)?;
        let records = stated_records(text, engine.book())?;
        let asked = (&candidate.dossier, &records, self.form.brief);
        Person::of_stated(&words, asked, &mut self.recall.borrow_mut())
    }
}

/// What is wrong with a row, in words.
fn told<'p>(problems: impl IntoIterator<Item = &'p Problem>) -> Vec<Told> {
    problems.into_iter().map(wording::desk::of_roster).collect()
}

fn unread(found: Found<'_>, message: String) -> Refused {
    Refused::unreadable(found.input, found.origin, message)
}
