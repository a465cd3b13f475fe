//! Drafts: those of this browser, one from a file, a new one.

use wording::ui::{drafts as words, forms};
use yew::prelude::*;

use super::draft_list::DraftList;
use super::moves;
use super::open_file::OpenFile;
use crate::platform::page;
use crate::state::{Action, AppHandle, use_app};
use crate::ui::el::{classed, el, words as texts};
use crate::ui::{Around, TextInput, button, field};

/// Drafts: those of this browser, what this one is called, one from a file, a new one.
#[component]
pub(crate) fn Drafts() -> Html {
    let app = use_app();
    let asking = use_state(|| false);
    let keeps = app.save_state.keeps_drafts();
    let on_new = {
        let (app, asking) = (app.clone(), asking.setter());
        Callback::from(move |()| {
            if keeps {
                // The button goes away: from an empty draft there is nothing to go away.
                page::focus("main");
                moves::begin(&app);
            } else {
                asking.set(true);
            }
        })
    };
    let label = if keeps { words::NEW } else { forms::ANEW };
    let mut new = classed("div", "cluster");
    if app.has_content() || app.elsewhere {
        new = new.put(button(label.into(), on_new).quiet().html());
    }
    let mut card = classed("section", "card stack").set("aria-labelledby", "drafts-title");
    card = card.put(el("h2").set("id", "drafts-title").say(forms::DRAFTS).html());
    if keeps {
        card = card.put(html! { <DraftList /> });
    }
    if keeps && app.has_content() && !app.elsewhere {
        card = card.put(own_name(&app));
    }
    card.put(new.html())
        .put(asked(&app, &asking))
        .put(html! { <OpenFile /> })
        .html()
}

/// What the draft is called.
fn own_name(app: &AppHandle) -> Html {
    let dispatcher = app.dispatcher();
    let on_text = Callback::from(move |text: String| {
        dispatcher.dispatch(Action::Rename(text.trim().to_owned()));
    });
    let around = Around {
        id: "draft-name",
        label: words::NAME,
        help: words::NAME_HELP,
        ..Around::default()
    };
    let text = AttrValue::from(app.label.as_ref().to_owned());
    let described_by = around.described_by();
    let control = html! {
        <TextInput key={app.id.as_ref()} id="draft-name" {text} {on_text} {described_by} />
    };
    field(&around, control)
}

/// Where drafts are not kept: the question whether the present one may go. The slot is always
/// there.
fn asked(app: &AppHandle, asking: &UseStateHandle<bool>) -> Html {
    let slot = classed("div", "notice-slot").set("aria-live", "assertive");
    if !**asking {
        return slot.html();
    }
    let (dispatcher, setter) = (app.dispatcher(), asking.setter());
    let on_agree = Callback::from(move |()| {
        page::focus("main");
        setter.set(false);
        dispatcher.dispatch(Action::Clear);
    });
    let setter = asking.setter();
    let on_keep = Callback::from(move |()| {
        page::focus("main");
        setter.set(false);
    });
    slot.put(question(forms::REPLACE_BY_NOTHING, on_agree, on_keep))
        .html()
}

/// Asks whether the present draft may go.
pub(super) fn question(text: &str, on_agree: Callback<()>, on_keep: Callback<()>) -> Html {
    let replace = button(forms::REPLACE.into(), on_agree).danger();
    let keep = button(forms::KEEP.into(), on_keep);
    let ways = classed("div", "cluster").put(replace.html());
    classed("div", "notice notice--warning")
        .put(texts("p", "", text))
        .put(ways.put(keep.html()).html())
        .html()
}
