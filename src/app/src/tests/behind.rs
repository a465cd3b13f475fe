//! What happens before the second part of the module is there, and when it comes.

use std::rc::Rc;

use dossier::Answer;

use super::changed::of_the_version_before;
use super::support::{after, answer, drawn_on, entered, opened, opened_early};
use crate::behind::BEHIND;
use crate::screen::Screen;
use crate::state::{Action, AppState, Draft, Later};

fn arrived(app: &Rc<AppState>) -> Rc<AppState> {
    let later = Later::new(&BEHIND, &app.rules).unwrap();
    after(app, [Action::Arrived(later)])
}

#[test]
fn what_was_answered_before_is_judged_when_it_comes() {
    let change = || answer("in_post", Answer::YesNo(false));
    let early = after(&opened_early(Some(entered().draft())), [change()]);
    assert!(early.assessment.levels.is_empty() && early.rules.later.is_err());
    let whole = after(&opened(Some(entered().draft())), [change()]);
    let app = arrived(&early);
    assert_eq!(app.dossier, whole.dossier);
    assert_eq!(app.assessment, whole.assessment);
    assert_eq!(app.draft(), whole.draft());
}

#[test]
fn the_verdicts_of_an_older_version_are_kept_and_compared_when_it_comes() {
    let draft = of_the_version_before();
    let early = opened_early(Some(draft.clone()));
    assert!(early.changed.is_empty() && early.notice.is_none());
    // A tab that is closed by then loses none of it.
    assert_eq!(early.draft().judged, draft.judged);
    let again = opened_early(Some(Draft::read(&early.draft().write()).unwrap()));
    let app = arrived(&again);
    assert_eq!(app.changed, opened(Some(draft)).changed);
    assert!(!app.changed.is_empty() && app.notice.is_some());
}

#[test]
fn what_was_not_seen_yet_of_an_earlier_change_is_still_there() {
    let seen_not = opened(Some(of_the_version_before()));
    let app = arrived(&opened_early(Some(seen_not.draft())));
    assert_eq!(app.changed, seen_not.changed);
}

#[test]
fn until_then_the_screens_say_what_they_wait_for_and_the_questions_are_there() {
    let early = opened_early(Some(entered().draft()));
    for screen in [
        Screen::Result,
        Screen::Verify,
        Screen::List("titles".to_owned()),
    ] {
        let page = drawn_on(&early, screen);
        assert!(page.contains("正在打开这一页"), "{page}");
    }
    let page = drawn_on(&early, Screen::Questions("target".to_owned()));
    assert!(
        page.contains("高级工程师") && page.contains("正在准备评判"),
        "{page}"
    );
    assert!(!drawn_on(&arrived(&early), Screen::Result).contains("正在打开这一页"));
}
