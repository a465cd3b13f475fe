//! How far each task is.

use assess::{Place, Severity};
use rulebook::{Material, Provider};
use wording::Labels;

use crate::screen::Screen;
use crate::state::AppState;

/// How far a task is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Progress {
    /// Nothing was done.
    Todo,
    /// Something is missing.
    Partly,
    /// Something is refused.
    Mend,
    /// Nothing is missing.
    Done,
}

impl Progress {
    /// From what was done and what there is to do.
    fn of(done: usize, all: usize) -> Self {
        if done >= all {
            Self::Done
        } else if done == 0 {
            Self::Todo
        } else {
            Self::Partly
        }
    }
}

/// How far the task of a screen is; none for screens on which nothing is done.
pub(crate) fn progress(app: &AppState, screen: &Screen) -> Option<Progress> {
    match screen {
        Screen::Questions(id) => Some(of_questions(app, id)),
        Screen::List(list) => Some(of_list(app, list)),
        Screen::Materials => Some(of_materials(app)),
        Screen::Pledge => Some(of_pledge(app)),
        _ => None,
    }
}

fn of_questions(app: &AppState, screen: &str) -> Progress {
    let asked = Labels::new(app.book()).questions_of(screen);
    let of_screen = |place: &Place| match place {
        Place::Question(id) => asked.iter().any(|question| question.id == *id),
        _ => false,
    };
    if is_refused(app, of_screen) {
        return Progress::Mend;
    }
    let answered = asked
        .iter()
        .filter(|question| app.dossier.answer(&question.id).is_some());
    Progress::of(answered.count(), asked.len())
}

fn of_list(app: &AppState, list: &str) -> Progress {
    let of_list = |place: &Place| match place {
        Place::Field { list: of, .. } | Place::Record { list: of, .. } | Place::List(of) => {
            of == list
        }
        Place::Question(_) => false,
    };
    if is_refused(app, of_list) {
        return Progress::Mend;
    }
    let records = app.dossier.records(list);
    let labels = wording::Labels::new(app.book());
    let whole = records.iter().all(|record| {
        let fields = labels.fields_of(list, record);
        fields
            .iter()
            .all(|field| record.answer(&field.id).is_some())
    });
    match (app.dossier.is_complete(list), records.is_empty()) {
        (true, _) if whole => Progress::Done,
        (false, true) => Progress::Todo,
        _ => Progress::Partly,
    }
}

fn of_materials(app: &AppState) -> Progress {
    let asked: Vec<_> = own_materials(app).collect();
    let given = asked
        .iter()
        .filter(|material| app.dossier.materials.contains_key(&material.id));
    Progress::of(given.count(), asked.len())
}

fn of_pledge(app: &AppState) -> Progress {
    match (&app.pledge, app.pledge_void) {
        (Some(_), false) => Progress::Done,
        (Some(_), true) => Progress::Mend,
        (None, _) => Progress::Todo,
    }
}

/// The papers that the applicant attaches to the application as a whole, for the level applied
/// for; for every level while none is chosen.
pub(crate) fn own_materials(app: &AppState) -> impl Iterator<Item = &Material> {
    let level = app.dossier.answer(&app.book().roles.level);
    let level = level.and_then(dossier::Answer::text);
    let materials = app.book().material.iter();
    materials.filter(move |material| {
        let of_level = level.is_none_or(|level| {
            material.level.is_empty() || material.level.iter().any(|id| id == level)
        });
        material.by == Provider::Applicant && material.list.is_none() && of_level
    })
}

fn is_refused(app: &AppState, at: impl Fn(&Place) -> bool) -> bool {
    let mut problems = app.problems();
    problems.any(|problem| problem.severity() == Severity::Refused && at(&problem.place))
}
