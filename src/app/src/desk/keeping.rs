//! Keeping the draft at each change, and its evidence as far as there is room.
//!
//! What is typed is kept a moment later, so that no key waits for it: [`DELAY`] after the first key that is not kept yet,
//! and at once when the page is hidden or left, another tab takes over, anything else is done, or all has failed.

use std::cell::RefCell;
use std::rc::Rc;

use dossier::{Dossier, Pledge};
use gloo::timers::callback::Timeout;
use yew::platform::spawn_local;
use yew::prelude::*;

use crate::platform::idle;
use crate::platform::storage::{self, Kept};
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

/// How long what is typed is not kept, in milliseconds: the verdict is drawn first.
const DELAY: u32 = 25;

thread_local! {
    /// The draft as it is drawn, and whether it is still to be kept.
    static LATEST: RefCell<Option<Latest>> = const { RefCell::new(None) };
}

/// The draft as it is drawn.
struct Latest {
    app: AppHandle,
    memory: Rc<RefCell<Memory>>,
    /// Until it is kept.
    waiting: Option<Timeout>,
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
    // The same until something is judged.
    let judged = use_memo(
        (app.judgements, app.rules.later.is_ok(), app.id.clone()),
        |_| app.judged(),
    );
    let parts = (
        content(app),
        app.elsewhere,
        app.pledge_void,
        app.files.clone(),
        app.screen.clone(),
        // What was typed is kept before it is judged, and once more when that changes a verdict.
        judged,
    );
    let (state, typing) = (app.clone(), app.history.typing().is_some());
    // Here and not in an effect: it is on its way even when drawing what comes of it fails.
    use_memo(parts, move |_| {
        remember(state, memory);
        if typing {
            keep_soon();
        } else {
            keep_now();
        }
    });
    let dispatcher = app.dispatcher();
    use_effect_with((), move |()| {
        let listener = storage::on(storage::TAKEN, move || {
            dispatcher.dispatch(Action::Elsewhere(true));
        });
        let leaving = storage::on(storage::ASKED, keep_waiting);
        move || drop((listener, leaving))
    });
}

/// Holds the draft as it is drawn; the time at which it is kept stays as it is.
fn remember(app: AppHandle, memory: Rc<RefCell<Memory>>) {
    let is_other = |latest: &Latest| latest.app.id != app.id;
    if LATEST.with_borrow(|latest| latest.as_ref().is_some_and(is_other)) {
        keep_waiting();
    }
    LATEST.with_borrow_mut(|latest| {
        let former = latest.take().and_then(|latest| latest.waiting);
        *latest = Some(Latest {
            app,
            memory,
            waiting: former,
        });
    });
}

fn keep_soon() {
    LATEST.with_borrow_mut(|latest| {
        if let Some(latest) = latest {
            latest
                .waiting
                .get_or_insert_with(|| idle::in_time(DELAY, keep_waiting));
        }
    });
}

/// Keeps what was typed, unless that was done meanwhile.
fn keep_waiting() {
    let waits = LATEST.with_borrow(|latest| {
        latest
            .as_ref()
            .is_some_and(|latest| latest.waiting.is_some())
    });
    if waits {
        keep_now();
    }
}

/// Keeps the draft as it is drawn.
fn keep_now() {
    let found = LATEST.with_borrow_mut(|latest| {
        let latest = latest.as_mut()?;
        latest.waiting = None;
        Some((latest.app.clone(), Rc::clone(&latest.memory)))
    });
    let Some((app, memory)) = found.filter(|(app, _)| !app.elsewhere) else {
        return;
    };
    let draft = app.draft();
    keep(app, (&draft.write(), &draft.kept_names()), memory);
}

/// When all has failed: keeps what is not kept yet, and gives the draft as text.
pub(crate) fn last_draft() -> String {
    let found = LATEST.try_with(|latest| {
        let latest = latest.try_borrow().ok()?;
        let Latest { app, waiting, .. } = latest.as_ref()?;
        Some((app.clone(), waiting.is_some()))
    });
    let Some((app, waits)) = found.ok().flatten() else {
        return String::new();
    };
    let draft = app.draft();
    let text = draft.write();
    if waits && !app.elsewhere {
        // Whether it worked is of no use any more.
        drop(storage::save(&app.id, &text, &draft.kept_names(), true));
    }
    text
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
