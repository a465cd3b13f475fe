//! Chinese encodings, in the browser's own words.

use screening::Initials;
// What browsers call GBK they decode as GB18030, which holds it.
pub(crate) use worker::platform::gbk as gb18030;

/// The pinyin initials of characters: the browser knows their order.
pub(crate) fn initials() -> Initials {
    let text = gb18030(&Initials::encoded());
    text.map_or_else(Initials::default, |text| Initials::new(&text))
}
