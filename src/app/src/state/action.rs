//! What can happen.

use assess::Place;
use dossier::{Edit, Holder, Pledge};

use package::digest::FileDigest;

use super::{Draft, Guide, Later, Notice, Opened, SaveState, StoredFile, SurveyState};
use crate::platform::blob::FileBlob;
use crate::screen::Screen;

/// One thing that happens.
#[derive(Clone, Debug)]
pub(crate) enum Action {
    /// Changes the dossier.
    Edit(Edit),
    /// Changes the dossier while a person types at a place: one step of undo until [`Action::Settle`].
    Type(Place, Edit),
    /// The person has left the field.
    Settle,
    /// Judges what was typed.
    Judge,
    /// The second part of the module is there.
    Arrived(Later),
    /// The second part of the module does not come.
    Incomplete,
    /// Takes the last change back.
    Undo,
    /// Makes the change taken back once more.
    Redo,
    /// Shows a screen.
    Go(Screen),
    /// Shows a screen and puts the focus on the element with an id.
    GoTo {
        /// The screen.
        screen: Screen,
        /// The element's id; see [`crate::ui::field_id`].
        focus: Option<String>,
    },
    /// Goes from the check screen to where an answer is changed; the way back is kept.
    Change {
        /// The screen.
        screen: Screen,
        /// The element's id.
        focus: Option<String>,
    },
    /// Opens another draft. The present one is kept, and is left as it is.
    Open(Box<Opened>),
    /// Takes another draft, where drafts are not kept; the present one can be had back by undo.
    Load(Box<Draft>),
    /// Begins anew, where drafts are not kept; the present dossier can be had back by undo.
    Clear,
    /// The person has seen what another version of the book has changed.
    SeenChanges,
    /// Holds the files against another portal, by its id.
    Portal(String),
    /// Gives the draft a name of the person's own.
    Rename(String),
    /// Another tab writes this draft from now on, or does no more.
    Elsewhere(bool),
    /// Takes or withdraws the pledge.
    SetPledge(Option<Pledge>),
    /// Puts a file on the shelf and names it as evidence.
    AddFile {
        /// What it proves.
        holder: Holder,
        /// The file.
        file: StoredFile,
    },
    /// Takes a file away from what it proves.
    RemoveFile {
        /// What it proved.
        holder: Holder,
        /// The file's name.
        name: String,
    },
    /// A step on the way that asks only what is needed.
    Guide(Guide),
    /// Tells the person something, or clears what was told.
    Notice(Option<Notice>),
    /// What the worker says of the content with this number.
    Surveyed(u64, SurveyState),
    /// What became of saving the draft.
    Saved(SaveState),
    /// What became of keeping a file of evidence: the kept one, or none when there is no room.
    FileKept(FileDigest, Option<FileBlob>),
}

impl Action {
    /// Whether it says nothing of a verdict, so that what was typed need not be judged before.
    pub(super) const fn lets_wait(&self) -> bool {
        matches!(
            self,
            Self::Type(..)
                | Self::Notice(_)
                | Self::Surveyed(..)
                | Self::Saved(_)
                | Self::FileKept(..)
        )
    }

    /// Whether it changes what the person entered.
    pub(super) fn changes_the_draft(&self) -> bool {
        matches!(
            self,
            Self::Edit(_)
                | Self::Type(..)
                | Self::Undo
                | Self::Redo
                | Self::Load(_)
                | Self::SeenChanges
                | Self::Clear
                | Self::Rename(_)
                | Self::Portal(_)
                | Self::SetPledge(_)
                | Self::AddFile { .. }
                | Self::RemoveFile { .. }
        )
    }
}
