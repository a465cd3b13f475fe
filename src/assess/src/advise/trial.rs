//! A goal under answers that are tried out.

use std::sync::Arc;

use chrono::NaiveDate;

use super::goal::Goal;
use super::{chance, turns};
use crate::engine::Term;
use crate::eval::case::Case;
use crate::eval::records;
use crate::eval::split::{decide_one, enrich};
use crate::eval::unknown::{Unknown, Values};
use crate::program::{CLevel, Program, Value};
use crate::subject::{Subject, TypedList};
use crate::{Engine, Verdict};

/// What an unknown is tried as.
#[derive(Clone, Debug)]
pub(super) enum Fill {
    /// An answer or a field; a span of days stands for any day in it.
    Value(Value),
    /// A list said to be complete, with what it then holds.
    List(Arc<TypedList>),
}

/// A goal under answers that are tried out.
pub(super) struct Trial<'a> {
    pub(super) program: &'a Program,
    pub(super) goal: Goal,
    /// Judgements made.
    pub(super) looks: u32,
    /// Judgements that may be made.
    pub(super) most: u32,
    /// The answers as they are tried.
    tried: Subject,
    base: Subject,
    /// Every open list with all that rules and rows ask for, closed.
    rich: Subject,
    /// Days at which something turns.
    turns: Vec<NaiveDate>,
    term: Term,
    today: NaiveDate,
}

/// Whether a value still has to be told.
pub(super) const fn unsettled(value: Value) -> bool {
    matches!(value, Value::Unknown | Value::Days(..))
}

impl<'a> Trial<'a> {
    pub(super) fn new(
        engine: &'a Engine,
        subject: &Subject,
        (term, today): (Term, NaiveDate),
        (goal, most): (Goal, u32),
    ) -> Self {
        let program = &engine.program;
        let mut rich = subject.clone();
        enrich(program, term, &mut rich);
        Self {
            turns: turns::turns(engine, subject, term),
            program,
            goal,
            looks: 0,
            most,
            tried: subject.clone(),
            base: subject.clone(),
            rich,
            term,
            today,
        }
    }

    /// Whether the bound of work is reached.
    pub(super) fn spent(&self) -> bool {
        self.looks >= self.most
    }

    /// The answers as they are tried now.
    pub(super) fn subject(&self) -> &Subject {
        &self.tried
    }

    /// Goes on from these answers.
    pub(super) fn resume(&mut self, subject: Subject) {
        self.tried = subject;
    }

    /// Back to what was entered.
    pub(super) fn reset(&mut self) {
        self.tried.clone_from(&self.base);
    }

    fn level(&self) -> Option<&'a CLevel> {
        self.program.levels.get(self.goal.level)
    }

    /// Looks at the case as it is tried now.
    fn look<T>(&mut self, view: impl FnOnce(&Case<'_>, &CLevel) -> T) -> Option<T> {
        self.looks = self.looks.saturating_add(1);
        let level = self.level()?;
        let case = Case::new(self.program, &self.tried, self.term);
        Some(view(&case, level))
    }

    /// What three-valued logic says of the goal.
    pub(super) fn quick(&mut self) -> Verdict {
        let target = self.goal.target;
        let found = self.look(|case, level| case.goal(level.place, target));
        found.unwrap_or(Verdict::Open)
    }

    /// What every completion agrees on, and whether the bound was hit.
    pub(super) fn exact(&mut self) -> (Verdict, bool) {
        let quick = self.quick();
        if !quick.is_open() {
            return (quick, false);
        }
        let goal = (self.goal.level, self.goal.target);
        let decision = decide_one((self.program, &self.tried), (self.term, self.today), goal);
        // A search looks many times.
        self.looks = self.looks.saturating_add(50);
        decision.map_or((Verdict::Open, true), |decision| {
            (decision.verdict, decision.bounded)
        })
    }

    /// A guess how likely the goal is to be met; [`chance::ONE`] is certainty.
    pub(super) fn chance(&mut self) -> i64 {
        let target = self.goal.target;
        let found = self.look(|case, level| chance::of(case, level, target));
        found.unwrap_or(0)
    }

    /// Everything unknown that the goal may hang on, in the order of the book.
    pub(super) fn unknowns(&mut self) -> Vec<Unknown> {
        let target = self.goal.target;
        let found = self.look(|case, level| super::items::unknowns(case, level, target));
        found.unwrap_or_default()
    }

    /// Whether something still has to be told as things are tried now.
    pub(super) fn is_open(&self, item: Unknown) -> bool {
        let subject = self.subject();
        match item {
            Unknown::Answer(question) => unsettled(subject.answer(question)),
            Unknown::Field { list, record, slot } => {
                let list = subject.lists.get(list);
                let record = list.and_then(|list| list.records.get(record));
                record.is_some_and(|record| unsettled(record.value(slot)))
            }
            Unknown::More(list) => subject.lists.get(list).is_some_and(|list| list.open),
        }
    }

    /// How an unknown can turn out; unknown days come in two spans.
    pub(super) fn options(&self, item: Unknown) -> Vec<Fill> {
        if let Unknown::More(list) = item {
            let own = self.subject().lists.get(list);
            let closed = own.map(|own| Arc::new(TypedList::new(own.records.clone(), false)));
            let rich = self.rich.lists.get(list).cloned();
            return closed.into_iter().chain(rich).map(Fill::List).collect();
        }
        if let Some(span) = self.days(item) {
            return turns::halves(&self.turns, span).map(Fill::Value).into();
        }
        let values = Values {
            program: self.program,
            term: self.term,
            today: self.today,
        };
        let mut fills = Vec::new();
        for value in values.of(self.subject(), item) {
            match value {
                Value::Days(first, last) => {
                    let halves = turns::halves(&self.turns, (first, last));
                    fills.extend(halves.map(Fill::Value));
                }
                value => fills.push(Fill::Value(value)),
            }
        }
        fills
    }

    /// The days that an unknown day still can be, once it was narrowed.
    fn days(&self, item: Unknown) -> Option<(NaiveDate, NaiveDate)> {
        let subject = self.subject();
        let value = match item {
            Unknown::Answer(question) => subject.answer(question),
            Unknown::Field { list, record, slot } => {
                subject.lists.get(list)?.records.get(record)?.value(slot)
            }
            Unknown::More(_) => return None,
        };
        match value {
            Value::Days(first, last) => Some((first, last)),
            _ => None,
        }
    }

    /// Tries an unknown as something; whether any reader accepts that.
    pub(super) fn fill(&mut self, item: Unknown, fill: &Fill) -> bool {
        let program = self.program;
        let subject = &mut self.tried;
        match (item, fill) {
            (Unknown::Answer(question), Fill::Value(value)) => {
                subject.put(program, question, *value);
                true
            }
            (Unknown::Field { list, record, slot }, Fill::Value(value)) => {
                let Some(shape) = program.lists.get(list) else {
                    return false;
                };
                let list = subject.list_mut(list);
                let Some(place) = list.and_then(|list| list.records.get_mut(record)) else {
                    return false;
                };
                if !unsettled(place.value(slot)) {
                    return true;
                }
                place.set(shape, slot, *value);
                records::possible(shape, place)
            }
            (Unknown::More(list), Fill::List(filled)) => {
                // Records that stand there keep what is tried of their fields.
                if let Some(list) = subject.list_mut(list) {
                    let own = list.records.len();
                    let more = filled.records.iter().skip(own).cloned();
                    list.records.extend(more);
                    list.open = false;
                }
                true
            }
            _ => false,
        }
    }
}
