//! Printing what is entered, without a package: the whole form, or a sheet of it.

use errand::{Errand, Sheet};
use wording::ui::seal as words;
use yew::platform::spawn_local;
use yew::prelude::*;

use super::contents;
use crate::platform::desk::{self, Watch};
use crate::platform::paper;
use crate::state::{Action, AppHandle, Notice};
use crate::ui::button;
use crate::ui::el::{classed, words as texts};

/// Buttons that print the form or sheets of it, as a package of the same content would hold it.
pub(crate) fn print_buttons(app: &AppHandle, sheets: &[Sheet]) -> Html {
    let mut cluster = classed("div", "cluster");
    for sheet in sheets {
        let label = words::print(match sheet {
            Sheet::Form => words::Printed::Form,
            Sheet::Score => words::Printed::Score,
            Sheet::Pledge => words::Printed::Pledge,
        });
        cluster = cluster.put(button(label.into(), on_print(app, *sheet)).html());
    }
    let told = texts("p", "field__help", words::PRINT_TEXT);
    let stack = classed("div", "stack--tight screen-only");
    stack.put(cluster.html()).put(told).html()
}

fn on_print(app: &AppHandle, sheet: Sheet) -> Callback<()> {
    let app = app.clone();
    Callback::from(move |()| {
        let app = app.clone();
        spawn_local(async move {
            let errand = Errand::Print(Box::new(contents::work(&app)), sheet);
            let told = match desk::ask::<String>(&errand, &[], Watch::default()).await {
                Ok(form) if paper::print(&form.answer) => return,
                Ok(_) => words::PRINT_CANNOT.to_owned(),
                Err(why) => why,
            };
            app.dispatch(Action::Notice(Some(Notice::Words(told))));
        });
    })
}
