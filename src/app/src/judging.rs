//! Judges what was typed once its keys are drawn.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use crate::platform::{clock, idle};
use crate::state::{Action, AppHandle};

/// A judgement that takes no longer disturbs no typist, in milliseconds.
const QUICK: u32 = 8;
/// The longest time that a verdict stays behind, in milliseconds.
const LONGEST: u32 = 400;
/// How long nothing must have been typed before all is judged of which the verdict is known, in milliseconds: no screen
/// where one types shows more of it, and a key that comes meanwhile waits.
const PAUSE: u32 = 2_000;

/// How long a person may look at a start on which nothing is judged, in milliseconds, before that is done unasked.
const FIRST: u32 = 3_000;

/// Has what was typed judged. Where its outline already tells the verdict, the rest follows in a moment without keys; else
/// it is judged right after it is drawn, or where judging takes long, not at every key, but never later than [`LONGEST`].
/// Every other action has it judged at once.
#[hook]
pub(crate) fn use_judging(app: &AppHandle) {
    let took = use_mut_ref(|| 0_u32);
    let touched = use_touched(app.content);
    let dispatcher = app.dispatcher();
    let outlined = app.outline.is_some();
    // INVARIANT: without an outline it begins at the first key that is not judged; further keys put nothing off. An effect
    // may run late, and see the next spell of typing where it saw the last: the number of judgements tells them apart.
    let first = !app.is_judged();
    let spell = (app.stale, app.judgements, outlined);
    use_effect_with(spell, move |(stale, _, outlined)| {
        let pause = pause(*took.borrow());
        let took = Rc::clone(&took);
        let judge = move || {
            let begun = clock::now();
            dispatcher.dispatch(Action::Judge);
            *took.borrow_mut() = clock::since(begun);
        };
        let waiting = stale.then(|| {
            if *outlined {
                Judging::Rest(Rest::until(touched, judge))
            } else if first {
                Judging::Idle(idle::after(FIRST, judge))
            } else {
                Judging::InTime(idle::in_time(pause, judge))
            }
        });
        move || drop(waiting)
    });
}

/// When the content was changed last.
#[hook]
fn use_touched(content: u64) -> Rc<Cell<f64>> {
    let touched = use_memo((), |()| Cell::new(clock::now()));
    let seen = use_mut_ref(|| content);
    if seen.replace(content) != content {
        touched.set(clock::now());
    }
    touched
}

/// Work that waits until nothing was touched for [`PAUSE`]; dropped before, it never begins. A touch costs it nothing: the
/// one timer looks when it was, and waits for the rest.
struct Rest {
    waiting: Held,
}

/// The timer of the moment.
type Held = Rc<RefCell<Option<idle::Waiting>>>;

impl Rest {
    fn until(touched: Rc<Cell<f64>>, work: impl FnOnce() + 'static) -> Self {
        let waiting = Held::default();
        wait(&waiting, touched, Box::new(work));
        Self { waiting }
    }
}

impl Drop for Rest {
    fn drop(&mut self) {
        drop(self.waiting.take());
    }
}

fn wait(waiting: &Held, touched: Rc<Cell<f64>>, work: Box<dyn FnOnce()>) {
    let left = PAUSE.saturating_sub(clock::since(touched.get()));
    let again = Rc::clone(waiting);
    let next = idle::after(left, move || {
        if clock::since(touched.get()) >= PAUSE {
            work();
        } else {
            wait(&again, touched, work);
        }
    });
    waiting.replace(Some(next));
}

/// A judgement that has not begun; dropped, it never does.
enum Judging {
    Rest(#[expect(dead_code, reason = "held until it works")] Rest),
    Idle(#[expect(dead_code, reason = "held until it works")] idle::Waiting),
    InTime(#[expect(dead_code, reason = "held until it works")] Timeout),
}

/// How long a verdict may stay behind, by how long judging took the last time.
fn pause(took: u32) -> u32 {
    if took <= QUICK {
        return 0;
    }
    took.saturating_mul(2).min(LONGEST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_judged_quickly_is_judged_between_keys() {
        assert_eq!(pause(0), 0);
        assert_eq!(pause(QUICK), 0);
        assert_eq!(pause(30), 60);
        assert_eq!(pause(5_000), LONGEST);
    }
}
