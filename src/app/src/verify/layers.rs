//! The layers of a verification, and what was found in each.

use errand::{Found, Layer};
use package::severity::Severity;
use wording::finding::weight;
use wording::ui::verify as words;
use yew::Html;

use crate::ui::el::{classed, el, words as texts};
use crate::ui::{TagLook, tag};

/// The layers, from the outside in.
pub(super) fn layers(layers: &[Layer]) -> Html {
    let mut list = classed("ol", "verification__layers");
    for layer in layers {
        list = list.put(one(layer));
    }
    list.html()
}

fn one(layer: &Layer) -> Html {
    let item = classed("li", "card").key(&layer.name);
    let head = classed("div", "cluster").put(texts("h3", "", &layer.name));
    let item = item.put(head.put(state(layer)).html());
    if layer.found.is_empty() {
        return item.html();
    }
    let mut list = classed("ul", "verification__found");
    for found in &layer.found {
        list = list.put(finding(found));
    }
    item.put(list.html()).html()
}

fn state(layer: &Layer) -> Html {
    let worst = layer.found.iter().map(|found| found.severity).max();
    match worst {
        None if layer.reached => tag(TagLook::Met, words::CLEAN),
        None => tag(TagLook::Todo, words::HIDDEN),
        Some(Severity::Error) => tag(TagLook::NotMet, &words::found(layer.found.len())),
        Some(_) => tag(TagLook::Open, &words::found(layer.found.len())),
    }
}

/// A finding: how heavy, where, what, what to do, and its code for who asks.
fn finding(found: &Found) -> Html {
    let place = el("bdi").say(&found.place).html();
    let head = classed("p", "verification__place")
        .put(texts("strong", "", weight(found.severity)))
        .put(place);
    let remedy = [words::REMEDY, &found.remedy].concat();
    el("li")
        .put(head.html())
        .put(el("p").say(&found.text).html())
        .put(el("p").say(&remedy).html())
        .put(texts("code", "muted", &found.code))
        .html()
}
