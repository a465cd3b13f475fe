//! Reckoning with days: full years, months, clipped month ends.

use chrono::{Datelike, Months, NaiveDate};

/// The last day of a month.
///
/// `None` for a month that does not exist.
pub fn month_end(year: i32, month: u32) -> Option<NaiveDate> {
    let first = NaiveDate::from_ymd_opt(year, month, 1)?;
    first.checked_add_months(Months::new(1))?.pred_opt()
}

/// The corresponding day so many months later; where that month has no such day, its last day
/// (Civil Code art. 202). Days beyond the calendar stay at its end.
pub fn add_months(day: NaiveDate, months: u32) -> NaiveDate {
    day.checked_add_months(Months::new(months))
        .unwrap_or(NaiveDate::MAX)
}

/// The corresponding day so many years earlier; 29 February becomes 28 February where needed.
pub fn years_before(day: NaiveDate, years: u32) -> NaiveDate {
    day.checked_sub_months(Months::new(years.saturating_mul(12)))
        .unwrap_or(NaiveDate::MIN)
}

/// Full years since `from` on the day `on` (Civil Code art. 202); zero when `from` is later.
///
/// N full years hold when the corresponding day N years after `from` is not after `on`.
pub fn full_years_since(from: NaiveDate, on: NaiveDate) -> u32 {
    let guess = u32::try_from(on.year().saturating_sub(from.year())).unwrap_or(0);
    let reached = |years: u32| add_months(from, years.saturating_mul(12)) <= on;
    if reached(guess) {
        if from <= on { guess } else { 0 }
    } else {
        guess.saturating_sub(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn five_years_are_full_on_the_corresponding_day() {
        let on = day("2026-12-31");
        assert_eq!(full_years_since(day("2021-12-31"), on), 5);
        assert_eq!(full_years_since(day("2022-01-01"), on), 4);
        assert_eq!(full_years_since(day("2026-12-31"), on), 0);
        assert_eq!(full_years_since(day("2027-01-01"), on), 0);
        assert_eq!(full_years_since(day("2030-01-01"), on), 0);
    }

    #[test]
    fn the_29th_of_february_corresponds_to_the_28th() {
        assert_eq!(full_years_since(day("2024-02-29"), day("2025-02-28")), 1);
        assert_eq!(full_years_since(day("2024-02-29"), day("2025-02-27")), 0);
        assert_eq!(full_years_since(day("2024-02-29"), day("2028-02-28")), 3);
        assert_eq!(full_years_since(day("2024-02-29"), day("2028-02-29")), 4);
        assert_eq!(years_before(day("2024-02-29"), 5), day("2019-02-28"));
    }

    #[test]
    fn months_are_clipped_once() {
        // A woman born 1972-02-29: 55 years and 7 months.
        assert_eq!(
            add_months(day("1972-02-29"), 55 * 12 + 7),
            day("2027-09-29")
        );
        assert_eq!(month_end(2024, 2), Some(day("2024-02-29")));
        assert_eq!(month_end(2023, 12), Some(day("2023-12-31")));
        assert_eq!(month_end(2023, 13), None);
    }

    #[test]
    fn days_beyond_the_calendar_do_not_panic() {
        assert_eq!(add_months(NaiveDate::MAX, 1), NaiveDate::MAX);
        assert_eq!(years_before(NaiveDate::MIN, u32::MAX), NaiveDate::MIN);
    }
}
