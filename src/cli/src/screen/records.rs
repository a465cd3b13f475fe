//! Records of a workbook, until the people come to whom they belong: they stand on other sheets.

use std::io;
use std::marker::PhantomData;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::aside::{Aside, Blocks};
use super::by_key::ByKey;

/// Where the last record with a key stands, and whether a row of people has the key.
type Last = (u64, bool);

/// A record as it waits.
#[derive(Serialize, Deserialize)]
struct Waiting<'k, R> {
    /// Where the record before it with the same key stands.
    before: Option<u64>,
    #[serde(borrow)]
    key: &'k str,
    record: R,
}

/// Records as they come.
pub(super) struct Coming<R> {
    records: Aside,
    last: ByKey<Last>,
    keys: usize,
    of: PhantomData<R>,
}

impl<R> Default for Coming<R> {
    fn default() -> Self {
        Self {
            records: Aside::default(),
            last: ByKey::default(),
            keys: 0,
            of: PhantomData,
        }
    }
}

impl<R: Serialize> Coming<R> {
    /// Puts in the next record.
    pub(super) fn put(&mut self, key: &str, record: R) -> io::Result<()> {
        let before = self.last.get(key)?.map(|(before, _)| before);
        if before.is_none() {
            self.keys = self.keys.saturating_add(1);
        }
        let at = self.records.put_value(&Waiting {
            before,
            key,
            record,
        })?;
        self.last.put(key, (at, false))
    }

    /// No more will come.
    pub(super) fn done(self) -> io::Result<Records<R>> {
        Ok(Records {
            size: self.records.size(),
            bytes: Blocks::of(self.records)?,
            last: self.last,
            unasked: self.keys,
            room: Vec::new(),
            of: PhantomData,
        })
    }
}

/// All records, to be asked for by key.
pub(super) struct Records<R> {
    bytes: Blocks,
    size: u64,
    last: ByKey<Last>,
    /// So many keys no row of people has.
    unasked: usize,
    room: Vec<u8>,
    of: PhantomData<R>,
}

impl<R: DeserializeOwned> Records<R> {
    /// The records with a key, in the order in which they came; none where they are more than `most` bytes.
    pub(super) fn of(&mut self, key: &str, most: usize) -> io::Result<Option<Vec<R>>> {
        let Some((last, asked)) = self.last.get(key)? else {
            return Ok(Some(Vec::new()));
        };
        if !asked {
            self.unasked = self.unasked.saturating_sub(1);
            self.last.put(key, (last, true))?;
        }
        let (mut found, mut bytes) = (Vec::new(), 0_usize);
        let mut next = Some(last);
        while let Some(at) = next {
            let (waiting, _): (Waiting<'_, R>, u64) = self.bytes.value(at, &mut self.room)?;
            next = waiting.before;
            found.push(waiting.record);
            bytes = bytes.saturating_add(self.room.len());
            if bytes > most {
                return Ok(None);
            }
        }
        found.reverse();
        Ok(Some(found))
    }

    /// Gives the records whose key no row of people has, in the order in which they came, at most so many.
    pub(super) fn left(&mut self, most: usize, mut each: impl FnMut(&str, &R)) -> io::Result<()> {
        let (mut at, mut given) = (0_u64, 0_usize);
        while self.unasked > 0 && given < most && at < self.size {
            let (waiting, next): (Waiting<'_, R>, u64) = self.bytes.value(at, &mut self.room)?;
            if matches!(self.last.get(waiting.key)?, Some((_, false))) {
                each(waiting.key, &waiting.record);
                given = given.saturating_add(1);
            }
            at = next;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Of so many people, in no order, with a text that fills a file.
    fn coming(people: usize) -> Coming<(usize, String)> {
        let mut coming = Coming::default();
        for number in 0..60_000_usize {
            let key = number * 7_919 % people;
            let record = (number, "长".repeat(number % 60));
            assert!(coming.put(&key.to_string(), record).is_ok());
        }
        coming
    }

    #[test]
    fn everybody_has_their_records_in_the_order_in_which_they_came() {
        for people in [1_009, 40_009] {
            let coming = coming(people);
            assert!(coming.records.size() > 4 << 20);
            let mut records = coming.done().unwrap();
            for key in (0..people).rev() {
                let found = records.of(&key.to_string(), usize::MAX).unwrap().unwrap();
                let expected = (0..60_000_usize).filter(|number| number * 7_919 % people == key);
                if key % 97 == 0 {
                    let expected: Vec<usize> = expected.collect();
                    let numbers: Vec<usize> = found.iter().map(|(number, _)| *number).collect();
                    assert_eq!(numbers, expected, "{key}");
                }
                for (number, text) in found {
                    assert_eq!(text, "长".repeat(number % 60));
                }
            }
            assert!(records.of("nobody", 0).unwrap().unwrap().is_empty());
            let nobody = records.left(10, |key, _| panic!("{key}"));
            assert!(nobody.is_ok());
        }
    }

    #[test]
    fn who_was_not_asked_for_is_told_in_order_and_too_many_bytes_are_not_given() {
        let mut records = coming(1_009).done().unwrap();
        assert!(records.of("7", 500).unwrap().is_none());
        for key in (0..1_009).filter(|key| key % 500 != 3) {
            records.of(&key.to_string(), usize::MAX).unwrap();
        }
        let expected: Vec<usize> = (0..60_000_usize)
            .filter(|number| number * 7_919 % 1_009 % 500 == 3)
            .collect();
        for most in [5, usize::MAX] {
            let mut found = Vec::new();
            let told = records.left(most, |key, (number, _)| {
                assert_eq!(key, (number * 7_919 % 1_009).to_string());
                found.push(*number);
            });
            assert!(told.is_ok());
            let expected: Vec<usize> = expected.iter().copied().take(most).collect();
            assert_eq!(found, expected);
        }
    }
}
