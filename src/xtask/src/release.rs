//! Writes `dist/sw.js`: what the service worker keeps, by name and digest, and its text.
//!
//! Trunk can give one file name different bytes in two builds, so the list carries digests of its own.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use sha2::{Digest as _, Sha256};

use crate::fault::{Doing as _, Result};
use crate::project::{Project, files_below, short_digest};

/// The service worker in `dist/`.
pub(crate) const WORKER: &str = "sw.js";

/// Files of `dist/` that are no part of an installed release.
const APART: [&str; 2] = [WORKER, "kiosk.html"];

/// Writes the service worker for what is in `dist/`.
pub(crate) fn write(project: &Project) -> Result<()> {
    let dist = project.dist();
    let mut list = String::new();
    for path in files_below(&dist)? {
        let name = name_in(&dist, &path);
        if APART.contains(&name.as_str()) {
            continue;
        }
        let bytes = fs::read(&path).doing("read", &path)?;
        let comma = if list.is_empty() { "" } else { "," };
        // Writing to a string cannot fail.
        let _ = write!(list, "{comma}\"{name}\":\"{}\"", integrity(&bytes));
    }
    let source = project.root().join("src").join("app").join(WORKER);
    let text = fs::read_to_string(&source).doing("read", &source)?;
    let version = short_digest(format!("{list}\n{text}").as_bytes());
    let worker =
        format!("const RELEASE = {{\"version\":\"{version}\",\"files\":{{{list}}}}};\n{text}");
    let target = dist.join(WORKER);
    fs::write(&target, worker).doing("write", &target)
}

/// The address of a file as the page sees it.
fn name_in(dist: &Path, path: &Path) -> String {
    let inside = path.strip_prefix(dist).unwrap_or(path);
    let parts = inside.iter().map(|part| part.to_string_lossy());
    parts.collect::<Vec<_>>().join("/")
}

/// The integrity value of some bytes (W3C Subresource Integrity).
pub(crate) fn integrity(bytes: &[u8]) -> String {
    format!("sha256-{}", base64(&Sha256::digest(bytes)))
}

/// RFC 4648, section 4.
pub(crate) fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3).saturating_mul(4));
    for chunk in bytes.chunks(3) {
        let three = [0, 1, 2].map(|at| u32::from(chunk.get(at).copied().unwrap_or_default()));
        let word = three.into_iter().fold(0, |word, byte| (word << 8) | byte);
        for place in 0..4 {
            let digit = (word >> (18 - 6 * place)) & 63;
            let digit = DIGITS.get(digit as usize).copied().unwrap_or_default();
            let is_filling = place > chunk.len();
            text.push(if is_filling { '=' } else { char::from(digit) });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_is_that_of_the_standard() {
        let vectors = [
            "", "Zg==", "Zm8=", "Zm9v", "Zm9vYg==", "Zm9vYmE=", "Zm9vYmFy",
        ];
        for (length, expected) in vectors.iter().enumerate() {
            assert_eq!(base64(&b"foobar"[..length]), *expected);
        }
        assert_eq!(base64(&[0xff, 0xfe, 0xfd]), "//79");
    }

    #[test]
    fn an_integrity_value_names_its_digest() {
        let expected = "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=";
        assert_eq!(integrity(b"abc"), expected);
    }
}
