//! Having files taken in by the worker, a few at a time, and taking those that may join, in the order of picking.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use dossier::{Evidence, Holder};
use errand::Errand;
use package::digest::FileDigest;
use wording::ui::seal::{self as words, FileRefusal};
use yew::platform::spawn_local;
use yew::prelude::*;

use super::file_list::proofs;
use crate::platform::desk::{self, Watch};
use crate::platform::files::Picked;
use crate::state::{Action, AppHandle, StoredFile};

/// Files that are read at once: as many as the worker digests side by side.
const BESIDE: usize = 4;

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

/// What is to be taken, and what came of it.
struct Desk {
    holder: Holder,
    /// The state as it is by the time that a file has been read.
    latest: RefCell<AppHandle>,
    show: RefCell<Option<Show>>,
    waiting: RefCell<VecDeque<Picked>>,
    /// Names that were taken, or are being looked at.
    names: RefCell<Vec<String>>,
    refusals: RefCell<Vec<AttrValue>>,
    /// Files that are being read, and those that were read before one that was picked before them.
    reading: RefCell<VecDeque<Rc<Reading>>>,
    /// How many are being read.
    working: Cell<usize>,
}

/// A file that is being read.
#[derive(Default)]
struct Reading {
    watch: RefCell<Watch>,
    read: RefCell<Option<Read>>,
}

/// A file that was read, and its digest, or why it was not taken.
type Read = (Picked, Result<FileDigest, String>);

/// Takes files for a holder.
#[hook]
pub(super) fn use_intake(app: &AppHandle, holder: &Holder) -> Intake {
    let desk = use_memo((), |()| Desk::new(app, holder));
    let reading = use_state_eq(|| None::<Progress>);
    let refused = use_state_eq(Rc::<Vec<AttrValue>>::default);
    let taken = use_state_eq(|| 0_usize);
    *desk.latest.borrow_mut() = app.clone();
    *desk.show.borrow_mut() = Some(Show {
        reading: reading.setter(),
        refused: refused.setter(),
        taken: taken.setter(),
    });
    let at_work = desk.clone();
    let on_files = use_callback((), move |files: Vec<Picked>, ()| at_work.take(files));
    let on_stop = use_callback((), move |(), ()| desk.stop());
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

impl Desk {
    fn new(app: &AppHandle, holder: &Holder) -> Self {
        Self {
            holder: holder.clone(),
            latest: RefCell::new(app.clone()),
            show: RefCell::default(),
            waiting: RefCell::default(),
            names: RefCell::default(),
            refusals: RefCell::default(),
            reading: RefCell::default(),
            working: Cell::new(0),
        }
    }

    fn take(self: &Rc<Self>, files: Vec<Picked>) {
        self.waiting.borrow_mut().extend(files);
        let waiting = self.waiting.borrow().len();
        for _ in 0..waiting.min(BESIDE - self.working.get()) {
            self.working.set(self.working.get() + 1);
            spawn_local(work(Rc::clone(self)));
        }
    }

    /// The names that a file must not clash with: those attached whose bytes are at hand, and
    /// those just taken. A name whose bytes are not at hand may be picked again.
    fn others(&self) -> Vec<String> {
        let app = self.latest.borrow();
        let (Holder::Record(id) | Holder::Material(id)) = &self.holder;
        let proofs = proofs(&app.dossier, &self.holder).iter();
        let at_hand = proofs.filter_map(|proof| match proof {
            Evidence::File(name) => app.files.get(id, name).map(|_| name.clone()),
            Evidence::Paper(_) => None,
        });
        let names = self.names.borrow();
        at_hand.chain(names.iter().cloned()).collect()
    }

    async fn one(
        self: &Rc<Self>,
        reading: &Rc<Reading>,
        file: &Picked,
    ) -> Result<FileDigest, String> {
        let errand = Errand::TakeIn {
            name: file.name.clone(),
            others: self.others(),
        };
        self.names.borrow_mut().push(file.name.clone());
        let (desk, own, name) = (Rc::clone(self), Rc::downgrade(reading), file.name.clone());
        let tell = move |done, size| {
            // Of several, the one that was picked first is told of.
            let is_first = desk
                .reading
                .borrow()
                .front()
                .is_some_and(|first| own.ptr_eq(&Rc::downgrade(first)));
            if let Some(show) = desk.show.borrow().as_ref().filter(|_| is_first) {
                let name = name.clone();
                show.reading.set(Some(Progress { name, done, size }));
            }
        };
        tell(0, file.blob.size());
        let watch = Watch::new(tell);
        reading.watch.replace(watch.clone());
        let blobs = std::slice::from_ref(&file.blob);
        let answered = desk::ask(&errand, blobs, watch).await;
        answered.map(|answered| answered.answer)
    }

    /// Takes those that were read, as far as none that was picked before is still being read.
    fn join(&self) {
        loop {
            let mut reading = self.reading.borrow_mut();
            let read = reading.front().and_then(|first| first.read.take());
            let Some((file, digest)) = read else { break };
            reading.pop_front();
            drop(reading);
            match digest {
                Ok(digest) => {
                    let Picked { name, blob } = file;
                    let (holder, file) = (self.holder.clone(), StoredFile { name, digest, blob });
                    let dispatcher = self.latest.borrow().dispatcher();
                    dispatcher.dispatch(Action::AddFile { holder, file });
                }
                Err(why) => self.refuse(&file.name, why),
            }
        }
    }

    /// One file less is looked at; `name` was not taken.
    fn refuse(&self, name: &str, why: String) {
        let mut names = self.names.borrow_mut();
        if let Some(place) = names.iter().rposition(|other| other == name) {
            names.remove(place);
        }
        self.refusals.borrow_mut().push(AttrValue::from(why));
    }

    /// Reads no further: neither the files at hand nor those that wait.
    fn stop(&self) {
        for reading in &*self.reading.borrow() {
            reading.watch.borrow().stop();
        }
        for Picked { name, .. } in self.waiting.take() {
            let why = words::refused(&name, &FileRefusal::Cancelled);
            self.refusals.borrow_mut().push(AttrValue::from(why));
        }
    }

    /// Nothing waits any more: tells what came of all.
    fn end(&self) {
        let (refusals, names) = (self.refusals.take(), self.names.take());
        if let Some(show) = &*self.show.borrow() {
            show.reading.set(None);
            show.refused.set(Rc::new(refusals));
            show.taken.set(names.len());
        }
    }
}

/// Takes what waits, until nothing does.
async fn work(desk: Rc<Desk>) {
    loop {
        let next = desk.waiting.borrow_mut().pop_front();
        let Some(file) = next else { break };
        let reading = Rc::<Reading>::default();
        desk.reading.borrow_mut().push_back(Rc::clone(&reading));
        let digest = desk.one(&reading, &file).await;
        reading.read.replace(Some((file, digest)));
        desk.join();
    }
    desk.working.set(desk.working.get() - 1);
    if desk.working.get() == 0 {
        desk.end();
    }
}
