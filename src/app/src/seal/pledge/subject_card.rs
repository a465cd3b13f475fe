//! Exactly what is pledged.

use dossier::Evidence;
use wording::ui::seal as words;
use wording::{Labels, Spot};
use yew::Html;

use crate::screen::Screen;
use crate::seal::contents;
use crate::state::{AppHandle, AppState};
use crate::ui::el::{classed, el, words as texts};
use crate::ui::link;

/// Exactly what is pledged: by whom, under which rules, how many records and files, and the
/// code that stands for all of it.
pub(super) fn subject_card(app: &AppHandle) -> Html {
    let mut list = classed("dl", "summary-list");
    for (key, value) in rows(app) {
        let value = el("bdi").say(&value).html();
        let row = classed("div", "summary-list__row")
            .key(&key)
            .put(texts("dt", "summary-list__key", &key))
            .put(classed("dd", "summary-list__value").put(value).html());
        list = list.put(row.html());
    }
    let survey = app.survey().survey();
    let code = survey.map_or(words::LOOKING, |survey| &survey.code);
    let code = texts("span", "short-code", code);
    let title = el("h2").set("id", "subject-title").say(words::SUBJECT);
    let mut card = classed("section", "card")
        .set("aria-labelledby", "subject-title")
        .put(title.html())
        .put(list.html())
        .put(el("p").say(words::CODE_TEXT).html())
        .put(el("p").put(code).html());
    let missing = contents::not_at_hand(app);
    if missing > 0 {
        let told = words::files_not_at_hand(missing);
        card = card.put(texts("p", "notice notice--warning", &told));
    }
    card.put(link(app, Screen::Check).says(words::LOOK_AGAIN))
        .html()
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
