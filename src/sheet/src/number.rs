//! Numbers as spreadsheets store them (a double in up to seventeen digits), in the digits that people see.

/// Most significant digits that a spreadsheet shows.
const SHOWN: usize = 15;
/// The largest exponent of ten that is written out.
const REACH: i32 = 30;

/// The number in plain digits, rounded to fifteen significant ones; none when it is no number, or too large or small.
pub(crate) fn plain(text: &str) -> Option<String> {
    let text = text.trim();
    // As nearly every cell is written.
    let is_plain = (1..=SHOWN).contains(&text.len()) && !text.starts_with('0');
    if is_plain && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(text.to_owned());
    }
    let (negative, text) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, exponent.parse::<i32>().ok()?),
        None => (text, 0),
    };
    let (whole, part) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits: Vec<u8> = whole.bytes().chain(part.bytes()).collect();
    if digits.is_empty() || whole.is_empty() || !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    // The value is 0.DIGITS × 10^point.
    let leading = digits.iter().take_while(|digit| **digit == b'0').count();
    let point = i32::try_from(whole.len()).ok()?.checked_add(exponent)?;
    let point = point.checked_sub(i32::try_from(leading).ok()?)?;
    let digits: Vec<u8> = digits.into_iter().skip(leading).collect();
    let (digits, point) = rounded(digits, point);
    if digits.is_empty() {
        return Some("0".to_owned());
    }
    if !(-REACH..=REACH).contains(&point) {
        return None;
    }
    let written = written(&digits, point);
    Some(if negative {
        format!("-{written}")
    } else {
        written
    })
}

/// At most fifteen digits, half rounded up, without zeros at the end.
fn rounded(mut digits: Vec<u8>, mut point: i32) -> (Vec<u8>, i32) {
    let up = digits.get(SHOWN).is_some_and(|digit| *digit >= b'5');
    digits.truncate(SHOWN);
    if up {
        let mut carried = true;
        for digit in digits.iter_mut().rev() {
            if *digit == b'9' {
                *digit = b'0';
            } else {
                *digit = digit.saturating_add(1);
                carried = false;
                break;
            }
        }
        if carried {
            digits.insert(0, b'1');
            point = point.saturating_add(1);
        }
    }
    while digits.last() == Some(&b'0') {
        digits.pop();
    }
    (digits, point)
}

fn written(digits: &[u8], point: i32) -> String {
    let text: String = digits.iter().map(|digit| char::from(*digit)).collect();
    let Ok(point) = usize::try_from(point) else {
        let zeros = usize::try_from(point.unsigned_abs()).unwrap_or(0);
        return format!("0.{}{text}", "0".repeat(zeros));
    };
    if point == 0 {
        return format!("0.{text}");
    }
    match text.split_at_checked(point) {
        Some((whole, "")) => whole.to_owned(),
        Some((whole, part)) => format!("{whole}.{part}"),
        None => format!("{text}{}", "0".repeat(point.saturating_sub(text.len()))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_people_see_them() {
        let cases = [
            ("0", "0"),
            ("-0", "0"),
            ("12", "12"),
            ("12.50", "12.5"),
            ("4.4927E4", "44927"),
            ("1.0E-3", "0.001"),
            ("0.10000000000000001", "0.1"),
            ("80.400000000000006", "80.4"),
            ("999999999999999.9", "1000000000000000"),
            ("3.3010219850505002E17", "330102198505050000"),
            ("-2.5", "-2.5"),
            ("100", "100"),
        ];
        for (stored, seen) in cases {
            assert_eq!(plain(stored).as_deref(), Some(seen), "{stored}");
        }
    }

    #[test]
    fn what_is_no_number_is_none() {
        for text in [
            "", "-", ".", ".5", "1e", "1e999", "NaN", "1,5", "0x10", "1e-99",
        ] {
            assert_eq!(plain(text), None, "{text}");
        }
    }
}
