//! What can happen.

use assess::Place;
use dossier::{Dossier, Edit, Holder, Pledge};

use super::{Notice, SaveState, StoredFile};
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
    /// Takes another dossier; the present one can be had back by undo.
    Load(Dossier),
    /// Begins anew; the present dossier can be had back by undo.
    Clear,
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
    /// Tells the person something, or clears what was told.
    Notice(Option<Notice>),
    /// What became of saving the draft.
    Saved(SaveState),
}
