//! The attributes of a tag.

use std::borrow::Cow;

use super::Fault;
use super::text::resolved;

/// Most attributes of one tag.
const MOST: usize = 256;

/// The attributes of a tag, in order.
#[derive(Debug)]
pub struct Attributes<'a>(Vec<(&'a str, Cow<'a, str>)>);

impl<'a> Attributes<'a> {
    /// Reads `a="b" c='d'`.
    pub(super) fn read(text: &'a str) -> Result<Self, Fault> {
        let mut found: Vec<(&'a str, Cow<'a, str>)> = Vec::new();
        let mut rest = text.trim_ascii();
        while !rest.is_empty() {
            let (name, after) = rest.split_once('=').ok_or(Fault::Syntax)?;
            let name = name.trim_ascii_end();
            let after = after.trim_ascii_start();
            let quote = after.chars().next().filter(|c| matches!(c, '"' | '\''));
            let quote = quote.ok_or(Fault::Syntax)?;
            let after = after.strip_prefix(quote).ok_or(Fault::Syntax)?;
            let (value, after) = after.split_once(quote).ok_or(Fault::Syntax)?;
            let odd = |c: char| c.is_ascii_whitespace() || matches!(c, '<' | '"' | '\'');
            let twice = found.iter().any(|(other, _)| *other == name);
            if name.is_empty() || name.contains(odd) || value.contains('<') || twice {
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
