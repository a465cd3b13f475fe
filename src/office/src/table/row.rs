//! A row of the table: the header, a group, a candidate.

use screening::Column;
use ui::el::{classed, el};
use wording::desk;
use yew::prelude::*;

use super::GridProps;
use crate::store::{Line, Row};

/// The row of the headers, each of which sorts.
pub(super) fn head(props: &GridProps) -> Html {
    let mut row = classed("div", "grid__row grid__head").set("role", "row");
    row = row.set("aria-rowindex", "1");
    for column in &props.columns {
        row = row.put(header(props, *column));
    }
    row.html()
}

fn header(props: &GridProps, column: Column) -> Html {
    let sorted = props.order.filter(|order| order.column == column);
    let sort = match sorted {
        None => "none",
        Some(order) if order.down => "descending",
        Some(_) => "ascending",
    };
    let on_sort = props.on_sort.clone();
    let on_click = Callback::from(move |_: MouseEvent| on_sort.emit(column));
    let button = classed("button", "grid__sort").set("type", "button");
    let button = button.on_click(on_click).say(desk::column(column));
    let cell = classed("div", width(column)).set("role", "columnheader");
    let cell = cell.key(desk::column(column)).set("aria-sort", sort);
    cell.put(button.html()).html()
}

/// A row at a place: the head of a group, or a candidate.
pub(super) fn one(
    props: &GridProps,
    (row, place, active): (&Row, usize, bool),
    on_pick: Callback<()>,
) -> Html {
    match row {
        Row::Group(label) => group(props, place, label),
        Row::Line(line) => match props.shown.lines.get(*line) {
            Some(line) => candidate(props, (line, place, active), on_pick),
            None => framed(place, "grid__row").html(),
        },
    }
}

fn group(props: &GridProps, place: usize, label: &str) -> Html {
    let cell = classed("div", "grid__cell grid__group").set("role", "gridcell");
    let cell = cell.attr("aria-colspan", props.columns.len().to_string().into());
    let row = framed(place, "grid__row");
    row.put(cell.say(label).html()).html()
}

fn candidate(
    props: &GridProps,
    (line, place, active): (&Line, usize, bool),
    on_pick: Callback<()>,
) -> Html {
    let selected = props.selected == Some(line.id);
    let class = match (selected, active) {
        (true, _) => "grid__row grid__row--selected",
        (_, true) => "grid__row grid__row--active",
        _ => "grid__row",
    };
    let (on_open, id) = (props.on_open.clone(), line.id);
    let on_click = Callback::from(move |_: MouseEvent| {
        on_pick.emit(());
        on_open.emit(id);
    });
    let mut row = framed(place, class).on_click(on_click);
    row = row.set("aria-selected", if selected { "true" } else { "false" });
    for column in &props.columns {
        let text = desk::shown(*column, &line.screened);
        let cell = classed("div", width(*column)).set("role", "gridcell");
        row = row.put(match column {
            Column::Verdict => cell.put(verdict(line.screened.verdict(), &text)).html(),
            _ => cell.say(&text).html(),
        });
    }
    row.html()
}

fn framed(place: usize, class: &'static str) -> ui::el::El {
    el("div")
        .class(class)
        .key(&place.to_string())
        .set("role", "row")
        .attr("id", format!("row-{place}").into())
        .attr("aria-rowindex", place.saturating_add(2).to_string().into())
}

/// A verdict by its id.
pub(crate) fn verdict(id: &str, text: &str) -> Html {
    let look = match id {
        "met" => ui::TagLook::Met,
        "not_met" => ui::TagLook::NotMet,
        _ => ui::TagLook::Open,
    };
    ui::tag(look, text)
}

/// How wide a column is.
fn width(column: Column) -> &'static str {
    match column {
        Column::Routes | Column::Missing | Column::Input | Column::Book => {
            "grid__cell grid__cell--wide"
        }
        Column::Verdict => "grid__cell grid__cell--verdict",
        Column::Score => "grid__cell grid__cell--score",
        Column::Earliest | Column::Evidence | Column::StandIns | Column::Problems => {
            "grid__cell grid__cell--narrow"
        }
        _ => "grid__cell",
    }
}
