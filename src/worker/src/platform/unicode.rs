//! What the browser knows of Unicode.

use js_sys::JsString;
use package::name::Unicode;

/// What the browser knows of Unicode.
pub const UNICODE: Unicode = Unicode {
    normalise: |text| JsString::from(text).normalize("NFC").into(),
    fold: |text| JsString::from(text).to_upper_case().to_lower_case().into(),
};
