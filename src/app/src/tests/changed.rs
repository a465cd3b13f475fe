//! A draft that was judged by another version of the rule book.

use std::rc::Rc;

use assess::Judged;
use dossier::Answer;
use json::Json;

use super::support::{after, answer, drawn_on, entered, opened};
use crate::screen::Screen;
use crate::state::{Action, AppState, Draft};

/// What was entered, as the version before judged it: not in post, by its reading.
pub(super) fn of_the_version_before() -> Draft {
    let draft = entered().draft();
    let reference = entered().rules.engine().reference().clone();
    let text = draft.judged.clone().unwrap().to_json().canonical();
    let text = text
        .replace(&reference.digest, &"0".repeat(64))
        .replace(&reference.version, "0.9.0")
        .replace("\"G1\":\"met\"", "\"G1\":\"not_met\"");
    let judged = Judged::from_json(&Json::parse(text.as_bytes()).unwrap());
    Draft {
        judged,
        screen: Screen::Result,
        ..draft
    }
}

fn opened_anew(draft: &Draft) -> Rc<AppState> {
    opened(Some(Draft::read(&draft.write()).unwrap()))
}

#[test]
fn what_another_version_changed_is_listed_with_its_clause_until_it_was_seen() {
    let app = opened_anew(&of_the_version_before());
    assert!(
        app.changed[0].starts_with("规则书从 0.9.0 换成 "),
        "{:?}",
        app.changed
    );
    assert!(app.notice.is_some());
    let page = drawn_on(&app, Screen::Tasks);
    assert!(page.contains("规则书换了版本"), "{page}");
    assert!(
        page.contains("高级工程师 G1 在职在岗：不满足 → 满足"),
        "{page}"
    );
    // A change of one's own is none of the book; a reload keeps what was not seen yet.
    let edited = after(&app, [answer("in_post", Answer::YesNo(false))]);
    let again = opened_anew(&edited.draft());
    assert_eq!(again.changed, app.changed);
    let seen = after(&again, [Action::SeenChanges]);
    assert!(!drawn_on(&seen, Screen::Tasks).contains("规则书换了版本"));
    let later = opened_anew(&seen.draft());
    assert!(later.changed.is_empty() && later.notice.is_none());
}

#[test]
fn a_dossier_file_and_a_package_tell_what_changed_too() {
    let draft = of_the_version_before();
    let bytes = draft.dossier_file().pretty().into_bytes();
    let read = Draft::of_dossier_file(&bytes).unwrap();
    assert_eq!(read.judged, draft.judged);
    let opened = after(&opened(None), [Action::Load(Box::new(read))]);
    assert_eq!(opened.changed, opened_anew(&draft).changed);
    let assessment = entered().assessment.to_json();
    assert_eq!(
        Judged::from_json(&assessment),
        Some(entered().assessment.judged())
    );
}

#[test]
fn the_same_version_and_another_book_have_nothing_to_tell() {
    let same = opened_anew(&entered().draft());
    assert!(same.changed.is_empty() && same.notice.is_none());
    let mut other = of_the_version_before();
    let judged = other.judged.as_mut().unwrap();
    judged.book.id = "another".to_owned();
    assert!(opened_anew(&other).changed.is_empty());
}

#[test]
fn an_answer_that_no_longer_fits_is_kept_and_shown() {
    let mut draft = of_the_version_before();
    let profile = &mut draft.dossier.profile;
    profile.insert("asked_before".to_owned(), Answer::from_text("三级"));
    profile.insert("workplace_tier".to_owned(), Answer::from_text("village"));
    let app = opened_anew(&draft);
    let page = drawn_on(&app, Screen::Tasks);
    for told in ["asked_before", "三级", "village"] {
        assert!(page.contains(told), "{told}: {page}");
    }
    let seen = after(&app, [Action::SeenChanges]);
    assert!(drawn_on(&seen, Screen::Tasks).contains("三级"));
    let kept = opened_anew(&seen.draft());
    assert_eq!(kept.dossier.profile, draft.dossier.profile);
}
