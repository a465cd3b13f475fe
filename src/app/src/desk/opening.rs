//! What is found at the start: the rules, and the drafts of this browser.

use std::rc::Rc;

use crate::platform::storage::{self, Keeping, Listed};
use crate::platform::{clock, random};
use crate::state::{Draft, FileShelf, Notice, Opened, Opening, Rules, SaveState, StoredFile};

/// What is found at the start; none without rules. The storage is opened while the rules are read.
pub(crate) async fn opening(keeping: Keeping) -> Option<Opening> {
    let opening = storage::open(keeping);
    let rules = Rules::read().await?;
    let keeps = opening.await;
    let (opened, save_state) = if keeps {
        (kept().await, SaveState::Nothing)
    } else if keeping == Keeping::Nothing {
        (unkept(), SaveState::Kiosk)
    } else {
        (unkept(), SaveState::Refused)
    };
    Some(Opening {
        rules,
        today: clock::today(),
        opened,
        save_state,
    })
}

/// The draft that this tab had open; in a new tab, the one that was changed last.
async fn kept() -> Opened {
    let drafts = storage::drafts().await;
    let found = match storage::opened() {
        Some(id) => drafts.into_iter().find(|draft| draft.id == id).ok_or(id),
        None => drafts.into_iter().next().ok_or_else(random::draft_id),
    };
    match found {
        Ok(Listed { id, text, .. }) => match Draft::read(&text) {
            Ok(draft) => opened(&id, draft, None).await,
            // It stays where it is, and in the list.
            Err(_) => fresh(&random::draft_id(), Some(Notice::SetAside)).await,
        },
        Err(id) => fresh(&id, None).await,
    }
}

/// A draft that an older version kept, in a browser that keeps nothing for this one.
fn unkept() -> Opened {
    let old = storage::old().map(|text| Draft::read(&text));
    Opened {
        id: random::draft_id().into(),
        notice: matches!(old, Some(Err(_))).then_some(Notice::SetAside),
        draft: old.and_then(Result::ok),
        files: FileShelf::default(),
        elsewhere: false,
    }
}

/// A draft that is kept, made this tab's own unless another tab writes it.
pub(super) async fn opened(id: &str, draft: Draft, notice: Option<Notice>) -> Opened {
    let elsewhere = !storage::hold(id).await;
    Opened {
        id: id.into(),
        files: shelf(&draft).await,
        draft: Some(draft),
        elsewhere,
        notice,
    }
}

/// A draft in which nothing is entered.
async fn fresh(id: &str, notice: Option<Notice>) -> Opened {
    storage::hold(id).await;
    Opened {
        id: id.into(),
        draft: None,
        files: FileShelf::default(),
        elsewhere: false,
        notice,
    }
}

/// The evidence of a draft, as far as it is kept.
pub(super) async fn shelf(draft: &Draft) -> FileShelf {
    let mut shelf = FileShelf::default();
    let blobs = storage::files(&draft.kept_names()).await;
    for (file, blob) in draft.files.iter().zip(blobs) {
        let whole = blob.filter(|blob| blob.size() == file.digest.size);
        if let Some(blob) = whole {
            let (name, digest) = (file.name.clone(), file.digest);
            shelf.put(&file.holder, StoredFile { name, digest, blob });
        }
    }
    shelf
}

/// The id of a new draft.
pub(super) fn new_id() -> Rc<str> {
    random::draft_id().into()
}
