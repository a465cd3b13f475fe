//! What is remembered of one dossier serves the next.

use chrono::NaiveDate;
use dossier::Dossier;

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
        if record.value(slot) != Value::Unknown || !is_kind && draw.below(2) == 0 {
            continue;
        }
        let value = match &field.domain {
            Domain::Date(_) => Value::Date(day(2017 + i32::try_from(draw.below(14)).unwrap())),
            Domain::Text { .. } => Value::Text(draw.below(3)),
            _ => {
                let values = field.values().unwrap_or_default();
                let place = draw.below(values.len().clamp(1, 4));
                values.get(place).copied().unwrap_or(Value::Unknown)
            }
        };
        record.set(shape, slot, value);
    }
    record
}

fn person(program: &Program, draw: &mut Draw) -> Subject {
    let mut subject = typed(program, &Dossier::default(), &[]);
    for (place, shape) in program.lists.iter().enumerate() {
        let list = subject.list_mut(place).unwrap();
        list.open = draw.below(4) == 0;
        let count = draw.below(3);
        list.records.extend((0..count).map(|_| record(shape, draw)));
    }
    subject
}

/// What the records have once it is filled for a goal, or for the score, what they lack.
fn filled(
    program: &Program,
    (subject, term): (&Subject, Term),
    (goal, high): (Option<usize>, bool),
    scratch: &mut Scratch,
) -> Vec<Vec<Value>> {
    let flat = &program.flat;
    let mut search = Search::new((program, subject), (term, day(2026)), scratch);
    match goal.and_then(|goal| flat.goals.get(goal)) {
        Some(goal) => search.extremes_of((&goal.signs, (Some(goal), goal.asks(program))), high),
        None => search.extremes_of((&flat.score_signs, (None, flat.score_asks(program))), high),
    }
    let lists = search.scratch.subject.lists.iter();
    let records = lists.flat_map(|list| &list.records);
    records.map(|record| record.values.to_vec()).collect()
}

#[test]
fn a_record_is_filled_as_if_nobody_had_been_there_before() {
    let engine = Engine::shipped();
    let program = &engine.program;
    let mut draw = Draw(1);
    let (mut shared, mut changed) = (Scratch::default(), 0);
    for round in 0..40_000 {
        let subject = person(program, &mut draw);
        let when = (
            &subject,
            season(2026 + i32::try_from(draw.below(2)).unwrap()),
        );
        let goal = draw.below(program.flat.goals.len() + 20);
        let goal = (goal < program.flat.goals.len()).then_some(goal);
        let what = (goal, draw.below(2) == 0);
        let alone = filled(program, when, what, &mut Scratch::default());
        assert_eq!(
            filled(program, when, what, &mut shared),
            alone,
            "{round} {what:?}"
        );
        let records = subject.lists.iter().flat_map(|list| &list.records);
        let before: Vec<Vec<Value>> = records.map(|record| record.values.to_vec()).collect();
        changed += usize::from(before != alone);
    }
    // Much is filled, so that this says something.
    assert!(changed > 10_000, "{changed}");
}
