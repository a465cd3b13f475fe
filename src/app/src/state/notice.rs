//! What the person is told once, and whether the draft is safe.

use dossier::ReadError;

/// Something the person is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Notice {
    /// A record of a list was removed; undo brings it back.
    Removed,
    /// A record was copied.
    Copied,
    /// A draft was opened from a file, and stands in the list beside the others.
    Added,
    /// A new draft was begun; the others stand in the list.
    Begun,
    /// A draft was removed from the list, and can be brought back.
    DraftRemoved(RemovedDraft),
    /// A draft was opened in place of the present one; undo brings that back.
    Opened,
    /// A draft was opened that was begun under another book. Whether undo brings back the present
    /// one, in place of which it was opened.
    OtherBook(String, bool),
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

/// A draft that was removed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RemovedDraft {
    /// Its id.
    pub(crate) id: String,
    /// What it is called.
    pub(crate) name: String,
    /// Whether it was the one that is worked on.
    pub(crate) was_open: bool,
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
    /// This is a kiosk, where nothing is to be kept.
    Kiosk,
}

impl SaveState {
    /// Whether drafts are kept at all, so that there can be several.
    pub(crate) fn keeps_drafts(self) -> bool {
        !matches!(self, Self::Refused | Self::Kiosk)
    }
}

impl From<SaveState> for wording::ui::forms::Saved {
    fn from(state: SaveState) -> Self {
        match state {
            SaveState::Nothing => Self::Nothing,
            SaveState::Saved => Self::Saved,
            SaveState::Refused => Self::Refused,
            SaveState::Full => Self::Full,
            SaveState::Kiosk => Self::Kiosk,
        }
    }
}
