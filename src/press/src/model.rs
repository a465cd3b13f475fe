//! How likely each turn is, by what was seen before in the same place.

use alloc::boxed::Box;

use crate::counters::{self, NEW};
use crate::curves::{Curves, FURTHEST};
use crate::hints::{self, CASES, HINTS, Hint};
use crate::mixer::{self, INPUTS, Lanes, WEIGHT_BITS};
use crate::range::Way;
use crate::repeats::Repeats;
use crate::room::{filled, room};
use crate::runs::{Runs, Slot};
use crate::standing::{CONTEXTS, RUNS, Standing};
use crate::tree::{GROUP, Place, Tree};

/// Bits of the number of groups of counters for each context.
const GROUP_BITS: u32 = 14;
const GROUPS: usize = 1 << GROUP_BITS;

/// What tells the context of a group from others, and the counters of a group of nodes.
type Group = [u16; GROUP + 1];

/// Weights at the start: 0.18.
const WEIGHT: i16 = 1500;

/// From what chance on it is first asked whether it is the likeliest symbol.
const LIKELY: u16 = 54_000;

/// How slowly weights learn: an error has 16 bits less so many.
const SLOWNESS: u32 = 3;

/// The least chance that is taken, and the most, of 65,536.
const LEAST: i32 = 32;
const MOST: i32 = 65_504;

/// All that was learned.
#[derive(Debug)]
pub(crate) struct Model {
    curves: Curves,
    groups: Box<[Group; GROUPS * CONTEXTS]>,
    /// Counters by tree and node alone.
    plain: Box<[u16; 1 << 17]>,
    runs: Runs,
    /// Chances that what is foreseen is right: turn by turn by its grade, and as a whole by its case.
    right: [[u16; 64]; HINTS],
    sure: [u16; CASES],
    /// Weights by what stands before, and by the tree, the depth in it and what is foreseen.
    weights: Box<[Lanes; 1 << 13]>,
    others: Box<[Lanes; 1 << 15]>,
    repeats: Repeats,
}

/// How likely a one is, and by what.
struct Guess {
    inputs: Lanes,
    /// The weights of both sets.
    set: usize,
    other: usize,
    /// Of 65,536.
    chance: i32,
}

/// Where the counters of a turn are.
struct At {
    slots: [usize; CONTEXTS],
    /// In each group.
    counter: usize,
    /// Among those by tree and node.
    alone: usize,
}

impl Model {
    pub(crate) fn new(size: usize) -> Self {
        Self {
            curves: Curves::new(),
            groups: room(),
            plain: filled(NEW),
            runs: Runs::new(),
            right: [[0xc000; 64]; HINTS],
            sure: [0xc000; CASES],
            weights: filled([WEIGHT; INPUTS]),
            others: filled([WEIGHT; INPUTS]),
            repeats: Repeats::new(size),
        }
    }

    /// The next symbol on a way.
    #[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
    #[inline(never)]
    pub(crate) fn symbol<W: Way>(&mut self, way: &mut W, tree: &Tree, standing: &Standing) -> u8 {
        let slots = standing.runs.map(Slot::of);
        let foreseen = self.repeats.foreseen();
        let hints = hints::all(tree, self.runs.foreseen(&slots), foreseen);
        let likeliest = hints::likeliest(&hints, standing.tree);
        let (hints, is_it) = self.asked(way, hints, likeliest);
        let symbol = match likeliest {
            Some((symbol, _)) if is_it => symbol,
            _ => self.walked(way, tree, standing, hints),
        };
        if let Some((likeliest, case)) = likeliest {
            let chance = &mut self.sure[case % CASES];
            *chance = counters::moved(*chance, symbol == likeliest, 6);
        }
        way.arrived();
        self.runs.push(&slots, symbol);
        self.repeats.push(symbol);
        symbol
    }

    /// Where a symbol is likely enough, a turn says whether it is the one. What is foreseen otherwise.
    #[inline]
    fn asked<W: Way>(
        &self,
        way: &mut W,
        hints: [Hint; HINTS],
        likeliest: Option<(u8, usize)>,
    ) -> ([Hint; HINTS], bool) {
        let Some((symbol, case)) = likeliest else {
            return (hints, false);
        };
        let chance = self.sure[case % CASES];
        if chance < LIKELY {
            return (hints, false);
        }
        let is_it = way.turn(u32::from(chance.min(65_472)), |next| next == symbol);
        (hints::without(hints, symbol), is_it)
    }

    /// What a way through the tree leads to.
    #[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
    #[inline]
    fn walked<W: Way>(
        &mut self,
        way: &mut W,
        tree: &Tree,
        standing: &Standing,
        mut hints: [Hint; HINTS],
    ) -> u8 {
        let mut place = tree.top();
        let mut slots = [0; CONTEXTS];
        let mut group = None;
        let mut depth = 0;
        loop {
            let number = match place {
                Place::Symbol(symbol) => return symbol,
                Place::Node(number) => number,
            };
            let node = tree.node(number);
            if group != Some(node.group) {
                group = Some(node.group);
                self.find(&mut slots, standing, node.group);
            }
            let at = At {
                slots,
                counter: usize::from(node.place) & GROUP,
                alone: (usize::from(standing.tree) << 8 | usize::from(number)) & 0x1_ffff,
            };
            let guess = self.guess(&at, standing, depth, &hints);
            let chance = guess.chance.clamp(LEAST, MOST);
            let one = way.turn(chance as u32, |next| {
                tree.turns(next).0 << depth & 0x8000 != 0
            });
            self.learn(&at, &guess, one);
            for (hint, right) in hints.iter_mut().zip(&mut self.right) {
                let right = &mut right[hint.grade & 63];
                *right = counters::moved(*right, hint.says(one), 6);
                *hint = hint.behind(one);
            }
            place = node.below(one);
            depth += 1;
        }
    }

    /// The slots of the groups of counters for a group of nodes: each stands at one of two that are side by side, and a new
    /// one where less was seen. All are looked for before any is looked at: the machine waits for them together.
    #[allow(
        clippy::needless_bitwise_bool,
        reason = "a branch that the machine does not foresee costs more than what it saves"
    )]
    #[inline]
    fn find(&mut self, slots: &mut [usize; CONTEXTS], standing: &Standing, group: u8) {
        let (mut digests, mut found) = ([0; CONTEXTS], [0; CONTEXTS]);
        for at in 0..CONTEXTS {
            let context = standing.contexts[at].wrapping_add(u32::from(group));
            let digest = context.wrapping_mul(0x9e37_79b1);
            let slot = (digest >> (32 - GROUP_BITS)) as usize & standing.within[at] & (GROUPS - 1);
            let digest = digest as u16 | 1;
            let one = &self.groups[at * GROUPS + slot];
            let other = &self.groups[at * GROUPS + (slot ^ 1)];
            let is_other =
                (one[0] != digest) & ((other[0] == digest) | (other[1] & 15 < one[1] & 15));
            slots[at] = slot ^ usize::from(is_other);
            found[at] = if is_other { other[0] } else { one[0] };
            digests[at] = digest;
        }
        for at in 0..CONTEXTS {
            begin(
                &mut self.groups[at * GROUPS + (slots[at] & (GROUPS - 1))],
                digests[at],
                found[at],
            );
        }
    }

    /// How likely a one is.
    #[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
    #[inline]
    fn guess(&self, at: &At, standing: &Standing, depth: usize, hints: &[Hint; HINTS]) -> Guess {
        let (inputs, known) = self.inputs(at, hints);
        let set = (usize::from(standing.set) * 8 + known) & 0x1fff;
        let depth = usize::from(standing.tree) * 64 + depth.min(6) * 9;
        let other = (depth + hints[RUNS].told()) & 0x7fff;
        let sum = mixer::dot(&inputs, &self.weights[set])
            .wrapping_add(mixer::dot(&inputs, &self.others[other]));
        let logit = (sum >> WEIGHT_BITS).clamp(-FURTHEST, FURTHEST);
        Guess {
            inputs,
            set,
            other,
            chance: self.curves.chance(logit),
        }
    }

    /// What all guesses say, and how many of the contexts have been seen.
    #[inline]
    fn inputs(&self, at: &At, hints: &[Hint; HINTS]) -> (Lanes, usize) {
        let mut inputs = [0; INPUTS];
        let mut known = 0;
        for (context, slot) in at.slots.iter().enumerate() {
            let counter = self.groups[context * GROUPS + (slot & (GROUPS - 1))][at.counter];
            inputs[context] = self.curves.logit(counters::chance(counter));
            known += usize::from(counters::seen(counter));
        }
        inputs[CONTEXTS] = self.curves.logit(counters::chance(self.plain[at.alone]));
        for (at, (hint, right)) in hints.iter().zip(&self.right).enumerate() {
            inputs[CONTEXTS + 1 + at] =
                self.curves.logit(right[hint.grade & 63] >> 4) * hint.next();
        }
        (inputs, known)
    }

    /// Learns from a turn.
    #[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
    #[inline]
    fn learn(&mut self, at: &At, guess: &Guess, one: bool) {
        let target = if one { 0xffff } else { 0 };
        let error = ((target - guess.chance) >> SLOWNESS) as i16;
        mixer::learn(&mut self.weights[guess.set], &guess.inputs, error);
        mixer::learn(&mut self.others[guess.other], &guess.inputs, error);
        for (context, slot) in at.slots.iter().enumerate() {
            let counter = &mut self.groups[context * GROUPS + (slot & (GROUPS - 1))][at.counter];
            *counter = counters::counted(*counter, one);
        }
        let counter = &mut self.plain[at.alone];
        *counter = counters::counted(*counter, one);
    }
}

/// Gives a group to another context, if it is not its own. Without a branch, since none would be foreseen.
#[inline]
fn begin(group: &mut Group, digest: u16, found: u16) {
    let kept = if digest == found { 0xffff } else { 0 };
    for counter in &mut *group {
        *counter = *counter & kept | NEW & !kept;
    }
    group[0] = digest;
}
