//! The report's style, and the digest by which its content policy allows it.

use package::qr::Qr;
use sha2::{Digest, Sha256};

/// A style sheet with the base64 of its SHA-256.
#[derive(Debug)]
pub(super) struct Style {
    pub(super) text: String,
    pub(super) digest: String,
}

const SHEET: &str = include_str!("report.css");

/// The style with the code and its QR code on every printed page, outside on either side of the
/// sheet, and `head`, a line of our own, at the top.
pub(super) fn style(code: &str, head: &str, qr: Option<&Qr>) -> Style {
    let plain = |c: &char| c.is_alphanumeric() || matches!(c, '-' | ' ' | '·' | '、' | '（' | '）');
    // They stand within strings of the style sheet: nothing may end those strings.
    let kept = |text: &str| -> String { text.chars().filter(plain).collect() };
    let parts = [
        ("QR", qr.map(address).unwrap_or_default()),
        ("CODE", kept(code)),
        ("HEAD", kept(head)),
    ];
    let text = filled(&parts);
    let digest = base64(&Sha256::digest(text.as_bytes()));
    Style { text, digest }
}

/// The style sheet with each name, of capital letters, replaced by what stands beside it.
fn filled(parts: &[(&str, String)]) -> String {
    let mut out = String::with_capacity(SHEET.len().saturating_mul(5));
    let mut from = 0;
    for (at, _) in SHEET.match_indices(|c: char| c.is_ascii_uppercase()) {
        let rest = SHEET.get(at..).unwrap_or_default();
        let named = parts.iter().find(|(name, _)| rest.starts_with(name));
        if let Some((name, part)) = named.filter(|_| at >= from) {
            out.push_str(SHEET.get(from..at).unwrap_or_default());
            out.push_str(part);
            from = at.saturating_add(name.len());
        }
    }
    out.push_str(SHEET.get(from..).unwrap_or_default());
    out
}

/// The style without a code on every page.
#[cfg(feature = "desk")]
pub(super) fn plain() -> Style {
    let parts = ["url(\"QR\")", "\"核对码 CODE\"", "\"HEAD\""];
    let bare = |text: String, part: &str| text.replace(part, "none");
    let text = parts.into_iter().fold(SHEET.to_owned(), bare);
    let digest = base64(&Sha256::digest(text.as_bytes()));
    Style { text, digest }
}

/// A QR code as a picture within an address (RFC 2397), fifteen millimetres wide.
fn address(qr: &Qr) -> String {
    let (size, path) = (qr.size(), qr.path());
    format!(
        "data:image/svg+xml,%3Csvg xmlns='http%3A//www.w3.org/2000/svg' width='15mm' height='15mm' \
         viewBox='0 0 {size} {size}' shape-rendering='crispEdges'%3E%3Cpath d='{path}'/%3E%3C/svg%3E"
    )
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
        let style = style("AB-12\"}</style><script>", "x\");y", None);
        assert!(style.text.contains("AB-12stylescript"));
        assert!(style.text.contains("\"xy\""));
        assert!(!style.text.contains('<'));
    }
}
