//! The frame, the task list, the check screen.

use dossier::{Answer, Edit};

use super::support::{added, after, answer, drawn_on, fresh, record, with};
use crate::flow;
use crate::screen::Screen;
use crate::state::Action;
use crate::tasks::{Progress, progress};

#[test]
fn every_screen_is_drawn_with_one_heading_for_an_empty_dossier() {
    let app = fresh();
    for screen in flow::whole_way(app.book()) {
        let page = drawn_on(&app, screen.clone());
        assert_eq!(page.matches("<h1").count(), 1, "{}", screen.hash());
        assert!(!page.contains("style="), "{}", screen.hash());
    }
}

#[test]
fn the_way_leads_through_every_screen_once() {
    let app = fresh();
    let way = flow::whole_way(app.book());
    for pair in way.windows(2) {
        assert_eq!(flow::after(app.book(), &pair[0]), pair[1]);
    }
    assert_eq!(flow::after(app.book(), &Screen::Next), Screen::Tasks);
}

#[test]
fn a_task_is_todo_then_partly_then_done() {
    let target = Screen::Questions("target".to_owned());
    let app = fresh();
    assert_eq!(progress(&app, &target), Some(Progress::Todo));
    let app = after(&app, [answer("target_level", Answer::from_text("senior"))]);
    assert_eq!(progress(&app, &target), Some(Progress::Partly));
    let app = after(
        &app,
        [answer("category", Answer::from_text("safety_science"))],
    );
    assert_eq!(progress(&app, &target), Some(Progress::Done));
    let app = after(
        &app,
        [answer("category", Answer::from_text("of another book"))],
    );
    assert_eq!(progress(&app, &target), Some(Progress::Mend));
}

#[test]
fn a_list_is_done_when_it_is_complete_and_nothing_is_missing() {
    let degrees = Screen::List("degrees".to_owned());
    let complete = Edit::Complete {
        list: "degrees".to_owned(),
        complete: true,
    };
    let app = fresh();
    assert_eq!(progress(&app, &degrees), Some(Progress::Todo));
    let none = after(&app, [Action::Edit(complete)]);
    assert_eq!(progress(&none, &degrees), Some(Progress::Done));
    let begun = after(
        &none,
        [added("degrees", record("d1", &[("level", "master")]))],
    );
    assert_eq!(progress(&begun, &degrees), Some(Progress::Partly));
    let fields = [
        ("level", "master"),
        ("mode", "full_time"),
        ("date", "2012-06-30"),
    ];
    let whole = after(&none, [added("degrees", record("d1", &fields))]);
    assert_eq!(progress(&whole, &degrees), Some(Progress::Done));
}

#[test]
fn the_check_screen_has_a_way_to_change_each_answer() {
    let fields = [("kind", "paper"), ("title", "受限空间作业")];
    let app = after(&fresh(), [added("achievements", record("a1", &fields))]);
    let page = drawn_on(&app, Screen::Check);
    let book = app.book();
    let screens = book
        .screen
        .iter()
        .map(|screen| format!("href=\"#/q/{}\"", screen.id));
    let lists = book
        .list
        .iter()
        .map(|list| format!("href=\"#/list/{}\"", list.id));
    for link in screens.chain(lists) {
        assert!(page.contains(&link), "{link}");
    }
    assert!(page.contains("href=\"#/list/achievements/a1\""));
    assert!(page.contains("受限空间作业"));
}

#[test]
fn a_dossier_of_another_book_is_shown_and_nothing_of_it_is_lost() {
    let mut dossier = dossier::Dossier::new("of-another-book", Some(2031));
    dossier
        .profile
        .insert("unknown".to_owned(), Answer::from_text("x"));
    dossier
        .lists
        .entry("unheard".to_owned())
        .or_default()
        .records
        .push(record("u1", &[]).into());
    let app = with(dossier.clone());
    for screen in flow::whole_way(app.book()) {
        assert!(drawn_on(&app, screen).contains("<h1"));
    }
    assert_eq!(*app.dossier, dossier);
    assert_eq!(app.season.year, 2031);
}

#[test]
fn text_of_a_person_is_never_taken_for_markup() {
    let hostile = "<script>alert(1)</script>\"'><img src=x>";
    let fields = [("kind", "paper"), ("title", hostile)];
    let app = after(
        &fresh(),
        [
            answer("name", Answer::from_text(hostile)),
            added("achievements", record("a1", &fields)),
        ],
    );
    for screen in flow::whole_way(app.book()) {
        let page = drawn_on(&app, screen.clone());
        assert!(!page.contains("<script"), "{}", screen.hash());
        assert!(!page.contains("<img src=x"), "{}", screen.hash());
    }
}

#[test]
fn the_two_ways_to_go_are_offered_until_one_was_taken() {
    let ways = wording::ui::ask::WAYS;
    assert!(drawn_on(&fresh(), Screen::Tasks).contains(ways));
    let begun = after(&fresh(), [answer("name", Answer::from_text("王明"))]);
    assert!(!drawn_on(&begun, Screen::Tasks).contains(ways));
}

#[test]
fn the_start_offers_nothing_that_does_nothing() {
    let page = drawn_on(&fresh(), Screen::Start);
    let main = page.split("</h1>").nth(1).unwrap_or_default();
    assert!(main.contains("href=\"#/tasks\""), "{main}");
    assert!(!main.contains("aria-disabled"), "{main}");
}

#[test]
fn a_record_to_be_checked_shows_every_answer_and_leads_to_what_is_missing() {
    let fields = [("kind", "paper"), ("title", "受限空间作业")];
    let app = after(&fresh(), [added("achievements", record("a1", &fields))]);
    let page = drawn_on(&app, Screen::Check);
    let of_record = page
        .split("class=\"check__record\"")
        .nth(1)
        .unwrap_or_default();
    let labels = wording::Labels::new(app.book());
    let one = app.dossier.records("achievements").first().unwrap();
    for field in labels.fields_of("achievements", one) {
        let name = format!("<dt>{}</dt>", field.label);
        let answer = of_record.split(&name).nth(1).unwrap_or_default();
        let answer = answer.split("</dd>").next().unwrap_or_default();
        let given = one.answer(&field.id).is_some();
        assert_eq!(answer.contains("<a "), !given, "{name}{answer}");
    }
    assert!(of_record.contains("还没有证明材料"));
}

#[test]
fn a_level_that_does_not_look_at_the_score_is_told_so_beside_it() {
    let told = "不看自评分";
    for (level, beside) in [("senior", false), ("professorial", true)] {
        let app = after(&fresh(), [answer("target_level", Answer::from_text(level))]);
        let page = drawn_on(&app, Screen::Score);
        assert_eq!(page.contains(told), beside, "{level}");
    }
}
