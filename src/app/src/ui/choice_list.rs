//! Choices of which one is made.

use yew::prelude::*;

use super::el::classed;
use super::{Tick, tick};
use crate::platform::form;

/// One choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Choice {
    /// What is told when it is made.
    pub(crate) value: AttrValue,
    /// What a person reads.
    pub(crate) label: AttrValue,
    /// An explanation.
    pub(crate) help: AttrValue,
}

/// Choices of which one is made. `name` ties them together, and their ids begin with it.
pub(crate) fn choice_list(
    name: &str,
    choices: Vec<Choice>,
    chosen: Option<&str>,
    on_choose: Callback<String>,
) -> Html {
    let on_change = Callback::from(move |event: Event| on_choose.emit(form::text(&event)));
    let mut list = classed("div", "choice-list");
    for choice in choices {
        let help = classed("span", "choice__help").text(choice.help).html();
        let label = classed("span", "choice__label")
            .text(choice.label)
            .put(help);
        let id = format!("{name}-{}", choice.value);
        let ticked = chosen == Some(choice.value.as_str());
        let input = tick(Tick::Choice, id.into(), ticked, on_change.clone())
            .attr("name", name.to_owned().into())
            .attr("value", choice.value.clone());
        let row = classed("label", "choice").key(&choice.value);
        list = list.put(row.put(input.html()).put(label.html()).html());
    }
    list.html()
}
