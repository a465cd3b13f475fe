//! What is kept over a restart.

use dossier::{Answer, Dossier};
use package::digest::FileDigest;
use package::subject::File;

use super::support::{added, after, drawn, fresh, on_desk, opened, record, today, typed};
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
fn a_pledge_screen_or_file_that_cannot_be_read_does_not_lose_the_answers() {
    let draft = Draft {
        screen: Screen::Check,
        files: vec![file()],
        ..Draft::of(named("张三"))
    };
    let text = draft.write().replace("#/check", "#/of-a-later-version");
    let text = text.replacen('{', r#"{"pledge":{"format":"other"},"#, 1);
    let text = text.replace(&file().digest.hex(), "none");
    let read = Draft::read(&text).unwrap();
    assert_eq!(read.dossier, draft.dossier);
    assert_eq!(read.pledge, None);
    assert_eq!(read.files, []);
    assert_eq!(read.screen, Screen::Start);
}

#[test]
fn what_is_no_draft_is_refused() {
    for text in [
        "",
        "{",
        "[]",
        "{}",
        r#"{"format":"zhicheng-draft/3","dossier":{}}"#,
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
fn name_evidence_a_void_pledge_and_the_portal_are_kept() {
    let draft = Draft {
        label: "2026 年的".to_owned(),
        files: vec![file()],
        pledge: Some(pledge()),
        pledge_void: true,
        portal: "school".to_owned(),
        ..Draft::of(named("张三"))
    };
    assert_eq!(Draft::read(&draft.write()).unwrap(), draft);
    assert_eq!(draft.kept_names(), [file().digest.hex()]);
}

#[test]
fn a_draft_of_the_first_version_is_read() {
    let text = format!(
        r##"{{"dossier":{},"format":"zhicheng-draft/1","screen":"#/check"}}"##,
        named("张三").to_json().canonical()
    );
    let expected = Draft {
        screen: Screen::Check,
        ..Draft::of(named("张三"))
    };
    assert_eq!(Draft::read(&text).unwrap(), expected);
}

#[test]
fn a_pledge_is_void_after_a_restart_when_evidence_is_lacking() {
    let with_pledge = |dossier| Draft {
        pledge: Some(pledge()),
        ..Draft::of(dossier)
    };
    let whole = opened(Some(with_pledge(named("张三"))));
    assert!(whole.pledge.is_some());
    assert!(!whole.pledge_void);
    let mut dossier = named("张三");
    let proof = dossier::Evidence::File("身份证.pdf".to_owned());
    dossier
        .materials
        .insert("identity_card".to_owned(), vec![proof]);
    let lacking = opened(Some(with_pledge(dossier)));
    assert!(lacking.pledge.is_some());
    assert!(lacking.pledge_void);
}

#[test]
fn another_draft_begins_with_nothing_to_undo() {
    let app = after(&fresh(), [typed("name", "张三")]);
    let other = on_desk("d2", Some(Draft::of(named("李四"))));
    let app = after(&app, [Action::Open(Box::new(other)), Action::Undo]);
    assert_eq!(&*app.id, "d2");
    assert_eq!(*app.dossier, named("李四"));
    assert!(!app.history.can_undo());
}

#[test]
fn nothing_is_changed_while_another_tab_writes_the_draft() {
    let app = after(&fresh(), [typed("name", "张三"), Action::Elsewhere(true)]);
    let tried = after(&app, [typed("name", "李四"), Action::Undo, Action::Clear]);
    assert_eq!(tried.dossier, app.dossier);
    assert!(drawn(&tried).contains(wording::ui::drafts::TAKE_OVER));
    let back = after(&tried, [Action::Elsewhere(false), typed("name", "李四")]);
    assert_ne!(back.dossier, app.dossier);
}

#[test]
fn the_draft_has_the_name_that_the_person_gives_it() {
    let app = after(&fresh(), [Action::Rename("给单位看的".to_owned())]);
    assert_eq!(app.draft().label, "给单位看的");
}

fn named(name: &str) -> Dossier {
    let mut dossier = Dossier::new("zhejiang-safety-2019", None);
    let name = Answer::from_text(name);
    dossier.profile.insert("name".to_owned(), name);
    dossier
}

fn file() -> File {
    File {
        holder: "identity_card".to_owned(),
        name: "身份证.pdf".to_owned(),
        digest: FileDigest::of(b"%PDF"),
    }
}

fn pledge() -> dossier::Pledge {
    dossier::Pledge {
        subject: "a".repeat(64),
        statements: Vec::new(),
        name: "张三".to_owned(),
        date: today(),
        signature: Vec::new(),
    }
}
