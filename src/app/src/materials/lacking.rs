//! What is still lacking, said first.

use rulebook::Material;
use wording::ui::materials as words;
use yew::Html;

use super::material_id;
use crate::screen::Screen;
use crate::state::{AppHandle, AppState};
use crate::tasks::own_materials;
use crate::ui::el::{classed, el};
use crate::ui::link;

/// The papers and proofs that must be there and are not, each leading to its place.
pub(super) fn lacking(app: &AppHandle) -> Html {
    let mut list = classed("ul", "place-list");
    let mut count = 0_usize;
    for material in own_materials(app).filter(|material| is_lacking(app, material)) {
        let to = link(app, Screen::Materials).focus(Some(material_id(material)));
        let item = el("li").key(&material.id);
        list = list.put(item.put(to.says(&material.label)).html());
        count = count.saturating_add(1);
    }
    for of in app.book().list.iter().filter(|list| list.evidence) {
        let lacking = unproved(app, &of.id);
        if lacking > 0 {
            let to = link(app, Screen::List(of.id.clone()));
            let item = el("li").key(&of.id);
            let told = words::unproved(&of.label, lacking);
            list = list.put(item.put(to.says(&told)).html());
            count = count.saturating_add(1);
        }
    }
    let (look, told) = if count > 0 {
        ("notice notice--warning", words::LACKING)
    } else {
        ("notice notice--good", words::THERE)
    };
    let notice = classed("div", look).put(el("p").say(told).html());
    notice.put(list.html()).html()
}

/// Whether a paper that must be there is not.
pub(super) fn is_lacking(app: &AppState, material: &Material) -> bool {
    material.needed && attached(app, material) == 0
}

/// How many files and paper originals were named for a paper.
pub(super) fn attached(app: &AppState, material: &Material) -> usize {
    let files = app.dossier.materials.get(&material.id);
    files.map_or(0, Vec::len)
}

/// How many records of a list have no proof.
pub(super) fn unproved(app: &AppState, list: &str) -> usize {
    let records = app.dossier.records(list).iter();
    records.filter(|record| record.evidence.is_empty()).count()
}
