//! Working days, reckoned by hand from the calendar of 2026.

use chrono::NaiveDate;

use crate::{Authority, Calendar, Calendars, Reckoned};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn calendars() -> Calendars {
    let span =
        |first: &str, last: &str| (day(&format!("2026-{first}")), day(&format!("2026-{last}")));
    let work = ["01-04", "02-14", "02-28", "05-09", "09-20", "10-10"];
    Calendars::new(&[Calendar {
        format: Calendar::FORMAT.to_owned(),
        year: 2026,
        off: vec![
            span("01-01", "01-03"),
            span("02-15", "02-23"),
            span("04-04", "04-06"),
            span("05-01", "05-05"),
            span("06-19", "06-21"),
            span("09-25", "09-27"),
            span("10-01", "10-07"),
        ],
        work: work
            .iter()
            .map(|work| day(&format!("2026-{work}")))
            .collect(),
        authority: Authority::National,
        locator: "国务院办公厅通知".to_owned(),
    }])
}

fn firm(text: &str) -> Reckoned {
    Reckoned {
        day: day(text),
        provisional: false,
    }
}

fn provisional(text: &str) -> Reckoned {
    Reckoned {
        day: day(text),
        provisional: true,
    }
}

#[test]
fn a_display_starts_the_day_after_it_is_opened() {
    // Opened on Tuesday 24 November: 25, 26, 27, 30 November, 1 December.
    assert_eq!(
        calendars().display_period(day("2026-11-24"), 5),
        firm("2026-12-01")
    );
    assert_eq!(
        calendars().after_display(day("2026-11-24"), 5),
        firm("2026-12-02")
    );
    // Opened on a Saturday that is no working day: Monday to Friday.
    assert_eq!(
        calendars().display_period(day("2026-11-21"), 5),
        firm("2026-11-27")
    );
}

#[test]
fn holidays_are_skipped_and_make_up_workdays_count() {
    // Opened on Wednesday 30 September: 8, 9, 10 (Saturday, worked), 12, 13 October.
    assert_eq!(
        calendars().display_period(day("2026-09-30"), 5),
        firm("2026-10-13")
    );
    // Opened on Friday 13 February: 14 (Saturday, worked), 24, 25, 26, 27 February.
    assert_eq!(
        calendars().display_period(day("2026-02-13"), 5),
        firm("2026-02-27")
    );
    // The step after a display may start on a day off: 28 February is worked, 1 March is Sunday.
    assert_eq!(
        calendars().display_period(day("2026-02-13"), 6),
        firm("2026-02-28")
    );
    assert_eq!(
        calendars().after_display(day("2026-02-13"), 6),
        firm("2026-03-01")
    );
}

#[test]
fn ten_working_days_ahead_is_the_tenth_before() {
    // Before Friday 16 October: 15, 14, 13, 12, 10, 9, 8 October, then 30, 29, 28 September.
    assert_eq!(calendars().ahead(10, day("2026-10-16")), firm("2026-09-28"));
    assert_eq!(calendars().ahead(1, day("2026-05-06")), firm("2026-04-30"));
    assert_eq!(calendars().ahead(0, day("2026-05-06")), firm("2026-05-06"));
}

#[test]
fn a_year_without_a_calendar_is_reckoned_by_weekends_and_provisional() {
    assert_eq!(calendars().is_working_day(day("2027-01-01")), (true, true));
    assert_eq!(calendars().is_working_day(day("2027-01-02")), (false, true));
    // Opened on Tuesday 29 December 2026: 30, 31 December, 1, 4, 5 January.
    assert_eq!(
        calendars().display_period(day("2026-12-29"), 5),
        provisional("2027-01-05")
    );
    assert_eq!(
        calendars().display_period(day("2026-12-29"), 2),
        firm("2026-12-31")
    );
    assert_eq!(
        calendars().ahead(2, day("2026-01-04")),
        provisional("2025-12-30")
    );
    assert_eq!(
        Calendars::default().display_period(day("2026-10-01"), 1),
        provisional("2026-10-02")
    );
}

#[test]
fn days_end_where_the_calendar_ends() {
    let calendars = calendars();
    assert_eq!(
        calendars.display_period(NaiveDate::MAX, u32::MAX).day,
        NaiveDate::MAX
    );
    assert_eq!(
        calendars.after_display(NaiveDate::MAX, 5).day,
        NaiveDate::MAX
    );
    assert_eq!(
        calendars.ahead(u32::MAX, NaiveDate::MIN).day,
        NaiveDate::MIN
    );
}
