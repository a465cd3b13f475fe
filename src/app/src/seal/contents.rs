//! What is sealed: the dossier, the pledge, the files at hand, and what the worker says of them.

use errand::{Errand, Hindrance, Mend, Portal, Survey, Work};
use package::subject::File;
use yew::platform::spawn_local;
use yew::prelude::*;

use crate::platform::blob::FileBlob;
use crate::platform::desk::{self, Answered, Watch};
use crate::screen::Screen;
use crate::state::{Action, AppHandle, AppState, StoredFile, SurveyState};

/// Whether a pledge is given for exactly what is entered now. The worker has the last word, as
/// soon as it has said something.
pub(crate) fn holds(app: &AppState) -> bool {
    let given = app.pledge.is_some() && !app.pledge_void;
    given && app.survey().survey().is_none_or(|survey| survey.holds)
}

/// What there is to say of the files of a holder.
pub(crate) fn of_files<'a>(app: &'a AppState, holder: &'a str) -> Vec<&'a Hindrance> {
    // What was said last, until the next: a file that is there does not change by what is typed.
    let said = app.surveyed.1.survey();
    let said = said.into_iter().flat_map(|survey| {
        let portal = portal(app, survey).map(|portal| &portal.hindrances);
        survey.hindrances.iter().chain(portal.into_iter().flatten())
    });
    let here = |mend: &Mend| matches!(mend, Mend::Evidence(other) if other == holder);
    said.filter(|found| found.file.is_some() && here(&found.mend))
        .collect()
}

/// The portal that the files are held against: the chosen one, else the book's first.
pub(crate) fn portal<'a>(app: &AppState, survey: &'a Survey) -> Option<&'a Portal> {
    let mut portals = survey.portals.iter();
    let chosen = portals.find(|portal| *portal.id == *app.portal);
    chosen.or_else(|| survey.portals.first())
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

/// The handles of the files of [`work`], in the same order.
pub(crate) fn blobs(app: &AppState) -> Vec<FileBlob> {
    at_hand(app).map(|(_, file)| file.blob.clone()).collect()
}

/// What is entered, as it goes to the worker.
pub(crate) fn work(app: &AppState) -> Work {
    let files = at_hand(app).map(|(holder, file)| File {
        holder: holder.to_owned(),
        name: file.name.clone(),
        digest: file.digest,
    });
    // A pledge that was voided stays void, even when the change is taken back.
    let pledge = app.pledge.as_deref().filter(|_| !app.pledge_void);
    Work {
        book: app.book().id.clone(),
        season: app.season.year,
        today: app.today,
        dossier: (*app.dossier).clone(),
        pledge: pledge.cloned(),
        files: files.collect(),
    }
}

/// Asks the worker what is in the way of sealing what is entered.
///
/// # Errors
/// Why it says nothing, in a sentence.
pub(crate) async fn survey(app: &AppState) -> Result<Survey, String> {
    let errand = Errand::Survey(Box::new(work(app)));
    let Answered { answer, .. } = desk::ask(&errand, &blobs(app), Watch::default()).await?;
    Ok(answer)
}

/// Has the worker look at every change, on the screens that show what it says.
#[hook]
pub(crate) fn use_survey(app: &AppHandle) {
    let wanted = is_shown(app).then_some(app.content);
    let app = app.clone();
    let later = app.rules.later.ok().map(|later| later.behind);
    use_effect_with((wanted, later.is_some()), move |(wanted, _)| {
        if let Some(later) = later.filter(|_| wanted.is_some() && app.survey().survey().is_none()) {
            (later.survey)(app);
        }
    });
}

/// Has the worker look at what is entered now.
pub(crate) fn survey_now(app: AppHandle) {
    spawn_local(async move {
        let said = match survey(&app).await {
            Ok(survey) => SurveyState::Here(survey.into()),
            Err(why) => SurveyState::Failed(why),
        };
        app.dispatch(Action::Surveyed(app.content, said));
    });
}

/// Whether the screen shows what the worker says.
fn is_shown(app: &AppState) -> bool {
    match app.screen {
        Screen::Pledge | Screen::Package => true,
        Screen::Materials | Screen::Record { .. } => !app.dossier.files().is_empty(),
        _ => false,
    }
}
