//! Questions with their answers, and links to change them.

use yew::{AttrValue, Html};

use crate::el::classed;

/// A row.
#[derive(Clone, PartialEq)]
pub struct SummaryRow {
    /// A key that tells the row from others.
    pub id: String,
    /// The question.
    pub key: AttrValue,
    /// The answer.
    pub value: Html,
    /// The link.
    pub action: Html,
}

/// Questions with their answers.
pub fn summary_list(rows: Vec<SummaryRow>) -> Html {
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
