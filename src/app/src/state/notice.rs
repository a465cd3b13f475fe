//! What the person is told once, and whether the draft is safe.

use dossier::ReadError;

/// Something the person is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Notice {
    /// A record of a list was removed; undo brings it back.
    Removed,
    /// A record was copied.
    Copied,
    /// A draft was opened in place of the present one; undo brings that back.
    Opened,
    /// A draft was opened that was begun under another book.
    OtherBook(String),
    /// The dossier was begun anew; undo brings the old one back.
    Cleared,
    /// The last change was taken back.
    Undone,
    /// The change was made again.
    Redone,
    /// A file is no draft.
    NotADraft(ReadError),
    /// A file could not be read at all.
    Unreadable,
    /// The stored draft could not be read and was set aside.
    SetAside,
    /// Text of a screen's own, already in words.
    Words(String),
}

/// Whether the draft is kept in this browser.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum SaveState {
    /// Nothing was entered yet.
    #[default]
    Nothing,
    /// It is kept.
    Saved,
    /// The browser does not allow keeping anything.
    Refused,
    /// There is no room.
    Full,
}

impl From<SaveState> for wording::ui::forms::Saved {
    fn from(state: SaveState) -> Self {
        match state {
            SaveState::Nothing => Self::Nothing,
            SaveState::Saved => Self::Saved,
            SaveState::Refused => Self::Refused,
            SaveState::Full => Self::Full,
        }
    }
}
