//! The root component: the state, what is kept of it, the address, the frame.

use wording::ui::forms as words;
use yew::platform::spawn_local;
use yew::prelude::*;

use crate::behind;
use crate::desk;
use crate::frame::Frame;
use crate::judging::use_judging;
use crate::platform::storage::Keeping;
use crate::platform::{idle, page, route};
use crate::screen::Screen;
use crate::seal::use_survey;
use crate::state::{Action, AppHandle, AppState, Later};

/// Finds the drafts and shows the application, in pieces between which the browser can answer. It is drawn in a place
/// that is not seen until all of it is there.
pub(crate) async fn start(place: page::Element) {
    let opening = desk::opening(Keeping::of_page()).await;
    idle::breath().await;
    let mut state = opening.map(AppState::open);
    idle::breath().await;
    // The last that is looked at: the person may follow a link while all else is found.
    if let (Some(state), Some(screen)) = (&mut state, Screen::parse(&route::hash())) {
        state.screen = screen;
    }
    let props = AppProps {
        state,
        place: place.clone(),
    };
    yew::Renderer::<App>::with_root_and_props(place, props).render();
}

#[derive(Clone, PartialEq, Properties)]
struct AppProps {
    /// None when the application was built without a sound book.
    state: Option<AppState>,
    /// Where it is drawn.
    place: page::Element,
}

/// The root component.
#[component]
fn App(props: &AppProps) -> Html {
    let place = props.place.clone();
    if let Some(state) = props.state.clone() {
        return html! { <Root {state} {place} /> };
    }
    page::bring_forth(&place);
    html! { <p class="notice notice--danger" role="alert">{ words::NO_BOOK }</p> }
}

#[derive(Clone, PartialEq, Properties)]
struct RootProps {
    /// At the start.
    state: AppState,
    /// Where it is drawn.
    place: page::Element,
}

/// Holds the state and gives it to all below.
#[component]
fn Root(props: &RootProps) -> Html {
    let app = use_reducer(|| props.state.clone());
    let whole = use_whole(&props.place);
    use_address(&app);
    use_later(&app);
    desk::use_keeping(&app);
    use_judging(&app);
    use_survey(&app);
    html! {
        <ContextProvider<AppHandle> context={app}>
            <Frame {whole} />
        </ContextProvider<AppHandle>>
    }
}

/// Whether the screen is drawn too: the frame is drawn before it, in a piece of work of its own, and seen with it.
#[hook]
fn use_whole(place: &page::Element) -> bool {
    let whole = use_state(|| false);
    let (setter, place) = (whole.setter(), place.clone());
    use_effect_with(*whole, move |whole| {
        if *whole {
            return page::announce_ready();
        }
        spawn_local(async move {
            idle::breath().await;
            page::bring_forth(&place);
            // Drawn before the browser paints.
            setter.set(true);
        });
    });
    *whole
}

/// Brings the second part of the module in as soon as it is there.
#[hook]
fn use_later(app: &AppHandle) {
    let app = app.clone();
    use_effect_with((), move |()| {
        if app.rules.later.is_ok() {
            return;
        }
        spawn_local(async move {
            let behind = behind::load().await;
            // What the first part draws is painted before the engine is made.
            idle::breath().await;
            let later = behind.map(|behind| Later::new(behind, &app.rules));
            idle::breath().await;
            app.dispatch(match later {
                Ok(Some(later)) => Action::Arrived(later),
                _ => Action::Incomplete,
            });
        });
    });
}

/// Keeps screen and address the same, whichever changes first.
#[hook]
fn use_address(app: &AppHandle) {
    use_effect_with(app.screen.clone(), |screen| route::show(&screen.hash()));
    let dispatcher = app.dispatcher();
    use_effect_with((), move |()| {
        let listener = route::on_change(move |hash| {
            if let Some(screen) = Screen::parse(&hash) {
                dispatcher.dispatch(Action::Go(screen));
            }
        });
        move || drop(listener)
    });
}
