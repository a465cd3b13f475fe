//! Undo, redo, save the draft as a file.

use wording::ui::forms as words;
use yew::platform::spawn_local;
use yew::prelude::*;

use crate::desk::save_as_file;
use crate::state::{Action, AppHandle, Notice, act};
use crate::ui::button;
use crate::ui::el::classed;

/// Undo, redo, save the draft as a file.
pub(crate) fn toolbar(app: &AppHandle) -> Html {
    let undo = button(words::UNDO.into(), act(app, Action::Undo)).quiet();
    let redo = button(words::REDO.into(), act(app, Action::Redo)).quiet();
    let save = button(words::SAVE_DRAFT.into(), on_save(app)).quiet();
    // Kiosk mode presses it by this id.
    let save = save.id("save-draft".into());
    let toolbar = classed("div", "toolbar").set("role", "group");
    toolbar
        .set("aria-label", words::TOOLS)
        .put(undo.disabled(!app.history.can_undo()).html())
        .put(redo.disabled(!app.history.can_redo()).html())
        .put(save.disabled(!app.has_content()).html())
        .html()
}

fn on_save(app: &AppHandle) -> Callback<()> {
    let app = app.clone();
    Callback::from(move |()| {
        let app = app.clone();
        spawn_local(async move {
            let told = save_as_file(&app).await;
            app.dispatch(Action::Notice(Some(Notice::Words(told))));
        });
    })
}
