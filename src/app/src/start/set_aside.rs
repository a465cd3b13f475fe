//! A stored draft that could not be read.

use wording::ui::forms as words;
use yew::prelude::*;

use crate::platform::{save, storage};
use crate::ui::button;
use crate::ui::el::{classed, el};

/// A stored draft that could not be read: offered as a file, never silently dropped.
#[component]
pub(super) fn SetAside() -> Html {
    let aside = use_state(|| None::<String>);
    {
        let setter = aside.setter();
        use_effect_with((), move |()| setter.set(storage::aside()));
    }
    let slot = classed("div", "stack");
    let Some(text) = (*aside).clone() else {
        return slot.html();
    };
    let on_save = Callback::from(move |()| {
        save::offer(words::ASIDE_FILE, &text, "application/json");
    });
    let setter = aside.setter();
    let on_forget = Callback::from(move |()| {
        storage::forget_aside();
        setter.set(None);
    });
    let save = button(words::ASIDE_SAVE.into(), on_save);
    let forget = button(words::ASIDE_FORGET.into(), on_forget).danger();
    let tools = classed("div", "cluster").put(save.html());
    let slot = slot.put(el("p").say(words::ASIDE).html());
    slot.put(tools.put(forget.html()).html()).html()
}
