//! The draft as a file that holds everything and opens on another machine.

use dossier::Answer;
use package::container::{Body, Item, Plan, Segment};
use package::layout;
use wording::ui::{drafts as words, forms};

use crate::platform::blob::FileBlob;
use crate::platform::download::{Part, assemble};
use crate::platform::files::{self, UNICODE};
use crate::platform::save;
use crate::seal::contents;
use crate::state::{AppState, Draft, StoredFile};

/// The draft in a file with evidence. The evidence lies in folders beside it, as in a package.
pub(super) const DRAFT: &str = "draft.json";

/// Where a file of evidence lies in a draft file.
pub(super) fn path(holder: &str, name: &str) -> String {
    let path = layout::evidence_path(holder, name);
    let inner = path.strip_prefix(layout::PAYLOAD).map(str::to_owned);
    inner.unwrap_or(path)
}

/// Offers the draft as a file, and says what became of it.
///
/// Without evidence, pledge and chosen portal the dossier is all there is: that file is the one
/// that the command reads.
pub(crate) async fn save_as_file(app: &AppState) -> String {
    let mut held = Vec::new();
    for (holder, file) in contents::at_hand(app) {
        if files::is_readable(&file.blob).await {
            held.push((holder, file));
        }
    }
    let left_out = app.dossier.files().len().saturating_sub(held.len());
    let name = app.dossier.answer(&app.book().roles.name);
    let name = name.and_then(Answer::text).filter(|_| !app.is_kiosk());
    let name = name.unwrap_or_default();
    if held.is_empty() && app.pledge.is_none() && app.portal.is_empty() {
        let file = forms::draft_file(name, app.season.year, "json");
        let text = app.draft().dossier_file().pretty();
        let done = save::offer(&file, &text, "application/json");
        return words::saved_as_file(done, &file, left_out);
    }
    let file = forms::draft_file(name, app.season.year, "zip");
    let whole = whole(app.draft(), &held);
    let done = whole.is_some_and(|blob| save::offer_blob(&file, &blob));
    words::saved_as_file(done, &file, left_out)
}

/// Everything in one file. Evidence is not copied: the file is put together from parts.
fn whole(mut draft: Draft, held: &[(&str, &StoredFile)]) -> Option<FileBlob> {
    let is_held = |holder: &str, name: &str| {
        let mut held = held.iter();
        held.any(|(at, file)| *at == holder && file.name == name)
    };
    draft.files.retain(|file| is_held(&file.holder, &file.name));
    let mut items = vec![Item {
        name: DRAFT.to_owned(),
        body: Body::Bytes(draft.write().into_bytes()),
    }];
    items.extend(held.iter().enumerate().map(|(index, (holder, file))| Item {
        name: path(holder, &file.name),
        body: Body::File {
            index,
            digest: file.digest,
        },
    }));
    let segments = Plan::new(items, UNICODE).ok()?.into_segments();
    let parts = segments.iter().filter_map(|segment| match segment {
        Segment::Bytes(bytes) => Some(Part::Bytes(bytes)),
        Segment::File { index, .. } => held.get(*index).map(|(_, file)| Part::Blob(&file.blob)),
    });
    assemble(parts, "application/zip")
}
