//! Paths in manifests and `fetch.txt`: CR, LF and the percent sign, and only
//! those, are percent-encoded (RFC 8493, 2.1.3).

/// Encodes a path.
pub(super) fn encode(path: &str) -> String {
    path.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// Decodes a path; none when a percent sign begins anything else.
pub(super) fn decode(text: &str) -> Option<String> {
    let mut pieces = text.split('%');
    let mut path = pieces.next().unwrap_or("").to_owned();
    for piece in pieces {
        let (code, rest) = piece.split_at_checked(2)?;
        path.push(match code {
            "25" => '%',
            "0D" | "0d" => '\r',
            "0A" | "0a" => '\n',
            _ => return None,
        });
        path.push_str(rest);
    }
    Some(path)
}

/// A path as a manifest has it. In a draft a percent sign may be just that:
/// whether it encodes is told by the files that are there.
pub(super) fn read(text: &str, draft: bool) -> Option<String> {
    if draft {
        Some(text.to_owned())
    } else {
        decode(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_line_ends_and_percent_are_encoded() {
        assert_eq!(
            encode("data/达标 100%\r\n.pdf"),
            "data/达标 100%25%0D%0A.pdf"
        );
        assert_eq!(
            decode("data/达标 100%25%0d%0A.pdf").as_deref(),
            Some("data/达标 100%\r\n.pdf")
        );
    }

    #[test]
    fn a_percent_sign_that_encodes_nothing_is_refused() {
        for text in ["100%", "100%.pdf", "a%20b", "%e5", "%2", "%安全"] {
            assert_eq!(decode(text), None, "{text}");
        }
    }
}
