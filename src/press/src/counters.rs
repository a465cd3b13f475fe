//! Chances that are counted: twelve bits of the chance of a one, and four of how often it was seen.

/// Nothing seen.
pub(crate) const NEW: u16 = 0x8000;

/// How far a counter moves towards what it sees, in 65,536ths, by how often it has seen something: 1 / (seen + 1.5).
const STEPS: [i32; 16] = steps();

const fn steps() -> [i32; 16] {
    let mut steps = [0; 16];
    let mut seen = 0;
    while seen < 16 {
        steps[seen] = 0x2_0000 / (2 * seen as i32 + 3);
        seen += 1;
    }
    steps
}

/// The chance, of 4096.
#[inline]
pub(crate) const fn chance(counter: u16) -> u16 {
    counter >> 4
}

/// Whether it has seen anything.
#[inline]
pub(crate) const fn seen(counter: u16) -> bool {
    counter & 15 > 0
}

/// The counter behind a turn.
#[inline]
pub(crate) fn counted(counter: u16, one: bool) -> u16 {
    let (chance, seen) = (i32::from(counter >> 4), counter & 15);
    let target = if one { 4095 } else { 0 };
    let step = ((target - chance) * STEPS[usize::from(seen) & 15] + 0x8000) >> 16;
    ((chance + step) as u16) << 4 | (seen + 1).min(15)
}

/// A chance of 16 bits, moved towards what happened by a part of 2^`slowness`.
#[inline]
pub(crate) fn moved(chance: u16, happened: bool, slowness: u32) -> u16 {
    let target = if happened { 0xffff } else { 0 };
    (i32::from(chance) + ((target - i32::from(chance)) >> slowness)) as u16
}
