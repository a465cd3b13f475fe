//! The device's clock.

use chrono::NaiveDate;

/// Today by the device's clock and time zone.
pub fn today() -> NaiveDate {
    day_of(&js_sys::Date::new_0())
}

fn day_of(now: &js_sys::Date) -> NaiveDate {
    let year = i32::try_from(now.get_full_year()).unwrap_or(1970);
    // Months count from zero here.
    let month = now.get_month().saturating_add(1);
    NaiveDate::from_ymd_opt(year, month, now.get_date()).unwrap_or_default()
}

/// A moment, in milliseconds since 1970, as day, hour and minute by the device's time zone.
pub fn moment(milliseconds: f64) -> (NaiveDate, u32, u32) {
    let at = js_sys::Date::new(&milliseconds.into());
    (day_of(&at), at.get_hours(), at.get_minutes())
}

/// This moment, in milliseconds.
pub fn now() -> f64 {
    js_sys::Date::now()
}

/// Whole milliseconds since a moment.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the span is clamped before it is cast"
)]
pub fn since(moment: f64) -> u32 {
    (now() - moment).clamp(0.0, 60_000.0) as u32
}
