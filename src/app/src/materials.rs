//! The papers of the application.

mod coverage;
mod lacking;
mod material_card;

use rulebook::{Material, Provider};
use wording::ui::{forms, materials as words};
use yew::prelude::*;

use crate::forms::continue_bar;
use crate::state::AppHandle;
use crate::tasks::own_materials;
use crate::ui::el::{classed, el};
use crate::ui::screen_frame;
use coverage::coverage;
use lacking::lacking;
use material_card::material_card;

/// The papers of the application: what is lacking; then those to attach, those attached to
/// records, those made or added by others.
pub(crate) fn materials_screen(app: &AppHandle) -> Html {
    let all = || app.book().material.iter();
    let of_records = all().filter(|material| material.list.is_some());
    let of_others = all().filter(|material| material.by != Provider::Applicant);
    let body = [
        lacking(app),
        el("h2").say(words::OWN).html(),
        papers(app, own_materials(app)),
        el("h2").say(words::OF_RECORDS).html(),
        coverage(app),
        papers(app, of_records),
        el("h2").say(words::OF_OTHERS).html(),
        papers(app, of_others),
        continue_bar(app),
    ];
    screen_frame(
        app,
        forms::MATERIALS.into(),
        words::TEXT.into(),
        body.into_iter().collect(),
    )
}

/// The id of the box of a paper.
fn material_id(material: &Material) -> String {
    format!("m-{}", material.id)
}

fn papers<'a>(app: &AppHandle, materials: impl Iterator<Item = &'a Material>) -> Html {
    let mut list = classed("ul", "material-list");
    for material in materials {
        list = list.put(material_card(app, material));
    }
    list.html()
}
