//! The score by block as bars against the caps, and the total against the line.
//!
//! The words stand beside the bars as text, so the drawing itself is decoration.

use assess::{ScoreSheet, Span};
use wording::ui::verdict as words;
use yew::{AttrValue, Html};

use crate::state::AppState;
use crate::ui::el::{classed, el, words as texts};
use crate::verdict::explain;

/// The width of the drawing; the greatest cap fills it.
const WIDTH: i64 = 1_000;
/// Its height.
const HEIGHT: i64 = 36;

/// What a bar shows, in hundredths of a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Measures {
    points: Span,
    cap: i64,
    line: Option<i64>,
    /// What fills the whole width.
    whole: i64,
}

/// The score by block against the caps, and the total against the line.
pub(super) fn bars(app: &AppState, sheet: &ScoreSheet) -> Html {
    let whole = whole(sheet);
    let labels = explain(app).labels();
    let caption = el("figcaption").set("id", "score-chart-caption");
    let mut chart = classed("figure", "score-chart")
        .set("aria-labelledby", "score-chart-caption")
        .put(caption.say(words::CHART).html());
    for block in &sheet.blocks {
        let told = words::of_most(&wording::span(block.points), block.cap);
        let row = classed("div", "score-chart__row")
            .key(&block.id)
            .put(texts(
                "span",
                "score-chart__label",
                &labels.block(&block.id),
            ))
            .put(texts("span", "score-chart__value", &told))
            .put(bar(Measures {
                points: block.points,
                cap: block.cap,
                line: None,
                whole,
            }));
        chart = chart.put(row.html());
    }
    chart
        .put(total(sheet, whole))
        .put(texts("p", "score-chart__key", words::CHART_KEY))
        .html()
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
    let bar = bar(Measures {
        points: sheet.total,
        cap: whole,
        line: Some(sheet.line),
        whole,
    });
    classed("div", "score-chart__row score-chart__row--total")
        .put(texts("span", "score-chart__label", words::TOTAL))
        .put(texts("span", "score-chart__value", &told))
        .put(bar)
        .html()
}

/// The most that all blocks give together.
fn whole(sheet: &ScoreSheet) -> i64 {
    sheet
        .blocks
        .iter()
        .fold(0_i64, |sum, block| sum.saturating_add(block.cap))
}

/// A length of the drawing for points.
fn length(points: i64, whole: i64) -> i64 {
    let scaled = points.clamp(0, whole).saturating_mul(WIDTH);
    scaled.checked_div(whole).unwrap_or(0)
}

fn bar(measures: Measures) -> Html {
    let Measures {
        points,
        cap,
        line,
        whole,
    } = measures;
    let (low, high) = (length(points.low, whole), length(points.high, whole));
    let mut bar = el("svg")
        .attr("viewBox", format!("0 0 {WIDTH} {HEIGHT}").into())
        .set("preserveAspectRatio", "none")
        .set("aria-hidden", "true")
        .set("focusable", "false")
        .put(rectangle("score-chart__cap", 0, length(cap, whole)))
        .put(rectangle("score-chart__bar", 0, low));
    if high > low {
        let width = high.saturating_sub(low);
        bar = bar.put(rectangle("score-chart__maybe", low, width));
    }
    if let Some(line) = line {
        let x = AttrValue::from(length(line, whole).to_string());
        let line = classed("line", "score-chart__line")
            .attr("x1", x.clone())
            .attr("x2", x)
            .set("y1", "0")
            .attr("y2", HEIGHT.to_string().into())
            .set("vector-effect", "non-scaling-stroke");
        bar = bar.put(line.html());
    }
    bar.html()
}

fn rectangle(class: &'static str, x: i64, width: i64) -> Html {
    classed("rect", class)
        .attr("x", x.to_string().into())
        .set("y", "2")
        .attr("width", width.to_string().into())
        .attr("height", (HEIGHT - 4).to_string().into())
        .set("vector-effect", "non-scaling-stroke")
        .html()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_in_proportion_and_never_beyond_the_drawing() {
        assert_eq!(length(0, 10_700), 0);
        assert_eq!(length(5_350, 10_700), 500);
        assert_eq!(length(10_700, 10_700), WIDTH);
        assert_eq!(length(20_000, 10_700), WIDTH);
        assert_eq!(length(-1, 10_700), 0);
        assert_eq!(length(5, 0), 0);
    }
}
