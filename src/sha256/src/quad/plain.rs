//! Four words in an array: the same steps where there are no vectors, for the tests.

/// Four words.
#[derive(Clone, Copy)]
pub(super) struct Words([u32; 4]);

impl Words {
    pub(super) fn of(lanes: [u32; 4]) -> Self {
        Self(lanes)
    }

    pub(super) fn all(word: u32) -> Self {
        Self([word; 4])
    }

    pub(super) fn lanes(self) -> [u32; 4] {
        self.0
    }

    pub(super) fn plus(self, other: Self) -> Self {
        self.with(other, u32::wrapping_add)
    }

    pub(super) fn xor(self, other: Self) -> Self {
        self.with(other, |a, b| a ^ b)
    }

    pub(super) fn and(self, other: Self) -> Self {
        self.with(other, |a, b| a & b)
    }

    pub(super) fn or(self, other: Self) -> Self {
        self.with(other, |a, b| a | b)
    }

    /// Each shifted to the right.
    pub(super) fn down(self, bits: u32) -> Self {
        Self(self.0.map(|word| word >> bits))
    }

    /// Each turned to the right.
    pub(super) fn turned<const BITS: u32>(self) -> Self {
        Self(self.0.map(|word| word.rotate_right(BITS)))
    }

    fn with(self, other: Self, each: impl Fn(u32, u32) -> u32) -> Self {
        let mut words = self.0;
        for (word, other) in words.iter_mut().zip(other.0) {
            *word = each(*word, other);
        }
        Self(words)
    }
}
