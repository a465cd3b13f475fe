//! What is in the way, by screen, with links that lead straight back.

use errand::{Hindrance, Mend};
use wording::ui::seal as words;
use yew::Html;

use crate::flow;
use crate::screen::Screen;
use crate::seal::attach::evidence_id;
use crate::state::{AppHandle, AppState};
use crate::ui::el::{classed, el, words as texts};
use crate::ui::{field_id, link};

/// What is in the way, by screen.
pub(super) fn obstacle_list(app: &AppHandle, title: &str, obstacles: &[&Hindrance]) -> Html {
    let mut section = classed("section", "obstacles");
    if !obstacles.is_empty() {
        section = section.put(el("h2").say(title).html());
    }
    for (name, obstacles) in groups(app, obstacles) {
        let group = words::group(&name, obstacles.len());
        let card = classed("div", "card").key(&name);
        let mut card = card.put(el("h3").say(&group).html());
        for (told, places) in alike(&obstacles) {
            let mut list = el("ul");
            for obstacle in places {
                list = list.put(el("li").put(place(app, obstacle)).html());
            }
            let what = texts("p", "obstacles__what", told);
            card = card.put(el("div").key(told).put(what).put(list.html()).html());
        }
        section = section.put(card.html());
    }
    section.html()
}

/// The obstacles by the name of their screen, in the order in which they first come.
fn groups<'a>(app: &AppState, obstacles: &[&'a Hindrance]) -> Vec<(String, Vec<&'a Hindrance>)> {
    let mut groups: Vec<(String, Vec<&Hindrance>)> = Vec::new();
    for &obstacle in obstacles {
        let name = flow::name(app.book(), &target(app, &obstacle.mend).0);
        match groups.iter_mut().find(|(other, _)| *other == name) {
            Some((_, group)) => group.push(obstacle),
            None => groups.push((name, vec![obstacle])),
        }
    }
    groups
}

/// The obstacles by what is said of them, which is the same of many.
fn alike<'a>(obstacles: &[&'a Hindrance]) -> Vec<(&'a str, Vec<&'a Hindrance>)> {
    let mut alike: Vec<(&str, Vec<&Hindrance>)> = Vec::new();
    for &obstacle in obstacles {
        let told = obstacle.told.as_str();
        match alike.iter_mut().find(|(other, _)| *other == told) {
            Some((_, places)) => places.push(obstacle),
            None => alike.push((told, vec![obstacle])),
        }
    }
    alike
}

/// Where something is in the way, with the link to it.
fn place(app: &AppHandle, hindrance: &Hindrance) -> Html {
    let (to, focus) = target(app, &hindrance.mend);
    let link = link(app, to).focus(focus).change(true);
    link.says(&hindrance.place)
}

/// Where something is mended: the screen, and the element that gets the focus there.
fn target(app: &AppState, mend: &Mend) -> (Screen, Option<String>) {
    match mend {
        Mend::Answer(spot) => (Screen::of_place(app.book(), spot), Some(field_id(spot))),
        Mend::Evidence(holder) => of_holder(app, holder),
        Mend::Materials => (Screen::Materials, None),
        Mend::Pledge => (Screen::Pledge, None),
        Mend::Start => (Screen::Start, None),
    }
}

fn of_holder(app: &AppState, holder: &str) -> (Screen, Option<String>) {
    let focus = Some(evidence_id(holder));
    let Some((list, record)) = app.dossier.record(holder) else {
        return (Screen::Materials, focus);
    };
    let (list, record) = (list.to_owned(), record.id.clone());
    (Screen::Record { list, record }, focus)
}
