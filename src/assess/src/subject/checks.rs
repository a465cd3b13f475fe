//! Looking at every answer: shape, range, dates, what answers must agree on.

use std::sync::Arc;

use chrono::{Datelike, NaiveDate};
use dossier::{Answer, Dossier, Record, ResidentId, Sex, parse_day};
use rulebook::{CheckRule, FutureDates, Moment};

use super::reading::{Answers, Look};
use super::{Place, Problem, ProblemKind, Severity};
use crate::engine::Term;
use crate::program::{Bound, CFilter, Domain, ListProgram, Value};
use crate::{Engine, Verdict};

/// What the checks know beside the answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Now {
    pub(crate) today: NaiveDate,
    pub(crate) season: Term,
}

/// Every problem, in the order of questions and lists; `looks` are those at each record of each list.
pub(super) fn examine(
    engine: &Engine,
    dossier: &Dossier,
    now: Now,
    (answers, looks): (&Answers<'_>, &[Vec<Arc<Look>>]),
) -> Vec<Problem> {
    let mut problems = of_questions(engine, dossier, (answers, now));
    for (list, looks) in engine.program.lists.iter().zip(looks) {
        records(list, looks, &mut problems);
    }
    unknown_lists(engine, dossier, &mut problems);
    book_checks(engine, dossier, looks, &mut problems);
    problems
}

/// What is wrong with the answers to questions by themselves.
pub(super) fn of_questions(
    engine: &Engine,
    dossier: &Dossier,
    (answers, now): (&Answers<'_>, Now),
) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (slot, known) in engine.program.questions.iter().zip(&answers.known) {
        let Some((answer, value)) = *known else {
            continue;
        };
        let own = of_answer((&slot.domain, slot.none), (answer, value), now).into_iter();
        let kinds = own.chain(resident_id(&slot.domain, answer, dossier));
        problems.extend(kinds.map(|kind| Problem {
            place: Place::Question(slot.id.clone()),
            kind,
        }));
    }
    let unknown = answers.unknown.iter();
    problems.extend(unknown.map(|key| Problem {
        place: Place::Question((*key).to_owned()),
        kind: ProblemKind::UnknownKey,
    }));
    problems
}

/// What is wrong with one answer by itself, of which the value is known.
pub(super) fn of_answer(
    (domain, none): (&Domain, bool),
    (answer, value): (&Answer, Value),
    now: Now,
) -> Option<ProblemKind> {
    match (domain, value) {
        (Domain::Text { .. }, _) | (_, Value::Unknown) => amiss(domain, none, answer),
        _ => of_value(domain, value, now),
    }
}

/// What is wrong with a value that its domain has.
pub(super) fn of_value(domain: &Domain, value: Value, now: Now) -> Option<ProblemKind> {
    match (domain, value) {
        (Domain::Number { year: true, .. }, Value::Number(year)) => {
            let future = year.to_integer() > Some(i64::from(now.today.year()));
            future.then_some(ProblemKind::Future)
        }
        (Domain::Date(future), Value::Date(day)) => date_problem(*future, day, now),
        _ => None,
    }
}

/// What is wrong with a text, or with an answer that has no value.
fn amiss(domain: &Domain, none: bool, answer: &Answer) -> Option<ProblemKind> {
    let found = || match answer {
        Answer::Text(text) => text.clone(),
        Answer::Number(number) => number.to_string(),
        Answer::YesNo(_) | Answer::None => String::new(),
    };
    match (domain, answer) {
        (_, Answer::None) => (!none).then_some(ProblemKind::NoneHasNoMeaning),
        (Domain::YesNo, _) => Some(ProblemKind::NotYesNo),
        (Domain::Choice { .. }, _) => Some(ProblemKind::NotAChoice { found: found() }),
        (Domain::Number { whole: true, .. }, Answer::Number(value))
            if value.to_integer().is_none() =>
        {
            Some(ProblemKind::NotWhole)
        }
        (Domain::Number { min, max, .. }, Answer::Number(_)) => Some(ProblemKind::OutOfRange {
            min: *min,
            max: *max,
        }),
        (Domain::Number { .. }, _) => Some(ProblemKind::NotANumber { found: found() }),
        (Domain::Date(_), _) => Some(ProblemKind::NotADate { found: found() }),
        (Domain::Text { max }, Answer::Text(text)) => {
            let max = *max;
            (text.chars().count() > max).then_some(ProblemKind::TooLong { max })
        }
        (Domain::ResidentId { .. }, Answer::Text(text)) => {
            ResidentId::parse(text).err().map(ProblemKind::ResidentId)
        }
        (Domain::Text { .. } | Domain::ResidentId { .. }, _) => Some(ProblemKind::NotText),
    }
}

fn date_problem(future: FutureDates, day: NaiveDate, now: Now) -> Option<ProblemKind> {
    let cut_off = now.season.cut_off;
    match future {
        FutureDates::Refuse => (day > now.today).then_some(ProblemKind::Future),
        FutureDates::Warn if day > cut_off => Some(ProblemKind::AfterCutOff { cut_off }),
        FutureDates::Warn => (day > now.today).then_some(ProblemKind::AfterToday),
        FutureDates::Allow => None,
    }
}

/// Whether the number agrees with sex and birth date.
fn resident_id(domain: &Domain, answer: &Answer, dossier: &Dossier) -> Vec<ProblemKind> {
    let Domain::ResidentId { sex, birth_date } = domain else {
        return Vec::new();
    };
    let Some(Ok(id)) = answer.text().map(ResidentId::parse) else {
        return Vec::new();
    };
    let mut problems = Vec::new();
    let born = dossier.answer(birth_date).and_then(Answer::text);
    let born = born.and_then(parse_day);
    if born.is_some_and(|born| born != id.birth_date) {
        let told = id.birth_date;
        problems.push(ProblemKind::ResidentIdBirthDate { told });
    }
    let told = match id.sex {
        Sex::Male => "male",
        Sex::Female => "female",
    };
    let said = dossier.answer(sex).and_then(Answer::text);
    if said.is_some_and(|said| said != told) {
        problems.push(ProblemKind::ResidentIdSex);
    }
    problems
}

fn records(list: &ListProgram, looks: &[Arc<Look>], problems: &mut Vec<Problem>) {
    for look in looks {
        let found = look.problems().iter();
        problems.extend(found.map(|(field, kind)| Problem {
            place: field_place(&list.id, look.record(), field),
            kind: kind.clone(),
        }));
    }
    let Some(unique) = list.unique.and_then(|slot| list.slots.get(slot)) else {
        return;
    };
    let answers = looks.iter().filter_map(|look| {
        let answer = look.record().answer(&unique.field)?;
        Some((look.record(), answer))
    });
    let answers: Vec<(&Record, &Answer)> = answers.collect();
    for (index, (record, answer)) in answers.iter().enumerate() {
        let mut earlier = answers.iter().take(index);
        if let Some((other, _)) = earlier.find(|(_, other)| other == answer) {
            problems.push(Problem {
                place: field_place(&list.id, record, &unique.field),
                kind: ProblemKind::Repeated {
                    other: other.id.clone(),
                },
            });
        }
    }
}

fn field_place(list: &str, record: &Record, field: &str) -> Place {
    Place::Field {
        list: list.to_owned(),
        record: record.id.clone(),
        field: field.to_owned(),
    }
}

fn unknown_lists(engine: &Engine, dossier: &Dossier, problems: &mut Vec<Problem>) {
    let known = |name: &String| engine.program.lists.iter().any(|list| list.id == *name);
    let unknown = dossier.lists.keys().filter(|name| !known(name));
    problems.extend(unknown.map(|name| Problem {
        place: Place::List(name.clone()),
        kind: ProblemKind::UnknownList,
    }));
}

fn book_checks(
    engine: &Engine,
    dossier: &Dossier,
    looks: &[Vec<Arc<Look>>],
    problems: &mut Vec<Problem>,
) {
    let refused: Vec<Place> = problems
        .iter()
        .filter(|problem| problem.severity() == Severity::Refused)
        .map(|problem| problem.place.clone())
        .collect();
    let read = Read {
        engine,
        dossier,
        looks,
    };
    for (index, check) in engine.book.check.iter().enumerate() {
        let places = match &check.rule {
            CheckRule::Before(first, then) => read.before(first, then),
            CheckRule::Ordered { list, first, then } => ordered(dossier, list, first, then),
            CheckRule::Impossible { list, .. } => read.impossible(list, index),
        };
        let places = places.into_iter().filter(|place| !refused.contains(place));
        problems.extend(places.map(|place| Problem {
            place,
            kind: ProblemKind::Check {
                id: check.id.clone(),
                message: check.message.clone(),
            },
        }));
    }
}

/// A dossier with the looks at its records.
#[derive(Clone, Copy)]
struct Read<'a> {
    engine: &'a Engine,
    dossier: &'a Dossier,
    looks: &'a [Vec<Arc<Look>>],
}

impl<'a> Read<'a> {
    /// A list with the looks at its records.
    fn list(self, id: &str) -> Option<(&'a ListProgram, &'a [Arc<Look>])> {
        let mut lists = self.engine.program.lists.iter().zip(self.looks);
        let (list, looks) = lists.find(|(list, _)| list.id == id)?;
        Some((list, looks))
    }

    /// The later moments that do not lie after every earlier one.
    fn before(self, first: &Moment, then: &Moment) -> Vec<Place> {
        let mut latest = None;
        self.each_day(first, &mut |_, day| latest = latest.max(Some(day)));
        let mut places = Vec::new();
        self.each_day(then, &mut |record, day| {
            if Some(day) <= latest {
                places.extend(place_of(then, record));
            }
        });
        places
    }

    /// Tells every day of a moment: of the answer to the question, or of each record.
    fn each_day(self, moment: &Moment, tell: &mut dyn FnMut(Option<&Record>, NaiveDate)) {
        match moment {
            Moment::Question(question) => {
                let answer = self.dossier.answer(question).and_then(Answer::text);
                if let Some(day) = answer.and_then(parse_day) {
                    tell(None, day);
                }
            }
            Moment::Records { list, field } => {
                let Some((list, looks)) = self.list(list) else {
                    return;
                };
                let slots = list.slots.iter().enumerate();
                let slots = slots.filter(|(_, slot)| slot.field == *field);
                let slots: Vec<usize> = slots.map(|(place, _)| place).collect();
                for look in looks {
                    let mut values = slots.iter().map(|slot| look.value(*slot));
                    let day = values.find_map(|value| match value {
                        Value::Date(day) => Some(day),
                        _ => None,
                    });
                    if let Some(day) = day {
                        tell(Some(look.record()), day);
                    }
                }
            }
        }
    }

    /// The records that a check, by its place in the book, calls impossible.
    fn impossible(self, list: &str, check: usize) -> Vec<Place> {
        let Some((program, looks)) = self.list(list) else {
            return Vec::new();
        };
        let mut compiled = program.impossible.iter();
        let Some((_, filter)) = compiled.find(|(of, _)| *of == check) else {
            return Vec::new();
        };
        let wrong = looks
            .iter()
            .filter(|look| passes(&|slot| look.value(slot), filter));
        wrong
            .map(|look| Place::Record {
                list: list.to_owned(),
                record: look.record().id.clone(),
            })
            .collect()
    }
}

/// Where a day of a moment stands.
fn place_of(moment: &Moment, record: Option<&Record>) -> Option<Place> {
    Some(match moment {
        Moment::Question(question) => Place::Question(question.clone()),
        Moment::Records { list, field } => field_place(list, record?, field),
    })
}

fn ordered(dossier: &Dossier, list: &str, first: &str, then: &str) -> Vec<Place> {
    let records = dossier.records(list).iter();
    let wrong = records.filter(|record| match (record.answer(first), record.answer(then)) {
        (Some(Answer::Number(first)), Some(Answer::Number(then))) => first > then,
        (Some(Answer::Text(first)), Some(Answer::Text(then))) => {
            match (parse_day(first), parse_day(then)) {
                (Some(first), Some(then)) => first > then,
                _ => false,
            }
        }
        _ => false,
    });
    wrong
        .map(|record| field_place(list, record, then))
        .collect()
}

/// Whether a record with these values, by slot, passes for sure.
pub(super) fn passes(values: &dyn Fn(usize) -> Value, filter: &CFilter) -> bool {
    filter.tests.iter().all(|(slot, test)| {
        let value = values(*slot);
        let holds = |bound: &Bound| bound.plain(value) == Verdict::Met;
        value != Value::Unknown && test.bounds.iter().all(holds)
    })
}
