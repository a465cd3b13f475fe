//! Why something is asked, folded in.

use wording::ui::forms as words;
use yew::Html;

use super::spec::Reason;
use crate::ui::el::el;
use crate::ui::{authority_tag, details};

/// Why something is asked, with authority and locator.
pub(crate) fn why(about: &str, reason: &Reason) -> Html {
    let text = el("p").say(&reason.text).html();
    let source = authority_tag(reason.authority, &reason.locator);
    let inside: Html = [text, source].into_iter().collect();
    details("details field__why", words::WHY.into(), about, inside)
}
