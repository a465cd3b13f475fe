//! Evidence, the pledge and the package, natively.

use std::rc::Rc;

use dossier::{Answer, Edit, Evidence, Holder, Pledge};
use errand::{Mend, Survey};
use package::name::UNICODE;
use worker::desk::Desk;

use super::support::{added, after, answer, drawn_on, fresh, on_desk, opened, record, today};
use crate::screen::Screen;
use crate::seal::contents;
use crate::state::{Action, AppState, Draft, SurveyState};

/// An application of a person with a name and one project with evidence.
fn begun() -> Rc<AppState> {
    let project = record(
        "a1",
        &[("kind", "project"), ("title", "某化工园区安全评价")],
    );
    let holder = Holder::Record("a1".to_owned());
    let evidence = Evidence::File("合同.pdf".to_owned());
    let paper = Evidence::Paper("验收意见原件 1 份".to_owned());
    let attach = |evidence| {
        let holder = holder.clone();
        Action::Edit(Edit::Attach { holder, evidence })
    };
    after(
        &fresh(),
        [
            answer("name", Answer::from_text("阿依古丽·买买提")),
            added("achievements", project),
            attach(evidence),
            attach(paper),
        ],
    )
}

/// What the worker says of what is entered.
fn survey(app: &AppState) -> Survey {
    let books: Vec<String> = shipped::books()
        .iter()
        .map(|book| book.json.to_owned())
        .collect();
    let desk = Desk::open(&books, &[], UNICODE).unwrap();
    worker::survey::survey(&desk, &contents::work(app), &[]).unwrap()
}

/// The application once the worker has said it.
fn surveyed(app: &Rc<AppState>) -> Rc<AppState> {
    let said = SurveyState::Here(Rc::new(survey(app)));
    after(app, [Action::Surveyed(app.content, said)])
}

/// A pledge for exactly what is entered.
fn pledge(app: &AppState) -> Pledge {
    let statements = app.book().statement.iter();
    Pledge {
        subject: survey(app).subject,
        statements: statements.map(|statement| statement.id.clone()).collect(),
        name: "阿依古丽·买买提".to_owned(),
        date: today(),
        signature: Vec::new(),
    }
}

#[test]
fn a_pledge_holds_until_anything_changes_and_is_not_revived_by_undo() {
    let app = begun();
    let app = after(&app, [Action::SetPledge(Some(pledge(&app)))]);
    assert!(contents::holds(&surveyed(&app)));
    let changed = after(&app, [answer("front_line_years", Answer::from_text("9"))]);
    assert!(!contents::holds(&changed));
    let undone = after(&changed, [Action::Undo]);
    assert!(!contents::holds(&undone));
    let again = after(&undone, [Action::SetPledge(Some(pledge(&undone)))]);
    assert!(contents::holds(&again));
}

#[test]
fn there_is_one_way_on_from_a_pledge_whether_given_or_not() {
    let given = after(&begun(), [Action::SetPledge(Some(pledge(&begun())))]);
    for app in [begun(), surveyed(&given)] {
        let page = drawn_on(&app, Screen::Pledge);
        assert_eq!(page.matches("继续：申报包").count(), 1, "{page}");
    }
}

#[test]
fn a_void_pledge_says_so_and_asks_again() {
    let app = begun();
    let given = after(&app, [Action::SetPledge(Some(pledge(&app)))]);
    let page = drawn_on(&given, Screen::Pledge);
    assert!(page.contains("承诺有效"));
    assert!(!page.contains("pledge-name"));
    let changed = after(&given, [answer("front_line_years", Answer::from_text("9"))]);
    let page = drawn_on(&changed, Screen::Pledge);
    assert!(page.contains("承诺已失效"));
    assert!(page.contains("pledge-name"));
}

#[test]
fn each_statement_of_the_applicant_has_a_box_and_the_years_are_reckoned() {
    let page = drawn_on(&begun(), Screen::Pledge);
    assert_eq!(page.matches("type=\"checkbox\"").count(), 5);
    assert!(page.contains("2027—2029 年"));
    assert!(page.contains("最早要到 2030 年"));
    assert!(page.contains("阿依古丽·买买提"));
}

#[test]
fn what_is_in_the_way_is_told_with_links() {
    let page = drawn_on(&begun(), Screen::Package);
    assert!(page.contains("正在核对"));
    assert!(page.contains("aria-disabled=\"true\""));
    let page = drawn_on(&surveyed(&begun()), Screen::Package);
    assert!(page.contains("href=\"#/pledge\""));
    assert!(page.contains("href=\"#/list/achievements/a1\""));
    assert!(page.contains("合同.pdf"));
    assert!(page.contains("aria-disabled=\"true\""));
}

#[test]
fn what_may_be_returned_is_told_apart_and_a_portal_can_be_chosen() {
    let page = drawn_on(&surveyed(&begun()), Screen::Package);
    assert!(page.contains("可能被退回的地方（不影响封装）"));
    assert!(page.contains("href=\"#/materials\""));
    assert!(page.contains("文件按哪个上传系统的限制检查"));
    assert_eq!(page.matches("name=\"portal\"").count(), 2);
    assert!(page.contains("示例，待主管部门确认"));
}

#[test]
fn the_chosen_portal_is_kept_with_the_draft_and_one_that_is_no_more_gives_way_to_the_first() {
    let app = surveyed(&begun());
    let held = |app: &AppState| {
        let survey = app.survey().survey().unwrap();
        contents::portal(app, survey).unwrap().id.clone()
    };
    let [first, second] = [0, 1].map(|at| app.book().target[at].id.clone());
    assert_eq!(held(&app), first);
    let chosen = after(&app, [Action::Portal(second.clone())]);
    assert_eq!(held(&chosen), second);
    let again = surveyed(&opened(Some(Draft::read(&chosen.draft().write()).unwrap())));
    assert_eq!(held(&again), second);
    let gone = after(&chosen, [Action::Portal("of-a-former-book".to_owned())]);
    assert_eq!(held(&gone), first);
    let other = Action::Open(Box::new(on_desk("d2", None)));
    assert_eq!(held(&surveyed(&after(&chosen, [other]))), first);
}

#[test]
fn a_file_whose_bytes_are_not_at_hand_keeps_the_package_from_being_sealed() {
    let app = begun();
    assert_eq!(contents::not_at_hand(&app), 1);
    assert!(contents::of_files(&app, "a1").is_empty());
    let app = surveyed(&app);
    let found = contents::of_files(&app, "a1");
    let absent = found.first().unwrap();
    assert_eq!(absent.mend, Mend::Evidence("a1".to_owned()));
    assert_eq!(absent.file.as_deref(), Some("合同.pdf"));
}

#[test]
fn what_the_worker_says_of_what_was_entered_before_does_not_count() {
    let app = begun();
    let said = SurveyState::Here(Rc::new(survey(&app)));
    let stamp = app.content;
    let changed = after(&app, [answer("front_line_years", Answer::from_text("9"))]);
    let late = after(&changed, [Action::Surveyed(stamp, said)]);
    assert_eq!(*late.survey(), SurveyState::Awaited);
}

#[test]
fn the_worker_has_the_last_word_on_a_pledge() {
    let app = begun();
    let given = after(&app, [Action::SetPledge(Some(pledge(&app)))]);
    assert!(contents::holds(&surveyed(&given)));
    let mut forged = pledge(&app);
    forged.subject = "0".repeat(64);
    let forged = after(&app, [Action::SetPledge(Some(forged))]);
    assert!(!contents::holds(&surveyed(&forged)));
}

#[test]
fn proofs_are_listed_with_a_way_to_take_each_away() {
    let screen = Screen::Record {
        list: "achievements".to_owned(),
        record: "a1".to_owned(),
    };
    let page = drawn_on(&begun(), screen);
    assert!(page.contains("验收意见原件 1 份"));
    assert!(page.contains("id=\"e-a1-files\""));
    assert_eq!(
        page.matches("移除").count() - page.matches("把它移除").count(),
        2
    );
}

#[test]
fn a_file_that_proves_one_thing_is_offered_for_another() {
    let other = record("a2", &[("kind", "award"), ("title", "某奖")]);
    let app = after(&begun(), [added("achievements", other)]);
    let screen = |record: &str| Screen::Record {
        list: "achievements".to_owned(),
        record: record.to_owned(),
    };
    // Its bytes are not at hand here.
    assert!(!drawn_on(&app, screen("a2")).contains("用已经选过的文件"));
}
