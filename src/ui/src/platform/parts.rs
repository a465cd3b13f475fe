//! What a worker is started from.

use js_sys::{Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// The compiled module and the address of its script, which `boot.js` hands over as a promise of this global name.
pub async fn worker_parts(global: &str) -> Option<(JsValue, String)> {
    let window: JsValue = gloo::utils::window().into();
    let promise = Reflect::get(&window, &global.into()).ok()?;
    let parts = JsFuture::from(promise.dyn_into::<Promise>().ok()?);
    let parts: Object = parts.await.ok()?.dyn_into().ok()?;
    let module = Reflect::get(&parts, &"module".into()).ok()?;
    let script = Reflect::get(&parts, &"script".into()).ok()?;
    Some((module, script.as_string()?))
}
