//! What comes behind the first screens: the engine, and all that shows what it finds.
//!
//! The first part of the module has the start, the task list and the questions. It reaches the second by this table
//! alone, so that `wasm-split` can tell the two apart; see [`crate::behind`].

use std::future::Future;
use std::ops::ControlFlow;
use std::pin::Pin;

use assess::{Engine, Judged, Problem};
use rulebook::Book;
use yew::Html;

use super::advice::{Found, Wanted};
use super::{AppHandle, AppState, Notice, Rules};
use crate::desk::Reopened;
use crate::platform::blob::FileBlob;

/// What the second part does for the first.
#[derive(Debug)]
pub(crate) struct Behind {
    /// Makes the book ready for judging.
    pub(crate) engine: fn(&Rules) -> Option<Engine>,
    /// Judges what is entered.
    pub(crate) assess: fn(&mut AppState),
    /// Judges as much of it as the live verdict shows.
    pub(crate) outline: fn(&mut AppState),
    /// What another version of the book has changed since the draft was judged, in words.
    pub(crate) since: fn(&AppState, &Judged) -> Option<Vec<String>>,
    /// Gets a piece of advice.
    pub(crate) advise: fn(&AppState, Wanted) -> Found,
    /// What is wrong, and what to do, in words.
    pub(crate) told: fn(&Book, &Problem) -> String,
    /// Draws the live verdict.
    pub(crate) verdict: fn(&AppHandle) -> Html,
    /// Draws the screen that is shown, where the first part cannot.
    pub(crate) screen: fn(&AppHandle) -> Html,
    /// Asks the worker what is in the way of sealing, and tells the state.
    pub(crate) survey: fn(AppHandle),
    /// Reads a draft file or a package.
    pub(crate) read:
        for<'a> fn(&'a FileBlob, Progress<'a>) -> Awaited<'a, Result<Reopened, Notice>>,
    /// Offers the draft as a file, and says what became of it.
    pub(crate) save: fn(&AppState) -> Awaited<'_, String>,
}

/// Is told how many more bytes are read, and says whether to go on.
pub(crate) type Progress<'a> = &'a dyn Fn(u64) -> ControlFlow<()>;

/// Something that takes a while.
pub(crate) type Awaited<'a, T> = Pin<Box<dyn Future<Output = T> + 'a>>;

/// The second part, once it is there, and the engine that it has made.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Later {
    /// What it does.
    pub(crate) behind: &'static Behind,
    /// The engine.
    pub(crate) engine: &'static Engine,
}

/// Why the second part is not there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Absent {
    /// It is on its way.
    Awaited,
    /// It does not come.
    Missing,
}

impl Later {
    /// Makes the engine of the rules, which stands as long as the page does; none for a book that is not sound.
    pub(crate) fn new(behind: &'static Behind, rules: &Rules) -> Option<Self> {
        let engine = (behind.engine)(rules)?;
        Some(Self {
            behind,
            engine: Box::leak(Box::new(engine)),
        })
    }
}
