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
            let piece = text.as_bytes().get(at..).and_then(<[u8]>::first_chunk);
            at = at.saturating_add(piece.map_or(0, |piece| plain(*piece)));
            let Some(sign) = text.get(at..).and_then(|rest| rest.chars().next()) else {
                break (at, 0, true);
            };
            match sign {
                '=' => equals = equals.or(Some(at)),
                '\n' | ';' | '；' => break (at, sign.len_utf8(), true),
                _ if sign.is_whitespace() => break (at, sign.len_utf8(), false),
                _ => {}
            }
            at = at.saturating_add(sign.len_utf8());
        };
        let word = text.get(start..gap.0).unwrap_or_default();
        let sides = equals.and_then(|at| {
            let behind = text.get(at.saturating_add(1)..gap.0)?;
            Some((text.get(start..at)?, behind))
        });
        (Word { text: word, sides }, gap)
    }
}

/// How many bytes of a piece come before the first that may divide: a control character, a blank, `;`, `=`, or no ASCII.
/// All eight are looked at side by side: a sum of two numbers of seven bits never reaches the next byte.
const fn plain(piece: [u8; 8]) -> usize {
    const EACH: u64 = u64::from_le_bytes([1; 8]);
    let bytes = u64::from_le_bytes(piece);
    let ascii = bytes & (EACH * 0x7f);
    // The highest bit of each byte tells: not above the blank; another than the sign.
    let blank = !ascii.wrapping_add(EACH * (0x7f - b' ' as u64));
    let semicolon = (ascii ^ (EACH * b';' as u64)).wrapping_add(EACH * 0x7f);
    let equals = (ascii ^ (EACH * b'=' as u64)).wrapping_add(EACH * 0x7f);
    let divides = (blank | !semicolon | !equals | bytes) & (EACH * 0x80);
    (divides.trailing_zeros() / 8) as usize
}

#[cfg(test)]
mod tests {
    use super::{Statements, plain};

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
            // Here it is looked at eight bytes at a time.
            divides(&format!("{text}@09Z_az~"));
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
    fn a_piece_is_plain_up_to_what_may_divide() {
        for byte in 0..=u8::MAX {
            let divides = byte <= b' ' || matches!(byte, b';' | b'=') || !byte.is_ascii();
            for place in 0..8 {
                let mut piece = *b"!09:<>\x7f~";
                piece[place] = byte;
                let length = if divides { place } else { 8 };
                assert_eq!(plain(piece), length, "{piece:?}");
            }
        }
    }
}
