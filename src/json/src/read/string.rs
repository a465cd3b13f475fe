//! Strings and their escapes.

use super::{ReadError, ReadErrorKind, Reader, Wanted};

impl Reader<'_> {
    /// A string, from its opening quotation mark on.
    pub(super) fn string(&mut self) -> Result<String, ReadError> {
        let start = self.place;
        self.place += 1;
        // Most have no escape, and are copied once.
        let mut text = self.plain().to_owned();
        loop {
            match self.peek() {
                Some(b'"') => {
                    self.place += 1;
                    return Ok(text);
                }
                Some(b'\\') => text.push(self.escape(start)?),
                Some(code) => return Err(self.error(ReadErrorKind::ControlCharacter { code })),
                None => return Err(self.unfinished(start)),
            }
            text.push_str(self.plain());
        }
    }

    /// The characters up to the next that means something else.
    fn plain(&mut self) -> &str {
        let run = self.place;
        let rest = self.text.as_bytes().get(run..).unwrap_or_default();
        let stops = |byte: &u8| *byte < 0x20 || matches!(byte, b'"' | b'\\');
        self.place += rest.iter().position(stops).unwrap_or(rest.len());
        self.since(run)
    }

    fn unfinished(&self, start: usize) -> ReadError {
        self.error_at(start, ReadErrorKind::UnfinishedText)
    }

    /// The character of an escape, from its backslash on; `start` is where the string starts.
    fn escape(&mut self, start: usize) -> Result<char, ReadError> {
        let escape = self.place;
        self.place += 1;
        let found = self.peek_char().ok_or_else(|| self.unfinished(start))?;
        let character = match found {
            '"' | '\\' | '/' => found,
            'b' => '\u{8}',
            'f' => '\u{C}',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' => {
                self.place += 1;
                return self.code_point(start, escape);
            }
            _ => return Err(self.error_at(escape, ReadErrorKind::InvalidEscape { found })),
        };
        self.place += 1;
        Ok(character)
    }

    /// The digits of a `\u` escape, and the second half of a surrogate pair.
    fn code_point(&mut self, start: usize, escape: usize) -> Result<char, ReadError> {
        let first = self.four_digits(start)?;
        let lone = ReadErrorKind::LoneSurrogate { unit: first };
        if !matches!(first, 0xD800..=0xDBFF) {
            return char::from_u32(first).ok_or_else(|| self.error_at(escape, lone));
        }
        if !(self.skip(b'\\') && self.skip(b'u')) {
            return Err(self.error_at(escape, lone));
        }
        let second = self.four_digits(start)?;
        if !matches!(second, 0xDC00..=0xDFFF) {
            return Err(self.error_at(escape, lone));
        }
        let code = 0x1_0000 + ((first - 0xD800) << 10) + (second - 0xDC00);
        char::from_u32(code).ok_or_else(|| self.error_at(escape, lone))
    }

    fn four_digits(&mut self, start: usize) -> Result<u32, ReadError> {
        let mut unit = 0;
        for _ in 0..4 {
            let found = self.peek_char().ok_or_else(|| self.unfinished(start))?;
            let digit = found
                .to_digit(16)
                .ok_or_else(|| self.unexpected(Wanted::HexDigit))?;
            unit = unit * 16 + digit;
            self.place += 1;
        }
        Ok(unit)
    }
}
