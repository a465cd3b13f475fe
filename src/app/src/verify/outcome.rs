//! What came of a verification.

use std::rc::Rc;

use errand::Verified;
use wording::plain::shown;
use wording::ui::seal::FILE_NAME;
use wording::ui::verify as words;
use yew::prelude::*;

use super::code::CompareCode;
use super::layers::layers;
use super::watching::Stage;
use crate::ui::el::{classed, el, words as texts};

/// What came of a verification: valid or not, whose it is, the code on paper, each layer. The
/// slot is always there.
pub(super) fn outcome(stage: &Stage) -> Html {
    let slot = el("div");
    let Stage::Told { name, verified } = stage else {
        return slot.html();
    };
    slot.put(told(name, verified)).html()
}

fn told(name: &str, verified: &Rc<Verified>) -> Html {
    let look = if verified.valid {
        "notice notice--good"
    } else {
        "notice notice--danger"
    };
    let headline = el("strong").say(&verified.headline).html();
    let mut notice = classed("div", look).put(el("p").put(headline).html());
    if verified.valid {
        notice = notice.put(el("p").say(words::NOT_TRUTH).html());
    }
    let mut facts = classed("dl", "summary-list").put(row(FILE_NAME, &shown(name)));
    for (name, value) in &verified.facts {
        facts = facts.put(row(name, value));
    }
    // Another package, or the same one again, begins with an empty field.
    let key = Rc::as_ptr(verified) as usize;
    let subject = verified.subject.clone();
    classed("div", "stack verification")
        .put(notice.html())
        .put(facts.html())
        .put(html! { <CompareCode {key} {subject} /> })
        .put(texts("h2", "", words::LAYERS))
        .put(layers(&verified.layers))
        .html()
}

fn row(key: &str, value: &str) -> Html {
    let value = el("bdi").say(value).html();
    classed("div", "summary-list__row")
        .key(key)
        .put(texts("dt", "summary-list__key", key))
        .put(classed("dd", "summary-list__value").put(value).html())
        .html()
}
