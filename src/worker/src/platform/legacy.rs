//! Names as old Windows tools in China write them, in the browser's own words.

use web_sys::{TextDecoder, TextDecoderOptions};

/// A name in a zip as Chinese Windows writes it, without a mark of its encoding.
pub fn gbk(bytes: &[u8]) -> Option<String> {
    let options = TextDecoderOptions::new();
    options.set_fatal(true);
    let decoder = TextDecoder::new_with_label_and_options("gbk", &options).ok()?;
    decoder.decode_with_u8_array(bytes).ok()
}
