//! One worker.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::events::EventListener;
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, Worker};
use wording::ui::seal::WORKER_FAILED;

use super::blob::{FileBlob, blobs, handles};
use super::job::{Job, Promised, Watch};

/// Errands by number, in the order in which they were sent.
type Waiting = Vec<(u32, Promised)>;

/// One worker, with what it has to do.
pub struct Clerk {
    worker: Worker,
    waiting: Rc<RefCell<Waiting>>,
    next: Cell<u32>,
    broken: Rc<Cell<bool>>,
    _listeners: [EventListener; 2],
}

impl Clerk {
    /// Starts a worker from the address of its script and its compiled module; `rules` is what it has to know first.
    pub fn start(script: &str, module: &JsValue, rules: Option<&JsValue>) -> Option<Self> {
        let worker = Worker::new(script).ok()?;
        worker.post_message(module).ok()?;
        if let Some(rules) = rules {
            worker.post_message(rules).ok()?;
        }
        let waiting = Rc::<RefCell<Waiting>>::default();
        let broken = Rc::<Cell<bool>>::default();
        let listeners = [
            EventListener::new(&worker, "message", {
                let waiting = Rc::clone(&waiting);
                move |event| {
                    if let Some(event) = event.dyn_ref::<MessageEvent>() {
                        take(&waiting, event.data());
                    }
                }
            }),
            // It has failed: nothing more comes from it, and the next errand starts another.
            EventListener::new(&worker, "error", {
                let (waiting, broken) = (Rc::clone(&waiting), Rc::clone(&broken));
                move |_| {
                    broken.set(true);
                    for (_, promised) in waiting.take() {
                        promised.give(Err(WORKER_FAILED.to_owned()));
                    }
                }
            }),
        ];
        Some(Self {
            worker,
            waiting,
            next: Cell::new(0),
            broken,
            _listeners: listeners,
        })
    }

    /// Sends an errand.
    pub fn send(self: &Rc<Self>, text: &str, files: &[FileBlob], watch: &Watch) -> Job {
        let id = self.next.get();
        self.next.set(id.wrapping_add(1));
        let (job, promised) = Job::new(watch.clone());
        let message = Array::of4(&"errand".into(), &id.into(), &text.into(), &handles(files));
        if self.worker.post_message(&message).is_err() {
            promised.give(Err(WORKER_FAILED.to_owned()));
            return job;
        }
        self.waiting.borrow_mut().push((id, promised));
        watch.follow(Rc::downgrade(self), id);
        job
    }

    /// Says that an errand is no longer wanted; its answer still comes.
    pub(super) fn stop(&self, id: u32) {
        let _ = self
            .worker
            .post_message(&Array::of2(&"stop".into(), &id.into()));
    }

    /// Ends the worker, whoever still waits for it: what it held is gone, and who waits is told that it has failed.
    pub fn end(&self) {
        self.worker.terminate();
        self.broken.set(true);
        for (_, promised) in self.waiting.take() {
            promised.give(Err(WORKER_FAILED.to_owned()));
        }
    }

    /// Whether it has failed.
    pub fn is_broken(&self) -> bool {
        self.broken.get()
    }
}

impl Drop for Clerk {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

/// Takes what the worker says.
fn take(waiting: &RefCell<Waiting>, data: JsValue) {
    let Some((kind, list)) = message(data) else {
        return;
    };
    let Some(id) = number(&list.get(1)) else {
        return;
    };
    let place = waiting.borrow().iter().position(|(own, _)| *own == id);
    let Some(place) = place else {
        return;
    };
    if kind == "progress" {
        let watch = waiting
            .borrow()
            .get(place)
            .map(|(_, job)| job.watch.clone());
        if let Some(watch) = watch {
            watch.tell(bytes(&list.get(2)), bytes(&list.get(3)));
        }
        return;
    }
    let (_, promised) = waiting.borrow_mut().remove(place);
    let text = list.get(2).as_string().unwrap_or_default();
    promised.give(if kind == "done" {
        Ok((text, blobs(list.get(3))))
    } else {
        Err(text)
    });
}

fn message(data: JsValue) -> Option<(String, Array)> {
    let list: Array = data.dyn_into().ok()?;
    Some((list.get(0).as_string()?, list))
}

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the worker gives back the number that it got"
)]
fn number(value: &JsValue) -> Option<u32> {
    value.as_f64().map(|number| number as u32)
}

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a number of bytes is whole and below 2^53"
)]
fn bytes(value: &JsValue) -> u64 {
    value.as_f64().unwrap_or_default() as u64
}
