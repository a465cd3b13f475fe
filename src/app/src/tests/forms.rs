//! Forms as they are drawn.

use dossier::{Answer, Edit};

use super::support::{added, after, answer, drawn_on, fresh, record, typed};
use crate::screen::Screen;
use crate::state::Action;

fn questions(screen: &str) -> Screen {
    Screen::Questions(screen.to_owned())
}

/// The parts of a page between two marks.
fn between<'a>(page: &'a str, from: &str, to: &str) -> Vec<&'a str> {
    let parts = page.split(from).skip(1);
    parts.filter_map(|part| part.split(to).next()).collect()
}

/// The value of an attribute in a tag.
fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let value = tag.split(&format!(" {name}=\"")).nth(1)?;
    value.split('"').next()
}

#[test]
fn each_question_has_its_label_reason_and_locator() {
    let app = fresh();
    for screen in &app.book().screen {
        let page = drawn_on(&app, questions(&screen.id));
        for question in app
            .book()
            .question
            .iter()
            .filter(|other| other.screen == screen.id)
        {
            assert!(page.contains(&question.label), "{}", question.id);
            assert!(page.contains(&question.why), "{}", question.id);
            assert!(page.contains(&question.locator), "{}", question.id);
            assert!(
                page.contains(&format!("id=\"f-{}\"", question.id)),
                "{}",
                question.id
            );
        }
    }
}

#[test]
fn every_control_has_a_label_and_every_description_is_there() {
    let base = fresh();
    let achievements = || "achievements".to_owned();
    let app = after(
        &base,
        [added("achievements", record("a1", &[("kind", "award")]))],
    );
    let record = Screen::Record {
        list: achievements(),
        record: "a1".to_owned(),
    };
    let mut screens = crate::flow::filled_in(base.book());
    screens.extend([record, Screen::NewRecord(achievements()), Screen::Start]);
    for screen in screens {
        let page = drawn_on(&app, screen.clone());
        for tag in between(&page, "<input", ">") {
            let id = attribute(tag, "id").unwrap_or_else(|| panic!("{}: {tag}", screen.hash()));
            let kind = attribute(tag, "type").unwrap_or_default();
            let labelled = page.contains(&format!("for=\"{id}\""));
            assert!(
                labelled || matches!(kind, "radio" | "checkbox"),
                "{}: {id}",
                screen.hash()
            );
            for description in attribute(tag, "aria-describedby")
                .unwrap_or_default()
                .split(' ')
            {
                let there = page.contains(&format!("id=\"{description}\""));
                assert!(
                    description.is_empty() || there,
                    "{}: {description}",
                    screen.hash()
                );
            }
        }
        let ids = between(&page, " id=\"", "\"");
        let mut once = ids.clone();
        once.sort_unstable();
        once.dedup();
        assert_eq!(
            once.len(),
            ids.len(),
            "{}: an id stands twice",
            screen.hash()
        );
    }
}

#[test]
fn a_date_that_cannot_be_read_stays_in_its_field_with_a_message() {
    let app = after(&fresh(), [typed("birth_date", "去年夏天"), Action::Settle]);
    let page = drawn_on(&app, questions("person"));
    assert!(page.contains("value=\"去年夏天\""));
    assert!(page.contains("aria-invalid=\"true\""));
    assert!(page.contains("error-summary-title"));
    assert!(page.contains("field--error"));
}

#[test]
fn what_was_understood_is_shown() {
    let app = after(
        &fresh(),
        [answer("birth_date", Answer::from_text("1987-02-28"))],
    );
    let page = drawn_on(&app, questions("person"));
    assert!(page.contains("1987年2月28日"));
}

#[test]
fn none_and_not_known_are_offered_where_they_mean_something() {
    let page = drawn_on(&fresh(), questions("eligibility"));
    assert!(page.contains("f-misconduct_year-none"));
    assert!(page.contains("f-in_post-=unknown"));
    let none = after(&fresh(), [answer("misconduct_year", Answer::None)]);
    let page = drawn_on(&none, questions("eligibility"));
    let boxes = between(&page, "<input", ">");
    let none = boxes
        .iter()
        .find(|tag| attribute(tag, "id") == Some("f-misconduct_year-none"));
    assert!(none.unwrap().contains("checked"));
}

#[test]
fn a_record_asks_for_the_fields_of_its_kind() {
    let app = after(
        &fresh(),
        [added("achievements", record("a1", &[("kind", "paper")]))],
    );
    let screen = Screen::Record {
        list: "achievements".to_owned(),
        record: "a1".to_owned(),
    };
    let page = drawn_on(&app, screen);
    assert!(page.contains("f-a1-tier"));
    assert!(page.contains("f-a1-title"));
    assert!(!page.contains("f-a1-severity"));
}

#[test]
fn a_list_says_whether_it_is_complete() {
    let list = || "degrees".to_owned();
    let app = after(
        &fresh(),
        [Action::Edit(Edit::Complete {
            list: list(),
            complete: true,
        })],
    );
    let open = drawn_on(&fresh(), Screen::List(list()));
    let complete = drawn_on(&app, Screen::List(list()));
    assert!(open.contains("可能还有"));
    assert!(complete.contains("没有写的就当作没有"));
}

#[test]
fn what_is_not_there_is_said_and_a_way_out_is_shown() {
    let gone = Screen::Record {
        list: "degrees".to_owned(),
        record: "gone".to_owned(),
    };
    let page = drawn_on(&fresh(), gone);
    assert!(page.contains("#/list/degrees"));
    let page = drawn_on(&fresh(), questions("of-another-book"));
    assert!(page.contains("#/tasks"));
}
