//! Typing stated records at once, where nothing is to be said about them.

use std::sync::Arc;

use chrono::NaiveDate;
use dossier::Dossier;
use rulebook::{
    CheckRule, FieldPlace, Moment, SeasonDay, Stated, StatedRecord, StatedRecords, record_id,
};

use super::checks::{self, Now};
use super::reading::{Answers, Texts};
use super::typed::{Subject, TypedList, TypedRecord};
use crate::Engine;
use crate::engine::Term;
use crate::program::{CFilter, Domain, ListProgram, Program, Slot, Value};

/// The way from stated records to typed ones that leads past a dossier: for very many people, most of whom make no mistake.
///
/// It is made once for an engine. It only takes what a [`Reading`](crate::Reading) of the same answers has no problem with,
/// and types it as that does.
#[derive(Clone, Debug)]
pub struct Typing {
    lists: Vec<Shape>,
    checks: Vec<Check>,
    /// The ids of records, in order, as far as they were needed.
    ids: Vec<Arc<str>>,
}

/// More records than that nobody has; they are left to a dossier.
const MOST: usize = 1_024;

/// The records of a list.
#[derive(Clone, Debug)]
struct Shape {
    /// The slot of the field that holds the kind.
    kind: Option<usize>,
    /// By field of every record its slot.
    common: Vec<usize>,
    /// A record of no kind.
    any: Kind,
    kinds: Vec<Kind>,
}

/// The records of a kind.
#[derive(Clone, Debug)]
struct Kind {
    /// By field of the kind its slot.
    fields: Vec<usize>,
    /// A record of which nothing is known but its kind.
    empty: Vec<Value>,
}

/// What answers must agree on.
#[derive(Clone, Debug)]
enum Check {
    Before(Days, Days),
    Ordered {
        list: usize,
        first: usize,
        then: usize,
    },
    Impossible {
        list: usize,
        filter: CFilter,
    },
}

/// The days of a moment.
#[derive(Clone, Debug)]
enum Days {
    Question(usize),
    Records { list: usize, slots: Vec<usize> },
}

impl Typing {
    /// What it takes for a book; none where one of its checks looks at more than typed values.
    pub fn new(engine: &Engine) -> Option<Self> {
        let program = &engine.program;
        let lists = engine.book.list.iter().zip(&program.lists);
        let lists = lists.map(|(list, shape)| Shape::of(list, shape));
        let checks = engine.book.check.iter().enumerate();
        let checks = checks.map(|(place, check)| Check::of(program, (place, &check.rule)));
        Some(Self {
            lists: lists.collect::<Option<_>>()?,
            checks: checks.collect::<Option<_>>()?,
            ids: Vec::new(),
        })
    }

    /// The typed answers of a dossier with these records, seen on the day `today`; none where something is wrong or
    /// noteworthy in them, or the dossier has records of its own.
    pub fn subject(
        &mut self,
        engine: &Engine,
        (dossier, stated): (&Dossier, &StatedRecords<'_>),
        (season, today): (&SeasonDay, NaiveDate),
    ) -> Option<Subject> {
        let now = Now {
            today,
            season: Term::from(season),
        };
        let answers = Answers::of(&engine.program, dossier);
        if !checks::of_questions(engine, dossier, (&answers, now)).is_empty() {
            return None;
        }
        if stated.records.len() > MOST {
            return None;
        }
        for number in self.ids.len()..stated.records.len() {
            let number = u32::try_from(number).ok()?.checked_add(1)?;
            self.ids.push(record_id(number).into());
        }
        let lists = self.lists(&engine.program, (dossier, stated), now)?;
        let subject = Subject::of(&engine.program, answers.values(), lists);
        let mut checks = self.checks.iter();
        checks.all(|check| check.holds(&subject)).then_some(subject)
    }

    fn lists(
        &self,
        program: &Program,
        (dossier, stated): (&Dossier, &StatedRecords<'_>),
        now: Now,
    ) -> Option<Vec<Arc<TypedList>>> {
        let mut own = dossier.lists.iter();
        if own.any(|(id, list)| !list.records.is_empty() || find(program, id).is_none()) {
            return None;
        }
        let lists = program.lists.iter().zip(&self.lists).enumerate();
        let lists = lists.map(|(place, (list, shape))| {
            let said = stated.complete.iter().rfind(|(list, _)| *list == place);
            let complete = said.map_or_else(|| dossier.is_complete(&list.id), |(_, said)| *said);
            let records = shape.records(list, (place, stated), (now, &self.ids))?;
            Some(Arc::new(TypedList::new(records, !complete)))
        });
        lists.collect()
    }
}

impl Shape {
    fn of(list: &rulebook::RecordList, program: &ListProgram) -> Option<Self> {
        let slots = |fields: &[rulebook::Field], kind: Option<usize>| -> Option<Vec<usize>> {
            let kinds = kind.as_ref().map(std::slice::from_ref);
            let slots = fields.iter().map(|field| program.slot(&field.id, kinds));
            slots.collect()
        };
        let kinds = list.kind.iter().enumerate().map(|(place, kind)| {
            Some(Kind {
                fields: slots(&kind.field, Some(place))?,
                empty: program.empty(Some(place)).collect(),
            })
        });
        Some(Self {
            kind: program.kind.as_ref().map(|(slot, _)| *slot),
            common: slots(&list.field, None)?,
            any: Kind {
                fields: Vec::new(),
                empty: program.empty(None).collect(),
            },
            kinds: kinds.collect::<Option<_>>()?,
        })
    }

    /// The typed records of this list, by its place in the book.
    fn records(
        &self,
        list: &ListProgram,
        (place, stated): (usize, &StatedRecords<'_>),
        (now, ids): (Now, &[Arc<str>]),
    ) -> Option<Vec<TypedRecord>> {
        let records = stated.records.iter().zip(ids);
        let records = records.filter(|(record, _)| record.list == place);
        let mut texts = Texts::default();
        let mut typed: Vec<TypedRecord> = Vec::with_capacity(records.clone().count());
        for (record, id) in records {
            let values = self.values(list, (record, stated.fields(record)), (now, &mut texts))?;
            let id = Arc::clone(id);
            let record = TypedRecord::new(list, id, values);
            let repeats = list.unique.is_some_and(|slot| {
                let value = record.value(slot);
                value != Value::Unknown && typed.iter().any(|other| other.value(slot) == value)
            });
            if repeats {
                return None;
            }
            typed.push(record);
        }
        Some(typed)
    }

    fn values<'a>(
        &self,
        list: &ListProgram,
        (record, fields): (&StatedRecord, &[(FieldPlace, Stated<'a>)]),
        (now, texts): (Now, &mut Texts<'a>),
    ) -> Option<Arc<[Value]>> {
        let kind = match record.kind {
            Some(kind) => self.kinds.get(kind)?,
            None => &self.any,
        };
        let mut typed: Arc<[Value]> = kind.empty.as_slice().into();
        let values = Arc::get_mut(&mut typed)?;
        let mut own = Vec::new();
        for (place, stated) in fields {
            let slot = match place {
                FieldPlace::Kind => self.kind?,
                FieldPlace::Common(place) => *self.common.get(*place)?,
                FieldPlace::OfKind(place) => *kind.fields.get(*place)?,
            };
            let value = values
                .get_mut(slot)
                .filter(|value| **value == Value::Unknown)?;
            *value = self::value((list.slots.get(slot)?, *stated), now)?;
            if let Stated::Text(text) = stated {
                let at = own.partition_point(|(earlier, _)| *earlier < slot);
                own.insert(at, (slot, text.trim()));
            }
        }
        let said = self.kind.and_then(|slot| values.get(slot).copied());
        if said.unwrap_or(Value::Unknown) != record.kind.map_or(Value::Unknown, Value::Choice) {
            return None;
        }
        // Texts have their places in the order of slots.
        for (slot, text) in own {
            *values.get_mut(slot)? = texts.place(text);
        }
        Some(typed)
    }
}

/// The value of an answer, with which nothing is wrong; a text has no place yet.
fn value((slot, stated): (&Slot, Stated<'_>), now: Now) -> Option<Value> {
    let value = match (&slot.domain, stated) {
        (_, Stated::None) if slot.none => Value::None,
        (Domain::YesNo, Stated::YesNo(yes)) => Value::YesNo(yes),
        (Domain::Choice { open, .. }, Stated::Choice(place, _)) if open.contains(&place) => {
            Value::Choice(place)
        }
        (domain @ Domain::Number { .. }, Stated::Number(number)) => domain.number(number)?,
        (Domain::Date(_), Stated::Day(day, _)) => Value::Date(day),
        (Domain::Text { max }, Stated::Text(text)) if text.chars().count() <= *max => {
            Value::Text(0)
        }
        _ => return None,
    };
    let amiss = checks::of_value(&slot.domain, value, now);
    amiss.is_none().then_some(value)
}

/// A list with its place.
fn find<'p>(program: &'p Program, id: &str) -> Option<(usize, &'p ListProgram)> {
    let mut lists = program.lists.iter().enumerate();
    lists.find(|(_, list)| list.id == id)
}

impl Check {
    /// The check at a place in the book.
    fn of(program: &Program, (place, rule): (usize, &CheckRule)) -> Option<Self> {
        Some(match rule {
            CheckRule::Before(first, then) => {
                Self::Before(Days::of(program, first)?, Days::of(program, then)?)
            }
            CheckRule::Ordered {
                list: id,
                first,
                then,
            } => {
                let (list, shape) = find(program, id)?;
                Self::Ordered {
                    list,
                    first: shape.slot(first, None)?,
                    then: shape.slot(then, None)?,
                }
            }
            CheckRule::Impossible { list: id, .. } => {
                let (list, shape) = find(program, id)?;
                let mut filters = shape.impossible.iter();
                let (_, filter) = filters.find(|(of, _)| *of == place)?;
                Self::Impossible {
                    list,
                    filter: filter.clone(),
                }
            }
        })
    }

    fn holds(&self, subject: &Subject) -> bool {
        let none = |list: usize, is_wrong: &dyn Fn(&TypedRecord) -> bool| {
            let list = subject.lists.get(list);
            list.is_none_or(|list| !list.records.iter().any(is_wrong))
        };
        match self {
            Self::Before(first, then) => match first.each(subject).max() {
                Some(latest) => then.each(subject).all(|day| day > latest),
                None => true,
            },
            Self::Ordered { list, first, then } => none(*list, &|record| {
                crate::eval::records::after(record.value(*first), record.value(*then))
            }),
            Self::Impossible { list, filter } => none(*list, &|record| {
                checks::passes(&|slot| record.value(slot), filter)
            }),
        }
    }
}

impl Days {
    fn of(program: &Program, moment: &Moment) -> Option<Self> {
        match moment {
            Moment::Question(id) => {
                let mut questions = program.questions.iter();
                questions
                    .position(|question| question.id == *id)
                    .map(Self::Question)
            }
            Moment::Records { list, field } => {
                let (list, shape) = find(program, list)?;
                let slots = shape.slots.iter().enumerate();
                let slots = slots.filter(|(_, slot)| slot.field == *field);
                Some(Self::Records {
                    list,
                    slots: slots.map(|(place, _)| place).collect(),
                })
            }
        }
    }

    fn each(&self, subject: &Subject) -> impl Iterator<Item = NaiveDate> {
        let (answer, records, slots) = match self {
            Self::Question(question) => (Some(subject.answer(*question)), None, None),
            Self::Records { list, slots } => (None, subject.lists.get(*list), Some(slots)),
        };
        let records = records.into_iter().flat_map(|list| &list.records);
        let values = records.flat_map(move |record| {
            let slots = slots.into_iter().flatten();
            slots.map(|slot| record.value(*slot))
        });
        answer
            .into_iter()
            .chain(values)
            .filter_map(|value| match value {
                Value::Date(day) => Some(day),
                _ => None,
            })
    }
}
