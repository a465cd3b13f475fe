//! How far making and checking the package is.

use wording::ui::seal as words;
use yew::{Callback, Html};

use super::sealing::Stage;
use crate::seal::attach::progress;
use crate::ui::button;
use crate::ui::el::{classed, el};

/// How far making and checking the package is, or why it stopped. The slot is always there.
pub(super) fn working(stage: &Stage, on_stop: Callback<()>) -> Html {
    let slot = classed("div", "notice-slot").set("aria-live", "polite");
    let told = match stage {
        Stage::Working(at) => classed("div", "stack")
            .key("working")
            .put(el("p").say(words::SEALING).html())
            .put(progress(words::SEALING, at.done, at.size))
            .put(button(words::STOP.into(), on_stop).quiet().html()),
        Stage::Ready(_) => {
            let ready = classed("p", "visually-hidden").key("ready");
            ready.say(words::SEALED)
        }
        Stage::Failed(why) => {
            let failed = classed("p", "notice notice--danger").key("failed");
            failed.say(why)
        }
        Stage::Idle => return slot.html(),
    };
    slot.put(told.html()).html()
}
