//! The short code: sixty bits of a digest that a person can read out.

use std::fmt;

/// Digits of Crockford's base 32: no I, L, O, U.
const DIGITS: [u8; 32] = *b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// The first sixty bits of a digest, in three groups of four digits, `K7QM-0W3D-9XTA`.
///
/// Against a mix-up or a casual change; the whole digest is what binds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct ShortCode(u64);

impl ShortCode {
    /// Digits of a code.
    pub const LENGTH: usize = 12;

    /// The code of a digest.
    pub fn of(sha256: &[u8; 32]) -> Self {
        let bytes = sha256.first_chunk::<8>().copied().unwrap_or_default();
        Self(u64::from_be_bytes(bytes) >> 4)
    }

    /// Reads a code as people type it; see [`ShortCode::read`].
    pub fn parse(text: &str) -> Option<Self> {
        Self::read(text).ok()
    }

    /// Reads a code as people type it: either case, with or without hyphens
    /// and spaces, O for 0, I and L for 1, full-width letters.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn read(text: &str) -> Result<Self, CodeFault> {
        let mut value = 0_u64;
        let mut digits = 0_usize;
        let text = dossier::to_half_width(text);
        for c in text.chars().filter(|c| !is_separator(*c)) {
            digits = digits.saturating_add(1);
            let digit = digit(c).ok_or(CodeFault::Character { c, at: digits })?;
            if digits <= DIGIT_COUNT {
                value = (value << 5) | digit;
            }
        }
        if digits == DIGIT_COUNT {
            Ok(Self(value))
        } else {
            Err(CodeFault::Length(digits))
        }
    }

    /// The digits, from 1, in which two codes differ.
    pub fn differing(self, other: Self) -> Vec<usize> {
        let places = (1..=DIGIT_COUNT).zip(0..12_u32);
        let differs = |shift: u32| (self.0 >> shift) & 31 != (other.0 >> shift) & 31;
        let differing = places.filter(|(_, place)| differs(5 * (11 - place)));
        differing.map(|(digit, _)| digit).collect()
    }
}

/// Digits of a code.
const DIGIT_COUNT: usize = ShortCode::LENGTH;

/// Why a text is no code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodeFault {
    /// A character that no code has.
    Character {
        /// The character.
        c: char,
        /// Which of the characters it is, from 1, separators left out.
        at: usize,
    },
    /// So many digits instead of twelve.
    Length(usize),
    /// The text of a QR code that is cut off or contradicts itself.
    Torn,
}

fn is_separator(c: char) -> bool {
    c.is_whitespace() || matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '·')
}

fn digit(c: char) -> Option<u64> {
    let c = match c.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        c => c,
    };
    let place = DIGITS.iter().position(|digit| char::from(*digit) == c)?;
    u64::try_from(place).ok()
}

impl fmt::Display for ShortCode {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let mut text = String::with_capacity(14);
        for place in 0..12_u32 {
            if matches!(place, 4 | 8) {
                text.push('-');
            }
            let shift = 5 * (11 - place);
            let digit = usize::try_from((self.0 >> shift) & 31).unwrap_or_default();
            text.push(DIGITS.get(digit).copied().map_or('0', char::from));
        }
        f.write_str(&text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::digest::FileDigest;

    fn code() -> ShortCode {
        ShortCode::of(&FileDigest::of(b"abc").sha256)
    }

    #[test]
    fn the_code_is_the_first_sixty_bits() {
        // ba7816bf8f01cfe in base 32.
        assert_eq!(code().to_string(), "Q9W1-DFWF-077Y");
    }

    #[test]
    fn a_code_is_read_as_people_type_it() {
        for text in [
            "Q9W1-DFWF-077Y",
            "q9w1dfwf077y",
            " q9wi dfwf o77y ",
            "Q9WL—DFWF—O77Y",
            "Ｑ９Ｗ１－ＤＦＷＦ－０７７Ｙ",
        ] {
            assert_eq!(ShortCode::parse(text), Some(code()), "{text}");
        }
    }

    #[test]
    fn what_is_wrong_with_a_code_is_told() {
        let character = CodeFault::Character { c: 'U', at: 12 };
        assert_eq!(ShortCode::read("Q9W1-DFWF-077U"), Err(character));
        assert_eq!(ShortCode::read("Q9W1 DFWF"), Err(CodeFault::Length(8)));
        let long = "0".repeat(999);
        assert_eq!(ShortCode::read(&long), Err(CodeFault::Length(999)));
    }

    #[test]
    fn what_is_no_code_is_refused() {
        for text in [
            "",
            "Q9W1-DFWF-077",
            "Q9W1-DFWF-077YY",
            "Q9W1-DFWF-077U",
            "Q9W1-DFWF-077安",
        ] {
            assert_eq!(ShortCode::parse(text), None, "{text}");
        }
    }
}
