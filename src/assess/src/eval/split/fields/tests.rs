//! What is remembered of one dossier serves the next.

use chrono::NaiveDate;
use dossier::Dossier;
use rulebook::{Rule, Test};

use crate::Engine;
use crate::engine::Term;
use crate::eval::split::{Scratch, Search};
use crate::program::{Domain, ListProgram, Program, Value};
use crate::subject::{Subject, TypedRecord, typed};

/// Numbers in no order.
struct Draw(u64);

impl Draw {
    fn below(&mut self, count: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        usize::try_from(self.0 >> 33).unwrap() % count
    }
}

fn day(year: i32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, 12, 31).unwrap()
}

fn season(year: i32) -> Term {
    Term {
        year,
        cut_off: day(year),
        assumed_from: 2026,
    }
}

/// A record that lacks much; what it has, others have too.
fn record(shape: &ListProgram, draw: &mut Draw) -> TypedRecord {
    let mut record = TypedRecord::unknown(shape.slots.len());
    for (slot, field) in shape.slots.iter().enumerate() {
        let is_kind = shape.kind.as_ref().is_some_and(|(kind, _)| *kind == slot);
        let is_day = matches!(field.domain, Domain::Date(_));
        let lacks = draw.below(if is_day { 2 } else { 4 }) == 0;
        if record.value(slot) != Value::Unknown || lacks && !is_kind {
            continue;
        }
        let value = match &field.domain {
            Domain::Date(_) => Value::Date(day(2017 + i32::try_from(draw.below(14)).unwrap())),
            Domain::Text { .. } => Value::Text(draw.below(3)),
            _ => {
                let values = field.values().unwrap_or_default();
                let few = if is_kind { values.len() } else { 2 };
                let place = draw.below(values.len().clamp(1, few));
                values.get(place).copied().unwrap_or(Value::Unknown)
            }
        };
        record.set(shape, slot, value);
    }
    record
}

/// With records of one list, and a few days that are derived from titles.
fn person(program: &Program, place: usize, draw: &mut Draw) -> Subject {
    let mut subject = typed(program, &Dossier::default(), &[]);
    let titles = program.lists.iter().position(|list| list.id == "titles");
    for (place, count) in [(titles.unwrap(), 1), (place, 3)] {
        let list = subject.list_mut(place).unwrap();
        list.open = draw.below(4) == 0;
        let records = (0..count).map(|_| record(&program.lists[place], draw));
        list.records.extend(records);
    }
    subject
}

/// What the records have once it is filled for a goal, or for the score, what they lack.
fn filled(
    program: &Program,
    (subject, term, today): (&Subject, Term, NaiveDate),
    (goal, high): (Option<usize>, bool),
    scratch: &mut Scratch,
) -> Vec<Vec<Value>> {
    let flat = &program.flat;
    let mut search = Search::new((program, subject), (term, today), scratch);
    match goal.and_then(|goal| flat.goals.get(goal)) {
        Some(goal) => search.extremes_of((&goal.signs, (Some(goal), goal.asks(program))), high),
        None => search.extremes_of((&flat.score_signs, (None, flat.score_asks(program))), high),
    }
    let lists = search.scratch.subject.lists.iter();
    let records = lists.flat_map(|list| &list.records);
    records.map(|record| record.values.to_vec()).collect()
}

/// A book in which achievements have a second day, and rules on it.
fn with_second_day() -> Program {
    let mut book = Engine::shipped().book().clone();
    let mut lists = book.list.iter_mut();
    let list = lists.find(|list| list.id == "achievements").unwrap();
    let day = list.field.iter().find(|field| field.id == "date");
    let mut opened = day.unwrap().clone();
    opened.id = "opened".to_owned();
    list.field.push(opened);
    let forms = book.clause.iter_mut().flat_map(|clause| &mut clause.form);
    for form in forms {
        if let Rule::Records(rule) = &mut form.rule
            && rule.list == "achievements"
        {
            let test = Test {
                on_or_after: Some("engineer_since".to_owned()),
                ..Test::default()
            };
            rule.r#where.insert("opened".to_owned(), test);
        }
    }
    Program::compile(&book).unwrap()
}

#[test]
fn a_record_is_filled_as_if_nobody_had_been_there_before() {
    for program in [&Engine::shipped().program, &with_second_day()] {
        let mut draw = Draw(1);
        let (mut shared, mut changed) = (Scratch::default(), 0);
        for _ in 0..600 {
            // Many of whom the same is asked.
            let goal = draw.below(program.flat.goals.len() + 20);
            let goal = (goal < program.flat.goals.len()).then_some(goal);
            let what = (goal, draw.below(2) == 0);
            let mut year = || 2026 + i32::try_from(draw.below(2)).unwrap();
            let (season, today) = (season(year()), day(year()));
            let place = draw.below(program.lists.len());
            for _ in 0..100 {
                let subject = person(program, place, &mut draw);
                let when = (&subject, season, today);
                let alone = filled(program, when, what, &mut Scratch::default());
                let behind = filled(program, when, what, &mut shared);
                assert_eq!(behind, alone, "{what:?} {:?}", program.lists[place].id);
                let records = subject.lists.iter().flat_map(|list| &list.records);
                let before = records.map(|record| record.values.to_vec());
                changed += usize::from(before.collect::<Vec<Vec<Value>>>() != alone);
            }
        }
        // Much is filled, so that this says something.
        assert!(changed > 10_000, "{changed}");
    }
}
