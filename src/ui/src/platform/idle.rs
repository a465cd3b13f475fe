//! Work for a moment in which the person does nothing.

use std::cell::Cell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// Work that has not begun; dropped, it never does.
#[must_use = "dropped, it never works"]
#[derive(Debug)]
pub struct Waiting {
    _timer: Timeout,
    given_up: Rc<Cell<bool>>,
}

impl Drop for Waiting {
    fn drop(&mut self) {
        self.given_up.set(true);
    }
}

/// Works once so many milliseconds have passed and the browser has nothing else to do.
pub fn after(milliseconds: u32, work: impl FnOnce() + 'static) -> Waiting {
    let given_up = Rc::new(Cell::new(false));
    let stopped = Rc::clone(&given_up);
    let work = move || {
        if !stopped.get() {
            work();
        }
    };
    let timer = Timeout::new(milliseconds, move || {
        let work = Closure::once_into_js(work);
        let work = work.unchecked_ref();
        let window = gloo::utils::window();
        // A browser that does not tell when it is idle is taken to be.
        if window.request_idle_callback(work).is_err() {
            let _ = work.call0(&wasm_bindgen::JsValue::NULL);
        }
    });
    Waiting {
        _timer: timer,
        given_up,
    }
}

/// Works once so many milliseconds have passed, idle or not; dropped before, never.
#[must_use = "dropped, it never works"]
pub fn in_time(milliseconds: u32, work: impl FnOnce() + 'static) -> Timeout {
    Timeout::new(milliseconds, work)
}
