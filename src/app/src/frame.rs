//! The frame around every screen: heading, navigation, tools, notices, verdict.

mod body;
mod look;
mod looks;
mod masthead;
mod navigation;
mod notice_bar;
mod toolbar;

use wording::ui::forms as words;
use yew::prelude::*;

use crate::platform::page;
use crate::verdict::VerdictBar;
use body::Body;
use masthead::Masthead;
use navigation::Navigation;
use notice_bar::NoticeBar;
use toolbar::Toolbar;

/// The frame around every screen.
#[component]
pub(crate) fn Frame() -> Html {
    let on_skip = use_callback((), |event: MouseEvent, ()| {
        event.prevent_default();
        page::focus("main");
    });
    html! {
        <div class="page">
            <a class="skip-link" href="#main" onclick={on_skip}>{ words::SKIP }</a>
            <Masthead />
            <VerdictBar />
            <div class="layout">
                <Navigation />
                <main class="layout__main" id="main" tabindex="-1">
                    <Toolbar />
                    <NoticeBar />
                    <Body />
                </main>
            </div>
        </div>
    }
}
