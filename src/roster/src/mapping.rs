//! Where other headers and other words lead: remembered in a file.

use std::collections::BTreeMap;

use json::{Json, Object};

use crate::columns::Target;

/// Headers and words of other tables, and what they mean here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mapping {
    /// What a header leads to.
    pub columns: BTreeMap<String, Target>,
    /// What a word in answer to a question or field means: the id of a choice, by the id of what is asked.
    pub words: BTreeMap<String, BTreeMap<String, String>>,
}

/// Why a file is no mapping.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MappingFault {
    /// Not JSON.
    NotJson(json::ReadError),
    /// Another format.
    Format,
    /// The value at this key is none.
    Value(String),
}

impl Mapping {
    /// The format of the file.
    pub const FORMAT: &str = "zhicheng-mapping/1";

    /// Reads a file.
    ///
    /// # Errors
    /// See [`MappingFault`].
    pub fn read(bytes: &[u8]) -> Result<Self, MappingFault> {
        let json = Json::parse(bytes).map_err(MappingFault::NotJson)?;
        if json.get("format").and_then(Json::as_str) != Some(Self::FORMAT) {
            return Err(MappingFault::Format);
        }
        let mut mapping = Self::default();
        for (header, target) in members(&json, "columns")? {
            let target = target.as_str().and_then(Target::from_id);
            let target = target.ok_or_else(|| MappingFault::Value(format!("columns.{header}")))?;
            mapping.columns.insert(header.to_owned(), target);
        }
        for (asked, words) in members(&json, "words")? {
            let fault = || MappingFault::Value(format!("words.{asked}"));
            let words = words.as_object().ok_or_else(fault)?;
            let mut own = BTreeMap::new();
            for (word, choice) in words.iter() {
                own.insert(
                    word.to_owned(),
                    choice.as_str().ok_or_else(fault)?.to_owned(),
                );
            }
            mapping.words.insert(asked.to_owned(), own);
        }
        Ok(mapping)
    }

    /// The file.
    pub fn to_json(&self) -> Json {
        let mut columns = Object::new();
        for (header, target) in &self.columns {
            columns.insert(header.as_str(), Json::from(target.id()));
        }
        let mut words = Object::new();
        for (asked, own) in &self.words {
            let mut object = Object::new();
            for (word, choice) in own {
                object.insert(word.as_str(), Json::from(choice.as_str()));
            }
            words.insert(asked.as_str(), Json::Object(object));
        }
        let mut file = Object::new();
        file.insert("format", Json::from(Self::FORMAT));
        file.insert("columns", Json::Object(columns));
        file.insert("words", Json::Object(words));
        Json::Object(file)
    }

    /// What a word in answer to what is asked means.
    pub(crate) fn word(&self, asked: &str, word: &str) -> Option<&str> {
        self.words.get(asked)?.get(word).map(String::as_str)
    }
}

fn members<'a>(json: &'a Json, key: &str) -> Result<Vec<(&'a str, &'a Json)>, MappingFault> {
    match json.get(key) {
        None => Ok(Vec::new()),
        Some(value) => {
            let object = value.as_object();
            let object = object.ok_or_else(|| MappingFault::Value(key.to_owned()))?;
            Ok(object.iter().collect())
        }
    }
}
