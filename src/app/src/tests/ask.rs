//! The way that asks only what is needed, and advice on the result.

use std::rc::Rc;

use assess::{Place, RouteId};
use dossier::{Answer, Dossier, Edit};

use super::support::{added, after, answer, drawn, drawn_on, entered, fresh, record};
use crate::screen::Screen;
use crate::state::{Action, AppState, Guide};

/// On to the next question.
fn next(app: &Rc<AppState>) -> Rc<AppState> {
    after(app, [Action::Guide(Guide::Next)])
}

/// The question that is shown, if one is.
fn asked(app: &AppState) -> Option<Place> {
    match &app.screen {
        Screen::Ask(place) => place.clone(),
        other => panic!("{other:?} asks nothing"),
    }
}

/// Answers what is asked as another dossier does.
fn answered(app: &Rc<AppState>, place: &Place, as_in: &Dossier) -> Rc<AppState> {
    match place {
        Place::Question(id) => after(app, [answer(id, as_in.answer(id).cloned())]),
        Place::List(list) => {
            let records = as_in.records(list).iter().cloned();
            let mut actions: Vec<Action> = records
                .map(|record| added(list, dossier::Record::clone(&record)))
                .collect();
            actions.push(Action::Edit(Edit::Complete {
                list: list.clone(),
                complete: true,
            }));
            after(app, actions)
        }
        other => panic!("{other:?} was asked although no record lacks it"),
    }
}

/// The advice on every route, as it comes in while the result is shown.
fn advised(app: &Rc<AppState>) -> Rc<AppState> {
    let mut app = Rc::clone(app);
    while let Some(wanted) = app.wanted() {
        let found = app.advise_now(wanted);
        let dossier = Rc::clone(&app.dossier);
        app = after(&app, [Action::Guide(Guide::Found(dossier, found))]);
    }
    app
}

#[test]
fn from_nothing_the_questions_lead_to_the_verdict_and_stop() {
    let whole = entered();
    let mut app = next(&fresh());
    let level = Place::Question("target_level".to_owned());
    assert_eq!(asked(&app), Some(level), "the level comes first");
    let mut seen: Vec<Place> = Vec::new();
    while let Some(place) = asked(&app) {
        assert!(!seen.contains(&place), "{place:?} was asked twice");
        assert!(!app.is_settled(), "{place:?} was asked of a settled matter");
        app = answered(&app, &place, &whole.dossier);
        seen.push(place);
        app = next(&app);
    }
    assert!(app.is_settled());
    let verdict = |app: &AppState| app.assessment.levels[0].conclusion.verdict;
    assert_eq!(verdict(&app), verdict(&whole));
    let all = app.book().question.len() + app.book().list.len();
    assert!(
        seen.len() * 2 < all,
        "{} of {all} were asked: {seen:?}",
        seen.len()
    );
    let page = drawn(&app);
    assert!(page.contains("结论定了，不用再答了"), "{page}");
    assert!(page.contains("高级工程师：不满足（参考结论）"));
}

#[test]
fn what_is_not_known_is_left_out_until_it_is_asked_again() {
    let app = next(&next(&fresh()));
    let first = asked(&app).unwrap();
    let second = next(&app);
    assert_ne!(asked(&second), Some(first));
    let mut app = second;
    while asked(&app).is_some() {
        app = next(&app);
    }
    let page = drawn(&app);
    assert!(page.contains("剩下的都是您跳过的") && page.contains("把跳过的再问一遍"));
    assert!(page.contains("高级工程师：待定"));
    let again = after(&app, [Action::Guide(Guide::Again)]);
    assert_eq!(
        asked(&again),
        Some(Place::Question("target_level".to_owned()))
    );
}

#[test]
fn a_question_says_why_it_is_asked_and_what_hangs_on_it() {
    let award = [
        ("kind", "award"),
        ("title", "科技进步奖"),
        ("date", "2023-11-10"),
        ("grade", "national"),
        ("project_key", "p"),
    ];
    let app = next(&after(
        &entered(),
        [
            added("achievements", record("a9", &award)),
            answer("in_post", None),
            Action::Go(Screen::Ask(None)),
        ],
    ));
    let id = "in_post";
    assert_eq!(asked(&app), Some(Place::Question(id.to_owned())));
    let mut questions = app.book().question.iter();
    let question = questions.find(|question| question.id == id).unwrap();
    let page = drawn(&app);
    for told in [&question.label, &question.why, &question.locator] {
        assert!(page.contains(told.as_str()), "{told}");
    }
    assert!(page.contains("答案关系到能不能报高级工程师。"), "{page}");
    assert!(page.contains("不清楚，先跳过"));
    assert!(page.contains("最多还有"));
    let said = drawn(&after(&app, [answer(id, Answer::YesNo(true))]));
    assert!(said.contains("高级工程师：满足（参考结论）"), "{said}");
    assert!(said.contains("结论定了，不用再答了") && said.contains(">看结论<"));
}

#[test]
fn the_records_of_a_list_that_is_asked_for_lead_back_to_the_question() {
    let list = "achievements".to_owned();
    let question = Screen::Ask(Some(Place::List(list.clone())));
    let new = Screen::Record {
        list: list.clone(),
        record: "a9".to_owned(),
    };
    let app = after(
        &fresh(),
        [
            Action::Go(question.clone()),
            added(&list, record("a9", &[("kind", "honour")])),
            Action::Go(Screen::NewRecord(list.clone())),
            Action::Go(new),
        ],
    );
    assert_eq!(crate::flow::home(&app, &list), question);
    let page = drawn(&app);
    assert!(page.contains("href=\"#/ask/list/achievements\""), "{page}");
    let back = after(&app, [Action::Go(question)]);
    assert_eq!(crate::flow::home(&back, &list), Screen::List(list));
}

#[test]
fn a_missing_field_of_a_record_is_asked_by_itself() {
    let place = Place::Field {
        list: "achievements".to_owned(),
        record: "a1".to_owned(),
        field: "role".to_owned(),
    };
    let page = drawn_on(&entered(), Screen::Ask(Some(place)));
    assert!(page.contains("园区评价”：您的角色"), "{page}");
    let nowhere = Place::Question("nowhere".to_owned());
    assert!(drawn_on(&entered(), Screen::Ask(Some(nowhere))).contains("这里没有内容"));
}

#[test]
fn gaps_lead_to_their_fields_and_stay_folded_where_they_would_move_something() {
    let unfolded = "<details class=\"details route__advice\" open";
    let open = Edit::Complete {
        list: "achievements".to_owned(),
        complete: false,
    };
    let app = after(&entered(), [Action::Edit(open), Action::Go(Screen::Result)]);
    assert!(drawn(&app).contains("正在算"));
    let app = advised(&app);
    let here = drawn(&app);
    assert!(
        here.contains("答出下面任何一组，就可能定为“满足”"),
        "{here}"
    );
    assert!(!here.contains(unfolded));
    let elsewhere = after(&app, [Action::Go(Screen::Score)]);
    let back = drawn_on(&elsewhere, Screen::Result);
    assert!(back.contains(unfolded));
    let id = RouteId {
        level: "senior",
        route: "standard",
    };
    let gaps = &app.route_advice(id).unwrap().gaps;
    assert!(
        gaps.meet
            .contains(&vec![Place::List("achievements".to_owned())])
    );
}

#[test]
fn advice_on_another_dossier_is_not_taken() {
    let app = after(&entered(), [Action::Go(Screen::Result)]);
    let wanted = app.wanted().unwrap();
    let found = app.advise_now(wanted.clone());
    let old = Rc::clone(&app.dossier);
    let app = after(
        &app,
        [
            answer("front_line_years", None),
            Action::Guide(Guide::Found(old, found)),
        ],
    );
    assert_eq!(app.wanted(), Some(wanted));
}
