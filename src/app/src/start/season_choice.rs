//! Which season's review.

use dossier::Edit;
use wording::ui::forms as words;
use yew::prelude::*;

use crate::state::{Action, AppState, use_app};
use crate::ui::{AuthorityTag, Choice, ChoiceList, Group};

/// Which season's review, and on what its cut-off day rests.
#[component]
pub(super) fn SeasonChoice() -> Html {
    let app = use_app();
    let dispatcher = app.dispatcher();
    let on_choose = use_callback((), move |value: String, ()| {
        dispatcher.dispatch(Action::Edit(Edit::Season(value.parse().ok())));
    });
    let announced = app.rules.announced(app.season.year);
    let below = html! {
        <div class="stack">
            <p>{ announced.map_or_else(String::new, |season| season.text.clone()) }</p>
            <AuthorityTag
                authority={app.season.authority}
                locator={app.season.locator.clone()}
            />
        </div>
    };
    html! {
        <Group id="season" legend={words::SEASON} help={words::SEASON_HELP} {below}>
            <ChoiceList
                name="season"
                choices={choices(&app)}
                chosen={AttrValue::from(app.season.year.to_string())}
                {on_choose}
            />
        </Group>
    }
}

fn choices(app: &AppState) -> Vec<Choice> {
    let mut years = app.rules.years(app.today);
    // A draft of another year keeps its own.
    if !years.contains(&app.season.year) {
        years.push(app.season.year);
        years.sort_unstable();
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
