//! Points, days and sizes as a person reads them.

use assess::Span;
use chrono::{Datelike, NaiveDate};

/// Hundredths of a point with two decimals: `36.00`.
pub fn points(hundredths: i64) -> String {
    let sign = if hundredths < 0 { "-" } else { "" };
    let whole = hundredths.unsigned_abs();
    format!("{sign}{}.{:02}", whole / 100, whole % 100)
}

/// A sum that missing answers may still move: `18.00–36.00`, or one number when none does.
pub fn span(span: Span) -> String {
    if span.is_exact() {
        return points(span.low);
    }
    format!("{}–{}", points(span.low), points(span.high))
}

/// A day: `2026年12月31日`.
pub fn date(day: NaiveDate) -> String {
    format!("{}年{}月{}日", day.year(), day.month(), day.day())
}

/// A span of years: `2022—2025 年`, or one year.
pub fn year_span(first: i32, last: i32) -> String {
    if first == last {
        return format!("{first} 年");
    }
    format!("{first}—{last} 年")
}

/// How many years follow the first.
fn more(years: &[i32]) -> u32 {
    u32::try_from(years.len().saturating_sub(1)).unwrap_or(u32::MAX)
}

/// Years in order: `2022—2025 年` where none is left out, else `2022、2024 年`.
pub fn years(years: &[i32]) -> String {
    match years {
        [] => String::new(),
        [first, .., last] if first.saturating_add_unsigned(more(years)) == *last => {
            year_span(*first, *last)
        }
        years => {
            let years: Vec<String> = years.iter().map(i32::to_string).collect();
            format!("{} 年", years.join("、"))
        }
    }
}

/// A size in bytes: `18 B`, `1.5 KB`, `2.0 GB`; units of 1024, the tenth cut off.
pub fn bytes(size: u64) -> String {
    const UNITS: [&str; 4] = ["KB", "MB", "GB", "TB"];
    if size < 1024 {
        return format!("{size} B");
    }
    let mut unit = "KB";
    let mut scale: u64 = 1024;
    for next in UNITS {
        unit = next;
        if size / scale < 1024 || next == "TB" {
            break;
        }
        scale *= 1024;
    }
    let tenths = (size % scale).saturating_mul(10) / scale;
    format!("{}.{tenths} {unit}", size / scale)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_always_have_two_decimals() {
        assert_eq!(points(3600), "36.00");
        assert_eq!(points(5), "0.05");
        assert_eq!(points(-150), "-1.50");
        assert_eq!(points(i64::MIN), "-92233720368547758.08");
    }

    #[test]
    fn an_exact_span_is_one_number() {
        assert_eq!(span(Span::exactly(3600)), "36.00");
        let open = Span {
            low: 1800,
            high: 3600,
        };
        assert_eq!(span(open), "18.00–36.00");
    }

    #[test]
    fn days_and_years_read_as_chinese() {
        let day = NaiveDate::from_ymd_opt(2026, 12, 31).unwrap();
        assert_eq!(date(day), "2026年12月31日");
        assert_eq!(years(&[2023, 2025]), "2023、2025 年");
        assert_eq!(years(&[2022, 2023, 2024]), "2022—2024 年");
        assert_eq!(years(&[2022]), "2022 年");
        assert_eq!(year_span(2022, 2025), "2022—2025 年");
        assert_eq!(year_span(2025, 2025), "2025 年");
    }

    #[test]
    fn sizes_have_fitting_units() {
        assert_eq!(bytes(0), "0 B");
        assert_eq!(bytes(1023), "1023 B");
        assert_eq!(bytes(1536), "1.5 KB");
        assert_eq!(bytes(1024 * 1024), "1.0 MB");
        assert_eq!(bytes(2 << 30), "2.0 GB");
        assert_eq!(bytes(u64::MAX), "16777215.9 TB");
    }
}
