//! The page: its title, its focus, its scroll, its readiness.

use wasm_bindgen::{JsCast, JsValue};
pub use web_sys::Element;
use web_sys::HtmlElement;

/// Where the application is mounted.
pub fn mount_point() -> Option<Element> {
    gloo::utils::document().get_element_by_id("app")
}

/// A place like it, to be drawn in while the page still shows what it shows.
pub fn place_behind() -> Option<Element> {
    let copy = mount_point()?.clone_node().ok()?;
    copy.dyn_into().ok()
}

/// Shows such a place, instead of what was shown.
pub fn bring_forth(place: &Element) {
    if let Some(shown) = mount_point() {
        // INVARIANT: it stands in the page, and `place` does not.
        let _ = shown.replace_with_with_node_1(place);
    }
}

/// Marks the page as started: `<html data-ready="true">`, which tests wait for.
pub fn announce_ready() {
    if let Some(root) = gloo::utils::document().document_element() {
        let _ = root.set_attribute("data-ready", "true");
    }
}

/// Sets the title of the page.
pub fn set_title(title: &str) {
    gloo::utils::document().set_title(title);
}

/// Scrolls to the top.
pub fn scroll_up() {
    gloo::utils::window().scroll_to_with_x_and_y(0.0, 0.0);
}

/// Puts the focus on the element with an id; whether there is one.
///
/// A group of choices passes it to the choice that is made, or to the first.
pub fn focus(id: &str) -> bool {
    let Some(element) = gloo::utils::document().get_element_by_id(id) else {
        return false;
    };
    // What leads to something folded, or into it, unfolds it.
    let folds = [
        element.query_selector(":scope > details"),
        element.closest("details"),
    ];
    for fold in folds.into_iter().flatten().flatten() {
        let _ = fold.set_attribute("open", "");
    }
    let inner = ["input:checked", "input, button"];
    let inner = inner.iter().find_map(|selector| {
        let group = element.tag_name().eq_ignore_ascii_case("fieldset");
        group.then(|| element.query_selector(selector).ok().flatten())?
    });
    let target = inner.unwrap_or(element);
    let Some(target) = target.dyn_ref::<HtmlElement>() else {
        return false;
    };
    let focused = target.focus().is_ok();
    target.scroll_into_view_with_bool(true);
    focused
}

/// Whether there is room for one column only: the screen is no wider than a phone's, so many pixels as the narrow rules of the
/// styles, or it is that of a standing kiosk, whose letters are large.
pub fn is_narrow() -> bool {
    // Where there is no browser all is wide.
    if !cfg!(target_arch = "wasm32") {
        return false;
    }
    let window = gloo::utils::window();
    let measure = |size: Result<JsValue, JsValue>| size.ok()?.as_f64();
    let width = measure(window.inner_width()).unwrap_or(f64::MAX);
    let height = measure(window.inner_height()).unwrap_or_default();
    let root = gloo::utils::document().document_element();
    let is_kiosk = root.is_some_and(|root| root.has_attribute("data-kiosk"));
    width < 768.0 || (is_kiosk && width < height)
}

/// Marks a choice of look on the root element, such as `text` = `large`.
pub fn set_look(key: &str, value: Option<&str>) {
    let Some(root) = gloo::utils::document().document_element() else {
        return;
    };
    let name = format!("data-{key}");
    let _ = match value {
        Some(value) => root.set_attribute(&name, value),
        None => root.remove_attribute(&name),
    };
}

/// Scrolls up and puts the focus on the heading of a screen that has just appeared.
pub fn arrive(title: &str) {
    focus(title);
    scroll_up();
}
