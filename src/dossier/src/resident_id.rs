//! Resident identity numbers under GB 11643.

use chrono::NaiveDate;

/// Sex, as an identity number tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sex {
    /// An odd sequence number.
    Male,
    /// An even sequence number.
    Female,
}

/// What an identity number says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ResidentId {
    /// The birth date.
    pub birth_date: NaiveDate,
    /// The sex.
    pub sex: Sex,
}

/// Why a text is no identity number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ResidentIdError {
    /// It has not 18 characters.
    Length {
        /// The number of characters found.
        found: usize,
    },
    /// One of the first 17 is not a digit, or the last neither a digit nor X.
    Character {
        /// The position, from 1.
        position: usize,
    },
    /// The digits of the birth date name no day.
    BirthDate,
    /// The check character is another one.
    CheckCharacter,
}

/// Weights of the first 17 digits (GB 11643, ISO 7064 MOD 11-2).
const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
/// Check characters by remainder.
const CHECKS: [char; 11] = ['1', '0', 'X', '9', '8', '7', '6', '5', '4', '3', '2'];

impl ResidentId {
    /// Reads an identity number of 18 characters; a small `x` at the end is taken as `X`.
    ///
    /// # Errors
    /// With the first thing that is wrong.
    pub fn parse(text: &str) -> Result<Self, ResidentIdError> {
        let found = text.chars().count();
        if found != 18 {
            return Err(ResidentIdError::Length { found });
        }
        let digits = first_digits(text)?;
        let last = text.chars().last().map(|c| c.to_ascii_uppercase());
        if !last.is_some_and(|c| c.is_ascii_digit() || c == 'X') {
            return Err(ResidentIdError::Character { position: 18 });
        }
        let birth_date = birth_date(&digits).ok_or(ResidentIdError::BirthDate)?;
        let sum: u32 = digits.iter().zip(WEIGHTS).map(|(d, w)| d * w).sum();
        let check = usize::try_from(sum % 11).ok();
        if check.and_then(|index| CHECKS.get(index).copied()) != last {
            return Err(ResidentIdError::CheckCharacter);
        }
        let odd = digits.last().is_some_and(|digit| digit % 2 == 1);
        let sex = if odd { Sex::Male } else { Sex::Female };
        Ok(Self { birth_date, sex })
    }
}

fn first_digits(text: &str) -> Result<Vec<u32>, ResidentIdError> {
    let numbered = text.chars().take(17).enumerate();
    numbered
        .map(|(index, c)| {
            let position = index + 1;
            c.to_digit(10)
                .ok_or(ResidentIdError::Character { position })
        })
        .collect()
}

fn birth_date(digits: &[u32]) -> Option<NaiveDate> {
    let number = |from: usize, to: usize| {
        let part = digits.get(from..to)?;
        Some(part.iter().fold(0, |sum, digit| sum * 10 + digit))
    };
    let year = i32::try_from(number(6, 10)?).ok()?;
    NaiveDate::from_ymd_opt(year, number(10, 12)?, number(12, 14)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_tells_birth_date_and_sex() {
        let id = ResidentId::parse("33010619870228122X").unwrap();
        assert_eq!(id.birth_date, NaiveDate::from_ymd_opt(1987, 2, 28).unwrap());
        assert_eq!(id.sex, Sex::Female);
        assert_eq!(ResidentId::parse("33010619870228122x"), Ok(id));
    }

    #[test]
    fn every_changed_digit_is_found() {
        let good = "33010619870228122X";
        for position in 0..17 {
            for digit in '0'..='9' {
                let mut text: Vec<char> = good.chars().collect();
                if text[position] == digit {
                    continue;
                }
                text[position] = digit;
                let text: String = text.into_iter().collect();
                assert!(ResidentId::parse(&text).is_err(), "{text}");
            }
        }
    }

    #[test]
    fn what_is_wrong_is_named() {
        use ResidentIdError::{BirthDate, Character, CheckCharacter, Length};
        assert_eq!(ResidentId::parse(""), Err(Length { found: 0 }));
        assert_eq!(
            ResidentId::parse("330106870228122"),
            Err(Length { found: 15 })
        );
        let parse = ResidentId::parse;
        assert_eq!(parse("3301O619870228122X"), Err(Character { position: 5 }));
        assert_eq!(parse("33010619870228122Y"), Err(Character { position: 18 }));
        assert_eq!(parse("33010619870230122X"), Err(BirthDate));
        assert_eq!(parse("330106198702281221"), Err(CheckCharacter));
        assert_eq!(parse("３3010619870228122X"), Err(Character { position: 1 }));
    }
}
