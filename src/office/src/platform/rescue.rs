//! The rescue screen: plain elements, since the application no longer draws.

use web_sys::Element;
use wording::desk::office as words;
use wording::ui::forms;

use super::page;

/// Shows what happened and a way to start anew.
pub(crate) fn show(cause: &str) {
    if let Some(place) = page::mount_point() {
        place.set_inner_html("");
        let _ = place.set_attribute("class", "page rescue");
        let _ = fill(&place, cause);
        page::set_title(forms::RESCUE_TITLE);
        page::focus("rescue-title");
    }
}

fn fill(place: &Element, cause: &str) -> Option<()> {
    let main = child(place, "main", "screen", "")?;
    let title = child(&main, "h1", "screen__title", forms::RESCUE_TITLE)?;
    let _ = title.set_attribute("id", "rescue-title");
    let _ = title.set_attribute("tabindex", "-1");
    child(&main, "p", "screen__intro", words::RESCUE)?;
    let again = child(&main, "a", "button", forms::RESCUE_AGAIN)?;
    // Another address each time, so that the page is loaded anew.
    let address = format!("?again={}#/office", js_sys::Date::now());
    let _ = again.set_attribute("href", &address);
    let details = child(&main, "details", "details", "")?;
    child(&details, "summary", "", forms::RESCUE_CAUSE)?;
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
