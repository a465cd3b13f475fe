//! Dividing text into statements and words in one walk over its bytes: rosters have a thousand of them in each row.

/// A word.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word<'t> {
    /// All of it.
    pub(super) text: &'t str,
    /// What stands before its first `=`, and behind that.
    pub(super) sides: Option<(&'t str, &'t str)>,
}

/// A text of statements, which stand between line ends and semicolons of either width; their words between white space.
pub(super) struct Statements<'t> {
    text: &'t str,
    /// Where what is not taken yet begins.
    at: usize,
}

/// What divides two words: where it is, how long, and whether the statement ends there.
type Gap = (usize, usize, bool);

impl<'t> Statements<'t> {
    pub(super) fn of(text: &'t str) -> Self {
        Self { text, at: 0 }
    }

    /// Puts the words of the next statement that has any into `words`; tells the statement, from its first word to its last.
    pub(super) fn take(&mut self, words: &mut Vec<Word<'t>>) -> Option<&'t str> {
        words.clear();
        let (mut start, mut end) = (self.at, self.at);
        loop {
            let from = self.at;
            let (word, (to, length, ends)) = self.word();
            self.at = to.saturating_add(length);
            if !word.text.is_empty() {
                start = if words.is_empty() { from } else { start };
                end = to;
                words.push(word);
            }
            if ends && !words.is_empty() {
                return self.text.get(start..end);
            }
            if ends && length == 0 {
                return None;
            }
        }
    }

    /// The text up to the next gap; the end of all is one without length.
    fn word(&self) -> (Word<'t>, Gap) {
        let (text, start) = (self.text, self.at);
        let (mut at, mut equals) = (start, None);
        let gap = loop {
            match text.as_bytes().get(at) {
                None => break (at, 0, true),
                Some(byte) if is_plain(*byte) => {}
                Some(b'=') => equals = equals.or(Some(at)),
                Some(b' ') => break (at, 1, false),
                Some(b';' | b'\n') => break (at, 1, true),
                // Here and there alone it is looked at what character begins.
                Some(_) => {
                    let sign = text.get(at..).and_then(|rest| rest.chars().next());
                    let sign = sign.unwrap_or_default();
                    if sign == '；' || sign.is_whitespace() {
                        break (at, sign.len_utf8(), sign == '；');
                    }
                }
            }
            at = at.saturating_add(1);
        };
        let word = text.get(start..gap.0).unwrap_or_default();
        let sides = equals.and_then(|at| {
            let behind = text.get(at.saturating_add(1)..gap.0)?;
            Some((text.get(start..at)?, behind))
        });
        (Word { text: word, sides }, gap)
    }
}

/// By byte, whether it may divide or begin a character that may: the signs of ASCII that do, and the bytes with which the
/// other characters that are white space begin, or `；`.
const DIVIDES: [bool; 256] = {
    let (mut divides, mut byte) = ([false; 256], 0_u16);
    let mut rest: &mut [bool] = &mut divides;
    while let [first, behind @ ..] = rest {
        *first = matches!(byte, 0..=0x20 | 0x3b | 0x3d | 0xc2 | 0xe1..=0xe3 | 0xef);
        (rest, byte) = (behind, byte + 1);
    }
    divides
};

/// Whether a byte neither divides nor begins a character that may.
fn is_plain(byte: u8) -> bool {
    DIVIDES.get(usize::from(byte)) == Some(&false)
}

#[cfg(test)]
mod tests {
    use super::{Statements, is_plain};

    /// All that divides, what begins like it, and what does neither.
    const PIECES: [&str; 22] = [
        "a", "=", "题", "\n", ";", "；", "，", "\u{ff1a}", "\u{fffd}", " ", "\t", "\r", "\u{b}",
        "\u{1c}", "\u{85}", "\u{a0}", "\u{a9}", "\u{1680}", "\u{2003}", "\u{2013}", "\u{3000}",
        "\u{3001}",
    ];

    #[test]
    fn text_is_divided_as_characters_say() {
        for number in 0..22_usize.pow(4) {
            let places = (0..4).map(|place| number / 22_usize.pow(place) % 22);
            let text: String = places.map(|place| PIECES[place]).collect();
            divides(&text);
        }
    }

    fn divides(text: &str) {
        let (mut statements, mut words) = (Statements::of(text), Vec::new());
        let slow = text.split(['\n', ';', '；']).map(str::trim);
        for slow in slow.filter(|statement| !statement.is_empty()) {
            assert_eq!(statements.take(&mut words), Some(slow), "{text:?}");
            let words = words.iter().map(|word| (word.text, word.sides));
            let slow = slow.split_whitespace();
            let slow = slow.map(|word| (word, word.split_once('=')));
            assert!(words.eq(slow), "{text:?}");
        }
        assert_eq!(statements.take(&mut words), None, "{text:?}");
    }

    #[test]
    fn plain_is_what_begins_nothing_that_divides() {
        for sign in '\0'..=char::MAX {
            let divides = sign.is_whitespace() || matches!(sign, ';' | '；' | '=');
            let mut bytes = [0; 4];
            let mut bytes = sign.encode_utf8(&mut bytes).bytes();
            assert!(!divides || !bytes.all(is_plain), "{sign:?}");
        }
    }
}
