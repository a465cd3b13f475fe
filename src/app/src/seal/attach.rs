//! Attaching evidence to a record or a material.

mod drop_zone;
mod file_list;
mod intake;
mod paper;

use dossier::Holder;
use wording::ui::forms::EVIDENCE;
use wording::ui::seal as words;
use yew::prelude::*;

use crate::state::use_app;
use crate::ui::{Button, ButtonLook};
use drop_zone::DropZone;
use file_list::FileList;
use intake::{Intake, use_intake};
use paper::Paper;

/// Properties of [`Attach`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct AttachProps {
    /// What the evidence proves.
    pub(crate) holder: Holder,
}

/// The id of the element in which the evidence of a holder is attached.
pub(crate) fn evidence_id(holder: &str) -> String {
    format!("e-{holder}")
}

/// Evidence of a record or a material: list, picker, drop zone, paper originals.
#[component]
pub(crate) fn Attach(props: &AttachProps) -> Html {
    let app = use_app();
    let intake = use_intake(&app, &props.holder);
    let (Holder::Record(id) | Holder::Material(id)) = &props.holder;
    let id = AttrValue::from(evidence_id(id));
    html! {
        <fieldset class="attach stack" id={id.clone()}>
            <legend class="visually-hidden">{ EVIDENCE }</legend>
            <FileList holder={props.holder.clone()} />
            <DropZone id={format!("{id}-files")} on_files={intake.on_files.clone()} />
            <Reading {intake} />
            <Paper id={format!("{id}-paper")} holder={props.holder.clone()} />
        </fieldset>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct ReadingProps {
    intake: Intake,
}

/// How far reading is, and what was not taken. The slot is always there.
#[component]
fn Reading(props: &ReadingProps) -> Html {
    let intake = &props.intake;
    html! {
        <div class="reading">
            if let Some(at) = &intake.reading {
                <div class="cluster">
                    <progress
                        class="progress"
                        max={at.size.to_string()}
                        value={at.done.to_string()}
                        aria-label={words::reading(&at.name, at.done, at.size)}
                    />
                    <span class="muted number">{ words::reading(&at.name, at.done, at.size) }</span>
                    <Button
                        label={words::STOP}
                        look={ButtonLook::Quiet}
                        on_press={intake.on_stop.clone()}
                    />
                </div>
            }
            <div class="field__messages" aria-live="polite">
                for (index, text) in intake.refused.iter().enumerate() {
                    <p key={index} class="field__error">{ text }</p>
                }
                if intake.taken > 0 && intake.reading.is_none() {
                    <p class="visually-hidden">{ words::taken(intake.taken) }</p>
                }
            </div>
        </div>
    }
}
