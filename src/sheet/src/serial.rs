//! Days as spreadsheets count them.

use chrono::{Days, NaiveDate};

/// The day from which a workbook counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Epoch {
    /// Day 1 is 1900-01-01, and day 60 one that never was, 1900-02-29.
    #[default]
    Since1900,
    /// Day 0 is 1904-01-01.
    Since1904,
}

/// The day of a serial number in plain digits; its fraction, the time of day, is left aside. None for what is no day:
/// negative numbers, the day that never was, days after the year 9999.
pub fn day_of_serial(number: &str, epoch: Epoch) -> Option<NaiveDate> {
    let whole = number.split_once('.').map_or(number, |(whole, _)| whole);
    let serial: u64 = whole.parse().ok()?;
    let (start, ahead) = match epoch {
        Epoch::Since1904 => (NaiveDate::from_ymd_opt(1904, 1, 1)?, serial),
        Epoch::Since1900 if serial == 0 || serial == 60 => return None,
        Epoch::Since1900 if serial < 60 => (NaiveDate::from_ymd_opt(1899, 12, 31)?, serial),
        Epoch::Since1900 => (NaiveDate::from_ymd_opt(1899, 12, 30)?, serial),
    };
    let day = start.checked_add_days(Days::new(ahead))?;
    (day <= NaiveDate::from_ymd_opt(9999, 12, 31)?).then_some(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_epochs_give_the_days_that_spreadsheets_show() {
        let day = |number: &str, epoch| day_of_serial(number, epoch).map(|day| day.to_string());
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(day("1", Epoch::Since1900), some("1900-01-01"));
        assert_eq!(day("59", Epoch::Since1900), some("1900-02-28"));
        assert_eq!(day("60", Epoch::Since1900), None);
        assert_eq!(day("61", Epoch::Since1900), some("1900-03-01"));
        assert_eq!(day("45413.75", Epoch::Since1900), some("2024-05-01"));
        assert_eq!(day("43951", Epoch::Since1904), some("2024-05-01"));
        assert_eq!(day("0", Epoch::Since1904), some("1904-01-01"));
        for number in ["-1", "0", "99999999999", "x"] {
            assert_eq!(day(number, Epoch::Since1900), None, "{number}");
        }
    }
}
