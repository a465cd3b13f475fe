//! The rescue screen: plain elements, since the application no longer draws.

use web_sys::Element;
use wording::ui::forms as words;

use super::storage::Keeping;
use super::{page, save};

/// Shows what happened, the last draft as a file, and a way to start anew.
pub(crate) fn show(cause: &str, draft: &str) {
    let Some(place) = page::mount_point() else {
        return;
    };
    place.set_inner_html("");
    let _ = place.set_attribute("class", "page rescue");
    let _ = fill(&place, cause, draft);
    page::set_title(words::RESCUE_TITLE);
    page::focus("rescue-title");
}

fn fill(place: &Element, cause: &str, draft: &str) -> Option<()> {
    let main = child(place, "main", "screen", "")?;
    let title = child(&main, "h1", "screen__title", words::RESCUE_TITLE)?;
    let _ = title.set_attribute("id", "rescue-title");
    let _ = title.set_attribute("tabindex", "-1");
    let text = match Keeping::of_page() {
        Keeping::Everything => words::RESCUE_TEXT,
        Keeping::Nothing => words::RESCUE_KIOSK,
    };
    child(&main, "p", "screen__intro", text)?;
    let choices = child(&main, "div", "cluster", "")?;
    let address = (!draft.is_empty()).then(|| save::address_of(draft, "application/json"));
    if let Some(address) = address.flatten() {
        let link = child(&choices, "a", "button button--primary", words::RESCUE_SAVE)?;
        let _ = link.set_attribute("href", &address);
        let _ = link.set_attribute("download", words::RESCUE_FILE);
    }
    // Another address each time, so that the page is loaded anew, and not on the screen that failed.
    let again = child(&choices, "a", "button", words::RESCUE_AGAIN)?;
    let address = format!("?again={}#/start", js_sys::Date::now());
    let _ = again.set_attribute("href", &address);
    let details = child(&main, "details", "details", "")?;
    child(&details, "summary", "", words::RESCUE_CAUSE)?;
    child(&details, "pre", "", cause)?;
    Some(())
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
