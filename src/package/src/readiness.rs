//! Whether a dossier is ready to be sealed: everything that is in the way, not
//! only the first. Verdicts do not count here: whoever falls short may still
//! hand in.

mod answers;
mod files;
mod obstacle;
mod papers;
mod returns;

pub use {
    files::portal,
    obstacle::{Obstacle, ObstacleKind, Place},
};

use {
    crate::{
        look::Look,
        name::Unicode,
        pledge::{self, PledgeState},
        severity::Severity,
        subject::Submission,
    },
    assess::Assessment,
    chrono::NaiveDate,
    dossier::{Answer, Dossier, Pledge},
    rulebook::{Book, Target},
};

/// Which of a book's target profiles holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TargetChoice<'a> {
    /// None: no portal is looked at.
    Nowhere,
    /// The one that the dossier names; the first of the book while it names none.
    OfDossier,
    /// The one with this id.
    Named(&'a str),
}

/// The target profile of a book that holds for a dossier; none when there is
/// no such profile.
pub fn target<'a>(
    book: &'a Book,
    dossier: &Dossier,
    choice: TargetChoice<'_>,
) -> Option<&'a Target> {
    let named = |id: &str| book.target.iter().find(|target| target.id == id);
    match choice {
        TargetChoice::Nowhere => None,
        TargetChoice::Named(id) => named(id),
        TargetChoice::OfDossier => {
            let answer = book.roles.target.as_deref();
            let answer = answer.and_then(|question| dossier.answer(question)?.text());
            answer.and_then(named).or_else(|| book.target.first())
        }
    }
}

/// What is known besides, for the return check.
#[derive(Debug, Clone, Copy, Default)]
pub struct Extra<'a> {
    /// A look at each file, in the order of the submission's; none where nobody
    /// has looked.
    pub looks: &'a [Option<Look>],
    /// What the book makes of the dossier.
    pub assessment: Option<&'a Assessment>,
}

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

/// The return check (退回预检): [`readiness`], and behind it what applications
/// come back for besides, as warnings, and what only a person can see, as
/// notices.
pub fn precheck(
    submission: &Submission<'_>,
    pledge: Option<&Pledge>,
    conditions: &Conditions<'_>,
    extra: &Extra<'_>,
) -> Vec<Obstacle> {
    let mut survey = Survey {
        submission: *submission,
        conditions: *conditions,
        found: readiness(submission, pledge, conditions),
    };
    survey.looks(extra.looks);
    survey.further_papers();
    if let Some(assessment) = extra.assessment {
        survey.eligibility(assessment);
    }
    survey.for_a_person();
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
