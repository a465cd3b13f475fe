//! Judges what was typed once its keys are drawn.

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
    let dispatcher = app.dispatcher();
    let outlined = app.outline.is_some().then_some(app.content);
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
        let waiting = stale.then(|| match outlined {
            Some(_) => Judging::Idle(idle::after(PAUSE, judge)),
            None if first => Judging::Idle(idle::after(FIRST, judge)),
            None => Judging::InTime(idle::in_time(pause, judge)),
        });
        move || drop(waiting)
    });
}

/// A judgement that has not begun; dropped, it never does.
enum Judging {
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
