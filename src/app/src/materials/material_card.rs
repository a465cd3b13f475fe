//! A paper: its name and how it stands; the rest unfolds.

use dossier::Holder;
use rulebook::{Material, Provider};
use wording::ui::materials as words;
use yew::prelude::*;

use super::lacking::{attached, is_lacking, unproved};
use super::material_id;
use crate::screen::Screen;
use crate::seal::attach;
use crate::state::{AppHandle, AppState};
use crate::ui::el::{all, classed, el, words as texts};
use crate::ui::{Fold, TagLook, authority_tag, link, tag};

/// A paper. One that must be there and is not is unfolded.
pub(super) fn material_card(app: &AppHandle, material: &Material) -> Html {
    let summary = all(vec![
        texts("h3", "fold__name", &material.label),
        state(app, material),
    ]);
    let needed = words::needed(material.needed);
    let by = wording::term::provider(material.by);
    let facts = classed("div", "cluster")
        .put(texts("span", "tag", needed))
        .put(texts("span", "muted", by))
        .put(authority_tag(material.authority, &material.locator));
    let inside = all(vec![
        el("p").say(&material.text).html(),
        facts.html(),
        place(app, material),
    ]);
    let open = material.list.is_none() && is_own(material) && is_lacking(app, material);
    classed("li", "card")
        .key(&material.id)
        .attr("id", material_id(material).into())
        .set("tabindex", "-1")
        .put(html! { <Fold {summary} {open}>{ inside }</Fold> })
        .html()
}

/// Whether the applicant brings it.
fn is_own(material: &Material) -> bool {
    material.by == Provider::Applicant
}

/// How it stands: there, lacking, or somebody else's.
fn state(app: &AppState, material: &Material) -> Html {
    if !is_own(material) {
        return texts("span", "tag", wording::term::provider(material.by));
    }
    if let Some(list) = &material.list {
        let lacking = unproved(app, list);
        return match (lacking, app.dossier.records(list).is_empty()) {
            (_, true) => texts("span", "tag", words::NO_RECORDS),
            (0, _) => tag(TagLook::Done, words::ALL_PROVED),
            (lacking, _) => tag(TagLook::Todo, &words::lacking(lacking)),
        };
    }
    match attached(app, material) {
        0 if material.needed => tag(TagLook::Todo, words::needed(true)),
        0 => texts("span", "tag", words::needed(false)),
        files => tag(TagLook::Done, &words::attached(files)),
    }
}

/// Where it is attached.
fn place(app: &AppHandle, material: &Material) -> Html {
    let place = el("div");
    if !is_own(material) {
        return place.html();
    }
    let holder = Holder::Material(material.id.clone());
    let there = match &material.list {
        Some(list) => link(app, Screen::List(list.clone()))
            .class("button button--quiet")
            .says(words::TO_RECORDS),
        None => attach(app, holder),
    };
    place.put(there).html()
}
