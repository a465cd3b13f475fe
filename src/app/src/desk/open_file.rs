//! Opening a file to go on with it: a draft, or a sealed package with its evidence.

pub(crate) mod reading;

use std::cell::Cell;
use std::ops::ControlFlow;
use std::rc::Rc;

use wording::ui::{drafts as words, forms, seal};
use yew::platform::spawn_local;
use yew::prelude::*;

use super::{drafts::question, moves};
use crate::behind;
use crate::platform::blob::FileBlob;
use crate::platform::files;
use crate::seal::progress;
use crate::state::{Action, AppHandle, Notice, use_app};
use crate::ui::button;
use crate::ui::el::{classed, el, words as texts};
use reading::{Reopened, held};

/// The id of the file field.
const FIELD_ID: &str = "open-draft";

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

/// Opens a file. Where drafts are kept it stands beside the present one; else it takes its place,
/// when the person agrees.
#[component]
pub(super) fn OpenFile() -> Html {
    let app = use_app();
    let stage = use_state_eq(|| Stage::Idle);
    let stopped = use_memo((), |()| Cell::new(false));
    let on_open = use_open(&app, &stage, &stopped);
    let on_pick = {
        let replaces = !app.save_state.keeps_drafts() && app.has_content();
        let parts = (on_open.clone(), stage.setter(), replaces);
        use_callback(
            parts,
            |event: Event, (on_open, stage, replaces)| match files::picked(&event)
                .into_iter()
                .next()
            {
                Some(file) if *replaces => stage.set(Stage::Asking(file.blob)),
                Some(file) => on_open.emit(file.blob),
                None => {}
            },
        )
    };
    let on_stop = use_callback((), move |(), ()| stopped.set(true));
    let on_keep = use_callback(stage.setter(), |(), stage| stage.set(Stage::Idle));
    let help = format!("{FIELD_ID}-help");
    html! {
        <div class="field">
            <label class="field__label" for={FIELD_ID}>{ words::OPEN_FILE }</label>
            <p class="field__help" id={help.clone()}>{ words::OPEN_FILE_HELP }</p>
            <input
                type="file"
                id={FIELD_ID}
                class="visually-hidden"
                accept=".json,.zip,application/json,application/zip"
                aria-describedby={help}
                onchange={on_pick}
            />
            <label class="button" for={FIELD_ID}>{ seal::CHOOSE_FILE }</label>
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
            question(forms::REPLACE_BY_FILE, on_agree, on_keep.clone())
        }
        Stage::Reading { done, size } => {
            let stop = button(seal::STOP.into(), on_stop.clone()).quiet();
            classed("div", "cluster")
                .put(progress(words::OPENING, *done, *size))
                .put(texts("span", "muted", words::OPENING))
                .put(stop.html())
                .html()
        }
    }
}

/// Reads a file, and takes what is in it.
#[hook]
fn use_open(
    app: &AppHandle,
    stage: &UseStateHandle<Stage>,
    stopped: &Rc<Cell<bool>>,
) -> Callback<FileBlob> {
    let parts = (app.clone(), stage.setter(), stopped.clone());
    Callback::from(move |blob: FileBlob| {
        let (app, stage, stopped) = parts.clone();
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
            let read = match behind::load().await {
                Ok(behind) => (behind.read)(&blob, &progress).await,
                Err(behind::Missing) => Err(Notice::Words(forms::PART_MISSING.to_owned())),
            };
            stage.set(Stage::Idle);
            match read {
                Ok(reopened) => take(&app, reopened),
                Err(notice) => app.dispatch(Action::Notice(Some(notice))),
            }
        });
    })
}

fn take(app: &AppHandle, reopened: Reopened) {
    let Reopened { draft, files } = reopened;
    if app.save_state.keeps_drafts() {
        return moves::add_opened(app, draft, files.into_iter().collect());
    }
    let names = |id: &str| held(&draft.dossier, id);
    let files: Vec<_> = files
        .into_iter()
        .map(|(id, file)| (names(&id), file))
        .collect();
    app.dispatch(Action::Load(Box::new(draft)));
    for (holder, file) in files {
        app.dispatch(Action::AddFile { holder, file });
    }
    app.dispatch(Action::Notice(Some(Notice::Opened)));
}
