//! Undo, redo, save the draft as a file.

use dossier::Dossier;
use wording::ui::forms as words;
use yew::prelude::*;

use crate::platform::save;
use crate::state::{Action, AppHandle, use_app};
use crate::ui::{Button, ButtonLook};

/// Undo, redo, save the draft as a file.
#[component]
pub(crate) fn Toolbar() -> Html {
    let app = use_app();
    let dispatcher = app.dispatcher();
    let on_undo = use_callback((), {
        let dispatcher = dispatcher.clone();
        move |(), ()| dispatcher.dispatch(Action::Undo)
    });
    let on_redo = use_callback((), move |(), ()| dispatcher.dispatch(Action::Redo));
    let on_save = use_save(&app);
    html! {
        <div class="toolbar" role="group" aria-label={words::TOOLS}>
            <Button
                label={words::UNDO}
                look={ButtonLook::Quiet}
                disabled={!app.history.can_undo()}
                on_press={on_undo}
            />
            <Button
                label={words::REDO}
                look={ButtonLook::Quiet}
                disabled={!app.history.can_redo()}
                on_press={on_redo}
            />
            <Button
                label={words::SAVE_DRAFT}
                look={ButtonLook::Quiet}
                disabled={!app.has_content()}
                on_press={on_save}
            />
        </div>
    }
}

#[hook]
fn use_save(app: &AppHandle) -> Callback<()> {
    let name = app.dossier.answer(&app.book().roles.name);
    let name = name.and_then(dossier::Answer::text).unwrap_or_default();
    let file = words::draft_file(name, app.season.year);
    let dispatcher = app.dispatcher();
    use_callback((app.dossier.clone(), file), move |(), (dossier, file)| {
        let text = Dossier::to_json(dossier).pretty();
        let done = save::offer(file, &text, "application/json");
        let told = words::draft_saved(done, file);
        dispatcher.dispatch(Action::Notice(Some(crate::state::Notice::Words(told))));
    })
}
