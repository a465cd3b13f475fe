//! The same person twice; the same achievement or file claimed by two.

mod same;

use std::collections::BTreeSet;
use std::ops::Range;

use json::Json;
use serde::{Deserialize, Serialize};

pub use self::same::{Place, Same};
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claims {
    /// Input, name, and what is claimed, one behind the other.
    texts: String,
    /// The end of the input, and of the name.
    ends: (usize, usize),
    of: Vec<(DuplicateKind, u128, Range<usize>)>,
}

impl Claims {
    /// Those of a candidate.
    pub fn of(screened: &Screened) -> Self {
        let keys = &screened.keys;
        let mut texts = screened.input.clone();
        let input = texts.len();
        texts.push_str(&screened.name);
        let mut own = Self {
            ends: (input, texts.len()),
            texts,
            of: Vec::new(),
        };
        let person = keys.person.iter().filter_map(|key| number(key));
        own.of
            .extend(person.map(|key| (DuplicateKind::Person, key, 0..0)));
        own.add(DuplicateKind::Achievement, &keys.achievements);
        own.add(DuplicateKind::File, &keys.files);
        own
    }

    /// By what others are known that have something in common with the candidate.
    pub fn keys(&self) -> impl Iterator<Item = (DuplicateKind, u128)> + '_ {
        self.of.iter().map(|(kind, key, _)| (*kind, *key))
    }

    fn add(&mut self, kind: DuplicateKind, claims: &[Claim]) {
        for claim in claims {
            if let Some(key) = number(&claim.key) {
                let start = self.texts.len();
                self.texts.push_str(&claim.what);
                self.of.push((kind, key, start..self.texts.len()));
            }
        }
    }
}

/// Candidates are added one after another. Of each are kept input and name, its keys, and what it claims: 16 bytes and 40
/// for each key, beside the words themselves.
#[derive(Clone, Debug, Default)]
pub struct Duplicates {
    texts: String,
    candidates: Vec<Kept>,
    keys: Vec<Key>,
}

/// Where the words about a candidate stand: those of the next begin where they end.
#[derive(Clone, Copy, Debug)]
struct Kept {
    start: usize,
    input: u32,
    name: u32,
}

/// A key of a candidate. The halves stand apart so that nothing is lost between the parts.
#[derive(Clone, Copy, Debug)]
struct Key {
    digest: (u64, u64),
    /// The place of the candidate.
    at: u32,
    /// Where the words about it stand, behind the start of those about the candidate.
    what: (u32, u32),
    kind: DuplicateKind,
}

impl Duplicates {
    /// Adds a candidate.
    pub fn add(&mut self, screened: &Screened) {
        self.put_in(&Claims::of(screened));
    }

    /// Adds the claims of a candidate.
    pub fn put_in(&mut self, claims: &Claims) {
        let Claims {
            texts,
            ends: (input, name),
            of,
        } = claims;
        let at = small(self.candidates.len());
        self.candidates.push(Kept {
            start: self.texts.len(),
            input: small(*input),
            name: small(*name),
        });
        self.texts.push_str(texts);
        self.keys.extend(of.iter().map(|(kind, key, what)| Key {
            digest: halves(*key),
            at,
            what: (small(what.start), small(what.end)),
            kind: *kind,
        }));
    }

    /// What is there more than once, by the first place, each not yet put into words: all places of what a hundred
    /// thousand claim would be more than all that is kept.
    pub fn same(&self) -> Vec<Same<'_>> {
        let of = |place: usize| self.keys.get(place).map(|key| (key.kind, key.digest));
        let order = order::sorted(self.keys.len(), &mut |a, b| of(a).cmp(&of(b)));
        let mut all: Vec<Same<'_>> = Vec::new();
        let mut told: BTreeSet<(DuplicateKind, Vec<u32>, &str)> = BTreeSet::new();
        let mut places: Vec<(u32, &Key)> = Vec::new();
        let keys = order.iter();
        let mut rest = keys
            .filter_map(|place| Some((small(*place), self.keys.get(*place)?)))
            .peekable();
        while let Some((place, key)) = rest.next() {
            // Each candidate stands at a key once.
            if places.last().is_none_or(|(_, before)| before.at != key.at) {
                places.push((place, key));
            }
            let next = rest.peek().map(|(_, next)| (next.kind, next.digest));
            if next == Some((key.kind, key.digest)) {
                continue;
            }
            let places = std::mem::take(&mut places);
            let Some((_, first)) = places.first().filter(|_| places.len() > 1) else {
                continue;
            };
            if key.kind != DuplicateKind::Person && self.all_one_person(&places) {
                continue;
            }
            let at = places.iter().map(|(_, key)| key.at).collect();
            // A person can be known by two keys.
            if told.insert((key.kind, at, self.what(first))) {
                all.push(Same {
                    of: self,
                    kind: key.kind,
                    first: first.at,
                    places: places.iter().map(|(place, _)| *place).collect(),
                });
            }
        }
        order::sort(&mut all, &mut |a, b| {
            (a.kind, a.first).cmp(&(b.kind, b.first))
        });
        all
    }

    fn place(&self, key: u32) -> Option<Place<'_>> {
        let key = self.keys.get(wide(key))?;
        let kept = self.candidates.get(wide(key.at))?;
        Some(Place {
            input: self.text(kept, (0, kept.input)),
            name: self.text(kept, (kept.input, kept.name)),
            what: self.what(key),
        })
    }

    fn what(&self, key: &Key) -> &str {
        let kept = self.candidates.get(wide(key.at));
        kept.map_or("", |kept| self.text(kept, key.what))
    }

    fn text(&self, kept: &Kept, (start, end): (u32, u32)) -> &str {
        let (start, end) = (wide(start), wide(end));
        let own = kept.start.saturating_add(start)..kept.start.saturating_add(end);
        self.texts.get(own).unwrap_or_default()
    }

    /// Whether all places are of one person, who may of course hand in the same thing again.
    fn all_one_person(&self, places: &[(u32, &Key)]) -> bool {
        let Some(((_, first), rest)) = places.split_first() else {
            return true;
        };
        let shared = |at: u32| {
            let mut own = self.persons(at);
            own.any(|key| self.persons(first.at).any(|other| key == other))
        };
        rest.iter().all(|(_, place)| shared(place.at))
    }

    /// The keys of a candidate as a person. Keys stand in the order of the candidates.
    fn persons(&self, at: u32) -> impl Iterator<Item = (u64, u64)> + '_ {
        let first = self.keys.partition_point(|key| key.at < at);
        let own = self.keys.get(first..).unwrap_or_default().iter();
        let own = own.take_while(move |key| key.at == at);
        own.filter(|key| key.kind == DuplicateKind::Person)
            .map(|key| key.digest)
    }
}

fn number(key: &str) -> Option<u128> {
    u128::from_str_radix(key, 16).ok()
}

/// A key in two halves: kept whole it would leave half of its place unused.
fn halves(key: u128) -> (u64, u64) {
    let half = |part: u128| u64::try_from(part & u128::from(u64::MAX)).unwrap_or(0);
    (half(key >> 64), half(key))
}

/// A place or length that is kept in four bytes: more candidates, or longer words, than that do not come.
fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

fn wide(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}
