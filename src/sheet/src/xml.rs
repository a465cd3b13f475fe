//! XML as office files use it, read piece by piece: elements, attributes and text in UTF-8.
//!
//! A document type is refused, so there are no entities but the five of XML 1.0 (section 4.6) and characters by number;
//! nothing is fetched and nothing expands.

mod attributes;
mod text;

use std::cell::Cell;

pub use attributes::Attributes;

pub(crate) use text::find;
use text::{are_legal, resolved};

/// Longest single tag, comment or run of text in bytes.
const TOKEN_LIMIT: usize = 1 << 20;
/// Deepest nesting of elements.
const DEPTH_LIMIT: usize = 64;
/// How deep elements go that may be taken before they are read.
const AHEAD: usize = 3;

/// What a document says, in order. Names of elements come without their prefix.
#[derive(Debug)]
pub enum Event<'a> {
    /// An element begins.
    Open(&'a str, &'a Attributes<'a>),
    /// An element ends.
    Close(&'a str),
    /// Text, with its entities resolved.
    Text(&'a str),
    /// What follows, from a tag on, as far as it has come, before anything of it is read. Who knows whole elements at its
    /// beginning, of at most three levels, says how many bytes they are; nothing more is told of them.
    Ahead(&'a str, &'a Cell<usize>),
}

/// Why a document is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// A document type, which may define entities.
    DocumentType,
    /// An entity other than the five.
    Entity,
    /// Not UTF-8, or declared to be something else.
    Encoding,
    /// A character that XML does not allow, such as NUL.
    Character,
    /// Not well-formed.
    Syntax,
    /// A tag or text that is too long.
    TooLong,
    /// Nested too deeply.
    TooDeep,
    /// Ends too early.
    CutOff,
}

/// Who takes events, and may refuse with a fault of its own.
pub type Taker<'t, E> = &'t mut dyn FnMut(Event<'_>) -> Result<(), E>;

/// A reader that is fed a document in pieces of any size.
#[derive(Debug, Default)]
pub struct Reader {
    pending: Vec<u8>,
    open: Open,
    begun: bool,
    rooted: bool,
}

impl Reader {
    /// Takes the next piece.
    ///
    /// # Errors
    /// What is wrong with the document, or what the taker says.
    pub fn feed<E: From<Fault>>(&mut self, piece: &[u8], taker: Taker<'_, E>) -> Result<(), E> {
        let mut pending = std::mem::take(&mut self.pending);
        pending.extend_from_slice(piece);
        let mut rest = pending.as_slice();
        if !self.begun {
            if rest.len() < 3 {
                self.pending = pending;
                return Ok(());
            }
            if matches!(
                rest,
                [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [0, ..] | [_, 0, ..]
            ) {
                return Err(Fault::Encoding.into());
            }
            rest = rest.strip_prefix(&[0xef, 0xbb, 0xbf]).unwrap_or(rest);
            self.begun = true;
        }
        // All of it at once, which is quicker; what is wrong is found again where it stands.
        let mut sound = sound(rest);
        loop {
            let taken = self.ahead(sound, taker)?;
            sound = sound.get(taken..).unwrap_or_default();
            rest = rest.get(taken..).unwrap_or_default();
            let Some(length) = token(rest)? else { break };
            let (one, after) = rest.split_at_checked(length).ok_or(Fault::Syntax)?;
            if length > TOKEN_LIMIT {
                return Err(Fault::TooLong.into());
            }
            let (text, behind) = match sound.split_at_checked(length) {
                Some(both) => both,
                None => (checked(one)?, ""),
            };
            sound = behind;
            self.take(text, taker)?;
            rest = after;
        }
        if rest.len() > TOKEN_LIMIT {
            return Err(Fault::TooLong.into());
        }
        self.pending = rest.to_vec();
        Ok(())
    }

    /// Says that the document has ended.
    ///
    /// # Errors
    /// When it has not.
    pub fn finish(&self) -> Result<(), Fault> {
        let blank = self.pending.iter().all(u8::is_ascii_whitespace);
        if blank && self.rooted && self.open.depth == 0 {
            Ok(())
        } else {
            Err(Fault::CutOff)
        }
    }

    /// How many bytes are taken before they are read. INVARIANT: no token among them is too long.
    fn ahead<E: From<Fault>>(&self, sound: &str, taker: Taker<'_, E>) -> Result<usize, E> {
        let taken = Cell::new(0);
        let room = DEPTH_LIMIT.saturating_sub(self.open.depth);
        let inside = self.open.depth > 0 && room >= AHEAD;
        if inside && sound.len() <= TOKEN_LIMIT && sound.starts_with('<') {
            taker(Event::Ahead(sound, &taken))?;
        }
        Ok(taken.get())
    }

    fn take<E: From<Fault>>(&mut self, text: &str, taker: Taker<'_, E>) -> Result<(), E> {
        let Some(tag) = text.strip_prefix('<') else {
            return self.text(text, true, taker);
        };
        let tag = tag.strip_suffix('>').unwrap_or(tag);
        match tag.as_bytes() {
            [b'/', ..] => self.close(tag.get(1..).unwrap_or_default().trim_end(), taker),
            [b'?', ..] => declared(tag.get(1..).unwrap_or_default()).map_err(E::from),
            // A comment, or text in which nothing is a tag or an entity.
            [b'!', ..] => match tag.strip_prefix("![CDATA[") {
                None => Ok(()),
                Some(data) => self.text(data.strip_suffix("]]").unwrap_or(data), false, taker),
            },
            _ => self.open(tag, taker),
        }
    }

    fn text<E: From<Fault>>(
        &self,
        text: &str,
        entities: bool,
        taker: Taker<'_, E>,
    ) -> Result<(), E> {
        if self.open.depth == 0 {
            return if text.trim().is_empty() {
                Ok(())
            } else {
                Err(Fault::Syntax.into())
            };
        }
        if entities {
            taker(Event::Text(&resolved(text)?))
        } else {
            taker(Event::Text(text))
        }
    }

    fn open<E: From<Fault>>(&mut self, tag: &str, taker: Taker<'_, E>) -> Result<(), E> {
        let (tag, closed) = match tag.strip_suffix('/') {
            Some(tag) => (tag, true),
            None => (tag, false),
        };
        let end = tag.bytes().position(|byte| byte.is_ascii_whitespace());
        let (name, rest) = tag
            .split_at_checked(end.unwrap_or(tag.len()))
            .ok_or(Fault::Syntax)?;
        if name.is_empty() || (self.open.depth == 0 && self.rooted) {
            return Err(Fault::Syntax.into());
        }
        let mut attributes = Attributes::default();
        attributes.read(rest)?;
        self.rooted = true;
        if self.open.depth >= DEPTH_LIMIT {
            return Err(Fault::TooDeep.into());
        }
        taker(Event::Open(local(name), &attributes))?;
        if closed {
            return taker(Event::Close(local(name)));
        }
        self.open.push(name);
        Ok(())
    }

    fn close<E: From<Fault>>(&mut self, name: &str, taker: Taker<'_, E>) -> Result<(), E> {
        if !self.open.pop(name) {
            return Err(Fault::Syntax.into());
        }
        taker(Event::Close(local(name)))
    }
}

/// The elements that are open.
#[derive(Debug, Default)]
struct Open {
    /// Their names, each behind a NUL, which is in none.
    names: Vec<u8>,
    depth: usize,
}

impl Open {
    fn push(&mut self, name: &str) {
        self.names.push(0);
        self.names.extend_from_slice(name.as_bytes());
        self.depth = self.depth.saturating_add(1);
    }

    /// Whether the last has this name; it is closed then.
    fn pop(&mut self, name: &str) -> bool {
        let before = self.names.strip_suffix(name.as_bytes());
        let Some([before @ .., 0]) = before else {
            return false;
        };
        self.names.truncate(before.len());
        self.depth = self.depth.saturating_sub(1);
        true
    }
}

/// The text that bytes begin with; nothing where a character in it is not allowed.
fn sound(bytes: &[u8]) -> &str {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let sound = bytes.get(..error.valid_up_to()).unwrap_or_default();
            std::str::from_utf8(sound).unwrap_or_default()
        }
    };
    if are_legal(text) { text } else { "" }
}

/// The text of a token.
fn checked(token: &[u8]) -> Result<&str, Fault> {
    let text = std::str::from_utf8(token).map_err(|_| Fault::Encoding)?;
    if are_legal(text) {
        Ok(text)
    } else {
        Err(Fault::Character)
    }
}

/// The name without its prefix.
fn local(name: &str) -> &str {
    let colon = name.bytes().rposition(|byte| byte == b':');
    let local = colon.and_then(|at| name.get(at.saturating_add(1)..));
    local.unwrap_or(name)
}

/// The length of the token that the bytes begin with; none while it is not there as a whole.
fn token(bytes: &[u8]) -> Result<Option<usize>, Fault> {
    let ended = |end: &[u8], from: usize| {
        let rest = bytes.get(from..)?;
        let at = rest.windows(end.len()).position(|window| window == end)?;
        Some(from.saturating_add(at).saturating_add(end.len()))
    };
    match bytes {
        [] | [b'<'] => Ok(None),
        [b'<', b'!', rest @ ..] => {
            if rest.starts_with(b"--") {
                Ok(ended(b"-->", 4))
            } else if rest.starts_with(b"[CDATA[") {
                Ok(ended(b"]]>", 9))
            } else if b"--".starts_with(rest) || b"[CDATA[".starts_with(rest) {
                Ok(None)
            } else {
                Err(Fault::DocumentType)
            }
        }
        [b'<', b'?', ..] => Ok(ended(b"?>", 2)),
        [b'<', ..] => Ok(tag_length(bytes)),
        _ => Ok(find(bytes, [b'<'; 2])),
    }
}

/// A `>` inside an attribute's value does not end a tag.
fn tag_length(bytes: &[u8]) -> Option<usize> {
    let mut rest = bytes.iter();
    while let Some(byte) = rest.find(|byte| matches!(byte, b'>' | b'"' | b'\'')) {
        if *byte == b'>' {
            return bytes.len().checked_sub(rest.len());
        }
        rest.find(|closing| *closing == byte)?;
    }
    None
}

/// Looks whether a declaration says another encoding than UTF-8.
fn declared(instruction: &str) -> Result<(), Fault> {
    let Some(declaration) = instruction.strip_prefix("xml ") else {
        return Ok(());
    };
    let declaration = declaration.strip_suffix('?').unwrap_or(declaration);
    let mut attributes = Attributes::default();
    attributes.read(declaration)?;
    match attributes.get("encoding").as_deref() {
        Some(encoding) if !encoding.eq_ignore_ascii_case("utf-8") => Err(Fault::Encoding),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests;
