//! Tests fit the answers they are put to.

use super::FaultKind;
use super::context::Context;
use super::spot::Spot;
use crate::{AnswerKind, Field, Question, Scalar, Test};

/// What a test is put to.
pub(crate) struct Subject<'a> {
    id: &'a str,
    domain: Domain<'a>,
    /// Whether `null` is an answer.
    none: bool,
}

/// What an answer may be, as far as tests go.
enum Domain<'a> {
    YesNo,
    Choices(Vec<&'a str>),
    Scale {
        offered: Vec<&'a str>,
        all: Vec<&'a str>,
    },
    Number {
        whole: bool,
    },
    Date,
    Text,
}

impl<'a> Subject<'a> {
    /// A choice of these.
    pub(crate) fn of_choices(id: &'a str, choices: Vec<&'a str>) -> Self {
        let domain = Domain::Choices(choices);
        Self {
            id,
            domain,
            none: false,
        }
    }

    /// The answer to a question.
    pub(crate) fn of_question(question: &'a Question, context: &Context<'a>) -> Self {
        let domain = Domain::new(&question.kind, context);
        let none = question.none.is_some();
        Self {
            id: &question.id,
            domain,
            none,
        }
    }

    /// The answer in a field.
    pub(crate) fn of_field(field: &'a Field, context: &Context<'a>) -> Self {
        let domain = Domain::new(&field.kind, context);
        let none = field.none.is_some();
        Self {
            id: &field.id,
            domain,
            none,
        }
    }

    fn wrong_test(&self, test: &'static str) -> FaultKind {
        FaultKind::WrongTest {
            test,
            id: self.id.to_owned(),
            kind: self.domain.name(),
            instead: self.domain.tests(),
        }
    }

    fn wrong_constant(&self, found: String, expected: &'static str) -> FaultKind {
        let id = self.id.to_owned();
        FaultKind::WrongConstant {
            found,
            id,
            expected,
        }
    }
}

impl<'a> Domain<'a> {
    fn new(kind: &'a AnswerKind, context: &Context<'a>) -> Self {
        match kind {
            AnswerKind::YesNo => Self::YesNo,
            AnswerKind::Choice(_) => Self::Choices(context.choices(kind).unwrap_or_default()),
            AnswerKind::Scale { scale, .. } => Self::Scale {
                offered: context.choices(kind).unwrap_or_default(),
                all: context.steps_of(scale),
            },
            AnswerKind::Integer { .. } | AnswerKind::Year { .. } => Self::Number { whole: true },
            AnswerKind::Decimal { .. } => Self::Number { whole: false },
            AnswerKind::Date { .. } => Self::Date,
            AnswerKind::Text { .. } | AnswerKind::ResidentId { .. } => Self::Text,
        }
    }

    fn name(&self) -> &'static str {
        match self {
            Self::YesNo => "yes or no",
            Self::Choices(_) => "a choice without an order",
            Self::Scale { .. } => "a choice of a scale",
            Self::Number { .. } => "a number",
            Self::Date => "a date",
            Self::Text => "a text",
        }
    }

    fn tests(&self) -> &'static str {
        match self {
            Self::YesNo => "`true` or `false`",
            Self::Choices(_) => "a choice or `one_of`; an order needs a scale",
            Self::Scale { .. } | Self::Number { .. } => {
                "a constant, `one_of`, `at_least` or `at_most`"
            }
            Self::Date => "`on_or_after` or `on_or_before` with a date of the book",
            Self::Text => "another question; texts cannot be tested",
        }
    }
}

/// The kind of an answer in words, for faults.
pub(crate) fn kind_name(kind: &AnswerKind) -> &'static str {
    match kind {
        AnswerKind::YesNo => "yes or no",
        AnswerKind::Choice(_) => "a choice without an order",
        AnswerKind::Scale { .. } => "a choice of a scale",
        AnswerKind::Integer { .. } => "a whole number",
        AnswerKind::Decimal { .. } => "a number",
        AnswerKind::Year { .. } => "a year",
        AnswerKind::Date { .. } => "a date",
        AnswerKind::Text { .. } => "a text",
        AnswerKind::ResidentId { .. } => "an identity number",
    }
}

/// Finds what does not fit in a test.
pub(crate) fn check(context: &mut Context<'_>, test: &Test, subject: &Subject<'_>, at: &Spot<'_>) {
    context
        .faults
        .need(!test.is_empty(), at, || FaultKind::EmptyTest);
    if let Some(value) = &test.is {
        equality(context, ("is", value), subject, &at.key("is"));
    }
    for (index, value) in test.one_of.iter().flatten().enumerate() {
        equality(
            context,
            ("one_of", value),
            subject,
            &at.key("one_of").index(index),
        );
    }
    let none_given = test.one_of.as_ref().is_some_and(Vec::is_empty);
    context
        .faults
        .need(!none_given, &at.key("one_of"), || FaultKind::EmptyTest);
    let bounds = [("at_least", &test.at_least), ("at_most", &test.at_most)];
    for (name, value) in bounds {
        if let Some(value) = value {
            bound(context, (name, value), subject, &at.key(name));
        }
    }
    let days = [
        ("on_or_after", &test.on_or_after),
        ("on_or_before", &test.on_or_before),
    ];
    for (name, date) in days {
        let Some(date) = date else { continue };
        let at = at.key(name);
        if !matches!(subject.domain, Domain::Date) {
            context.fault(&at, subject.wrong_test(name));
        }
        context.date(date, &at);
    }
    let none_refused = test.or_none && !subject.none;
    context.faults.need(!none_refused, &at.key("or_none"), || {
        FaultKind::NoneRefused {
            id: subject.id.to_owned(),
        }
    });
}

/// `is` or one of `one_of`.
fn equality(
    context: &mut Context<'_>,
    test: (&'static str, &Scalar),
    subject: &Subject<'_>,
    at: &Spot<'_>,
) {
    let (name, value) = test;
    let expected = match &subject.domain {
        Domain::Date | Domain::Text => return context.fault(at, subject.wrong_test(name)),
        Domain::YesNo if matches!(value, Scalar::YesNo(_)) => return,
        Domain::YesNo => "`true` or `false`",
        Domain::Choices(choices)
        | Domain::Scale {
            offered: choices, ..
        } => {
            return choice(context, value, (subject, choices), at);
        }
        Domain::Number { whole } => return number(context, value, (subject, *whole), at),
    };
    context.fault(at, subject.wrong_constant(show(value), expected));
}

/// `at_least` or `at_most`.
fn bound(
    context: &mut Context<'_>,
    test: (&'static str, &Scalar),
    subject: &Subject<'_>,
    at: &Spot<'_>,
) {
    let (name, value) = test;
    match &subject.domain {
        Domain::Scale { all, .. } => choice(context, value, (subject, all), at),
        Domain::Number { whole } => number(context, value, (subject, *whole), at),
        Domain::YesNo | Domain::Choices(_) | Domain::Date | Domain::Text => {
            context.fault(at, subject.wrong_test(name));
        }
    }
}

fn choice(
    context: &mut Context<'_>,
    value: &Scalar,
    subject: (&Subject<'_>, &[&str]),
    at: &Spot<'_>,
) {
    let (subject, choices) = subject;
    match value {
        Scalar::Choice(id) => {
            let place = (at, &mut context.faults);
            super::names::among(super::Thing::Choice, id, choices, place);
        }
        Scalar::YesNo(_) | Scalar::Number(_) => {
            context.fault(
                at,
                subject.wrong_constant(show(value), "the id of a choice"),
            );
        }
    }
}

fn number(context: &mut Context<'_>, value: &Scalar, subject: (&Subject<'_>, bool), at: &Spot<'_>) {
    let (subject, whole) = subject;
    let expected = match value {
        Scalar::Number(number) if !whole || number.to_integer().is_some() => return,
        Scalar::Number(_) => "a whole number",
        Scalar::YesNo(_) | Scalar::Choice(_) => "a number",
    };
    context.fault(at, subject.wrong_constant(show(value), expected));
}

fn show(value: &Scalar) -> String {
    match value {
        Scalar::YesNo(value) => value.to_string(),
        Scalar::Number(value) => value.to_string(),
        Scalar::Choice(value) => value.chars().take(64).collect(),
    }
}
