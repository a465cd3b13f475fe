//! What is in the way of sealing, in words and with where it is mended.

use assess::Place as Spot;
use errand::{Hindrance, Mend, Portal, Survey, Work};
use package::look::Look;
use package::pledge::{self, PledgeState};
use package::readiness::{self, Conditions, Extra, Obstacle, ObstacleKind, Place, TargetChoice};
use package::subject::Submission;
use wording::ui::seal as words;

use crate::desk::Desk;

/// The return check, with a look at each file in the order of [`Work::files`]; none when book
/// or season is not known.
pub fn survey(desk: &Desk, work: &Work, looks: &[Option<Look>]) -> Option<Survey> {
    desk.with(work, |submission| {
        let conditions = Conditions {
            today: work.today,
            unicode: desk.unicode(),
            target: None,
        };
        let pledge = work.pledge.as_ref();
        let (season, today) = (submission.season, work.today);
        let assessment = submission.engine.assess(&work.dossier, season, today);
        let extra = Extra {
            looks,
            assessment: Some(&assessment),
        };
        let obstacles = readiness::precheck(submission, pledge, &conditions, &extra);
        let subject = submission.subject();
        Survey {
            subject: subject.hex(),
            code: subject.code().to_string(),
            holds: pledge::state(pledge, submission, today) == PledgeState::Valid,
            hindrances: told(submission, &obstacles),
            portals: portals(submission),
        }
    })
}

/// What each portal may refuse, first the one that holds while nobody chooses.
fn portals(submission: &Submission<'_>) -> Vec<Portal> {
    let book = submission.engine.book();
    let chosen = readiness::target(book, submission.dossier, TargetChoice::OfDossier);
    let others = book.target.iter();
    let others = others.filter(|target| chosen.is_none_or(|chosen| chosen.id != target.id));
    let portals = chosen.into_iter().chain(others).map(|target| Portal {
        id: target.id.clone(),
        label: target.label.clone(),
        authority: wording::term::authority(target.authority).to_owned(),
        hindrances: told(submission, &readiness::portal(submission, target)),
    });
    portals.collect()
}

fn told(submission: &Submission<'_>, obstacles: &[Obstacle]) -> Vec<Hindrance> {
    let told = obstacles
        .iter()
        .map(|obstacle| hindrance(submission, obstacle));
    told.collect()
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
        place: words::obstacle_place(book, submission.dossier, obstacle),
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
