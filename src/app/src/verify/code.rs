//! The code on paper, compared with that of the file.

use package::subject::ShortCode;
use wording::ui::verify as words;
use yew::prelude::*;

use crate::ui::el::classed;
use crate::ui::{Around, Shown, TextInput, field};

/// The id of the field.
const ID: &str = "verify-code";

/// Properties of [`CompareCode`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct CompareCodeProps {
    /// The code of the file; none when it could not be read.
    pub(super) code: Option<String>,
}

/// The code on paper is typed and compared with that of the file.
#[component]
pub(super) fn CompareCode(props: &CompareCodeProps) -> Html {
    let typed = use_state(AttrValue::default);
    let on_text = {
        let typed = typed.setter();
        use_callback((), move |text: String, ()| typed.set(text.into()))
    };
    let comparison = compare(&typed, props.code.as_deref());
    let (same, messages) = match comparison {
        Some(Comparison::Same) => (true, Vec::new()),
        Some(Comparison::Not(why)) => (false, vec![refused(why)]),
        None => (false, Vec::new()),
    };
    let around = Around {
        id: ID,
        label: words::CODE,
        help: words::CODE_HELP,
        messages: &messages,
        below: told(same),
    };
    let input = html! {
        <TextInput
            id={ID}
            text={(*typed).clone()}
            {on_text}
            invalid={!messages.is_empty()}
            described_by={around.described_by()}
        />
    };
    field(&around, input)
}

/// How a typed code compares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Comparison {
    /// The same.
    Same,
    /// Not the same, and why.
    Not(&'static str),
}

/// Compares what was typed; nothing while it is shorter than a code.
fn compare(typed: &str, code: Option<&str>) -> Option<Comparison> {
    let digits = typed.chars().filter(|c| c.is_alphanumeric()).count();
    if digits < ShortCode::LENGTH {
        return None;
    }
    let Some(code) = code else {
        return Some(Comparison::Not(words::CODE_UNKNOWN));
    };
    Some(match ShortCode::parse(typed) {
        None => Comparison::Not(words::CODE_NONE),
        Some(typed) if Some(typed) == ShortCode::parse(code) => Comparison::Same,
        Some(_) => Comparison::Not(words::CODE_OTHER),
    })
}

fn refused(text: &'static str) -> Shown {
    Shown {
        text: text.into(),
        refused: true,
    }
}

/// That both are the same. The slot is always there.
fn told(same: bool) -> Html {
    let slot = classed("div", "notice-slot").set("aria-live", "polite");
    if !same {
        return slot.html();
    }
    let told = classed("p", "notice notice--good").say(words::CODE_SAME);
    slot.put(told.html()).html()
}

#[cfg(test)]
mod tests {
    use super::*;

    const CODE: Option<&str> = Some("Q9W1-DFWF-077Y");

    #[test]
    fn a_code_is_compared_as_people_type_it_once_it_is_whole() {
        assert_eq!(compare("", CODE), None);
        assert_eq!(compare("Q9W1-DFWF-07", CODE), None);
        assert_eq!(compare("q9wi dfwf o77y", CODE), Some(Comparison::Same));
    }

    #[test]
    fn another_code_and_what_is_none_are_told_apart() {
        let other = compare("Q9W1-DFWF-077Z", CODE);
        assert_eq!(other, Some(Comparison::Not(words::CODE_OTHER)));
        let none = compare("Q9W1-DFWF-077U", CODE);
        assert_eq!(none, Some(Comparison::Not(words::CODE_NONE)));
        let unknown = compare("Q9W1-DFWF-077Y", None);
        assert_eq!(unknown, Some(Comparison::Not(words::CODE_UNKNOWN)));
    }
}
