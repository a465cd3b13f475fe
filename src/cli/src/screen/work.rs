//! What a thread does with one input.

use std::ops::ControlFlow;
use std::path::Path;

use chrono::NaiveDate;
use dossier::Dossier;
use package::container::{Blocking, wait};
use roster::Severity as Loss;
use screening::{LookFault, Looked, Origin, Refused, Screened, Severity, Told, look};
use wording::desk::{Found, of_draft, of_endorsed, of_fault, of_package, refused_roster};

use super::inputs::{Csv, Task};
use crate::args::ScreenOptions;
use crate::input::{self, InputError};
use crate::verify::{Desk, FileSource, failed};

/// What came of one input.
pub(crate) enum Outcome {
    /// A candidate.
    Screened(Box<Screened>),
    /// Nobody.
    Refused(Refused),
    /// Nothing: a blank row.
    Nothing,
}

/// Who works.
pub(super) struct Worker<'o> {
    /// Made before for the book, so it can be made again; should it not, every input says why.
    desk: Result<Desk<'o>, String>,
    season: Option<i32>,
}

impl<'o> Worker<'o> {
    pub(super) fn new(options: &'o ScreenOptions, today: NaiveDate) -> Self {
        let desk = Desk::new(options.book.as_deref(), today).map(|mut desk| {
            desk.target = options.target.as_deref();
            // A book that was given stands in for a shipped one of its id.
            desk.engines.reverse();
            desk
        });
        let season = options.season;
        Self { desk, season }
    }

    pub(super) fn one(&self, task: Task) -> Outcome {
        let done = match task {
            Task::Refused(refused) => Err(refused),
            Task::File(path) => self.file(&path),
            Task::Line { name, bytes } => self.line(&name, bytes),
            Task::Row { of, line, bytes } => match self.row(&of, line, bytes) {
                Ok(Some(line)) => Ok(line),
                Ok(None) => return Outcome::Nothing,
                Err(refused) => Err(refused),
            },
            Task::Candidate {
                name,
                candidate,
                problems,
            } => {
                let person = candidate.key.clone();
                let problems = problems.iter().map(wording::desk::of_roster).collect();
                let found = Found {
                    input: &name,
                    origin: Origin::Roster,
                    name: &person,
                };
                self.dossier(found, &candidate.dossier, problems)
            }
        };
        match done {
            Ok(line) => Outcome::Screened(Box::new(line)),
            Err(refused) => Outcome::Refused(refused),
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
        dossier: &Dossier,
        problems: Vec<Told>,
    ) -> Result<Screened, Refused> {
        let desk = self.words().map_err(|message| unread(found, message))?;
        of_draft(&desk, found, (dossier, &[]), problems)
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
        let source = FileSource::open(path);
        let source = source.map_err(|error| unread(found, InputError::Io(error).text()))?;
        let mut source = Blocking(source);
        let mut progress = |_| ControlFlow::Continue(());
        let looked = wait(look(
            &mut source,
            (&desk.receiver(), &desk.calendars),
            &mut progress,
        ));
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
                of_draft(&words, found, (&draft.dossier, &draft.files), Vec::new())
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
        self.dossier(found, &dossier, Vec::new())
    }

    fn row(
        &self,
        of: &Csv,
        line: u32,
        bytes: Result<Vec<u8>, InputError>,
    ) -> Result<Option<Screened>, Refused> {
        let name = wording::desk::row_of(&of.name, line.into());
        let found = Found {
            input: &name,
            origin: Origin::Roster,
            name: "",
        };
        let bytes = bytes.map_err(|error| unread(found, error.text()))?;
        let context = (
            of.context.book(),
            of.context.mapping(),
            input::gb18030 as sheet::csv::Decode,
        );
        let (candidate, problems) = of.head.candidate((line, &bytes), context);
        let Some(candidate) = candidate else {
            let grave = problems
                .iter()
                .any(|problem| problem.kind.severity() > Loss::Note);
            return if grave {
                Err(refused_roster(&name, &problems))
            } else {
                Ok(None)
            };
        };
        let problems = problems.iter().map(wording::desk::of_roster).collect();
        let found = Found {
            name: &candidate.key,
            ..found
        };
        self.dossier(found, &candidate.dossier, problems).map(Some)
    }
}

fn unread(found: Found<'_>, message: String) -> Refused {
    let told = Told {
        code: "unreadable".to_owned(),
        severity: Severity::Error,
        place: String::new(),
        message,
    };
    Refused::new(found.input, found.origin, vec![told])
}
