//! What is in the way, by screen, with links that lead straight back.

use assess::Place as Spot;
use package::readiness::{Obstacle, ObstacleKind, Place};
use wording::ui::seal as words;
use yew::Html;

use crate::flow;
use crate::screen::Screen;
use crate::seal::attach::evidence_id;
use crate::state::{AppHandle, AppState};
use crate::ui::el::{classed, el, words as texts};
use crate::ui::{field_id, link};

/// What is in the way, by screen.
pub(super) fn obstacle_list(app: &AppHandle, title: &str, obstacles: &[Obstacle]) -> Html {
    let mut section = classed("section", "obstacles");
    if !obstacles.is_empty() {
        section = section.put(el("h2").say(title).html());
    }
    for (name, obstacles) in groups(app, obstacles) {
        let group = words::group(&name, obstacles.len());
        let mut list = el("ul");
        for obstacle in obstacles {
            list = list.put(el("li").put(row(app, obstacle)).html());
        }
        let card = classed("div", "card").key(&name);
        let card = card.put(el("h3").say(&group).html());
        section = section.put(card.put(list.html()).html());
    }
    section.html()
}

/// The obstacles by the name of their screen, in the order in which they first come.
fn groups<'a>(app: &AppState, obstacles: &'a [Obstacle]) -> Vec<(String, Vec<&'a Obstacle>)> {
    let mut groups: Vec<(String, Vec<&Obstacle>)> = Vec::new();
    for obstacle in obstacles {
        let name = flow::name(app.book(), &target(app, obstacle).0);
        match groups.iter_mut().find(|(other, _)| *other == name) {
            Some((_, group)) => group.push(obstacle),
            None => groups.push((name, vec![obstacle])),
        }
    }
    groups
}

fn row(app: &AppHandle, obstacle: &Obstacle) -> Html {
    let (to, focus) = target(app, obstacle);
    let place = words::obstacle_place(app.book(), &app.dossier, &obstacle.place);
    let told = wording::finding::obstacle(app.book(), obstacle).message;
    el("div")
        .put(link(app, to).focus(focus).change(true).says(&place))
        .put(texts("span", "obstacles__what", &told.whole()))
        .html()
}

/// Where an obstacle is mended: the screen, and the element that gets the focus there.
fn target(app: &AppState, obstacle: &Obstacle) -> (Screen, Option<String>) {
    let book = app.book();
    match &obstacle.place {
        Place::Answer(Spot::Record { list, record })
            if obstacle.kind == ObstacleKind::NoEvidence =>
        {
            let (list, record) = (list.clone(), record.clone());
            let focus = evidence_id(&record);
            (Screen::Record { list, record }, Some(focus))
        }
        Place::Answer(spot) => (Screen::of_place(book, spot), Some(field_id(spot))),
        Place::Material(id) => (Screen::Materials, Some(evidence_id(id))),
        Place::File { holder, .. } => of_holder(app, holder),
        Place::Pledge => (Screen::Pledge, None),
        Place::Whole => (of_whole(&obstacle.kind), None),
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

fn of_whole(kind: &ObstacleKind) -> Screen {
    match kind {
        ObstacleKind::OtherBook(_) | ObstacleKind::OtherSeason(_) => Screen::Start,
        _ => Screen::Materials,
    }
}
