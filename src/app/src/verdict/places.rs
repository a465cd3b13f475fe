//! Links to where answers are missing.

use assess::Place;
use wording::explain::Explain;
use wording::ui::verdict as words;
use yew::prelude::*;

use crate::ui::{PlaceLink, field_id};

/// Links to where answers are missing; each leads straight back.
pub(super) fn missing(explain: Explain<'_>, places: &[Place]) -> Html {
    html! {
        <ul class="place-list">
            for place in places.iter() {
                <li key={field_id(place)}>
                    <PlaceLink place={place.clone()} change={true}>
                        { words::missing_place(explain, place) }
                    </PlaceLink>
                </li>
            }
        </ul>
    }
}
