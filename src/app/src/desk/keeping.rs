//! Keeping the draft at each change, and its evidence as far as there is room.

use std::cell::RefCell;
use std::rc::Rc;

use dossier::{Dossier, Pledge};
use yew::platform::spawn_local;
use yew::prelude::*;

use crate::platform::storage::{self, Kept};
use crate::rescue;
use crate::seal::contents;
use crate::state::{Action, AppHandle, AppState, SaveState};

/// What counts as a change of a draft to a person.
#[derive(Clone, PartialEq)]
struct Content {
    id: Rc<str>,
    label: Rc<str>,
    dossier: Rc<Dossier>,
    pledge: Option<Rc<Pledge>>,
    portal: Rc<str>,
}

/// What was kept so far.
#[derive(Default)]
struct Memory {
    content: Option<Content>,
    /// The evidence that was named when files were kept last.
    named: Vec<[u8; 32]>,
    /// The evidence that is kept, or is being kept.
    files: Vec<[u8; 32]>,
    /// Whether the browser was asked not to clear storage by itself.
    asked: bool,
}

/// Keeps the draft at each change of what it holds, while this tab is the one that writes it.
#[hook]
pub(crate) fn use_keeping(app: &AppHandle) {
    let memory = use_mut_ref(Memory::default);
    let parts = (
        content(app),
        app.elsewhere,
        app.pledge_void,
        app.files.clone(),
        app.screen.clone(),
        // What was typed is kept before it is judged, and once more when that changes a verdict.
        app.judged(),
    );
    let state = app.clone();
    // Here and not in an effect: it is on its way even when drawing what comes of it fails.
    use_memo(parts, move |_| {
        let draft = state.draft();
        let text = draft.write();
        rescue::remember(&text);
        if !state.elsewhere {
            keep(state, (&text, &draft.kept_names()), memory);
        }
    });
    let dispatcher = app.dispatcher();
    use_effect_with((), move |()| {
        let listener = storage::on(storage::TAKEN, move || {
            dispatcher.dispatch(Action::Elsewhere(true));
        });
        move || drop(listener)
    });
}

fn content(app: &AppState) -> Content {
    Content {
        id: app.id.clone(),
        label: app.label.clone(),
        dossier: app.dossier.clone(),
        pledge: app.pledge.clone(),
        portal: app.portal.clone(),
    }
}

/// Gives the draft to the browser, and says later what became of it.
fn keep(app: AppHandle, (text, files): (&str, &[String]), memory: Rc<RefCell<Memory>>) {
    let former = memory.borrow_mut().content.replace(content(&app));
    let keeps = app.save_state.keeps_drafts();
    // A visitor who has entered nothing, or taken all back, leaves nothing behind.
    if !app.has_content() {
        if matches!(app.save_state, SaveState::Saved | SaveState::Full) {
            let id = app.id.clone();
            spawn_local(async move { storage::forget(&id).await });
        }
        if keeps {
            spawn_local(async move { app.dispatch(Action::Saved(SaveState::Nothing)) });
        }
        return;
    }
    let same = former.filter(|former| former.id == app.id);
    let touched = same.is_some_and(|former| former != content(&app));
    let saving = storage::save(&app.id, text, files, touched);
    spawn_local(async move {
        let state = match saving.await {
            Kept::Saved => SaveState::Saved,
            Kept::Full => SaveState::Full,
            Kept::Refused => SaveState::Refused,
            Kept::Kiosk => SaveState::Kiosk,
            Kept::Taken => return app.dispatch(Action::Elsewhere(true)),
        };
        app.dispatch(Action::Saved(state));
        keep_files(&app, &memory).await;
        if touched && state == SaveState::Saved && is_worth_keeping(&app) {
            let asked = std::mem::replace(&mut memory.borrow_mut().asked, true);
            if !asked {
                storage::persist().await;
            }
        }
    });
}

/// Keeps the evidence that is not kept yet. What found no room is tried again when the evidence
/// changes.
async fn keep_files(app: &AppHandle, memory: &RefCell<Memory>) {
    let at_hand: Vec<_> = contents::at_hand(app).collect();
    let named: Vec<[u8; 32]> = at_hand.iter().map(|(_, file)| file.digest.sha256).collect();
    let changed = {
        let mut memory = memory.borrow_mut();
        // What is named no more may be gone by the time that it is named again.
        memory.files.retain(|digest| named.contains(digest));
        let former = std::mem::replace(&mut memory.named, named);
        former != memory.named
    };
    if !changed {
        return;
    }
    for (_, file) in at_hand {
        let digest = file.digest.sha256;
        if memory.borrow().files.contains(&digest) {
            continue;
        }
        memory.borrow_mut().files.push(digest);
        let kept = storage::keep_file(&file.digest.hex(), &file.blob).await;
        if kept.is_none() {
            let mut memory = memory.borrow_mut();
            memory.files.retain(|other| *other != digest);
        }
        app.dispatch(Action::FileKept(file.digest, kept));
    }
}

/// Whether there is more than a few answers.
fn is_worth_keeping(app: &AppState) -> bool {
    let mut lists = app.dossier.lists.values();
    lists.any(|list| !list.records.is_empty()) || !app.dossier.files().is_empty()
}
