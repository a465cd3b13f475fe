//! The score by block as bars against the caps, and the total against the line.
//!
//! The words stand beside the bars as text, so the drawing itself is decoration.

use assess::{ScoreSheet, Span};
use wording::ui::verdict as words;
use yew::prelude::*;

use crate::state::use_app;
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
#[component]
pub(super) fn Bars() -> Html {
    let app = use_app();
    let Some(sheet) = &app.assessment.score else {
        return html! { <figure class="score-chart"></figure> };
    };
    let whole = whole(sheet);
    let labels = explain(&app).labels();
    html! {
        <figure class="score-chart" aria-labelledby="score-chart-caption">
            <figcaption id="score-chart-caption">{ words::CHART }</figcaption>
            for block in sheet.blocks.iter() {
                <div class="score-chart__row" key={block.id.clone()}>
                    <span class="score-chart__label">{ labels.block(&block.id) }</span>
                    <span class="score-chart__value">
                        { words::of_most(&wording::span(block.points), block.cap) }
                    </span>
                    { bar(Measures { points: block.points, cap: block.cap, line: None, whole }) }
                </div>
            }
            <div class="score-chart__row score-chart__row--total" key="total">
                <span class="score-chart__label">{ words::TOTAL }</span>
                <span class="score-chart__value">
                    { words::of_most(&wording::span(sheet.total), whole) }
                    { "，" }
                    { words::LINE }
                    { " " }
                    { wording::points(sheet.line) }
                </span>
                { bar(Measures { points: sheet.total, cap: whole, line: Some(sheet.line), whole }) }
            </div>
            <p class="score-chart__key" key="key">{ words::CHART_KEY }</p>
        </figure>
    }
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
    let box_of = format!("0 0 {WIDTH} {HEIGHT}");
    html! {
        <svg viewBox={box_of} aria-hidden="true" focusable="false">
            { rectangle("score-chart__cap", 0, length(cap, whole)) }
            { rectangle("score-chart__bar", 0, low) }
            if high > low {
                { rectangle("score-chart__maybe", low, high.saturating_sub(low)) }
            }
            if let Some(line) = line {
                <line
                    class="score-chart__line"
                    x1={length(line, whole).to_string()}
                    x2={length(line, whole).to_string()}
                    y1="0"
                    y2={HEIGHT.to_string()}
                    vector-effect="non-scaling-stroke"
                />
            }
        </svg>
    }
}

fn rectangle(class: &'static str, x: i64, width: i64) -> Html {
    html! {
        <rect
            {class}
            x={x.to_string()}
            y="2"
            width={width.to_string()}
            height={(HEIGHT - 4).to_string()}
            vector-effect="non-scaling-stroke"
        />
    }
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
