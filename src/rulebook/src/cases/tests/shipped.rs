//! What the shipped book, its season and its calendar promise as data.

use chrono::NaiveDate;
use json::{Decimal, Json, to_json};

use super::*;
use crate::author::{read_calendar_file, read_season_file};
use crate::{Authority, Provider, StatementBy};

fn beside(name: &str) -> String {
    fs::read_to_string(folder().parent().unwrap().join(name)).unwrap()
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

/// Authority and locator of every entry, wherever it stands.
fn marks(json: &Json, found: &mut Vec<(String, String)>) {
    if let Some(object) = json.as_object() {
        let text = |key| object.get(key).and_then(Json::as_str).map(str::to_owned);
        if let (Some(authority), Some(locator)) = (text("authority"), text("locator")) {
            found.push((authority, locator));
        }
        for (_, value) in object.iter() {
            marks(value, found);
        }
    }
    for value in json.as_array().unwrap_or_default() {
        marks(value, found);
    }
}

#[test]
fn no_entry_stands_on_more_than_its_locator_gives() {
    let mut found = Vec::new();
    marks(&to_json(&*BOOK).unwrap(), &mut found);
    assert!(found.len() > 180);
    for (authority, locator) in found {
        let of_plan = ["二（", "三（", "四（", "五（"];
        let is_plan = of_plan.iter().any(|start| locator.starts_with(start));
        assert_eq!(authority == "plan", is_plan, "{authority}: {locator}");
        let is_model = locator.starts_with("示例·");
        assert_eq!(authority == "model", is_model, "{authority}: {locator}");
    }
}

#[test]
fn sources_give_each_class_that_entries_have() {
    for class in [
        Authority::Plan,
        Authority::National,
        Authority::Reference,
        Authority::Model,
    ] {
        assert!(BOOK.source.iter().any(|source| source.authority == class));
    }
}

#[test]
fn routes_stand_in_the_order_of_recommendation() {
    let routes = BOOK.route.iter();
    let routes: Vec<_> = routes
        .map(|route| (route.level.as_str(), route.id.as_str()))
        .collect();
    let expected = [
        ("senior", "standard"),
        ("senior", "landmark"),
        ("senior", "scored"),
        ("professorial", "standard"),
        ("professorial", "landmark"),
    ];
    assert_eq!(routes, expected);
}

#[test]
fn each_category_has_four_capability_and_six_performance_conditions() {
    for category in &BOOK.category {
        let count = |part: &str| {
            let clauses = BOOK.clause.iter();
            let of_part = clauses.filter(|clause| clause.part.as_deref() == Some(part));
            let category = Some(category.id.as_str());
            of_part
                .filter(|clause| clause.category.as_deref() == category)
                .count()
        };
        assert_eq!((count("capability"), count("performance")), (4, 6));
    }
}

#[test]
fn the_score_table_gives_107_at_most_and_asks_for_80() {
    let score = BOOK.score.as_ref().unwrap();
    let caps = score.block.iter().map(|block| block.cap.millionths());
    assert_eq!(caps.sum::<i64>(), 107_000_000);
    assert_eq!(score.line, Decimal::from(80));
    assert_eq!(score.row.len(), 14);
}

#[test]
fn the_employer_makes_six_statements() {
    let statements = BOOK.statement.iter();
    let employer = statements.filter(|statement| statement.by == StatementBy::Employer);
    assert_eq!(employer.count(), 6);
    let materials = BOOK.material.iter();
    let employer = materials.filter(|material| material.by == Provider::Employer);
    assert_eq!(employer.count(), 2);
}

#[test]
fn the_season_of_2026_leaves_open_what_is_not_announced() {
    let name = "seasons/zhejiang-safety-2019-2026.toml";
    let season = read_season_file(name, &beside(name)).unwrap();
    assert_eq!(
        (season.book.as_str(), season.year),
        (BOOK.id.as_str(), 2026)
    );
    assert_eq!(
        (season.cut_off, season.opens, season.closes),
        (None, None, None)
    );
    assert_eq!(season.authority, Authority::Reference);
}

#[test]
fn the_calendar_of_2026_has_its_days_off_and_its_make_up_days() {
    let name = "calendars/2026.toml";
    let calendar = read_calendar_file(name, &beside(name)).unwrap();
    assert_eq!(calendar.year, 2026);
    let spans = calendar.off.iter();
    let days: i64 = spans
        .map(|(first, last)| (*last - *first).num_days() + 1)
        .sum();
    assert_eq!(days, 33);
    let make_up = [(1, 4), (2, 14), (2, 28), (5, 9), (9, 20), (10, 10)];
    let make_up: Vec<_> = make_up.map(|(month, date)| day(2026, month, date)).into();
    assert_eq!(calendar.work, make_up);
}
