//! The same person twice; the same achievement or file claimed by two.

use std::collections::{BTreeMap, BTreeSet};

use json::Json;
use serde::{Deserialize, Serialize};

use crate::screened::{Claim, Screened};

/// What is the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DuplicateKind {
    /// A person: by identity number, or by name and birth date.
    Person,
    /// An achievement that several claim as lead or first author: by kind and title.
    Achievement,
    /// A file that proves such an achievement of several: by its bytes.
    File,
}

/// Something that is the same in several places.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Duplicate {
    /// Always [`Duplicate::FORMAT`].
    pub format: String,
    /// What is the same.
    pub kind: DuplicateKind,
    /// Where, in the order of the candidates.
    pub places: Vec<DuplicatePlace>,
}

/// A place of a duplicate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DuplicatePlace {
    /// The file, and the row in it.
    pub input: String,
    /// The candidate's name.
    pub name: String,
    /// The title or the name of the file there; empty for a person.
    pub what: String,
}

impl Duplicate {
    /// The format of the line.
    pub const FORMAT: &str = "zhicheng-duplicate/1";

    /// The line as JSON.
    pub fn to_json(&self) -> Json {
        json::to_json(self).unwrap_or(Json::Null)
    }
}

/// What a candidate can have in common with others.
#[derive(Clone, Debug)]
pub struct Claims {
    kept: Kept,
    claims: Vec<((DuplicateKind, u128), String)>,
}

#[derive(Clone, Debug)]
struct Kept {
    input: String,
    name: String,
    person: Vec<u128>,
}

impl Claims {
    /// Those of a candidate.
    pub fn of(screened: &Screened) -> Self {
        let keys = &screened.keys;
        let person = keys.person.iter().filter_map(|key| number(key));
        let of = |kind: DuplicateKind, claims: &[Claim]| -> Vec<_> {
            let claims = claims
                .iter()
                .filter_map(|claim| Some(((kind, number(&claim.key)?), claim.what.clone())));
            claims.collect()
        };
        let mut claims = of(DuplicateKind::Achievement, &keys.achievements);
        claims.extend(of(DuplicateKind::File, &keys.files));
        Self {
            kept: Kept {
                input: screened.input.clone(),
                name: screened.name.clone(),
                person: person.collect(),
            },
            claims,
        }
    }
}

/// Candidates are added one after another; of each, keys are kept and its name.
#[derive(Clone, Debug, Default)]
pub struct Duplicates {
    candidates: Vec<Kept>,
    found: BTreeMap<(DuplicateKind, u128), Vec<(usize, String)>>,
}

impl Duplicates {
    /// Adds a candidate.
    pub fn add(&mut self, screened: &Screened) {
        self.put_in(Claims::of(screened));
    }

    /// Adds the claims of a candidate.
    pub fn put_in(&mut self, claims: Claims) {
        let Claims { kept, claims } = claims;
        let at = self.candidates.len();
        for key in &kept.person {
            self.put((DuplicateKind::Person, *key), (at, String::new()));
        }
        for (key, what) in claims {
            self.put(key, (at, what));
        }
        self.candidates.push(kept);
    }

    /// Each candidate stands at a key once.
    fn put(&mut self, key: (DuplicateKind, u128), place: (usize, String)) {
        let places = self.found.entry(key).or_default();
        if places.last().is_none_or(|(at, _)| *at != place.0) {
            places.push(place);
        }
    }

    /// What is there more than once, by the first place.
    pub fn finish(&self) -> Vec<Duplicate> {
        let mut all: Vec<(usize, DuplicateKind, Duplicate)> = Vec::new();
        let mut told: BTreeSet<(DuplicateKind, Vec<usize>, String)> = BTreeSet::new();
        for ((kind, _), places) in &self.found {
            if places.len() < 2 || (*kind != DuplicateKind::Person && self.all_one_person(places)) {
                continue;
            }
            let at: Vec<usize> = places.iter().map(|(at, _)| *at).collect();
            let (first, what) = places.first().cloned().unwrap_or_default();
            // A person can be known by two keys.
            if !told.insert((*kind, at, what)) {
                continue;
            }
            let places = places.iter().filter_map(|(at, what)| {
                let kept = self.candidates.get(*at)?;
                Some(DuplicatePlace {
                    input: kept.input.clone(),
                    name: kept.name.clone(),
                    what: what.clone(),
                })
            });
            let duplicate = Duplicate {
                format: Duplicate::FORMAT.to_owned(),
                kind: *kind,
                places: places.collect(),
            };
            all.push((first, *kind, duplicate));
        }
        all.sort_by_key(|(first, kind, _)| (*kind, *first));
        all.into_iter().map(|(_, _, duplicate)| duplicate).collect()
    }

    /// Whether all places are of one person, who may of course hand in the same thing again.
    fn all_one_person(&self, places: &[(usize, String)]) -> bool {
        let person = |at: usize| self.candidates.get(at).map_or(&[][..], |kept| &kept.person);
        let Some((first, rest)) = places.split_first() else {
            return true;
        };
        let first = person(first.0);
        rest.iter()
            .all(|(at, _)| person(*at).iter().any(|key| first.contains(key)))
    }
}

fn number(key: &str) -> Option<u128> {
    u128::from_str_radix(key, 16).ok()
}
