//! The self-score screen.

mod bars;
mod one_more;
mod row;
mod sources;
mod table;

use assess::{Place, ScoreSheet};
use errand::Sheet;
use wording::ui::{forms, verdict as words};
use yew::Html;

use self::bars::bars;
use self::one_more::one_more;
use self::row::row;
use self::sources::sources;
use self::table::table;
use super::bar::looks_at_score;
use super::{conclusion, explain, level_of, places, target};
use crate::forms::continue_bar;
use crate::seal::print_buttons;
use crate::state::{AppHandle, AppState};
use crate::ui::el::{all, classed, el};
use crate::ui::{authority_tag, screen_frame};

/// The self-score: total against the line, by block and row, record by record.
pub(crate) fn score_screen(app: &AppHandle) -> Html {
    let sheet = match &app.assessment.score {
        Some(sheet) => {
            let print = print_buttons(app, &[Sheet::Score]);
            all(vec![sheet_body(app, sheet), print])
        }
        None => el("p").say(words::NO_SCORE).html(),
    };
    screen_frame(
        app,
        forms::SCORE.into(),
        words::SCORE_INTRO.into(),
        all(vec![sheet, continue_bar(app)]),
    )
}

fn sheet_body(app: &AppHandle, sheet: &ScoreSheet) -> Html {
    let explain = explain(app);
    let mut body = classed("div", "stack")
        .put(head(app, sheet))
        .put(bars(app, sheet))
        .put(one_more(app))
        .put(why_span(app, sheet))
        .put(table(app, sheet))
        .put(el("h2").say(words::ROWS).html());
    for block in &sheet.blocks {
        let mut section = classed("section", "stack")
            .key(&block.id)
            .put(el("h3").say(&explain.labels().block(&block.id)).html())
            .put(el("p").say(&explain.block(block)).html());
        for line in sheet.rows.iter().filter(|line| line.block == block.id) {
            let row = el("div").key(&line.id).put(row(app, line));
            section = section.put(row.html());
        }
        body = body.put(section.html());
    }
    body.html()
}

/// The total against the line, and on what authority the line stands.
fn head(app: &AppState, sheet: &ScoreSheet) -> Html {
    let about = ["：", forms::SCORE].concat();
    let total = classed("p", "route__verdict")
        .say(&explain(app).total(sheet))
        .put(conclusion::tags(&sheet.reaches));
    let mut head = classed("div", "card stack").put(total.html());
    if let Some(score) = &app.book().score {
        let line = classed("p", "cluster").say(words::LINE);
        let source = authority_tag(score.authority, &score.locator);
        head = head.put(line.put(source).html());
    }
    let stand_ins = conclusion::stand_ins(explain(app), &sheet.reaches, &about);
    head.put(beside(app)).put(stand_ins).html()
}

/// That the level applied for does not look at the score, where it does not. The slot is always there.
fn beside(app: &AppState) -> Html {
    let slot = el("p");
    let level = target(app).and_then(|id| level_of(app, id));
    let Some(level) = level.filter(|level| !looks_at_score(level)) else {
        return slot.html();
    };
    let name = explain(app).labels().level(&level.id);
    slot.say(&words::score_beside(&name)).html()
}

/// While the score is a range: what would settle it.
fn why_span(app: &AppHandle, sheet: &ScoreSheet) -> Html {
    let mut found: Vec<Place> = Vec::new();
    for line in sheet.rows.iter().filter(|line| !line.points.is_exact()) {
        for place in sources(app.book(), &line.id) {
            if !found.contains(&place) {
                found.push(place);
            }
        }
    }
    let slot = el("div");
    if found.is_empty() {
        return slot.html();
    }
    let notice = classed("div", "notice notice--warning")
        .put(el("p").say(words::WHY_SPAN).html())
        .put(places::missing(app, &found));
    slot.put(notice.html()).html()
}
