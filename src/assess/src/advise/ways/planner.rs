//! Plans along the explanation of a route.

use std::sync::Arc;

use chrono::NaiveDate;
use dossier::years_before;

use super::merge::{Part, Plan, cheapest, choose, cross};
use super::samples;
use crate::advise::trial::unsettled;
use crate::eval::case::Case;
use crate::eval::records;
use crate::program::{CAnchor, CDateRule, CFilter, CRule, Program, Value};
use crate::subject::TypedRecord;
use crate::{Fact, LevelLine, Node, NodeKind, RouteLine, Verdict};

/// Makes plans for one season.
pub(super) struct Planner<'c> {
    pub(super) case: &'c Case<'c>,
    pub(super) level: usize,
    pub(super) line: &'c LevelLine,
    pub(super) today: NaiveDate,
}

impl<'c> Planner<'c> {
    pub(super) fn program(&self) -> &'c Program {
        self.case.program
    }

    /// Plans for a route, cheapest first.
    pub(super) fn route(&self, route: usize, line: &RouteLine) -> Vec<Plan> {
        let program = self.program();
        let Some(compiled) = program.levels.get(self.level) else {
            return Vec::new();
        };
        let Some(own) = compiled.routes.get(route).filter(|own| own.id == line.id) else {
            return Vec::new();
        };
        let clauses = compiled.gates.iter().chain(&own.requires);
        cross(program, clauses.map(|clause| self.clause(*clause)))
    }

    fn clause(&self, clause: usize) -> Vec<Plan> {
        let program = self.program();
        let level = program.levels.get(self.level);
        let form = level.and_then(|level| level.forms.get(clause)?.as_ref());
        let entry = program.clauses.get(clause).map(|own| own.entry);
        let entry = entry.and_then(|entry| program.entries.get(entry));
        let line = entry.and_then(|entry| self.line.clause(&entry.id));
        let (Some(form), Some(line)) = (form, line) else {
            return Vec::new();
        };
        if line.conclusion.verdict == Verdict::Met {
            return vec![Plan::new()];
        }
        self.rule(&line.explanation, &form.rule)
    }

    /// Plans that make a rule hold.
    fn rule(&self, node: &Node, rule: &CRule) -> Vec<Plan> {
        if node.verdict == Verdict::Met {
            return vec![Plan::new()];
        }
        let program = self.program();
        let parts = |rules: &[CRule]| -> Vec<Vec<Plan>> {
            let pairs = node.children.iter().zip(rules);
            pairs.map(|(child, rule)| self.rule(child, rule)).collect()
        };
        match rule {
            CRule::All(rules) => cross(program, parts(rules)),
            CRule::Any(rules) => cheapest(program, parts(rules).into_iter().flatten()),
            CRule::AtLeast { count, of } => choose(program, *count, parts(of)),
            CRule::Clause(clause) => self.clause(*clause),
            CRule::Not(rule) => {
                let child = node.children.first();
                child.map_or_else(Vec::new, |child| self.not(child, rule))
            }
            CRule::Choose { question, cases } => self.choose(node, *question, cases),
            leaf => self.leaf(node, leaf),
        }
    }

    fn choose(&self, node: &Node, question: usize, cases: &[Option<CRule>]) -> Vec<Plan> {
        match self.case.subject.answer(question) {
            Value::Choice(choice) => match (node.children.first(), cases.get(choice)) {
                (Some(child), Some(Some(rule))) => self.rule(child, rule),
                _ => Vec::new(),
            },
            Value::Unknown => {
                let pairs = node.children.iter().zip(cases).enumerate();
                let plans = pairs.flat_map(|(choice, (child, rule))| {
                    let Some(rule) = rule else {
                        return Vec::new();
                    };
                    let answered = vec![vec![Part::Answer(question, Value::Choice(choice))]];
                    cross(self.program(), [answered, self.rule(child, rule)])
                });
                cheapest(self.program(), plans)
            }
            _ => Vec::new(),
        }
    }

    /// Plans that make a rule fail: only what is open can still be told so.
    fn not(&self, node: &Node, rule: &CRule) -> Vec<Plan> {
        if node.verdict == Verdict::NotMet {
            return vec![Plan::new()];
        }
        let each = |rules: &[CRule]| -> Vec<Vec<Plan>> {
            let pairs = node.children.iter().zip(rules);
            pairs.map(|(child, rule)| self.not(child, rule)).collect()
        };
        match rule {
            CRule::All(rules) => cheapest(self.program(), each(rules).into_iter().flatten()),
            CRule::Any(rules) => cross(self.program(), each(rules)),
            CRule::Not(rule) => match node.children.first() {
                Some(child) => self.rule(child, rule),
                None => Vec::new(),
            },
            CRule::Barred { question, .. } => {
                let unknown = self.case.subject.answer(*question) == Value::Unknown;
                let none = vec![Part::Answer(*question, Value::None)];
                if unknown { vec![none] } else { Vec::new() }
            }
            CRule::Answer { question, test } => {
                let failing = self.answers(*question).into_iter().find(|value| {
                    records::passes(*value, test, &|id| self.case.day(id)) == Verdict::NotMet
                });
                let plan = failing.map(|value| vec![Part::Answer(*question, value)]);
                plan.into_iter().collect()
            }
            CRule::Records { list, .. } | CRule::EachYear { list, .. } => {
                let open = self.case.list(*list).is_some_and(|list| list.open);
                if open {
                    vec![vec![Part::Close(*list)]]
                } else {
                    Vec::new()
                }
            }
            _ => Vec::new(),
        }
    }

    fn leaf(&self, node: &Node, rule: &CRule) -> Vec<Plan> {
        match rule {
            CRule::Answer { question, test } => {
                let values = self.answers(*question).into_iter();
                let passing = values.filter(|value| {
                    records::passes(*value, test, &|id| self.case.day(id)) == Verdict::Met
                });
                let plans = passing.map(|value| vec![Part::Answer(*question, value)]);
                plans.take(1).collect()
            }
            CRule::Records {
                list,
                filter,
                at_least,
                window,
            } => self.records(node, (*list, filter), (*at_least, *window)),
            CRule::EachYear { .. } => self.each_year(node, rule),
            CRule::Years { since, at_least } => {
                let by = years_before(self.case.season.cut_off, *at_least);
                self.day(*since, by)
            }
            CRule::Dated(date) => self.day(*date, self.case.season.cut_off),
            CRule::Day { date, .. } => self.later(*date),
            CRule::ScoreReachesLine => super::score::plans(self),
            _ => Vec::new(),
        }
    }

    /// What a question that is not answered can be answered with.
    pub(super) fn answers(&self, question: usize) -> Vec<Value> {
        if self.case.subject.answer(question) != Value::Unknown {
            return Vec::new();
        }
        let slot = self.program().questions.get(question);
        let values = slot.and_then(|slot| slot.domain.representatives(&slot.bounds));
        let none = slot.is_some_and(|slot| slot.none).then_some(Value::None);
        none.into_iter().chain(values.unwrap_or_default()).collect()
    }

    /// A record to be added, dated as late as this; none when it can neither be missing in the
    /// list nor be achieved.
    pub(super) fn new_record(
        &self,
        list: usize,
        filters: &[&CFilter],
        latest: NaiveDate,
    ) -> Option<Part> {
        let open = self.case.list(list)?.open;
        let day = if open { latest.min(self.today) } else { latest };
        if !open && day <= self.today {
            return None;
        }
        let record = samples::record(self.case, list, filters, day)?;
        (open || self.dated(list, &record)).then(|| Part::add(list, &record, !open))
    }

    /// Whether a record says when it came about, so that it can lie after today.
    fn dated(&self, list: usize, record: &TypedRecord) -> bool {
        let shape = self.program().lists.get(list);
        let slots = shape.into_iter().flat_map(|shape| &shape.slots);
        let mut pairs = slots.zip(record.values().iter());
        pairs.any(|(slot, value)| match (&slot.domain, value) {
            (crate::program::Domain::Date(future), Value::Date(_)) => {
                *future != rulebook::FutureDates::Refuse
            }
            _ => false,
        })
    }

    fn records(
        &self,
        node: &Node,
        (list, filter): (usize, &CFilter),
        (need, window): (usize, Option<usize>),
    ) -> Vec<Plan> {
        let NodeKind::Records { have, .. } = &node.kind else {
            return Vec::new();
        };
        let missing = need.saturating_sub(*have);
        let open = node.facts.iter().filter_map(|fact| match fact {
            Fact::Record {
                record,
                passes,
                in_window,
                ..
            } if passes.and(*in_window).is_open() => self.complete((list, record), filter, window),
            _ => None,
        });
        let open: Vec<Plan> = open.take(missing).collect();
        let latest = self.case.season.cut_off;
        let new = self.new_record(list, &[filter], latest);
        let with = |filled: usize| -> Option<Plan> {
            let mut plan: Plan = open.iter().take(filled).flatten().cloned().collect();
            let more = missing.saturating_sub(filled);
            if more > 0 {
                plan.extend(std::iter::repeat_n(new.clone()?, more));
            }
            Some(plan)
        };
        let plans = (0..=open.len()).filter_map(with);
        cheapest(self.program(), plans)
    }

    /// Answers the fields of a record so that it passes.
    fn complete(
        &self,
        (list, record): (usize, &str),
        filter: &CFilter,
        window: Option<usize>,
    ) -> Option<Plan> {
        let shape = self.program().lists.get(list)?;
        let records = &self.case.list(list)?.records;
        let place = records.iter().position(|other| *other.id == *record)?;
        let typed = records.get(place)?;
        let day = self.today.min(self.case.season.cut_off);
        let sample = samples::record(self.case, list, &[filter], day)?;
        let tested = filter.tests.iter().map(|(slot, _)| *slot);
        let window = window.and(shape.window_slot);
        let mut plan = Plan::new();
        for slot in tested.chain(window) {
            if unsettled(typed.value(slot)) {
                let part = Part::Field {
                    list,
                    record: place,
                    slot,
                    value: sample.value(slot),
                };
                if !plan.contains(&part) {
                    plan.push(part);
                }
            }
        }
        (!plan.is_empty()).then_some(plan)
    }

    /// A record for each year that lacks one, or the answers that its record lacks. What was
    /// missed in a past year cannot be made up for.
    fn each_year(&self, node: &Node, rule: &CRule) -> Vec<Plan> {
        let (
            NodeKind::EachYear { failing, open, .. },
            CRule::EachYear {
                list, year, filter, ..
            },
        ) = (&node.kind, rule)
        else {
            return Vec::new();
        };
        let Some(typed) = self.case.list(*list) else {
            return Vec::new();
        };
        let years = failing.iter().chain(open).map(|y| {
            let number = json::Decimal::from_int(i64::from(*y)).map(Value::Number);
            let of_year = |record: &&TypedRecord| Some(record.value(*year)) == number;
            if let Some(record) = typed.records.iter().find(of_year) {
                return self.complete((*list, &record.id), filter, None);
            }
            let mut record = samples::record(self.case, *list, &[filter], self.today)?;
            let shape = self.program().lists.get(*list)?;
            record.set(shape, *year, number?);
            typed.open.then(|| vec![Part::add(*list, &record, false)])
        });
        cross(
            self.program(),
            years.map(|plan| plan.into_iter().collect::<Vec<_>>()),
        )
    }

    /// A day that exists and is not later than another.
    fn day(&self, date: usize, by: NaiveDate) -> Vec<Plan> {
        match self.program().dates.get(date).map(|date| &date.rule) {
            Some(CDateRule::Answer(question)) => {
                let unknown = self.case.subject.answer(*question) == Value::Unknown;
                let day = by.min(self.today);
                let plan = unknown.then(|| vec![Part::Answer(*question, Value::Date(day))]);
                plan.into_iter().collect()
            }
            Some(CDateRule::Earliest(anchors)) => {
                let plans = anchors.iter().flat_map(|anchor| self.anchor(anchor, by));
                cheapest(self.program(), plans)
            }
            _ => Vec::new(),
        }
    }

    fn anchor(&self, anchor: &CAnchor, by: NaiveDate) -> Vec<Plan> {
        let mut plans = Vec::new();
        if let Some(typed) = self.case.list(anchor.list) {
            for (place, record) in typed.records.iter().enumerate() {
                let own = self.complete((anchor.list, &record.id), &anchor.filter, None);
                let mut plan = own.unwrap_or_default();
                for part in &mut plan {
                    if let Part::Field { slot, value, .. } = part
                        && *slot == anchor.field
                    {
                        *value = Value::Date(by.min(self.today));
                    }
                }
                let dated = plan
                    .iter()
                    .any(|part| matches!(part, Part::Field { slot, .. } if *slot == anchor.field));
                if unsettled(record.value(anchor.field)) && !dated {
                    plan.push(Part::Field {
                        list: anchor.list,
                        record: place,
                        slot: anchor.field,
                        value: Value::Date(by.min(self.today)),
                    });
                }
                if !plan.is_empty() {
                    plans.push(plan);
                }
            }
        }
        let new = self.new_record(anchor.list, &[&anchor.filter], by);
        if let Some(Part::Add {
            list,
            mut values,
            achieve,
        }) = new
        {
            if let Some(place) = Arc::make_mut(&mut values).get_mut(anchor.field) {
                let day = if achieve { by } else { by.min(self.today) };
                *place = Value::Date(day);
            }
            plans.push(vec![Part::Add {
                list,
                values,
                achieve,
            }]);
        }
        plans
    }

    /// A day that must lie late, where its answers are not given.
    fn later(&self, date: usize) -> Vec<Plan> {
        match self.program().dates.get(date).map(|date| &date.rule) {
            Some(CDateRule::StagedAge { birth, by, .. }) => self.born(*birth, *by),
            Some(CDateRule::Answer(question)) => {
                let unknown = self.case.subject.answer(*question) == Value::Unknown;
                let last = self.case.season.cut_off.succ_opt().unwrap_or(self.today);
                let plan = unknown.then(|| vec![Part::Answer(*question, Value::Date(last))]);
                plan.into_iter().collect()
            }
            _ => Vec::new(),
        }
    }

    /// Somebody of thirty years, where the birth date is not answered; and either sex.
    fn born(&self, birth: usize, by: usize) -> Vec<Plan> {
        let mut each = Vec::new();
        if self.case.subject.answer(birth) == Value::Unknown {
            let day = years_before(self.case.season.cut_off, 30).min(self.today);
            each.push(vec![vec![Part::Answer(birth, Value::Date(day))]]);
        }
        let choices = self.answers(by).into_iter();
        let choices: Vec<Plan> = choices.map(|value| vec![Part::Answer(by, value)]).collect();
        if !choices.is_empty() {
            each.push(choices);
        }
        if each.is_empty() {
            Vec::new()
        } else {
            cross(self.program(), each)
        }
    }
}
