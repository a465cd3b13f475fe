//! SHA-256 and CRC-32 of a file in one streaming pass.

use {
    crc32::Crc32,
    sha2::{Digest, Sha256},
};

/// What one pass over a file gives: everything a zip header and a manifest
/// line need.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FileDigest {
    /// SHA-256 (FIPS 180-4).
    pub sha256: [u8; 32],
    /// CRC-32 as in zip (APPNOTE 4.4.7).
    pub crc32: u32,
    /// Length in bytes.
    pub size: u64,
}

impl FileDigest {
    /// Digest of bytes held in memory.
    pub fn of(bytes: &[u8]) -> Self {
        let mut digester = Digester::new();
        digester.update(bytes);
        digester.finish()
    }

    /// SHA-256 as 64 lower-case hexadecimal digits.
    pub fn hex(&self) -> String {
        to_hex(&self.sha256)
    }
}

/// Digests a file given in pieces.
#[derive(Debug, Clone, Default)]
pub struct Digester {
    sha256: Sha256,
    sums: Sums,
}

impl Digester {
    /// Digester that has seen nothing.
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes the next piece.
    pub fn update(&mut self, bytes: &[u8]) {
        self.sha256.update(bytes);
        self.sums.update(bytes);
    }

    /// Bytes taken so far.
    pub fn size(&self) -> u64 {
        self.sums.size
    }

    /// Digest of all pieces.
    pub fn finish(self) -> FileDigest {
        self.sums.finish(self.sha256.finalize().into())
    }
}

/// Length and CRC-32 of a file given in pieces, whose SHA-256 somebody else takes.
#[derive(Debug, Clone, Default)]
pub struct Sums {
    crc32: Crc32,
    size: u64,
}

impl Sums {
    /// Takes the next piece.
    pub fn update(&mut self, bytes: &[u8]) {
        self.crc32.update(bytes);
        self.size = self.size.saturating_add(bytes.len() as u64);
    }

    /// Bytes taken so far.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// CRC-32 of all pieces so far.
    pub fn crc32(&self) -> u32 {
        self.crc32.clone().finish()
    }

    /// Digest of all pieces, with their SHA-256.
    pub fn finish(self, sha256: [u8; 32]) -> FileDigest {
        FileDigest {
            sha256,
            crc32: self.crc32.finish(),
            size: self.size,
        }
    }
}

/// Lower-case hexadecimal digits of `bytes`.
pub fn to_hex(bytes: &[u8]) -> String {
    let halves = bytes.iter().flat_map(|byte| [byte >> 4, byte & 0xf]);
    let mut hex = String::with_capacity(bytes.len().saturating_mul(2));
    hex.extend(halves.filter_map(|half| char::from_digit(half.into(), 16)));
    hex
}

/// Bytes of hexadecimal digits, either case; none when it is anything else.
pub fn from_hex(hex: &str) -> Option<Vec<u8>> {
    let (pairs, []) = hex.as_bytes().as_chunks::<2>() else {
        return None;
    };
    let digit = |byte: u8| char::from(byte).to_digit(16);
    pairs
        .iter()
        .map(|&[high, low]| u8::try_from(digit(high)? * 16 + digit(low)?).ok())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digests_agree_with_the_published_values() {
        let digest = FileDigest::of(b"abc");
        assert_eq!(
            digest.hex(),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
        assert_eq!(digest.crc32, 0x3524_41c2);
        assert_eq!(digest.size, 3);
    }

    #[test]
    fn pieces_give_the_digest_of_the_whole() {
        let bytes: Vec<u8> = (0..10_000_u32).map(|n| (n % 251) as u8).collect();
        for cut in [0, 1, 7, 8, 9, 63, 64, 65, 4_096, 9_999] {
            let mut digester = Digester::new();
            digester.update(&bytes[..cut]);
            digester.update(&bytes[cut..]);
            assert_eq!(digester.finish(), FileDigest::of(&bytes), "cut at {cut}");
        }
    }

    #[test]
    fn hex_reads_back_and_refuses_what_is_not_hex() {
        assert_eq!(from_hex("00ffA5"), Some(vec![0, 255, 0xa5]));
        assert_eq!(to_hex(&[0, 255, 0xa5]), "00ffa5");
        assert_eq!(from_hex("0"), None);
        assert_eq!(from_hex("0g"), None);
        assert_eq!(from_hex("+1"), None);
    }
}
