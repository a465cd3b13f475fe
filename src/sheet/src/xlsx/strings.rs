//! The strings that cells share.

use std::borrow::Cow;

use super::fault::Fault;
use super::read::Inside;
use crate::xml::Event;

/// Most strings.
const MOST: usize = 2_000_000;
/// Most bytes of all strings together: they are held in memory.
const MOST_BYTES: usize = 256 << 20;

/// The strings, in order.
#[derive(Debug, Default)]
pub(super) struct Strings {
    all: Vec<Box<str>>,
    bytes: usize,
    current: String,
    inside: Inside,
}

impl Strings {
    pub(super) fn take(&mut self, event: &Event<'_>) -> Result<(), Fault> {
        if let Some(text) = self.inside.take(event) {
            self.bytes = self.bytes.saturating_add(text.len());
            self.current.push_str(text);
        }
        if matches!(event, Event::Close("si")) {
            self.all.push(plain(&self.current).into());
            self.current.clear();
        }
        if self.all.len() > MOST || self.bytes > MOST_BYTES {
            return Err(Fault::TooMany);
        }
        Ok(())
    }

    pub(super) fn get(&self, index: usize) -> Option<&str> {
        self.all.get(index).map(AsRef::as_ref)
    }
}

/// Text with `_xHHHH_` as the character it stands for (ECMA-376 part 1, 22.9.2.19). What would be NUL or another control
/// character is left out.
pub(super) fn plain(text: &str) -> Cow<'_, str> {
    if !text.as_bytes().contains(&b'_') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let (before, after) = rest.split_at_checked(at).unwrap_or((rest, ""));
        out.push_str(before);
        let code = after.get(2..6).filter(|_| after.get(6..7) == Some("_"));
        let code = code.and_then(|code| u32::from_str_radix(code, 16).ok());
        if let Some(character) = code.and_then(char::from_u32) {
            if !character.is_control() || character == '\n' || character == '\t' {
                out.push(character);
            }
            rest = after.get(7..).unwrap_or("");
        } else {
            out.push_str("_x");
            rest = after.get(2..).unwrap_or("");
        }
    }
    out.push_str(rest);
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn escaped_characters_are_read_and_control_characters_left_out() {
        assert_eq!(plain("a_x000A_b_x0000_c"), "a\nbc");
        assert_eq!(plain("_x005F_x0041_"), "_x0041_");
        assert_eq!(plain("_xyz_ x_x12"), "_xyz_ x_x12");
        assert_eq!(plain("安_x4E00_"), "安一");
    }
}
