//! The reader: bytes to a value.

mod error;
mod locate;
mod string;

pub use error::{Position, ReadError, ReadErrorKind, Wanted};
pub use locate::locate;

use crate::{DEPTH_LIMIT, Decimal, Json, Object};

const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";
/// How much of a wrong number is shown.
const SHOWN: usize = 40;

pub(crate) fn parse(bytes: &[u8]) -> Result<Json, ReadError> {
    let mut reader = Reader::new(bytes)?;
    let json = reader.value(DEPTH_LIMIT)?;
    reader.skip_space();
    if let Some(found) = reader.peek_char() {
        return Err(reader.error(ReadErrorKind::AfterValue { found }));
    }
    Ok(json)
}

/// A place in the text.
///
/// INVARIANT: `place` is at the start of a character or at the end of the text, since it
/// only ever moves past whole characters or past ASCII bytes.
struct Reader<'a> {
    text: &'a str,
    place: usize,
}

impl<'a> Reader<'a> {
    fn new(bytes: &'a [u8]) -> Result<Self, ReadError> {
        if bytes.starts_with(BYTE_ORDER_MARK) {
            return Err(ReadError::new("", ReadErrorKind::ByteOrderMark));
        }
        match core::str::from_utf8(bytes) {
            Ok(text) => Ok(Self { text, place: 0 }),
            Err(error) => {
                let valid = bytes.get(..error.valid_up_to()).unwrap_or_default();
                let before = core::str::from_utf8(valid).unwrap_or_default();
                Err(ReadError::new(before, ReadErrorKind::InvalidUtf8))
            }
        }
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.place).copied()
    }

    fn peek_char(&self) -> Option<char> {
        self.text.get(self.place..)?.chars().next()
    }

    fn since(&self, start: usize) -> &'a str {
        self.text.get(start..self.place).unwrap_or_default()
    }

    fn skip_space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.place += 1;
        }
    }

    /// Steps over `byte` if it comes next.
    fn skip(&mut self, byte: u8) -> bool {
        let there = self.peek() == Some(byte);
        if there {
            self.place += 1;
        }
        there
    }

    fn error(&self, kind: ReadErrorKind) -> ReadError {
        self.error_at(self.place, kind)
    }

    fn error_at(&self, place: usize, kind: ReadErrorKind) -> ReadError {
        ReadError::new(self.text.get(..place).unwrap_or_default(), kind)
    }

    fn unexpected(&self, expected: Wanted) -> ReadError {
        let end = ReadErrorKind::UnexpectedEnd { expected };
        let kind = |found| ReadErrorKind::Unexpected { found, expected };
        self.error(self.peek_char().map_or(end, kind))
    }

    /// One value, with at most `depth` levels of arrays and objects.
    fn value(&mut self, depth: usize) -> Result<Json, ReadError> {
        self.skip_space();
        match self.peek() {
            Some(b'{') => self.object(self.deeper(depth)?),
            Some(b'[') => self.array(self.deeper(depth)?),
            Some(b'"') => self.string().map(Json::Text),
            Some(b'-' | b'0'..=b'9') => self.number().map(Json::Number),
            Some(b't') => self.literal("true", Json::Bool(true)),
            Some(b'f') => self.literal("false", Json::Bool(false)),
            Some(b'n') => self.literal("null", Json::Null),
            _ => Err(self.unexpected(Wanted::Value)),
        }
    }

    fn deeper(&self, depth: usize) -> Result<usize, ReadError> {
        depth
            .checked_sub(1)
            .ok_or_else(|| self.error(ReadErrorKind::TooDeep { limit: DEPTH_LIMIT }))
    }

    fn array(&mut self, depth: usize) -> Result<Json, ReadError> {
        self.place += 1;
        let mut items = Vec::new();
        self.skip_space();
        if self.skip(b']') {
            return Ok(Json::Array(items));
        }
        loop {
            items.push(self.value(depth)?);
            self.skip_space();
            if self.skip(b']') {
                return Ok(Json::Array(items));
            }
            if !self.skip(b',') {
                return Err(self.unexpected(Wanted::CommaOrBracket));
            }
        }
    }

    fn object(&mut self, depth: usize) -> Result<Json, ReadError> {
        let start = self.place;
        self.place += 1;
        let mut entries = Vec::new();
        self.skip_space();
        if self.skip(b'}') {
            return Ok(Json::Object(Object::new()));
        }
        loop {
            let key = self.key()?;
            entries.push((key, self.value(depth)?));
            self.skip_space();
            if self.skip(b'}') {
                return Object::from_entries(entries)
                    .map(Json::Object)
                    .map_err(|index| self.repeated_key(start, index, depth));
            }
            if !self.skip(b',') {
                return Err(self.unexpected(Wanted::CommaOrBrace));
            }
        }
    }

    /// A key and the colon after it.
    fn key(&mut self) -> Result<String, ReadError> {
        self.skip_space();
        if self.peek() != Some(b'"') {
            return Err(self.unexpected(Wanted::Key));
        }
        let key = self.string()?;
        self.skip_space();
        if self.skip(b':') {
            Ok(key)
        } else {
            Err(self.unexpected(Wanted::Colon))
        }
    }

    /// Goes through the object at `start` again, to the member that repeats a key. This
    /// happens once in a text at most, so that places of keys need not be kept.
    fn repeated_key(&mut self, start: usize, index: usize, depth: usize) -> ReadError {
        self.place = start + 1;
        for _ in 0..index {
            if let Err(error) = self.key().and_then(|_| self.value(depth)) {
                return error;
            }
            self.skip_space();
            self.skip(b',');
        }
        self.skip_space();
        let place = self.place;
        match self.string() {
            Ok(key) => self.error_at(place, ReadErrorKind::DuplicateKey { key }),
            Err(error) => error,
        }
    }

    fn literal(&mut self, word: &'static str, value: Json) -> Result<Json, ReadError> {
        for byte in word.bytes() {
            if !self.skip(byte) {
                return Err(self.unexpected(Wanted::Word(word)));
            }
        }
        Ok(value)
    }

    fn number(&mut self) -> Result<Decimal, ReadError> {
        let start = self.place;
        while matches!(
            self.peek(),
            Some(b'0'..=b'9' | b'+' | b'-' | b'.' | b'e' | b'E')
        ) {
            self.place += 1;
        }
        let text = self.since(start);
        text.parse().map_err(|reason| {
            let text = text.chars().take(SHOWN).collect();
            self.error_at(start, ReadErrorKind::Number { text, reason })
        })
    }
}
