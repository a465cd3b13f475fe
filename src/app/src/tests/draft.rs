//! What is kept over a restart.

use dossier::{Answer, Dossier};

use super::support::{added, after, fresh, record, today, typed};
use crate::screen::Screen;
use crate::state::{Action, Draft};

#[test]
fn a_draft_is_read_as_it_was_written() {
    let app = after(
        &fresh(),
        [
            typed("name", "阿依古丽·买买提"),
            typed("birth_date", "八七年二月"),
            added("titles", record("t1", &[("level", "engineer")])),
            Action::Go(Screen::List("titles".to_owned())),
        ],
    );
    let draft = app.draft();
    assert_eq!(Draft::read(&draft.write()).unwrap(), draft);
    assert_eq!(draft.screen, Screen::List("titles".to_owned()));
}

#[test]
fn a_pledge_or_screen_that_cannot_be_read_does_not_lose_the_answers() {
    let mut dossier = Dossier::new("zhejiang-safety-2019", None);
    dossier
        .profile
        .insert("name".to_owned(), Answer::from_text("张三"));
    let draft = Draft {
        dossier,
        pledge: None,
        screen: Screen::Check,
    };
    let text = draft.write().replace("#/check", "#/of-a-later-version");
    let text = text.replacen('{', r#"{"pledge":{"format":"other"},"#, 1);
    let read = Draft::read(&text).unwrap();
    assert_eq!(read.dossier, draft.dossier);
    assert_eq!(read.pledge, None);
    assert_eq!(read.screen, Screen::Start);
}

#[test]
fn what_is_no_draft_is_refused() {
    for text in [
        "",
        "{",
        "[]",
        "{}",
        r#"{"format":"zhicheng-draft/2","dossier":{}}"#,
    ] {
        assert!(Draft::read(text).is_err(), "{text}");
    }
    let whole = fresh().draft().write();
    for end in 1..whole.len() {
        if let Some(cut) = whole.get(..end) {
            assert!(Draft::read(cut).is_err(), "{cut}");
        }
    }
}

#[test]
fn a_pledge_over_files_is_void_after_a_restart() {
    let mut dossier = Dossier::new("zhejiang-safety-2019", None);
    let proof = dossier::Evidence::File("身份证.pdf".to_owned());
    dossier
        .materials
        .insert("identity_card".to_owned(), vec![proof]);
    let pledge = dossier::Pledge {
        subject: "a".repeat(64),
        statements: Vec::new(),
        name: "张三".to_owned(),
        date: today(),
        signature: Vec::new(),
    };
    let draft = Draft {
        dossier,
        pledge: Some(pledge),
        screen: Screen::Pledge,
    };
    let read = Draft::read(&draft.write()).unwrap();
    let app = crate::state::AppState::open(crate::state::Opening {
        rules: crate::state::Rules::shipped().unwrap(),
        today: today(),
        draft: Some(read),
        screen: None,
        notice: None,
    });
    assert!(app.pledge.is_some());
    assert!(app.pledge_void);
    assert_eq!(app.screen, Screen::Pledge);
}
