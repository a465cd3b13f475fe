//! The statements, each confirmed on its own.

use std::collections::BTreeSet;

use rulebook::Statement;
use wording::ui::seal as words;
use yew::prelude::*;

use super::of_applicant;
use crate::platform::form;
use crate::state::AppState;
use crate::ui::el::{classed, el, words as texts};
use crate::ui::{Tick, authority_tag, tick};

/// The id of the box of a statement.
pub(super) fn statement_id(statement: &str) -> String {
    format!("s-{statement}")
}

/// The statements, each confirmed on its own. `confirmed` are the ids of those that are;
/// `on_confirm` is told which is confirmed, or no longer.
pub(super) fn statements(
    app: &AppState,
    confirmed: &BTreeSet<String>,
    on_confirm: &Callback<(String, bool)>,
) -> Html {
    let mut list = classed("div", "choice-list");
    for statement in of_applicant(app.book()) {
        list = list.put(one(statement, confirmed, on_confirm));
    }
    classed("fieldset", "field")
        .put(texts("legend", "field__label", words::STATEMENTS))
        .put(list.html())
        .html()
}

fn one(
    statement: &Statement,
    confirmed: &BTreeSet<String>,
    on_confirm: &Callback<(String, bool)>,
) -> Html {
    let (own, on_confirm) = (statement.id.clone(), on_confirm.clone());
    let on_change = Callback::from(move |event: Event| {
        on_confirm.emit((own.clone(), form::is_checked(&event)));
    });
    let id = statement_id(&statement.id);
    let ticked = confirmed.contains(&statement.id);
    let input = tick(Tick::Box, id.clone().into(), ticked, on_change);
    let input = input.attr("aria-describedby", format!("{id}-source").into());
    let source = el("span").attr("id", format!("{id}-source").into());
    let source = source.put(authority_tag(statement.authority, &statement.locator));
    let label = classed("label", "choice__label").attr("for", id.into());
    let told = classed("div", "stack stack--tight").put(label.say(&statement.text).html());
    let row = classed("div", "choice")
        .key(&statement.id)
        .put(input.html());
    row.put(told.put(source.html()).html()).html()
}
