//! A sequence of numbers that looks random and is the same in every language.

/// Mulberry32, begun at a fixed seed. A float in [0, 1) is a number of 2³² parts here.
pub(crate) struct Sequence(u32);

impl Sequence {
    pub(crate) fn new() -> Self {
        Self(20_261_123)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x6D2B_79F5);
        let mut t = (self.0 ^ (self.0 >> 15)).wrapping_mul(1 | self.0);
        t = t.wrapping_add((t ^ (t >> 7)).wrapping_mul(0x3D | t)) ^ t;
        u64::from(t ^ (t >> 14))
    }

    /// True so many times of a hundred.
    pub(crate) fn percent(&mut self, percent: u64) -> bool {
        self.next().saturating_mul(100) < percent << 32
    }

    /// A number below `end`.
    pub(crate) fn below(&mut self, end: u16) -> u16 {
        let scaled = self.next().saturating_mul(end.into()) >> 32;
        u16::try_from(scaled).unwrap_or(0)
    }
}
