//! An empty Yew page with one field: how soon any Yew page can be, for `cargo xtask bench start`.

use yew::prelude::*;

#[component]
fn Page() -> Html {
    use_effect_with((), |()| {
        if let Some(root) = gloo::utils::document().document_element() {
            let _ = root.set_attribute("data-ready", "true");
        }
    });
    html! { <main><h1>{ "空白页" }</h1><input type="radio" /></main> }
}

fn main() {
    yew::Renderer::<Page>::new().render();
}
