//! The attributes of a tag.

use std::borrow::Cow;

use smallvec::SmallVec;

use super::Fault;
use super::text::resolved;

/// Most attributes of one tag.
const MOST: usize = 256;
/// As many as most tags have.
const FEW: usize = 4;

/// The attributes of a tag, in order.
#[derive(Debug)]
pub struct Attributes<'a>(SmallVec<[(&'a str, Cow<'a, str>); FEW]>);

impl<'a> Attributes<'a> {
    /// Reads `a="b" c='d'`.
    pub(super) fn read(text: &'a str) -> Result<Self, Fault> {
        let mut found = SmallVec::<[(&'a str, Cow<'a, str>); FEW]>::new();
        let mut rest = text.trim_ascii();
        while !rest.is_empty() {
            let (name, after) = around(rest, b'=').ok_or(Fault::Syntax)?;
            let name = name.trim_ascii_end();
            let after = after.trim_ascii_start();
            let quote = after.bytes().next();
            let quote = quote.filter(|byte| matches!(byte, b'"' | b'\''));
            let quote = quote.ok_or(Fault::Syntax)?;
            let after = after.get(1..).ok_or(Fault::Syntax)?;
            let (value, after) = around(after, quote).ok_or(Fault::Syntax)?;
            let odd = |byte: u8| byte.is_ascii_whitespace() || matches!(byte, b'<' | b'"' | b'\'');
            let twice = found.iter().any(|(other, _)| *other == name);
            let open = value.as_bytes().contains(&b'<');
            if name.is_empty() || name.bytes().any(odd) || open || twice {
                return Err(Fault::Syntax);
            }
            if found.len() >= MOST {
                return Err(Fault::TooLong);
            }
            found.push((name, resolved(value)?));
            rest = after.trim_ascii_start();
        }
        Ok(Self(found))
    }

    /// The value of an attribute; its prefix, such as `r:`, does not matter.
    pub fn get(&self, name: &str) -> Option<&str> {
        let exact = self.0.iter().find(|(own, _)| *own == name);
        let local = || self.0.iter().find(|(own, _)| super::local(own) == name);
        exact.or_else(local).map(|(_, value)| value.as_ref())
    }

    /// The value of an attribute that has a prefix.
    pub fn prefixed(&self, name: &str) -> Option<&str> {
        let own = |own: &str| own.split_once(':').is_some_and(|(_, local)| local == name);
        let found = self.0.iter().find(|(name, _)| own(name));
        found.map(|(_, value)| value.as_ref())
    }
}

/// What stands before and behind the first of these bytes, an ASCII character.
fn around(text: &str, byte: u8) -> Option<(&str, &str)> {
    let at = text.bytes().position(|own| own == byte)?;
    Some((text.get(..at)?, text.get(at.saturating_add(1)..)?))
}
