//! What the application knows.

use std::rc::Rc;

use assess::{Assessment, Place, Problem};
use chrono::{Datelike, NaiveDate};
use dossier::{Dossier, Pledge};
use rulebook::{Book, SeasonDay};
use yew::prelude::*;

use super::history::History;
use super::{Action, Draft, FileShelf, Notice, Rules, SaveState};
use crate::screen::Screen;

/// What the application knows.
#[derive(Clone, Debug)]
pub(crate) struct AppState {
    /// The book, the seasons, the calendars.
    pub(crate) rules: Rules,
    /// The season that is judged.
    pub(crate) season: SeasonDay,
    /// Today, as the device says.
    pub(crate) today: NaiveDate,
    /// What was entered.
    pub(crate) dossier: Rc<Dossier>,
    /// What the engine says of it.
    pub(crate) assessment: Rc<Assessment>,
    /// The pledge, as given.
    pub(crate) pledge: Option<Rc<Pledge>>,
    /// Whether something was changed since the pledge was given.
    pub(crate) pledge_void: bool,
    /// The evidence files at hand.
    pub(crate) files: Rc<FileShelf>,
    /// Undo and redo.
    pub(crate) history: History,
    /// The screen that is shown.
    pub(crate) screen: Screen,
    /// Where to go straight back to when done here.
    pub(crate) return_to: Option<Screen>,
    /// The element that is to get the focus on this screen.
    pub(crate) focus: Option<String>,
    /// Rises with every arrival on a screen; zero until the first.
    pub(crate) visit: u64,
    /// What the person is told.
    pub(crate) notice: Option<Notice>,
    /// Whether the draft is kept.
    pub(crate) save_state: SaveState,
    /// Rises with every change: two states are equal when it is.
    pub(crate) revision: u64,
}

/// A handle of the state: reads it, and takes actions by `dispatch`.
pub(crate) type AppHandle = UseReducerHandle<AppState>;

/// What the application is opened with.
#[derive(Clone, Debug)]
pub(crate) struct Opening {
    /// The book, the seasons, the calendars.
    pub(crate) rules: Rules,
    /// Today.
    pub(crate) today: NaiveDate,
    /// The stored draft.
    pub(crate) draft: Option<Draft>,
    /// The screen that the address names.
    pub(crate) screen: Option<Screen>,
    /// What there is to tell.
    pub(crate) notice: Option<Notice>,
}

impl PartialEq for AppState {
    fn eq(&self, other: &Self) -> bool {
        self.revision == other.revision
    }
}

impl AppState {
    /// The state at the start.
    pub(crate) fn open(opening: Opening) -> Self {
        let Opening {
            rules,
            today,
            draft,
            screen,
            notice,
        } = opening;
        let (dossier, pledge, shown) = match draft {
            Some(draft) => (draft.dossier, draft.pledge, draft.screen),
            None => (rules.empty_dossier(), None, Screen::Start),
        };
        let season = rules.season(dossier.season.unwrap_or_else(|| today.year()));
        let assessment = rules.engine.assess(&dossier, &season, today);
        Self {
            season,
            today,
            assessment: Rc::new(assessment),
            // The bytes of evidence are not kept over a restart, so what was pledged is not at hand.
            pledge_void: pledge.is_some() && !dossier.files().is_empty(),
            pledge: pledge.map(Rc::new),
            dossier: Rc::new(dossier),
            files: Rc::default(),
            history: History::default(),
            screen: screen.unwrap_or(shown),
            return_to: None,
            focus: None,
            visit: 0,
            notice,
            save_state: SaveState::Nothing,
            revision: 0,
            rules,
        }
    }

    /// The book.
    pub(crate) fn book(&self) -> &Book {
        self.rules.book()
    }

    /// What is kept of the work.
    pub(crate) fn draft(&self) -> Draft {
        Draft {
            dossier: Dossier::clone(&self.dossier),
            pledge: self.pledge.as_deref().cloned(),
            screen: self.screen.clone(),
        }
    }

    /// Whether anything was entered.
    pub(crate) fn has_content(&self) -> bool {
        *self.dossier != self.rules.empty_dossier()
    }

    /// What is wrong or noteworthy, except where the person is just typing.
    pub(crate) fn problems(&self) -> impl Iterator<Item = &Problem> {
        let typing = self.history.typing();
        let problems = self.assessment.problems.iter();
        problems.filter(move |problem| Some(&problem.place) != typing)
    }

    /// What is wrong or noteworthy at a place, except while the person is typing there.
    pub(crate) fn problems_at<'a>(&'a self, place: &'a Place) -> impl Iterator<Item = &'a Problem> {
        self.problems()
            .filter(move |problem| problem.place == *place)
    }
}

impl Rules {
    /// A dossier in which nothing is answered.
    pub(crate) fn empty_dossier(&self) -> Dossier {
        Dossier::new(self.book().id.clone(), None)
    }
}

/// A callback that takes an action.
pub(crate) fn act<T: 'static>(app: &AppHandle, action: Action) -> Callback<T> {
    let dispatcher = app.dispatcher();
    Callback::from(move |_| dispatcher.dispatch(action.clone()))
}

/// The state of the application.
#[hook]
pub(crate) fn use_app() -> AppHandle {
    match use_context::<AppHandle>() {
        Some(app) => app,
        // INVARIANT: every component is drawn below the provider in `app.rs`.
        None => unreachable!("the state is provided at the root"),
    }
}
