//! The attributes of a tag.

use std::borrow::Cow;

use super::text::resolved;
use super::{Fault, local};

/// Most attributes of one tag.
const MOST: usize = 256;
/// So many need no room of their own.
const FEW: usize = 4;

/// The attributes of a tag, which are well-formed: names, and values whose entities stand as they are written.
#[derive(Debug, Default)]
pub struct Attributes<'a> {
    few: [(&'a str, &'a str); FEW],
    count: usize,
    more: Vec<(&'a str, &'a str)>,
}

impl<'a> Attributes<'a> {
    /// Puts in those of `a="b" c='d'`.
    pub(super) fn read(&mut self, text: &'a str) -> Result<(), Fault> {
        let mut rest = text.trim_ascii();
        while !rest.is_empty() {
            let (name, value, after) = next(rest).ok_or(Fault::Syntax)?;
            let odd = |byte: u8| byte.is_ascii_whitespace() || matches!(byte, b'<' | b'"' | b'\'');
            let twice = self.all().any(|(other, _)| other == name);
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
            if self.count >= MOST {
                return Err(Fault::TooLong);
            }
            match self.few.get_mut(self.count) {
                Some(place) => *place = (name, value),
                None => self.more.push((name, value)),
            }
            self.count = self.count.saturating_add(1);
            rest = after;
        }
        Ok(())
    }

    fn all(&self) -> impl Iterator<Item = (&'a str, &'a str)> {
        let few = self.few.iter().take(self.count);
        few.chain(&self.more).copied()
    }

    /// Each with its name, as it is written, and its value.
    pub fn each(&self) -> impl Iterator<Item = (&'a str, Cow<'a, str>)> {
        let all = self.all();
        all.filter_map(|(name, value)| Some((name, resolved(value).ok()?)))
    }

    /// The value of an attribute; its prefix, such as `r:`, does not matter.
    pub fn get(&self, name: &str) -> Option<Cow<'a, str>> {
        let exact = self.all().find(|(own, _)| *own == name);
        let with_prefix = || self.all().find(|(own, _)| local(own) == name);
        let (_, value) = exact.or_else(with_prefix)?;
        resolved(value).ok()
    }

    /// The value of an attribute that has a prefix.
    pub fn prefixed(&self, name: &str) -> Option<Cow<'a, str>> {
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
