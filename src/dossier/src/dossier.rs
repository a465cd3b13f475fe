//! The dossier: a profile and lists of records.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::{Answer, Answers};

/// Everything a person entered for one application.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dossier {
    /// The id of the rule book it was begun under.
    pub book: String,
    /// The season's year, if chosen.
    pub season: Option<i32>,
    /// Answers by question.
    pub profile: Answers,
    /// Records by list.
    pub lists: BTreeMap<String, List>,
    /// Papers of the application by material.
    pub materials: BTreeMap<String, Vec<Evidence>>,
}

/// A list of records.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct List {
    /// The records in the order of the person. Dossiers share those in which they are the same, so that one of very many
    /// records costs little to copy and to compare.
    pub records: Vec<Arc<Record>>,
    /// Whether the person said that the list is complete. An open list may still gain records.
    pub complete: bool,
}

/// One record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    /// Identifier, unique in the dossier; the folder of its evidence in a package.
    pub id: String,
    /// Answers by field.
    pub fields: Answers,
    /// What proves it.
    pub evidence: Vec<Evidence>,
}

/// A proof.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Evidence {
    /// A file by its name.
    File(String),
    /// A paper original to be shown at the desk, in words.
    Paper(String),
}

impl Dossier {
    /// The format that this crate reads and writes.
    pub const FORMAT: &str = "zhicheng-dossier/1";
    /// The key of a dossier file under which the last verdicts stand, which are none of the
    /// dossier's business.
    pub const JUDGED: &str = "judged";

    /// An empty dossier under a book.
    pub fn new(book: impl Into<String>, season: Option<i32>) -> Self {
        Self {
            book: book.into(),
            season,
            ..Self::default()
        }
    }

    /// The answer to a question; none when it is unknown.
    pub fn answer(&self, question: &str) -> Option<&Answer> {
        // They are few, and most names differ in length: quicker than to look where it stands in their order.
        let mut answers = self.profile.iter();
        answers.find_map(|(name, answer)| (name == question).then_some(answer))
    }

    /// The records of a list, empty when nothing was entered.
    pub fn records(&self, list: &str) -> &[Arc<Record>] {
        self.lists
            .get(list)
            .map_or(&[], |list| list.records.as_slice())
    }

    /// Whether a list was declared complete.
    pub fn is_complete(&self, list: &str) -> bool {
        self.lists.get(list).is_some_and(|list| list.complete)
    }

    /// The record with an id, and its list.
    pub fn record(&self, id: &str) -> Option<(&str, &Record)> {
        self.lists.iter().find_map(|(name, list)| {
            let record = list.records.iter().find(|record| record.id == id)?;
            Some((name.as_str(), record.as_ref()))
        })
    }

    /// All files named anywhere: the holder (a record's or material's id) and the file name,
    /// in the order of holders and of their evidence.
    pub fn files(&self) -> Vec<(&str, &str)> {
        let records = self.lists.values().flat_map(|list| &list.records);
        let of_records = records.map(|record| (record.id.as_str(), record.evidence.as_slice()));
        let of_materials = self
            .materials
            .iter()
            .map(|(id, evidence)| (id.as_str(), evidence.as_slice()));
        let files = of_records
            .chain(of_materials)
            .flat_map(|(holder, evidence)| evidence.iter().map(move |proof| (holder, proof)))
            .filter_map(|(holder, proof)| match proof {
                Evidence::File(name) => Some((holder, name.as_str())),
                Evidence::Paper(_) => None,
            });
        let mut sorted = Vec::new();
        for file in files {
            let place = sorted.partition_point(|other| *other <= file);
            sorted.insert(place, file);
        }
        sorted
    }
}

impl Record {
    /// An empty record.
    pub fn new(id: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            ..Self::default()
        }
    }

    /// The answer in a field; none when it is unknown.
    pub fn answer(&self, field: &str) -> Option<&Answer> {
        self.fields.get(field)
    }
}
