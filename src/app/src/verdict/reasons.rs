//! Reasons unfolded: a list in a list, each with its verdict and the facts behind it.

use wording::explain::{Detail, Reason};
use wording::ui::verdict as words;
use yew::Html;

use crate::state::AppHandle;
use crate::ui::el::{classed, el, text};
use crate::ui::{details, place_link, verdict_tag};

/// So many facts are shown at once; more are folded.
const MOST_FACTS: usize = 6;

/// Reasons with what stands behind them.
pub(super) fn reasons(app: &AppHandle, reasons: &[Reason]) -> Html {
    let mut list = classed("ul", "reasons");
    for reason in reasons {
        let line = classed("p", "reason__line")
            .put(verdict_tag(reason.verdict))
            .put(text(" "))
            .put(el("span").say(&reason.text).html());
        let item = classed("li", "reason").put(line.html());
        list = list.put(item.put(behind(app, reason)).html());
    }
    list.html()
}

/// The facts and parts of a reason.
fn behind(app: &AppHandle, reason: &Reason) -> Html {
    let mut behind = classed("div", "reason__behind");
    let count = reason.details.len();
    if count > MOST_FACTS {
        let summary = words::folded_facts(count).into();
        let facts = facts(app, &reason.details);
        behind = behind.put(details("details", summary, "", facts));
    } else if count > 0 {
        behind = behind.put(facts(app, &reason.details));
    }
    if !reason.parts.is_empty() {
        behind = behind.put(reasons(app, &reason.parts));
    }
    behind.html()
}

/// Facts, each with the way to where it can be changed.
fn facts(app: &AppHandle, details: &[Detail]) -> Html {
    let mut list = classed("ul", "facts");
    for detail in details {
        let fact = match &detail.place {
            Some(place) => place_link(app, place, true, &detail.text),
            None => el("span").say(&detail.text).html(),
        };
        list = list.put(el("li").put(fact).html());
    }
    list.html()
}
