//! What is in the way, by screen, with links that lead straight back.

use assess::Place as Spot;
use package::readiness::{Obstacle, ObstacleKind, Place};
use wording::ui::seal as words;
use yew::prelude::*;

use crate::flow;
use crate::screen::Screen;
use crate::seal::attach::evidence_id;
use crate::state::{AppState, use_app};
use crate::ui::{ScreenLink, field_id};

/// Properties of [`ObstacleList`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct ObstacleListProps {
    /// The heading.
    pub(super) title: AttrValue,
    /// What is in the way.
    pub(super) obstacles: Vec<Obstacle>,
}

/// What is in the way, by screen.
#[component]
pub(super) fn ObstacleList(props: &ObstacleListProps) -> Html {
    let app = use_app();
    let groups = groups(&app, &props.obstacles);
    html! {
        <section class="obstacles">
            if !groups.is_empty() {
                <h2>{ &props.title }</h2>
                for (name, obstacles) in groups {
                    <div class="card" key={name.clone()}>
                        <h3>{ words::group(&name, obstacles.len()) }</h3>
                        <ul>
                            for (index, obstacle) in obstacles.into_iter().enumerate() {
                                <li key={index}><ObstacleRow {obstacle} /></li>
                            }
                        </ul>
                    </div>
                }
            }
        </section>
    }
}

/// The obstacles by the name of their screen, in the order in which they first come.
fn groups(app: &AppState, obstacles: &[Obstacle]) -> Vec<(String, Vec<Obstacle>)> {
    let mut groups: Vec<(String, Vec<Obstacle>)> = Vec::new();
    for obstacle in obstacles {
        let name = flow::name(app.book(), &target(app, obstacle).0);
        match groups.iter_mut().find(|(other, _)| *other == name) {
            Some((_, group)) => group.push(obstacle.clone()),
            None => groups.push((name, vec![obstacle.clone()])),
        }
    }
    groups
}

#[derive(Clone, PartialEq, Properties)]
struct ObstacleRowProps {
    obstacle: Obstacle,
}

#[component]
fn ObstacleRow(props: &ObstacleRowProps) -> Html {
    let app = use_app();
    let (to, focus) = target(&app, &props.obstacle);
    let place = words::obstacle_place(app.book(), &app.dossier, &props.obstacle.place);
    let told = wording::finding::obstacle(app.book(), &props.obstacle).message;
    html! {
        <div>
            <ScreenLink {to} focus={focus.map(AttrValue::from)} change=true>{ place }</ScreenLink>
            <span class="obstacles__what">{ told.whole() }</span>
        </div>
    }
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
