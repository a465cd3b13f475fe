//! Seeded changes to archives: a byte here and there, and the fields that readers disagree about.

/// Numbers that look random and are the same every time (xorshift).
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// A number below `bound`, which is not 0.
    pub(crate) fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap() % bound
    }
}

/// Values at the edges of what a field holds.
const EDGES: [u32; 10] = [
    0,
    1,
    8,
    20,
    0x7fff,
    0x800,
    0xffff,
    0x7fff_ffff,
    0xffff_fffe,
    0xffff_ffff,
];

/// Where records begin.
fn records(bytes: &[u8]) -> Vec<usize> {
    let marks: [&[u8]; 6] = [
        b"PK\x01\x02",
        b"PK\x03\x04",
        b"PK\x05\x06",
        b"PK\x06\x06",
        b"PK\x06\x07",
        b"PK\x07\x08",
    ];
    (0..bytes.len())
        .filter(|&at| marks.iter().any(|mark| bytes[at..].starts_with(mark)))
        .collect()
}

/// Changes an archive in one to three places.
pub(crate) fn mutated(bytes: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..=dice.below(3) {
        change(&mut bytes, dice);
    }
    bytes
}

fn change(bytes: &mut Vec<u8>, dice: &mut Dice) {
    if bytes.is_empty() {
        return;
    }
    let at = dice.below(bytes.len());
    match dice.below(8) {
        0 => bytes[at] ^= 1 << dice.below(8),
        1 => bytes.insert(at, u8::try_from(dice.below(256)).unwrap()),
        2 => drop(bytes.remove(at)),
        3 => bytes.truncate(at),
        4 => {
            let end = bytes.len().min(at + 1 + dice.below(64));
            let piece = bytes[at..end].to_vec();
            let to = dice.below(bytes.len());
            bytes.splice(to..to, piece);
        }
        // A field of a record, most often.
        _ => {
            let records = records(bytes);
            if records.is_empty() {
                return;
            }
            let field = records[dice.below(records.len())] + 4 + dice.below(44);
            let edge = EDGES[dice.below(EDGES.len())].to_le_bytes();
            let width = [1, 2, 4][dice.below(3)];
            for (place, value) in bytes.iter_mut().skip(field).zip(&edge[..width]) {
                *place = *value;
            }
        }
    }
}
