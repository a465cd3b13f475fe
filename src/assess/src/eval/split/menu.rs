//! Records worth adding to an open list, to look for completions that meet a goal. What is on the
//! menu decides nothing: what is not is only not tried first. What all of it brings is summed up ([`Stock`]).

use std::sync::Arc;

use chrono::NaiveDate;
use json::Decimal;

use super::Stock;
use crate::engine::Term;
use crate::eval::dates::Day;
use crate::eval::records;
use crate::program::{
    CDateRule, CEarn, CFilter, CRecordsEarn, CRule, CTest, Domain, ListProgram, Program, Value,
};
use crate::subject::{Subject, TypedRecord};

/// The most copies of one record.
const MOST_COPIES: usize = 10;
/// Where the places of new keys begin.
const NEW_KEYS: usize = 1_000_000;

/// Adds to each open list what rules and rows ask for, and closes it.
pub(crate) fn enrich(program: &Program, season: Term, subject: &mut Subject) {
    // Most dossiers are judged in the same season as the one before.
    let kept = program.menu.get_or_init(|| {
        let dishes = dishes(program, season);
        let all = dishes.iter().flat_map(Dish::records);
        let stock = Arc::new(Stock::of(program, season, all));
        Kept {
            season,
            dishes,
            stock,
        }
    });
    let made;
    let (dishes, stock) = if kept.season == season {
        (&kept.dishes, Some(&kept.stock))
    } else {
        made = dishes(program, season);
        (&made, None)
    };
    let owned = subject.lists.iter().map(|list| list.records.len());
    let owned: Vec<usize> = owned.collect();
    for dish in dishes {
        if !subject.lists.get(dish.list).is_some_and(|list| list.open) {
            continue;
        }
        let (Some(list), Some(shape)) = (subject.list_mut(dish.list), program.lists.get(dish.list))
        else {
            continue;
        };
        let entered = owned.get(dish.list).copied().unwrap_or(usize::MAX);
        if clashes(shape, &list.records, &dish.record) {
            // Several rules ask for a record of the same year: one that serves them all.
            let unique = shape.unique.map(|slot| (slot, dish.record.value(slot)));
            let same = |record: &&mut TypedRecord| {
                unique.is_some_and(|(slot, own)| record.value(slot) == own)
            };
            if let Some(record) = list.records.iter_mut().skip(entered).find(same) {
                record.serve(shape, &dish.record);
            }
            continue;
        }
        list.records.extend(dish.served.iter().cloned());
    }
    for (list, shape) in program.lists.iter().enumerate() {
        if subject.lists.get(list).is_some_and(|list| list.open)
            && let Some(list) = subject.list_mut(list)
        {
            list.open = false;
            // Where nothing may occur twice not all of it was put in.
            list.stock = shape.unique.is_none().then(|| stock.cloned()).flatten();
        }
    }
}

/// Whether a value that may not occur twice is taken.
fn clashes(list: &ListProgram, records: &[TypedRecord], new: &TypedRecord) -> bool {
    let Some(unique) = list.unique else {
        return false;
    };
    let own = new.value(unique);
    own != Value::Unknown && records.iter().any(|record| record.value(unique) == own)
}

/// The records of a season that are worth adding; they depend on no dossier.
#[derive(Clone, Debug)]
pub(crate) struct Kept {
    season: Term,
    dishes: Vec<Dish>,
    stock: Arc<Stock>,
}

fn dishes(program: &Program, season: Term) -> Vec<Dish> {
    let mut menu = Menu {
        program,
        season,
        dishes: Vec::new(),
    };
    for leaf in &program.flat.leaves {
        menu.rule(leaf);
    }
    for date in &program.dates {
        menu.date(&date.rule);
    }
    for row in program.score.iter().flat_map(|score| &score.rows) {
        menu.earn(&row.earn, row.cap.unwrap_or(i64::MAX));
    }
    let mut dishes = menu.dishes;
    let mut keys = NEW_KEYS..;
    for dish in &mut dishes {
        let shape = program.lists.get(dish.list);
        let keys = keys.by_ref().take(dish.copies);
        let served = shape.map(|shape| keys.map(|key| dish.record.with_key(shape, key)));
        dish.served = served.into_iter().flatten().collect();
    }
    dishes
}

/// A record and how many of it.
#[derive(Clone, Debug)]
struct Dish {
    list: usize,
    record: TypedRecord,
    copies: usize,
    /// So many of it, each with a key of its own.
    served: Vec<TypedRecord>,
}

impl Dish {
    /// All of it, each with the place of its list.
    fn records(&self) -> impl Iterator<Item = (usize, &TypedRecord)> {
        self.served.iter().map(|record| (self.list, record))
    }
}

impl TypedRecord {
    /// The same with a key where one is missing.
    fn with_key(&self, list: &ListProgram, key: usize) -> Self {
        let mut record = self.clone();
        record.change(list, |values| {
            for (slot, value) in list.slots.iter().zip(values) {
                if let (Domain::Text { .. }, Value::Unknown) = (&slot.domain, *value) {
                    *value = Value::Text(key);
                }
            }
        });
        record
    }
}

struct Menu<'p> {
    program: &'p Program,
    season: Term,
    dishes: Vec<Dish>,
}

impl Menu<'_> {
    fn rule(&mut self, rule: &CRule) {
        match rule {
            CRule::Records {
                list,
                filter,
                at_least,
                ..
            } => self.add(*list, &[filter], *at_least),
            CRule::EachYear {
                list,
                year,
                last,
                filter,
                ..
            } => {
                for y in self.season.year.saturating_sub(*last)..self.season.year {
                    let Some(y) = Decimal::from_int(y.into()) else {
                        continue;
                    };
                    let bounds = vec![crate::program::Bound::OneOf(vec![Value::Number(y)])];
                    let of_year = CFilter::new(vec![(*year, CTest::new(bounds, false))], None);
                    self.add(*list, &[filter, &of_year], 1);
                }
            }
            _ => {}
        }
    }

    fn date(&mut self, rule: &CDateRule) {
        let CDateRule::Earliest(anchors) = rule else {
            return;
        };
        for anchor in anchors {
            let day = dossier::years_before(self.season.cut_off, 30);
            let record = self.sample(anchor.list, &[&anchor.filter], day);
            let shape = self.program.lists.get(anchor.list);
            if let (Some(mut record), Some(shape)) = (record, shape) {
                record.set(shape, anchor.field, Value::Date(day));
                self.push(anchor.list, record, 1);
            }
        }
    }

    fn earn(&mut self, earn: &CEarn, cap: i64) {
        match earn {
            CEarn::Records(earn) => self.records(earn, cap),
            CEarn::Highest(earns) => {
                for earn in earns {
                    self.earn(earn, cap);
                }
            }
            CEarn::YearsSince { .. } | CEarn::Answer { .. } => {}
        }
    }

    fn records(&mut self, earn: &CRecordsEarn, cap: i64) {
        let Some(step) = earn.points.iter().max_by_key(|step| step.points) else {
            return;
        };
        let factor = earn.factor.iter().filter_map(|factor| {
            let best = factor.steps.iter().max_by_key(|(_, factor)| *factor);
            best.map(|(test, _)| CFilter::new(vec![(factor.slot, test.clone())], None))
        });
        let factor: Vec<CFilter> = factor.collect();
        let filters: Vec<&CFilter> = [&earn.filter, &step.filter]
            .into_iter()
            .chain(&factor)
            .collect();
        let copies = if earn.best_only {
            1
        } else {
            let copies = cap
                .checked_div(earn.most.max(1))
                .unwrap_or(0)
                .saturating_add(1);
            usize::try_from(copies)
                .unwrap_or(MOST_COPIES)
                .min(MOST_COPIES)
        };
        self.add(earn.list, &filters, copies);
    }

    fn add(&mut self, list: usize, filters: &[&CFilter], copies: usize) {
        if let Some(record) = self.sample(list, filters, self.season.cut_off) {
            self.push(list, record, copies);
        }
    }

    fn push(&mut self, list: usize, record: TypedRecord, copies: usize) {
        let same = |dish: &&mut Dish| dish.list == list && dish.record.values() == record.values();
        match self.dishes.iter_mut().find(same) {
            Some(dish) => dish.copies = dish.copies.max(copies),
            None => self.dishes.push(Dish {
                list,
                record,
                copies,
                served: Vec::new(),
            }),
        }
    }

    /// A record that passes filters, with days where days are asked.
    fn sample(&self, list: usize, filters: &[&CFilter], day: NaiveDate) -> Option<TypedRecord> {
        let shape = self.program.lists.get(list)?;
        let tests = || filters.iter().flat_map(|filter| &filter.tests);
        // Kinds stand first: they tell which slots a record has.
        let mut slots: Vec<usize> = shape.kind.iter().map(|(slot, _)| *slot).collect();
        slots.retain(|kind| tests().any(|(slot, _)| slot == kind));
        for slot in tests().map(|(slot, _)| *slot).chain(shape.window_slot) {
            if !slots.contains(&slot) {
                slots.push(slot);
            }
        }
        let mut record = TypedRecord::unknown(shape);
        for slot in slots {
            let field = shape.slots.get(slot)?;
            let passes = |value: &Value| {
                let own = tests().filter(|(other, _)| *other == slot);
                let known = |_| Day::UNKNOWN;
                let mut verdicts = own.map(|(_, test)| records::passes(*value, test, &known));
                verdicts.all(|verdict| verdict != crate::Verdict::NotMet)
            };
            let values = if matches!(field.domain, Domain::Date(_)) {
                vec![Value::None, Value::Date(day)]
            } else {
                // What is asked for by name may lie between the bounds.
                let own = tests().filter(|(other, _)| *other == slot);
                let bounds = own.flat_map(|(_, test)| &test.bounds);
                let named = bounds.filter_map(|bound| match bound {
                    crate::program::Bound::OneOf(values) => Some(values.iter().copied()),
                    _ => None,
                });
                let values = field.values().unwrap_or_default();
                named.flatten().chain(values).collect()
            };
            let fits = |value: &Value| (*value != Value::None || field.none) && passes(value);
            let value = values.into_iter().find(fits)?;
            record.set(shape, slot, value);
        }
        records::possible(shape, &record).then_some(record)
    }
}
