//! Work for a moment in which the person does nothing, and moments in which the browser can answer.

use wasm_bindgen_futures::JsFuture;

pub(crate) use ui::platform::idle::{Waiting, after, in_time};

/// Lets the browser do what it has to between two pieces of work: paint, and answer the person.
pub(crate) async fn breath() {
    // INVARIANT: it is never rejected.
    let _ = JsFuture::from(bridge::breath()).await;
}

/// In JavaScript, so that the wasm does not grow by it.
mod bridge {
    use js_sys::Promise;
    use wasm_bindgen::prelude::*;

    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(js_namespace = zhichengFirst)]
        pub(super) fn breath() -> Promise;
    }
}
