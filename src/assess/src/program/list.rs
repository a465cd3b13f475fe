//! A list compiled: a slot for every field that differs.

use json::Decimal;
use rulebook::{Book, Field, RecordList, Test};

use super::compile::{CompileError, unresolved};
use super::filter::CHOICES;
use super::{Bound, CFilter, CTest, Domain, Kinds, Value, bit, insert};

/// A list with its slots.
#[derive(Clone, Debug)]
pub(crate) struct ListProgram {
    pub(crate) id: String,
    pub(crate) slots: Vec<Slot>,
    /// The slot of the kind, and the kinds by id.
    pub(crate) kind: Option<(usize, Vec<String>)>,
    pub(crate) unique: Option<usize>,
    pub(crate) window_slot: Option<usize>,
    /// No record passes one of these for sure; each with the place of its check in the book.
    pub(crate) impossible: Vec<(usize, CFilter)>,
    /// The value in the first slot is not after the one in the second.
    pub(crate) ordered: Vec<(usize, usize)>,
    /// Whether a test compares with derived days.
    pub(crate) by_days: bool,
}

/// A field. Fields of several kinds share a slot when id and domain are the same.
#[derive(Clone, Debug)]
pub(crate) struct Slot {
    pub(crate) field: String,
    pub(crate) domain: Domain,
    pub(crate) none: bool,
    /// The kinds that have it; `None` when every record has it.
    pub(crate) kinds: Option<Vec<usize>>,
    /// The numbers at which some test turns.
    pub(crate) bounds: Vec<Decimal>,
    /// So many calendar years before the season's year are asked for one by one.
    pub(crate) last_years: i32,
    /// Whether what is best for the missing fields of a record hangs on it where it is known: it is the kind, a test or an
    /// order of the book looks at it, or it says whether the record lies in a window, and the list has other days.
    pub(crate) looked_at: bool,
}

impl Slot {
    /// Every value that it can have, as far as tests tell them apart; `None` for days and texts.
    pub(crate) fn values(&self) -> Option<Vec<Value>> {
        let mut values = self.domain.representatives(&self.bounds)?;
        values.extend(self.none.then_some(Value::None));
        Some(values)
    }

    /// Whether records of a kind have the field.
    pub(crate) fn serves(&self, kind: usize) -> bool {
        self.kinds
            .as_ref()
            .is_none_or(|kinds| kinds.contains(&kind))
    }
}

impl ListProgram {
    /// Compiles the shape of a list.
    pub(crate) fn of(book: &Book, list: &RecordList) -> Result<Self, CompileError> {
        let declared = |id: &&String| list.field.iter().any(|field| field.id == **id);
        let kind = list.kind_field.iter().filter(|id| !declared(id));
        let mut slots: Vec<Slot> = kind.map(|id| kind_slot(list, id)).collect();
        for field in &list.field {
            slots.push(slot(book, field, None)?);
        }
        for (index, kind) in list.kind.iter().enumerate() {
            for field in &kind.field {
                let new = slot(book, field, Some(index))?;
                merge(&mut slots, new, index);
            }
        }
        let mut program = Self {
            id: list.id.clone(),
            slots,
            kind: None,
            unique: None,
            window_slot: None,
            impossible: Vec::new(),
            ordered: Vec::new(),
            by_days: false,
        };
        program.unique = program.named(list.unique.as_ref())?;
        program.window_slot = program.named(list.window_field.as_ref())?;
        if let Some(slot) = program.named(list.kind_field.as_ref())? {
            let kinds = list.kind.iter().map(|kind| kind.id.clone()).collect();
            program.kind = Some((slot, kinds));
            program.look_at(slot);
        }
        let days = program.slots.iter();
        let days = days.filter(|slot| matches!(slot.domain, Domain::Date(_)));
        if let (Some(slot), true) = (program.window_slot, days.count() > 1) {
            program.look_at(slot);
        }
        Ok(program)
    }

    fn named(&self, field: Option<&String>) -> Result<Option<usize>, CompileError> {
        field
            .map(|field| {
                self.slot(field, None)
                    .ok_or_else(|| unresolved("field", field))
            })
            .transpose()
    }

    /// The slot of a field for records of these kinds; none when there is no one slot for it.
    pub(crate) fn slot(&self, field: &str, kinds: Option<&[usize]>) -> Option<usize> {
        let serves =
            |slot: &Slot| kinds.is_none_or(|kinds| kinds.iter().any(|kind| slot.serves(*kind)));
        let slots = self.slots.iter().enumerate();
        let mut found = slots.filter(|(_, slot)| slot.field == field && serves(slot));
        let (index, _) = found.next()?;
        found.next().is_none().then_some(index)
    }

    /// The kinds that a filter lets through, when it says so.
    pub(crate) fn kinds(&self, filter: &rulebook::Filter) -> Option<Vec<usize>> {
        let (slot, kinds) = self.kind.as_ref()?;
        let test = filter.get(&self.slots.get(*slot)?.field)?;
        let named = test.is.iter().chain(test.one_of.iter().flatten());
        let places = named.filter_map(|scalar| match scalar {
            rulebook::Scalar::Choice(id) => kinds.iter().position(|kind| kind == id),
            _ => None,
        });
        Some(places.collect())
    }

    /// The kinds that a record with these values may be of.
    pub(crate) fn kinds_of(&self, values: &[Value]) -> Kinds {
        let kind = self.kind.as_ref().and_then(|(slot, _)| values.get(*slot));
        match kind {
            Some(Value::Choice(kind)) if *kind < CHOICES => bit(*kind),
            _ => Kinds::MAX,
        }
    }

    /// What a record has of which no more is known than its kind, or not even that.
    pub(crate) fn empty(&self, kind: Option<usize>) -> impl Iterator<Item = Value> {
        self.slots.iter().map(move |slot| match kind {
            Some(kind) if !slot.serves(kind) => Value::Absent,
            _ => Value::Unknown,
        })
    }

    /// Notes that the value in the first slot is not after the one in the second.
    pub(super) fn order(&mut self, (first, then): (usize, usize)) {
        self.ordered.push((first, then));
        self.look_at(first);
        self.look_at(then);
    }

    fn look_at(&mut self, slot: usize) {
        if let Some(slot) = self.slots.get_mut(slot) {
            slot.looked_at = true;
        }
    }

    /// Compiles a filter; `kinds` are the kinds that the surroundings let through.
    pub(crate) fn filter(
        &mut self,
        filter: &rulebook::Filter,
        kinds: Option<&[usize]>,
        dates: &[String],
    ) -> Result<CFilter, CompileError> {
        let own = self.kinds(filter);
        let kinds = own.as_deref().or(kinds);
        let mut tests = Vec::new();
        for (field, test) in filter {
            let slot = self
                .slot(field, kinds)
                .ok_or_else(|| unresolved("field", field))?;
            tests.push((slot, self.test(slot, test, dates)?));
        }
        let kind = self.kind.as_ref();
        Ok(CFilter::new(
            tests,
            kind.map(|(slot, kinds)| (*slot, kinds.len())),
        ))
    }

    /// Compiles a test on a slot, and notes the numbers at which it turns.
    pub(crate) fn test(
        &mut self,
        slot: usize,
        test: &Test,
        dates: &[String],
    ) -> Result<CTest, CompileError> {
        let slot = self
            .slots
            .get_mut(slot)
            .ok_or_else(|| unresolved("slot", &self.id))?;
        let compiled = compile_test(&slot.domain, test, dates)?;
        for number in compiled.bounds.iter().flat_map(Bound::numbers) {
            insert(&mut slot.bounds, number);
        }
        slot.looked_at = true;
        self.by_days |= compiled.has_days();
        Ok(compiled)
    }
}

/// Compiles a test on a domain.
pub(crate) fn compile_test(
    domain: &Domain,
    test: &Test,
    dates: &[String],
) -> Result<CTest, CompileError> {
    let constant = |scalar| {
        domain
            .constant(scalar)
            .ok_or_else(|| unresolved("constant", &format!("{scalar:?}")))
    };
    let day = |id: &String| {
        let place = dates.iter().position(|other| other == id);
        place.ok_or_else(|| unresolved("date", id))
    };
    let mut bounds = Vec::new();
    if let Some(scalar) = &test.is {
        bounds.push(Bound::OneOf(vec![constant(scalar)?]));
    }
    if let Some(scalars) = &test.one_of {
        let constants: Result<Vec<_>, _> = scalars.iter().map(constant).collect();
        bounds.push(Bound::OneOf(constants?));
    }
    if let Some(scalar) = &test.at_least {
        bounds.push(Bound::NotBelow(constant(scalar)?));
    }
    if let Some(scalar) = &test.at_most {
        bounds.push(Bound::NotAbove(constant(scalar)?));
    }
    if let Some(id) = &test.on_or_after {
        bounds.push(Bound::OnOrAfter(day(id)?));
    }
    if let Some(id) = &test.on_or_before {
        bounds.push(Bound::OnOrBefore(day(id)?));
    }
    let or_none = test.or_none;
    Ok(CTest::new(bounds, or_none))
}

/// The slot of the field that holds the kind: the kinds are its choices.
fn kind_slot(list: &RecordList, field: &str) -> Slot {
    Slot {
        field: field.to_owned(),
        domain: Domain::Choice {
            ids: list.kind.iter().map(|kind| kind.id.clone()).collect(),
            ordered: false,
            open: (0..list.kind.len()).collect(),
        },
        none: false,
        kinds: None,
        bounds: Vec::new(),
        last_years: 0,
        looked_at: false,
    }
}

fn slot(book: &Book, field: &Field, kind: Option<usize>) -> Result<Slot, CompileError> {
    let domain = Domain::of(book, &field.kind).ok_or_else(|| unresolved("scale", &field.id))?;
    Ok(Slot {
        field: field.id.clone(),
        domain,
        none: field.none.is_some(),
        kinds: kind.map(|kind| vec![kind]),
        bounds: Vec::new(),
        last_years: 0,
        looked_at: false,
    })
}

fn merge(slots: &mut Vec<Slot>, new: Slot, kind: usize) {
    let same = |slot: &&mut Slot| slot.field == new.field && slot.domain == new.domain;
    let found = slots.iter_mut().find(same);
    match found.and_then(|slot| slot.kinds.as_mut()) {
        Some(kinds) => kinds.push(kind),
        None => slots.push(new),
    }
}
