//! What one more record of each row would add.

use wording::ui::verdict as words;
use yew::Html;

use crate::state::AppState;
use crate::ui::details;
use crate::ui::el::{all, classed, el, words as texts};
use crate::verdict::explain;

/// What one more record of each row would add, as a table, folded.
pub(super) fn one_more(app: &AppState) -> Html {
    let labels = explain(app).labels();
    let mut body = el("tbody");
    let engine = app.rules.engine();
    for more in engine.one_more(&app.dossier, &app.season, app.today) {
        let adds = ["+", &wording::points(more.adds)].concat();
        let row = el("tr").key(&more.row);
        let head = el("th").set("scope", "row").say(&labels.row(&more.row));
        let what = explain(app).sample(&more.list, &more.record);
        body = body.put(
            row.put(head.html())
                .put(el("td").say(&what).html())
                .put(texts("td", "number", &adds))
                .html(),
        );
    }
    let column = |class: &'static str, name: &str| {
        let column = el("th").set("scope", "col").class(class);
        column.say(name).html()
    };
    let columns = el("tr")
        .put(column("", words::ROW))
        .put(column("", words::ONE_MORE_WHAT))
        .put(column("number", words::ONE_MORE_ADDS));
    let table = classed("table", "table")
        .put(texts("caption", "visually-hidden", words::ONE_MORE))
        .put(el("thead").put(columns.html()).html())
        .put(body.html());
    let scrolls = classed("div", "table-scroll")
        .set("tabindex", "0")
        .set("role", "group")
        .set("aria-label", words::ONE_MORE);
    let inside = all(vec![
        el("p").say(words::ONE_MORE_TEXT).html(),
        scrolls.put(table.html()).html(),
    ]);
    details("details", words::ONE_MORE.into(), "", inside)
}
