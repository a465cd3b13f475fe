//! Choices of which one is made.

use yew::prelude::*;

use crate::el::classed;
use crate::platform::form;
use crate::{Tick, tick};

/// One choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What is told when it is made.
    pub value: AttrValue,
    /// What a person reads.
    pub label: AttrValue,
    /// An explanation.
    pub help: AttrValue,
}

/// Choices of which one is made. `name` ties them together, and their ids begin with it.
pub fn choice_list(
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
