//! Files that come into `dist/` behind what Trunk makes: their digests stand in their names, and a `<meta>` of the page
//! names them with their integrity.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use crate::fault::{Doing as _, Fault, Result};
use crate::page::attribute;
use crate::project::{integrity, short_digest};

/// A file of `dist/`.
#[derive(Debug)]
pub(crate) struct Part {
    name: String,
    integrity: String,
}

impl Part {
    /// Puts a file into `dist/`, with its digest in its name.
    pub(crate) fn place(dist: &Path, name: &str, extension: &str, bytes: &[u8]) -> Result<Self> {
        let name = format!("{name}-{}.{extension}", short_digest(bytes));
        let path = dist.join(&name);
        fs::write(&path, bytes).doing("write", &path)?;
        Ok(Self {
            name,
            integrity: integrity(bytes),
        })
    }
}

impl Part {
    /// The part as the page's style sheet.
    pub(crate) fn link(&self) -> String {
        let Self { name, integrity } = self;
        format!("<link rel=\"stylesheet\" href=\"./{name}\" integrity=\"{integrity}\">")
    }

    /// A tag that names the part in place of a file of another name; none for a tag without integrity.
    pub(crate) fn named_by(&self, tag: &str, former: &str) -> Option<String> {
        let integrity = attribute(tag, "integrity")?;
        let tag = tag.replacen(integrity, &self.integrity, 1);
        Some(tag.replacen(former, &format!("./{}", self.name), 1))
    }
}

/// Names parts in the page's `<meta>` of a name, each by what it is.
pub(crate) fn name_in_page(dist: &Path, meta: &str, parts: &[(&str, Part)]) -> Result<()> {
    let page = dist.join("index.html");
    let text = fs::read_to_string(&page).doing("read", &page)?;
    fs::write(&page, named_in(&text, meta, parts)?).doing("write", &page)
}

/// The page with the parts in its `<meta>`, whose quotes and order are the minifier's.
fn named_in(page: &str, meta: &str, parts: &[(&str, Part)]) -> Result<String> {
    let missing = || Fault::Broken(format!("index.html has no <meta name=\"{meta}\">"));
    let names = [
        format!(" name=\"{meta}\""),
        format!(" name={meta} "),
        format!(" name={meta}>"),
    ];
    let found = page.match_indices("<meta ").find_map(|(at, _)| {
        let (before, rest) = page.split_at(at);
        let (tag, after) = rest.split_once('>')?;
        let tag = format!("{tag}>");
        let is_ours = names.iter().any(|name| tag.contains(name));
        is_ours.then_some((before, after))
    });
    let (before, after) = found.ok_or_else(missing)?;
    let mut tag = format!("<meta name=\"{meta}\"");
    for (kind, Part { name, integrity }) in parts {
        // Writing to a string cannot fail.
        let _ = write!(
            tag,
            " data-{kind}=\"./{name}\" data-{kind}-integrity=\"{integrity}\""
        );
    }
    Ok(format!("{before}{tag}>{after}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(name: &str) -> Part {
        Part {
            name: name.to_owned(),
            integrity: "sha384-x".to_owned(),
        }
    }

    #[test]
    fn the_page_names_all_parts_and_keeps_all_else() {
        let parts = [
            ("script", part("worker-1.js")),
            ("wasm", part("worker-2.wasm")),
        ];
        for meta in [
            "<meta name=\"worker\" data-wasm=\"\">",
            "<meta data-wasm name=worker>",
        ] {
            let page = format!("<head><meta charset=utf-8>{meta}<title>x</title>");
            let named = named_in(&page, "worker", &parts).unwrap();
            assert_eq!(named, NAMED, "{meta}");
        }
        assert!(named_in("<head>", "worker", &parts).is_err());
        assert!(named_in("<meta name=worker-old >", "worker", &parts).is_err());
    }

    #[test]
    fn a_tag_names_the_part_with_its_integrity() {
        let tag = "<script integrity=sha384-old src=./boot-1.js type=module>";
        assert_eq!(
            part("boot-2.js").named_by(tag, "./boot-1.js").as_deref(),
            Some("<script integrity=sha384-x src=./boot-2.js type=module>")
        );
        assert_eq!(part("a").named_by("<script src=b>", "b"), None);
    }

    const NAMED: &str = "<head><meta charset=utf-8><meta name=\"worker\" data-script=\"./worker-1.js\" data-script-integrity=\"sha384-x\" data-wasm=\"./worker-2.wasm\" data-wasm-integrity=\"sha384-x\"><title>x</title>";
}
