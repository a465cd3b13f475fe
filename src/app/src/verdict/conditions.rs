//! The screen of capability and performance conditions.

mod categories;
mod condition;
mod part;

use assess::{ClauseLine, LevelLine, Place};
use rulebook::{Book, ClauseKind};
use wording::ui::{forms, verdict as words};
use yew::Html;

use self::categories::categories;
use self::part::part;
use crate::forms::continue_bar;
use crate::state::{AppHandle, AppState};
use crate::ui::el::{all, classed, el};
use crate::ui::{details, place_link, screen_frame};

/// Capability and performance conditions of the chosen category, for every level.
pub(crate) fn conditions_screen(app: &AppHandle) -> Html {
    let conditions = if app.book().category.is_empty() {
        parts(app, None)
    } else if let Some(category) = chosen(app) {
        of_category(app, category)
    } else {
        without_category(app)
    };
    screen_frame(
        app,
        forms::CONDITIONS.into(),
        words::CONDITIONS_INTRO.into(),
        all(vec![conditions, continue_bar(app)]),
    )
}

/// The chosen category, when the book has it.
fn chosen(app: &AppState) -> Option<&str> {
    let question = app.book().roles.category.as_ref()?;
    let id = app.dossier.answer(question)?.text()?;
    let mut categories = app.book().category.iter();
    categories.any(|category| category.id == id).then_some(id)
}

fn of_category(app: &AppHandle, category: &str) -> Html {
    let name = super::explain(app).labels().category(category);
    let line = classed("p", "cluster")
        .put(el("strong").say(&words::category_line(&name)).html())
        .put(to_category(app, words::CHANGE_CATEGORY));
    let compare = words::COMPARE_CATEGORIES.into();
    classed("div", "stack")
        .put(line.html())
        .put(parts(app, Some(category)))
        .put(details("details", compare, "", categories(app)))
        .html()
}

fn without_category(app: &AppHandle) -> Html {
    let link = to_category(app, words::CHOOSE_CATEGORY);
    let notice = classed("div", "notice notice--warning")
        .put(el("p").say(words::NO_CATEGORY).html())
        .put(el("p").put(link).html());
    let stack = classed("div", "stack").put(notice.html());
    stack.put(categories(app)).html()
}

fn to_category(app: &AppHandle, label: &str) -> Html {
    let question = app.book().roles.category.clone().unwrap_or_default();
    place_link(app, &Place::Question(question), true, label)
}

fn parts(app: &AppHandle, category: Option<&str>) -> Html {
    let mut parts = classed("div", "stack");
    for def in &app.book().part {
        let section = classed("section", "stack").key(&def.id);
        parts = parts.put(section.put(part(app, def, category)).html());
    }
    parts.html()
}

/// The conditions of a part in a category, at a level.
fn conditions<'a>(
    book: &'a Book,
    level: &'a LevelLine,
    part: &'a str,
    category: Option<&'a str>,
) -> impl Iterator<Item = &'a ClauseLine> {
    level.clauses.iter().filter(move |line| {
        let def = book.clause.iter().find(|clause| clause.id == line.id);
        let (own_part, own_category) = def.map_or((None, None), |clause| {
            (clause.part.as_deref(), clause.category.as_deref())
        });
        line.kind == ClauseKind::Condition && own_part == Some(part) && own_category == category
    })
}
