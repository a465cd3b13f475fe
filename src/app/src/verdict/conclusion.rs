//! A verdict as tags, and the stand-ins that decided it.

use assess::Conclusion;
use wording::explain::{Explain, stand_in};
use wording::ui::verdict as words;
use yew::prelude::*;

use crate::ui::{Details, Tag, TagLook};

/// The verdict, marked when a stand-in decided it.
pub(super) fn tags(conclusion: &Conclusion) -> Html {
    let verdict = conclusion.verdict;
    html! {
        <span class="cluster">
            <Tag look={TagLook::from(verdict)} text={wording::term::verdict(verdict)} />
            if conclusion.is_reference() {
                <span class="tag tag--reference">{ words::REFERENCE }</span>
            }
        </span>
    }
}

/// The stand-ins that decided it, folded.
pub(super) fn stand_ins(explain: Explain<'_>, conclusion: &Conclusion, about: String) -> Html {
    let entries: Vec<String> = conclusion
        .stand_ins()
        .map(|entry| stand_in(explain.labels(), entry))
        .collect();
    html! {
        <div class="basis">
            if !entries.is_empty() {
                <Details summary={words::stand_ins(entries.len())} {about}>
                    <ul>
                        for (place, entry) in entries.iter().enumerate() {
                            <li key={place}>{ entry }</li>
                        }
                    </ul>
                </Details>
            }
        </div>
    }
}
