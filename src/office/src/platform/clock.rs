//! Today.

use chrono::NaiveDate;

/// Today by the device's clock and time zone.
pub(crate) fn today() -> NaiveDate {
    let now = js_sys::Date::new_0();
    let year = i32::try_from(now.get_full_year()).unwrap_or(1970);
    // Months count from zero here.
    let month = now.get_month().saturating_add(1);
    NaiveDate::from_ymd_opt(year, month, now.get_date()).unwrap_or_default()
}
