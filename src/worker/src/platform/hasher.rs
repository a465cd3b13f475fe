//! The SHA-256 of long parts of files, taken by a worker of this worker while that reads on: piece by piece, so that
//! never more than a few pieces are in memory.
//!
//! | to the helper | from the helper |
//! |---|---|
//! | `true`: a part begins | `true`: it listens, which is waited for once |
//! | bytes, whose buffer is given away | the buffer, given back |
//! | `false`: the part has ended | its SHA-256 as bytes |

use std::cell::{Cell, RefCell};
use std::future::poll_fn;
use std::rc::Rc;
use std::task::{Poll, Waker};

use js_sys::{Array, ArrayBuffer, Reflect, Uint8Array};
use sha2::{Digest, Sha256};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent, Worker};

use super::blobs::PIECE;
use crate::stop::ReadStop;

/// Pieces on their way: one is read, one waits, one is digested.
const BUFFERS: u32 = 3;

thread_local! {
    /// The helper while nobody uses it.
    static IDLE: RefCell<Option<Rc<Helper>>> = const { RefCell::new(None) };
    /// Whether one was started.
    static STARTED: Cell<bool> = const { Cell::new(false) };
}

type Listener = Closure<dyn FnMut(MessageEvent)>;

/// A worker of this worker.
struct Helper {
    worker: Worker,
    said: Rc<Said>,
    _listeners: [Listener; 2],
}

/// What the helper has said.
#[derive(Default)]
struct Said {
    listens: Cell<bool>,
    broken: Cell<bool>,
    /// Digests that are still to come. Only the last counts: nobody waits for the others any more.
    awaited: Cell<u32>,
    digest: Cell<Option<[u8; 32]>>,
    buffers: RefCell<Vec<ArrayBuffer>>,
    waker: RefCell<Option<Waker>>,
}

/// Takes the SHA-256 of one part.
pub(super) struct Hasher {
    helper: Rc<Helper>,
    fed: Cell<u64>,
}

impl Hasher {
    /// Begins a part. None where the browser gives no helper, or it is in use.
    pub(super) async fn begin() -> Option<Self> {
        let helper = match IDLE.take() {
            Some(helper) => helper,
            None if STARTED.replace(true) => return None,
            None => Rc::new(Helper::start()?),
        };
        helper.tell(&JsValue::TRUE).ok()?;
        let listens = |said: &Said| said.listens.get().then_some(());
        helper.said.until(listens).await?;
        Some(Self {
            helper,
            fed: Cell::new(0),
        })
    }

    /// A buffer for the next piece, as soon as one is free.
    pub(super) async fn buffer(&self) -> Result<ArrayBuffer, JsValue> {
        let free = self
            .helper
            .said
            .until(|said| said.buffers.borrow_mut().pop());
        free.await.ok_or(JsValue::UNDEFINED)
    }

    /// Hands over a piece with its buffer.
    pub(super) fn feed(&self, bytes: &Uint8Array) -> Result<(), JsValue> {
        let length = u64::from(bytes.length());
        self.fed.set(self.fed.get().saturating_add(length));
        let buffers = Array::of1(&bytes.buffer());
        let worker = &self.helper.worker;
        worker.post_message_with_transfer(bytes, &buffers)
    }

    /// The SHA-256 of a part of so many bytes, all of which were handed over.
    pub(super) async fn finish(&self, length: u64) -> Result<[u8; 32], ReadStop> {
        let said = &self.helper.said;
        if self.fed.get() != length || self.helper.tell(&JsValue::FALSE).is_err() {
            return Err(ReadStop::Unreadable);
        }
        said.awaited.set(said.awaited.get().wrapping_add(1));
        let digest = said.until(|said| said.digest.take());
        digest.await.ok_or(ReadStop::Unreadable)
    }
}

impl Drop for Hasher {
    fn drop(&mut self) {
        if !self.helper.said.broken.get() {
            IDLE.replace(Some(Rc::clone(&self.helper)));
        }
    }
}

impl Helper {
    /// From this worker's own script and module; nothing is fetched.
    fn start() -> Option<Self> {
        let location = Reflect::get(&js_sys::global(), &"location".into()).ok()?;
        let script = Reflect::get(&location, &"href".into()).ok()?.as_string()?;
        let worker = Worker::new(&script).ok()?;
        worker.post_message(&wasm_bindgen::module()).ok()?;
        let said = Rc::<Said>::default();
        for _ in 0..BUFFERS {
            let buffer = ArrayBuffer::new(u32::try_from(PIECE).ok()?);
            said.buffers.borrow_mut().push(buffer);
        }
        let on_message = Listener::new({
            let said = Rc::clone(&said);
            move |event: MessageEvent| said.take(&event.data())
        });
        let on_error = Listener::new({
            let said = Rc::clone(&said);
            move |_| {
                said.broken.set(true);
                said.wake();
            }
        });
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        Some(Self {
            worker,
            said,
            _listeners: [on_message, on_error],
        })
    }

    fn tell(&self, what: &JsValue) -> Result<(), JsValue> {
        self.worker.post_message(what)
    }
}

impl Said {
    fn take(&self, data: &JsValue) {
        if let Some(buffer) = data.dyn_ref::<ArrayBuffer>() {
            self.buffers.borrow_mut().push(buffer.clone());
        } else if let Some(bytes) = data.dyn_ref::<Uint8Array>() {
            self.awaited.set(self.awaited.get().wrapping_sub(1));
            let digest = bytes.to_vec().try_into().ok();
            self.digest.set(digest.filter(|_| self.awaited.get() == 0));
        } else {
            self.listens.set(true);
        }
        self.wake();
    }

    fn wake(&self) {
        if let Some(waker) = self.waker.take() {
            waker.wake();
        }
    }

    /// Waits until the helper has said something; none once it is broken.
    async fn until<T>(&self, mut look: impl FnMut(&Self) -> Option<T>) -> Option<T> {
        poll_fn(|context| {
            if self.broken.get() {
                return Poll::Ready(None);
            }
            if let Some(found) = look(self) {
                return Poll::Ready(Some(found));
            }
            self.waker.replace(Some(context.waker().clone()));
            Poll::Pending
        })
        .await
    }
}

/// The helper's side: the part that is being digested.
#[derive(Default)]
pub(super) struct Digesting {
    sha256: RefCell<Sha256>,
    chunk: RefCell<Vec<u8>>,
}

impl Digesting {
    /// Takes a message; false when it is none of a helper's.
    pub(super) fn take(&self, scope: &DedicatedWorkerGlobalScope, data: &JsValue) -> bool {
        // Whoever asks ends this worker when it goes, so an answer always arrives.
        if let Some(begins) = data.as_bool() {
            let digest = self.sha256.take().finalize();
            let _ = if begins {
                scope.post_message(&JsValue::TRUE)
            } else {
                scope.post_message(&Uint8Array::from(&digest[..]))
            };
        } else if let Some(bytes) = data.dyn_ref::<Uint8Array>() {
            self.update(bytes);
            let buffer = bytes.buffer();
            let _ = scope.post_message_with_transfer(&buffer, &Array::of1(&buffer));
        } else {
            return false;
        }
        true
    }

    fn update(&self, bytes: &Uint8Array) {
        const CHUNK: u32 = 64 << 10;
        let (mut sha256, mut chunk) = (self.sha256.borrow_mut(), self.chunk.borrow_mut());
        let mut done = 0;
        while done < bytes.length() {
            let end = bytes.length().min(done.saturating_add(CHUNK));
            let piece = bytes.subarray(done, end);
            chunk.resize(usize::try_from(piece.length()).unwrap_or_default(), 0);
            piece.copy_to(&mut chunk);
            sha256.update(&*chunk);
            done = end;
        }
    }
}
