//! Questions with their answers, and links to change them.

use yew::prelude::*;

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

/// Properties of [`SummaryList`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct SummaryListProps {
    /// The rows.
    pub(crate) rows: Vec<SummaryRow>,
}

/// Questions with their answers.
#[component]
pub(crate) fn SummaryList(props: &SummaryListProps) -> Html {
    html! {
        <dl class="summary-list">
            for row in props.rows.iter() {
                <div class="summary-list__row" key={row.id.clone()}>
                    <dt class="summary-list__key">{ &row.key }</dt>
                    <dd class="summary-list__value">{ row.value.clone() }</dd>
                    <dd class="summary-list__action">{ row.action.clone() }</dd>
                </div>
            }
        </dl>
    }
}
