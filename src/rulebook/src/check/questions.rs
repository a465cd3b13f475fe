//! Scales, questions and what answers may be.

use json::Decimal;

use super::context::Context;
use super::fields::is_date;
use super::identity::{at_least_one, within};
use super::names::{Names, among};
use super::spot::Spot;
use super::tests_on_answers::kind_name;
use super::{FaultKind, Thing};
use crate::{AnswerKind, Choice, Question};

/// The years that a book may speak of.
pub(crate) const YEARS: (u32, u32) = (1900, 2200);
/// The most choices of one question or scale.
const MOST_CHOICES: usize = 200;
/// The longest text in characters.
const LONGEST_TEXT: u32 = 20_000;

/// Finds what is wrong with scales and questions.
pub(crate) fn check(context: &mut Context<'_>) {
    let book = context.book;
    let top = Spot::Top;
    for (index, scale) in book.scale.iter().enumerate() {
        choices(
            context,
            &scale.choice,
            &top.key("scale").index(index).key("choice"),
        );
    }
    for (index, question) in book.question.iter().enumerate() {
        let questions = top.key("question");
        let at = questions.index(index);
        context
            .screens
            .resolve(&question.screen, &at.key("screen"), &mut context.faults);
        kind(context, &question.kind, &at.key("kind"));
    }
}

/// Finds what is wrong with what an answer may be.
pub(crate) fn kind<'a>(context: &mut Context<'a>, kind: &'a AnswerKind, at: &Spot<'_>) {
    match kind {
        AnswerKind::YesNo | AnswerKind::Date { .. } => {}
        AnswerKind::Choice(given) => choices(context, given, &at.key("choice")),
        AnswerKind::Scale { scale, only } => offered(context, scale, only, &at.key("scale")),
        AnswerKind::Integer { min, max, .. } => {
            let bounds = (Decimal::from_int(*min), Decimal::from_int(*max));
            if let (Some(min), Some(max)) = bounds {
                ordered(context, min, max, &at.key("integer"));
            }
        }
        AnswerKind::Decimal { min, max, .. } => ordered(context, *min, *max, &at.key("decimal")),
        AnswerKind::Year { min } => {
            let min = u32::try_from(*min).unwrap_or(0);
            within(context, min, YEARS, &at.key("year").key("min"));
        }
        AnswerKind::Text { max } => {
            within(context, *max, (1, LONGEST_TEXT), &at.key("text").key("max"));
        }
        AnswerKind::ResidentId { sex, birth_date } => {
            let at = at.key("resident_id");
            resident_id(context, (sex, birth_date), &at);
        }
    }
}

fn choices(context: &mut Context<'_>, choices: &[Choice], at: &Spot<'_>) {
    at_least_one(context, Thing::Choice, choices.len(), at);
    context
        .faults
        .need(choices.len() <= MOST_CHOICES, at, || FaultKind::TooMany {
            what: Thing::Choice,
            found: choices.len(),
            limit: MOST_CHOICES,
        });
    let ids = choices.iter().map(|choice| choice.id.as_str());
    Names::new(Thing::Choice, ids.collect(), at, &mut context.faults);
}

fn offered(context: &mut Context<'_>, scale: &str, only: &[String], at: &Spot<'_>) {
    let faults = &mut context.faults;
    if context
        .scales
        .resolve(scale, &at.key("scale"), faults)
        .is_none()
    {
        return;
    }
    let all = context.steps_of(scale);
    let at = at.key("only");
    for (index, id) in only.iter().take(MOST_CHOICES).enumerate() {
        let at = at.index(index);
        let first = only.iter().position(|other| other == id).unwrap_or(index);
        if among(Thing::Choice, id, &all, (&at, &mut context.faults)) && first < index {
            let (what, id) = (Thing::Choice, id.clone());
            let Spot::Index(list, _) = &at else { continue };
            let first = list.index(first).path();
            context.fault(&at, FaultKind::RepeatedId { what, id, first });
        }
    }
}

fn ordered(context: &mut Context<'_>, min: Decimal, max: Decimal, at: &Spot<'_>) {
    context
        .faults
        .need(min <= max, at, || FaultKind::Disordered {
            first: format!("`max` = {max}"),
            then: format!("`min` = {min}"),
        });
}

fn resident_id(context: &mut Context<'_>, others: (&str, &str), at: &Spot<'_>) {
    let (sex, birth_date) = others;
    if let Some(question) = context.question(birth_date, &at.key("birth_date")) {
        need(
            context,
            question,
            (is_date(&question.kind), "a date"),
            &at.key("birth_date"),
        );
    }
    if let Some(question) = context.question(sex, &at.key("sex")) {
        let choices = context.choices(&question.kind).unwrap_or_default();
        let sound = ["male", "female"].iter().all(|id| choices.contains(id));
        let expected = "a choice with `male` and `female`";
        need(context, question, (sound, expected), &at.key("sex"));
    }
}

/// A fault when the answer to a question is of another kind than is needed.
#[inline(never)]
pub(crate) fn need(
    context: &mut Context<'_>,
    question: &Question,
    needed: (bool, &'static str),
    at: &Spot<'_>,
) {
    context.faults.need(needed.0, at, || FaultKind::WrongKind {
        id: question.id.clone(),
        found: kind_name(&question.kind),
        expected: needed.1,
    });
}
