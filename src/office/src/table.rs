//! The table: a row for each candidate, of which only those in sight are in the page.

use std::rc::Rc;

use screening::{Column, Order};
use ui::el::{classed, el};
use wording::desk::{self, office as words};
use yew::prelude::*;

use crate::platform::grid::{self, Sight};
use crate::store::{Id, Row, Shown};

/// Rows drawn above and below those in sight.
const BESIDE: usize = 8;

/// Properties of [`Grid`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct GridProps {
    /// What is shown.
    pub(crate) shown: Rc<Shown>,
    /// The columns.
    pub(crate) columns: Vec<Column>,
    /// By what it is sorted.
    pub(crate) order: Option<Order>,
    /// Whose details are shown.
    pub(crate) selected: Option<Id>,
    /// Sorts by a column.
    pub(crate) on_sort: Callback<Column>,
    /// Shows somebody's details.
    pub(crate) on_open: Callback<Id>,
}

/// The table.
#[component]
pub(crate) fn Grid(props: &GridProps) -> Html {
    let node = use_node_ref();
    let sight = use_state_eq(Sight::default);
    let active = use_state_eq(|| 0_usize);
    let rows = props.shown.rows.len();
    let look = {
        let (node, sight) = (node.clone(), sight.setter());
        Callback::from(move |()| {
            if let Some(now) = grid::sight(&node) {
                sight.set(now);
            }
        })
    };
    {
        let look = look.clone();
        use_effect_with(rows, move |_| look.emit(()));
    }
    let on_scroll = look.reform(|_: Event| ());
    let on_key = {
        let (node, active, look) = (node.clone(), active.clone(), look);
        let (shown, on_open, sight) = (props.shown.clone(), props.on_open.clone(), *sight);
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Enter" {
                return open(&shown, *active, &on_open);
            }
            if let Some(next) = moved(&event.key(), *active, (shown.rows.len(), sight)) {
                event.prevent_default();
                active.set(next);
                grid::reveal(&node, next);
                look.emit(());
            }
        })
    };
    let first = usize::try_from(sight.top / sight.row.max(1)).unwrap_or_default();
    let seen = usize::try_from(sight.height / sight.row.max(1)).unwrap_or_default();
    let from = first.saturating_sub(BESIDE).min(rows);
    let to = first.saturating_add(seen).saturating_add(BESIDE).min(rows);
    let at = (*active).min(rows.saturating_sub(1));
    let drawn = props.shown.rows.get(from..to).unwrap_or_default();
    let drawn = drawn.iter().zip(from..).map(|(row, place)| {
        let setter = active.setter();
        let on_pick = Callback::from(move |()| setter.set(place));
        one(props, (row, place, place == at), on_pick)
    });
    html! {
        <div
            class="grid"
            id="results"
            role="grid"
            tabindex="0"
            ref={node}
            aria-label={words::RESULTS}
            aria-rowcount={rows.saturating_add(1).to_string()}
            aria-colcount={props.columns.len().to_string()}
            aria-activedescendant={(from..to).contains(&at).then(|| format!("row-{at}"))}
            onscroll={on_scroll}
            onkeydown={on_key}
        >
            { head(props) }
            { space(from, sight.row) }
            <div class="grid__rows" role="rowgroup">{ drawn.collect::<Html>() }</div>
            { space(rows.saturating_sub(to), sight.row) }
        </div>
    }
}

fn open(shown: &Shown, at: usize, on_open: &Callback<Id>) {
    if let Some(Row::Line(line)) = shown.rows.get(at)
        && let Some(line) = shown.lines.get(*line)
    {
        on_open.emit(line.id);
    }
}

/// Where a key leads; none when it is none that moves.
fn moved(key: &str, at: usize, (rows, sight): (usize, Sight)) -> Option<usize> {
    let page = usize::try_from(sight.height / sight.row.max(1)).unwrap_or_default();
    let page = page.saturating_sub(2).max(1);
    let last = rows.saturating_sub(1);
    let next = match key {
        "ArrowDown" => at.saturating_add(1),
        "ArrowUp" => at.saturating_sub(1),
        "PageDown" => at.saturating_add(page),
        "PageUp" => at.saturating_sub(page),
        "Home" => 0,
        "End" => last,
        _ => return None,
    };
    Some(next.min(last))
}

/// Room for rows that are not drawn. An attribute, since the content policy allows no style in the page.
fn space(rows: usize, row: i32) -> Html {
    let row = usize::try_from(row).unwrap_or_default();
    classed("svg", "grid__space")
        .set("aria-hidden", "true")
        .set("width", "1")
        .attr("height", rows.saturating_mul(row).to_string().into())
        .html()
}

fn head(props: &GridProps) -> Html {
    let mut row = classed("div", "grid__row grid__head").set("role", "row");
    row = row.set("aria-rowindex", "1");
    for column in &props.columns {
        let sorted = props.order.filter(|order| order.column == *column);
        let sort = match sorted {
            None => "none",
            Some(order) if order.down => "descending",
            Some(_) => "ascending",
        };
        let (on_sort, own) = (props.on_sort.clone(), *column);
        let on_click = Callback::from(move |_: MouseEvent| on_sort.emit(own));
        let button = classed("button", "grid__sort").set("type", "button");
        let button = button.on_click(on_click).say(desk::column(*column));
        let cell = classed("div", width(*column)).set("role", "columnheader");
        let cell = cell.key(desk::column(*column)).set("aria-sort", sort);
        row = row.put(cell.put(button.html()).html());
    }
    row.html()
}

fn one(
    props: &GridProps,
    (row, place, active): (&Row, usize, bool),
    on_pick: Callback<()>,
) -> Html {
    let line = match row {
        Row::Group(label) => {
            let cell = classed("div", "grid__cell grid__group").set("role", "gridcell");
            let cell = cell.attr("aria-colspan", props.columns.len().to_string().into());
            let own = framed(place, "grid__row");
            return own.put(cell.say(label).html()).html();
        }
        Row::Line(line) => line,
    };
    let Some(line) = props.shown.lines.get(*line) else {
        return framed(place, "grid__row").html();
    };
    let selected = props.selected == Some(line.id);
    let class = match (selected, active) {
        (true, _) => "grid__row grid__row--selected",
        (_, true) => "grid__row grid__row--active",
        _ => "grid__row",
    };
    let (on_open, id) = (props.on_open.clone(), line.id);
    let mut own = framed(place, class).on_click(Callback::from(move |_: MouseEvent| {
        on_pick.emit(());
        on_open.emit(id);
    }));
    own = own.set("aria-selected", if selected { "true" } else { "false" });
    for column in &props.columns {
        let text = desk::shown(*column, &line.screened);
        let cell = classed("div", width(*column)).set("role", "gridcell");
        own = own.put(match column {
            Column::Verdict => cell.put(verdict(line.screened.verdict(), &text)).html(),
            _ => cell.say(&text).html(),
        });
    }
    own.html()
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
        Column::Score
        | Column::Earliest
        | Column::Evidence
        | Column::StandIns
        | Column::Problems => "grid__cell grid__cell--narrow",
        _ => "grid__cell",
    }
}
