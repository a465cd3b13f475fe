//! Decimals.

use proptest::prelude::*;

use super::make;
use crate::{Decimal, DecimalError};

fn millionths(text: &str) -> Option<i64> {
    Decimal::parse(text).map(Decimal::millionths)
}

#[test]
fn every_spelling_of_a_value_is_the_value() {
    for text in [
        "4.5",
        "4.50",
        "45e-1",
        "0.45E1",
        "450E-2",
        "4.5e0",
        "4.5e+0",
        "4.500000000",
        "0.0045e3",
    ] {
        assert_eq!(millionths(text), Some(4_500_000), "{text}");
    }
    for text in [
        "0",
        "-0",
        "0.0",
        "0e999999999999999999999",
        "0e-999999999999999999999",
        "-0.000000000",
    ] {
        assert_eq!(millionths(text), Some(0), "{text}");
    }
    assert_eq!(millionths("-0.000001"), Some(-1));
    assert_eq!(millionths("10e-7"), Some(1));
}

#[test]
fn the_grammar_is_the_one_of_rfc_8259() {
    for text in [
        "",
        "-",
        "+1",
        "01",
        "-01",
        "00",
        ".5",
        "5.",
        "1.e3",
        "1e",
        "1e+",
        "1e-",
        "1e1.5",
        "0x10",
        "1_000",
        " 1",
        "1 ",
        "--1",
        "1-",
        "1.2.3",
        "1e2e3",
        "１",
        "NaN",
        "Infinity",
        "-Infinity",
        "1,5",
    ] {
        assert_eq!(text.parse::<Decimal>(), Err(DecimalError::Syntax), "{text}");
    }
}

#[test]
fn what_does_not_fit_is_refused_and_never_rounded() {
    for text in [
        "0.0000001",
        "1.0000001",
        "1e-7",
        "1e-999999999999999999999",
        "123456789012345678901234567890e-10",
    ] {
        assert_eq!(
            text.parse::<Decimal>(),
            Err(DecimalError::TooManyDecimals),
            "{text}"
        );
    }
    for text in [
        "9223372036854.775808",
        "-9223372036854.775809",
        "1e13",
        "1e999999999999999999999",
        "92233720368547758070",
    ] {
        assert_eq!(
            text.parse::<Decimal>(),
            Err(DecimalError::TooLarge),
            "{text}"
        );
    }
}

#[test]
fn the_range_is_the_one_documented() {
    assert_eq!(millionths("9223372036854.775807"), Some(i64::MAX));
    assert_eq!(millionths("-9223372036854.775808"), Some(i64::MIN));
    assert_eq!(
        Decimal::from_int(9_223_372_036_854).map(Decimal::millionths),
        Some(9_223_372_036_854_000_000)
    );
    assert_eq!(Decimal::from_int(9_223_372_036_855), None);
    assert_eq!(Decimal::from_hundredths(i64::MAX), None);
}

#[test]
fn the_spelling_is_the_shortest() {
    for text in [
        "4.5",
        "-3",
        "0",
        "0.000001",
        "-0.5",
        "100",
        "9223372036854.775807",
        "-9223372036854.775808",
        "1.05",
    ] {
        assert_eq!(Decimal::parse(text).unwrap().to_string(), text);
    }
}

#[test]
fn whole_numbers_and_hundredths_are_given_only_when_exact() {
    let number = |text| Decimal::parse(text).unwrap();
    assert_eq!(number("80").to_integer(), Some(80));
    assert_eq!(number("80.5").to_integer(), None);
    assert_eq!(number("-80.25").hundredths(), Some(-8025));
    assert_eq!(number("80.255").hundredths(), None);
    assert_eq!(Decimal::from_hundredths(8025), Some(number("80.25")));
    assert!(number("-1") < number("-0.5"));
    assert_eq!(Decimal::from(-3), number("-3"));
    assert_eq!(Decimal::from(3_u32), number("3"));
    assert_eq!(Decimal::default(), Decimal::ZERO);
}

proptest! {
    #[test]
    fn a_decimal_is_read_back_from_its_spelling(number in make::decimal()) {
        let text = number.to_string();
        prop_assert_eq!(Decimal::parse(&text), Some(number));
        prop_assert!(!text.contains('e'));
        prop_assert!(!text.contains('.') || !text.ends_with('0'));
    }

    #[test]
    fn moving_the_point_and_the_exponent_together_changes_nothing(number in make::decimal(), shift in 0_usize..30) {
        let zeros = "0".repeat(shift);
        let text = number.to_string();
        let longer = if text.contains('.') { format!("{text}{zeros}") } else { format!("{text}.0{zeros}") };
        prop_assert_eq!(Decimal::parse(&longer), Some(number));
        let digits = number.millionths().to_string();
        let by_exponent = format!("{}{}e-{}", digits, zeros, 6 + shift);
        prop_assert_eq!(Decimal::parse(&by_exponent), Some(number));
    }
}
