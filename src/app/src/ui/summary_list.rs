//! Questions with their answers, and links to change them.

use yew::{AttrValue, Html};

use super::el::classed;

/// A row.
#[derive(Clone, PartialEq)]
pub(crate) struct SummaryRow {
    /// A key that tells the row from others.
    pub(crate) id: String,
    /// The question.
    pub(crate) key: AttrValue,
    /// The answer.
    pub(crate) value: Html,
    /// The link.
    pub(crate) action: Html,
}

/// Questions with their answers.
pub(crate) fn summary_list(rows: Vec<SummaryRow>) -> Html {
    let mut list = classed("dl", "summary-list");
    for row in rows {
        let key = classed("dt", "summary-list__key").text(row.key);
        let value = classed("dd", "summary-list__value").put(row.value);
        let action = classed("dd", "summary-list__action").put(row.action);
        let parts = classed("div", "summary-list__row").key(&row.id);
        let parts = parts.put(key.html()).put(value.html());
        list = list.put(parts.put(action.html()).html());
    }
    list.html()
}
