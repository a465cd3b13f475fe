//! The first screen as text, drawn without a browser: the build puts it into the page, so that it is there before the
//! module is. `src/app/first.js` shows it, and hands over what a person does with it meanwhile.
//!
//! It is what the application draws for somebody who was never there: the same components, state and words.

use std::rc::Rc;

use chrono::NaiveDate;
use yew::LocalServerRenderer;
use yew::prelude::*;

use crate::frame::Frame;
use crate::start;
use crate::state::{AppHandle, AppState, FileShelf, Opened, Opening, Rules, SaveState};

/// For how many years the page holds the screen: it may be built in one and visited in another.
const YEARS: i32 = 3;

/// Writes the first screen of a year, and behind it, as templates, what other answers to its question bring, and the
/// screen of each of the following years. None without a sound book, without a runtime, or at the end of time.
pub(crate) fn text(year: i32) -> Option<String> {
    let mut texts = Vec::new();
    for ahead in 0..YEARS {
        let year = year.checked_add(ahead)?;
        texts.push((year.to_string(), drawn(&unvisited(year)?, None)?));
    }
    let mut parts = Vec::new();
    for who in start::OTHERS {
        parts.push((who, drawn(&unvisited(year)?, Some(who))?));
    }
    let mut texts = texts.iter();
    let (_, first) = texts.next()?;
    let years =
        texts.map(|(year, text)| format!("<template data-year=\"{year}\">{text}</template>"));
    let parts = parts.iter();
    let parts = parts.map(|(who, text)| format!("<template data-who=\"{who}\">{text}</template>"));
    let templates: String = parts.chain(years).collect();
    Some(format!(
        "<div id=\"first\" aria-busy=\"true\">{first}</div>{templates}"
    ))
}

/// The application in a year, as somebody finds it who was never there.
fn unvisited(year: i32) -> Option<Rc<AppState>> {
    let opened = Opened {
        id: "".into(),
        draft: None,
        files: FileShelf::default(),
        elsewhere: false,
        notice: None,
    };
    Some(Rc::new(AppState::open(Opening {
        rules: Rules::with_engine()?,
        today: NaiveDate::from_ymd_opt(year, 1, 1)?,
        opened,
        save_state: SaveState::Nothing,
    })))
}

#[derive(Clone, PartialEq, Properties)]
struct DrawnProps {
    app: Rc<AppState>,
    /// Whose part of the start screen; none for the whole page.
    who: Option<&'static str>,
}

#[component]
fn Drawn(props: &DrawnProps) -> Html {
    let app = use_reducer(|| AppState::clone(&props.app));
    let inside = props.who.map_or_else(
        || html! { <Frame whole=true /> },
        |who| start::part(&app, who),
    );
    html! { <ContextProvider<AppHandle> context={app}>{ inside }</ContextProvider<AppHandle>> }
}

/// The page as it is drawn, or one part of the start screen; none without a runtime.
pub(crate) fn drawn(app: &Rc<AppState>, who: Option<&'static str>) -> Option<String> {
    let props = DrawnProps {
        app: Rc::clone(app),
        who,
    };
    written::<Drawn>(props)
}

/// A component as text.
pub(crate) fn written<C: BaseComponent>(props: C::Properties) -> Option<String> {
    let runtime = tokio::runtime::Builder::new_current_thread().build().ok()?;
    let renderer = LocalServerRenderer::<C>::with_props(props).hydratable(false);
    Some(tokio::task::LocalSet::new().block_on(&runtime, renderer.render()))
}
