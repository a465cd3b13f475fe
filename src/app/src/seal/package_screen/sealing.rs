//! Making the package in the worker, which checks it with our own reader before it is offered.

use std::cell::RefCell;
use std::rc::Rc;

use errand::{Errand, Sealed};
use wording::ui::seal as words;
use yew::platform::spawn_local;
use yew::prelude::*;

use crate::platform::blob::FileBlob;
use crate::platform::desk::{self, Watch};
use crate::platform::download::Address;
use crate::seal::contents;
use crate::state::{AppHandle, AppState};

/// How far it is.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Stage {
    /// Not begun.
    Idle,
    /// Making and checking.
    Working(Progress),
    /// Checked, and ready to be downloaded.
    Ready(Rc<Ready>),
    /// Not made: why, in a sentence.
    Failed(String),
}

/// How many bytes are checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Progress {
    pub(super) done: u64,
    pub(super) size: u64,
}

/// A package that passed the check.
#[derive(Debug, PartialEq)]
pub(super) struct Ready {
    /// The address of the file; it goes with this.
    pub(super) address: Address,
    /// Its bytes.
    pub(super) blob: FileBlob,
    /// The file's name.
    pub(super) file: String,
    /// The short code of what was pledged.
    pub(super) code: String,
    /// The same and the whole digest as a QR code, as the data of an SVG path.
    pub(super) qr: String,
}

/// How far it is, and the ways to begin and to stop.
pub(super) struct Sealing {
    pub(super) stage: Stage,
    pub(super) on_seal: Callback<()>,
    pub(super) on_stop: Callback<()>,
}

/// Making the package. A change of what is sealed takes the file away.
#[hook]
pub(super) fn use_sealing(app: &AppHandle) -> Sealing {
    let stage = use_state_eq(|| Stage::Idle);
    // What is being made now; what is made for a content that is no more has no say.
    let current = use_memo((), |()| RefCell::new(Watch::default()));
    use_effect_with(app.content, {
        let (stage, current) = (stage.setter(), current.clone());
        move |_| {
            current.replace(Watch::default()).stop();
            stage.set(Stage::Idle);
        }
    });
    let on_seal = {
        let parts = (app.clone(), stage.setter(), current.clone());
        use_callback(parts, |(), (app, stage, current)| {
            let watch = watch(stage);
            current.replace(watch.clone());
            let (app, stage, current) = (app.clone(), stage.clone(), current.clone());
            spawn_local(async move {
                let end = match work(&app, watch.clone()).await {
                    Ok(ready) => Stage::Ready(Rc::new(ready)),
                    Err(why) => Stage::Failed(why),
                };
                if *current.borrow() == watch {
                    stage.set(end);
                }
            });
        })
    };
    let on_stop = use_callback((), move |(), ()| current.borrow().stop());
    Sealing {
        stage: (*stage).clone(),
        on_seal,
        on_stop,
    }
}

/// Shows how far it is.
fn watch(stage: &UseStateSetter<Stage>) -> Watch {
    let show = |done, size| Stage::Working(Progress { done, size });
    stage.set(show(0, 1));
    let stage = stage.clone();
    Watch::new(move |done, size| stage.set(show(done, size)))
}

async fn work(app: &AppState, watch: Watch) -> Result<Ready, String> {
    let errand = Errand::Seal(Box::new(contents::work(app)));
    let answered = desk::ask::<Sealed>(&errand, &contents::blobs(app), watch).await?;
    let blob = answered.files.into_iter().next();
    let blob = blob.ok_or(words::WORKER_FAILED)?;
    let Sealed { mut file, code, qr } = answered.answer;
    if app.is_kiosk() {
        // Browsers write down what was downloaded.
        file = words::package_file("", app.season.year, &code);
    }
    Ok(Ready {
        address: Address::of(&blob).ok_or(words::WORKER_FAILED)?,
        blob,
        file,
        code,
        qr,
    })
}
