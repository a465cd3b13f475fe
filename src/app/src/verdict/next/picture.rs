//! The season as a picture: the steps in working days from the first day, with whose turn it is.

use rulebook::Actor;
use wording::procedure::Planned;
use wording::ui::verdict as words;
use yew::Html;

use crate::platform::page;
use crate::ui::details;
use crate::ui::el::{all, classed};
use crate::verdict::drawing::{Piece, length, picture as drawn, row, table};

/// The steps in working days.
pub(super) fn picture(steps: &[Planned<'_>]) -> Html {
    let end = steps
        .last()
        .map_or(0, |last| last.waits.saturating_add(last.takes));
    // A step without a period is drawn one day wide.
    let whole = i64::from(end).saturating_add(1);
    let mut rows = Vec::new();
    let mut cells = Vec::new();
    for planned in steps {
        let from = i64::from(planned.waits);
        let to = from.saturating_add(i64::from(planned.takes.max(1)));
        let piece = Piece {
            class: look(planned.step.by),
            from: length(from, whole),
            to: length(to, whole),
        };
        let says = words::waits(planned.step.by, planned.waits, planned.takes);
        rows.push(row(
            &planned.step.id,
            (&planned.step.title, &says),
            &[piece],
        ));
        cells.push(vec![
            planned.step.title.clone(),
            wording::term::actor(planned.step.by).to_owned(),
            planned.waits.saturating_add(1).to_string(),
            planned.takes.to_string(),
        ]);
    }
    let caption = words::SEASON_CHART;
    let picture = drawn(("season-chart", caption), rows, words::SEASON_KEY);
    let behind = table(caption, &words::SEASON_COLUMNS, &cells);
    let both = all(vec![picture, behind]);
    // On a phone it is as long as the steps above, which say the same.
    if page::is_narrow() {
        return details("details", caption.into(), "", both);
    }
    classed("div", "stack").put(both).html()
}

fn look(by: Actor) -> &'static str {
    match by {
        Actor::Applicant => "chart__bar",
        Actor::Employer => "chart__maybe",
        Actor::Department | Actor::Office | Actor::Committee => "chart__cap",
    }
}
