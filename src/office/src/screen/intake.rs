//! What goes in: files, folders, the template; how far reading is; the end of it all.

use ui::button;
use ui::el::{classed, words as texts};
use wording::desk::office as words;
use yew::html::Scope;
use yew::prelude::*;

use crate::app::{Msg, Root};
use crate::platform::files::{self, Picked};

/// Properties of [`Intake`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct IntakeProps {
    /// Takes files.
    pub(crate) on_files: Callback<Vec<Picked>>,
}

/// A place to pick files and folders, or to drop them on.
#[component]
pub(crate) fn Intake(props: &IntakeProps) -> Html {
    let over = use_state_eq(|| false);
    let on_files = props.on_files.clone();
    let on_pick = Callback::from(move |event: Event| on_files.emit(files::picked(&event)));
    let setter = over.setter();
    let on_over = Callback::from(move |event: DragEvent| {
        event.prevent_default();
        setter.set(true);
    });
    let setter = over.setter();
    let on_leave = Callback::from(move |_: DragEvent| setter.set(false));
    let (setter, on_files) = (over.setter(), props.on_files.clone());
    let on_drop = Callback::from(move |event: DragEvent| {
        event.prevent_default();
        setter.set(false);
        let (on_files, promise) = (on_files.clone(), files::of_drop(&event));
        yew::platform::spawn_local(async move { on_files.emit(files::dropped(promise).await) });
    });
    html! {
        <div
            class={classes!("drop-zone", (*over).then_some("drop-zone--over"))}
            ondragenter={on_over.clone()}
            ondragover={on_over}
            ondragleave={on_leave}
            ondrop={on_drop}
        >
            <span>
                <input
                    type="file"
                    multiple=true
                    class="visually-hidden"
                    id="office-files"
                    aria-describedby="office-kinds"
                    onchange={on_pick.clone()}
                />
                <label class="button button--primary" for="office-files">{ words::CHOOSE }</label>
            </span>
            <span>
                <input
                    type="file"
                    webkitdirectory=true
                    class="visually-hidden"
                    id="office-folder"
                    aria-describedby="office-kinds"
                    onchange={on_pick}
                />
                <label class="button" for="office-folder">{ words::CHOOSE_FOLDER }</label>
            </span>
            <span>{ words::OR_DROP }</span>
            <small class="drop-zone__help" id="office-kinds">{ words::KINDS }</small>
        </div>
    }
}

/// The template, and the end of it all.
pub(crate) fn commands(root: &Root, link: &Scope<Root>) -> Html {
    let template = button(words::TEMPLATE.into(), link.callback(|()| Msg::Template));
    let clear = button(words::CLEAR.into(), link.callback(|()| Msg::Clear)).danger();
    classed("div", "cluster")
        .put(template.html())
        .put(clear.disabled(!root.has_files()).html())
        .html()
}

/// How far reading is, and what was said last. The slot is always there.
pub(crate) fn told(root: &Root, link: &Scope<Root>) -> Html {
    let slot = classed("div", "notice-slot").set("aria-live", "polite");
    let Some(running) = &root.running else {
        let said = classed("p", "office__said").set("id", "office-said");
        return slot.put(said.say(&root.said).html()).html();
    };
    let people = root.shown.lines.len();
    let told = words::progress(running.done, running.all, people);
    let bar = classed("progress", "progress")
        .attr("max", running.all.to_string().into())
        .attr("value", running.done.to_string().into())
        .attr("aria-label", told.clone().into());
    let stop = button(words::STOP.into(), link.callback(|()| Msg::Stop)).quiet();
    let row = classed("div", "cluster").put(bar.html());
    let row = row
        .put(texts("span", "muted number", &told))
        .put(stop.html());
    slot.put(row.html()).html()
}
