//! The ways to meet a route, cheapest first; each part leads to where it is done.

use assess::{Place, Shortfall, Way, Ways};
use wording::ui::advice as words;
use yew::Html;

use crate::state::AppHandle;
use crate::ui::el::{classed, el, words as texts};
use crate::ui::{details, place_link};
use crate::verdict::explain;

/// So many ways are shown at once; more are folded.
const MOST_WAYS: usize = 1;

/// The ways to meet a route, and the rows that could give what is missing in points.
pub(super) fn ways(app: &AppHandle, ways: &Ways) -> Html {
    let mut stack = classed("div", "stack").put(el("h4").say(words::WAYS).html());
    if ways.ways.is_empty() {
        stack = stack.put(el("p").say(words::NO_WAY).html());
    }
    let (shown, folded) = ways.ways.split_at(ways.ways.len().min(MOST_WAYS));
    stack = stack.put(list(app, shown, 0));
    if !folded.is_empty() {
        let more = list(app, folded, shown.len());
        let summary = words::more_ways(folded.len()).into();
        stack = stack.put(details("details", summary, "", more));
    }
    if ways.bounded {
        stack = stack.put(texts("p", "muted", words::WAYS_BOUNDED));
    }
    if let Some(shortfall) = &ways.shortfall {
        stack = stack.put(points(app, shortfall));
    }
    stack.html()
}

fn list(app: &AppHandle, ways: &[Way], before: usize) -> Html {
    let mut list = classed("ol", "ways-list");
    for (index, way) in ways.iter().enumerate() {
        let number = before.saturating_add(index).saturating_add(1);
        list = list.put(one(app, way, number));
    }
    list.html()
}

/// A way: its steps, and the year that is waited for.
fn one(app: &AppHandle, way: &Way, number: usize) -> Html {
    let mut steps = classed("ul", "place-list");
    for step in &way.steps {
        let text = explain(app).step(step);
        let link = place_link(app, &words::place(step), true, &text);
        steps = steps.put(el("li").put(link).html());
    }
    if way.wait > 0 {
        steps = steps.put(el("li").say(&words::wait(way.season)).html());
    }
    let name = texts("span", "ways-list__name", &words::way(number));
    el("li").put(name).put(steps.html()).html()
}

/// The points that are missing, and what could still give them.
fn points(app: &AppHandle, shortfall: &Shortfall) -> Html {
    // The first says what is missing, the others are the rows.
    let told = explain(app).shortfall(shortfall);
    let mut rows = classed("ul", "place-list");
    for (row, text) in shortfall.rows.iter().zip(told.iter().skip(1)) {
        let link = place_link(app, &Place::List(row.list.clone()), true, text);
        rows = rows.put(el("li").key(&row.row).put(link).html());
    }
    let missing = told.first().map_or("", String::as_str);
    let missing = el("p").say(missing).html();
    let summary = words::ROOM.into();
    let stack = classed("div", "stack").put(missing);
    stack
        .put(details("details", summary, "", rows.html()))
        .html()
}
