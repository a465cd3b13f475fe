//! Judges what was typed once its keys are drawn.

use std::rc::Rc;

use yew::prelude::*;

use crate::platform::{clock, idle};
use crate::state::{Action, AppHandle};

/// A judgement that takes no longer disturbs no typist, in milliseconds.
const QUICK: u32 = 8;
/// The longest time that a verdict stays behind, in milliseconds.
const LONGEST: u32 = 400;

/// Has what was typed judged right after it is drawn; where judging takes long, not at every key,
/// but never later than [`LONGEST`]. Every other action has it judged at once.
#[hook]
pub(crate) fn use_judging(app: &AppHandle) {
    let took = use_mut_ref(|| 0_u32);
    let dispatcher = app.dispatcher();
    // INVARIANT: begins at the first key that is not judged; further keys put nothing off. An effect may run late, and see
    // the next spell of typing where it saw the last: the number of judgements tells them apart.
    use_effect_with((app.stale, app.judgements), move |(stale, _)| {
        let pause = pause(*took.borrow());
        let took = Rc::clone(&took);
        let waiting = stale.then(|| {
            idle::in_time(pause, move || {
                let begun = clock::now();
                dispatcher.dispatch(Action::Judge);
                *took.borrow_mut() = clock::since(begun);
            })
        });
        move || drop(waiting)
    });
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
