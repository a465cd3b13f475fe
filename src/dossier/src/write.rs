//! Writing a dossier file.

use json::{Decimal, Json, Object};

use crate::{Dossier, Evidence, Record};

impl Dossier {
    /// The dossier as JSON: what [`Dossier::from_json`] reads back unchanged.
    pub fn to_json(&self) -> Json {
        let mut object = Object::new();
        object.insert("format", Json::from(Self::FORMAT));
        object.insert("book", Json::from(self.book.as_str()));
        let season = self.season.and_then(|year| Decimal::from_int(year.into()));
        if let Some(year) = season {
            object.insert("season", Json::Number(year));
        }
        let mut profile = Object::new();
        for (question, answer) in &self.profile {
            profile.insert(question.as_str(), answer.to_json());
        }
        object.insert("profile", Json::Object(profile));
        for (name, list) in &self.lists {
            let records = list.records.iter().map(|record| record.to_json());
            object.insert(name.as_str(), Json::Array(records.collect()));
        }
        if !self.materials.is_empty() {
            let mut materials = Object::new();
            for (id, evidence) in &self.materials {
                materials.insert(id.as_str(), evidence_json(evidence));
            }
            object.insert("materials", Json::Object(materials));
        }
        let complete = self.lists.iter().filter(|(_, list)| list.complete);
        let complete = complete.map(|(name, _)| Json::from(name.as_str()));
        object.insert("complete", Json::Array(complete.collect()));
        Json::Object(object)
    }
}

impl Record {
    /// The record as JSON.
    pub fn to_json(&self) -> Json {
        let mut object = Object::new();
        object.insert("id", Json::from(self.id.as_str()));
        for (field, answer) in &self.fields {
            object.insert(field.as_str(), answer.to_json());
        }
        if !self.evidence.is_empty() {
            object.insert("evidence", evidence_json(&self.evidence));
        }
        Json::Object(object)
    }
}

fn evidence_json(evidence: &[Evidence]) -> Json {
    let proofs = evidence.iter().map(|proof| match proof {
        Evidence::File(name) => Json::from(name.as_str()),
        Evidence::Paper(text) => {
            let mut object = Object::new();
            object.insert("paper", Json::from(text.as_str()));
            Json::Object(object)
        }
    });
    Json::Array(proofs.collect())
}
