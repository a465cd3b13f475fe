//! Check your answers: all of them, with links to change each and come straight back.

mod list_summary;

use assess::Place;
use errand::Sheet;
use wording::ui::forms as words;
use wording::{Labels, Spot, answer_or_unknown};
use yew::Html;

use crate::forms::{continue_bar, errors};
use crate::screen::Screen;
use crate::seal::print_buttons;
use crate::state::AppHandle;
use crate::ui::el::{classed, el, keyed, text, words as texts};
use crate::ui::{SummaryRow, error_summary, field_id, link, screen_frame, summary_list};
use list_summary::list_summary;

/// Check your answers.
pub(crate) fn check_screen(app: &AppHandle) -> Html {
    let mut parts = vec![error_summary(app, &errors(app, &|_| true))];
    for screen in &app.book().screen {
        let section = classed("section", "stack check").key(&screen.id);
        let section = section.put(el("h2").say(&screen.title).html());
        parts.push(section.put(summary_list(rows(app, &screen.id))).html());
    }
    for list in &app.book().list {
        parts.push(keyed(&list.id, list_summary(app, &list.id)));
    }
    parts.push(print_buttons(app, &[Sheet::Form]));
    parts.push(continue_bar(app));
    screen_frame(
        app,
        words::CHECK.into(),
        words::CHECK_TEXT.into(),
        parts.into_iter().collect(),
    )
}

fn rows(app: &AppHandle, screen: &str) -> Vec<SummaryRow> {
    let questions = Labels::new(app.book()).questions_of(screen).into_iter();
    let rows = questions.map(|question| {
        let place = Place::Question(question.id.clone());
        let answer = app.dossier.answer(&question.id);
        let spot = Spot::Question(&question.id);
        let text = answer_or_unknown(app.book(), spot, answer);
        let value = value(&text, answer.is_some());
        row(app, &place, &question.label, value)
    });
    rows.collect()
}

/// An answer, or that there is none.
fn value(text: &str, given: bool) -> Html {
    let value = el("span");
    let value = if given { value } else { value.class("muted") };
    value.say(text).html()
}

/// What stands at a place, with a link to change it.
fn row(app: &AppHandle, place: &Place, label: &str, value: Html) -> SummaryRow {
    SummaryRow {
        id: field_id(place),
        key: label.to_owned().into(),
        value,
        action: change(app, place, label),
    }
}

/// A link to change what stands at a place.
fn change(app: &AppHandle, place: &Place, about: &str) -> Html {
    let to = Screen::of_place(app.book(), place);
    change_at(app, to, field_id(place), about)
}

/// A link to change what stands on a screen.
fn change_at(app: &AppHandle, to: Screen, focus: String, about: &str) -> Html {
    let about = texts("span", "visually-hidden", about);
    let inside = [text(words::CHANGE), about].into_iter().collect();
    let link = link(app, to).focus(Some(focus));
    link.change(true).html(inside)
}
