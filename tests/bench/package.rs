//! The one pass over evidence: SHA-256 and CRC-32 together, beside SHA-256 alone.

use package::digest::Digester;
use sha2::{Digest, Sha256};

use crate::run::{Run, Work};

const PIECE: usize = 1 << 20;
const PIECES: usize = 32;

/// 32 MiB in pieces of 1 MiB, as the browser gives them.
pub(crate) fn digest(run: &mut Run) {
    let piece: Vec<u8> = (0..PIECE)
        .map(|at| u8::try_from(at % 251).unwrap_or_default())
        .collect();
    let same = piece.clone();
    run.add("sha256 alone", Work::Bytes(PIECE * PIECES), move || {
        let mut hasher = Sha256::new();
        for _ in 0..PIECES {
            hasher.update(&same);
        }
        hasher.finalize()
    });
    run.add("sha256 and crc32", Work::Bytes(PIECE * PIECES), move || {
        let mut digester = Digester::new();
        for _ in 0..PIECES {
            digester.update(&piece);
        }
        digester.finish()
    });
}
