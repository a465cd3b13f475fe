//! The heading of the page: name, season, whether the draft is safe.

use wording::ui::forms as words;
use yew::prelude::*;

use super::looks::Looks;
use crate::screen::Screen;
use crate::state::use_app;
use crate::ui::ScreenLink;

/// The heading of the page.
#[component]
pub(crate) fn Masthead() -> Html {
    let app = use_app();
    let cut_off = wording::number::date(app.season.cut_off);
    html! {
        <header class="masthead">
            <ScreenLink to={Screen::Start} class={classes!("masthead__title")}>
                { words::PRODUCT }
            </ScreenLink>
            <p class="masthead__meta">
                <span>{ words::season_line(app.season.year, &cut_off) }</span>
                <span class="masthead__saved" role="status">{ words::saved(app.save_state.into()) }</span>
            </p>
            <Looks />
        </header>
    }
}
