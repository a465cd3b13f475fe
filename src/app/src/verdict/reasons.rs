//! Reasons unfolded: a list in a list, each with its verdict and the facts behind it.

use wording::explain::{Detail, Reason};
use wording::ui::verdict as words;
use yew::prelude::*;

use crate::ui::{Details, PlaceLink, Tag, TagLook};

/// So many facts are shown at once; more are folded.
const MOST_FACTS: usize = 6;

/// Reasons with what stands behind them.
pub(super) fn reasons(reasons: &[Reason]) -> Html {
    html! {
        <ul class="reasons">
            for (place, reason) in reasons.iter().enumerate() {
                <li class="reason" key={place}>
                    <p class="reason__line">
                        <Tag look={TagLook::from(reason.verdict)} text={wording::term::verdict(reason.verdict)} />
                        { " " }
                        <span>{ &reason.text }</span>
                    </p>
                    { behind(reason) }
                </li>
            }
        </ul>
    }
}

/// The facts and parts of a reason.
fn behind(reason: &Reason) -> Html {
    html! {
        <div class="reason__behind">
            if reason.details.len() > MOST_FACTS {
                <Details summary={words::folded_facts(reason.details.len())}>
                    { facts(&reason.details) }
                </Details>
            } else if !reason.details.is_empty() {
                { facts(&reason.details) }
            }
            if !reason.parts.is_empty() {
                { reasons(&reason.parts) }
            }
        </div>
    }
}

/// Facts, each with the way to where it can be changed.
fn facts(details: &[Detail]) -> Html {
    html! {
        <ul class="facts">
            for (place, detail) in details.iter().enumerate() {
                <li key={place}>{ fact(detail) }</li>
            }
        </ul>
    }
}

fn fact(detail: &Detail) -> Html {
    match &detail.place {
        Some(place) => html! {
            <PlaceLink place={place.clone()} change={true}>{ &detail.text }</PlaceLink>
        },
        None => html! { <span>{ &detail.text }</span> },
    }
}
