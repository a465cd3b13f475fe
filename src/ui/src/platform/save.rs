//! Handing a file to the person.

use js_sys::Array;
use wasm_bindgen::JsCast;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use super::blob::FileBlob;

/// How long the browser may take to begin a download, in milliseconds.
const GRACE: u32 = 60_000;

/// Offers a text as a download; whether the browser took it.
pub fn offer(name: &str, text: &str, media_type: &str) -> bool {
    address_of(text, media_type).is_some_and(|address| offered(name, address).is_some())
}

/// Offers a file of the browser as a download; whether the browser took it.
pub fn offer_blob(name: &str, blob: &FileBlob) -> bool {
    let address = Url::create_object_url_with_blob(&blob.0);
    address.is_ok_and(|address| offered(name, address).is_some())
}

fn offered(name: &str, address: String) -> Option<()> {
    let anchor = gloo::utils::document().create_element("a").ok()?;
    let anchor = anchor.dyn_into::<HtmlAnchorElement>().ok()?;
    anchor.set_href(&address);
    anchor.set_download(name);
    anchor.click();
    gloo::timers::callback::Timeout::new(GRACE, move || {
        let _ = Url::revoke_object_url(&address);
    })
    .forget();
    Some(())
}

/// An address under which the browser hands out a text.
pub fn address_of(text: &str, media_type: &str) -> Option<String> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let parts = Array::of1(&text.into());
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options).ok()?;
    Url::create_object_url_with_blob(&blob).ok()
}
