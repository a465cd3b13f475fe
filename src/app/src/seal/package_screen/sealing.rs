//! Making the package, and checking it with our own reader before it is offered.

use std::cell::Cell;
use std::ops::ControlFlow;
use std::rc::Rc;

use dossier::Answer;
use package::container::Segment;
use package::seal::{Contents, SealFault, Sealed};
use wording::report::of_submission;
use wording::ui::seal::{self as words, SealFailure};
use yew::platform::spawn_local;
use yew::prelude::*;

use crate::platform::blob::FileBlob;
use crate::platform::clock;
use crate::platform::download::{Address, Part, assemble};
use crate::platform::files::{self, UNICODE};
use crate::seal::{check, contents};
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
    /// Not made.
    Failed(SealFailure),
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
    /// The file's name.
    pub(super) file: String,
    /// Its size in bytes.
    pub(super) size: u64,
    /// The short code of what was pledged.
    pub(super) code: String,
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
    let stopped = use_memo((), |()| Cell::new(false));
    let revision = (app.dossier.clone(), app.pledge.clone(), app.files.clone());
    use_effect_with(revision, {
        let (stage, stopped) = (stage.setter(), stopped.clone());
        move |_| {
            stopped.set(true);
            stage.set(Stage::Idle);
        }
    });
    let on_seal = {
        let parts = (app.clone(), stage.setter(), stopped.clone());
        use_callback(parts, |(), (app, stage, stopped)| {
            stopped.set(false);
            let (app, stage, stopped) = (app.clone(), stage.clone(), stopped.clone());
            spawn_local(async move {
                let end = match work(&app, &stage, &stopped).await {
                    Ok(ready) => Stage::Ready(Rc::new(ready)),
                    Err(SealFailure::Unreadable(_)) => {
                        Stage::Failed(SealFailure::Unreadable(unreadable(&app).await))
                    }
                    Err(failure) => Stage::Failed(failure),
                };
                stage.set(end);
            });
        })
    };
    let on_stop = use_callback((), move |(), ()| stopped.set(true));
    Sealing {
        stage: (*stage).clone(),
        on_seal,
        on_stop,
    }
}

async fn work(
    app: &AppState,
    stage: &UseStateSetter<Stage>,
    stopped: &Cell<bool>,
) -> Result<Ready, SealFailure> {
    let Made {
        blob,
        sealed,
        report,
    } = make(app)?;
    let size = sealed.size;
    let done = Cell::new(0_u64);
    stage.set(Stage::Working(Progress { done: 0, size }));
    let progress = |length: u64| {
        done.set(done.get().saturating_add(length).min(size));
        let done = done.get();
        stage.set(Stage::Working(Progress { done, size }));
        if stopped.get() {
            return ControlFlow::Break(());
        }
        ControlFlow::Continue(())
    };
    check::package(app, &blob, &report, progress).await?;
    let name = app.dossier.answer(&app.book().roles.name);
    let code = sealed.code.to_string();
    Ok(Ready {
        address: Address::of(&blob).ok_or(SealFailure::NoRoom)?,
        file: words::package_file(
            name.and_then(Answer::text).unwrap_or_default(),
            app.season.year,
            &code,
        ),
        size,
        code,
    })
}

/// The names of the files that cannot be read any more.
async fn unreadable(app: &AppState) -> Vec<String> {
    let mut names = Vec::new();
    for (_, file) in contents::at_hand(app) {
        if !files::is_readable(&file.blob).await {
            names.push(file.name.clone());
        }
    }
    names
}

/// What is to be checked.
struct Made {
    blob: FileBlob,
    sealed: Sealed,
    report: Vec<u8>,
}

/// The package as a file of the browser; evidence is not copied.
fn make(app: &AppState) -> Result<Made, SealFailure> {
    let pledge = app.pledge.as_deref().filter(|_| !app.pledge_void);
    let pledge = pledge.ok_or(SealFailure::NotReady)?;
    let (sealed, report) = contents::with(app, |submission| {
        let report = of_submission(
            submission,
            &app.assessment,
            app.pledge.as_deref(),
            clock::today(),
        );
        let contents = Contents {
            submission: *submission,
            pledge,
            report: report.as_bytes(),
            date: clock::today(),
            unicode: UNICODE,
        };
        (package::seal::seal(&contents), report.into_bytes())
    });
    let sealed = sealed.map_err(|fault| match fault {
        SealFault::NotReady(_) => SealFailure::NotReady,
        other => SealFailure::Broken(format!("{other:?}")),
    })?;
    let evidence: Vec<&FileBlob> = contents::at_hand(app).map(|(_, file)| &file.blob).collect();
    let parts = sealed.segments.iter().filter_map(|segment| match segment {
        Segment::Bytes(bytes) => Some(Part::Bytes(bytes)),
        Segment::File { index, .. } => evidence.get(*index).map(|blob| Part::Blob(blob)),
    });
    let blob = assemble(parts, "application/zip").ok_or(SealFailure::NoRoom)?;
    if blob.size() != sealed.size {
        return Err(SealFailure::Unreadable(Vec::new()));
    }
    Ok(Made {
        blob,
        sealed,
        report,
    })
}
