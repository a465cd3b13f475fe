//! Characters and entities.

use std::borrow::Cow;

use super::Fault;

/// Bytes that are looked at side by side.
const SIDE_BY_SIDE: usize = 16;

/// Whether XML 1.0 allows a character (production 2).
pub(super) fn is_legal(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}

/// Whether XML 1.0 allows all characters of a text.
pub(super) fn are_legal(text: &str) -> bool {
    let bytes = text.as_bytes();
    let control = |byte: u8| byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r');
    // U+FFFE and U+FFFF begin with this byte.
    let first = |byte: u8| byte == 0xef;
    // Over all bytes, so that many are looked at side by side.
    let (controls, firsts) = bytes
        .iter()
        .fold((false, false), |(controls, firsts), byte| {
            (controls | control(*byte), firsts | first(*byte))
        });
    if !firsts {
        return !controls;
    }
    let second = bytes.get(1..).unwrap_or_default();
    let third = bytes.get(2..).unwrap_or_default();
    let three = bytes.iter().zip(second).zip(third);
    let is_last =
        |first, second, third| (first ^ 0xef) | (second ^ 0xbf) | ((third | 1) ^ 0xbf) == 0;
    let last = three.fold(false, |any, ((first, second), third)| {
        any | is_last(*first, *second, *third)
    });
    !(controls || last)
}

/// The place of the first of either byte.
pub(crate) fn find(bytes: &[u8], [one, other]: [u8; 2]) -> Option<usize> {
    let is = |byte: &u8| *byte == one || *byte == other;
    // Many are looked at side by side.
    let (chunks, _) = bytes.as_chunks::<SIDE_BY_SIDE>();
    let found = chunks
        .iter()
        .position(|chunk| chunk.iter().fold(false, |any, byte| any | is(byte)));
    let skipped = found.unwrap_or(chunks.len()).saturating_mul(SIDE_BY_SIDE);
    let at = bytes.get(skipped..)?.iter().position(is)?;
    Some(skipped.saturating_add(at))
}

/// Text with its entities resolved: the five, and characters by number.
pub(super) fn resolved(text: &str) -> Result<Cow<'_, str>, Fault> {
    if !text.as_bytes().contains(&b'&') {
        return Ok(Cow::Borrowed(text));
    }
    let mut pieces = text.split('&');
    let mut out = pieces.next().unwrap_or("").to_owned();
    for piece in pieces {
        let (entity, after) = piece.split_once(';').ok_or(Fault::Entity)?;
        out.push(character(entity)?);
        out.push_str(after);
    }
    Ok(Cow::Owned(out))
}

fn character(entity: &str) -> Result<char, Fault> {
    let number = match entity {
        "amp" => return Ok('&'),
        "lt" => return Ok('<'),
        "gt" => return Ok('>'),
        "quot" => return Ok('"'),
        "apos" => return Ok('\''),
        _ => entity.strip_prefix('#').ok_or(Fault::Entity)?,
    };
    let (digits, radix) = match number.strip_prefix('x') {
        Some(digits) => (digits, 16),
        None => (number, 10),
    };
    let plain = !digits.is_empty() && digits.chars().all(|c| c.is_digit(radix));
    let code = u32::from_str_radix(digits, radix).ok().filter(|_| plain);
    let character = code.and_then(char::from_u32).ok_or(Fault::Entity)?;
    if is_legal(character) {
        Ok(character)
    } else {
        Err(Fault::Character)
    }
}

#[cfg(test)]
mod tests {
    use super::{SIDE_BY_SIDE, are_legal, find, is_legal};

    #[test]
    fn the_first_of_two_bytes_is_found_wherever_it_stands() {
        for length in 0..3 * SIDE_BY_SIDE {
            let mut text = vec![b'a'; length];
            assert_eq!(find(&text, [b'<', b'&']), None);
            for at in (0..length).rev() {
                let byte = if at % 3 == 0 { b'<' } else { b'&' };
                text.splice(at..=at, [byte]);
                assert_eq!(find(&text, [b'<', b'&']), Some(at), "{length}");
            }
        }
    }

    #[test]
    fn a_text_is_legal_when_its_characters_are() {
        for c in '\0'..=char::MAX {
            let text = format!("，{c}a");
            assert_eq!(are_legal(&text), is_legal(c), "{:x}", u32::from(c));
        }
    }
}
