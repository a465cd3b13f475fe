//! Edits: the only way a dossier changes.

use std::fmt;
use std::sync::Arc;

use crate::{Answer, Answers, Dossier, Evidence, List, Record};

/// What carries evidence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Holder {
    /// A record, by id.
    Record(String),
    /// A material, by id.
    Material(String),
}

/// One change. `None` as an answer takes the answer back: it is unknown again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Answers a question.
    Answer {
        /// The question.
        question: String,
        /// The answer.
        answer: Option<Answer>,
    },
    /// Chooses the season.
    Season(Option<i32>),
    /// Adds a record at the end of a list.
    Add {
        /// The list.
        list: String,
        /// The record.
        record: Record,
    },
    /// Answers a field of a record.
    Field {
        /// The record.
        record: String,
        /// The field.
        field: String,
        /// The answer.
        answer: Option<Answer>,
    },
    /// Puts a copy of a record behind it, without its evidence.
    Copy {
        /// The record.
        record: String,
        /// The id of the copy.
        new_id: String,
    },
    /// Removes a record.
    Remove {
        /// The record.
        record: String,
    },
    /// Says whether a list is complete.
    Complete {
        /// The list.
        list: String,
        /// Complete or open.
        complete: bool,
    },
    /// Adds a proof.
    Attach {
        /// What it proves.
        holder: Holder,
        /// The proof.
        evidence: Evidence,
    },
    /// Takes a proof away.
    Detach {
        /// What it proved.
        holder: Holder,
        /// The proof.
        evidence: Evidence,
    },
}

/// Why an edit cannot be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EditError {
    /// There is no record with this id.
    NoRecord {
        /// The id.
        id: String,
    },
    /// The id is in use.
    IdInUse {
        /// The id.
        id: String,
    },
}

impl fmt::Display for EditError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoRecord { id } => write!(f, "there is no record `{id}`"),
            Self::IdInUse { id } => write!(f, "the id `{id}` is in use"),
        }
    }
}

impl std::error::Error for EditError {}

/// The dossier after an edit.
///
/// # Errors
/// When the edit names a record that is not there, or an id that is in use. The dossier is
/// then as it was.
pub fn apply(dossier: &Dossier, edit: Edit) -> Result<Dossier, EditError> {
    let mut next = dossier.clone();
    match edit {
        Edit::Answer { question, answer } => put(&mut next.profile, question, answer),
        Edit::Season(season) => next.season = season,
        Edit::Add { list, record } => {
            free(&next, &record.id)?;
            list_mut(&mut next, list).records.push(Arc::new(record));
        }
        Edit::Field {
            record,
            field,
            answer,
        } => {
            let record = record_mut(&mut next, &record)?;
            put(&mut record.fields, field, answer);
        }
        Edit::Copy { record, new_id } => copy(&mut next, &record, new_id)?,
        Edit::Remove { record } => {
            record_mut(&mut next, &record)?;
            for list in next.lists.values_mut() {
                list.records.retain(|other| other.id != record);
            }
        }
        Edit::Complete { list, complete } => list_mut(&mut next, list).complete = complete,
        Edit::Attach { holder, evidence } => {
            let proofs = proofs_mut(&mut next, holder)?;
            if !proofs.contains(&evidence) {
                proofs.push(evidence);
            }
        }
        Edit::Detach { holder, evidence } => {
            proofs_mut(&mut next, holder)?.retain(|other| *other != evidence);
            next.materials.retain(|_, proofs| !proofs.is_empty());
        }
    }
    Ok(next)
}

fn put(answers: &mut Answers, key: String, answer: Option<Answer>) {
    match answer {
        Some(answer) => answers.insert(key, answer),
        None => answers.remove(&key),
    };
}

/// Ids name folders of a package, which some systems do not tell apart by case.
fn free(dossier: &Dossier, id: &str) -> Result<(), EditError> {
    let records = dossier.lists.values().flat_map(|list| &list.records);
    let ids = records.map(|record| &record.id);
    let mut ids = ids.chain(dossier.materials.keys());
    if ids.any(|other| other.eq_ignore_ascii_case(id)) {
        return Err(EditError::IdInUse { id: id.to_owned() });
    }
    Ok(())
}

fn list_mut(dossier: &mut Dossier, list: String) -> &mut List {
    dossier.lists.entry(list).or_default()
}

fn record_mut<'a>(dossier: &'a mut Dossier, id: &str) -> Result<&'a mut Record, EditError> {
    let records = dossier
        .lists
        .values_mut()
        .flat_map(|list| &mut list.records);
    let mut found = records.filter(|record| record.id == id);
    let found = found.next();
    let found = found.ok_or_else(|| EditError::NoRecord { id: id.to_owned() })?;
    Ok(Arc::make_mut(found))
}

fn proofs_mut(dossier: &mut Dossier, holder: Holder) -> Result<&mut Vec<Evidence>, EditError> {
    match holder {
        Holder::Record(id) => Ok(&mut record_mut(dossier, &id)?.evidence),
        Holder::Material(id) => {
            if !dossier.materials.contains_key(&id) {
                free(dossier, &id)?;
            }
            Ok(dossier.materials.entry(id).or_default())
        }
    }
}

fn copy(dossier: &mut Dossier, id: &str, new_id: String) -> Result<(), EditError> {
    free(dossier, &new_id)?;
    let mut record = record_mut(dossier, id)?.clone();
    record.id = new_id;
    record.evidence.clear();
    for list in dossier.lists.values_mut() {
        if let Some(index) = list.records.iter().position(|other| other.id == id) {
            list.records.insert(index + 1, Arc::new(record));
            return Ok(());
        }
    }
    Err(EditError::NoRecord { id: id.to_owned() })
}
