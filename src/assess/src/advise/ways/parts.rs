//! Plans as steps and edits.

use dossier::{Answer, Dossier, Record};

use super::Step;
use super::merge::{Part, Plan};
use crate::program::{Domain, ListProgram, Program, Slot, Value};
use crate::subject::Subject;

/// Writes plans as steps on a dossier.
pub(super) struct Writer<'a> {
    pub(super) program: &'a Program,
    pub(super) subject: &'a Subject,
    pub(super) dossier: &'a Dossier,
}

impl Writer<'_> {
    /// The steps of a plan; equal records are counted together.
    pub(super) fn steps(&self, plan: &Plan) -> Vec<Step> {
        let mut steps: Vec<Step> = Vec::new();
        let mut seen: Vec<&Part> = Vec::new();
        for part in plan {
            if seen.contains(&part) {
                continue;
            }
            seen.push(part);
            let times = plan.iter().filter(|other| *other == part).count();
            let number = steps.len().saturating_add(1);
            steps.extend(self.step(part, (number, times)));
        }
        steps
    }

    fn step(&self, part: &Part, (number, times): (usize, usize)) -> Option<Step> {
        Some(match part {
            Part::Answer(question, value) => {
                let slot = self.program.questions.get(*question)?;
                Step::Answer {
                    question: slot.id.clone(),
                    answer: answer(&slot.domain, *value)?,
                }
            }
            Part::Field {
                list,
                record,
                slot,
                value,
            } => {
                let shape = self.program.lists.get(*list)?;
                let typed = self.subject.lists.get(*list)?.records.get(*record)?;
                let slot = shape.slots.get(*slot)?;
                Step::Field {
                    list: shape.id.clone(),
                    record: typed.id.as_ref().to_owned(),
                    field: slot.field.clone(),
                    answer: answer(&slot.domain, *value)?,
                }
            }
            Part::Close(list) => Step::Complete {
                list: self.program.lists.get(*list)?.id.clone(),
            },
            Part::Add { .. } => {
                let (list, mut record, achieve) = self.record(part)?;
                record.id = self.free_id(number);
                Step::Add {
                    list,
                    record,
                    count: times,
                    achieve,
                }
            }
        })
    }

    /// The list of a record to be added, the record without an id, and whether it is still to be
    /// achieved.
    pub(super) fn record(&self, part: &Part) -> Option<(String, Record, bool)> {
        let Part::Add {
            list,
            values,
            achieve,
        } = part
        else {
            return None;
        };
        let shape = self.program.lists.get(*list)?;
        Some((shape.id.clone(), entered(shape, values), *achieve))
    }

    /// An id that no record and no copy of one has.
    fn free_id(&self, number: usize) -> String {
        let taken = |id: &str| {
            let records = self.dossier.lists.values().flat_map(|list| &list.records);
            let ids = records
                .map(|record| &record.id)
                .chain(self.dossier.materials.keys());
            ids.into_iter().any(|other| {
                let start = other.get(..id.len());
                start.is_some_and(|start| start.eq_ignore_ascii_case(id))
            })
        };
        let mut id = format!("new{number}");
        while taken(&id) {
            id.insert(0, 'x');
        }
        id
    }
}

/// Typed values as a record is entered, without an id.
pub(in crate::advise) fn entered(shape: &ListProgram, values: &[Value]) -> Record {
    let known = |(slot, value): (&Slot, &Value)| {
        let answer = answer(&slot.domain, *value)?;
        Some((slot.field.clone(), answer))
    };
    let fields = shape.slots.iter().zip(values).filter_map(known).collect();
    Record {
        fields,
        ..Record::default()
    }
}

/// A typed value as it is entered; none for what is unknown or absent.
fn answer(domain: &Domain, value: Value) -> Option<Answer> {
    Some(match (domain, value) {
        (_, Value::None) => Answer::None,
        (_, Value::YesNo(value)) => Answer::YesNo(value),
        (_, Value::Number(value)) => Answer::Number(value),
        (Domain::Choice { ids, .. }, Value::Choice(place)) => Answer::from_text(ids.get(place)?),
        (_, Value::Date(day)) => Answer::from_text(day.to_string()),
        (Domain::Text { .. }, Value::Text(place)) => Answer::from_text(format!("key {place}")),
        _ => return None,
    })
}
