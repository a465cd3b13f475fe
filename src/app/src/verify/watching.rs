//! Having a package verified by the worker.

use std::cell::RefCell;
use std::rc::Rc;

use errand::{Errand, Verified};
use yew::platform::spawn_local;
use yew::prelude::*;

use crate::platform::clock;
use crate::platform::desk::{self, Watch};
use crate::platform::files::Picked;

/// How far it is.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Stage {
    /// Nothing was picked.
    Idle,
    /// It is being read.
    Reading {
        /// The name of the file.
        name: String,
        /// Bytes read.
        done: u64,
        /// All bytes.
        size: u64,
    },
    /// What was found.
    Told {
        /// The name of the file.
        name: String,
        /// What was found.
        verified: Rc<Verified>,
    },
    /// Not read to its end: why, in a sentence.
    Failed(String),
}

/// How far it is, and the ways to begin and to stop.
pub(super) struct Watching {
    pub(super) stage: Stage,
    pub(super) on_file: Callback<Picked>,
    pub(super) on_stop: Callback<()>,
}

/// Verifies the package that was picked last.
#[hook]
pub(super) fn use_watching() -> Watching {
    let stage = use_state_eq(|| Stage::Idle);
    let current = use_memo((), |()| RefCell::new(Watch::default()));
    let on_file = {
        let parts = (stage.setter(), current.clone());
        use_callback((), move |file: Picked, ()| {
            let (stage, current) = parts.clone();
            let watch = watch(&file.name, &stage);
            stage.set(Stage::Reading {
                name: file.name.clone(),
                done: 0,
                size: file.blob.size(),
            });
            current.replace(watch.clone()).stop();
            spawn_local(async move {
                let end = told(file, watch.clone()).await;
                // Another file may have been picked meanwhile.
                if *current.borrow() == watch {
                    stage.set(end);
                }
            });
        })
    };
    {
        let current = current.clone();
        use_effect_with((), move |()| move || current.borrow().stop());
    }
    let on_stop = use_callback((), move |(), ()| current.borrow().stop());
    Watching {
        stage: (*stage).clone(),
        on_file,
        on_stop,
    }
}

/// Shows how far it is.
fn watch(name: &str, stage: &UseStateSetter<Stage>) -> Watch {
    let (name, stage) = (name.to_owned(), stage.clone());
    Watch::new(move |done, size| {
        let name = name.clone();
        stage.set(Stage::Reading { name, done, size });
    })
}

async fn told(file: Picked, watch: Watch) -> Stage {
    let Picked { name, blob } = file;
    let errand = Errand::Verify(clock::today());
    match desk::ask::<Verified>(&errand, std::slice::from_ref(&blob), watch).await {
        Ok(answered) => Stage::Told {
            name,
            verified: Rc::new(answered.answer),
        },
        Err(why) => Stage::Failed(why),
    }
}
