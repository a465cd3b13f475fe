//! The whole explanation, in the words of the command.

use std::rc::Rc;

use ui::details;
use ui::el::{classed, el};
use wording::desk::office as words;
use yew::prelude::*;

use crate::errand::{Details, Told};

/// Properties of [`Explained`].
#[derive(Clone, Properties)]
pub(crate) struct ExplainedProps {
    /// The explanation.
    pub(crate) details: Rc<Details>,
}

/// It is long, so it is drawn again only when it is another.
impl PartialEq for ExplainedProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.details, &other.details)
    }
}

/// The whole explanation, part by part.
#[component]
pub(crate) fn Explained(props: &ExplainedProps) -> Html {
    let mut section = el("div").put(el("h3").say(words::EXPLANATION).html());
    for part in &props.details.parts {
        section = section.put(self::part(part));
    }
    section.html()
}

fn part(part: &Told) -> Html {
    if part.lines.is_empty() {
        return el("p").say(&part.head).html();
    }
    let mut list = classed("ul", "explained");
    for (place, (depth, text)) in part.lines.iter().enumerate() {
        let class = match depth {
            0 | 1 => "explained__line",
            2 => "explained__line explained__line--2",
            3 => "explained__line explained__line--3",
            _ => "explained__line explained__line--4",
        };
        list = list.put(
            classed("li", class)
                .key(&place.to_string())
                .say(text)
                .html(),
        );
    }
    details("details", part.head.clone().into(), "", list.html())
}
