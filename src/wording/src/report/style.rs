//! The report's style, and the digest by which its content policy allows it.

use sha2::{Digest, Sha256};

/// A style sheet with the base64 of its SHA-256.
#[derive(Debug)]
pub(super) struct Style {
    pub(super) text: String,
    pub(super) digest: String,
}

const SHEET: &str = include_str!("report.css");

/// The style with the code at the foot of every printed page.
pub(super) fn style(code: &str) -> Style {
    // The code stands within a string of the style sheet: nothing may end that string.
    let plain = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '-' | ' ');
    let code: String = code.chars().filter(plain).collect();
    let text = SHEET.replace("CODE", &code);
    let digest = base64(&Sha256::digest(text.as_bytes()));
    Style { text, digest }
}

/// The style without a code at the foot.
#[cfg(feature = "desk")]
pub(super) fn plain() -> Style {
    let text = SHEET.replace("核对码 CODE", "");
    let digest = base64(&Sha256::digest(text.as_bytes()));
    Style { text, digest }
}

/// Base64 with padding (RFC 4648, section 4).
fn base64(bytes: &[u8]) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for chunk in bytes.chunks(3) {
        let byte = |index: usize| u32::from(chunk.get(index).copied().unwrap_or(0));
        let bits = (byte(0) << 16) | (byte(1) << 8) | byte(2);
        for (place, shift) in [18, 12, 6, 0].into_iter().enumerate() {
            let index = usize::try_from((bits >> shift) & 63).unwrap_or(0);
            let c = ALPHABET.get(index).copied().map_or('=', char::from);
            out.push(if place > chunk.len() { '=' } else { c });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_agrees_with_the_vectors_of_the_standard() {
        // RFC 4648, section 10.
        for (bytes, text) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ] {
            assert_eq!(base64(bytes.as_bytes()), text);
        }
    }

    #[test]
    fn a_code_cannot_leave_its_string() {
        let style = style("AB-12\"}</style><script>");
        assert!(style.text.contains("AB-12stylescript"));
        assert!(!style.text.contains('<'));
    }
}
