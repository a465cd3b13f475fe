//! The table: a row for each candidate, of which only those in sight are in the page.

mod row;

use std::ops::Range;
use std::rc::Rc;

use screening::{Column, Order};
use ui::el::classed;
use wording::desk::office as words;
use yew::prelude::*;

pub(crate) use row::verdict;

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
    let (sight, look) = use_sight(&node, props.shown.rows.len());
    let active = use_state_eq(|| 0_usize);
    let on_scroll = look.reform(|_: Event| ());
    let on_key = on_key(props, (&node, sight, look), &active);
    let rows = props.shown.rows.len();
    let at = (*active).min(rows.saturating_sub(1));
    let drawn = drawn(sight, rows);
    let seen = props.shown.rows.get(drawn.clone()).unwrap_or_default();
    let seen = seen.iter().zip(drawn.clone()).map(|(row, place)| {
        let setter = active.setter();
        let on_pick = Callback::from(move |()| setter.set(place));
        row::one(props, (row, place, place == at), on_pick)
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
            aria-activedescendant={drawn.contains(&at).then(|| format!("row-{at}"))}
            onscroll={on_scroll}
            onkeydown={on_key}
        >
            { row::head(props) }
            { space(drawn.start, sight.row) }
            <div class="grid__rows" role="rowgroup">{ seen.collect::<Html>() }</div>
            { space(rows.saturating_sub(drawn.end), sight.row) }
        </div>
    }
}

/// What is in sight, and what measures it anew; so does another number of rows.
#[hook]
fn use_sight(node: &NodeRef, rows: usize) -> (Sight, Callback<()>) {
    let sight = use_state_eq(Sight::default);
    let (node, setter) = (node.clone(), sight.setter());
    let look = Callback::from(move |()| {
        if let Some(now) = grid::sight(&node) {
            setter.set(now);
        }
    });
    let own = look.clone();
    use_effect_with(rows, move |_| own.emit(()));
    (*sight, look)
}

/// The rows that are drawn: those in sight, and some beside.
fn drawn(sight: Sight, rows: usize) -> Range<usize> {
    let first = usize::try_from(sight.top / sight.row.max(1)).unwrap_or_default();
    let seen = usize::try_from(sight.height / sight.row.max(1)).unwrap_or_default();
    let from = first.saturating_sub(BESIDE).min(rows);
    let to = first.saturating_add(seen).saturating_add(BESIDE).min(rows);
    from..to
}

fn on_key(
    props: &GridProps,
    (node, sight, look): (&NodeRef, Sight, Callback<()>),
    active: &UseStateHandle<usize>,
) -> Callback<KeyboardEvent> {
    let (node, active) = (node.clone(), active.clone());
    let (shown, on_open) = (props.shown.clone(), props.on_open.clone());
    Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Enter" {
            // Pressed on a header it sorts, and that is all.
            if !grid::is_on_button(&event) {
                open(&shown, *active, &on_open);
            }
            return;
        }
        if let Some(next) = moved(&event.key(), *active, (shown.rows.len(), sight)) {
            event.prevent_default();
            active.set(next);
            grid::reveal(&node, next);
            look.emit(());
        }
    })
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
