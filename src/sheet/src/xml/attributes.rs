//! The attributes of a tag.

use std::borrow::Cow;

use super::text::resolved;
use super::{Fault, local};

/// Most attributes of one tag.
const MOST: usize = 256;

/// The attributes of a tag, which are well-formed, as they are written.
#[derive(Clone, Copy, Debug)]
pub struct Attributes<'a>(&'a str);

impl<'a> Attributes<'a> {
    /// Reads `a="b" c='d'`.
    pub(super) fn read(text: &'a str) -> Result<Self, Fault> {
        let text = text.trim_ascii();
        if text.is_empty() {
            return Ok(Self(text));
        }
        let mut rest = text;
        // The first few names need no room of their own.
        let (mut few, mut more, mut count) = ([""; 6], Vec::new(), 0_usize);
        while !rest.is_empty() {
            let (name, value, after) = next(rest).ok_or(Fault::Syntax)?;
            let odd = |byte: u8| byte.is_ascii_whitespace() || matches!(byte, b'<' | b'"' | b'\'');
            let mut before = few.iter().take(count).chain(&more);
            let twice = before.any(|other| *other == name);
            if name.is_empty() || name.bytes().any(odd) || twice {
                return Err(Fault::Syntax);
            }
            let mut marks = value.bytes().filter(|byte| matches!(byte, b'<' | b'&'));
            if marks.next().is_some() {
                if value.contains('<') {
                    return Err(Fault::Syntax);
                }
                resolved(value)?;
            }
            if count >= MOST {
                return Err(Fault::TooLong);
            }
            match few.get_mut(count) {
                Some(place) => *place = name,
                None => more.push(name),
            }
            count = count.saturating_add(1);
            rest = after;
        }
        Ok(Self(text))
    }

    /// Each with its value, whose entities stand as they are written.
    fn all(self) -> impl Iterator<Item = (&'a str, &'a str)> {
        let mut rest = self.0;
        std::iter::from_fn(move || {
            let (name, value, after) = next(rest)?;
            rest = after;
            Some((name, value))
        })
    }

    /// The value of an attribute; its prefix, such as `r:`, does not matter.
    pub fn get(self, name: &str) -> Option<Cow<'a, str>> {
        let exact = self.all().find(|(own, _)| *own == name);
        let with_prefix = || self.all().find(|(own, _)| local(own) == name);
        let may_be = || self.0.as_bytes().contains(&b':');
        let found = exact.or_else(|| may_be().then(with_prefix).flatten());
        found.and_then(|(_, value)| resolved(value).ok())
    }

    /// The value of an attribute that has a prefix.
    pub fn prefixed(self, name: &str) -> Option<Cow<'a, str>> {
        let own = |own: &str| own.split_once(':').is_some_and(|(_, local)| local == name);
        let (_, value) = self.all().find(|(name, _)| own(name))?;
        resolved(value).ok()
    }
}

/// The first attribute, its value and what stands behind it.
fn next(text: &str) -> Option<(&str, &str, &str)> {
    let (name, after) = around(text, b'=')?;
    let after = after.trim_ascii_start();
    let quote = after.bytes().next();
    let quote = quote.filter(|byte| matches!(byte, b'"' | b'\''))?;
    let (value, after) = around(after.get(1..)?, quote)?;
    Some((name.trim_ascii_end(), value, after.trim_ascii_start()))
}

/// What stands before and behind the first of these bytes, an ASCII character.
fn around(text: &str, byte: u8) -> Option<(&str, &str)> {
    let at = text.bytes().position(|own| own == byte)?;
    Some((text.get(..at)?, text.get(at.saturating_add(1)..)?))
}
