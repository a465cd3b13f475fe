//! The statements, each confirmed on its own.

use std::collections::BTreeSet;
use std::rc::Rc;

use rulebook::Statement;
use wording::ui::seal as words;
use yew::prelude::*;

use super::of_applicant;
use crate::platform::form;
use crate::state::use_app;
use crate::ui::AuthorityTag;

/// Properties of [`Statements`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct StatementsProps {
    /// The ids of those that are confirmed.
    pub(super) confirmed: Rc<BTreeSet<String>>,
    /// Called with the ids when one more or one less is.
    pub(super) on_confirm: Callback<BTreeSet<String>>,
}

/// The id of the box of a statement.
pub(super) fn statement_id(statement: &str) -> String {
    format!("s-{statement}")
}

/// The statements, each confirmed on its own.
#[component]
pub(super) fn Statements(props: &StatementsProps) -> Html {
    let app = use_app();
    html! {
        <fieldset class="field">
            <legend class="field__label">{ words::STATEMENTS }</legend>
            <div class="choice-list">
                for statement in of_applicant(app.book()) {
                    <OneStatement
                        key={statement.id.clone()}
                        statement={statement.clone()}
                        confirmed={props.confirmed.clone()}
                        on_confirm={props.on_confirm.clone()}
                    />
                }
            </div>
        </fieldset>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct OneStatementProps {
    statement: Statement,
    confirmed: Rc<BTreeSet<String>>,
    on_confirm: Callback<BTreeSet<String>>,
}

#[component]
fn OneStatement(props: &OneStatementProps) -> Html {
    let statement = &props.statement;
    let on_change = use_callback(props.clone(), |event: Event, props| {
        let mut confirmed = BTreeSet::clone(&props.confirmed);
        if form::is_checked(&event) {
            confirmed.insert(props.statement.id.clone());
        } else {
            confirmed.remove(&props.statement.id);
        }
        props.on_confirm.emit(confirmed);
    });
    let id = statement_id(&statement.id);
    html! {
        <div class="choice">
            <input
                class="choice__input"
                type="checkbox"
                id={id.clone()}
                checked={props.confirmed.contains(&statement.id)}
                aria-describedby={format!("{id}-source")}
                onchange={on_change}
            />
            <div class="stack stack--tight">
                <label class="choice__label" for={id.clone()}>{ &statement.text }</label>
                <span id={format!("{id}-source")}>
                    <AuthorityTag
                        authority={statement.authority}
                        locator={statement.locator.clone()}
                    />
                </span>
            </div>
        </div>
    }
}
