//! Attaching evidence to a record or a material.

mod drop_zone;
mod file_list;
mod intake;
mod paper;
mod reuse;

use std::rc::Rc;
use std::sync::Arc;

use dossier::{Dossier, Holder, Record};
use wording::Labels;
use wording::ui::forms::EVIDENCE;
use wording::ui::seal as words;
use yew::prelude::*;

use crate::state::{AppHandle, AppState, FileShelf, SaveState, SurveyState};
use crate::ui::el::{classed, words as texts};
use crate::ui::{button, still};
pub(crate) use drop_zone::DropZone;
use file_list::file_list;
use intake::{Intake, use_intake};
use paper::Paper;
use reuse::reuse;

/// What there is to show of evidence: at a key, nothing else.
struct Shown {
    files: Rc<FileShelf>,
    unkept: Rc<Vec<[u8; 32]>>,
    save_state: SaveState,
    portal: Rc<str>,
    surveyed: SurveyState,
    dossier: Rc<Dossier>,
}

impl Shown {
    fn of(app: &AppState) -> Self {
        Self {
            files: Rc::clone(&app.files),
            unkept: Rc::clone(&app.unkept),
            save_state: app.save_state,
            portal: Rc::clone(&app.portal),
            surveyed: app.surveyed.1.clone(),
            dossier: Rc::clone(&app.dossier),
        }
    }
}

impl PartialEq for Shown {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.files, &other.files)
            && Rc::ptr_eq(&self.unkept, &other.unkept)
            && self.save_state == other.save_state
            && self.portal == other.portal
            && self.surveyed == other.surveyed
            && proves_the_same(&self.dossier, &other.dossier)
    }
}

/// Properties of [`Attach`].
#[derive(Clone, PartialEq, Properties)]
struct AttachProps {
    /// What the evidence proves.
    holder: Holder,
    /// The state.
    app: AppHandle,
}

fn proves_the_same(one: &Dossier, other: &Dossier) -> bool {
    let mut lists = one.lists.values().zip(other.lists.values());
    one.materials == other.materials
        && one.lists.len() == other.lists.len()
        && lists.all(|(one, other)| {
            let mut records = one.records.iter().zip(&other.records);
            one.records.len() == other.records.len() && records.all(is_proved_alike)
        })
}

fn is_proved_alike((one, other): (&Arc<Record>, &Arc<Record>)) -> bool {
    Arc::ptr_eq(one, other) || (&one.id, &one.evidence) == (&other.id, &other.evidence)
}

/// The id of the element in which the evidence of a holder is attached.
pub(crate) fn evidence_id(holder: &str) -> String {
    format!("e-{holder}")
}

/// Evidence of a record or a material: list, picker, drop zone, paper originals.
pub(crate) fn attach(app: &AppHandle, holder: Holder) -> Html {
    let shown = Shown::of(app);
    let app = app.clone();
    let draw = move |_: &Shown| html! { <Attach holder={holder.clone()} app={app.clone()} /> };
    still("evidence", shown, draw)
}

#[component]
fn Attach(props: &AttachProps) -> Html {
    let app = &props.app;
    let intake = use_intake(app, &props.holder);
    let labels = Labels::new(app.book());
    let (legend, about) = match &props.holder {
        Holder::Record(_) => (EVIDENCE.to_owned(), String::new()),
        Holder::Material(id) => (words::files_of(&labels.material(id)), labels.material(id)),
    };
    let (Holder::Record(id) | Holder::Material(id)) = &props.holder;
    let id = AttrValue::from(evidence_id(id));
    let zone = html! {
        <DropZone
            id={format!("{id}-files")}
            choose={words::CHOOSE_FILES}
            about={about}
            help={words::FILES_STAY}
            on_files={intake.on_files.clone()}
        />
    };
    let paper = html! {
        <Paper
            id={format!("{id}-paper")}
            holder={props.holder.clone()}
            dispatcher={app.dispatcher()}
        />
    };
    classed("fieldset", "attach stack")
        .attr("id", id)
        .put(texts("legend", "visually-hidden", &legend))
        .put(file_list(app, &props.holder))
        .put(zone)
        .put(reading(&intake))
        .put(reuse(app, &props.holder))
        .put(paper)
        .html()
}

/// How far reading is, and what was not taken. The slot is always there.
fn reading(intake: &Intake) -> Html {
    let mut slot = classed("div", "reading");
    if let Some(at) = &intake.reading {
        let told = words::reading(&at.name, at.done, at.size);
        let stop = button(words::STOP.into(), intake.on_stop.clone());
        let row = classed("div", "cluster")
            .put(progress(&told, at.done, at.size))
            .put(texts("span", "muted number", &told))
            .put(stop.quiet().html());
        slot = slot.put(row.html());
    }
    let mut messages = classed("div", "field__messages").set("aria-live", "polite");
    for text in intake.refused.iter() {
        messages = messages.put(texts("p", "field__error", text));
    }
    if intake.taken > 0 && intake.reading.is_none() {
        let taken = words::taken(intake.taken);
        messages = messages.put(texts("p", "visually-hidden", &taken));
    }
    slot.put(messages.html()).html()
}

/// How far something is, in bytes.
pub(crate) fn progress(label: &str, done: u64, size: u64) -> Html {
    classed("progress", "progress")
        .attr("max", size.to_string().into())
        .attr("value", done.to_string().into())
        .attr("aria-label", label.to_owned().into())
        .html()
}
