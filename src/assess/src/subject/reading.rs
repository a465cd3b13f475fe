//! A dossier read against a compiled book.

use std::cmp::Ordering;
use std::sync::Arc;

use dossier::{Answer, Dossier, Record};

use super::checks::{self, Now};
use super::{Place, Problem, ProblemKind, Severity, Subject, TypedList, TypedRecord};
use crate::Engine;
use crate::program::{Domain, ListProgram, Program, Slot, Value};

/// What a book makes of the answers of a dossier on a day: their typed values, and what is wrong with them.
///
/// Answers that a problem refuses count as unknown.
#[derive(Clone, Debug)]
pub struct Reading {
    /// What is wrong or noteworthy, in the order of questions and lists; then what answers must agree on.
    pub problems: Vec<Problem>,
    /// The typed answers.
    pub subject: Subject,
    now: Now,
    /// By list, by record.
    looks: Vec<Vec<Arc<Look>>>,
}

/// What the answers of a record say by themselves.
#[derive(Debug)]
pub(super) struct Look {
    id: Arc<str>,
    /// Held, so that a record in the same place is the same one.
    record: Arc<Record>,
    /// The kind, when the list has kinds and the record's is known.
    kind: Option<usize>,
    /// By slot, whatever is refused.
    values: Values,
    /// What is wrong or noteworthy, by field.
    problems: Vec<(String, ProblemKind)>,
}

/// The answers to the questions of a book.
pub(super) struct Answers<'a> {
    /// By question: the answer and its value, whatever is refused.
    pub(super) known: Vec<Option<(&'a Answer, Value)>>,
    /// What the book does not ask.
    pub(super) unknown: Vec<&'a str>,
}

/// The values of a record, and those of them that are texts.
#[derive(Debug)]
struct Values {
    by_slot: Arc<[Value]>,
    /// In the order of slots, without the white space around them.
    texts: Vec<(usize, String)>,
}

/// The texts of a list so far, in order, with their places. Equal ones have equal places.
#[derive(Default)]
pub(super) struct Texts<'a>(Vec<(&'a str, usize)>);

impl Reading {
    /// Reads a dossier. A former reading of the same engine spares it the records that are still the same.
    pub(crate) fn of(engine: &Engine, dossier: &Dossier, now: Now, former: Option<&Self>) -> Self {
        let program = &engine.program;
        let former = former.filter(|former| former.now == now);
        let looks = program.lists.iter().enumerate().map(|(place, list)| {
            let former = former.and_then(|former| former.looks.get(place));
            looks(list, dossier, now, former)
        });
        let looks: Vec<Vec<Arc<Look>>> = looks.collect();
        let answers = Answers::of(program, dossier);
        let problems = checks::examine(engine, dossier, now, (&answers, &looks));
        let subject = subject(program, dossier, (&answers, &looks, &problems), former);
        Self {
            problems,
            subject,
            now,
            looks,
        }
    }

    /// The looks at the records of a list, and what they are typed.
    fn list(&self, list: usize) -> Option<(&Vec<Arc<Look>>, &Arc<TypedList>)> {
        self.looks.get(list).zip(self.subject.lists.get(list))
    }
}

/// Whether the records of a list are those that were read then.
fn same(then: &[Arc<Look>], looks: &[Arc<Look>]) -> bool {
    let mut pairs = then.iter().zip(looks);
    then.len() == looks.len() && pairs.all(|(one, other)| Arc::ptr_eq(one, other))
}

fn looks(
    list: &ListProgram,
    dossier: &Dossier,
    now: Now,
    former: Option<&Vec<Arc<Look>>>,
) -> Vec<Arc<Look>> {
    let records = dossier.records(&list.id).iter().enumerate();
    let looks = records.map(|(place, record)| {
        let former = former.and_then(|former| former.get(place));
        let same = former.filter(|look| Arc::ptr_eq(&look.record, record));
        same.map_or_else(|| Arc::new(Look::of(list, record, Some(now))), Arc::clone)
    });
    looks.collect()
}

impl<'a> Answers<'a> {
    pub(super) fn of(program: &Program, dossier: &'a Dossier) -> Self {
        let mut known = vec![None; program.questions.len()];
        let mut unknown = Vec::new();
        for (id, answer) in &dossier.profile {
            let mut slots = program.questions.iter().zip(&mut known);
            match slots.find(|(slot, _)| slot.id == *id) {
                Some((slot, known)) => {
                    *known = Some((answer, value((&slot.domain, slot.none), answer)));
                }
                None => unknown.push(id.as_str()),
            }
        }
        Self { known, unknown }
    }

    /// The values, where none is refused.
    pub(super) fn values(&self) -> Vec<Value> {
        let known = self.known.iter();
        let values = known.map(|known| known.map_or(Value::Unknown, |(_, value)| value));
        values.collect()
    }
}

impl Look {
    /// What is wrong hangs on the day, and is left out where none is given.
    fn of(list: &ListProgram, record: &Arc<Record>, now: Option<Now>) -> Self {
        let kind = kind_of(list, record);
        let mut problems = Vec::new();
        let mut judge = |field: &String, answer: &Answer, found: Found<'_>| {
            if let Some(problem) = now.and_then(|now| found.problem(answer, now)) {
                problems.push((field.clone(), problem));
            }
        };
        let values = Values::of(list, record, kind, &mut judge);
        Self {
            id: record.id.as_str().into(),
            record: Arc::clone(record),
            kind,
            values,
            problems,
        }
    }

    /// The record.
    pub(super) fn record(&self) -> &Record {
        &self.record
    }

    /// The value in a slot, whatever is refused.
    pub(super) fn value(&self, slot: usize) -> Value {
        let value = self.values.by_slot.get(slot);
        value.copied().unwrap_or(Value::Unknown)
    }

    /// What is wrong or noteworthy, by field.
    pub(super) fn problems(&self) -> &[(String, ProblemKind)] {
        &self.problems
    }
}

/// The kind of a record, when the list has kinds and the record's is known.
fn kind_of(list: &ListProgram, record: &Record) -> Option<usize> {
    let (slot, kinds) = list.kind.as_ref()?;
    let id = record.answer(&list.slots.get(*slot)?.field)?.text()?;
    kinds.iter().position(|kind| kind == id)
}

/// What a field of a record is in its list.
#[derive(Clone, Copy)]
enum Found<'a> {
    /// The field of a slot, with the value there.
    Slot(&'a Slot, Value),
    /// One of other kinds than the record, whose kind is not known: while it is not, the field cannot be judged.
    Open,
    /// None.
    Nothing,
}

impl Found<'_> {
    fn problem(self, answer: &Answer, now: Now) -> Option<ProblemKind> {
        match self {
            Self::Slot(slot, value) => {
                checks::of_answer((&slot.domain, slot.none), (answer, value), now)
            }
            Self::Open => None,
            Self::Nothing => Some(ProblemKind::UnknownKey),
        }
    }
}

impl Values {
    /// Those of a record that is of a kind, or of an unknown one; each answer is told with what its field is.
    fn of(
        list: &ListProgram,
        record: &Record,
        kind: Option<usize>,
        tell: &mut dyn FnMut(&String, &Answer, Found<'_>),
    ) -> Self {
        let mut texts = Vec::new();
        let mut by_slot: Arc<[Value]> = list.empty(kind).collect();
        let values = Arc::make_mut(&mut by_slot);
        for (field, answer) in &record.fields {
            let mut found = Found::Nothing;
            let slots = list.slots.iter().enumerate();
            for (place, slot) in slots.filter(|(_, slot)| slot.field == *field) {
                let own = values.get_mut(place);
                let Some(own) = own.filter(|own| **own != Value::Absent) else {
                    continue;
                };
                *own = match (&slot.domain, answer) {
                    (Domain::Text { .. }, Answer::Text(text)) => {
                        let at = texts.partition_point(|(earlier, _)| *earlier < place);
                        texts.insert(at, (place, text.trim().to_owned()));
                        Value::Text(0)
                    }
                    (domain, answer) => value((domain, slot.none), answer),
                };
                // No record has two fields of a name.
                if kind.is_some() || slot.kinds.is_none() {
                    found = Found::Slot(slot, *own);
                    break;
                }
                found = Found::Open;
            }
            tell(field, answer, found);
        }
        Self { by_slot, texts }
    }
}

/// The value of an answer that nobody refused.
fn value((domain, none): (&Domain, bool), answer: &Answer) -> Value {
    match answer {
        Answer::None if none => Value::None,
        answer => domain.typed(answer).unwrap_or(Value::Unknown),
    }
}

/// The typed answers of a dossier of which the problems are known.
pub(crate) fn typed(program: &Program, dossier: &Dossier, problems: &[Problem]) -> Subject {
    let looks = program.lists.iter().map(|list| {
        let records = dossier.records(&list.id).iter();
        let looks = records.map(|record| Arc::new(Look::of(list, record, None)));
        looks.collect()
    });
    let looks: Vec<Vec<Arc<Look>>> = looks.collect();
    let answers = Answers::of(program, dossier);
    subject(program, dossier, (&answers, &looks, problems), None)
}

fn subject(
    program: &Program,
    dossier: &Dossier,
    (answers, looks, problems): (&Answers<'_>, &[Vec<Arc<Look>>], &[Problem]),
    former: Option<&Reading>,
) -> Subject {
    let refused = Refused::of(problems);
    let answers = program.questions.iter().zip(&answers.known);
    let answers = answers.map(|(slot, known)| match known {
        Some((_, value)) if !refused.questions.contains(&slot.id.as_str()) => *value,
        _ => Value::Unknown,
    });
    let former = former.map(|former| (former, Refused::of(&former.problems)));
    let lists = program.lists.iter().zip(looks).enumerate();
    let lists = lists.map(|(place, (list, looks))| {
        let open = !dossier.is_complete(&list.id);
        let then = former.as_ref().and_then(|(former, then)| {
            let refused_alike = refused.of_list(list) == then.of_list(list);
            former.list(place).filter(|_| refused_alike)
        });
        match then {
            Some((then, typed)) if typed.open == open && same(then, looks) => Arc::clone(typed),
            _ => {
                let then = then.map(|(then, typed)| then.iter().zip(&typed.records).collect());
                let then: Vec<(&Arc<Look>, &TypedRecord)> = then.unwrap_or_default();
                let records = typed_records(list, (looks, &refused), &then);
                Arc::new(TypedList::new(records, open))
            }
        }
    });
    Subject::of(program, answers.collect(), lists.collect())
}

/// The places of which the answers are refused.
#[derive(Default)]
struct Refused<'a> {
    questions: Vec<&'a str>,
    /// In order.
    cells: Vec<Cell<'a>>,
}

/// List, record and field; no field where the record is refused as a whole.
type Cell<'a> = (&'a str, &'a str, Option<&'a str>);

impl<'a> Refused<'a> {
    fn of(problems: &'a [Problem]) -> Self {
        let mut refused = Self::default();
        for problem in problems {
            if problem.severity() == Severity::Refused {
                refused.note(&problem.place);
            }
        }
        refused
    }

    fn note(&mut self, place: &'a Place) {
        let cell: Cell<'a> = match place {
            Place::Question(question) => return self.questions.push(question),
            Place::Field {
                list,
                record,
                field,
            } => (list, record, Some(field)),
            Place::Record { list, record } => (list, record, None),
            Place::List(_) => return,
        };
        let place = self.cells.partition_point(|other| *other < cell);
        self.cells.insert(place, cell);
    }

    /// What is refused in the records of a list.
    fn of_list(&self, list: &ListProgram) -> &[Cell<'a>] {
        let of = list.id.as_str();
        self.between(|(list, ..)| list.cmp(&of))
    }

    fn of_record(&self, list: &ListProgram, record: &Record) -> &[Cell<'a>] {
        let of = (list.id.as_str(), record.id.as_str());
        self.between(|(list, record, _)| (*list, *record).cmp(&of))
    }

    fn between(&self, order: impl Fn(&Cell<'a>) -> Ordering) -> &[Cell<'a>] {
        let first = self.cells.partition_point(|cell| order(cell).is_lt());
        let end = self.cells.partition_point(|cell| order(cell).is_le());
        self.cells.get(first..end).unwrap_or_default()
    }
}

/// The typed records of a list; `then` are those of an earlier reading, with its looks.
fn typed_records(
    list: &ListProgram,
    (looks, refused): (&[Arc<Look>], &Refused<'_>),
    then: &[(&Arc<Look>, &TypedRecord)],
) -> Vec<TypedRecord> {
    // Without its kind a record has other values, and the texts of all are compared.
    let records = looks.iter().map(|look| {
        let refused = refused.of_record(list, &look.record);
        let unkind = look.kind.is_some() && refuses_kind(list, refused);
        let unkind = unkind.then(|| Values::of(list, &look.record, None, &mut |_, _, _| {}));
        (look, refused, unkind)
    });
    let records: Vec<(&Arc<Look>, &[Cell<'_>], Option<Values>)> = records.collect();
    let mut texts = Texts::default();
    let typed = records
        .iter()
        .enumerate()
        .map(|(place, (look, refused, unkind))| {
            let own = unkind.as_ref().unwrap_or(&look.values);
            let then = then.get(place).filter(|(then, _)| Arc::ptr_eq(then, look));
            match then {
                Some((_, then)) if refused.is_empty() && texts.are_in(own, then) => {
                    TypedRecord::clone(then)
                }
                _ => look.typed(list, own, (refused, &mut texts)),
            }
        });
    typed.collect()
}

impl Look {
    /// The record with these values, without those that are refused.
    fn typed<'a>(
        &self,
        list: &ListProgram,
        own: &'a Values,
        (refused, texts): (&[Cell<'_>], &mut Texts<'a>),
    ) -> TypedRecord {
        let mut values = Arc::clone(&own.by_slot);
        if !refused.is_empty() {
            hide(list, refused, Arc::make_mut(&mut values));
        }
        for (slot, text) in &own.texts {
            if let Some(Value::Text(_)) = values.get(*slot) {
                let text = texts.place(text);
                if let Some(place) = Arc::make_mut(&mut values).get_mut(*slot) {
                    *place = text;
                }
            }
        }
        TypedRecord::new(list, Arc::clone(&self.id), values)
    }
}

impl<'a> Texts<'a> {
    pub(super) fn place(&mut self, text: &'a str) -> Value {
        let next = self.0.len();
        match self.0.binary_search_by_key(&text, |(text, _)| text) {
            Ok(found) => Value::Text(self.0.get(found).map_or(next, |(_, place)| *place)),
            Err(between) => {
                self.0.insert(between, (text, next));
                Value::Text(next)
            }
        }
    }

    /// Whether the texts have the places that they have in a record.
    fn are_in(&mut self, own: &'a Values, record: &TypedRecord) -> bool {
        let mut same = true;
        for (slot, text) in &own.texts {
            same &= self.place(text) == record.value(*slot);
        }
        same
    }
}

/// Makes unknown what is refused. A record that is refused as a whole keeps its kind: it could be any record of that kind.
fn hide(list: &ListProgram, refused: &[Cell<'_>], values: &mut [Value]) {
    let kind = list.kind.as_ref().map(|(slot, _)| *slot);
    for (place, (slot, value)) in list.slots.iter().zip(values).enumerate() {
        let hides = |(_, _, field): &Cell<'_>| match field {
            Some(field) => *field == slot.field,
            None => kind != Some(place),
        };
        if *value != Value::Absent && refused.iter().any(hides) {
            *value = Value::Unknown;
        }
    }
}

fn refuses_kind(list: &ListProgram, refused: &[Cell<'_>]) -> bool {
    let kind = list.kind.as_ref();
    let slot = kind.and_then(|(slot, _)| list.slots.get(*slot));
    let is_kind =
        |(_, _, field): &Cell<'_>| slot.is_some_and(|slot| *field == Some(slot.field.as_str()));
    refused.iter().any(is_kind)
}
