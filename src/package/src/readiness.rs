//! Whether a dossier is ready to be sealed: everything that is in the way, not
//! only the first. Verdicts do not count here: whoever falls short may still
//! hand in.

mod answers;
mod files;
mod obstacle;
mod papers;

pub use obstacle::{Obstacle, ObstacleKind, Place};

use {
    crate::{
        name::Unicode,
        pledge::{self, PledgeState},
        severity::Severity,
        subject::Submission,
    },
    chrono::NaiveDate,
    dossier::{Answer, Pledge},
    rulebook::Target,
};

/// Under which conditions a dossier is looked at.
#[derive(Debug, Clone, Copy)]
pub struct Conditions<'a> {
    /// The day.
    pub today: NaiveDate,
    /// What Unicode says of letters.
    pub unicode: Unicode,
    /// The portal that the package is for; its limits give warnings.
    pub target: Option<&'a Target>,
}

/// Everything that keeps a dossier from being sealed, and what a portal may
/// refuse: answers first, in the order of the book, then papers, files, pledge.
pub fn readiness(
    submission: &Submission<'_>,
    pledge: Option<&Pledge>,
    conditions: &Conditions<'_>,
) -> Vec<Obstacle> {
    let mut survey = Survey {
        submission: *submission,
        conditions: *conditions,
        found: Vec::new(),
    };
    survey.identity();
    survey.answers();
    survey.papers();
    survey.files();
    survey.limits();
    survey.pledge(pledge);
    survey.found
}

/// Whether nothing among these is an error.
pub fn is_ready(obstacles: &[Obstacle]) -> bool {
    obstacles
        .iter()
        .all(|obstacle| obstacle.severity() < Severity::Error)
}

/// A dossier under survey.
struct Survey<'a> {
    submission: Submission<'a>,
    conditions: Conditions<'a>,
    found: Vec<Obstacle>,
}

impl Survey<'_> {
    fn push(&mut self, place: Place, kind: ObstacleKind) {
        self.found.push(Obstacle { place, kind });
    }

    fn identity(&mut self) {
        let Submission {
            engine,
            season,
            dossier,
            ..
        } = self.submission;
        if dossier.book != engine.book().id {
            self.push(Place::Whole, ObstacleKind::OtherBook(dossier.book.clone()));
        }
        if let Some(year) = dossier.season.filter(|year| *year != season.year) {
            self.push(Place::Whole, ObstacleKind::OtherSeason(year));
        }
    }

    fn pledge(&mut self, pledge: Option<&Pledge>) {
        match pledge::state(pledge, &self.submission, self.conditions.today) {
            PledgeState::Valid => {}
            PledgeState::Missing => self.push(Place::Pledge, ObstacleKind::NoPledge),
            PledgeState::Void(faults) => {
                for fault in faults {
                    self.push(Place::Pledge, ObstacleKind::PledgeVoid(fault));
                }
            }
        }
    }
}

/// Whether there is an answer; blank text is none.
fn is_answered(answer: Option<&Answer>) -> bool {
    answer.is_some_and(|answer| answer.text().is_none_or(|text| !text.trim().is_empty()))
}
