//! The table behind the chart.

use assess::{RowLine, ScoreSheet, Sum};
use wording::explain::Explain;
use wording::ui::verdict as words;
use wording::{points, span};
use yew::Html;

use crate::state::AppState;
use crate::ui::el::{El, classed, el, words as texts};
use crate::verdict::explain;

/// Every row and block with its points, the sum before the cap, and the cap.
pub(super) fn table(app: &AppState, sheet: &ScoreSheet) -> Html {
    let explain = explain(app);
    let mut table = classed("table", "table table--close")
        .put(el("caption").say(words::TABLE).html())
        .put(el("thead").put(columns()).html());
    for block in &sheet.blocks {
        let mut body = el("tbody").key(&block.id);
        for row in sheet.rows.iter().filter(|row| row.block == block.id) {
            body = body.put(of_row(explain, row));
        }
        table = table.put(body.put(of_block(explain, block)).html());
    }
    let total = el("th").set("scope", "row").set("colspan", "3");
    let total = el("tr").put(total.say(words::TOTAL).html());
    let total = total.put(number(&span(sheet.total))).html();
    table = table.put(el("tfoot").key("total").put(total).html());
    classed("div", "table-scroll")
        .set("tabindex", "0")
        .set("role", "group")
        .set("aria-label", words::TABLE)
        .put(table.html())
        .html()
}

fn columns() -> Html {
    let mut head = el("tr").put(el("th").set("scope", "col").say(words::ROW).html());
    for name in [words::BEFORE_CAP, words::CAP, words::POINTS] {
        let column = el("th").set("scope", "col").class("number");
        head = head.put(column.say(name).html());
    }
    head.html()
}

/// The head of a row.
fn head(row: El, name: &str) -> El {
    row.put(el("th").set("scope", "row").say(name).html())
}

fn number(text: &str) -> Html {
    texts("td", "number", text)
}

fn of_row(explain: Explain<'_>, row: &RowLine) -> Html {
    let cap = row.cap.map_or_else(|| words::NO_CAP.to_owned(), points);
    head(el("tr").key(&row.id), &explain.labels().row(&row.id))
        .put(number(&span(row.before_cap)))
        .put(number(&cap))
        .put(number(&span(row.points)))
        .html()
}

fn of_block(explain: Explain<'_>, block: &Sum) -> Html {
    let sum = el("strong").say(&span(block.points)).html();
    let row = classed("tr", "table__sum").key("sum");
    head(row, &explain.labels().block(&block.id))
        .put(number(&span(block.before_cap)))
        .put(number(&points(block.cap)))
        .put(classed("td", "number").put(sum).html())
        .html()
}
