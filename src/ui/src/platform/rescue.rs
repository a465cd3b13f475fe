//! The rescue screen: plain elements, since the application no longer draws.

use web_sys::Element;
use wording::ui::forms as words;

use super::page;

/// What is shown when an application has failed.
#[derive(Clone, Copy, Debug)]
pub struct Rescue<'a> {
    /// What happened, and what to do.
    pub text: &'a str,
    /// The address of the last draft as a file, where there is one.
    pub draft: Option<&'a str>,
    /// The screen to start anew with: not the one that failed.
    pub again: &'a str,
    /// The cause, for those who mend it.
    pub cause: &'a str,
}

impl Rescue<'_> {
    /// Shows it in the application's place.
    pub fn show(&self) {
        let Some(place) = page::mount_point() else {
            return;
        };
        place.set_inner_html("");
        let _ = place.set_attribute("class", "page rescue");
        let _ = self.fill(&place);
        page::set_title(words::RESCUE_TITLE);
        page::focus("rescue-title");
    }

    fn fill(&self, place: &Element) -> Option<()> {
        let main = child(place, "main", "screen", "")?;
        let title = child(&main, "h1", "screen__title", words::RESCUE_TITLE)?;
        let _ = title.set_attribute("id", "rescue-title");
        let _ = title.set_attribute("tabindex", "-1");
        child(&main, "p", "screen__intro", self.text)?;
        let choices = child(&main, "div", "cluster", "")?;
        if let Some(address) = self.draft {
            let link = child(&choices, "a", "button button--primary", words::RESCUE_SAVE)?;
            let _ = link.set_attribute("href", address);
            let _ = link.set_attribute("download", words::RESCUE_FILE);
        }
        // Another address each time, so that the page is loaded anew.
        let again = child(&choices, "a", "button", words::RESCUE_AGAIN)?;
        let address = format!("?again={}{}", moment(), self.again);
        let _ = again.set_attribute("href", &address);
        let details = child(&main, "details", "details", "")?;
        child(&details, "summary", "", words::RESCUE_CAUSE)?;
        child(&details, "pre", "", self.cause)?;
        Some(())
    }
}

/// Milliseconds since 1970. As a whole number, since printing others takes 5 kB of every module.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "it is whole, positive and below 2^53"
)]
fn moment() -> u64 {
    js_sys::Date::now() as u64
}

fn child(parent: &Element, tag: &str, class: &str, text: &str) -> Option<Element> {
    let element = gloo::utils::document().create_element(tag).ok()?;
    if !class.is_empty() {
        element.set_class_name(class);
    }
    element.set_text_content(Some(text));
    parent.append_child(&element).ok()?;
    Some(element)
}
