//! Serves errands, several at once.

use std::cell::{Cell, RefCell};
use std::ops::ControlFlow;
use std::rc::Rc;

use js_sys::Date;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Blob, DedicatedWorkerGlobalScope, MessageEvent};

use super::blobs;
use super::messages::{Answer, Message};

/// Milliseconds between two tellings of how far an errand is: drawing it takes time too.
const PAUSE: f64 = 100.0;

/// Gets the number of bytes of each piece, and may stop.
pub type Progress<'a> = &'a dyn Fn(u64) -> ControlFlow<()>;

/// An answer and the files beside it, or why there is none, in a sentence.
pub type Outcome = Result<(String, Vec<Blob>), String>;

/// Who does errands.
pub trait Service: 'static {
    /// Takes the books and seasons that the application knows.
    fn take_rules(&self, books: &[String], seasons: &[String]);

    /// Does an errand, given as text, with the files beside it.
    fn answer(
        &self,
        text: &str,
        files: Vec<Blob>,
        progress: Progress<'_>,
    ) -> impl Future<Output = Outcome>;
}

/// Serves until the worker is ended; whether this is a worker.
pub fn serve_with(service: impl Service) -> bool {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else {
        return false;
    };
    let server = Rc::new(Server {
        scope: scope.clone(),
        service,
        running: RefCell::default(),
    });
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        if let Some(message) = Message::read(event.data()) {
            server.take(message);
        }
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
    true
}

struct Server<S> {
    scope: DedicatedWorkerGlobalScope,
    service: S,
    /// Whether each errand is no longer wanted.
    running: RefCell<Vec<(u32, Rc<Cell<bool>>)>>,
}

impl<S: Service> Server<S> {
    fn take(self: &Rc<Self>, message: Message) {
        match message {
            Message::Rules(books, seasons) => self.service.take_rules(&books, &seasons),
            Message::Stop(id) => {
                for (_, stopped) in self.running.borrow().iter().filter(|(own, _)| *own == id) {
                    stopped.set(true);
                }
            }
            Message::Errand(id, text, files) => {
                let stopped = Rc::new(Cell::new(false));
                self.running.borrow_mut().push((id, Rc::clone(&stopped)));
                let server = Rc::clone(self);
                spawn_local(async move {
                    let answer = server.answer((id, &text), files, &stopped).await;
                    server.running.borrow_mut().retain(|(own, _)| *own != id);
                    server.tell(id, answer);
                });
            }
        }
    }

    async fn answer(
        &self,
        (id, text): (u32, &str),
        files: Vec<Blob>,
        stopped: &Cell<bool>,
    ) -> Answer {
        let size = files.iter().map(blobs::size).fold(0, u64::saturating_add);
        let (done, told) = (Cell::new(0_u64), Cell::new(Date::now()));
        let progress = |length: u64| {
            done.set(done.get().saturating_add(length));
            let now = Date::now();
            // A clock that was set back is followed.
            if (now - told.get()).abs() >= PAUSE {
                told.set(now);
                self.tell(id, Answer::Progress(done.get().min(size), size));
            }
            if stopped.get() {
                return ControlFlow::Break(());
            }
            ControlFlow::Continue(())
        };
        match self.service.answer(text, files, &progress).await {
            Ok((text, files)) => Answer::Done(text, files),
            Err(why) => Answer::Failed(why),
        }
    }

    fn tell(&self, id: u32, answer: Answer) {
        // The application is always there: it ends the worker when it goes.
        let _ = self.scope.post_message(&answer.write(id));
    }
}
