//! Writing the package straight to a place on disk, where the browser can.

use std::cell::Cell;
use std::rc::Rc;

use wording::ui::seal as words;
use yew::platform::spawn_local;
use yew::prelude::*;

use super::sealing::Ready;
use crate::platform::download::{self, Written};
use crate::seal::attach::progress;
use crate::ui::button;
use crate::ui::el::{classed, words as texts};

/// Properties of [`ToPlace`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct ToPlaceProps {
    /// The package.
    pub(super) ready: Rc<Ready>,
}

/// How far writing is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    /// Not begun.
    Idle,
    /// This many bytes are written.
    Writing(u64),
    /// Ended.
    Ended(Written),
}

/// Writes the package straight to a place that the person chooses.
#[component]
pub(super) fn ToPlace(props: &ToPlaceProps) -> Html {
    let stage = use_state_eq(|| Stage::Idle);
    let stopped = use_memo((), |()| Cell::new(false));
    let on_write = {
        let parts = (props.ready.clone(), stage.setter(), stopped.clone());
        use_callback(parts, |(), (ready, stage, stopped)| {
            let (ready, stage, stopped) = (ready.clone(), stage.clone(), stopped.clone());
            stopped.set(false);
            spawn_local(async move {
                let progress = |done| {
                    stage.set(Stage::Writing(done));
                    !stopped.get()
                };
                let end = download::write_to_place(&ready.blob, &ready.file, progress).await;
                stage.set(Stage::Ended(end));
            });
        })
    };
    let on_stop = use_callback((), move |(), ()| stopped.set(true));
    let told = classed("div", "notice-slot").set("aria-live", "polite");
    let told = match *stage {
        Stage::Idle => told,
        Stage::Writing(done) => told
            .put(progress(words::WRITING, done, props.ready.blob.size()))
            .put(button(words::STOP.into(), on_stop).quiet().html()),
        Stage::Ended(end) => told.put(texts("p", "", words::written(ended(end)))),
    };
    let busy = matches!(*stage, Stage::Writing(_));
    let write = button(words::TO_PLACE.into(), on_write).disabled(busy);
    classed("div", "stack")
        .put(classed("div", "cluster").put(write.html()).html())
        .put(told.html())
        .html()
}

fn ended(end: Written) -> words::WriteEnd {
    match end {
        Written::Whole => words::WriteEnd::Whole,
        Written::Stopped => words::WriteEnd::Stopped,
        Written::Refused => words::WriteEnd::Refused,
    }
}
