//! The application 职称自评: mounts the root component and says when it is ready.

use yew::prelude::*;

/// The root component.
#[component]
fn App() -> Html {
    use_effect_with((), |()| announce_ready());
    html! {
        <main>
            <h1>{ "职称自评" }</h1>
        </main>
    }
}

/// Marks the page as started: `<html data-ready="true">`, which tests wait for.
fn announce_ready() {
    if let Some(root) = gloo::utils::document().document_element() {
        let _ = root.set_attribute("data-ready", "true");
    }
}

fn main() {
    if let Some(place) = gloo::utils::document().get_element_by_id("app") {
        yew::Renderer::<App>::with_root(place).render();
    }
}
