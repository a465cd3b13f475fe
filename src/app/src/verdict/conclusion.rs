//! A verdict as tags, and the stand-ins that decided it.

use assess::Conclusion;
use wording::explain::{Explain, stand_in};
use wording::ui::verdict as words;
use yew::Html;

use crate::ui::el::{all, classed, el, words as texts};
use crate::ui::{details, verdict_tag};

/// The verdict, marked when a stand-in decided it.
pub(super) fn tags(conclusion: &Conclusion) -> Html {
    let mut tags = classed("span", "cluster").put(verdict_tag(conclusion.verdict));
    if conclusion.is_reference() {
        tags = tags.put(texts("span", "tag tag--reference", words::REFERENCE));
    }
    tags.html()
}

/// The stand-ins that decided it, folded.
pub(super) fn stand_ins(explain: Explain<'_>, conclusion: &Conclusion, about: &str) -> Html {
    let (mut list, mut count) = (el("ul"), 0_usize);
    for entry in conclusion.stand_ins() {
        let entry = stand_in(explain.labels(), entry);
        list = list.put(el("li").say(&entry).html());
        count = count.saturating_add(1);
    }
    let basis = classed("div", "basis");
    if count == 0 {
        return basis.html();
    }
    let summary = words::stand_ins(count).into();
    let inside = all(vec![el("p").say(words::STAND_INS_TEXT).html(), list.html()]);
    basis.put(details("details", summary, about, inside)).html()
}
