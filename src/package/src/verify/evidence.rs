//! Evidence named in the dossier, and evidence there.

use {
    super::Finding,
    crate::{digest::FileDigest, intake::Intake, layout, name::Unicode, subject::File},
    dossier::Dossier,
    std::collections::BTreeMap,
};

/// Files by path in normalisation form C, as the sealer writes them: people's
/// tools change it when they re-zip.
pub(super) type Paths = BTreeMap<String, FileDigest>;

/// The files that were taken in.
pub(super) fn paths(intake: &Intake, unicode: Unicode) -> Paths {
    let entries = intake
        .archive
        .as_ref()
        .map_or(&[][..], |archive| archive.entries());
    let mut paths = Paths::new();
    for (path, facts) in intake.listing.files() {
        let sha256 = facts.sha256().and_then(|sum| sum.try_into().ok());
        let entry = intake
            .entries
            .get(path)
            .and_then(|&index| entries.get(index));
        let digest = FileDigest {
            sha256: sha256.unwrap_or_default(),
            crc32: entry.map_or(0, |entry| entry.crc32),
            size: facts.size,
        };
        paths.insert(unicode.normal(path), digest);
    }
    paths
}

/// The files that are both named and there; the others are findings.
pub(super) fn match_up(
    intake: &Intake,
    dossier: &Dossier,
    unicode: Unicode,
    findings: &mut Vec<Finding>,
) -> Vec<File> {
    let mut paths = paths(intake, unicode);
    let mut files = Vec::new();
    let mut named = dossier.files();
    named.dedup();
    for (holder, name) in named {
        let (holder, name) = (holder.to_owned(), name.to_owned());
        match paths.remove(&layout::evidence_path(&holder, &name)) {
            Some(digest) => files.push(File {
                holder,
                name,
                digest,
            }),
            None => findings.push(Finding::FileAbsent { holder, name }),
        }
    }
    let rest = paths.into_keys();
    let rest = rest.filter(|path| path.starts_with(layout::EVIDENCE));
    findings.extend(rest.map(Finding::FileUnnamed));
    files
}
