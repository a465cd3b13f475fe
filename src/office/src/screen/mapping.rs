//! Where the headers of other rosters lead.

use ui::el::{classed, el};
use ui::{button, details};
use wording::desk::office as words;
use yew::html::Scope;
use yew::prelude::*;

use crate::app::{Msg, Root};
use crate::platform::{files, grid::chosen};

/// The headers that lead nowhere yet, and the file of a mapping.
pub(crate) fn mapping(root: &Root, link: &Scope<Root>) -> Html {
    let mut list = classed("div", "stack stack--tight");
    let mut told: Vec<&str> = Vec::new();
    for heading in &root.headings {
        let targets = if heading.records {
            &root.about.records
        } else {
            &root.about.people
        };
        for (header, _) in heading.headers.iter().filter(|(_, known)| known.is_none()) {
            if !told.contains(&header.as_str()) {
                list = list.put(one(root, link, (header, &heading.sheet, targets)));
                told.push(header);
            }
        }
    }
    let save = button(
        words::MAPPING_SAVE.into(),
        link.callback(|()| Msg::SaveMapping),
    );
    let again = button(
        words::MAPPING_USE.into(),
        link.callback(|()| Msg::ReadAgain),
    )
    .primary();
    let nothing = root.mapping.columns.is_empty();
    let row = classed("div", "cluster")
        .put(again.disabled(nothing).html())
        .put(save.disabled(nothing).html())
        .put(open(link));
    let help = el("p").say(words::MAPPING_HELP).html();
    let inside = classed("div", "stack")
        .put(help)
        .put(list.html())
        .put(row.html())
        .html();
    let title = words::mapping(told.len());
    details("details", title.into(), "", inside)
}

fn open(link: &Scope<Root>) -> Html {
    let on_pick = link.callback(|event: Event| Msg::OpenMapping(files::picked(&event)));
    html! {
        <div>
            <input
                type="file"
                class="visually-hidden"
                id="office-mapping"
                accept=".json,application/json"
                onchange={on_pick}
            />
            <label class="button" for="office-mapping">{ words::MAPPING_OPEN }</label>
        </div>
    }
}

/// A header, and all that it can lead to.
fn one(
    root: &Root,
    link: &Scope<Root>,
    (header, sheet, targets): (&str, &str, &[(String, String)]),
) -> Html {
    let own = header.to_owned();
    let on_change = link.callback(move |event: Event| Msg::Lead(own.clone(), chosen(&event)));
    let now = root.mapping.columns.get(header).map(roster::Target::id);
    let options = targets.iter().map(|(id, label)| {
        let selected = now.as_ref() == Some(id);
        html! { <option key={id.clone()} value={id.clone()} {selected}>{ label }</option> }
    });
    let id = format!("header-{sheet}-{header}");
    html! {
        <div class="cluster" key={id.clone()}>
            <label for={id.clone()}>{ format!("{sheet} “{header}”") }</label>
            <select class="input" {id} onchange={on_change}>
                <option key="none" value="" selected={now.is_none()}>{ words::MAPPING_NONE }</option>
                { options.collect::<Html>() }
            </select>
        </div>
    }
}
