//! Verifying a package that someone hands in: for an employer or a desk, offline.

mod code;
mod layers;
mod outcome;
mod watching;

use wording::ui::seal::{self, STOP};
use wording::ui::verify as words;
use yew::prelude::*;

use crate::platform::files::Picked;
use crate::seal::{DropZone, progress};
use crate::state::use_app;
use crate::ui::el::{all, classed, words as texts};
use crate::ui::{button, screen_frame};
use outcome::outcome;
use watching::{Stage, Watching, use_watching};

/// Verifying a package: the file, how far it is, what was found.
#[component]
pub(crate) fn VerifyScreen() -> Html {
    let watching = use_watching();
    let on_files = {
        let on_file = watching.on_file.clone();
        use_callback((), move |files: Vec<Picked>, ()| {
            if let Some(file) = files.into_iter().next() {
                on_file.emit(file);
            }
        })
    };
    let zone = html! {
        <DropZone id="verify-file" choose={words::CHOOSE} help={words::STAYS} one=true {on_files} />
    };
    let body = vec![zone, reading(&watching), outcome(&watching.stage)];
    let app = use_app();
    screen_frame(&app, words::TITLE.into(), words::INTRO.into(), all(body))
}

/// How far reading is, or why it ended. The slot is always there.
fn reading(watching: &Watching) -> Html {
    let slot = classed("div", "notice-slot").set("aria-live", "polite");
    match &watching.stage {
        Stage::Reading { name, done, size } => {
            let told = seal::reading(name, *done, *size);
            let stop = button(STOP.into(), watching.on_stop.clone()).quiet();
            let row = classed("div", "cluster")
                .put(progress(words::READING, *done, *size))
                .put(texts("span", "muted number", &told))
                .put(stop.html());
            slot.put(row.html()).html()
        }
        Stage::Failed(why) => slot.put(texts("p", "notice notice--danger", why)).html(),
        Stage::Told { verified, .. } => {
            let told = texts("p", "visually-hidden", &verified.headline);
            slot.put(told).html()
        }
        Stage::Idle => slot.html(),
    }
}
