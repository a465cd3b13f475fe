//! Which portal the files are held against, where the book knows several.

use errand::Portal;
use ui::el::el;
use ui::{Around, Choice, choice_list, group};
use wording::ui::seal as words;
use yew::prelude::*;

use crate::state::{Action, AppHandle};

/// The id of the group.
const ID: &str = "portals";

/// Which portal the files are held against. The slot is always there.
pub(super) fn portal_choice(app: &AppHandle, portals: &[Portal], held: Option<&Portal>) -> Html {
    let slot = el("div");
    if portals.len() < 2 {
        return slot.html();
    }
    let choices = portals.iter().map(|portal| Choice {
        value: portal.id.clone().into(),
        label: portal.label.clone().into(),
        help: portal.authority.clone().into(),
    });
    let dispatcher = app.dispatcher();
    let on_choose = Callback::from(move |id| dispatcher.dispatch(Action::Portal(id)));
    let held = held.map(|portal| portal.id.as_str());
    let around = Around {
        id: ID,
        label: words::PORTAL,
        help: words::PORTAL_HELP,
        ..Around::default()
    };
    let list = choice_list("portal", choices.collect(), held, on_choose);
    slot.put(group(&around, list)).html()
}
