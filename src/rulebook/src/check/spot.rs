//! A place in a book while it is walked; becomes a path only when there is a fault.

use json::{Path, Step};

/// The way from the top of a book down to a part of it.
#[derive(Clone, Copy)]
pub(crate) enum Spot<'a> {
    /// The book.
    Top,
    /// The value of a key.
    Key(&'a Self, &'a str),
    /// An item of a list.
    Index(&'a Self, usize),
}

impl<'a> Spot<'a> {
    /// The value of `key` here.
    pub(crate) fn key(&'a self, key: &'a str) -> Self {
        Self::Key(self, key)
    }

    /// The item `index` here.
    pub(crate) fn index(&'a self, index: usize) -> Self {
        Self::Index(self, index)
    }

    /// The path to here.
    #[cold]
    #[inline(never)]
    pub(crate) fn path(&self) -> Path {
        let mut steps = Vec::new();
        let mut spot = self;
        loop {
            spot = match spot {
                Self::Top => break,
                Self::Key(above, key) => {
                    steps.push(Step::Key((*key).to_owned()));
                    above
                }
                Self::Index(above, index) => {
                    steps.push(Step::Index(*index));
                    above
                }
            };
        }
        steps.reverse();
        Path(steps)
    }
}
