//! The proofs of a holder, with what to know of each.

use dossier::{Dossier, Edit, Evidence, Holder};
use errand::Hindrance;
use wording::plain::shown;
use wording::ui::drafts::NOT_KEPT;
use wording::ui::seal as words;
use yew::Html;

use crate::seal::contents;
use crate::state::{Action, AppHandle, AppState, act};
use crate::ui::button;
use crate::ui::el::{El, classed, el, words as texts};

/// The proofs of a holder: files with size, paper originals, and what to know of them.
pub(super) fn file_list(app: &AppHandle, holder: &Holder) -> Html {
    let (Holder::Record(id) | Holder::Material(id)) = holder;
    let proofs = proofs(&app.dossier, holder);
    let hindrances = contents::of_files(app, id);
    let mut list = classed("ul", "file-list");
    for proof in proofs {
        let item = row(app, holder, proof, el("li").key(&key(proof)));
        let item = item.put(take_away(app, holder, proof));
        let mut notes = notes(&hindrances, proof);
        if is_unkept(app, id, proof) {
            notes = notes.put(el("p").say(NOT_KEPT).html());
        }
        list = list.put(item.put(notes.html()).html());
    }
    list.html()
}

/// The proofs of a holder.
pub(super) fn proofs<'a>(dossier: &'a Dossier, holder: &Holder) -> &'a [Evidence] {
    match holder {
        Holder::Record(id) => dossier
            .record(id)
            .map_or(&[], |(_, record)| &record.evidence),
        Holder::Material(id) => dossier.materials.get(id).map_or(&[], Vec::as_slice),
    }
}

fn key(proof: &Evidence) -> String {
    match proof {
        Evidence::File(name) => format!("f:{name}"),
        Evidence::Paper(text) => format!("p:{text}"),
    }
}

fn row(app: &AppState, holder: &Holder, proof: &Evidence, item: El) -> El {
    let (Holder::Record(id) | Holder::Material(id)) = holder;
    let (text, size) = match proof {
        Evidence::File(name) => {
            let size = app
                .files
                .get(id, name)
                .map(|file| wording::bytes(file.digest.size));
            (name, size.unwrap_or_else(|| words::SIZE_UNKNOWN.to_owned()))
        }
        Evidence::Paper(text) => (text, words::PAPER_MARK.to_owned()),
    };
    let name = el("bdi").say(&shown(text)).html();
    item.put(classed("span", "file-list__name").put(name).html())
        .put(texts("span", "file-list__size", &size))
}

/// What keeps a file from being sealed, and what a portal may refuse.
fn notes(hindrances: &[&Hindrance], proof: &Evidence) -> El {
    let mut notes = classed("div", "file-list__note");
    if let Evidence::File(name) = proof {
        let about = hindrances
            .iter()
            .filter(|hindrance| hindrance.file.as_ref() == Some(name));
        for hindrance in about {
            notes = notes.put(el("p").say(&hindrance.told).html());
        }
    }
    notes
}

/// Whether a file is at hand that the browser does not keep.
fn is_unkept(app: &AppState, holder: &str, proof: &Evidence) -> bool {
    let Evidence::File(name) = proof else {
        return false;
    };
    // On a kiosk nobody expects it.
    if app.is_kiosk() {
        return false;
    }
    let keeps = app.save_state.keeps_drafts();
    let file = app.files.get(holder, name);
    file.is_some_and(|file| !keeps || app.unkept.contains(&file.digest.sha256))
}

/// Takes a proof away; undo brings it back.
fn take_away(app: &AppHandle, holder: &Holder, proof: &Evidence) -> Html {
    let holder = holder.clone();
    let (Evidence::File(about) | Evidence::Paper(about)) = proof;
    let action = match proof.clone() {
        Evidence::File(name) => Action::RemoveFile { holder, name },
        evidence @ Evidence::Paper(_) => Action::Edit(Edit::Detach { holder, evidence }),
    };
    let button = button(words::TAKE_AWAY.into(), act(app, action)).quiet();
    button.about(shown(about).into()).html()
}
