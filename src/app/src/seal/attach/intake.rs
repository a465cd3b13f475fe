//! Reading files one after the other, and taking those that may join.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::ops::ControlFlow;
use std::rc::Rc;

use dossier::{Evidence, Holder};
use package::digest::FileDigest;
use wording::ui::seal::{self as words, FileRefusal};
use yew::platform::spawn_local;
use yew::prelude::*;

use super::file_list::proofs;
use crate::platform::files::{self, Picked, ReadStop};
use crate::seal::admission::admit;
use crate::state::{Action, AppHandle, StoredFile};

/// How far a file is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Progress {
    /// Its name.
    pub(super) name: String,
    /// Bytes read.
    pub(super) done: u64,
    /// All its bytes.
    pub(super) size: u64,
}

/// What is being taken, and the ways to begin and to stop.
#[derive(Clone, PartialEq)]
pub(super) struct Intake {
    /// The file that is being read.
    pub(super) reading: Option<Progress>,
    /// Why files were not taken.
    pub(super) refused: Rc<Vec<AttrValue>>,
    /// How many were taken.
    pub(super) taken: usize,
    /// Takes files.
    pub(super) on_files: Callback<Vec<Picked>>,
    /// Stops reading.
    pub(super) on_stop: Callback<()>,
}

/// What the reading needs between two pieces.
#[derive(Default)]
struct Desk {
    waiting: RefCell<VecDeque<Picked>>,
    running: Cell<bool>,
    stopped: Cell<bool>,
}

/// Takes files for a holder.
#[hook]
pub(super) fn use_intake(app: &AppHandle, holder: &Holder) -> Intake {
    let desk = use_memo((), |()| Desk::default());
    let reading = use_state_eq(|| None::<Progress>);
    let refused = use_state_eq(Rc::<Vec<AttrValue>>::default);
    let taken = use_state_eq(|| 0_usize);
    // The state as it is by the time that a file has been read.
    let latest = use_memo((), |()| RefCell::new(app.clone()));
    *latest.borrow_mut() = app.clone();
    let on_files = {
        let show = Show {
            reading: reading.setter(),
            refused: refused.setter(),
            taken: taken.setter(),
        };
        let parts = (desk.clone(), latest, holder.clone());
        use_callback((), move |files: Vec<Picked>, ()| {
            let (desk, latest, holder) = parts.clone();
            desk.waiting.borrow_mut().extend(files);
            if !desk.running.replace(true) {
                desk.stopped.set(false);
                spawn_local(work(desk, latest, holder, show.clone()));
            }
        })
    };
    let on_stop = use_callback((), move |(), ()| desk.stopped.set(true));
    Intake {
        reading: (*reading).clone(),
        refused: (*refused).clone(),
        taken: *taken,
        on_files,
        on_stop,
    }
}

#[derive(Clone)]
struct Show {
    reading: UseStateSetter<Option<Progress>>,
    refused: UseStateSetter<Rc<Vec<AttrValue>>>,
    taken: UseStateSetter<usize>,
}

/// Takes what waits, until nothing does.
async fn work(desk: Rc<Desk>, latest: Rc<RefCell<AppHandle>>, holder: Holder, show: Show) {
    let mut refusals = Vec::new();
    let mut names: Vec<String> = Vec::new();
    loop {
        let next = desk.waiting.borrow_mut().pop_front();
        let Some(file) = next else { break };
        let others = others(&latest.borrow(), &holder, &names);
        match one(&desk, &file, &others, &show.reading).await {
            Ok(digest) => {
                let Picked { name, blob } = file;
                names.push(name.clone());
                let (holder, file) = (holder.clone(), StoredFile { name, digest, blob });
                let dispatcher = latest.borrow().dispatcher();
                dispatcher.dispatch(Action::AddFile { holder, file });
            }
            Err(refusal) => refusals.push(AttrValue::from(words::refused(&file.name, &refusal))),
        }
    }
    desk.running.set(false);
    show.reading.set(None);
    show.refused.set(Rc::new(refusals));
    show.taken.set(names.len());
}

/// The names that a file must not clash with: those attached whose bytes are at hand, and those
/// just taken. A name whose bytes are not at hand may be picked again.
fn others(app: &AppHandle, holder: &Holder, names: &[String]) -> Vec<String> {
    let (Holder::Record(id) | Holder::Material(id)) = holder;
    let files = proofs(&app.dossier, holder)
        .iter()
        .filter_map(|proof| match proof {
            Evidence::File(name) => app.files.get(id, name).map(|_| name.clone()),
            Evidence::Paper(_) => None,
        });
    files.chain(names.iter().cloned()).collect()
}

async fn one(
    desk: &Desk,
    file: &Picked,
    others: &[String],
    reading: &UseStateSetter<Option<Progress>>,
) -> Result<FileDigest, FileRefusal> {
    let others: Vec<&str> = others.iter().map(String::as_str).collect();
    admit(&file.name, &others, files::UNICODE)?;
    let done = Cell::new(0_u64);
    let size = file.blob.size();
    let progress = |length: u64| {
        done.set(done.get().saturating_add(length));
        let (name, done) = (file.name.clone(), done.get());
        reading.set(Some(Progress { name, done, size }));
        if desk.stopped.get() {
            return ControlFlow::Break(());
        }
        ControlFlow::Continue(())
    };
    let read = files::digest(&file.blob, progress).await;
    read.map_err(|stop| match stop {
        ReadStop::Unreadable => FileRefusal::Unreadable,
        ReadStop::Cancelled => FileRefusal::Cancelled,
    })
}
