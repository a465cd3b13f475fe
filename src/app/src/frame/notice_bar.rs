//! What the person is told once.

use wording::ui::forms as words;
use yew::prelude::*;

use crate::platform::page;
use crate::state::{Action, Notice, use_app};
use crate::ui::{Button, ButtonLook};

/// What the person is told once. The slot is always there.
#[component]
pub(crate) fn NoticeBar() -> Html {
    let app = use_app();
    let dispatcher = app.dispatcher();
    let on_undo = use_callback((), {
        let dispatcher = dispatcher.clone();
        move |(), ()| {
            // The buttons go away: the focus moves to the screen before.
            page::focus("main");
            dispatcher.dispatch(Action::Undo);
        }
    });
    let on_close = use_callback((), move |(), ()| {
        page::focus("main");
        dispatcher.dispatch(Action::Notice(None));
    });
    let told = app.notice.as_ref();
    html! {
        <div class="notice-slot" role="status" aria-live="polite">
            if let Some(notice) = told {
                <div class={classes!("notice", look(notice))}>
                    <p>{ text(notice) }</p>
                    <div class="cluster">
                        if can_undo(notice) {
                            <Button label={words::UNDO} on_press={on_undo} />
                        }
                        <Button label={words::CLOSE} look={ButtonLook::Quiet} on_press={on_close} />
                    </div>
                </div>
            }
        </div>
    }
}

fn text(notice: &Notice) -> String {
    match notice {
        Notice::Removed => words::REMOVED.to_owned(),
        Notice::Copied => words::COPIED.to_owned(),
        Notice::Opened => words::OPENED.to_owned(),
        Notice::OtherBook(book) => words::other_book(&wording::plain::shown(book)),
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
        Notice::NotADraft(_) | Notice::Unreadable => "notice--danger",
        Notice::SetAside | Notice::Removed | Notice::Cleared | Notice::OtherBook(_) => {
            "notice--warning"
        }
        _ => "notice--good",
    }
}

fn can_undo(notice: &Notice) -> bool {
    use Notice::{Cleared, Opened, OtherBook, Removed};
    matches!(notice, Removed | Opened | OtherBook(_) | Cleared)
}
