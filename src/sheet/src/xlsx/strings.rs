//! The strings that cells share.

use std::borrow::Cow;

use super::fault::Fault;
use super::read::Inside;
use crate::Shelf;
use crate::xml::Event;

/// Most strings.
const MOST: usize = 2_000_000;
/// Most bytes of all strings together.
const MOST_BYTES: u64 = 256 << 20;

/// The strings, in order.
#[derive(Debug)]
pub(super) struct Strings {
    shelf: Box<dyn Shelf>,
    /// Where each ends.
    ends: Vec<u32>,
    current: String,
    inside: Inside,
    room: Vec<u8>,
}

impl Strings {
    /// None yet; they will stand on a shelf.
    pub(super) fn on(shelf: Box<dyn Shelf>) -> Self {
        Self {
            shelf,
            ends: Vec::new(),
            current: String::new(),
            inside: Inside::default(),
            room: Vec::new(),
        }
    }

    pub(super) fn take(&mut self, event: &Event<'_>) -> Result<(), Fault> {
        if let Some(text) = self.inside.take(event) {
            self.current.push_str(text);
        }
        let before = u64::from(self.ends.last().copied().unwrap_or_default());
        let end = before.saturating_add(self.current.len() as u64);
        if self.ends.len() > MOST || end > MOST_BYTES {
            return Err(Fault::TooMany);
        }
        if matches!(event, Event::Close("si")) {
            let text = plain(&self.current);
            let end = before.saturating_add(text.len() as u64);
            self.shelf.put(text.as_bytes()).map_err(Fault::Shelf)?;
            self.ends.push(u32::try_from(end).unwrap_or(u32::MAX));
            self.current.clear();
        }
        Ok(())
    }

    pub(super) fn get(&mut self, index: usize) -> Result<&str, Fault> {
        let end = *self.ends.get(index).ok_or(Fault::String)?;
        let before = index
            .checked_sub(1)
            .and_then(|before| self.ends.get(before));
        let start = before.copied().unwrap_or_default();
        let length = usize::try_from(end.saturating_sub(start)).unwrap_or_default();
        self.room.clear();
        let read = self.shelf.read(start.into(), length, &mut self.room);
        read.map_err(Fault::Shelf)?;
        std::str::from_utf8(&self.room).map_err(|_| Fault::String)
    }
}

/// Text with `_xHHHH_` as the character it stands for (ECMA-376 part 1, 22.9.2.19). What would be NUL or another control
/// character is left out.
pub(super) fn plain(text: &str) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    let second = bytes.get(1..).unwrap_or_default();
    let last = bytes.get(6..).unwrap_or_default();
    let three = bytes.iter().zip(second).zip(last);
    let is_code = |first, second, last| (first ^ b'_') | (second ^ b'x') | (last ^ b'_') == 0;
    // Over all bytes, so that many are looked at side by side.
    if !three.fold(false, |any, ((first, second), last)| {
        any | is_code(*first, *second, *last)
    }) {
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
        assert_eq!(plain("_x000A_"), "\n");
        assert_eq!(
            plain("一二三四五六七八九十_x000A"),
            "一二三四五六七八九十_x000A"
        );
        assert_eq!(plain("安_x4E00_"), "安一");
    }
}
