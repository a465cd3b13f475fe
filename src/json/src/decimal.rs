//! Exact decimal numbers with six places.

mod as_serde;
#[cfg(feature = "schema")]
mod schema;

use core::fmt;
use core::str::FromStr;

pub(crate) use as_serde::{DECIMAL, visit_number};

/// Millionths in one.
const ONE: i64 = 1_000_000;
/// Millionths in a hundredth.
const HUNDREDTH: i64 = 10_000;
/// Decimals kept.
const PLACES: i64 = 6;

/// An exact decimal number: a whole count of millionths.
///
/// The range is ±9 223 372 036 854.775807. There is no rounding anywhere: what does not
/// fit is refused.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Decimal(i64);

/// Why a text is not a [`Decimal`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecimalError {
    /// The text is not a number by the grammar of RFC 8259, section 6.
    Syntax,
    /// The value needs more than six decimals.
    TooManyDecimals,
    /// The value is outside the range of [`Decimal`].
    TooLarge,
}

impl Decimal {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// The whole number `value`, or `None` when it is outside the range.
    pub const fn from_int(value: i64) -> Option<Self> {
        match value.checked_mul(ONE) {
            Some(millionths) => Some(Self(millionths)),
            None => None,
        }
    }

    /// The number that `text` spells in the grammar of RFC 8259 (`-0.5`, `4`, `1e3`).
    ///
    /// Exactness is of the value, not of the spelling: `1.00000000` is one.
    pub fn parse(text: &str) -> Option<Self> {
        text.parse().ok()
    }

    /// The number as a count of millionths.
    pub const fn millionths(self) -> i64 {
        self.0
    }

    /// The number that is `millionths` millionths.
    pub const fn from_millionths(millionths: i64) -> Self {
        Self(millionths)
    }

    /// The number as a whole number, when it is one.
    pub const fn to_integer(self) -> Option<i64> {
        if self.0 % ONE == 0 {
            Some(self.0 / ONE)
        } else {
            None
        }
    }

    /// The number as a count of hundredths, when that is exact.
    pub const fn hundredths(self) -> Option<i64> {
        if self.0 % HUNDREDTH == 0 {
            Some(self.0 / HUNDREDTH)
        } else {
            None
        }
    }

    /// The number that is `hundredths` hundredths, or `None` when it is outside the range.
    pub const fn from_hundredths(hundredths: i64) -> Option<Self> {
        match hundredths.checked_mul(HUNDREDTH) {
            Some(millionths) => Some(Self(millionths)),
            None => None,
        }
    }
}

impl From<i32> for Decimal {
    fn from(value: i32) -> Self {
        Self(i64::from(value) * ONE)
    }
}

impl From<u32> for Decimal {
    fn from(value: u32) -> Self {
        Self(i64::from(value) * ONE)
    }
}

impl FromStr for Decimal {
    type Err = DecimalError;

    fn from_str(text: &str) -> Result<Self, DecimalError> {
        let (negative, unsigned) = text
            .strip_prefix('-')
            .map_or((false, text), |rest| (true, rest));
        let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
            Some((mantissa, exponent)) => (mantissa, read_exponent(exponent)?),
            None => (unsigned, 0),
        };
        let (whole, fraction) = match mantissa.split_once('.') {
            Some((whole, fraction)) if is_digits(fraction) => (whole, fraction),
            Some(_) => return Err(DecimalError::Syntax),
            None => (mantissa, ""),
        };
        if !is_digits(whole) || (whole.len() > 1 && whole.starts_with('0')) {
            return Err(DecimalError::Syntax);
        }
        let negated = negated_millionths(whole, fraction, exponent)?;
        let millionths = if negative {
            Some(negated)
        } else {
            negated.checked_neg()
        };
        millionths.map(Self).ok_or(DecimalError::TooLarge)
    }
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// An exponent beyond what 64 bits hold is as good as the largest: no text is that long.
fn read_exponent(text: &str) -> Result<i64, DecimalError> {
    let negative = text.starts_with('-');
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    if !is_digits(digits) {
        return Err(DecimalError::Syntax);
    }
    let size = digits.bytes().fold(0_i64, |sum, digit| {
        sum.saturating_mul(10)
            .saturating_add(i64::from(digit - b'0'))
    });
    Ok(if negative { -size } else { size })
}

/// Minus the value, in millionths. Negative, because the negative range is the larger one.
fn negated_millionths(whole: &str, fraction: &str, exponent: i64) -> Result<i64, DecimalError> {
    let digits = whole.bytes().chain(fraction.bytes());
    let count = whole.len() + fraction.len();
    let zeros = digits
        .clone()
        .rev()
        .take_while(|digit| *digit == b'0')
        .count();
    if zeros == count {
        return Ok(0);
    }
    let power = exponent
        .saturating_add(PLACES)
        .saturating_sub(as_i64(fraction.len()))
        .saturating_add(as_i64(zeros));
    if power < 0 {
        return Err(DecimalError::TooManyDecimals);
    }
    let mut value = 0_i64;
    for digit in digits.take(count - zeros) {
        value = value
            .checked_mul(10)
            .and_then(|value| value.checked_sub(i64::from(digit - b'0')))
            .ok_or(DecimalError::TooLarge)?;
    }
    // The value is not nought here, so this ends after 19 rounds at most.
    for _ in 0..power {
        value = value.checked_mul(10).ok_or(DecimalError::TooLarge)?;
    }
    Ok(value)
}

fn as_i64(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// The shortest spelling, without an exponent: `4.5`, `-3`, `0`.
impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let size = self.0.unsigned_abs();
        let one = ONE.unsigned_abs();
        if self.0 < 0 {
            f.write_str("-")?;
        }
        write!(f, "{}", size / one)?;
        let mut rest = size % one;
        if rest == 0 {
            return Ok(());
        }
        let mut width = 6;
        while rest.is_multiple_of(10) {
            rest /= 10;
            width -= 1;
        }
        write!(f, ".{rest:0width$}")
    }
}

impl fmt::Debug for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl fmt::Display for DecimalError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Syntax => "not a number",
            Self::TooManyDecimals => "more than six decimals",
            Self::TooLarge => "too large",
        })
    }
}

impl core::error::Error for DecimalError {}
