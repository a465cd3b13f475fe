//! The papers of the application.

mod material_head;

use dossier::Holder;
use rulebook::Provider;
use wording::ui::forms as words;
use yew::prelude::*;

use crate::forms::ContinueBar;
use crate::screen::Screen;
use crate::seal::Attach;
use crate::state::use_app;
use crate::tasks::own_materials;
use crate::ui::{ScreenFrame, ScreenLink};
use material_head::MaterialHead;

/// The papers of the application: to attach, attached to records, made or added by others.
#[component]
pub(crate) fn MaterialsScreen() -> Html {
    let app = use_app();
    let book = app.book();
    let of_records = book
        .material
        .iter()
        .filter(|material| material.list.is_some());
    let of_others = book
        .material
        .iter()
        .filter(|material| material.by != Provider::Applicant);
    html! {
        <ScreenFrame title={words::MATERIALS} intro={words::MATERIALS_TEXT}>
            <h2>{ words::MATERIALS_OWN }</h2>
            <ul class="stack material-list">
                for material in own_materials(&app) {
                    <li class="card stack" id={format!("m-{}", material.id)} tabindex="-1" key={material.id.clone()}>
                        <MaterialHead material={material.clone()} />
                        <Attach holder={Holder::Material(material.id.clone())} />
                    </li>
                }
            </ul>
            <h2>{ words::MATERIALS_OF_RECORDS }</h2>
            <ul class="stack material-list">
                for material in of_records {
                    <li class="card stack" key={material.id.clone()}>
                        <MaterialHead material={material.clone()} />
                        { list_link(material.list.as_deref()) }
                    </li>
                }
            </ul>
            <h2>{ words::MATERIALS_OF_OTHERS }</h2>
            <ul class="stack material-list">
                for material in of_others {
                    <li class="card stack" key={material.id.clone()}>
                        <MaterialHead material={material.clone()} />
                    </li>
                }
            </ul>
            <ContinueBar />
        </ScreenFrame>
    }
}

fn list_link(list: Option<&str>) -> Html {
    let to = list.map_or(Screen::Tasks, |list| Screen::List(list.to_owned()));
    html! { <ScreenLink {to}>{ words::TO_RECORDS }</ScreenLink> }
}
