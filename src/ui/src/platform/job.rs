//! An errand that is being done.

use std::cell::{Cell, RefCell};
use std::pin::Pin;
use std::rc::{Rc, Weak};
use std::task::{Context, Poll, Waker};

use web_sys::Blob;

use super::clerk::Clerk;

/// Follows an errand: is told how far it is, and may stop it.
#[derive(Clone, Default)]
pub struct Watch(Rc<Inner>);

/// Gets how many bytes are done, and of how many.
type OnProgress = Box<dyn Fn(u64, u64)>;

#[derive(Default)]
struct Inner {
    stopped: Cell<bool>,
    on_progress: RefCell<Option<OnProgress>>,
    running: RefCell<Vec<(Weak<Clerk>, u32)>>,
}

impl Watch {
    /// Is told how many bytes are done, and of how many.
    pub fn new(on_progress: impl Fn(u64, u64) + 'static) -> Self {
        let watch = Self::default();
        *watch.0.on_progress.borrow_mut() = Some(Box::new(on_progress));
        watch
    }

    /// Stops all errands that it follows, and those that it will follow.
    pub fn stop(&self) {
        self.0.stopped.set(true);
        for (clerk, id) in self.0.running.take() {
            if let Some(clerk) = clerk.upgrade() {
                clerk.stop(id);
            }
        }
    }

    /// Whether it was stopped.
    pub fn is_stopped(&self) -> bool {
        self.0.stopped.get()
    }

    pub(super) fn follow(&self, clerk: Weak<Clerk>, id: u32) {
        self.0.running.borrow_mut().push((clerk, id));
        if self.is_stopped() {
            self.stop();
        }
    }

    pub(super) fn tell(&self, done: u64, size: u64) {
        if let Some(on_progress) = &*self.0.on_progress.borrow() {
            on_progress(done, size);
        }
    }
}

impl PartialEq for Watch {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// What came of an errand.
pub(super) type Outcome = Result<(String, Vec<Blob>), String>;

#[derive(Default)]
struct Slot {
    outcome: RefCell<Option<Outcome>>,
    waker: RefCell<Option<Waker>>,
}

/// An errand that is being done; gives what came of it.
pub struct Job(Rc<Slot>);

/// Where the answer to an errand goes.
pub(super) struct Promised {
    slot: Rc<Slot>,
    pub(super) watch: Watch,
}

impl Job {
    /// An errand, and where its answer goes.
    pub(super) fn new(watch: Watch) -> (Self, Promised) {
        let slot = Rc::<Slot>::default();
        (Self(Rc::clone(&slot)), Promised { slot, watch })
    }
}

impl Promised {
    /// Gives the answer.
    pub(super) fn give(self, outcome: Outcome) {
        *self.slot.outcome.borrow_mut() = Some(outcome);
        if let Some(waker) = self.slot.waker.take() {
            waker.wake();
        }
    }
}

impl Future for Job {
    type Output = Outcome;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Outcome> {
        if let Some(outcome) = self.0.outcome.take() {
            return Poll::Ready(outcome);
        }
        *self.0.waker.borrow_mut() = Some(context.waker().clone());
        Poll::Pending
    }
}
