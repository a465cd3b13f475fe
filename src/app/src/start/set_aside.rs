//! A stored draft that could not be read.

use wording::ui::forms as words;
use yew::prelude::*;

use crate::platform::{save, storage};
use crate::ui::{Button, ButtonLook};

/// A stored draft that could not be read: offered as a file, never silently dropped.
#[component]
pub(super) fn SetAside() -> Html {
    let aside = use_state(|| None::<String>);
    {
        let setter = aside.setter();
        use_effect_with((), move |()| setter.set(storage::aside()));
    }
    let on_save = use_callback(aside.clone(), |(), aside| {
        if let Some(text) = &**aside {
            save::offer(words::ASIDE_FILE, text, "application/json");
        }
    });
    let on_forget = use_callback(aside.setter(), |(), setter| {
        storage::forget_aside();
        setter.set(None);
    });
    html! {
        <div class="stack">
            if aside.is_some() {
                <p>{ words::ASIDE }</p>
                <div class="cluster">
                    <Button label={words::ASIDE_SAVE} on_press={on_save} />
                    <Button label={words::ASIDE_FORGET} look={ButtonLook::Danger} on_press={on_forget} />
                </div>
            }
        </div>
    }
}
