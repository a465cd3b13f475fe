//! Files to be fetched, `fetch.txt` (RFC 8493, 2.2.3).

use super::{
    dialect::Dialect,
    fault::{Fault, Findings, Place},
    path,
    tag_text::{self, is_blank},
};

/// File name.
pub(super) const FILE: &str = "fetch.txt";

/// A file that can be had elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Remote {
    pub(super) path: String,
    pub(super) line: usize,
}

/// Reads the text of the file; lines that cannot be read become findings.
pub(super) fn read(text: &str, dialect: &Dialect, findings: &mut Findings) -> Vec<Remote> {
    let mut remotes = Vec::new();
    for line in tag_text::lines(text) {
        match read_line(line.text, dialect.is_draft()) {
            Ok(path) => remotes.push(Remote {
                path,
                line: line.number,
            }),
            Err(fault) => {
                let place = Place::Line(FILE.to_owned(), line.number);
                findings.push(place, fault);
            }
        }
    }
    remotes
}

fn read_line(text: &str, draft: bool) -> Result<String, Fault> {
    let (address, rest) = text.split_once(is_blank).ok_or(Fault::FetchLine)?;
    let (length, path) = rest
        .trim_start_matches(is_blank)
        .split_once(is_blank)
        .ok_or(Fault::FetchLine)?;
    let path = path.trim_start_matches(is_blank);
    let absolute = address.split_once(':').is_some_and(|(scheme, rest)| {
        scheme.starts_with(|c: char| c.is_ascii_alphabetic()) && !rest.is_empty()
    });
    let number = !length.is_empty() && length.bytes().all(|byte| byte.is_ascii_digit());
    if !absolute || !(number || length == "-") || path.is_empty() {
        return Err(Fault::FetchLine);
    }
    let path = path::read(path, draft).ok_or(Fault::Percent)?;
    if path.starts_with("data/") {
        Ok(path)
    } else {
        Err(Fault::FetchOutside(path))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn address_length_and_path_make_a_line() {
        assert_eq!(
            read_line("https://example.org/a 12 data/a b", false),
            Ok("data/a b".into())
        );
        assert_eq!(
            read_line("https://example.org/a\t-\tdata/a", false),
            Ok("data/a".into())
        );
    }

    #[test]
    fn other_lines_are_named() {
        for text in [
            "",
            "https://example.org/a",
            "x 1 data/a",
            "https://example.org/a -1 data/a",
            "https://example.org/a 1 ",
        ] {
            assert_eq!(read_line(text, false), Err(Fault::FetchLine), "{text:?}");
        }
        let outside = Fault::FetchOutside("bagit.txt".into());
        assert_eq!(
            read_line("https://example.org/a 1 bagit.txt", false),
            Err(outside)
        );
    }
}
