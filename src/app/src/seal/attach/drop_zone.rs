//! A place to pick files or to drop them on.

use wording::ui::seal as words;
use yew::prelude::*;

use crate::platform::files::{self, Picked};

/// Properties of [`DropZone`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct DropZoneProps {
    /// The id of the file field.
    pub(crate) id: AttrValue,
    /// What the button says.
    pub(crate) choose: &'static str,
    /// What the files are of, read aloud behind that.
    #[prop_or_default]
    pub(crate) about: AttrValue,
    /// What happens to the files.
    pub(crate) help: &'static str,
    /// Whether one file is wanted, and not several.
    #[prop_or_default]
    pub(crate) one: bool,
    /// Called with the files.
    pub(crate) on_files: Callback<Vec<Picked>>,
}

/// A place to pick files or to drop them on.
#[component]
pub(crate) fn DropZone(props: &DropZoneProps) -> Html {
    let over = use_state(|| false);
    let on_pick = use_callback(props.on_files.clone(), |event: Event, on_files| {
        on_files.emit(files::picked(&event));
    });
    let on_drag_over = use_callback(over.clone(), |event: DragEvent, over| {
        event.prevent_default();
        if !**over {
            over.set(true);
        }
    });
    let on_drag_leave = use_callback(over.setter(), |_: DragEvent, over| over.set(false));
    let on_drop = {
        let parts = (props.on_files.clone(), over.setter());
        use_callback(parts, |event: DragEvent, (on_files, over)| {
            event.prevent_default();
            over.set(false);
            on_files.emit(files::dropped(&event));
        })
    };
    use_effect_with((), |()| {
        let guard = files::keep_stray_drops();
        move || drop(guard)
    });
    html! {
        <div
            class={classes!("drop-zone", over.then_some("drop-zone--over"))}
            ondragenter={on_drag_over.clone()}
            ondragover={on_drag_over}
            ondragleave={on_drag_leave}
            ondrop={on_drop}
        >
            <input
                type="file"
                multiple={!props.one}
                class="visually-hidden"
                id={props.id.clone()}
                aria-describedby={format!("{}-help", props.id)}
                onchange={on_pick}
            />
            <label class="button" for={props.id.clone()}>
                { props.choose }
                <span class="visually-hidden">{ props.about.clone() }</span>
            </label>
            <span>{ words::OR_DROP }</span>
            <small class="drop-zone__help" id={format!("{}-help", props.id)}>
                { props.help }
            </small>
        </div>
    }
}
