//! The headers that a good host of this application sends.
//!
//! The content policy is that of the page's own `<meta>`, to which the header adds what a `<meta>` cannot say:
//! `frame-ancestors`. The other headers: no guessing of types, no referrer, no sharing with other origins, none of the
//! device's sensors. Names with a hash in them never change and are kept; everything else is asked for again.

use std::fmt::Write as _;
use std::path::Path;

/// How long a file may be kept whose name never has other bytes.
pub(crate) const KEPT: &str = "public, max-age=31536000, immutable";

/// How long any other file may be kept.
pub(crate) const RENEWED: &str = "no-cache";

/// Media types by the ending of a name.
pub(crate) const TYPES: [(&str, &str); 9] = [
    ("html", "text/html; charset=utf-8"),
    ("js", "text/javascript; charset=utf-8"),
    ("css", "text/css; charset=utf-8"),
    ("wasm", "application/wasm"),
    ("json", "application/json"),
    ("webmanifest", "application/manifest+json"),
    ("svg", "image/svg+xml"),
    ("png", "image/png"),
    ("txt", "text/plain; charset=utf-8"),
];

/// Headers of every answer.
pub(crate) const ALWAYS: [(&str, &str); 5] = [
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    (
        "Permissions-Policy",
        "camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), bluetooth=(), accelerometer=(), gyroscope=()",
    ),
];

/// The headers for a file: type, caching, policy.
pub(super) fn for_file(path: &Path, policy: &str) -> String {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let caching = if is_hashed(&name) { KEPT } else { RENEWED };
    let mut text = String::new();
    let own = [
        ("Content-Type", media_type(&name)),
        ("Cache-Control", caching),
        ("Content-Security-Policy", policy),
    ];
    for (name, value) in own.into_iter().chain(ALWAYS) {
        // Writing to a string cannot fail.
        let _ = write!(text, "{name}: {value}\r\n");
    }
    text
}

/// The policy of a page's `<meta http-equiv="Content-Security-Policy">`, with `frame-ancestors` added.
pub(crate) fn policy_of(page: &str) -> String {
    let meta = page
        .split("<meta ")
        .find(|meta| meta.contains("Content-Security-Policy"))
        .unwrap_or_default();
    let content = meta
        .split("content=\"")
        .nth(1)
        .and_then(|rest| rest.split('"').next());
    format!(
        "{}; frame-ancestors 'none'",
        content.unwrap_or("default-src 'none'")
    )
}

fn media_type(name: &str) -> &'static str {
    let ending = name.rsplit('.').next().unwrap_or_default();
    let known = TYPES.iter().find(|(known, _)| *known == ending);
    known.map_or("application/octet-stream", |(_, media_type)| media_type)
}

/// Whether a name carries a hash between two marks, as in `app-0123456789abcdef_bg.wasm`. Leading zeros may be missing.
fn is_hashed(name: &str) -> bool {
    let parts: Vec<&str> = name.split(['-', '_', '.']).collect();
    let inner = parts.get(1..parts.len().saturating_sub(1));
    let is_digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
    let is_hash = |part: &&str| (14..=16).contains(&part.len()) && part.bytes().all(is_digit);
    inner.unwrap_or_default().iter().any(is_hash)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_header_has_the_policy_of_the_page_and_forbids_framing() {
        let page = r#"<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'self'">"#;
        assert_eq!(
            policy_of(page),
            "default-src 'self'; frame-ancestors 'none'"
        );
    }

    #[test]
    fn only_names_with_a_hash_are_kept() {
        assert!(for_file(Path::new("app-0123456789abcdef_bg.wasm"), "").contains("immutable"));
        assert!(for_file(Path::new("boot-3708afe0f257801.js"), "").contains("immutable"));
        assert!(for_file(Path::new("index.html"), "").contains("no-cache"));
    }

    #[test]
    fn wasm_has_the_type_that_browsers_want() {
        assert_eq!(media_type("a.wasm"), "application/wasm");
        assert_eq!(media_type("a"), "application/octet-stream");
    }
}
