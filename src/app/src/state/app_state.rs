//! What the application knows.

use std::rc::Rc;

use assess::{
    Assessment, BookRef, Conclusion, Judged, LevelLine, LevelOutline, Outline, Place, Problem,
    Reading,
};
use chrono::{Datelike, NaiveDate};
use dossier::{Dossier, Pledge};
use package::subject::File;
use rulebook::{Book, SeasonDay};
use yew::prelude::*;

use super::advice::Advice;
use super::history::History;
use super::{Action, Draft, FileShelf, Later, Notice, Rules, SaveState, SurveyState};
use crate::screen::Screen;

/// What the application knows.
#[derive(Clone, Debug)]
pub(crate) struct AppState {
    /// The book, the seasons, the calendars.
    pub(crate) rules: Rules,
    /// The id under which the draft is kept.
    pub(crate) id: Rc<str>,
    /// What the person calls the draft; empty for what it is called by itself.
    pub(crate) label: Rc<str>,
    /// Whether another tab writes this draft, so that nothing may be changed here.
    pub(crate) elsewhere: bool,
    /// The season that is judged.
    pub(crate) season: SeasonDay,
    /// Today, as the device says.
    pub(crate) today: NaiveDate,
    /// What was entered.
    pub(crate) dossier: Rc<Dossier>,
    /// What the engine says of it; nothing until there is one.
    pub(crate) assessment: Rc<Assessment>,
    /// The reading that it is of, once it is.
    pub(crate) judged_of: Option<Rc<Reading>>,
    /// Whether that is of what stood there before the last key; see [`Action::Judge`].
    pub(crate) stale: bool,
    /// While it is, what the live verdict shows, unless that takes a whole assessment.
    pub(crate) outline: Option<Rc<Outline>>,
    /// How many judgements were made, so that two spells of typing are told apart.
    pub(crate) judgements: u64,
    /// What it advises.
    pub(crate) advice: Advice,
    /// What the person left out on the way that asks only what is needed.
    pub(crate) left_out: Vec<Place>,
    /// The pledge, as given.
    pub(crate) pledge: Option<Rc<Pledge>>,
    /// Whether something was changed since the pledge was given.
    pub(crate) pledge_void: bool,
    /// The portal that the files are held against; see [`Draft::portal`].
    pub(crate) portal: Rc<str>,
    /// The evidence files at hand.
    pub(crate) files: Rc<FileShelf>,
    /// The SHA-256 of evidence for which the browser has no room.
    pub(crate) unkept: Rc<Vec<[u8; 32]>>,
    /// Rises with every change of dossier, pledge or files.
    pub(crate) content: u64,
    /// What the worker said last, and of which content.
    pub(crate) surveyed: (u64, SurveyState),
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
    /// What another version of the book has changed, until the person has seen it; see
    /// [`Draft::changed`].
    pub(crate) changed: Rc<Vec<String>>,
    /// The verdicts that the draft was opened with, until the engine is there to compare them.
    pub(crate) uncompared: Option<Rc<Judged>>,
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
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Opening {
    /// The book, the seasons, the calendars.
    pub(crate) rules: Rules,
    /// Today.
    pub(crate) today: NaiveDate,
    /// The draft.
    pub(crate) opened: Opened,
    /// Whether the draft is kept.
    pub(crate) save_state: SaveState,
}

/// A draft that is to be worked on.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Opened {
    /// The id under which it is kept.
    pub(crate) id: Rc<str>,
    /// The draft; none for a new one.
    pub(crate) draft: Option<Draft>,
    /// Its evidence.
    pub(crate) files: FileShelf,
    /// Whether another tab writes it.
    pub(crate) elsewhere: bool,
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
            opened,
            save_state,
        } = opening;
        let dossier = rules.empty_dossier();
        let season = rules.season(today.year());
        let assessment = unjudged(&rules, &season);
        let mut state = Self {
            id: opened.id.clone(),
            label: Rc::default(),
            elsewhere: false,
            season,
            today,
            assessment: Rc::new(assessment),
            judged_of: None,
            stale: false,
            outline: None,
            judgements: 0,
            advice: Advice::default(),
            left_out: Vec::new(),
            pledge_void: false,
            portal: Rc::default(),
            pledge: None,
            dossier: Rc::new(dossier),
            files: Rc::default(),
            unkept: Rc::default(),
            content: 0,
            surveyed: (0, SurveyState::Awaited),
            history: History::default(),
            screen: Screen::Start,
            return_to: None,
            focus: None,
            visit: 0,
            changed: Rc::default(),
            uncompared: None,
            notice: None,
            save_state,
            revision: 0,
            rules,
        };
        state.begin(opened);
        state
    }

    /// The book.
    pub(crate) fn book(&self) -> &Book {
        self.rules.book()
    }

    /// What is kept of the work.
    pub(crate) fn draft(&self) -> Draft {
        let named = self.dossier.files().into_iter();
        let at_hand = named.filter_map(|(holder, name)| {
            let holder = holder.to_owned();
            let file = self.files.get(&holder, name)?;
            let (name, digest) = (name.to_owned(), file.digest);
            Some(File {
                holder,
                name,
                digest,
            })
        });
        Draft {
            label: self.label.as_ref().to_owned(),
            dossier: Dossier::clone(&self.dossier),
            files: at_hand.collect(),
            pledge: self.pledge.as_deref().cloned(),
            pledge_void: self.pledge_void,
            portal: self.portal.as_ref().to_owned(),
            judged: self.judged(),
            changed: self.changed.as_ref().clone(),
            screen: self.screen.clone(),
        }
    }

    /// The last verdicts; those that the draft was opened with until there are others.
    pub(crate) fn judged(&self) -> Option<Judged> {
        match self.rules.later {
            Ok(_) => Some(self.assessment.judged()),
            Err(_) => self.uncompared.as_deref().cloned(),
        }
    }

    /// What the worker says of exactly what is entered now.
    pub(crate) fn survey(&self) -> &SurveyState {
        match &self.surveyed {
            (content, survey) if *content == self.content => survey,
            _ => &SurveyState::Awaited,
        }
    }

    /// Whether this is a kiosk: nothing is kept, and no name of a file names the person.
    pub(crate) fn is_kiosk(&self) -> bool {
        self.save_state == SaveState::Kiosk
    }

    /// Whether anything was entered.
    pub(crate) fn has_content(&self) -> bool {
        *self.dossier != self.rules.empty_dossier()
    }

    /// Whether anything was judged so far.
    pub(crate) fn is_judged(&self) -> bool {
        !self.assessment.levels.is_empty()
    }

    /// What the outline says of a level, while there is one.
    pub(crate) fn outlined(&self, level: &LevelLine) -> Option<&LevelOutline> {
        let mut levels = self.outline.iter().flat_map(|outline| &outline.levels);
        levels.find(|outlined| outlined.id == level.id)
    }

    /// What is concluded of a level.
    pub(crate) fn conclusion<'a>(&'a self, level: &'a LevelLine) -> &'a Conclusion {
        let outlined = self.outlined(level);
        outlined.map_or(&level.conclusion, |outlined| &outlined.conclusion)
    }

    /// What is wrong or noteworthy, except where the person is just typing.
    pub(crate) fn problems(&self) -> impl Iterator<Item = &Problem> {
        let typing = self.history.typing();
        let outline = self.outline.as_ref();
        let problems = outline.map_or(&self.assessment.problems, |outline| &outline.problems);
        let problems = problems.iter();
        problems.filter(move |problem| Some(&problem.place) != typing)
    }

    /// A problem in words.
    pub(crate) fn told(&self, problem: &Problem) -> AttrValue {
        // Without the second part nothing is judged, and there is none.
        let told = |later: Later| (later.behind.told)(self.book(), problem);
        self.rules.later.map(told).unwrap_or_default().into()
    }

    /// What is wrong or noteworthy at a place, except while the person is typing there.
    pub(crate) fn problems_at<'a>(&'a self, place: &'a Place) -> impl Iterator<Item = &'a Problem> {
        self.problems()
            .filter(move |problem| problem.place == *place)
    }
}

/// What there is before the engine is: nothing of any level.
pub(super) fn unjudged(rules: &Rules, season: &SeasonDay) -> Assessment {
    let book = rules.book();
    Assessment {
        book: BookRef {
            id: book.id.clone(),
            version: book.version.clone(),
            digest: String::new(),
        },
        season: season.year,
        cut_off: season.cut_off,
        levels: Vec::new(),
        score: None,
        notices: Vec::new(),
        problems: Vec::new(),
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
