//! Bars: drawings beside words that say the same, so the drawing itself is decoration; and a table behind them.

use wording::ui::verdict::AS_TABLE;
use yew::Html;

use crate::ui::details;
use crate::ui::el::{classed, el, words};

/// The width of a drawing.
pub(crate) const WIDTH: i64 = 1_000;
/// Its height.
const HEIGHT: i64 = 36;

/// Something drawn: from where to where, of [`WIDTH`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Piece {
    /// Its class.
    pub(crate) class: &'static str,
    /// Where it begins.
    pub(crate) from: i64,
    /// Where it ends.
    pub(crate) to: i64,
}

/// A part of a whole as a length of the drawing.
pub(crate) fn length(part: i64, whole: i64) -> i64 {
    let scaled = part.clamp(0, whole.max(0)).saturating_mul(WIDTH);
    scaled.checked_div(whole).unwrap_or(0)
}

/// A row of a picture: its name, what it says, its drawing.
pub(crate) fn row(key: &str, (name, says): (&str, &str), pieces: &[Piece]) -> Html {
    classed("div", "chart__row")
        .key(key)
        .put(words("span", "chart__label", name))
        .put(words("span", "chart__value", says))
        .put(drawing(pieces))
        .html()
}

/// A picture with its caption; rows and key.
pub(crate) fn picture((id, caption): (&'static str, &str), rows: Vec<Html>, key: &str) -> Html {
    let title = el("figcaption").set("id", id).say(caption);
    let mut figure = classed("figure", "chart").set("aria-labelledby", id);
    figure = figure.put(title.html());
    for row in rows {
        figure = figure.put(row);
    }
    figure.put(words("p", "chart__key", key)).html()
}

/// The table behind a picture, folded; the first cell of each row names it.
pub(crate) fn table(caption: &str, heads: &[&str], rows: &[Vec<String>]) -> Html {
    let mut head = el("tr");
    for name in heads {
        head = head.put(el("th").set("scope", "col").say(name).html());
    }
    let mut body = el("tbody");
    for cells in rows {
        let mut row = el("tr");
        for (at, cell) in cells.iter().enumerate() {
            let cell = if at == 0 {
                el("th").set("scope", "row").say(cell)
            } else {
                el("td").say(cell)
            };
            row = row.put(cell.html());
        }
        body = body.put(row.html());
    }
    let table = classed("table", "table")
        .put(words("caption", "visually-hidden", caption))
        .put(el("thead").put(head.html()).html())
        .put(body.html());
    let scrolled = classed("div", "table-scroll")
        .set("tabindex", "0")
        .set("role", "group")
        .attr("aria-label", caption.to_owned().into());
    let scrolled = scrolled.put(table.html()).html();
    details("details", AS_TABLE.into(), caption, scrolled)
}

fn drawing(pieces: &[Piece]) -> Html {
    let mut drawing = el("svg")
        .attr("viewBox", format!("0 0 {WIDTH} {HEIGHT}").into())
        .set("preserveAspectRatio", "none")
        .set("aria-hidden", "true")
        .set("focusable", "false");
    for piece in pieces {
        let width = piece.to.saturating_sub(piece.from);
        let shape = classed("rect", piece.class)
            .attr("x", piece.from.to_string().into())
            .set("y", "2")
            .attr("width", width.max(4).to_string().into())
            .attr("height", (HEIGHT - 4).to_string().into())
            .set("vector-effect", "non-scaling-stroke");
        drawing = drawing.put(shape.html());
    }
    drawing.html()
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
        assert_eq!(length(5, -3), 0);
    }
}
