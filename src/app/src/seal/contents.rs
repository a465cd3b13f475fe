//! What is sealed: the dossier, the book, the season, and the files at hand.

use chrono::NaiveDate;
use package::pledge::{self, PledgeState};
use package::readiness::{self, Conditions, Obstacle, Place};
use package::subject::{File, Subject, Submission};

use crate::platform::files::UNICODE;
use crate::state::{AppState, StoredFile};

/// What stands for exactly what is entered now.
pub(crate) fn subject(app: &AppState) -> Subject {
    with(app, |&submission| submission.subject())
}

/// Whether a pledge is given for exactly what is entered now.
pub(crate) fn holds(app: &AppState) -> bool {
    let state = with(app, |submission| {
        pledge::state(app.pledge.as_deref(), submission, app.today)
    });
    !app.pledge_void && state == PledgeState::Valid
}

/// Everything that keeps it from being sealed, and what a portal may refuse.
pub(crate) fn obstacles(app: &AppState) -> Vec<Obstacle> {
    // A pledge that was voided stays void, even when the change is taken back.
    let pledge = app.pledge.as_deref().filter(|_| !app.pledge_void);
    with(app, |submission| {
        readiness::readiness(submission, pledge, &conditions(app))
    })
}

/// What there is to say of the files of a holder.
pub(crate) fn of_files(app: &AppState, holder: &str) -> Vec<Obstacle> {
    let conditions = conditions(app);
    let mut found = with(app, |submission| {
        readiness::readiness(submission, None, &conditions)
    });
    let here =
        |place: &Place| matches!(place, Place::File { holder: other, .. } if other == holder);
    found.retain(|obstacle| here(&obstacle.place));
    found
}

/// How many files are named whose bytes are not at hand.
pub(crate) fn not_at_hand(app: &AppState) -> usize {
    let files = app.dossier.files().into_iter();
    let missing = files.filter(|(holder, name)| app.files.get(holder, name).is_none());
    missing.count()
}

/// How many files are at hand, and how many bytes they have together.
pub(crate) fn weight(app: &AppState) -> (usize, u64) {
    at_hand(app).fold((0, 0), |(count, size), (_, file)| {
        (
            count.saturating_add(1),
            size.saturating_add(file.digest.size),
        )
    })
}

/// The files that the dossier names and that are at hand, with their holders, in the order of
/// the dossier.
pub(crate) fn at_hand(app: &AppState) -> impl Iterator<Item = (&str, &StoredFile)> {
    let named = app.dossier.files().into_iter();
    named.filter_map(|(holder, name)| Some((holder, app.files.get(holder, name)?.as_ref())))
}

/// What is handed in, as it stands.
pub(crate) fn with<T>(app: &AppState, then: impl FnOnce(&Submission<'_>) -> T) -> T {
    let files = at_hand(app).map(|(holder, file)| File {
        holder: holder.to_owned(),
        name: file.name.clone(),
        digest: file.digest,
    });
    let files: Vec<File> = files.collect();
    then(&Submission {
        engine: &app.rules.engine,
        season: &app.season,
        dossier: &app.dossier,
        files: &files,
    })
}

fn conditions(app: &AppState) -> Conditions<'_> {
    let today: NaiveDate = app.today;
    Conditions {
        today,
        unicode: UNICODE,
        target: app.book().target.first(),
    }
}
