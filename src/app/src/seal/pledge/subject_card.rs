//! Exactly what is pledged.

use dossier::Evidence;
use wording::ui::seal as words;
use wording::{Labels, Spot};
use yew::prelude::*;

use crate::screen::Screen;
use crate::seal::contents;
use crate::state::{AppState, use_app};
use crate::ui::ScreenLink;

/// Exactly what is pledged: by whom, under which rules, how many records and files, and the
/// code that stands for all of it.
#[component]
pub(super) fn SubjectCard() -> Html {
    let app = use_app();
    let missing = contents::not_at_hand(&app);
    html! {
        <section class="card" aria-labelledby="subject-title">
            <h2 id="subject-title">{ words::SUBJECT }</h2>
            <dl class="summary-list">
                for (key, value) in rows(&app) {
                    <div class="summary-list__row" key={key.clone()}>
                        <dt class="summary-list__key">{ &key }</dt>
                        <dd class="summary-list__value"><bdi>{ value }</bdi></dd>
                    </div>
                }
            </dl>
            <p>{ words::CODE_TEXT }</p>
            <p><span class="short-code">{ contents::subject(&app).code().to_string() }</span></p>
            if missing > 0 {
                <p class="notice notice--warning">{ words::files_not_at_hand(missing) }</p>
            }
            <ScreenLink to={Screen::Check}>{ words::LOOK_AGAIN }</ScreenLink>
        </section>
    }
}

fn rows(app: &AppState) -> Vec<(String, String)> {
    let book = app.book();
    let labels = Labels::new(book);
    let roles = &book.roles;
    let asked = [
        Some(&roles.name),
        roles.employer.as_ref(),
        Some(&roles.level),
        roles.category.as_ref(),
    ];
    let mut rows: Vec<(String, String)> = asked
        .into_iter()
        .flatten()
        .map(|id| {
            let answer = app.dossier.answer(id);
            let answer = wording::answer_or_unknown(book, Spot::Question(id), answer);
            (labels.question(id), answer)
        })
        .collect();
    rows.push((
        words::SEASON.to_owned(),
        words::season(app.season.year, app.season.cut_off),
    ));
    rows.push((
        words::BOOK.to_owned(),
        words::book(&book.title, &book.version),
    ));
    for list in &book.list {
        let count = app.dossier.records(&list.id).len();
        rows.push((list.label.clone(), words::records(count)));
    }
    rows.push((words::FILES.to_owned(), files(app)));
    rows
}

fn files(app: &AppState) -> String {
    let (count, size) = contents::weight(app);
    let records = app.dossier.lists.values().flat_map(|list| &list.records);
    let of_records = records.flat_map(|record| &record.evidence);
    let of_materials = app.dossier.materials.values().flatten();
    let all = of_records.chain(of_materials);
    let papers = all
        .filter(|proof| matches!(proof, Evidence::Paper(_)))
        .count();
    words::files(count, size, papers)
}
