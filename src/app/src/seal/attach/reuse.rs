//! Attaching a file once more that proves something else already.

use dossier::Holder;
use wording::plain::shown;
use wording::ui::seal as words;
use yew::Html;

use super::file_list::proofs;
use crate::state::{Action, AppHandle, StoredFile, act, holder_id};
use crate::ui::el::{classed, el};
use crate::ui::{button, details};

/// The files at hand that prove other things, each with the way to attach it here too. Folded; the
/// slot is always there.
pub(super) fn reuse(app: &AppHandle, holder: &Holder) -> Html {
    let slot = el("div");
    let own = proofs(&app.dossier, holder);
    let mut others: Vec<&StoredFile> = Vec::new();
    for (id, name) in app.dossier.files() {
        let file = app.files.get(id, name).filter(|_| id != holder_id(holder));
        let is_new = |file: &&StoredFile| {
            let evidence = dossier::Evidence::File(file.name.clone());
            let same = |other: &&StoredFile| other.digest == file.digest;
            !own.contains(&evidence) && !others.iter().any(same)
        };
        others.extend(file.map(AsRef::as_ref).filter(is_new));
    }
    if others.is_empty() {
        return slot.html();
    }
    let mut list = classed("div", "cluster");
    for file in others {
        let action = Action::AddFile {
            holder: holder.clone(),
            file: file.clone(),
        };
        let name = shown(&file.name).into();
        list = list.put(button(name, act(app, action)).html());
    }
    slot.put(details("details", words::REUSE.into(), "", list.html()))
        .html()
}
