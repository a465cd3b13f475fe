//! The book as a whole: format, version, days, roles, sources.

use chrono::NaiveDate;
use json::Decimal;

use super::context::Context;
use super::fields::is_date;
use super::names::{Names, usable};
use super::spot::Spot;
use super::tests_on_answers::kind_name;
use super::{FaultKind, Thing};
use crate::{AnswerKind, Book, DateRule};

/// The most seasons that the earliest year is looked for in.
const MOST_SEASONS: u32 = 30;

/// Finds what is wrong with the book as a whole.
pub(crate) fn check(context: &mut Context<'_>) {
    let book = context.book;
    let top = Spot::Top;
    context
        .faults
        .need(book.format == Book::FORMAT, &top.key("format"), || {
            FaultKind::Format {
                found: book.format.clone(),
                expected: Book::FORMAT,
            }
        });
    usable(&book.id, &top, &mut context.faults);
    version(context, &top);
    within(
        context,
        book.horizon.into(),
        (0, MOST_SEASONS),
        &top.key("horizon"),
    );
    if let Some(to) = book.effective_to.filter(|to| *to < book.effective_from) {
        context.fault(
            &top.key("effective_to"),
            FaultKind::Disordered {
                first: format!("the last day {to}"),
                then: format!("the first day {}", book.effective_from),
            },
        );
    }
    cut_off(context, &top);
    let sources = book.source.iter().map(|source| source.id.as_str());
    Names::new(
        Thing::Source,
        sources.collect(),
        &top.key("source"),
        &mut context.faults,
    );
    at_least_one(
        context,
        Thing::Source,
        book.source.len(),
        &top.key("source"),
    );
    at_least_one(context, Thing::Level, book.level.len(), &top.key("level"));
    for (index, level) in book.level.iter().enumerate() {
        context.window(level.window.as_ref(), &top.key("level").index(index));
    }
    roles(context, &top.key("roles"));
}

/// A fault when there is none.
#[inline(never)]
pub(crate) fn at_least_one(context: &mut Context<'_>, what: Thing, found: usize, at: &Spot<'_>) {
    context
        .faults
        .need(found > 0, at, || FaultKind::NoneGiven { what });
}

/// A fault when a number is outside of a range.
#[inline(never)]
pub(crate) fn within(context: &mut Context<'_>, found: u32, range: (u32, u32), at: &Spot<'_>) {
    let (least, most) = range;
    context
        .faults
        .need((least..=most).contains(&found), at, || {
            FaultKind::OutOfRange {
                found: Decimal::from(found),
                least: Decimal::from(least),
                most: Decimal::from(most),
            }
        });
}

fn version(context: &mut Context<'_>, top: &Spot<'_>) {
    let version = &context.book.version;
    let number = |part: &str| {
        let plain = part == "0" || !part.starts_with('0');
        plain && (1..=6).contains(&part.len()) && part.chars().all(|c| c.is_ascii_digit())
    };
    let sound = version.split('.').count() == 3 && version.split('.').all(number);
    context
        .faults
        .need(sound, &top.key("version"), || FaultKind::NotOfForm {
            found: version.chars().take(64).collect(),
            form: "MAJOR.MINOR.PATCH, such as 1.0.0",
        });
}

/// The cut-off day exists in every year, and a date of the book says on what authority.
fn cut_off(context: &mut Context<'_>, top: &Spot<'_>) {
    let book = context.book;
    let (month, day) = (book.cut_off.month, book.cut_off.day);
    // 2023 has no 29 February.
    let exists = NaiveDate::from_ymd_opt(2023, month, day).is_some();
    context
        .faults
        .need(exists, &top.key("cut_off"), || FaultKind::NoSuchDay {
            found: format!("{month:02}-{day:02}"),
        });
    let named = book.date.iter().any(|date| date.rule == DateRule::CutOff);
    context
        .faults
        .need(named, &top.key("date"), || FaultKind::Needed {
            key: "rule = \"cut_off\"",
            by: "in one date, which says on what authority the cut-off day stands",
        });
}

fn roles(context: &mut Context<'_>, at: &Spot<'_>) {
    let roles = &context.book.roles;
    let text: (fn(&AnswerKind) -> bool, _) =
        (|kind| matches!(kind, AnswerKind::Text { .. }), "a text");
    let choice: (fn(&AnswerKind) -> bool, _) = (
        |kind| matches!(kind, AnswerKind::Choice(_) | AnswerKind::Scale { .. }),
        "a choice",
    );
    let id_number: (fn(&AnswerKind) -> bool, _) = (
        |kind| matches!(kind, AnswerKind::ResidentId { .. }),
        "an identity number",
    );
    role(context, Some(&roles.name), text, &at.key("name"));
    role(
        context,
        roles.id_number.as_ref(),
        id_number,
        &at.key("id_number"),
    );
    let date: (fn(&AnswerKind) -> bool, _) = (is_date, "a date");
    let born = roles.birth_date.as_ref();
    role(context, born, date, &at.key("birth_date"));
    role(context, roles.employer.as_ref(), text, &at.key("employer"));
    role(context, Some(&roles.level), choice, &at.key("level"));
    role(
        context,
        roles.category.as_ref(),
        choice,
        &at.key("category"),
    );
    role(
        context,
        roles.review_path.as_ref(),
        choice,
        &at.key("review_path"),
    );
    role(context, roles.target.as_ref(), choice, &at.key("target"));
    role_choices(context, at);
}

/// The choices of some roles are the ids of entries.
fn role_choices(context: &mut Context<'_>, at: &Spot<'_>) {
    let roles = &context.book.roles;
    let book = context.book;
    let levels = book.level.iter().map(|level| level.id.as_str()).collect();
    agree(
        context,
        Some(&roles.level),
        (Thing::Level, levels),
        &at.key("level"),
    );
    let categories: Vec<_> = book
        .category
        .iter()
        .map(|entry| entry.id.as_str())
        .collect();
    let needed = !categories.is_empty() && roles.category.is_none();
    context
        .faults
        .need(!needed, &at.key("category"), || FaultKind::Needed {
            key: "category",
            by: "in a book with categories",
        });
    agree(
        context,
        roles.category.as_ref(),
        (Thing::Category, categories),
        &at.key("category"),
    );
    let targets = book.target.iter().map(|entry| entry.id.as_str()).collect();
    agree(
        context,
        roles.target.as_ref(),
        (Thing::Target, targets),
        &at.key("target"),
    );
}

#[inline(never)]
fn role(
    context: &mut Context<'_>,
    id: Option<&String>,
    needed: (fn(&AnswerKind) -> bool, &'static str),
    at: &Spot<'_>,
) {
    let Some(id) = id else { return };
    let Some(question) = context.question(id, at) else {
        return;
    };
    context
        .faults
        .need(needed.0(&question.kind), at, || FaultKind::WrongKind {
            id: id.clone(),
            found: kind_name(&question.kind),
            expected: needed.1,
        });
}

/// The choices of a question are the ids of entries, no more and no fewer.
#[inline(never)]
fn agree(
    context: &mut Context<'_>,
    question: Option<&String>,
    entries: (Thing, Vec<&str>),
    at: &Spot<'_>,
) {
    let question = question.and_then(|id| context.questions.get(id));
    let Some(question) = question else { return };
    let Some(choices) = context.choices(&question.kind) else {
        return;
    };
    disagree(context, (&question.id, choices), entries, at);
}

/// A fault when choices are not the ids of entries, in whatever order.
pub(crate) fn disagree(
    context: &mut Context<'_>,
    asked: (&str, Vec<&str>),
    entries: (Thing, Vec<&str>),
    at: &Spot<'_>,
) {
    let ((id, mut choices), (what, mut ids)) = (asked, entries);
    choices.sort_unstable();
    ids.sort_unstable();
    let owned = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect();
    context
        .faults
        .need(choices == ids, at, || FaultKind::Disagree {
            id: id.to_owned(),
            choices: owned(&choices),
            what,
            ids: owned(&ids),
        });
}
