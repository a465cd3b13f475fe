//! All clauses of a level, each unfolding to its reasons.

use assess::{ClauseLine, LevelLine};
use wording::explain::in_order;
use yew::Html;

use crate::state::AppHandle;
use crate::ui::el::classed;
use crate::ui::{authority_tag, details};
use crate::verdict::{conclusion, explain, reasons};

/// All clauses of a level, in the order of an argument.
pub(super) fn clauses(app: &AppHandle, level: &LevelLine) -> Html {
    let mut list = classed("ul", "clauses");
    for line in in_order(level) {
        list = list.put(clause(app, level, line));
    }
    list.html()
}

fn clause(app: &AppHandle, level: &LevelLine, line: &ClauseLine) -> Html {
    let explain = explain(app);
    let reason = explain.clause(level, line);
    let mut facts = classed("div", "cluster").put(conclusion::tags(&line.conclusion));
    if let Some(def) = explain.labels().clause_def(&line.id) {
        facts = facts.put(authority_tag(def.authority, &def.locator));
    }
    let reasons = reasons::reasons(app, &reason.parts);
    let folded = details("details", reason.text.into(), "", reasons);
    let item = classed("li", "stack").key(&line.id).put(folded);
    item.put(facts.html()).html()
}
