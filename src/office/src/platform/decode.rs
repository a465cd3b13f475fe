//! Chinese encodings, in the browser's own words.

use screening::Initials;
use web_sys::{TextDecoder, TextDecoderOptions};

/// Text in GB18030; none where it is not.
pub(crate) fn gb18030(bytes: &[u8]) -> Option<String> {
    let options = TextDecoderOptions::new();
    options.set_fatal(true);
    let decoder = TextDecoder::new_with_label_and_options("gb18030", &options).ok()?;
    decoder.decode_with_u8_array(bytes).ok()
}

/// The pinyin initials of characters: the browser knows their order.
pub(crate) fn initials() -> Initials {
    let text = gb18030(&Initials::encoded());
    text.map_or_else(Initials::default, |text| Initials::new(&text))
}
