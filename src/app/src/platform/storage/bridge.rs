//! The functions of `keep.js`, which says what each does.
//!
//! In JavaScript, so that the wasm holds none of it: every class of web-sys adds glue and closures.

use js_sys::{Array, Promise};
use wasm_bindgen::prelude::*;
use web_sys::Blob;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = zhichengKeep)]
    pub(super) fn open() -> Promise;
    #[wasm_bindgen(js_namespace = zhichengKeep)]
    pub(super) fn old() -> JsValue;
    #[wasm_bindgen(js_namespace = zhichengKeep)]
    pub(super) fn all() -> Promise;
    #[wasm_bindgen(js_namespace = zhichengKeep)]
    pub(super) fn opened() -> JsValue;
    #[wasm_bindgen(js_namespace = zhichengKeep)]
    pub(super) fn hold(id: &str) -> Promise;
    #[wasm_bindgen(js_namespace = zhichengKeep)]
    pub(super) fn take(id: &str) -> Promise;
    #[wasm_bindgen(js_namespace = zhichengKeep)]
    pub(super) fn save(id: &str, text: &str, files: &Array, touched: bool) -> Promise;
    #[wasm_bindgen(js_namespace = zhichengKeep)]
    pub(super) fn add(id: &str, text: &str, files: &Array) -> Promise;
    #[wasm_bindgen(js_namespace = zhichengKeep)]
    pub(super) fn remove(id: &str) -> Promise;
    #[wasm_bindgen(js_namespace = zhichengKeep)]
    pub(super) fn forget(id: &str) -> Promise;
    #[wasm_bindgen(js_namespace = zhichengKeep)]
    pub(super) fn restore() -> Promise;
    #[wasm_bindgen(js_namespace = zhichengKeep)]
    pub(super) fn files(names: &Array) -> Promise;
    #[wasm_bindgen(js_namespace = zhichengKeep, js_name = keepFile)]
    pub(super) fn keep_file(name: &str, blob: &Blob) -> Promise;
    #[wasm_bindgen(js_namespace = zhichengKeep)]
    pub(super) fn sweep() -> Promise;
    #[wasm_bindgen(js_namespace = zhichengKeep)]
    pub(super) fn persist() -> Promise;
}
