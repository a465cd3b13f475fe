//! What is done with drafts: begin, open, copy, remove, bring back, take over.

use dossier::Answer;
use wording::ui::drafts as words;
use yew::platform::spawn_local;

use super::opening::{new_id, opened, shelf};
use crate::platform::storage;
use crate::screen::Screen;
use crate::state::{Action, AppHandle, AppState, Draft, FileShelf, Notice, Opened, RemovedDraft};

/// Begins a draft in which nothing is entered.
pub(super) fn begin(app: &AppHandle) {
    let draft = Draft::of(app.rules.empty_dossier());
    add(app, draft, FileShelf::default(), Notice::Begun);
}

/// Opens a draft that came from a file, beside the others.
pub(super) fn add_opened(app: &AppHandle, mut draft: Draft, files: FileShelf) {
    draft.screen = Screen::Tasks;
    let notice = if draft.dossier.book == app.book().id {
        Notice::Added
    } else {
        Notice::OtherBook(draft.dossier.book.clone(), false)
    };
    add(app, draft, files, notice);
}

fn add(app: &AppHandle, draft: Draft, files: FileShelf, notice: Notice) {
    let app = app.clone();
    spawn_local(async move {
        let id = new_id();
        storage::hold(&id).await;
        app.dispatch(Action::Open(Box::new(Opened {
            id,
            draft: Some(draft),
            files,
            elsewhere: false,
            notice: Some(notice),
        })));
    });
}

/// Opens a draft of the list.
pub(super) fn open(app: &AppHandle, id: &str) {
    let (app, id) = (app.clone(), id.to_owned());
    spawn_local(async move { open_now(&app, &id).await });
}

async fn open_now(app: &AppHandle, id: &str) {
    let Some(mut draft) = read(id).await else {
        return;
    };
    draft.screen = Screen::Tasks;
    let opened = opened(id, draft, None).await;
    app.dispatch(Action::Open(Box::new(opened)));
    storage::sweep().await;
}

/// A draft of the list, as it is kept now.
async fn read(id: &str) -> Option<Draft> {
    let mut drafts = storage::drafts().await.into_iter();
    let found = drafts.find(|draft| draft.id == id)?;
    Draft::read(&found.text).ok()
}

/// Copies a draft of the list.
pub(super) fn copy(app: &AppHandle, id: &str) {
    let (app, id) = (app.clone(), id.to_owned());
    spawn_local(async move {
        let Some(mut draft) = read(&id).await else {
            return;
        };
        let name = name(&app, &draft);
        draft.label = words::copy_of(&name);
        let files = draft.kept_names();
        storage::add(&new_id(), &draft.write(), &files).await;
        let told = Notice::Words(words::copied(&name));
        app.dispatch(Action::Notice(Some(told)));
    });
}

/// Removes a draft of the list. What is worked on makes room for a new one.
pub(super) fn remove(app: &AppHandle, id: &str, name: String) {
    let (app, id) = (app.clone(), id.to_owned());
    spawn_local(async move {
        let was_open = *app.id == *id;
        if was_open {
            let fresh = new_id();
            storage::hold(&fresh).await;
            app.dispatch(Action::Open(Box::new(Opened {
                id: fresh,
                draft: None,
                files: FileShelf::default(),
                elsewhere: false,
                notice: None,
            })));
        }
        if storage::remove(&id).await {
            let removed = RemovedDraft { id, name, was_open };
            let told = Notice::DraftRemoved(removed);
            app.dispatch(Action::Notice(Some(told)));
        }
    });
}

/// Brings back the draft that was removed last.
pub(crate) fn bring_back(app: &AppHandle, removed: &RemovedDraft) {
    let (app, removed) = (app.clone(), removed.clone());
    spawn_local(async move {
        storage::restore().await;
        if removed.was_open {
            open_now(&app, &removed.id).await;
        }
        let told = Notice::Words(words::brought_back(&removed.name));
        app.dispatch(Action::Notice(Some(told)));
    });
}

/// Takes the draft over from the tab that writes it, as it stands there.
pub(super) fn take(app: &AppHandle) {
    let app = app.clone();
    spawn_local(async move {
        let text = storage::take(&app.id).await;
        let draft = text.and_then(|text| Draft::read(&text).ok());
        let Some(mut draft) = draft else {
            return app.dispatch(Action::Elsewhere(false));
        };
        draft.screen = app.screen.clone();
        app.dispatch(Action::Open(Box::new(Opened {
            id: app.id.clone(),
            files: shelf(&draft).await,
            draft: Some(draft),
            elsewhere: false,
            notice: Some(Notice::Words(words::TAKEN_OVER.to_owned())),
        })));
    });
}

/// What a draft is called.
pub(super) fn name(app: &AppState, draft: &Draft) -> String {
    let person = draft.dossier.answer(&app.book().roles.name);
    let person = person.and_then(Answer::text).unwrap_or_default();
    words::name(&draft.label, person, draft.dossier.season)
}
