//! By what a symbol is foreseen: its tree, and what is looked at of the past.
//!
//! Which contexts each kind of number has was found by trying: of fourteen each, those were left out one by one without
//! which the application's module grew least. Each costs a place far away in memory, which is most of the time of reading.

use crate::grammar::{Grammar, Kind};
use crate::past::{Form, Past, digest};

/// Contexts of a symbol that have counters.
pub(crate) const CONTEXTS: usize = 4;

/// Contexts of a symbol of which only the last symbol is remembered: the rarest ones.
pub(crate) const RUNS: usize = 2;

/// All contexts of a symbol: those with counters first.
const ALL: usize = CONTEXTS + RUNS;

/// Trees: by form and place in bytes; by kind and place in numbers; and for instructions by the one before.
pub(crate) const TREES: usize = OPERATIONS + 256;
const DATA: usize = 1;
const TEXT: usize = 8;
const NUMBERS: usize = 16;
pub(crate) const OPERATIONS: usize = NUMBERS + 64;

/// The tree of instructions that is used where the one before has none of its own.
pub(crate) const ANY_OPERATION: usize = NUMBERS + 4 * Kind::Operation as usize;

/// Where a symbol stands.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Standing {
    /// Digests of what was before it.
    pub(crate) contexts: [u32; CONTEXTS],
    pub(crate) runs: [u32; RUNS],
    /// The number of its tree.
    pub(crate) tree: u16,
    /// What is taken of the place of each context.
    pub(crate) within: [usize; CONTEXTS],
    /// Which weights are used, below 1024.
    pub(crate) set: u16,
}

/// A digest of several numbers.
macro_rules! digests {
    ($first:expr $(, $more:expr)*) => {{
        let all = $first;
        $( let all = digest(all, $more); )*
        all
    }};
}

/// The number of the tree of the next symbol.
#[inline]
pub(crate) fn tree(past: &Past) -> usize {
    let [last, before, ..] = past.bytes.to_le_bytes();
    let Grammar { kind, place, .. } = past.grammar;
    match past.form {
        Form::Plain => 0,
        Form::Data => DATA + place_in_letter(last, before),
        Form::Text if last >= 0x80 => TEXT + place_in_letter(last, before),
        Form::Text if last.is_ascii_alphanumeric() => TEXT,
        Form::Text if last.is_ascii_whitespace() => TEXT + 4,
        Form::Text => TEXT + 5,
        Form::Bodies if kind == Kind::Operation => OPERATIONS + (past.operations & 0xff) as usize,
        Form::Bodies => NUMBERS + 4 * kind as usize + usize::from(place.min(3)),
    }
}

/// Where in a letter of UTF-8 a byte stands, by the bytes before it.
const fn place_in_letter(last: u8, before: u8) -> usize {
    match (last, before) {
        (0..=0x7f, _) => 0,
        (0xc0.., _) => 1,
        (_, 0xc0..) => 2,
        _ => 3,
    }
}

impl Standing {
    /// Of the next symbol, in a tree.
    #[inline]
    pub(crate) fn of(past: &Past, tree: usize) -> Self {
        let (mut contexts, set) = match past.form {
            Form::Bodies => in_body(past),
            _ => in_bytes(past),
        };
        for (context, number) in contexts.iter_mut().zip(1_u32..) {
            *context = digest(*context, (tree as u32) << 8 | number);
        }
        let [one, two, three, four, runs @ ..] = contexts;
        Self {
            contexts: [one, two, three, four],
            within: within(past),
            runs,
            tree: tree as u16,
            set: set as u16,
        }
    }
}

/// Contexts of one body are soon of no use: the third, which is such a one, has few places, which stay near.
#[inline]
fn within(past: &Past) -> [usize; CONTEXTS] {
    let is_near = past.form == Form::Bodies
        && matches!(
            past.grammar.kind,
            Kind::Local | Kind::Function | Kind::Offset | Kind::Constant | Kind::Depth
        );
    let third = if is_near { 0x3ff } else { usize::MAX };
    [usize::MAX, usize::MAX, third, usize::MAX]
}

fn in_bytes(past: &Past) -> ([u32; ALL], u32) {
    let bytes = |from: u32, count: u32| {
        let some = past.bytes >> (8 * from) & ((1 << (8 * count)) - 1);
        digest(some as u32, (some >> 32) as u32)
    };
    let last = past.bytes as u32 & 0xff;
    let [one, two, three, four] = [1, 2, 3, 4].map(|count| bytes(0, count));
    if past.form == Form::Text {
        let (six, word) = (bytes(0, 6), digest(past.word, last));
        return ([one, two, three, word, four, six], 768 + last);
    }
    // In tables of words of four bytes those of the words before stand here; in texts, the letter before.
    let column = digest(bytes(3, 1), bytes(7, 1));
    ([one, two, three, column, four, bytes(1, 3)], 512 + last)
}

fn in_body(past: &Past) -> ([u32; ALL], u32) {
    let grammar = &past.grammar;
    let contexts = by_kind(past);
    let set = past.operations as u32 & 0xff;
    if grammar.place == 0 {
        return (contexts, set);
    }
    let part = grammar.value | 0x8000_0000;
    (contexts.map(|context| digest(context, part)), 256 + set)
}

/// The contexts of an instruction or of the first byte of a number.
#[inline]
fn by_kind(past: &Past) -> [u32; ALL] {
    let ops = |count: u32| past.operations as u32 & (u32::MAX >> (32 - 8 * count));
    let older = |count: u32| (past.operations >> 32) as u32 & ((1 << (8 * count)) - 1);
    let Past {
        values: [v1, v2],
        locals: [l1, l2],
        functions: [f1],
        offsets: [o1, o2],
        constants: [c1],
        blocks: [b1, b2],
        ..
    } = *past;
    let (body, open) = (past.body, past.grammar.open);
    match past.grammar.kind {
        Kind::Operation => [
            ops(2),
            ops(4),
            digests!(ops(1), v1),
            digests!(ops(2), v1, v2),
            digests!(ops(4), older(1), v1),
            digests!(ops(4), older(2)),
        ],
        Kind::Local => [
            digests!(ops(1), l1, l2),
            digests!(ops(3), l1),
            digests!(ops(1), body),
            digests!(ops(2), past.set),
            digests!(ops(4), l1, l2),
            digests!(ops(2), body, v1),
        ],
        Kind::Function => [
            ops(2),
            f1,
            body,
            digests!(ops(2), c1),
            digests!(ops(3), f1),
            digests!(ops(4), older(1)),
        ],
        Kind::Offset => [
            digests!(ops(1), o1),
            digests!(ops(1), o1, o2),
            digests!(ops(1), body),
            digests!(body, l1),
            ops(4),
            digests!(ops(3), o1, o2),
        ],
        Kind::Constant | Kind::LongConstant => [
            digests!(ops(2), c1),
            digests!(ops(2), v1),
            body,
            digests!(ops(2), f1),
            ops(4),
            digests!(ops(3), c1),
        ],
        Kind::Depth => [
            ops(4),
            open,
            digests!(body, open),
            digests!(ops(1), b1),
            digests!(b1, b2, open),
            digests!(ops(3), open),
        ],
        _ => [
            ops(1),
            ops(2),
            digests!(ops(1), v1),
            digests!(ops(1), v1, v2),
            digests!(b1, b2),
            digests!(ops(1), body),
        ],
    }
}
