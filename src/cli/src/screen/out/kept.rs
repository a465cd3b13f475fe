//! Candidates, until it is known which of them have something in common.

use std::io;

use screening::{Claims, DuplicateKind, Duplicates};

use super::runs::{Key, Runs};
use crate::screen::aside::{Aside, Blocks};

/// So many keys stand in the memory.
const MOST: usize = 1 << 17;

/// Candidates with their keys. Only those who share a key with somebody are looked at for duplicates, the others share none;
/// how many there are of those makes no difference to the memory.
pub(super) struct Kept {
    most: usize,
    candidates: Aside,
    keys: Vec<Key>,
    more: Runs,
}

impl Default for Kept {
    fn default() -> Self {
        Self::new(MOST)
    }
}

impl Kept {
    fn new(most: usize) -> Self {
        Self {
            most,
            candidates: Aside::default(),
            keys: Vec::new(),
            more: Runs::default(),
        }
    }

    /// Puts in a candidate.
    pub(super) fn put_in(&mut self, claims: &Claims) -> io::Result<()> {
        let at = self.candidates.put_value(claims)?;
        for (kind, key) in claims.keys() {
            self.keys.push((number(kind), key, at));
        }
        if self.keys.len() >= self.most {
            self.put_aside()?;
        }
        Ok(())
    }

    fn put_aside(&mut self) -> io::Result<()> {
        self.keys.sort_unstable();
        self.more.put(&self.keys)?;
        self.keys.clear();
        Ok(())
    }

    /// Those who share a key with another, in their order.
    pub(super) fn shared(mut self) -> io::Result<Duplicates> {
        let mut shared = Shared::default();
        if self.more.is_empty() {
            self.keys.sort_unstable();
            self.keys.iter().for_each(|key| shared.see(*key));
        } else {
            self.put_aside()?;
            self.more.merged(|key| shared.see(key))?;
        }
        let mut places = shared.places;
        places.sort_unstable();
        places.dedup();
        let mut duplicates = Duplicates::default();
        let mut candidates = Blocks::of(self.candidates)?;
        let mut room = Vec::new();
        for place in places {
            let (claims, _): (Claims, u64) = candidates.value(place, &mut room)?;
            duplicates.put_in(&claims);
        }
        Ok(duplicates)
    }
}

/// The places of those who share a key; keys come in their order.
#[derive(Default)]
struct Shared {
    last: Option<Key>,
    places: Vec<u64>,
}

impl Shared {
    fn see(&mut self, key: Key) {
        let before = self.last.replace(key);
        let same = before.filter(|before| (before.0, before.1) == (key.0, key.1));
        // Who claims the same twice shares it with nobody.
        if let Some((.., place)) = same.filter(|before| before.2 != key.2) {
            self.places.extend([place, key.2]);
        }
    }
}

const fn number(kind: DuplicateKind) -> u8 {
    match kind {
        DuplicateKind::Person => 0,
        DuplicateKind::Achievement => 1,
        DuplicateKind::File => 2,
    }
}

#[cfg(test)]
mod tests {
    use json::Json;
    use screening::Screened;

    use super::*;

    /// A candidate of that number who claims these achievements.
    fn candidate(number: usize, person: usize, claimed: &[usize]) -> Claims {
        let claim = |key: &usize| format!(r#"{{"key":"{key:032x}","what":"成果{key}"}}"#);
        let claimed: Vec<String> = claimed.iter().map(claim).collect();
        let text = format!(
            r#"{{"book":{{"digest":"","id":"b","known":true,"version":"1"}},"category":null,"changes":[],
            "cut_off":"2026-12-31","earliest":null,"employer":"","evidence":{{"asked":0,"files":0,"proven":0}},
            "format":"zhicheng-screened/1","input":"{number}","keys":{{"achievements":[{}],"files":[],
            "person":["{person:032x}"]}},"level":null,"levels":[],"missing":[],"name":"某{person}","origin":"roster",
            "package":null,"problems":[],"score":null,"season":2026,"stand_ins":[],"unanswered":[]}}"#,
            claimed.join(",")
        );
        let json = Json::parse(text.as_bytes()).ok();
        let screened = json.and_then(|json| Screened::from_json(&json));
        screened.map_or_else(|| panic!("no line: {text}"), |line| Claims::of(&line))
    }

    fn told(duplicates: &Duplicates) -> Vec<String> {
        let same = duplicates.same();
        same.iter().map(|same| same.pieces().collect()).collect()
    }

    #[test]
    fn what_is_found_is_what_is_found_in_the_memory_alone_wherever_keys_are_kept() {
        for most in [1, 7, 100, 10_000] {
            for spread in [3, 50, 5_000] {
                let (mut kept, mut all) = (Kept::new(most), Duplicates::default());
                for number in 0..400_usize {
                    // Some claim the same twice, some are there twice, some claim what another person does.
                    let mixed = number * 7_919 % 1_009;
                    let (one, other) = (10_000 + mixed % spread, number % spread);
                    let claimed = [one, other, one];
                    let claims = candidate(number, mixed % spread.saturating_mul(2), &claimed);
                    assert!(kept.put_in(&claims).is_ok());
                    all.put_in(&claims);
                }
                let shared = kept.shared().map(|shared| told(&shared));
                assert_eq!(shared.ok(), Some(told(&all)), "{most} {spread}");
                assert_eq!(told(&all).is_empty(), spread == 5_000);
            }
        }
    }
}
