//! Reading again what the build has read, checked and compiled.
//!
//! The reader is the one of [`crate::read_book`], as strict for any text. What is left out is the
//! check of the soundness of what was read: the build has made it.
//!
//! INVARIANT: the build refuses to embed a text that is not read here as the very value it was
//! compiled from. No other text may come here: an unsound rule is not noticed.

use json::Json;

use crate::read::{self, FromJson};
use crate::{Book, Calendar, Season};

/// A compiled text, taken apart: the longer half of reading it, for those who pause between the two.
#[derive(Clone, Debug)]
pub struct Parsed(Json);

impl Parsed {
    /// None when it is no such text.
    pub fn of(text: &str) -> Option<Self> {
        Json::parse(text.as_bytes()).ok().map(Self)
    }

    /// The book in it; none when there is none.
    pub fn book(&self) -> Option<Book> {
        read::read(&self.0).ok()
    }
}

/// The book in a compiled text; none when it is no such text.
pub fn book(text: &str) -> Option<Book> {
    Parsed::of(text)?.book()
}

/// The season in a compiled text; none when it is no such text.
pub fn season(text: &str) -> Option<Season> {
    read(text)
}

/// The calendar in a compiled text; none when it is no such text.
pub fn calendar(text: &str) -> Option<Calendar> {
    read(text)
}

fn read<T: FromJson>(text: &str) -> Option<T> {
    read::read(&Parsed::of(text)?.0).ok()
}
