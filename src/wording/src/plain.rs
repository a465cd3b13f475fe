//! Text of other people, made harmless to show.
//!
//! What a person typed may hold characters that steer: control characters, marks that turn the
//! direction of writing, characters without a width. They could make a sentence read otherwise
//! than it stands. Here they become visible, and right-to-left words are kept to themselves.
//!
//! INVARIANT: what [`shown`] gives holds no control character, and its only direction marks are
//! one pair of U+2068 and U+2069 around the whole.

use std::fmt::Write as _;

/// The start of an isolated run of text (Unicode TR 9, FSI).
pub(crate) const ISOLATE: char = '\u{2068}';
/// Its end (PDI).
pub(crate) const POP: char = '\u{2069}';

/// A text of somebody else, safe to stand within a sentence.
pub fn shown(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let isolate = text.chars().any(is_right_to_left);
    if isolate {
        out.push(ISOLATE);
    }
    for c in text.chars() {
        if steers(c) {
            let _ = write!(out, "〔U+{:04X}〕", u32::from(c));
        } else {
            out.push(c);
        }
    }
    if isolate {
        out.push(POP);
    }
    out
}

/// A text of somebody else in quotation marks.
pub fn quoted(text: &str) -> String {
    format!("“{}”", shown(text))
}

/// Whether a character steers instead of being seen.
///
/// Control characters, line separators, direction marks (Unicode TR 9), characters without a
/// width, tags, and code points that are no characters. The joiners U+200C and U+200D are left:
/// some scripts are written with them.
pub(crate) fn steers(c: char) -> bool {
    let code = u32::from(c);
    c.is_control()
        || matches!(code,
            0x00AD | 0x061C | 0x180E | 0x200B | 0x200E | 0x200F | 0x2028..=0x202E
            | 0x2060..=0x206F | 0xFEFF | 0xFFF9..=0xFFFB | 0xE0000..=0xE007F)
        || (code & 0xFFFE) == 0xFFFE
        || (0xFDD0..=0xFDEF).contains(&code)
}

/// Whether a character belongs to a script written from right to left.
fn is_right_to_left(c: char) -> bool {
    matches!(u32::from(c),
        0x0590..=0x08FF | 0xFB1D..=0xFDFF | 0xFE70..=0xFEFE | 0x10800..=0x10FFF
        | 0x1E800..=0x1EFFF)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steering_characters_become_visible() {
        assert_eq!(
            shown("\u{202e}fdp.exe\u{0}\n"),
            "〔U+202E〕fdp.exe〔U+0000〕〔U+000A〕"
        );
        assert_eq!(shown("a\u{2069}b"), "a〔U+2069〕b");
        assert_eq!(shown("\u{feff}x\u{ffff}"), "〔U+FEFF〕x〔U+FFFF〕");
    }

    #[test]
    fn usual_names_stay_as_they_are() {
        for name in ["阿依古丽·买买提", "某化工园区安全评价", "Ω-2 <b> & 'x'", ""]
        {
            assert_eq!(shown(name), name);
        }
        assert_eq!(quoted("张三"), "“张三”");
    }

    #[test]
    fn right_to_left_words_are_kept_to_themselves() {
        assert_eq!(shown("ئايگۈل"), "\u{2068}ئايگۈل\u{2069}");
    }
}
