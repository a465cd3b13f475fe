//! Serves the application's errands, several at once.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::rc::Rc;

use errand::{Errand, Wire};
use js_sys::Date;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Blob, DedicatedWorkerGlobalScope, MessageEvent};
use wording::ui::seal::WORKER_FAILED;

use super::errands::{self, Aids};
use super::legacy::gbk;
use super::looks::Looks;
use super::messages::{Answer, Message};
use super::unicode::UNICODE;
use crate::desk::Desk;

/// Milliseconds between two tellings of how far an errand is: drawing it takes time too.
const PAUSE: f64 = 100.0;

/// Serves until the worker is ended. False, and nothing done, where this is no worker.
pub fn serve() -> bool {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else {
        return false;
    };
    let server = Rc::new(Server {
        scope: scope.clone(),
        desk: RefCell::default(),
        running: RefCell::default(),
        looks: Looks::default(),
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

struct Server {
    scope: DedicatedWorkerGlobalScope,
    desk: RefCell<Option<Rc<Desk>>>,
    /// Whether each errand is no longer wanted.
    running: RefCell<BTreeMap<u32, Rc<Cell<bool>>>>,
    looks: Looks,
}

impl Server {
    fn take(self: &Rc<Self>, message: Message) {
        match message {
            Message::Rules(books, seasons) => {
                let desk = Desk::open(&books, &seasons, UNICODE);
                *self.desk.borrow_mut() = desk.map(|desk| Rc::new(desk.reading(gbk)));
            }
            Message::Stop(id) => {
                if let Some(stopped) = self.running.borrow().get(&id) {
                    stopped.set(true);
                }
            }
            Message::Errand(id, text, files) => {
                let stopped = Rc::new(Cell::new(false));
                self.running.borrow_mut().insert(id, Rc::clone(&stopped));
                let server = Rc::clone(self);
                spawn_local(async move {
                    let answer = server.answer(id, &text, files, &stopped).await;
                    server.running.borrow_mut().remove(&id);
                    server.tell(id, answer);
                });
            }
        }
    }

    async fn answer(&self, id: u32, text: &str, files: Vec<Blob>, stopped: &Cell<bool>) -> Answer {
        let desk = self.desk.borrow().clone();
        let (Some(desk), Some(errand)) = (desk, Errand::from_text(text)) else {
            return Answer::Failed(WORKER_FAILED.to_owned());
        };
        let size = errands::size(&errand, &files);
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
        let aids = Aids {
            desk: &desk,
            looks: &self.looks,
            progress: &progress,
        };
        match errands::run(aids, errand, files).await {
            Ok((text, files)) => Answer::Done(text, files),
            Err(why) => Answer::Failed(why),
        }
    }

    fn tell(&self, id: u32, answer: Answer) {
        // The application is always there: it ends the worker when it goes.
        let _ = self.scope.post_message(&answer.write(id));
    }
}
