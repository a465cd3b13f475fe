//! The proofs of a holder, with what to know of each.

use dossier::{Dossier, Edit, Evidence, Holder};
use wording::plain::shown;
use wording::ui::seal as words;
use yew::prelude::*;

use crate::seal::contents;
use crate::state::{Action, AppState, use_app};
use crate::ui::{Button, ButtonLook};

/// Properties of [`FileList`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct FileListProps {
    /// What the evidence proves.
    pub(super) holder: Holder,
}

/// The proofs of a holder: files with size, paper originals, and what to know of them.
#[component]
pub(super) fn FileList(props: &FileListProps) -> Html {
    let app = use_app();
    let proofs = proofs(&app.dossier, &props.holder);
    html! {
        <ul class="file-list">
            for proof in proofs.iter() {
                <li key={key(proof)}>
                    { row(&app, &props.holder, proof) }
                    <TakeAway holder={props.holder.clone()} proof={proof.clone()} />
                    { notes(&app, &props.holder, proof) }
                </li>
            }
        </ul>
    }
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

fn row(app: &AppState, holder: &Holder, proof: &Evidence) -> Html {
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
    html! {
        <>
            <span class="file-list__name"><bdi>{ shown(text) }</bdi></span>
            <span class="file-list__size">{ size }</span>
        </>
    }
}

/// What keeps a file from being sealed, and what a portal may refuse.
fn notes(app: &AppState, holder: &Holder, proof: &Evidence) -> Html {
    let (Holder::Record(id) | Holder::Material(id)) = holder;
    let found = match proof {
        Evidence::File(name) => contents::of_file(app, id, name),
        Evidence::Paper(_) => Vec::new(),
    };
    let texts = found.iter().enumerate().map(|(index, obstacle)| {
        let text = wording::finding::obstacle(app.book(), obstacle)
            .message
            .whole();
        html! { <p key={index}>{ text }</p> }
    });
    html! { <div class="file-list__note">{ texts.collect::<Html>() }</div> }
}

#[derive(Clone, PartialEq, Properties)]
struct TakeAwayProps {
    holder: Holder,
    proof: Evidence,
}

/// Takes a proof away; undo brings it back.
#[component]
fn TakeAway(props: &TakeAwayProps) -> Html {
    let dispatcher = use_app().dispatcher();
    let on_press = use_callback(props.clone(), move |(), props| {
        let holder = props.holder.clone();
        dispatcher.dispatch(match props.proof.clone() {
            Evidence::File(name) => Action::RemoveFile { holder, name },
            evidence @ Evidence::Paper(_) => Action::Edit(Edit::Detach { holder, evidence }),
        });
    });
    let (Evidence::File(about) | Evidence::Paper(about)) = &props.proof;
    html! {
        <Button
            label={words::TAKE_AWAY}
            look={ButtonLook::Quiet}
            about={shown(about)}
            {on_press}
        />
    }
}
