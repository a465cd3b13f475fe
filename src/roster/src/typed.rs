//! What a cell answers.

use dossier::{Answer, parse_date, parse_number, to_half_width};
use json::Decimal;
use rulebook::{AnswerKind, Book, Choice};
use sheet::{Epoch, Value, day_of_serial};

use crate::mapping::Mapping;
use crate::problem::ProblemKind;

/// What is asked.
pub(crate) struct Asked<'a> {
    /// The id of the question or field.
    pub(crate) id: &'a str,
    /// What an answer may be.
    pub(crate) kind: &'a AnswerKind,
    /// What "none" says in words, where it may be said.
    pub(crate) none: Option<&'a str>,
}

/// Who reads.
pub(crate) struct Reader<'a> {
    pub(crate) book: &'a Book,
    pub(crate) mapping: &'a Mapping,
    pub(crate) epoch: Epoch,
}

/// Serial numbers of days that people's lives are made of: 1927 to 2119.
const SERIALS: std::ops::RangeInclusive<u32> = 10_000..=80_000;

impl Reader<'_> {
    /// Reads a cell; with it what should be looked at.
    pub(crate) fn answer(
        &self,
        asked: &Asked<'_>,
        value: &Value,
    ) -> Result<(Answer, Option<ProblemKind>), ProblemKind> {
        if matches!(value, Value::Error(_)) {
            return Err(ProblemKind::SheetError);
        }
        let text = value.shown();
        if asked
            .none
            .is_some_and(|none| text == none || matches!(&*text, "空" | "无" | "没有"))
        {
            return Ok((Answer::None, None));
        }
        if let AnswerKind::Date { .. } = asked.kind {
            return self.day(value);
        }
        self.plain(asked, value, &text).map(|answer| (answer, None))
    }

    fn plain(&self, asked: &Asked<'_>, value: &Value, text: &str) -> Result<Answer, ProblemKind> {
        match asked.kind {
            AnswerKind::YesNo => yes_no(value, text)
                .map(Answer::YesNo)
                .ok_or(ProblemKind::NotYesNo),
            AnswerKind::Choice(choices) => self.choice(asked.id, text, (choices, &[])),
            AnswerKind::Scale { scale, only } => {
                let scale = self.book.scale.iter().find(|entry| entry.id == *scale);
                let choices = scale.map_or(&[][..], |scale| &scale.choice);
                self.choice(asked.id, text, (choices, only))
            }
            AnswerKind::Integer { unit, .. } => whole(number(value, text, unit.as_deref())?),
            AnswerKind::Year { .. } => whole(number(value, text, Some("年"))?),
            AnswerKind::Decimal { unit, .. } => {
                number(value, text, unit.as_deref()).map(Answer::Number)
            }
            // A spreadsheet keeps fifteen digits of a number; those of an identity card are eighteen.
            AnswerKind::ResidentId { .. } => match value {
                Value::Number(digits) if digits.len() > 15 => Err(ProblemKind::DigitsLost),
                _ => Ok(Answer::from_text(to_half_width(text).trim().to_uppercase())),
            },
            AnswerKind::Date { .. } | AnswerKind::Text { .. } => Ok(Answer::from_text(text)),
        }
    }

    /// Reads one of the choices, where `only` these are offered; all of them where it is empty.
    fn choice(
        &self,
        asked: &str,
        text: &str,
        (choices, only): (&[Choice], &[String]),
    ) -> Result<Answer, ProblemKind> {
        let is_offered = |choice: &&Choice| only.is_empty() || only.contains(&choice.id);
        let choices = choices.iter().filter(is_offered);
        let known = |id: &&str| choices.clone().any(|choice| choice.id == *id);
        if let Some(id) = self.mapping.word(asked, text).filter(known) {
            return Ok(Answer::from_text(id));
        }
        if let Some(id) = choose(choices.clone(), text) {
            return Ok(Answer::from_text(id));
        }
        let labels = choices.map(|choice| choice.label.clone());
        Err(ProblemKind::NotAChoice(labels.collect()))
    }

    fn day(&self, value: &Value) -> Result<(Answer, Option<ProblemKind>), ProblemKind> {
        let day = |day: chrono::NaiveDate| Answer::from_text(day.to_string());
        match value {
            Value::Day(found) => Ok((day(*found), None)),
            Value::Number(digits) => {
                let whole = digits.split('.').next().unwrap_or(digits);
                let serial = whole
                    .parse::<u32>()
                    .is_ok_and(|serial| SERIALS.contains(&serial));
                let found = serial.then(|| day_of_serial(digits, self.epoch)).flatten();
                match found {
                    Some(found) => Ok((day(found), Some(ProblemKind::Serial(found)))),
                    None => parse_date(digits)
                        .map(|found| (day(found), None))
                        .ok_or(ProblemKind::NotADay),
                }
            }
            other => {
                let found = parse_date(&other.shown()).ok_or(ProblemKind::NotADay)?;
                Ok((day(found), None))
            }
        }
    }
}

/// The choice with this id or label, written in full or half width, with or without blanks; what stands in brackets
/// behind a label may be left out where no other label is the same without it.
pub(crate) fn choose<'a>(
    choices: impl Iterator<Item = &'a Choice> + Clone,
    text: &str,
) -> Option<&'a str> {
    // As nearly every cell is written, without a copy of each label.
    let mut as_written = choices.clone();
    let as_written = as_written.find(|choice| choice.id == text || choice.label == text);
    if let Some(choice) = as_written {
        return Some(&choice.id);
    }
    let alike = |text: &str| -> String {
        to_half_width(text)
            .chars()
            .filter(|c| !c.is_whitespace())
            .collect()
    };
    let short = |text: &str| alike(text).split('(').next().unwrap_or("").to_owned();
    let wanted = alike(text);
    let mut exact = choices
        .clone()
        .filter(|choice| choice.id == text || alike(&choice.label) == wanted);
    if let Some(choice) = exact.next() {
        return Some(&choice.id);
    }
    let mut near = choices.filter(|choice| short(&choice.label) == wanted);
    match (near.next(), near.next()) {
        (Some(choice), None) => Some(&choice.id),
        _ => None,
    }
}

pub(crate) fn yes_no(value: &Value, text: &str) -> Option<bool> {
    if let Value::YesNo(yes) = value {
        return Some(*yes);
    }
    match text {
        "是" => return Some(true),
        "否" => return Some(false),
        _ => {}
    }
    match to_half_width(text).trim().to_ascii_lowercase().as_str() {
        "是" | "有" | "对" | "√" | "✓" | "y" | "yes" | "true" | "1" => Some(true),
        "否" | "无" | "没有" | "不是" | "×" | "✗" | "n" | "no" | "false" | "0" => {
            Some(false)
        }
        _ => None,
    }
}

fn number(value: &Value, text: &str, unit: Option<&str>) -> Result<Decimal, ProblemKind> {
    if matches!(value, Value::Day(_) | Value::YesNo(_)) {
        return Err(ProblemKind::NotANumber);
    }
    let text = text.trim();
    let digits = unit
        .and_then(|unit| text.strip_suffix(unit))
        .unwrap_or(text);
    parse_number(digits).ok_or(ProblemKind::NotANumber)
}

fn whole(number: Decimal) -> Result<Answer, ProblemKind> {
    number
        .to_integer()
        .map(|_| Answer::Number(number))
        .ok_or(ProblemKind::NotWhole)
}
