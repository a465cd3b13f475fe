//! The checksum by tables, sixteen bytes a step: where there is no instruction for it.

use std::sync::LazyLock;

type Table = [u32; 256];

/// Table `k` advances a byte over `k` further zero bytes. Made at run time:
/// sixteen kilobytes of noise would not compress in the browser's download.
static TABLES: LazyLock<[Table; 16]> = LazyLock::new(tables);

/// Running checksum.
#[derive(Debug, Clone)]
pub struct Crc32 {
    state: u32,
}

impl Default for Crc32 {
    fn default() -> Self {
        Self::new()
    }
}

impl Crc32 {
    /// A checksum that has seen nothing.
    pub fn new() -> Self {
        Self { state: !0 }
    }

    /// Takes the next bytes.
    pub fn update(&mut self, bytes: &[u8]) {
        let [
            t0,
            t1,
            t2,
            t3,
            t4,
            t5,
            t6,
            t7,
            t8,
            t9,
            ta,
            tb,
            tc,
            td,
            te,
            tf,
        ] = &*TABLES;
        let (steps, rest) = bytes.as_chunks::<16>();
        for &[
            s0,
            s1,
            s2,
            s3,
            b4,
            b5,
            b6,
            b7,
            b8,
            b9,
            ba,
            bb,
            bc,
            bd,
            be,
            bf,
        ] in steps
        {
            let [b0, b1, b2, b3] =
                (self.state ^ u32::from_le_bytes([s0, s1, s2, s3])).to_le_bytes();
            let first = look(tf, b0) ^ look(te, b1) ^ look(td, b2) ^ look(tc, b3);
            let second = look(tb, b4) ^ look(ta, b5) ^ look(t9, b6) ^ look(t8, b7);
            let third = look(t7, b8) ^ look(t6, b9) ^ look(t5, ba) ^ look(t4, bb);
            let fourth = look(t3, bc) ^ look(t2, bd) ^ look(t1, be) ^ look(t0, bf);
            self.state = first ^ second ^ third ^ fourth;
        }
        for &byte in rest {
            let [low, ..] = self.state.to_le_bytes();
            self.state = look(t0, low ^ byte) ^ (self.state >> 8);
        }
    }

    /// The checksum of all bytes.
    pub fn finish(self) -> u32 {
        !self.state
    }
}

#[allow(
    clippy::indexing_slicing,
    reason = "a byte cannot reach past 256 entries"
)]
#[inline]
fn look(table: &Table, byte: u8) -> u32 {
    table[usize::from(byte)]
}

fn tables() -> [Table; 16] {
    let mut tables = [[0; 256]; 16];
    let mut previous: Table = std::array::from_fn(|byte| {
        let byte = u32::try_from(byte).unwrap_or(0);
        (0..8).fold(byte, |crc, _| {
            (crc >> 1) ^ if crc & 1 == 1 { 0xedb8_8320 } else { 0 }
        })
    });
    let first = previous;
    for table in &mut tables {
        *table = previous;
        previous = previous.map(|crc| {
            let [low, ..] = crc.to_le_bytes();
            look(&first, low) ^ (crc >> 8)
        });
    }
    tables
}
