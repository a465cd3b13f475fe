//! Whether a pledge holds.

use {
    crate::subject::{Subject, Submission},
    chrono::NaiveDate,
    dossier::{Answer, Pledge},
    rulebook::{Statement, StatementBy},
};

/// Whether there is a pledge, and whether it holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PledgeState {
    /// None was given.
    Missing,
    /// One was given and does not hold: it has to be given again.
    Void(Vec<PledgeFault>),
    /// It holds.
    Valid,
}

/// Why a pledge does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PledgeFault {
    /// It was given for other content: an answer, a file, the book or the
    /// season has changed since, or it was never given for this.
    OtherContent,
    /// The statement of the book with this id was not confirmed.
    Unconfirmed(String),
    /// The name under it is not the dossier's.
    OtherName {
        /// The name under it.
        typed: String,
    },
    /// It is dated later than the day of looking at it.
    Future(NaiveDate),
}

impl PledgeFault {
    /// Stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::OtherContent => "pledge-other-content",
            Self::Unconfirmed(_) => "pledge-unconfirmed",
            Self::OtherName { .. } => "pledge-other-name",
            Self::Future(_) => "pledge-future",
        }
    }
}

/// Whether a pledge holds for a submission, seen on the day `today`.
pub fn state(
    pledge: Option<&Pledge>,
    submission: &Submission<'_>,
    today: NaiveDate,
) -> PledgeState {
    let Some(pledge) = pledge else {
        return PledgeState::Missing;
    };
    state_of(pledge, (submission, &submission.subject()), today)
}

/// As [`state`], of a pledge that was given, for a submission whose subject is known.
pub(crate) fn state_of(
    pledge: &Pledge,
    of: (&Submission<'_>, &Subject),
    today: NaiveDate,
) -> PledgeState {
    let faults = faults(pledge, of, today);
    if faults.is_empty() {
        PledgeState::Valid
    } else {
        PledgeState::Void(faults)
    }
}

fn faults(
    pledge: &Pledge,
    (submission, subject): (&Submission<'_>, &Subject),
    today: NaiveDate,
) -> Vec<PledgeFault> {
    let mut faults = Vec::new();
    if pledge.subject != subject.hex() {
        faults.push(PledgeFault::OtherContent);
    }
    for statement in statements(submission) {
        if !pledge.statements.contains(&statement.id) {
            faults.push(PledgeFault::Unconfirmed(statement.id.clone()));
        }
    }
    let name = submission
        .dossier
        .answer(&submission.engine.book().roles.name);
    let name = name.and_then(Answer::text).map(str::trim);
    if name.is_none_or(|name| name.is_empty() || name != pledge.name.trim()) {
        let typed = pledge.name.clone();
        faults.push(PledgeFault::OtherName { typed });
    }
    if pledge.date > today {
        faults.push(PledgeFault::Future(pledge.date));
    }
    faults
}

/// The statements that an applicant confirms, each on its own.
fn statements<'a>(submission: &Submission<'a>) -> impl Iterator<Item = &'a Statement> {
    let statements = submission.engine.book().statement.iter();
    statements.filter(|statement| statement.by == StatementBy::Applicant)
}
