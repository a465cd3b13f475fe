//! How far rules tell answers apart: those whose answers are alike are judged alike.
//!
//! Of a day rules see how it lies to the other days of the dossier, and to the cut-off days of the season and of those
//! ahead with the days so many years before them; of a number, between which bounds of tests it lies. So two who were
//! born on different days of a month are mostly alike.

use chrono::NaiveDate;
use dossier::years_before;
use json::Decimal;
use rulebook::SeasonDay;

use crate::Engine;
use crate::engine::Term;
use crate::eval::dates::reached;
use crate::eval::earliest::season_ahead;
use crate::program::{CDateRule, ListProgram, Program, Value, insert};
use crate::subject::Subject;

/// Tells whose answers an engine judges alike in a season.
#[derive(Clone, Debug)]
pub struct Likeness {
    /// Days at which something turns whoever is judged, in order.
    turns: Vec<NaiveDate>,
}

impl Likeness {
    /// What an engine tells apart in a season and in those that its book looks ahead to.
    pub fn new(engine: &Engine, season: &SeasonDay) -> Self {
        let season = Term::from(season);
        let ahead = 0..=i32::from(engine.book.horizon);
        let terms = ahead.filter_map(|ahead| season_ahead(engine, season, ahead));
        let mut turns = Vec::new();
        for Term { cut_off, .. } in terms {
            let years = engine.program.asked_years.iter();
            let before = years.map(|years| years_before(cut_off, *years));
            for day in before.chain([cut_off]) {
                // Years since a leap day are full a day early.
                turns.extend(day.succ_opt().into_iter().chain([day]));
            }
        }
        order::sort(&mut turns, &mut NaiveDate::cmp);
        turns.dedup();
        Self { turns }
    }

    /// What the engine tells of answers: those of whom it is the same are judged alike, unless a bound is hit.
    ///
    /// INVARIANT: what a line says hangs on this, the season, the day and the level asked for alone.
    pub fn of(&self, engine: &Engine, subject: &Subject) -> Vec<u64> {
        let program = &engine.program;
        let staged = staged(program, subject);
        let mut marks = Marks {
            turns: &self.turns,
            days: days(subject, &staged),
            all: Vec::new(),
        };
        for (place, slot) in program.questions.iter().enumerate() {
            let bounds = slot.bars.is_empty().then_some(slot.bounds.as_slice());
            marks.value(subject.answer(place), bounds);
        }
        for day in staged {
            marks.day(day);
        }
        for (shape, list) in program.lists.iter().zip(&subject.lists) {
            let mark = if list.open { Mark::Open } else { Mark::Closed };
            marks.put(mark, list.records.len());
            for record in &list.records {
                for (place, value) in record.values().iter().enumerate() {
                    marks.value(*value, bounds(shape, place));
                }
            }
        }
        marks.all
    }
}

/// The days at which somebody reaches the ages that rules ask for; they are reckoned from the birth by months.
fn staged(program: &Program, subject: &Subject) -> Vec<NaiveDate> {
    let mut days = Vec::new();
    for date in &program.dates {
        if let CDateRule::StagedAge { birth, stages, .. } = &date.rule
            && let Value::Date(born) = subject.answer(*birth)
        {
            let stages = stages.iter().flatten();
            days.extend(stages.map(|stage| reached(born, stage)));
        }
    }
    days
}

/// All days that rules may compare with one another, in order.
fn days(subject: &Subject, staged: &[NaiveDate]) -> Vec<NaiveDate> {
    let mut days = Vec::new();
    let mut note = |values: &[Value]| {
        for value in values {
            if let Value::Date(day) = value {
                insert(&mut days, *day);
            }
        }
    };
    note(subject.answers());
    for record in subject.lists.iter().flat_map(|list| &list.records) {
        note(record.values());
    }
    for day in staged {
        insert(&mut days, *day);
    }
    days
}

/// The bounds between which numbers of a field are alike; none where each is told apart.
fn bounds(shape: &ListProgram, place: usize) -> Option<&[Decimal]> {
    let slot = shape.slots.get(place)?;
    let is_year = slot.last_years > 0 || shape.unique == Some(place);
    let mut ordered = shape.ordered.iter();
    let is_compared = ordered.any(|(first, then)| [*first, *then].contains(&place));
    (!is_year && !is_compared).then_some(slot.bounds.as_slice())
}

/// What a number that is told is about.
#[derive(Clone, Copy)]
enum Mark {
    Open,
    Closed,
    NoValue,
    YesNo,
    Place,
    Number,
    On,
    Between,
}

/// How many marks there are: a power of two.
const MARKS: u64 = 8;

/// What is told of answers, one after another.
struct Marks<'l> {
    turns: &'l [NaiveDate],
    days: Vec<NaiveDate>,
    all: Vec<u64>,
}

impl Marks<'_> {
    fn value(&mut self, value: Value, bounds: Option<&[Decimal]>) {
        match value {
            Value::Unknown => self.put(Mark::NoValue, 0),
            Value::Absent => self.put(Mark::NoValue, 1),
            Value::None => self.put(Mark::NoValue, 2),
            Value::YesNo(yes) => self.put(Mark::YesNo, usize::from(yes)),
            Value::Choice(place) | Value::Text(place) => self.put(Mark::Place, place),
            Value::Number(number) => self.number(number, bounds),
            Value::Date(day) => self.day(day),
            Value::Days(first, last) => {
                self.day(first);
                self.day(last);
            }
        }
    }

    /// Between which bounds a number lies, or on which; the number itself where there are none.
    fn number(&mut self, number: Decimal, bounds: Option<&[Decimal]>) {
        if let Some(bounds) = bounds {
            let below = bounds.iter().filter(|bound| **bound < number).count();
            let is_bound = bounds.contains(&number);
            let mark = if is_bound { Mark::On } else { Mark::Between };
            return self.put(mark, below);
        }
        self.put(Mark::Number, 0);
        self.all.push(number.millionths().cast_unsigned());
    }

    /// Between which turns a day lies, or on which, and how many other days lie there before it.
    fn day(&mut self, day: NaiveDate) {
        let place = self.turns.partition_point(|turn| *turn < day);
        if self.turns.get(place) == Some(&day) {
            return self.put(Mark::On, place);
        }
        let last = place.checked_sub(1).and_then(|last| self.turns.get(last));
        let before = |other: &NaiveDate| *other < day && last.is_none_or(|last| other > last);
        let before = self.days.iter().filter(|other| before(other)).count();
        self.put(Mark::Between, place);
        self.put(Mark::Between, before);
    }

    fn put(&mut self, mark: Mark, number: usize) {
        let number = u64::try_from(number).unwrap_or(u64::MAX);
        self.all.push(number.wrapping_mul(MARKS) | mark as u64);
    }
}
