//! The way on from a record.

use dossier::Edit;
use wording::ui::forms as words;
use yew::prelude::*;

use super::list_screen::on_add;
use crate::flow;
use crate::state::{Action, AppHandle};
use crate::ui::el::classed;
use crate::ui::{button, link};

/// Back to the list, straight back to where an answer was to be changed, or away with the record.
pub(super) fn record_ending(app: &AppHandle, list: &str, record: &str) -> Html {
    let another = button(words::ANOTHER.into(), on_add(app, list));
    let remove = button(words::REMOVE_RECORD.into(), on_remove(app, list, record));
    let mut bar = classed("div", "cluster continue");
    let mut home = link(app, flow::home(app, list)).class("button button--primary");
    // Who came to change one answer goes straight back.
    if let Some(back) = &app.return_to {
        let label = words::back_to(&flow::name(app.book(), back));
        let straight = link(app, back.clone()).class("button button--primary");
        bar = bar.put(straight.says(&label));
        home = home.class("button");
    }
    bar.put(home.says(words::RECORD_READY))
        .put(another.id("another-record".into()).html())
        .put(remove.danger().html())
        .html()
}

fn on_remove(app: &AppHandle, list: &str, record: &str) -> Callback<()> {
    let dispatcher = app.dispatcher();
    let (home, record) = (flow::home(app, list), record.to_owned());
    Callback::from(move |()| {
        let record = record.clone();
        dispatcher.dispatch(Action::Go(home.clone()));
        dispatcher.dispatch(Action::Edit(Edit::Remove { record }));
    })
}
