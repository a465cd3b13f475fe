//! What would change the verdict of a route, as actions that lead to the fields.

use assess::{LevelLine, Place, RouteId, RouteLine, Verdict, Waiting};
use wording::ui::{advice as words, verdict};
use yew::Html;

use super::ways::ways;
use crate::state::{AppHandle, RouteAdvice};
use crate::ui::el::{all, classed, el, text, words as texts};
use crate::ui::{details, place_link};
use crate::verdict::{explain, places};

/// So many sets of answers are shown at once; more are folded.
const MOST_SETS: usize = 2;

/// How the route can be settled and met. Folded, unless all was known before the screen appeared:
/// what comes later then moves nothing.
pub(super) fn advice(app: &AppHandle, level: &LevelLine, line: &RouteLine) -> Html {
    let slot = el("div");
    if line.conclusion.verdict == Verdict::Met {
        return slot.html();
    }
    let found = app.route_advice(RouteId {
        level: &level.id,
        route: &line.id,
    });
    let inside = match found {
        Some(found) => told(app, line, found),
        None => all(vec![
            texts("p", "muted", words::WORKING),
            missing(app, level, line),
        ]),
    };
    let labels = explain(app).labels();
    let name = labels.route(&level.id, &line.id);
    let about = texts("span", "visually-hidden", &name);
    let summary = el("summary").say(words::SUMMARY).put(about).html();
    let mut folded = classed("details", "details route__advice");
    if app.had_advice() {
        folded = folded.set("open", "");
    }
    let inside = classed("div", "stack").put(inside).html();
    slot.put(folded.put(summary).put(inside).html()).html()
}

fn told(app: &AppHandle, line: &RouteLine, found: &RouteAdvice) -> Html {
    let mut parts = Vec::new();
    if line.conclusion.verdict.is_open() {
        let gaps = &found.gaps;
        parts.push(sets(app, Verdict::Met, &gaps.meet));
        parts.push(sets(app, Verdict::NotMet, &gaps.fail));
        if gaps.bounded {
            parts.push(texts("p", "muted", words::BOUNDED));
        }
    }
    parts.push(ways(app, &found.ways));
    if !found.waiting.years.is_empty() && !line.conclusion.verdict.is_open() {
        parts.push(waiting(app, &found.waiting));
    }
    all(parts)
}

/// Why each year is waited for.
fn waiting(app: &AppHandle, waiting: &Waiting) -> Html {
    let mut years = classed("ul", "facts");
    for year in explain(app).waiting(waiting) {
        years = years.put(el("li").say(&year).html());
    }
    let summary = words::waiting(waiting.met).into();
    details("details", summary, "", years.html())
}

/// The sets of answers that can settle the route like this, smallest first.
fn sets(app: &AppHandle, verdict: Verdict, sets: &[Vec<Place>]) -> Html {
    let stack = classed("div", "stack");
    if sets.is_empty() {
        return stack.html();
    }
    let (shown, folded) = sets.split_at(sets.len().min(MOST_SETS));
    let stack = stack
        .put(el("h4").say(&words::gaps(verdict)).html())
        .put(list(app, shown));
    if folded.is_empty() {
        return stack.html();
    }
    let summary = words::more_sets(folded.len()).into();
    stack
        .put(details("details", summary, "", list(app, folded)))
        .html()
}

fn list(app: &AppHandle, sets: &[Vec<Place>]) -> Html {
    let mut list = classed("ul", "place-list");
    for set in sets {
        let mut item = el("li");
        for (index, place) in set.iter().enumerate() {
            if index > 0 {
                item = item.put(text(words::AND));
            }
            let name = verdict::missing_place(explain(app), place);
            item = item.put(place_link(app, place, true, &name));
        }
        list = list.put(item.html());
    }
    list.html()
}

/// Everything that is not answered below an open route, while the sets are not known.
fn missing(app: &AppHandle, level: &LevelLine, line: &RouteLine) -> Html {
    let stack = classed("div", "stack");
    if !line.conclusion.verdict.is_open() {
        return stack.html();
    }
    let missing = explain(app).missing(level, line);
    if missing.is_empty() {
        return stack.html();
    }
    let stack = stack.put(el("h4").say(verdict::WHY_OPEN).html());
    stack.put(places::missing(app, &missing)).html()
}
