//! Dividing text into statements and words in one walk over its bytes, many at a time: rosters have a thousand of them in
//! each row.

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
    /// What may divide from there on.
    marks: Marks<'t>,
}

/// What divides two words: where it is, how long, and whether the statement ends there.
type Gap = (usize, usize, bool);

impl<'t> Statements<'t> {
    pub(super) fn of(text: &'t str) -> Self {
        Self {
            text,
            at: 0,
            marks: Marks::of(text.as_bytes()),
        }
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
    fn word(&mut self) -> (Word<'t>, Gap) {
        let (text, start) = (self.text, self.at);
        let mut equals = None;
        let gap = loop {
            let Some((at, byte)) = self.marks.next() else {
                break (text.len(), 0, true);
            };
            match byte {
                b'=' => equals = equals.or(Some(at)),
                b' ' => break (at, 1, false),
                b';' | b'\n' => break (at, 1, true),
                // Here and there alone it is looked at what character begins.
                _ => {
                    let sign = text.get(at..).and_then(|rest| rest.chars().next());
                    let sign = sign.unwrap_or_default();
                    if sign == '；' || sign.is_whitespace() {
                        break (at, sign.len_utf8(), sign == '；');
                    }
                }
            }
        };
        let word = text.get(start..gap.0).unwrap_or_default();
        let sides = equals.and_then(|at| {
            let behind = text.get(at.saturating_add(1)..gap.0)?;
            Some((text.get(start..at)?, behind))
        });
        (Word { text: word, sides }, gap)
    }
}

/// The bytes that may divide or begin a character that may: the signs of ASCII that do, control characters, and all bytes
/// with which longer characters begin.
struct Marks<'t> {
    bytes: &'t [u8],
    /// Where the piece that is looked at begins.
    from: usize,
    /// A bit for each of its bytes that is meant and was not told yet.
    left: u64,
    /// Where the piece behind it begins.
    next: usize,
}

/// So many bytes are looked at together, one for each bit.
const PIECE: usize = 64;

impl<'t> Marks<'t> {
    const fn of(bytes: &'t [u8]) -> Self {
        Self {
            bytes,
            from: 0,
            left: 0,
            next: 0,
        }
    }

    /// The next one, and where it is.
    fn next(&mut self) -> Option<(usize, u8)> {
        while self.left == 0 {
            let rest = self.bytes.get(self.next..)?;
            let (first, _) = rest.split_first_chunk::<PIECE>().unzip();
            (self.from, self.left) = match first {
                Some(piece) => (self.next, marks(piece)),
                None if rest.is_empty() => return None,
                None => {
                    let mut piece = [b'-'; PIECE];
                    for (place, byte) in piece.iter_mut().zip(rest) {
                        *place = *byte;
                    }
                    (self.next, marks(&piece))
                }
            };
            self.next = self.next.saturating_add(PIECE);
        }
        let within = usize::try_from(self.left.trailing_zeros()).unwrap_or(PIECE);
        self.left &= self.left.wrapping_sub(1);
        let at = self.from.saturating_add(within);
        Some((at, *self.bytes.get(at)?))
    }
}

/// A bit for each byte of a piece that is meant.
fn marks(piece: &[u8; PIECE]) -> u64 {
    let (words, _) = piece.as_chunks::<8>();
    let words = words.iter().map(|word| u64::from_le_bytes(*word));
    words
        .rev()
        .fold(0, |marks, word| marks << 8 | marks_of(word))
}

/// The lowest bit of every byte.
const LOWEST: u64 = u64::MAX / 0xff;
/// The highest.
const HIGHEST: u64 = LOWEST << 7;

/// The same of eight bytes, which are looked at side by side in one number: no sum of two bytes reaches the next one.
const fn marks_of(word: u64) -> u64 {
    let rest = word & !HIGHEST;
    let is_blank = !(rest.wrapping_add(LOWEST * 0x5f) | word);
    let is_first = word & word << 1;
    let meant = is_blank | is_first | is(word, b';') | is(word, b'=');
    // Each of the bits moves to a place of its own in the highest byte.
    ((meant & HIGHEST) >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56
}

/// The highest bit of each byte that is this one.
const fn is(word: u64, byte: u8) -> u64 {
    let differs = word ^ (LOWEST * byte as u64);
    !((differs & !HIGHEST).wrapping_add(!HIGHEST) | differs)
}

#[cfg(test)]
mod tests {
    use super::{Marks, Statements};

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
    fn bytes_are_marked_wherever_they_stand() {
        let is_meant = |byte| matches!(byte, 0..=0x20 | b';' | b'=' | 0xc0..);
        for byte in 0..=u8::MAX {
            for (at, length) in (0..70).flat_map(|at| [(at, at + 1), (at, 71), (at, 128)]) {
                let mut bytes = vec![b'a'; length];
                bytes[at] = byte;
                let mut marks = Marks::of(&bytes);
                let expected = is_meant(byte).then_some((at, byte));
                assert_eq!(marks.next(), expected, "{byte:#x} {at} {length}");
                assert_eq!(marks.next().filter(|_| expected.is_some()), None);
            }
        }
        let mut state = 1_u32;
        for length in 0..300 {
            let mut draw = || {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                u8::try_from(state >> 24).unwrap()
            };
            let bytes: Vec<u8> = (0..length).map(|_| draw()).collect();
            let mut marks = Marks::of(&bytes);
            let told = std::iter::from_fn(|| marks.next());
            let meant = bytes.iter().copied().enumerate();
            assert!(told.eq(meant.filter(|(_, byte)| is_meant(*byte))));
        }
    }

    #[test]
    fn what_divides_begins_with_a_byte_that_is_marked() {
        for sign in '\0'..=char::MAX {
            let divides = sign.is_whitespace() || matches!(sign, ';' | '；' | '=');
            let mut bytes = [0; 4];
            let bytes = sign.encode_utf8(&mut bytes).as_bytes();
            assert!(
                !divides || Marks::of(bytes).next() == Some((0, bytes[0])),
                "{sign:?}"
            );
        }
    }
}
