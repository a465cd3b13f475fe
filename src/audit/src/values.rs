//! Answers that stand for all others: each test of the book falls out the same for an answer and
//! for one of these.

use dossier::Answer;
use json::Decimal;
use rulebook::{AnswerKind, Book, FutureDates, Scalar, Test};

use crate::days::{Days, Known};

/// The most answers that stand for all others; each has a bit in a mask.
pub(crate) const MOST: usize = 128;

/// What an answer may be, and the tests that are put to it.
pub(crate) struct Asked<'a> {
    pub(crate) kind: &'a AnswerKind,
    /// Whether `null` is an answer.
    pub(crate) none: bool,
    pub(crate) tests: Vec<&'a Test>,
}

/// The answers that stand for all others, likely ones first; whether all found a place.
pub(crate) fn samples(book: &Book, days: &Days<'_>, asked: &Asked<'_>) -> (Vec<Answer>, bool) {
    let mut samples = match asked.kind {
        AnswerKind::YesNo => vec![Answer::YesNo(false), Answer::YesNo(true)],
        AnswerKind::Choice(choices) => {
            let ids = choices.iter().map(|choice| choice.id.clone());
            ids.map(Answer::Text).collect()
        }
        AnswerKind::Scale { scale, only } => offered(book, scale, only),
        AnswerKind::Integer { min, max, .. } => {
            let ends = (Decimal::from_int(*min), Decimal::from_int(*max));
            numbers(asked, ends, &[1_000_000])
        }
        AnswerKind::Decimal { min, max, .. } => {
            numbers(asked, (Some(*min), Some(*max)), &[1_000_000, 10_000, 1])
        }
        AnswerKind::Year { min } => {
            let years = days.years().chain([*min]).filter(|year| year >= min);
            let years = years.filter_map(Decimal::from_int);
            years.map(Answer::Number).collect()
        }
        AnswerKind::Date { future } => {
            let last = *future == FutureDates::Refuse;
            let days_of = days.samples().into_iter();
            let kept = days_of.filter(|day| !last || *day <= days.cut_off);
            kept.map(|day| Answer::Text(day.to_string())).collect()
        }
        AnswerKind::Text { .. } => vec![Answer::from_text("示例")],
        AnswerKind::ResidentId { .. } => Vec::new(),
    };
    if asked.none {
        samples.insert(0, Answer::None);
    }
    let fits = samples.len() <= MOST;
    samples.truncate(MOST);
    (samples, fits)
}

/// The choices that are offered, the lowest first.
fn offered(book: &Book, scale: &str, only: &[String]) -> Vec<Answer> {
    let mut scales = book.scale.iter();
    let scale = scales.find(|other| other.id == *scale);
    let choices = scale
        .into_iter()
        .flat_map(|scale| scale.choice.iter().rev());
    let choices = choices.filter(|choice| only.is_empty() || only.contains(&choice.id));
    choices
        .map(|choice| Answer::Text(choice.id.clone()))
        .collect()
}

/// Numbers on and beside every constant, and the ends of the range, in order.
fn numbers(
    asked: &Asked<'_>,
    (min, max): (Option<Decimal>, Option<Decimal>),
    steps: &[i64],
) -> Vec<Answer> {
    let mut found: Vec<Decimal> = [min, max].into_iter().flatten().collect();
    for constant in asked.tests.iter().flat_map(|test| constants(test)) {
        if let Scalar::Number(number) = constant {
            let at = number.millionths();
            let beside = steps.iter().flat_map(|step| [step, &0]);
            for step in beside {
                found.push(Decimal::from_millionths(at.saturating_add(*step)));
                found.push(Decimal::from_millionths(at.saturating_sub(*step)));
            }
        }
    }
    found.retain(|number| min.is_none_or(|min| *number >= min));
    found.retain(|number| max.is_none_or(|max| *number <= max));
    found.sort_unstable();
    found.dedup();
    found.into_iter().map(Answer::Number).collect()
}

fn constants(test: &Test) -> impl Iterator<Item = &Scalar> {
    let single = [&test.is, &test.at_least, &test.at_most];
    let several = test.one_of.iter().flatten();
    single.into_iter().flatten().chain(several)
}

/// Whether an answer passes a test; none where a day decides that other answers give.
pub(crate) fn passes(
    (book, days): (&Book, &Days<'_>),
    (test, answer, kind): (&Test, &Answer, &AnswerKind),
) -> Option<bool> {
    if *answer == Answer::None {
        return Some(test.or_none);
    }
    let equal = |scalar: &Scalar| same(scalar, answer);
    let order = |bound: &Scalar| rank(book, kind, answer).zip(rank_of(book, kind, bound));
    let plain = test.is.as_ref().is_none_or(equal)
        && test.one_of.as_ref().is_none_or(|all| all.iter().any(equal))
        && test
            .at_least
            .as_ref()
            .is_none_or(|bound| order(bound).is_some_and(|(a, b)| a >= b))
        && test
            .at_most
            .as_ref()
            .is_none_or(|bound| order(bound).is_some_and(|(a, b)| a <= b));
    let day = answer.text().and_then(dossier::parse_day);
    let bound = |id: &Option<String>| -> Option<Option<chrono::NaiveDate>> {
        let Some(id) = id else { return Some(None) };
        match days.known(id)? {
            Known::Day(bound) => Some(Some(bound)),
            Known::Open(_) => None,
        }
    };
    if !plain {
        return Some(false);
    }
    let (after, before) = (bound(&test.on_or_after), bound(&test.on_or_before));
    let fails = |bound: Option<Option<_>>,
                 wrong: fn(chrono::NaiveDate, chrono::NaiveDate) -> bool| {
        bound
            .flatten()
            .is_some_and(|bound| day.is_none_or(|day| wrong(day, bound)))
    };
    if fails(after, |day, bound| day < bound) || fails(before, |day, bound| day > bound) {
        return Some(false);
    }
    (after.is_some() && before.is_some()).then_some(true)
}

fn same(scalar: &Scalar, answer: &Answer) -> bool {
    match (scalar, answer) {
        (Scalar::YesNo(a), Answer::YesNo(b)) => a == b,
        (Scalar::Number(a), Answer::Number(b)) => a == b,
        (Scalar::Choice(a), Answer::Text(b)) => a == b,
        _ => false,
    }
}

/// Where an answer stands in the order of its kind; the higher, the greater.
fn rank(book: &Book, kind: &AnswerKind, answer: &Answer) -> Option<i64> {
    match answer {
        Answer::Number(number) => Some(number.millionths()),
        Answer::Text(id) => place(book, kind, id),
        Answer::None | Answer::YesNo(_) => None,
    }
}

fn rank_of(book: &Book, kind: &AnswerKind, bound: &Scalar) -> Option<i64> {
    match bound {
        Scalar::Number(number) => Some(number.millionths()),
        Scalar::Choice(id) => place(book, kind, id),
        Scalar::YesNo(_) => None,
    }
}

fn place(book: &Book, kind: &AnswerKind, id: &str) -> Option<i64> {
    let AnswerKind::Scale { scale, .. } = kind else {
        return None;
    };
    let scale = book.scale.iter().find(|other| other.id == *scale)?;
    let place = scale.choice.iter().position(|choice| choice.id == id)?;
    i64::try_from(place).ok().map(i64::wrapping_neg)
}
