//! Messages beside a field, in a place that is always there.

use yew::{AttrValue, Html};

use crate::el::{classed, el};

/// A message ready to be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// What is wrong and what to do.
    pub text: AttrValue,
    /// Whether the answer is refused, or this is only good to know.
    pub refused: bool,
}

/// Messages beside a field. The slot is always there, so that readers announce what comes.
pub fn messages(id: String, messages: &[Shown]) -> Html {
    let mut slot = el("div").class("field__messages").attr("id", id.into());
    slot = slot.set("aria-live", "polite");
    for (index, message) in messages.iter().enumerate() {
        let class = if message.refused {
            "field__error"
        } else {
            "field__note"
        };
        let message = classed("p", class).text(message.text.clone());
        slot = slot.put(message.key(&index.to_string()).html());
    }
    slot.html()
}
