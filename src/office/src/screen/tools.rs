//! How the table is looked at: search, filters, groups, columns.

use std::rc::Rc;

use screening::{Column, Key, View};
use ui::el::{classed, el};
use ui::{Around, TextInput, button, details, field};
use wording::desk::{self, office as words};
use yew::html::Scope;
use yew::prelude::*;

use crate::app::{Msg, Root};
use crate::platform::grid::chosen;
use crate::store::Shown;

/// The tools above the table.
pub(crate) fn tools(root: &Root, link: &Scope<Root>) -> Html {
    classed("div", "stack stack--tight")
        .put(search(root, link))
        .put(html! { <Filter shown={root.shown.clone()} on_filter={on_filter(root, link)} /> })
        .put(filters(root, link))
        .put(grouping(root, link))
        .put(columns(root, link))
        .html()
}

fn looked(
    root: &Root,
    link: &Scope<Root>,
    change: impl Fn(&mut View, String) + 'static,
) -> Callback<String> {
    let view = root.view.clone();
    link.callback(move |text| {
        let mut view = view.clone();
        change(&mut view, text);
        Msg::Look(view)
    })
}

fn search(root: &Root, link: &Scope<Root>) -> Html {
    let around = Around {
        id: "search",
        label: words::SEARCH,
        help: words::SEARCH_HELP,
        ..Around::default()
    };
    let on_text = looked(root, link, |view, text| view.filter.search = text);
    let text = root.view.filter.search.clone();
    let input = html! {
        <TextInput id="search" {text} {on_text} described_by={around.described_by()} />
    };
    field(&around, input)
}

fn on_filter(root: &Root, link: &Scope<Root>) -> Callback<(Column, Key)> {
    let view = root.view.clone();
    link.callback(move |only| {
        let mut view = view.clone();
        view.filter.only.push(only);
        Msg::Look(view)
    })
}

/// Properties of [`Filter`].
#[derive(Clone, PartialEq, Properties)]
struct FilterProps {
    shown: Rc<Shown>,
    on_filter: Callback<(Column, Key)>,
}

/// A column, then one of its values. They are looked for only when a column is chosen.
#[component]
fn Filter(props: &FilterProps) -> Html {
    let column = use_state_eq(|| None::<Column>);
    let setter = column.setter();
    let on_column = Callback::from(move |event: Event| setter.set(column_of(&chosen(&event))));
    let values = use_memo((props.shown.clone(), *column), |(shown, column)| {
        column.map_or_else(Vec::new, |column| shown.values(column))
    });
    let on_value = {
        let (on_filter, setter) = (props.on_filter.clone(), column.setter());
        let (values, at) = (values.clone(), *column);
        Callback::from(move |event: Event| {
            let place: Option<usize> = chosen(&event).parse().ok();
            let key = place.and_then(|place| values.get(place));
            if let Some((column, (key, _))) = at.zip(key) {
                on_filter.emit((column, key.clone()));
                setter.set(None);
            }
        })
    };
    let labels = Column::ALL.map(|column| desk::column(column).to_owned());
    let at = column.and_then(|own| Column::ALL.iter().position(|column| *column == own));
    let values = values.iter().map(|(_, label)| label.clone());
    html! {
        <div class="cluster office__filter">
            <label for="filter">{ words::FILTER }</label>
            <select class="input" id="filter" onchange={on_column}>
                { options(labels.to_vec(), at) }
            </select>
            <label for="filter-value">{ words::FILTER_VALUE }</label>
            <select class="input" id="filter-value" onchange={on_value} disabled={column.is_none()}>
                { options(values.collect(), None) }
            </select>
        </div>
    }
}

/// The column at a place that was chosen.
fn column_of(place: &str) -> Option<Column> {
    Column::ALL.get(place.parse::<usize>().ok()?).copied()
}

/// What can be chosen, behind nothing.
fn options(labels: Vec<String>, at: Option<usize>) -> Html {
    let none = html! { <option key="none" value="" selected={at.is_none()}>{ words::CHOOSE_ONE }</option> };
    let labels = labels.into_iter().enumerate().map(|(place, label)| {
        let short: String = label.chars().take(40).collect();
        html! { <option key={place} value={place.to_string()} selected={at == Some(place)}>{ short }</option> }
    });
    std::iter::once(none).chain(labels).collect()
}

/// The filters that are on, each with its end.
fn filters(root: &Root, link: &Scope<Root>) -> Html {
    let mut row = classed("div", "cluster");
    for (place, (column, key)) in root.view.filter.only.iter().enumerate() {
        let view = root.view.clone();
        let on_press = link.callback(move |()| {
            let mut view = view.clone();
            view.filter.only.remove(place);
            Msg::Look(view)
        });
        let label = root.shown.label((*column, key));
        let text = format!("{}{} {label}", words::FILTER_OFF, desk::column(*column));
        row = row.put(button(text.into(), on_press).html());
    }
    row.html()
}

fn grouping(root: &Root, link: &Scope<Root>) -> Html {
    let view = root.view.clone();
    let on_change = link.callback(move |event: Event| {
        let mut view = view.clone();
        view.group = column_of(&chosen(&event));
        Msg::Look(view)
    });
    let columns = Column::ALL.into_iter().enumerate().map(|(place, column)| {
        let selected = root.view.group == Some(column);
        html! { <option key={place} value={place.to_string()} {selected}>{ desk::column(column) }</option> }
    });
    html! {
        <div class="cluster office__filter">
            <label for="group">{ words::GROUP }</label>
            <select class="input" id="group" onchange={on_change}>
                <option key="none" value="" selected={root.view.group.is_none()}>{ words::NO_GROUP }</option>
                { columns.collect::<Html>() }
            </select>
        </div>
    }
}

fn columns(root: &Root, link: &Scope<Root>) -> Html {
    let mut list = classed("div", "cluster");
    for column in Column::ALL {
        let on_change = link.callback(move |_: Event| Msg::Column(column));
        let ticked = root.columns.contains(&column);
        let id = format!("column-{}", desk::column(column));
        let input = ui::tick(ui::Tick::Box, id.into(), ticked, on_change);
        let label = classed("label", "choice").key(desk::column(column));
        let text = el("span").say(desk::column(column)).html();
        list = list.put(label.put(input.html()).put(text).html());
    }
    details("details", words::COLUMNS.into(), "", list.html())
}
