//! A hasher for each algorithm that manifests in the wild use.

use {
    super::{algorithm::Algorithm, hashing::Hasher},
    md5::Md5,
    sha1::Sha1,
    sha2::{Digest, Sha224, Sha384, Sha512},
};

struct Running<D>(D);

impl<D: Digest> Hasher for Running<D> {
    fn update(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    fn finish(self: Box<Self>) -> Vec<u8> {
        self.0.finalize().to_vec()
    }
}

/// Every algorithm besides SHA-256, which is always there.
pub fn all_hashers(algorithm: Algorithm) -> Option<Box<dyn Hasher>> {
    Some(match algorithm {
        Algorithm::Md5 => Box::new(Running(Md5::new())),
        Algorithm::Sha1 => Box::new(Running(Sha1::new())),
        Algorithm::Sha224 => Box::new(Running(Sha224::new())),
        Algorithm::Sha384 => Box::new(Running(Sha384::new())),
        Algorithm::Sha512 => Box::new(Running(Sha512::new())),
        Algorithm::Sha256 => return None,
    })
}

#[cfg(test)]
mod tests {
    use {super::*, crate::digest::to_hex};

    #[test]
    fn checksums_of_abc_are_the_published_ones() {
        // RFC 1321 A.5, RFC 3174 7.3, FIPS 180-4 examples.
        let cases = [
            (Algorithm::Md5, "900150983cd24fb0d6963f7d28e17f72"),
            (Algorithm::Sha1, "a9993e364706816aba3e25717850c26c9cd0d89d"),
            (
                Algorithm::Sha224,
                "23097d223405d8228642a477bda255b32aadbce4bda0b3f7e36c9da7",
            ),
            (
                Algorithm::Sha384,
                "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed\
                 8086072ba1e7cc2358baeca134c825a7",
            ),
            (
                Algorithm::Sha512,
                "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a\
                 2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f",
            ),
        ];
        for (algorithm, expected) in cases {
            let mut hasher = all_hashers(algorithm).unwrap();
            hasher.update(b"ab");
            hasher.update(b"c");
            let sum = hasher.finish();
            assert_eq!(to_hex(&sum), expected, "{algorithm:?}");
            assert_eq!(sum.len(), algorithm.length());
        }
        assert!(all_hashers(Algorithm::Sha256).is_none());
    }
}
