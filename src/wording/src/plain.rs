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
    let mut marks = 0_usize;
    for c in text.chars() {
        marks = if is_mark(c) {
            marks.saturating_add(1)
        } else {
            0
        };
        if steers(c) || marks > MOST_MARKS {
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

/// Most marks that are drawn over one letter: no language needs more, and a pile of them covers the
/// lines around it.
const MOST_MARKS: usize = 4;

/// Whether a character is drawn over or under the letter before it (combining marks for general
/// use; scripts that are written with marks have their own).
fn is_mark(c: char) -> bool {
    matches!(u32::from(c),
        0x0300..=0x036F | 0x0483..=0x0489 | 0x1AB0..=0x1AFF | 0x1DC0..=0x1DFF | 0x20D0..=0x20FF
        | 0x302A..=0x302F | 0xFE20..=0xFE2F)
}

/// A text of somebody else in quotation marks.
pub fn quoted(text: &str) -> String {
    format!("“{}”", shown(text))
}

/// Whether a character steers instead of being seen.
///
/// Control characters, line separators, direction marks (Unicode TR 9), characters that show
/// nothing (default-ignorable ones and blank letters), tags, and code points that are no
/// characters. Selectors of variants are left: they choose between shapes of rare characters in
/// names. The joiners U+200C and U+200D are left:
/// some scripts are written with them.
pub(crate) fn steers(c: char) -> bool {
    let code = u32::from(c);
    // Nearly all that is written: none of them steers, and none needs to be looked up.
    if matches!(code, 0x20..=0x7E | 0x3000..=0x3163 | 0x4E00..=0x9FFF) {
        return false;
    }
    c.is_control()
        || matches!(code,
            0x00AD | 0x034F | 0x061C | 0x115F | 0x1160 | 0x17B4 | 0x17B5 | 0x180B..=0x180F | 0x2800
            | 0x3164 | 0xFFA0 | 0x200B | 0x200E | 0x200F | 0x2028..=0x202E
            | 0x2060..=0x206F | 0xFEFF | 0xFFF0..=0xFFFB | 0x1BCA0..=0x1BCA3
            | 0x1D173..=0x1D17A | 0xE0000..=0xE00FF | 0xE01F0..=0xE0FFF)
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
    fn letters_that_show_nothing_become_visible() {
        for blank in [
            '\u{3164}',
            '\u{ffa0}',
            '\u{2800}',
            '\u{34f}',
            '\u{e0041}',
            '\u{115f}',
        ] {
            let code = format!("〔U+{:04X}〕", u32::from(blank));
            assert_eq!(shown(&format!("王{blank}明")), format!("王{code}明"));
        }
        // A rare shape of a character, chosen by a selector.
        assert_eq!(shown("葛\u{e0100}"), "葛\u{e0100}");
    }

    #[test]
    fn piled_marks_are_drawn_up_to_a_few() {
        let pile = format!("a{}", "\u{301}".repeat(9));
        let drawn = format!("a{}{}", "\u{301}".repeat(4), "〔U+0301〕".repeat(5));
        assert_eq!(shown(&pile), drawn);
        assert_eq!(shown("Ṩ̣́ệ"), "Ṩ̣́ệ");
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
