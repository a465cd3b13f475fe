//! The statements, each confirmed on its own.

use std::collections::BTreeSet;
use std::rc::Rc;

use rulebook::Statement;
use wording::ui::seal as words;
use yew::prelude::*;

use super::of_applicant;
use crate::platform::form;
use crate::state::AppState;
use crate::ui::authority_tag;
use crate::ui::el::{classed, el, words as texts};

/// The id of the box of a statement.
pub(super) fn statement_id(statement: &str) -> String {
    format!("s-{statement}")
}

/// The statements, each confirmed on its own. `confirmed` are the ids of those that are;
/// `on_confirm` is told them when one more or one less is.
pub(super) fn statements(
    app: &AppState,
    confirmed: &Rc<BTreeSet<String>>,
    on_confirm: &Callback<BTreeSet<String>>,
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
    confirmed: &Rc<BTreeSet<String>>,
    on_confirm: &Callback<BTreeSet<String>>,
) -> Html {
    let before = Rc::clone(confirmed);
    let (own, on_confirm) = (statement.id.clone(), on_confirm.clone());
    let on_change = Callback::from(move |event: Event| {
        let mut confirmed = BTreeSet::clone(&before);
        if form::is_checked(&event) {
            confirmed.insert(own.clone());
        } else {
            confirmed.remove(&own);
        }
        on_confirm.emit(confirmed);
    });
    let id = statement_id(&statement.id);
    let input = html! {
        <input
            class="choice__input"
            type="checkbox"
            id={id.clone()}
            checked={confirmed.contains(&statement.id)}
            aria-describedby={format!("{id}-source")}
            onchange={on_change}
        />
    };
    let source = el("span").attr("id", format!("{id}-source").into());
    let source = source.put(authority_tag(statement.authority, &statement.locator));
    let label = classed("label", "choice__label").attr("for", id.into());
    let told = classed("div", "stack stack--tight").put(label.say(&statement.text).html());
    let row = classed("div", "choice").key(&statement.id).put(input);
    row.put(told.put(source.html()).html()).html()
}
