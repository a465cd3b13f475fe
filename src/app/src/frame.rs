//! The frame around every screen: heading, navigation, tools, notices, verdict.

mod awaited_verdict;
mod body;
mod following;
mod masthead;
mod navigation;
mod notice_bar;
mod release_offer;
mod toolbar;

use wording::ui::forms as words;
use yew::prelude::*;

use crate::advice::use_advice;
use crate::desk::taken_screen;
use crate::platform::page;
use crate::screen::Screen;
use crate::state::{AppHandle, use_app};
use crate::ui::el::{classed, el};
use awaited_verdict::awaited_verdict;
use body::Body;
use masthead::masthead;
use navigation::navigation;
use notice_bar::notice_bar;
use release_offer::ReleaseOffer;
use toolbar::toolbar;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct FrameProps {
    /// Whether the screen is drawn in it.
    pub(crate) whole: bool,
}

/// The frame around every screen.
#[component]
pub(crate) fn Frame(props: &FrameProps) -> Html {
    let app = use_app();
    use_advice(&app);
    let on_skip = Callback::from(|event: MouseEvent| {
        event.prevent_default();
        page::focus("main");
    });
    let skip = classed("a", "skip-link").set("href", "#main");
    let mut main = classed("main", "layout__main");
    main = main.set("id", "main").set("tabindex", "-1");
    let mut layout = classed("div", "layout");
    let mut verdict = el("div").html();
    let offer = html! { <ReleaseOffer /> };
    // Nothing may be changed here while another tab writes the draft.
    if app.elsewhere {
        let told = main.put(notice_bar(&app));
        main = told.put(offer).put(taken_screen(&app));
    } else {
        verdict = self::verdict(&app);
        layout = layout.put(navigation(&app));
        main = main.put(toolbar(&app)).put(notice_bar(&app)).put(offer);
        if props.whole {
            main = main.put(html! { <Body /> });
        }
    }
    el("div")
        .class("page")
        .put(skip.on_click(on_skip).say(words::SKIP).html())
        .put(masthead(&app))
        .put(verdict)
        .put(layout.put(main.html()).html())
        .html()
}

/// The live verdict; not beside a package of someone else, nor where one begins: there it would only cover choices.
fn verdict(app: &AppHandle) -> Html {
    if matches!(app.screen, Screen::Start | Screen::Verify) {
        return el("div").html();
    }
    match app.rules.later {
        Ok(later) => (later.behind.verdict)(app),
        Err(absent) => awaited_verdict(app, absent),
    }
}
