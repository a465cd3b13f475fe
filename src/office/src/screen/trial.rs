//! What would be if: a way that somebody could go, or an answer that is missing, tried on a copy.

use screening::compare;
use ui::el::{classed, el, words as texts};
use ui::{button, details};
use wording::desk::office as words;
use yew::html::Scope;
use yew::prelude::*;

use super::comparison::side_by_side;
use crate::app::{Msg, Root};
use crate::errand::{Change, Details, Trial};
use crate::store::Id;

/// What can be tried, and what came of it.
pub(crate) fn trial(root: &Root, (link, id): (&Scope<Root>, Id), details: &Details) -> Html {
    if details.ways.is_empty() && details.asks.is_empty() {
        return el("div").html();
    }
    let mut list = el("ul");
    for (place, (route, way)) in details.ways.iter().enumerate() {
        let change = Change::Way(u64::try_from(place).unwrap_or_default());
        let try_it = tried(link, (id, change), words::TRY_WAY, way);
        let text = el("span").say(&format!("{route}：{way}")).html();
        list = list.put(
            el("li")
                .key(&format!("w{place}"))
                .put(text)
                .put(try_it)
                .html(),
        );
    }
    for ask in &details.asks {
        let mut row = el("li")
            .key(&ask.question)
            .put(el("span").say(&ask.label).html());
        for (value, label) in &ask.choices {
            let change = Change::Answer(ask.question.clone(), value.clone());
            let text = format!("{}“{label}”", words::TRY_ANSWER);
            row = row.put(tried(link, (id, change), &text, &ask.label));
        }
        list = list.put(row.html());
    }
    let outcome = classed("div", "stack")
        .set("id", "trial")
        .set("aria-live", "polite");
    let outcome = match &root.trial {
        None => outcome,
        Some(Err(why)) => outcome.put(texts("p", "notice notice--danger", why)),
        Some(Ok(trial)) => outcome.put(told(trial)),
    };
    let inside = classed("div", "stack")
        .put(list.html())
        .put(outcome.html())
        .html();
    self::details("details", words::TRY.into(), "", inside)
}

fn tried(link: &Scope<Root>, (id, change): (Id, Change), label: &str, about: &str) -> Html {
    let on_press = link.callback(move |()| Msg::Try(id, change.clone()));
    button(label.to_owned().into(), on_press)
        .quiet()
        .about(about.to_owned().into())
        .html()
}

/// Only what would be another.
fn told(trial: &Trial) -> Html {
    let mut rows = compare(&[&trial.before, &trial.after]);
    rows.retain(|row| row.differs);
    if rows.is_empty() {
        return texts("p", "muted", words::NO_CHANGE);
    }
    let names = [words::BEFORE, words::AFTER].map(str::to_owned);
    side_by_side(&names, &rows)
}
