//! Undo, redo, save the draft as a file.

use wording::ui::drafts::saved_as_file;
use wording::ui::forms as words;
use yew::platform::spawn_local;
use yew::prelude::*;

use crate::behind;
use crate::platform::save;
use crate::state::{Action, AppHandle, AppState, Notice, act};
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
            let told = match behind::load().await {
                Ok(behind) => (behind.save)(&app).await,
                Err(behind::Missing) => answers_as_file(&app),
            };
            app.dispatch(Action::Notice(Some(Notice::Words(told))));
        });
    })
}

/// Offers what was entered, without evidence, where nothing better is there to do it.
fn answers_as_file(app: &AppState) -> String {
    let name = words::draft_file("", app.season.year, "json");
    let done = save::offer(&name, &app.draft().write(), "application/json");
    saved_as_file(done, &name, app.dossier.files().len())
}
