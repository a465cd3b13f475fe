//! What a person types, read: full-width characters, dates in common forms, numbers.

use chrono::NaiveDate;
use json::Decimal;

use crate::month_end;

/// Full-width letters, digits and signs as their usual forms; other characters unchanged.
pub fn to_half_width(text: &str) -> String {
    let half = |c: char| match c {
        '\u{3000}' => ' ',
        '\u{ff01}'..='\u{ff5e}' => u32::from(c)
            .checked_sub(0xfee0)
            .and_then(char::from_u32)
            .unwrap_or(c),
        '。' => '.',
        _ => c,
    };
    text.chars().map(half).collect()
}

/// A day written `YYYY-MM-DD`, and no other way.
pub fn parse_day(text: &str) -> Option<NaiveDate> {
    let shape = |(index, c): (usize, char)| match index {
        4 | 7 => c == '-',
        _ => c.is_ascii_digit(),
    };
    let valid = text.len() == 10 && text.chars().enumerate().all(shape);
    if !valid {
        return None;
    }
    NaiveDate::from_ymd_opt(
        text.get(0..4)?.parse().ok()?,
        text.get(5..7)?.parse().ok()?,
        text.get(8..10)?.parse().ok()?,
    )
}

/// A day as people type it: `2021-6-1`, `2021.6.1`, `2021/06/01`, `2021年6月1日`, `20210601`.
///
/// A month alone (`2021.6`, `2021年6月`, `202106`) is its last day.
pub fn parse_date(text: &str) -> Option<NaiveDate> {
    let text = to_half_width(text);
    let text = text.trim();
    if text.chars().all(|c| c.is_ascii_digit()) {
        return parse_compact(text);
    }
    let unified: String = text
        .chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| match c {
            '.' | '/' | '年' | '月' | '日' | '号' | '、' => '-',
            other => other,
        })
        .collect();
    let unified = unified.strip_suffix('-').unwrap_or(&unified);
    let parts: Option<Vec<u32>> = unified.split('-').map(parse_part).collect();
    match parts?.as_slice() {
        [year, month] => month_end(year_of(*year)?, *month),
        [year, month, day] => NaiveDate::from_ymd_opt(year_of(*year)?, *month, *day),
        _ => None,
    }
}

/// A number as people type it; up to six decimals, full-width digits taken.
pub fn parse_number(text: &str) -> Option<Decimal> {
    let text = to_half_width(text);
    let text = text.trim();
    let digits = text.strip_prefix('-').unwrap_or(text);
    let plain = |c: char| c.is_ascii_digit() || c == '.';
    if !digits.chars().all(plain) || !digits.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let unpadded = digits.trim_start_matches('0');
    let zero = if unpadded.is_empty() || unpadded.starts_with('.') {
        "0"
    } else {
        ""
    };
    let sign = if digits.len() == text.len() { "" } else { "-" };
    Decimal::parse(&format!("{sign}{zero}{unpadded}"))
}

fn parse_compact(text: &str) -> Option<NaiveDate> {
    let number = |from: usize, to: usize| text.get(from..to)?.parse::<u32>().ok();
    let year = year_of(number(0, 4)?)?;
    match text.len() {
        6 => month_end(year, number(4, 6)?),
        8 => NaiveDate::from_ymd_opt(year, number(4, 6)?, number(6, 8)?),
        _ => None,
    }
}

fn parse_part(text: &str) -> Option<u32> {
    let digits = text.chars().all(|c| c.is_ascii_digit());
    (digits && text.len() <= 4).then(|| text.parse().ok())?
}

/// A year written with four digits.
fn year_of(number: u32) -> Option<i32> {
    i32::try_from(number)
        .ok()
        .filter(|year| (1900..=2200).contains(year))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_in_the_ways_people_write_them() {
        let day = NaiveDate::from_ymd_opt(2021, 6, 1);
        for text in [
            "2021-06-01",
            "2021-6-1",
            "2021.6.1",
            "2021/06/01",
            "2021年6月1日",
            " 20210601 ",
            "２０２１．６．１",
            "2021 年 6 月 1 日",
        ] {
            assert_eq!(parse_date(text), day, "{text}");
        }
    }

    #[test]
    fn a_month_alone_is_its_last_day() {
        for text in ["2024.2", "2024年2月", "202402", "2024-02"] {
            assert_eq!(parse_date(text), NaiveDate::from_ymd_opt(2024, 2, 29));
        }
    }

    #[test]
    fn what_is_no_day_is_refused() {
        for text in [
            "",
            "2021",
            "2021-13-01",
            "2021-02-29",
            "21-6-1",
            "2021-6-1-1",
            "六月",
            "2021-+6-1",
            "-",
            "年月日",
        ] {
            assert_eq!(parse_date(text), None, "{text}");
        }
        assert_eq!(parse_day("2021-6-1"), None);
        assert_eq!(parse_day("2021-06-01"), parse_date("2021-06-01"));
    }

    #[test]
    fn numbers_are_exact_and_full_width_digits_are_taken() {
        assert_eq!(parse_number("4.5"), Decimal::parse("4.5"));
        assert_eq!(parse_number("００９０"), Decimal::from_int(90));
        assert_eq!(parse_number("0"), Decimal::from_int(0));
        assert_eq!(parse_number("0.5"), Decimal::parse("0.5"));
        assert_eq!(parse_number("-3"), Decimal::from_int(-3));
        for text in ["", "1e3", "NaN", "1,000", "--1", ".", ".5", "+1", "五"] {
            assert_eq!(parse_number(text), None, "{text}");
        }
    }
}
