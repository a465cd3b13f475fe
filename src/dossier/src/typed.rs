//! What a person types, read: full-width characters, dates in common forms, numbers.

use std::borrow::Cow;

use chrono::{Datelike, NaiveDate};
use json::Decimal;

use crate::month_end;

/// Full-width letters, digits and signs as their usual forms; other characters unchanged.
pub fn to_half_width(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
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
    let bytes: [u8; 10] = text.as_bytes().try_into().ok()?;
    let [year @ .., b'-', month, of_month, b'-', day, of_day] = bytes else {
        return None;
    };
    let year = i32::try_from(of_digits(&year)?).ok()?;
    let (month, day) = ([month, of_month], [day, of_day]);
    NaiveDate::from_ymd_opt(year, of_digits(&month)?, of_digits(&day)?)
}

/// A day as people type it: `2021-6-1`, `2021.6.1`, `2021/06/01`, `2021年6月1日`, `20210601`.
///
/// A month alone (`2021.6`, `2021年6月`, `202106`) is its last day.
pub fn parse_date(text: &str) -> Option<NaiveDate> {
    // As nearly every day is written.
    if let Some(day) = parse_day(text) {
        return year_of(day.year().unsigned_abs()).and(Some(day));
    }
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
    // As nearly every number is written.
    if !text.is_empty()
        && let Some(number) = of_digits(text.as_bytes())
    {
        return Some(number.into());
    }
    let text = to_half_width(text);
    let text = text.trim();
    let digits = text.strip_prefix('-').unwrap_or(text);
    let plain = |byte: u8| byte.is_ascii_digit() || byte == b'.';
    if !digits.bytes().all(plain) || !digits.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let mut unpadded = digits;
    while let [b'0', b'0'..=b'9', ..] = unpadded.as_bytes() {
        unpadded = unpadded.get(1..)?;
    }
    if unpadded.len() == digits.len() {
        Decimal::parse(text)
    } else if digits.len() == text.len() {
        Decimal::parse(unpadded)
    } else {
        Decimal::parse(&format!("-{unpadded}"))
    }
}

/// The number that a few digits spell.
fn of_digits(digits: &[u8]) -> Option<u32> {
    digits.iter().try_fold(0_u32, |number, digit| {
        let digit = digit.is_ascii_digit().then(|| digit.saturating_sub(b'0'))?;
        number.checked_mul(10)?.checked_add(digit.into())
    })
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
            "1899-12-31",
            "2201-01-01",
        ] {
            assert_eq!(parse_date(text), None, "{text}");
        }
        assert_eq!(parse_day("2021-6-1"), None);
        assert_eq!(parse_day("2021-06-01"), parse_date("2021-06-01"));
        for text in [
            "2021-06-0",
            "2021-06-011",
            "2021/06/01",
            "2021-0a-01",
            "+021-06-01",
            "2021-02-29",
        ] {
            assert_eq!(parse_day(text), None, "{text}");
        }
    }

    #[test]
    fn numbers_are_exact_and_full_width_digits_are_taken() {
        assert_eq!(parse_number("4.5"), Decimal::parse("4.5"));
        assert_eq!(parse_number("００９０"), Decimal::from_int(90));
        assert_eq!(parse_number("0"), Decimal::from_int(0));
        assert_eq!(parse_number("0.5"), Decimal::parse("0.5"));
        assert_eq!(parse_number("-3"), Decimal::from_int(-3));
        assert_eq!(parse_number("-003"), Decimal::from_int(-3));
        assert_eq!(parse_number("-00.50"), Decimal::parse("-0.5"));
        assert_eq!(parse_number("000"), Decimal::from_int(0));
        assert_eq!(parse_number("4294967296"), Decimal::from_int(1 << 32));
        for text in ["", "1e3", "NaN", "1,000", "--1", ".", ".5", "+1", "五"] {
            assert_eq!(parse_number(text), None, "{text}");
        }
    }
}
