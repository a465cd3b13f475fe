//! From a file to lines of the table, a batch at a time.

use std::ops::ControlFlow;

use package::container::Source;
use package::intake::IntakeError;
use package::readiness::TargetChoice;
use roster::{Problem, Severity as Loss};
use screening::{LookFault, Looked, Origin, Refused, Screened, Severity, Told, look};
use wording::desk::office::{STOPPED, UNREADABLE};
use wording::desk::{Found, of_draft, of_endorsed, of_fault, of_package, refused_roster, row_of};

use super::people::{Entry, Held, NoRoster, holds_several};
use super::{Desk, compare};
use crate::errand::{Batch, Input, Trouble};

/// Candidates of a roster in one batch: few enough for the page to take them between two pictures.
const TOGETHER: usize = 24;

/// Gets the number of bytes of each piece, and may stop.
pub(super) type Progress<'a> = &'a mut dyn FnMut(u64) -> ControlFlow<()>;

impl Desk {
    /// A batch of a file. What is wrong with the file is in the batch.
    ///
    /// # Errors
    /// When it was stopped, in a sentence.
    pub async fn screen<S: Source>(
        &self,
        input: &Input,
        source: &mut S,
        progress: Progress<'_>,
    ) -> Result<Batch, String> {
        if holds_several(&input.name) {
            return Ok(match self.roster(input, source).await {
                Ok(held) => self.rows(input, &held),
                Err(NoRoster::Source(_)) => alone(refused(input, Origin::Roster, UNREADABLE)),
                Err(NoRoster::TooLarge(most)) => {
                    let message = wording::command::too_large(most);
                    alone(refused(input, Origin::Roster, &message))
                }
            });
        }
        let mut batch = Batch {
            all: 1,
            ..Batch::default()
        };
        match self.one(input, source, progress).await? {
            Ok(line) => {
                batch.troubles = of_line(&line);
                batch.lines.push((0, line));
            }
            Err(refused) => return Ok(alone(refused)),
        }
        Ok(batch)
    }

    /// The candidate of a package or draft.
    async fn one<S: Source>(
        &self,
        input: &Input,
        source: &mut S,
        progress: Progress<'_>,
    ) -> Result<Result<Screened, Refused>, String> {
        let origin = if input.name.to_ascii_lowercase().ends_with(".zip") {
            Origin::Package
        } else {
            Origin::Draft
        };
        let found = |origin| Found {
            input: &input.name,
            origin,
            name: "",
        };
        let words = self.words(input.today);
        Ok(match self.look(input, source, progress).await {
            Ok(Ok(Looked::Package(verified))) => {
                of_package(&words, found(Origin::Package), &verified)
            }
            Ok(Ok(Looked::Endorsed(endorsed))) => {
                of_endorsed(&words, found(Origin::Endorsed), &endorsed)
            }
            Ok(Ok(Looked::Draft(draft))) => {
                let entered = (&draft.dossier, draft.files.as_slice());
                of_draft(&words, found(Origin::Draft), entered, Vec::new())
            }
            Ok(Err(fault)) => Err(of_fault(found(origin), &fault)),
            Err(IntakeError::Cancelled) => return Err(STOPPED.to_owned()),
            Err(IntakeError::Source(_)) => Err(refused(input, origin, UNREADABLE)),
        })
    }

    /// What a file is, with the printed forms in it compared with what is printed here.
    pub(super) async fn look<S: Source>(
        &self,
        input: &Input,
        source: &mut S,
        progress: Progress<'_>,
    ) -> Result<Result<Looked, LookFault>, IntakeError<S::Error>> {
        let receiver = self.books.receiver(input.today, TargetChoice::OfDossier);
        let mut looked = look(source, (&receiver, &self.calendars), progress).await?;
        match &mut looked {
            Ok(Looked::Package(verification)) => compare(verification),
            Ok(Looked::Endorsed(endorsed)) => {
                if let Some(application) = &mut endorsed.application {
                    compare(application);
                }
                let application = endorsed.application.as_ref();
                let content = application.and_then(|application| application.content.as_ref());
                if let (Some(content), Some(endorsement)) = (content, &endorsed.endorsement) {
                    let page = wording::desk::opinion_page(content, endorsement);
                    endorsed.check_form(page.as_bytes());
                }
            }
            _ => {}
        }
        Ok(looked)
    }

    /// Some people of a roster, or of lines.
    fn rows(&self, input: &Input, held: &Held) -> Batch {
        let from = usize::try_from(input.at).unwrap_or(usize::MAX);
        let number = |place: usize| u64::try_from(place).unwrap_or(u64::MAX);
        let mut batch = Batch {
            all: number(held.entries.len()),
            ..Batch::default()
        };
        if from == 0 && !held.rest.is_empty() {
            let troubles = of_roster(&input.name, &held.rest);
            batch.refuse((0, refused_roster(&input.name, &held.rest)), troubles);
        }
        let entries = held.entries.iter().enumerate();
        for (place, entry) in entries.skip(from).take(TOGETHER) {
            let troubles = of_roster(&input.name, &entry.problems);
            match self.entry(input, entry) {
                Ok(line) => {
                    let known = entry.problems.len();
                    let more = line.problems.iter().skip(known);
                    batch.troubles.extend(troubles);
                    let more = more.filter_map(|told| of_told(&line.input, told));
                    batch.troubles.extend(more);
                    batch.lines.push((number(place), line));
                }
                Err(refused) => batch.refuse((number(place), refused), troubles),
            }
        }
        let next = from.saturating_add(TOGETHER);
        batch.next = (next < held.entries.len()).then(|| number(next));
        batch
    }

    /// The candidate of a row or line.
    fn entry(&self, input: &Input, entry: &Entry) -> Result<Screened, Refused> {
        let name = row_of(&input.name, entry.row.into());
        let found = Found {
            input: &name,
            origin: entry.origin,
            name: &entry.key,
        };
        match &entry.dossier {
            None => Err(refused_roster(&name, &entry.problems)),
            Some(Err(error)) => Err(of_fault(found, &LookFault::Dossier(error.clone()))),
            Some(Ok(dossier)) => {
                let own = entry.problems.iter().map(wording::desk::of_roster);
                let words = self.words(input.today);
                of_draft(&words, found, (dossier, &[]), own.collect())
            }
        }
    }
}

impl Batch {
    /// Takes something from which nobody came; what is wrong with it is told as of a roster, else as of a file.
    fn refuse(&mut self, (place, refused): (u64, Refused), of_roster: Vec<Trouble>) {
        self.troubles.extend(if of_roster.is_empty() {
            of_refused(&refused)
        } else {
            of_roster
        });
        self.refused.push((place, refused));
    }
}

fn alone(refused: Refused) -> Batch {
    Batch {
        troubles: of_refused(&refused),
        refused: vec![(0, refused)],
        ..Batch::default()
    }
}

fn refused(input: &Input, origin: Origin, message: &str) -> Refused {
    Refused::unreadable(input.name.as_str(), origin, message.to_owned())
}

/// What is wrong with a roster, each with its place.
fn of_roster(input: &str, problems: &[Problem]) -> Vec<Trouble> {
    let trouble = |problem: &Problem| {
        let message = wording::desk::roster_problem(problem);
        let place = &problem.place;
        let column = place.column.map(|column| {
            let letters = sheet::letters(column);
            if place.header.is_empty() {
                letters
            } else {
                format!("{}（{letters}）", place.header)
            }
        });
        Trouble {
            input: input.to_owned(),
            sheet: place.sheet.clone().unwrap_or_default(),
            row: if place.row == 0 {
                String::new()
            } else {
                place.row.to_string()
            },
            column: column.unwrap_or_default(),
            value: problem.value.clone(),
            text: message.text,
            remedy: message.remedy,
            code: problem.kind.code().to_owned(),
            grave: problem.kind.severity() > Loss::Note,
        }
    };
    problems.iter().map(trouble).collect()
}

fn of_line(line: &Screened) -> Vec<Trouble> {
    let package = line.package.iter().flat_map(|package| &package.findings);
    let all = package.chain(&line.problems);
    all.filter_map(|told| of_told(&line.input, told)).collect()
}

fn of_refused(refused: &Refused) -> Vec<Trouble> {
    let all = refused.problems.iter();
    all.filter_map(|told| of_told(&refused.input, told))
        .collect()
}

/// What is only to be known stands in the details.
fn of_told(input: &str, told: &Told) -> Option<Trouble> {
    (told.severity > Severity::Notice).then(|| Trouble {
        input: input.to_owned(),
        column: told.place.clone(),
        text: told.message.clone(),
        code: told.code.clone(),
        grave: told.severity == Severity::Error,
        ..Trouble::default()
    })
}
