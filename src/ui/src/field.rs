//! A control with its label, help and messages.

use yew::{AttrValue, Html};

use crate::el::{classed, el};
use crate::{Shown, messages};

/// What stands around a control, or around a group of controls.
#[derive(Clone, Debug, Default)]
pub struct Around<'a> {
    /// The id of the control, or of the group.
    pub id: &'a str,
    /// The label, or the legend.
    pub label: &'a str,
    /// How to answer.
    pub help: &'a str,
    /// The messages.
    pub messages: &'a [Shown],
    /// What stands below.
    pub below: Html,
}

impl Around<'_> {
    /// The class of the whole.
    pub(crate) fn class(&self) -> &'static str {
        if self.messages.iter().any(|message| message.refused) {
            "field field--error"
        } else {
            "field"
        }
    }

    /// The id of a part.
    fn id_of(&self, part: &str) -> String {
        [self.id, part].concat()
    }

    /// How to answer.
    pub(crate) fn help(&self) -> Html {
        let help = classed("p", "field__help").attr("id", self.id_of("-help").into());
        help.say(self.help).html()
    }

    /// The messages.
    pub(crate) fn messages(&self) -> Html {
        messages(self.id_of("-messages"), self.messages)
    }

    /// What names the help and the messages as a description.
    pub fn described_by(&self) -> AttrValue {
        [self.id, "-help ", self.id, "-messages"].concat().into()
    }
}

/// A control with its label, help and messages. The control names `ID-help` and `ID-messages`
/// as its description.
pub fn field(around: &Around<'_>, control: Html) -> Html {
    let label = classed("label", "field__label");
    let label = label.attr("for", around.id.to_owned().into());
    let control = classed("div", "field__control cluster").put(control);
    let below = classed("div", "field__below").put(around.below.clone());
    el("div")
        .class(around.class())
        .put(label.say(around.label).html())
        .put(around.help())
        .put(around.messages())
        .put(control.html())
        .put(below.html())
        .html()
}
