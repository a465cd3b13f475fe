//! What is remembered of one dossier serves the next.

use chrono::NaiveDate;
use dossier::Dossier;
use rulebook::{Rule, Test};

use crate::Engine;
use crate::engine::Term;
use crate::eval::drawn::{Draw, day, record, season};
use crate::eval::split::{Scratch, Search};
use crate::program::{CDateRule, Program, Value};
use crate::subject::{Subject, typed};

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
    records.map(|record| record.values().to_vec()).collect()
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

/// A book of which the windows begin with days that may lie behind the cut-off day.
fn with_late_windows() -> Program {
    let mut program = Engine::shipped().program;
    let dates = &mut program.dates;
    for window in &mut program.windows {
        window.from.retain(|date| {
            let CDateRule::Earliest(anchors) = &mut dates[*date].rule else {
                return false;
            };
            for anchor in anchors {
                anchor.filter.tests.retain(|(_, test)| !test.has_days());
            }
            true
        });
    }
    program
}

#[test]
fn a_record_is_filled_as_if_nobody_had_been_there_before() {
    let shipped = Engine::shipped().program;
    for program in [&shipped, &with_second_day(), &with_late_windows()] {
        let mut draw = Draw(1);
        let (mut shared, mut changed) = (Scratch::default(), 0);
        for _ in 0..600 {
            // Many of whom the same is asked.
            let goal = draw.below(program.flat.goals.len() + 20);
            let goal = (goal < program.flat.goals.len()).then_some(goal);
            let what = (goal, draw.below(2) == 0);
            let mut year = || 2025 + i32::try_from(draw.below(4)).unwrap();
            let (season, today) = (season(year()), day(year()));
            let place = draw.below(program.lists.len());
            for _ in 0..100 {
                let subject = person(program, place, &mut draw);
                let when = (&subject, season, today);
                let alone = filled(program, when, what, &mut Scratch::default());
                let behind = filled(program, when, what, &mut shared);
                assert_eq!(behind, alone, "{what:?} {:?}", program.lists[place].id);
                let records = subject.lists.iter().flat_map(|list| &list.records);
                let before = records.map(|record| record.values().to_vec());
                changed += usize::from(before.collect::<Vec<Vec<Value>>>() != alone);
            }
        }
        // Much is filled, so that this says something.
        assert!(changed > 10_000, "{changed}");
    }
}
