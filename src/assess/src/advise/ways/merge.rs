//! Plans and their parts, joined and ranked.

use std::sync::Arc;

use super::MOST_PLANS;
use crate::program::{Domain, Program, Value};
use crate::subject::TypedRecord;

/// A part of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Answer(usize, Value),
    Field {
        list: usize,
        record: usize,
        slot: usize,
        value: Value,
    },
    Close(usize),
    Add {
        list: usize,
        values: Arc<[Value]>,
        achieve: bool,
    },
}

/// What an answer is given to.
#[derive(PartialEq, Eq)]
enum Asked {
    Question(usize),
    /// By list, record and slot.
    Field(usize, usize, usize),
}

/// What to do, in no order.
pub(super) type Plan = Vec<Part>;

impl Part {
    pub(super) fn add(list: usize, record: &TypedRecord, achieve: bool) -> Self {
        Self::Add {
            list,
            values: Arc::clone(record.values()),
            achieve,
        }
    }

    /// What it answers, where it answers something.
    fn answers(&self) -> Option<(Asked, Value)> {
        match self {
            Self::Answer(question, value) => Some((Asked::Question(*question), *value)),
            Self::Field {
                list,
                record,
                slot,
                value,
            } => Some((Asked::Field(*list, *record, *slot), *value)),
            Self::Close(_) | Self::Add { .. } => None,
        }
    }

    /// Whether both cannot be done.
    fn clashes(&self, other: &Self) -> bool {
        match (self.answers(), other.answers()) {
            (Some((asked, first)), Some((same, second))) => asked == same && first != second,
            _ => false,
        }
    }

    /// Whether both add the one record that a list can have with a value.
    fn is_same(&self, other: &Self, program: &Program) -> bool {
        let (
            Self::Add { list, values, .. },
            Self::Add {
                list: also,
                values: others,
                ..
            },
        ) = (self, other)
        else {
            return false;
        };
        let unique = program.lists.get(*list).and_then(|shape| shape.unique);
        list == also && unique.is_some_and(|slot| values.get(slot) == others.get(slot))
    }

    /// One record that serves both; none when they ask for different things.
    fn serving(&self, other: &Self) -> Option<Self> {
        let (
            Self::Add {
                list,
                values,
                achieve,
            },
            Self::Add { values: others, .. },
        ) = (self, other)
        else {
            return None;
        };
        let pairs = values.iter().zip(others.iter());
        let joined = pairs.map(|(own, other)| match (*own, *other) {
            (Value::Unknown, value) | (value, Value::Unknown) => Some(value),
            (own, other) => (own == other).then_some(own),
        });
        Some(Self::Add {
            list: *list,
            values: joined.collect::<Option<_>>()?,
            achieve: *achieve,
        })
    }

    /// What it costs.
    pub(super) fn cost(&self, program: &Program) -> u32 {
        match self {
            Self::Answer(..) | Self::Field { .. } | Self::Close(_) => 1,
            Self::Add { achieve: false, .. } => 3,
            Self::Add { list, values, .. } => {
                let Some(shape) = program.lists.get(*list) else {
                    return 0;
                };
                let steps = shape.slots.iter().zip(values.iter());
                let steps = steps.filter_map(|(slot, value)| height(&slot.domain, *value));
                let own = steps.fold(20_u32, |sum, steps| {
                    sum.saturating_add(steps.saturating_mul(5))
                });
                let times = if shape.window_slot.is_some() { 1 } else { 2 };
                own.saturating_mul(times)
            }
        }
    }
}

/// How many steps a choice stands above the lowest of its scale.
fn height(domain: &Domain, value: Value) -> Option<u32> {
    let (
        Domain::Choice {
            ordered: true,
            open,
            ..
        },
        Value::Choice(place),
    ) = (domain, value)
    else {
        return None;
    };
    let lower = open.iter().filter(|other| **other > place).count();
    u32::try_from(lower).ok()
}

pub(super) fn cost(program: &Program, plan: &Plan) -> u32 {
    let costs = plan.iter().map(|part| part.cost(program));
    costs.fold(0, u32::saturating_add)
}

/// Both plans; a record that both ask for is needed as often as the one that asks for more, and
/// where a list can have one record a year, that one serves both.
fn both(program: &Program, first: &Plan, second: &Plan) -> Option<Plan> {
    if first
        .iter()
        .any(|part| second.iter().any(|other| part.clashes(other)))
    {
        return None;
    }
    let mut joined = first.clone();
    for part in second {
        let times = |plan: &Plan| plan.iter().filter(|other| *other == part).count();
        if times(&joined) >= times(second) {
            continue;
        }
        match joined.iter_mut().find(|own| own.is_same(part, program)) {
            Some(own) => *own = own.serving(part)?,
            None => joined.push(part.clone()),
        }
    }
    Some(joined)
}

/// The cheapest few, cheapest first, each once.
pub(super) fn cheapest(program: &Program, plans: impl IntoIterator<Item = Plan>) -> Vec<Plan> {
    let mut sorted: Vec<(u32, Plan)> = Vec::new();
    for plan in plans {
        let own = cost(program, &plan);
        if sorted.iter().any(|(_, other)| *other == plan) {
            continue;
        }
        let place = sorted.partition_point(|(other, _)| *other <= own);
        sorted.insert(place, (own, plan));
        sorted.truncate(MOST_PLANS);
    }
    sorted.into_iter().map(|(_, plan)| plan).collect()
}

/// One plan of each.
pub(super) fn cross(program: &Program, each: impl IntoIterator<Item = Vec<Plan>>) -> Vec<Plan> {
    let mut joined = vec![Plan::new()];
    for plans in each {
        let pairs = joined.iter().flat_map(|first| {
            plans
                .iter()
                .filter_map(|second| both(program, first, second))
        });
        joined = cheapest(program, pairs);
        if joined.is_empty() {
            break;
        }
    }
    joined
}

/// One plan each of so many.
pub(super) fn choose(program: &Program, count: usize, of: Vec<Vec<Plan>>) -> Vec<Plan> {
    // By how many were chosen so far.
    let mut chosen: Vec<Vec<Plan>> = vec![Vec::new(); count.saturating_add(1)];
    if let Some(none) = chosen.first_mut() {
        none.push(Plan::new());
    }
    for plans in of {
        for taken in (0..count).rev() {
            let from = chosen.get(taken).cloned().unwrap_or_default();
            let pairs = from.iter().flat_map(|first| {
                plans
                    .iter()
                    .filter_map(|second| both(program, first, second))
            });
            if let Some(more) = chosen.get_mut(taken.saturating_add(1)) {
                let all: Vec<Plan> = more.drain(..).chain(pairs).collect();
                *more = cheapest(program, all);
            }
        }
    }
    chosen.pop().unwrap_or_default()
}
