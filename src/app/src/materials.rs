//! The papers of the application.

mod coverage;
mod material_head;

use dossier::Holder;
use rulebook::{Material, Provider};
use wording::ui::forms as words;
use yew::prelude::*;

use crate::forms::continue_bar;
use crate::screen::Screen;
use crate::seal::Attach;
use crate::state::AppHandle;
use crate::tasks::own_materials;
use crate::ui::el::{El, classed, el};
use crate::ui::{link, screen_frame};
use coverage::coverage;
use material_head::material_head;

/// The papers of the application: to attach, attached to records, made or added by others.
pub(crate) fn materials_screen(app: &AppHandle) -> Html {
    let (mut own, mut of_records, mut of_others) = (papers(), papers(), papers());
    for material in own_materials(app) {
        let holder = Holder::Material(material.id.clone());
        let card = card(material)
            .attr("id", format!("m-{}", material.id).into())
            .set("tabindex", "-1");
        own = own.put(card.put(html! { <Attach {holder} /> }).html());
    }
    for material in &app.book().material {
        if let Some(list) = &material.list {
            let link = link(app, Screen::List(list.clone())).says(words::TO_RECORDS);
            of_records = of_records.put(card(material).put(link).html());
        }
        if material.by != Provider::Applicant {
            of_others = of_others.put(card(material).html());
        }
    }
    let body = [
        coverage(app),
        el("h2").say(words::MATERIALS_OWN).html(),
        own.html(),
        el("h2").say(words::MATERIALS_OF_RECORDS).html(),
        of_records.html(),
        el("h2").say(words::MATERIALS_OF_OTHERS).html(),
        of_others.html(),
        continue_bar(app),
    ];
    screen_frame(
        app,
        words::MATERIALS.into(),
        words::MATERIALS_TEXT.into(),
        body.into_iter().collect(),
    )
}

fn papers() -> El {
    classed("ul", "stack material-list")
}

fn card(material: &Material) -> El {
    let card = classed("li", "card stack").key(&material.id);
    card.put(material_head(material))
}
