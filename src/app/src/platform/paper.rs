//! Printing a form that the worker has made; `paper.js` does it.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// Prints a form, an HTML file of ours; whether the browser can.
    #[wasm_bindgen(js_namespace = zhichengPaper)]
    pub(crate) fn print(form: &str) -> bool;
}
