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
    /// The code of a digest.
    pub fn of(sha256: &[u8; 32]) -> Self {
        let bytes = sha256.first_chunk::<8>().copied().unwrap_or_default();
        Self(u64::from_be_bytes(bytes) >> 4)
    }

    /// Reads a code as people type it: either case, with or without hyphens
    /// and spaces, O for 0, I and L for 1, full-width letters.
    pub fn parse(text: &str) -> Option<Self> {
        let mut value = 0_u64;
        let mut digits = 0;
        let text = dossier::to_half_width(text);
        for c in text.chars().filter(|c| !is_separator(*c)) {
            value = value.checked_mul(32)? | digit(c)?;
            digits += 1;
            if digits > 12 {
                return None;
            }
        }
        (digits == 12).then_some(Self(value))
    }
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
