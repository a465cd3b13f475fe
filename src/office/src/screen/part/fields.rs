//! Fields for text, each with what is wrong with it once somebody has tried.

use ui::el::{classed, el, words as texts};
use ui::{Around, Shown, TextInput, field};
use wording::desk::office as words;
use yew::prelude::*;

use super::typed::{Typed, label};

/// Some fields; `tried` when what is wrong is to be told.
pub(super) fn fields(
    prefix: &str,
    typed: &UseStateHandle<Typed>,
    (of, tried): (&[usize], bool),
) -> Html {
    let mut all = classed("div", "stack stack--tight");
    for own in of.iter().copied() {
        let setter = typed.clone();
        let on_text = Callback::from(move |text: String| setter.set(setter.with(own, text)));
        let fault = typed.fault(own).filter(|_| tried);
        let id = format!("{prefix}-{own}");
        all = all.put(text_field(
            (&id, label(own)),
            (typed.typed(own), fault),
            on_text,
        ));
    }
    all.html()
}

/// A field for text, with what is wrong with it.
pub(super) fn text_field(
    (id, label): (&str, &str),
    (text, fault): (String, Option<&'static str>),
    on_text: Callback<String>,
) -> Html {
    let messages = fault.map(|fault| Shown {
        text: fault.into(),
        refused: true,
    });
    let messages: Vec<Shown> = messages.into_iter().collect();
    let around = Around {
        id,
        label,
        messages: &messages,
        ..Around::default()
    };
    let input = html! {
        <TextInput
            id={id.to_owned()}
            {text}
            {on_text}
            invalid={fault.is_some()}
            described_by={around.described_by()}
        />
    };
    field(&around, input)
}

/// The days of the display. The slot is always there.
pub(super) fn days_told(days: &str) -> Html {
    classed("p", "muted").set("role", "status").say(days).html()
}

/// That something is not given. The slot is always there.
pub(super) fn lacking(lacks: bool) -> Html {
    let slot = el("div").set("role", "alert");
    if !lacks {
        return slot.html();
    }
    slot.put(texts("p", "notice notice--danger", words::PART_LACKS))
        .html()
}
