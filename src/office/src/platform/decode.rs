//! Chinese encodings and the order of characters, in the browser's own words.

use js_sys::Intl::Collator;
use js_sys::{Array, Function, Object};
use screening::Initials;
use wasm_bindgen::JsValue;
// What browsers call GBK they decode as GB18030, which holds it.
pub(crate) use worker::platform::gbk as gb18030;

/// The first character of each letter in the browser's order of pinyin, which knows all characters.
const FIRST: [(char, &str); 23] = [
    ('a', "阿"),
    ('b', "八"),
    ('c', "嚓"),
    ('d', "哒"),
    ('e', "妸"),
    ('f', "发"),
    ('g', "旮"),
    ('h', "哈"),
    ('j', "丌"),
    ('k', "咔"),
    ('l', "垃"),
    ('m', "妈"),
    ('n', "拏"),
    ('o', "噢"),
    ('p', "妑"),
    ('q', "七"),
    ('r', "呥"),
    ('s', "仨"),
    ('t', "他"),
    ('w', "屲"),
    ('x', "夕"),
    ('y', "丫"),
    ('z', "帀"),
];

thread_local! {
    static PINYIN: Function = {
        let pinyin = Array::of1(&"zh-Hans-u-co-pinyin".into());
        Collator::new(&pinyin, &Object::new()).compare()
    };
}

/// The pinyin initials of characters: the browser knows their order.
pub(crate) fn initials() -> Initials {
    let text = gb18030(&Initials::encoded());
    let known = text.map_or_else(Initials::default, |text| Initials::new(&text));
    known.with(letter)
}

/// The initial of a Chinese character that is not among the common ones.
fn letter(character: char) -> Option<char> {
    let character = Some(character).filter(|own| ('\u{3400}'..='\u{9fff}').contains(own))?;
    let own = JsValue::from(character.to_string());
    let reached = |first: &str| {
        let order = PINYIN.with(|compare| compare.call2(&JsValue::NULL, &own, &first.into()));
        order
            .ok()
            .and_then(|order| order.as_f64())
            .is_some_and(|order| order >= 0.0)
    };
    let mut letters = FIRST.iter().rev();
    letters
        .find(|(_, first)| reached(first))
        .map(|(letter, _)| *letter)
}
