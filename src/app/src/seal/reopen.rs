//! Opening a package again, to go on with it: its answers and its evidence.

mod reading;

use std::cell::Cell;
use std::ops::ControlFlow;
use std::rc::Rc;

use wording::ui::forms;
use wording::ui::seal as words;
use yew::platform::spawn_local;
use yew::prelude::*;

use crate::platform::blob::FileBlob;
use crate::platform::files;
use crate::seal::attach::progress;
use crate::state::{Action, AppHandle, Notice, use_app};
use crate::ui::button;
use crate::ui::el::{classed, el, words as texts};
use reading::{Reopened, read};

/// The id of the file field.
const FIELD_ID: &str = "open-package";

/// How far it is.
#[derive(Clone, Debug, PartialEq)]
enum Stage {
    /// Nothing was picked.
    Idle,
    /// It is to take the place of the present draft: the person is asked.
    Asking(FileBlob),
    /// It is being read.
    Reading {
        /// Bytes read.
        done: u64,
        /// All bytes.
        size: u64,
    },
}

/// Opens a package again. The present draft is replaced only when the person agrees.
#[component]
pub(crate) fn ReopenPackage() -> Html {
    let app = use_app();
    let stage = use_state_eq(|| Stage::Idle);
    let stopped = use_memo((), |()| Cell::new(false));
    let on_open = use_open(&app, &stage, &stopped);
    let on_pick = {
        let parts = (on_open.clone(), stage.setter(), app.has_content());
        use_callback(
            parts,
            |event: Event, (on_open, stage, has_content)| match files::picked(&event)
                .into_iter()
                .next()
            {
                Some(file) if *has_content => stage.set(Stage::Asking(file.blob)),
                Some(file) => on_open.emit(file.blob),
                None => {}
            },
        )
    };
    let on_stop = use_callback((), move |(), ()| stopped.set(true));
    let on_keep = use_callback(stage.setter(), |(), stage| stage.set(Stage::Idle));
    html! {
        <div class="field">
            <label class="field__label" for={FIELD_ID}>{ words::REOPEN }</label>
            <p class="field__help" id={format!("{FIELD_ID}-help")}>{ words::REOPEN_HELP }</p>
            <input
                type="file"
                id={FIELD_ID}
                class="input"
                accept=".zip,application/zip"
                aria-describedby={format!("{FIELD_ID}-help")}
                onchange={on_pick}
            />
            <div class="notice-slot" aria-live="assertive">
                { told(&stage, &on_open, &on_keep, &on_stop) }
            </div>
        </div>
    }
}

/// The question, or how far reading is.
fn told(
    stage: &Stage,
    on_open: &Callback<FileBlob>,
    on_keep: &Callback<()>,
    on_stop: &Callback<()>,
) -> Html {
    match stage {
        Stage::Idle => el("span").html(),
        Stage::Asking(blob) => {
            let blob = blob.clone();
            let on_agree = on_open.reform(move |()| blob.clone());
            let replace = button(forms::REPLACE.into(), on_agree).danger();
            let keep = button(forms::KEEP.into(), on_keep.clone());
            let ways = classed("div", "cluster").put(replace.html());
            classed("div", "notice notice--warning")
                .put(el("p").say(forms::REPLACE_BY_FILE).html())
                .put(ways.put(keep.html()).html())
                .html()
        }
        Stage::Reading { done, size } => {
            let stop = button(words::STOP.into(), on_stop.clone()).quiet();
            classed("div", "cluster")
                .put(progress(words::REOPENING, *done, *size))
                .put(texts("span", "muted", words::REOPENING))
                .put(stop.html())
                .html()
        }
    }
}

/// Reads a package, and takes what is in it.
#[hook]
fn use_open(
    app: &AppHandle,
    stage: &UseStateHandle<Stage>,
    stopped: &Rc<Cell<bool>>,
) -> Callback<FileBlob> {
    let parts = (app.dispatcher(), stage.setter(), stopped.clone());
    use_callback((), move |blob: FileBlob, ()| {
        let (dispatcher, stage, stopped) = parts.clone();
        stopped.set(false);
        spawn_local(async move {
            let size = blob.size();
            let done = Cell::new(0_u64);
            stage.set(Stage::Reading { done: 0, size });
            let progress = |length: u64| {
                done.set(done.get().saturating_add(length).min(size));
                let done = done.get();
                stage.set(Stage::Reading { done, size });
                if stopped.get() {
                    return ControlFlow::Break(());
                }
                ControlFlow::Continue(())
            };
            let read = read(&blob, &progress).await;
            stage.set(Stage::Idle);
            match read {
                Ok(Reopened { dossier, files }) => {
                    dispatcher.dispatch(Action::Load(dossier));
                    for (holder, file) in files {
                        dispatcher.dispatch(Action::AddFile { holder, file });
                    }
                }
                Err(failure) => {
                    let told = words::reopen_failed(&failure);
                    dispatcher.dispatch(Action::Notice(Some(Notice::Words(told))));
                }
            }
        });
    })
}
