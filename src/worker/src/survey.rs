//! What is in the way of sealing, in words and with where it is mended.

use assess::Place as Spot;
use errand::{Hindrance, Mend, Survey, Work};
use package::pledge::{self, PledgeState};
use package::readiness::{self, Conditions, Obstacle, ObstacleKind, Place, TargetChoice};
use package::subject::Submission;
use wording::ui::seal as words;

use crate::desk::Desk;

/// What is in the way of sealing; none when book or season is not known.
pub fn survey(desk: &Desk, work: &Work) -> Option<Survey> {
    desk.with(work, |submission| look(desk, work, submission))
}

fn look(desk: &Desk, work: &Work, submission: &Submission<'_>) -> Survey {
    let book = submission.engine.book();
    let conditions = Conditions {
        today: work.today,
        unicode: desk.unicode(),
        target: readiness::target(book, &work.dossier, TargetChoice::OfDossier),
    };
    let pledge = work.pledge.as_ref();
    let obstacles = readiness::readiness(submission, pledge, &conditions);
    let subject = submission.subject();
    Survey {
        subject: subject.hex(),
        code: subject.code().to_string(),
        holds: pledge::state(pledge, submission, work.today) == PledgeState::Valid,
        hindrances: obstacles
            .iter()
            .map(|obstacle| hindrance(submission, obstacle))
            .collect(),
    }
}

fn hindrance(submission: &Submission<'_>, obstacle: &Obstacle) -> Hindrance {
    let book = submission.engine.book();
    let told = wording::finding::obstacle(book, obstacle).message;
    Hindrance {
        severity: obstacle.severity(),
        mend: mend(obstacle),
        file: match &obstacle.place {
            Place::File { name, .. } => Some(name.clone()),
            _ => None,
        },
        place: words::obstacle_place(book, submission.dossier, &obstacle.place),
        told: told.whole(),
    }
}

/// Where an obstacle is mended.
fn mend(obstacle: &Obstacle) -> Mend {
    match &obstacle.place {
        Place::Answer(Spot::Record { record, .. }) if obstacle.kind == ObstacleKind::NoEvidence => {
            Mend::Evidence(record.clone())
        }
        Place::Answer(spot) => Mend::Answer(spot.clone()),
        Place::Material(id) => Mend::Evidence(id.clone()),
        Place::File { holder, .. } => Mend::Evidence(holder.clone()),
        Place::Pledge => Mend::Pledge,
        Place::Whole => match &obstacle.kind {
            ObstacleKind::OtherBook(_) | ObstacleKind::OtherSeason(_) => Mend::Start,
            _ => Mend::Materials,
        },
    }
}
