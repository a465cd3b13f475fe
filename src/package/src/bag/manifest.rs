//! Payload and tag manifests (RFC 8493, 2.1.3 and 2.2.1).

use {
    super::{
        algorithm::Algorithm,
        dialect::Dialect,
        fault::{Fault, Findings, Place},
        path,
        tag_text::{self, Line, is_blank},
    },
    crate::digest::{from_hex, to_hex},
    std::collections::BTreeMap,
};

/// A listed file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Listed {
    pub(super) checksum: Vec<u8>,
    /// Line from 1.
    pub(super) line: usize,
}

/// A manifest as read.
#[derive(Debug)]
pub(super) struct Manifest {
    /// Its own file name.
    pub(super) file: String,
    pub(super) algorithm: Algorithm,
    pub(super) files: BTreeMap<String, Listed>,
    /// First line with the `*` of a checksum tool, which a draft may have.
    #[cfg(feature = "foreign")]
    pub(super) starred: Option<usize>,
}

/// The text of a manifest, in the order given.
pub(super) fn text<'a>(files: impl Iterator<Item = (&'a str, &'a [u8])>) -> String {
    files
        .map(|(path, checksum)| format!("{}  {}\n", to_hex(checksum), path::encode(path)))
        .collect::<Vec<_>>()
        .concat()
}

impl Manifest {
    /// Reads the text of a manifest; lines that cannot be read become findings.
    pub(super) fn read(
        (file, algorithm): (&str, Algorithm),
        text: &str,
        dialect: &Dialect,
        findings: &mut Findings,
    ) -> Self {
        let mut manifest = Self {
            file: file.to_owned(),
            algorithm,
            files: BTreeMap::new(),
            #[cfg(feature = "foreign")]
            starred: None,
        };
        for line in tag_text::lines(text) {
            if let Err(fault) = manifest.read_line(line, dialect.is_draft()) {
                let place = Place::Line(file.to_owned(), line.number);
                findings.push(place, fault);
            }
        }
        manifest
    }

    /// Place of the line that lists `listed`.
    pub(super) fn place(&self, listed: &Listed) -> Place {
        Place::Line(self.file.clone(), listed.line)
    }

    fn read_line(&mut self, line: Line, draft: bool) -> Result<(), Fault> {
        let (checksum, rest) = line.text.split_once(is_blank).ok_or(Fault::ManifestLine)?;
        let checksum = from_hex(checksum).ok_or(Fault::ManifestLine)?;
        let mut name = rest.trim_start_matches(is_blank);
        if let Some(plain) = name.strip_prefix('*').filter(|_| draft) {
            name = plain;
            #[cfg(feature = "foreign")]
            self.starred.get_or_insert(line.number);
        }
        if name.is_empty() || checksum.is_empty() {
            return Err(Fault::ManifestLine);
        }
        if checksum.len() != self.algorithm.length() {
            return Err(Fault::ChecksumLength(self.algorithm));
        }
        let path = path::read(name, draft).ok_or(Fault::Percent)?;
        let listed = Listed {
            checksum,
            line: line.number,
        };
        match self.files.insert(path.clone(), listed) {
            Some(_) => Err(Fault::ListedTwice(path)),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Manifest, Vec<Fault>) {
        let mut findings = Findings::default();
        let file = ("manifest-md5.txt", Algorithm::Md5);
        let manifest = Manifest::read(file, text, &Dialect::default(), &mut findings);
        (
            manifest,
            findings
                .into_list()
                .into_iter()
                .map(|finding| finding.fault)
                .collect(),
        )
    }

    const SUM: &str = "d41d8cd98f00b204e9800998ecf8427e";

    #[test]
    fn spaces_tabs_and_capitals_are_read() {
        let (manifest, faults) = read(&format!(
            "{SUM} \t data/a b \r\n{}\tdata/c",
            SUM.to_uppercase()
        ));
        assert_eq!(faults, []);
        assert_eq!(
            manifest.files.keys().collect::<Vec<_>>(),
            ["data/a b ", "data/c"]
        );
    }

    #[test]
    fn lines_that_list_nothing_are_named() {
        let cases = [
            ("data/a".to_owned(), Fault::ManifestLine),
            (SUM.to_owned(), Fault::ManifestLine),
            (format!("{SUM}  "), Fault::ManifestLine),
            (format!(" {SUM}  data/a"), Fault::ManifestLine),
            (
                format!("{SUM}00  data/a"),
                Fault::ChecksumLength(Algorithm::Md5),
            ),
            (format!("{SUM}  data/100%.pdf"), Fault::Percent),
            (
                format!("{SUM}  data/a\n{SUM}  data/a"),
                Fault::ListedTwice("data/a".into()),
            ),
        ];
        for (text, fault) in cases {
            assert_eq!(read(&text).1, [fault], "{text:?}");
        }
    }

    #[test]
    fn what_is_written_reads_back() {
        let sum = [7; 16];
        let written = text([("data/100%", &sum[..])].into_iter());
        let (manifest, faults) = read(&written);
        assert_eq!(faults, []);
        assert_eq!(manifest.files["data/100%"].checksum, sum);
    }
}
