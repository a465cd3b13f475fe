//! Characters and entities.

use std::borrow::Cow;

use super::Fault;

/// Whether XML 1.0 allows a character (production 2).
pub(super) fn is_legal(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}

/// Text with its entities resolved: the five, and characters by number.
pub(super) fn resolved(text: &str) -> Result<Cow<'_, str>, Fault> {
    if !text.contains('&') {
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
