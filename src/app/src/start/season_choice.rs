//! Which season's review.

use dossier::Edit;
use wording::ui::forms as words;
use yew::prelude::*;

use crate::state::{Action, AppHandle, AppState};
use crate::ui::el::{classed, el};
use crate::ui::{Around, Choice, authority_tag, choice_list, group};

/// Which season's review, and on what its cut-off day rests.
pub(super) fn season_choice(app: &AppHandle) -> Html {
    let dispatcher = app.dispatcher();
    let on_choose = Callback::from(move |value: String| {
        dispatcher.dispatch(Action::Edit(Edit::Season(value.parse().ok())));
    });
    let announced = app.rules.announced(app.season.year);
    let text = announced.map_or("", |season| season.text.as_str());
    let source = authority_tag(app.season.authority, &app.season.locator);
    let below = classed("div", "stack").put(el("p").say(text).html());
    let around = Around {
        id: "season",
        label: words::SEASON,
        help: words::SEASON_HELP,
        messages: &[],
        below: below.put(source).html(),
    };
    let chosen = app.season.year.to_string();
    group(
        &around,
        choice_list("season", choices(app), Some(&chosen), on_choose),
    )
}

fn choices(app: &AppState) -> Vec<Choice> {
    let mut years = app.rules.years(app.today);
    // A draft of another year keeps its own.
    if let Err(place) = years.binary_search(&app.season.year) {
        years.insert(place, app.season.year);
    }
    let choices = years.into_iter().map(|year| {
        let cut_off = wording::number::date(app.rules.season(year).cut_off);
        Choice {
            value: year.to_string().into(),
            label: words::season(year).into(),
            help: words::cut_off(&cut_off).into(),
        }
    });
    choices.collect()
}
