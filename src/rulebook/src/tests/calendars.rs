//! Seasons and calendars: what is wrong with one is named with its place.

use crate::author::{read_calendar_file, read_season_file};
use crate::tests::small_book;
use crate::{
    Authority, compile_calendar, compile_season, read_calendar, read_season, resolve_season,
};

const SEASON: &str = r#"format = "zhicheng-season/1"
book = "small"
year = 2026
cut_off = 2026-11-30
opens = 2026-09-01
closes = 2026-09-30
text = "测试。"
authority = "plan"
locator = "通知"
"#;

const CALENDAR: &str = r#"format = "zhicheng-calendar/1"
year = 2026
off = [[2026-01-01, 2026-01-03]]
work = [2026-01-04]
authority = "national"
locator = "通知"
"#;

#[test]
fn a_season_is_read_written_and_read_back() {
    let season = read_season_file("2026.toml", SEASON).unwrap();
    let json = compile_season(&season).unwrap();
    assert_eq!(read_season(json.as_bytes()), Ok(season));
}

#[test]
fn a_calendar_is_read_written_and_read_back() {
    let calendar = read_calendar_file("2026.toml", CALENDAR).unwrap();
    let json = compile_calendar(&calendar).unwrap();
    assert_eq!(read_calendar(json.as_bytes()), Ok(calendar));
}

#[test]
fn what_is_wrong_with_a_season_is_named() {
    for (find, replace, line, says) in [
        (
            "season/1",
            "season/2",
            1,
            "the format is `zhicheng-season/2`",
        ),
        ("year = 2026", "year = 1026", 3, "out of range"),
        ("2026-11-30", "2024-11-30", 4, "does not lie in 2026"),
        (
            "closes = 2026-09-30",
            "closes = 2026-08-31",
            6,
            "comes before",
        ),
        ("\"测试。\"", "\" \"", 7, "the text is empty"),
        ("locator", "locater", 9, "did you mean `locator`?"),
        ("year = 2026", "year = 2026\nyear = 2027", 4, "not TOML"),
    ] {
        let errors = read_season_file("s.toml", &SEASON.replace(find, replace)).unwrap_err();
        let text = errors.to_string();
        assert!(
            text.contains(&format!("s.toml:{line}:")) && text.contains(says),
            "{text}"
        );
    }
}

#[test]
fn what_is_wrong_with_a_calendar_is_named() {
    for (find, replace, line, says) in [
        ("calendar/1", "calendar/0", 1, "the format is"),
        (
            "01-03]",
            "01-03, 2026-01-04]",
            3,
            "found 3 entries, needed 2",
        ),
        ("[2026-01-01,", "[2025-12-31,", 3, "does not lie in 2026"),
        ("2026-01-03]", "2025-12-31]", 3, "comes before"),
        ("[2026-01-04]", "[2026-01-03]", 4, "is no make-up workday"),
        ("[2026-01-04]", "[2026-01-05]", 4, "is no make-up workday"),
        ("[2026-01-04]", "[2026-02-30]", 4, "not TOML"),
    ] {
        let errors = read_calendar_file("c.toml", &CALENDAR.replace(find, replace)).unwrap_err();
        let text = errors.to_string();
        assert!(
            text.contains(&format!("c.toml:{line}:")) && text.contains(says),
            "{text}"
        );
    }
}

#[test]
fn a_season_names_the_cut_off_day_or_the_book_does() {
    let book = small_book().book;
    let season = read_season_file("2026.toml", SEASON).unwrap();
    let seasons = [season];
    let announced = resolve_season(&book, &seasons, 2026).unwrap();
    assert_eq!(announced.cut_off.to_string(), "2026-11-30");
    assert_eq!(
        (announced.authority, announced.locator.as_str()),
        (Authority::Plan, "通知")
    );
    let reckoned = resolve_season(&book, &seasons, 2027).unwrap();
    assert_eq!(reckoned.cut_off.to_string(), "2027-12-31");
    assert_eq!(reckoned.authority, Authority::Reference);
    assert_eq!(reckoned.locator, "某市 2024");
    assert_eq!(resolve_season(&book, &seasons, i32::MAX), None);
}
