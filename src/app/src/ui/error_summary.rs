//! What is wrong on this screen, with links to the fields.

use assess::Place;
use wording::ui::forms as words;
use yew::prelude::*;

use super::PlaceLink;

/// Properties of [`ErrorSummary`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ErrorSummaryProps {
    /// The places and what is wrong there.
    pub(crate) errors: Vec<(Place, AttrValue)>,
}

/// What is wrong on this screen. The slot is always there; nothing is blocked.
#[component]
pub(crate) fn ErrorSummary(props: &ErrorSummaryProps) -> Html {
    html! {
        <div class="error-summary-slot">
            if !props.errors.is_empty() {
                <div class="error-summary" role="group" aria-labelledby="error-summary-title">
                    <h2 id="error-summary-title">{ words::errors_title(props.errors.len()) }</h2>
                    <p>{ words::ERRORS_DO_NOT_BLOCK }</p>
                    <ul>
                        for (index, (place, text)) in props.errors.iter().enumerate() {
                            <li key={index}>
                                <PlaceLink place={place.clone()}>{ text }</PlaceLink>
                            </li>
                        }
                    </ul>
                </div>
            }
        </div>
    }
}
