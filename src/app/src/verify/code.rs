//! The code on paper, compared with that of the file.

use package::digest::from_hex;
use package::subject::{Claim, CodeFault, Mismatch, ShortCode};
use wording::ui::verify as words;
use yew::prelude::*;

use crate::ui::el::classed;
use crate::ui::{Around, Shown, TextInput, field};

/// The id of the field.
const ID: &str = "verify-code";

/// Properties of [`CompareCode`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct CompareCodeProps {
    /// SHA-256 of what the file was pledged as, as hexadecimal digits; none when it could not be
    /// read.
    pub(super) subject: Option<String>,
}

/// The code on paper is typed and compared with that of the file.
#[component]
pub(super) fn CompareCode(props: &CompareCodeProps) -> Html {
    let typed = use_state(AttrValue::default);
    let on_text = {
        let typed = typed.setter();
        use_callback((), move |text: String, ()| typed.set(text.into()))
    };
    let comparison = compare(&typed, props.subject.as_deref());
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

/// Compares what was typed or scanned; nothing while it is shorter than a code.
fn compare(typed: &str, subject: Option<&str>) -> Option<Comparison> {
    let digits = typed.chars().filter(|c| c.is_alphanumeric()).count();
    if digits < ShortCode::LENGTH {
        return None;
    }
    let subject = subject.and_then(from_hex);
    let subject = subject.and_then(|digest| <[u8; 32]>::try_from(digest).ok());
    let Some(subject) = subject else {
        return Some(Comparison::Not(words::CODE_UNKNOWN));
    };
    Some(
        match Claim::parse(typed).map(|claim| claim.differs(&subject)) {
            Ok(None) => Comparison::Same,
            Ok(Some(Mismatch::Code { .. })) => Comparison::Not(words::CODE_OTHER),
            Ok(Some(Mismatch::Digest)) => Comparison::Not(words::DIGEST_OTHER),
            Err(CodeFault::Torn) => Comparison::Not(words::CODE_TORN),
            Err(_) => Comparison::Not(words::CODE_NONE),
        },
    )
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

    /// Of `abc`, as the tests of the package have it.
    const SUBJECT: &str = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    fn compared(typed: &str) -> Option<Comparison> {
        compare(typed, Some(SUBJECT))
    }

    #[test]
    fn a_code_is_compared_as_people_type_it_once_it_is_whole() {
        assert_eq!(compared(""), None);
        assert_eq!(compared("Q9W1-DFWF-07"), None);
        assert_eq!(compared("q9wi dfwf o77y"), Some(Comparison::Same));
    }

    #[test]
    fn another_code_and_what_is_none_are_told_apart() {
        let not = |why| Some(Comparison::Not(why));
        assert_eq!(compared("Q9W1-DFWF-077Z"), not(words::CODE_OTHER));
        assert_eq!(compared("Q9W1-DFWF-077U"), not(words::CODE_NONE));
        let unknown = compare("Q9W1-DFWF-077Y", None);
        assert_eq!(unknown, not(words::CODE_UNKNOWN));
    }

    #[test]
    fn the_text_of_the_qr_code_is_taken_too_and_says_more_than_the_code() {
        let scanned = format!("ZHICHENG:1:Q9W1-DFWF-077Y:{}", SUBJECT.to_uppercase());
        assert_eq!(compared(&scanned), Some(Comparison::Same));
        assert_eq!(compared(SUBJECT), Some(Comparison::Same));
        let not = |why| Some(Comparison::Not(why));
        assert_eq!(compared(&scanned[..40]), not(words::CODE_TORN));
        let other = scanned.replace("15AD", "15AE");
        assert_eq!(compared(&other), not(words::DIGEST_OTHER));
    }
}
