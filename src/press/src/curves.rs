//! The two curves between chances and their logits, in integers.
//!
//! A logit is ln(p / (1 − p)) in 256ths, from −2047 to 2047; a chance has 16 bits here, 12 in a counter.

use alloc::boxed::Box;

use crate::room::room;

/// The largest logit.
pub(crate) const FURTHEST: i32 = 2047;

/// The chances of the logits 0, 64, 128 and so on: 65,536 / (1 + e^(−logit / 256)).
#[rustfmt::skip]
const POINTS: [i32; 33] = [
    32_768, 36_843, 40_793, 44_511, 47_911, 50_941, 53_581, 55_834, 57_724, 59_287, 60_565,
    61_598, 62_428, 63_090, 63_615, 64_030, 64_357, 64_614, 64_816, 64_974, 65_097, 65_194,
    65_269, 65_328, 65_374, 65_410, 65_438, 65_459, 65_476, 65_489, 65_500, 65_508, 65_514,
];

/// Both curves, as tables.
#[derive(Debug)]
pub(crate) struct Curves {
    /// The chances of all logits, from −2048 on.
    chances: Box<[u16; 4096]>,
    /// The logits of the chances of a counter.
    logits: Box<[i16; 4096]>,
}

impl Curves {
    #[inline(never)]
    pub(crate) fn new() -> Self {
        let (mut chances, mut logits) = (room(), room());
        for (place, logit) in chances.iter_mut().zip(-2048_i32..) {
            *place = curved(logit) as u16;
        }
        // A counter's chance has the first logit of which the chance is not below it.
        let mut at = 1;
        for (place, chance) in logits.iter_mut().zip((0_u16..).step_by(16)) {
            while at < 4095 && chances[at & 4095] < chance {
                at += 1;
            }
            *place = at as i16 - 2048;
        }
        Self { chances, logits }
    }

    /// The chance of a logit, which is at most the furthest.
    #[inline]
    pub(crate) fn chance(&self, logit: i32) -> i32 {
        i32::from(self.chances[(logit + 2048) as usize & 4095])
    }

    /// The logit of a counter's chance, of which the lowest 12 bits count.
    #[inline]
    pub(crate) fn logit(&self, chance: u16) -> i16 {
        self.logits[usize::from(chance) & 4095]
    }
}

/// Between the points the curve is taken for straight.
fn curved(logit: i32) -> i32 {
    let size = logit.unsigned_abs() as usize;
    let point = |at: usize| POINTS.get(at).copied().unwrap_or(0xffff);
    let (here, next) = (point(size / 64), point(size / 64 + 1));
    let chance = here + (next - here) * (size % 64) as i32 / 64;
    if logit < 0 { 0x1_0000 - chance } else { chance }
}
