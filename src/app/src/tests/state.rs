//! What happens, and what follows.

use std::rc::Rc;

use assess::Place;
use chrono::NaiveDate;
use dossier::{Answer, Dossier, Edit, Holder, Pledge};
use yew::Reducible as _;

use super::support::{added, after, answer, entered, fresh, record, today, typed};
use crate::screen::Screen;
use crate::state::{Action, AppState, Draft, Notice};

fn pledge() -> Pledge {
    Pledge {
        subject: "0".repeat(64),
        statements: Vec::new(),
        name: "张三".to_owned(),
        date: today(),
        signature: Vec::new(),
    }
}

fn name(app: &AppState) -> Option<&str> {
    app.dossier.answer("name").and_then(Answer::text)
}

#[test]
fn typing_at_one_place_is_one_step_of_undo() {
    let app = after(&fresh(), [typed("name", "张"), typed("name", "张三")]);
    assert_eq!(name(&app), Some("张三"));
    assert_eq!(name(&after(&app, [Action::Undo])), None);
    let left = after(
        &app,
        [Action::Settle, typed("name", "张三丰"), Action::Undo],
    );
    assert_eq!(name(&left), Some("张三"));
}

#[test]
fn two_spells_of_typing_are_told_apart_and_two_keys_of_one_are_not() {
    let type_on = |app: &Rc<AppState>, text| Rc::clone(app).reduce(typed("name", text));
    let first = type_on(&fresh(), "张");
    let more = type_on(&first, "张三");
    assert!(first.stale && more.stale && more.outline.is_none());
    assert_eq!(more.judgements, first.judgements);
    let next = type_on(&more.reduce(Action::Judge), "张三丰");
    assert!(next.stale);
    assert_ne!(next.judgements, first.judgements);
}

#[test]
fn a_key_leaves_the_verdict_at_hand_while_answers_are_missing() {
    let app = after(&fresh(), [typed("name", "张"), Action::Judge]);
    let level = app.assessment.levels.first().unwrap().clone();
    assert!(level.conclusion.verdict.is_open());
    let longer = Rc::clone(&app).reduce(typed("name", "张三"));
    assert!(longer.stale);
    let outline = longer.outline.clone().unwrap();
    assert_eq!(
        outline.problems,
        longer.reduce(Action::Judge).assessment.problems
    );
    let edit = Edit::Answer {
        question: "front_line_years".to_owned(),
        answer: Some(Answer::Number(json::Decimal::from_int(1).unwrap())),
    };
    let place = Place::Question("front_line_years".to_owned());
    let counted = app.reduce(Action::Type(place, edit));
    let outline = counted.outline.clone().unwrap();
    let whole = &counted.reduce(Action::Judge).assessment;
    let conclusions = whole.levels.iter().map(|level| &level.conclusion);
    assert!(
        outline
            .levels
            .iter()
            .map(|level| &level.conclusion)
            .eq(conclusions)
    );
    assert_eq!(outline.total, whole.score.as_ref().map(|score| score.total));
}

#[test]
fn what_was_undone_can_be_made_again_until_something_else_is_done() {
    let app = after(&fresh(), [typed("name", "张三"), Action::Undo]);
    assert!(app.history.can_redo());
    let again = after(&app, [Action::Redo]);
    assert_eq!(name(&again), Some("张三"));
    let other = after(&app, [answer("in_post", Answer::YesNo(true))]);
    assert!(!other.history.can_redo());
}

#[test]
fn an_edit_that_changes_nothing_is_no_step() {
    let app = after(&fresh(), [typed("name", "张三"), Action::Settle]);
    let same = after(&app, [typed("name", "张三")]);
    assert_eq!(same.revision, app.revision);
    let nowhere = Edit::Remove {
        record: "nowhere".to_owned(),
    };
    assert_eq!(after(&app, [Action::Edit(nowhere)]).revision, app.revision);
}

#[test]
fn a_removed_record_comes_back_by_undo() {
    let app = after(
        &fresh(),
        [added("degrees", record("d1", &[("level", "master")]))],
    );
    let remove = Edit::Remove {
        record: "d1".to_owned(),
    };
    let without = after(&app, [Action::Edit(remove)]);
    assert_eq!(without.notice, Some(Notice::Removed));
    assert!(without.dossier.records("degrees").is_empty());
    assert_eq!(after(&without, [Action::Undo]).dossier, app.dossier);
}

#[test]
fn every_change_is_judged_at_once_and_a_start_on_demand() {
    assert!(!fresh().is_judged());
    let app = after(&fresh(), [Action::Judge]);
    let ban = answer(
        "misconduct_year",
        Answer::Number(json::Decimal::from_int(2025).unwrap()),
    );
    let barred = after(&app, [ban]);
    let verdict = |app: &crate::state::AppState| {
        let level = app.assessment.levels.first().unwrap();
        level.clause("G4").unwrap().conclusion.verdict
    };
    assert_eq!(verdict(&app), assess::Verdict::Open);
    assert_eq!(verdict(&barred), assess::Verdict::NotMet);
    assert_eq!(
        verdict(&after(&barred, [Action::Undo])),
        assess::Verdict::Open
    );
}

#[test]
fn the_season_moves_the_cut_off_day() {
    let app = fresh();
    assert_eq!(
        app.season.cut_off,
        NaiveDate::from_ymd_opt(2026, 12, 31).unwrap()
    );
    let later = after(&app, [Action::Edit(Edit::Season(Some(2027)))]);
    assert_eq!(
        later.season.cut_off,
        NaiveDate::from_ymd_opt(2027, 12, 31).unwrap()
    );
    assert_eq!(later.assessment.season, 2027);
}

#[test]
fn any_change_voids_the_pledge_and_a_new_one_heals_it() {
    let app = after(
        &fresh(),
        [typed("name", "张三"), Action::SetPledge(Some(pledge()))],
    );
    assert!(!app.pledge_void);
    let changed = after(&app, [answer("in_post", Answer::YesNo(true))]);
    assert!(changed.pledge.is_some());
    assert!(changed.pledge_void);
    let undone = after(&app, [Action::Undo]);
    assert!(undone.pledge_void);
    let again = after(&changed, [Action::SetPledge(Some(pledge()))]);
    assert!(!again.pledge_void);
    let elsewhere = after(&app, [Action::Go(Screen::Result)]);
    assert!(!elsewhere.pledge_void);
}

#[test]
fn opening_and_clearing_can_be_undone() {
    let app = after(&fresh(), [typed("name", "张三")]);
    let opened = after(
        &app,
        [Action::Load(Box::new(Draft::of(Dossier::new(
            "zhejiang-safety-2019",
            Some(2026),
        ))))],
    );
    assert_eq!(name(&opened), None);
    assert_eq!(opened.screen, Screen::Tasks);
    assert_eq!(opened.notice, Some(Notice::Opened));
    assert_eq!(name(&after(&opened, [Action::Undo])), Some("张三"));
    let cleared = after(&app, [Action::Clear]);
    assert!(!cleared.has_content());
    assert_eq!(name(&after(&cleared, [Action::Undo])), Some("张三"));
}

#[test]
fn from_the_check_screen_one_changes_and_comes_straight_back() {
    let list = || Screen::List("degrees".to_owned());
    let change = Action::Change {
        screen: list(),
        focus: None,
    };
    let app = after(&fresh(), [Action::Go(Screen::Check), change]);
    assert_eq!(app.return_to, Some(Screen::Check));
    let inside = Screen::Record {
        list: "degrees".to_owned(),
        record: "d1".to_owned(),
    };
    let inside = after(&app, [Action::Go(inside), Action::Go(list())]);
    assert_eq!(inside.return_to, Some(Screen::Check));
    assert_eq!(after(&inside, [Action::Go(Screen::Check)]).return_to, None);
    assert_eq!(after(&inside, [Action::Go(Screen::Result)]).return_to, None);
}

#[test]
fn what_is_wrong_is_not_said_while_a_person_is_typing_there() {
    let app = after(&fresh(), [typed("birth_date", "19")]);
    assert_eq!(app.problems().count(), 0);
    let left = after(&app, [Action::Settle]);
    assert_eq!(left.problems().count(), 1);
}

#[test]
fn taking_a_file_away_names_it_no_more() {
    let attach = Edit::Attach {
        holder: Holder::Record("d1".to_owned()),
        evidence: dossier::Evidence::File("证书.pdf".to_owned()),
    };
    let app = after(
        &fresh(),
        [added("degrees", record("d1", &[])), Action::Edit(attach)],
    );
    assert_eq!(app.dossier.files(), [("d1", "证书.pdf")]);
    let holder = Holder::Record("d1".to_owned());
    let name = "证书.pdf".to_owned();
    let without = after(&app, [Action::RemoveFile { holder, name }]);
    assert!(without.dossier.files().is_empty());
}

#[test]
fn what_is_typed_where_all_is_settled_is_outlined_at_once_and_judged_later() {
    let app = entered();
    assert!(
        app.assessment
            .levels
            .iter()
            .all(|level| !level.conclusion.verdict.is_open())
    );
    let number = Answer::Number(json::Decimal::from_int(1).unwrap());
    let place = Place::Question("front_line_years".to_owned());
    let edit = Edit::Answer {
        question: "front_line_years".to_owned(),
        answer: Some(number),
    };
    let typed = Rc::clone(&app).reduce(Action::Type(place, edit));
    assert!(typed.stale);
    let outline = typed.outline.clone().unwrap();
    let judged = typed.reduce(Action::Judge);
    assert!(!judged.stale && judged.outline.is_none());
    assert_eq!(outline.problems, judged.assessment.problems);
    for level in &outline.levels {
        let whole = judged
            .assessment
            .levels
            .iter()
            .find(|other| other.id == level.id);
        let whole = whole.unwrap();
        assert_eq!(level.conclusion, whole.conclusion);
        assert_eq!(level.recommended, whole.recommended);
    }
}
