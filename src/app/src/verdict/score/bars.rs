//! The score by block as bars against the caps, and the total against the line.

use assess::{ScoreSheet, Span};
use wording::ui::verdict as words;
use yew::Html;

use crate::state::AppState;
use crate::verdict::drawing::{Piece, length, picture, row};
use crate::verdict::explain;

/// The score by block against the caps, and the total against the line.
pub(super) fn bars(app: &AppState, sheet: &ScoreSheet) -> Html {
    let whole = whole(sheet);
    let labels = explain(app).labels();
    let mut rows = Vec::new();
    for block in &sheet.blocks {
        let told = words::of_most(&wording::span(block.points), block.cap);
        let pieces = pieces(block.points, block.cap, whole);
        rows.push(row(&block.id, (&labels.block(&block.id), &told), &pieces));
    }
    rows.push(total(sheet, whole));
    picture(("score-chart", words::CHART), rows, words::CHART_KEY)
}

/// The total against the line.
fn total(sheet: &ScoreSheet, whole: i64) -> Html {
    let told = [
        words::of_most(&wording::span(sheet.total), whole).as_str(),
        "，",
        words::LINE,
        " ",
        &wording::points(sheet.line),
    ]
    .concat();
    let mut pieces = pieces(sheet.total, whole, whole);
    let line = length(sheet.line, whole);
    pieces.push(Piece {
        class: "chart__line",
        from: line,
        to: line,
    });
    row("total", (words::TOTAL, &told), &pieces)
}

/// The most that all blocks give together.
fn whole(sheet: &ScoreSheet) -> i64 {
    sheet
        .blocks
        .iter()
        .fold(0_i64, |sum, block| sum.saturating_add(block.cap))
}

/// The cap, what is earned for sure, what missing answers could still add.
fn pieces(points: Span, cap: i64, whole: i64) -> Vec<Piece> {
    let (low, high) = (length(points.low, whole), length(points.high, whole));
    let piece = |class, from, to| Piece { class, from, to };
    let mut pieces = vec![piece("chart__cap", 0, length(cap, whole))];
    if low > 0 {
        pieces.push(piece("chart__bar", 0, low));
    }
    if high > low {
        pieces.push(piece("chart__maybe", low, high));
    }
    pieces
}
