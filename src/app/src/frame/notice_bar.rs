//! What the person is told once.

use wording::ui::{drafts, forms as words};
use yew::prelude::*;

use crate::desk::bring_back;
use crate::platform::page;
use crate::state::{Action, AppHandle, Notice};
use crate::ui::button;
use crate::ui::el::{classed, el};

/// What the person is told once. The slot is always there.
pub(crate) fn notice_bar(app: &AppHandle) -> Html {
    let slot = classed("div", "notice-slot").set("role", "status");
    let slot = slot.set("aria-live", "polite");
    let Some(notice) = &app.notice else {
        return slot.html();
    };
    let mut cluster = classed("div", "cluster");
    if let Some(on_undo) = undo(app, notice) {
        let undo = button(words::UNDO.into(), on_undo);
        cluster = cluster.put(undo.html());
    }
    let close = button(words::CLOSE.into(), away(app, Action::Notice(None)));
    let told = classed("div", look(notice)).put(el("p").say(&text(notice)).html());
    let told = told.put(cluster.put(close.quiet().html()).html());
    slot.put(told.html()).html()
}

/// Takes an action by which the buttons go away: the focus moves to the screen before.
fn away(app: &AppHandle, action: Action) -> Callback<()> {
    let dispatcher = app.dispatcher();
    Callback::from(move |()| {
        page::focus("main");
        dispatcher.dispatch(action.clone());
    })
}

fn text(notice: &Notice) -> String {
    match notice {
        Notice::Removed => words::REMOVED.to_owned(),
        Notice::Copied => words::COPIED.to_owned(),
        Notice::Opened => words::OPENED.to_owned(),
        Notice::Added => drafts::ADDED.to_owned(),
        Notice::Begun => drafts::BEGUN.to_owned(),
        Notice::DraftRemoved(removed) => drafts::removed(&removed.name),
        Notice::OtherBook(book, undo) => words::other_book(&wording::plain::shown(book), *undo),
        Notice::Cleared => words::CLEARED.to_owned(),
        Notice::Undone => words::UNDONE.to_owned(),
        Notice::Redone => words::REDONE.to_owned(),
        Notice::NotADraft(error) => {
            words::not_a_draft(&wording::fault::dossier_error(error).whole())
        }
        Notice::Unreadable => words::UNREADABLE.to_owned(),
        Notice::SetAside => words::SET_ASIDE.to_owned(),
        Notice::Words(words) => words.clone(),
    }
}

fn look(notice: &Notice) -> &'static str {
    match notice {
        Notice::NotADraft(_) | Notice::Unreadable => "notice notice--danger",
        Notice::SetAside
        | Notice::Removed
        | Notice::DraftRemoved(_)
        | Notice::Cleared
        | Notice::OtherBook(..) => "notice notice--warning",
        _ => "notice notice--good",
    }
}

/// How what is told is undone, when it can be.
fn undo(app: &AppHandle, notice: &Notice) -> Option<Callback<()>> {
    match notice {
        Notice::DraftRemoved(removed) => {
            let (app, removed) = (app.clone(), removed.clone());
            Some(Callback::from(move |()| bring_back(&app, &removed)))
        }
        Notice::Removed | Notice::Opened | Notice::OtherBook(_, true) | Notice::Cleared => {
            Some(away(app, Action::Undo))
        }
        _ => None,
    }
}
