//! The root component: the state, what is kept of it, the address, the frame.

use wording::ui::forms as words;
use yew::prelude::*;

use crate::frame::Frame;
use crate::platform::{clock, page, route, storage};
use crate::rescue;
use crate::screen::Screen;
use crate::state::{Action, AppHandle, AppState, Draft, Notice, Opening, Rules, SaveState};

/// The root component.
#[component]
pub(crate) fn App() -> Html {
    let rules = use_memo((), |()| Rules::shipped());
    match &*rules {
        Some(rules) => html! { <Root rules={rules.clone()} /> },
        None => html! { <p class="notice notice--danger" role="alert">{ words::NO_BOOK }</p> },
    }
}

#[derive(Clone, PartialEq, Properties)]
struct RootProps {
    rules: Rules,
}

/// Holds the state and gives it to all below.
#[component]
fn Root(props: &RootProps) -> Html {
    let rules = props.rules.clone();
    let app = use_reducer(|| AppState::open(opening(rules)));
    use_effect_with((), |()| page::announce_ready());
    use_address(&app);
    use_autosave(&app);
    html! {
        <ContextProvider<AppHandle> context={app}>
            <Frame />
        </ContextProvider<AppHandle>>
    }
}

/// What is found at the start: the stored draft and the address.
fn opening(rules: Rules) -> Opening {
    let stored = storage::draft();
    let read = stored.as_ref().map(|text| (text, Draft::read(text)));
    let (draft, notice) = match read {
        Some((_, Ok(draft))) => (Some(draft), None),
        Some((text, Err(_))) => {
            storage::set_aside(text);
            (None, Some(Notice::SetAside))
        }
        None => (None, None),
    };
    Opening {
        rules,
        today: clock::today(),
        draft,
        screen: Screen::parse(&route::hash()),
        notice,
    }
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

/// Keeps the draft at each change of what it holds.
#[hook]
fn use_autosave(app: &AppHandle) {
    let kept = (app.dossier.clone(), app.pledge.clone(), app.screen.clone());
    let app = app.clone();
    use_effect_with(kept, move |_| {
        let text = app.draft().write();
        rescue::remember(&text);
        // A visitor who has entered nothing, or cleared all, leaves nothing behind.
        if !app.has_content() {
            storage::forget_draft();
            return app.dispatch(Action::Saved(SaveState::Nothing));
        }
        let state = match storage::keep_draft(&text) {
            Ok(()) => SaveState::Saved,
            Err(storage::StorageError::Refused) => SaveState::Refused,
            Err(storage::StorageError::Full) => SaveState::Full,
        };
        app.dispatch(Action::Saved(state));
    });
}
