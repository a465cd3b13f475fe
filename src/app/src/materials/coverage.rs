//! How much of what was entered is proved.

use wording::ui::verdict as words;
use yew::Html;

use super::lacking::unproved;
use crate::state::AppState;
use crate::ui::el::all;
use crate::verdict::drawing::{Piece, WIDTH, length, picture, row, table};

/// Of the lists that ask for a proof: how many records have one.
pub(super) fn coverage(app: &AppState) -> Html {
    let mut rows = Vec::new();
    let mut cells = Vec::new();
    for list in app.book().list.iter().filter(|list| list.evidence) {
        let (of, lacking) = (app.dossier.records(&list.id).len(), unproved(app, &list.id));
        let with = of.saturating_sub(lacking);
        let part = i64::try_from(with).unwrap_or(0);
        let whole = i64::try_from(of).unwrap_or(0);
        let piece = |class, to| Piece { class, from: 0, to };
        let mut pieces = vec![piece("chart__cap", WIDTH)];
        if with > 0 {
            pieces.push(piece("chart__bar", length(part, whole)));
        }
        let says = words::covered(with, of);
        rows.push(row(&list.id, (&list.label, &says), &pieces));
        let numbers = [of, with, lacking].map(|number| number.to_string());
        cells.push([vec![list.label.clone()], numbers.to_vec()].concat());
    }
    let caption = words::COVERAGE;
    let drawn = picture(("coverage-chart", caption), rows, words::COVERAGE_KEY);
    let behind = table(caption, &words::COVERAGE_COLUMNS, &cells);
    all(vec![drawn, behind])
}
