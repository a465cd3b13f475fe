//! Where in a JSON value something is.

use core::fmt;

use crate::write::write_text;

/// The way from the top of a JSON value down to a part of it.
///
/// Shown as `clause[3].rule.all[0]`; a key with spaces or ASCII marks other than `_`, `-`
/// and `$` is shown as `["the key"]`.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Path(pub Vec<Step>);

/// One step of a [`Path`].
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// To the value of this key.
    Key(String),
    /// To the item with this index, counted from nought.
    Index(usize),
}

impl Path {
    /// The steps from the top down; none for the value itself.
    pub fn steps(&self) -> &[Step] {
        &self.0
    }

    /// Whether this is the value itself.
    pub fn is_top(&self) -> bool {
        self.0.is_empty()
    }

    /// This path and one step further.
    #[must_use]
    pub fn join(&self, step: Step) -> Self {
        let mut steps = self.0.clone();
        steps.push(step);
        Self(steps)
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, step) in self.0.iter().enumerate() {
            match step {
                Step::Index(index) => write!(f, "[{index}]")?,
                Step::Key(key) if !is_plain(key) => {
                    let mut quoted = String::new();
                    write_text(&mut quoted, key);
                    write!(f, "[{quoted}]")?;
                }
                Step::Key(key) => {
                    if place > 0 {
                        f.write_str(".")?;
                    }
                    f.write_str(key)?;
                }
            }
        }
        Ok(())
    }
}

fn is_plain(key: &str) -> bool {
    let plain =
        |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'$' | 0x80..);
    !key.is_empty() && key.bytes().all(plain)
}
