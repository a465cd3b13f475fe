//! Keys in their order, however many there are: sorted in parts that are put aside, and merged.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::io;

use crate::screen::aside::{Aside, Blocks};

/// A key of a kind, and where the candidate who has it stands.
pub(super) type Key = (u8, u128, u64);

/// The bytes of a key.
const LENGTH: usize = 25;

/// Sorted parts, one behind the other.
#[derive(Default)]
pub(super) struct Runs {
    keys: Aside,
    /// Where each ends.
    ends: Vec<u64>,
}

impl Runs {
    /// Whether there is none.
    pub(super) fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// Puts aside keys, which are sorted.
    pub(super) fn put(&mut self, sorted: &[Key]) -> io::Result<()> {
        for (kind, key, at) in sorted {
            self.keys.put(&[*kind])?;
            self.keys.put(&key.to_le_bytes())?;
            self.keys.put(&at.to_le_bytes())?;
        }
        self.ends.push(self.keys.size());
        Ok(())
    }

    /// Gives all keys in their order; one that was put in twice comes twice.
    pub(super) fn merged(self, mut see: impl FnMut(Key)) -> io::Result<()> {
        let mut keys = Blocks::of(self.keys)?;
        let mut room = Vec::with_capacity(LENGTH);
        let starts = std::iter::once(&0).chain(&self.ends);
        let mut parts: Vec<(u64, u64)> = starts.copied().zip(self.ends.clone()).collect();
        let mut next = |at: &mut u64, end: u64| -> io::Result<Option<Key>> {
            if *at >= end {
                return Ok(None);
            }
            room.clear();
            keys.read(*at, LENGTH, &mut room)?;
            *at = at.saturating_add(LENGTH as u64);
            Ok(read(&room))
        };
        let mut first = BinaryHeap::with_capacity(parts.len());
        for (part, (at, end)) in parts.iter_mut().enumerate() {
            first.extend(next(at, *end)?.map(|key| Reverse((key, part))));
        }
        while let Some(Reverse((key, part))) = first.pop() {
            see(key);
            if let Some((at, end)) = parts.get_mut(part) {
                first.extend(next(at, *end)?.map(|key| Reverse((key, part))));
            }
        }
        Ok(())
    }
}

fn read(bytes: &[u8]) -> Option<Key> {
    let (kind, rest) = bytes.split_first()?;
    let (key, rest) = rest.split_first_chunk()?;
    let (at, _) = rest.split_first_chunk()?;
    Some((*kind, u128::from_le_bytes(*key), u64::from_le_bytes(*at)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_come_in_their_order_from_any_number_of_parts() {
        for parts in [0_u64, 1, 2, 7, 600] {
            let mut runs = Runs::default();
            let mut all = Vec::new();
            for part in 0..parts {
                let key = |number: u64| {
                    let mixed = number.wrapping_mul(0x9e37_79b9_7f4a_7c15);
                    let kind = u8::try_from(number % 3).unwrap_or(0);
                    (kind, u128::from(mixed) << 64 | 5, number % 1_000)
                };
                let mut own: Vec<Key> = (0..part * 97 % 300).map(|n| key(part * 31 + n)).collect();
                own.sort_unstable();
                assert!(runs.put(&own).is_ok());
                all.extend(own);
            }
            all.sort_unstable();
            let mut found = Vec::new();
            assert!(runs.merged(|key| found.push(key)).is_ok());
            assert_eq!(found, all, "{parts}");
        }
    }
}
