//! Writes the tag files of a bag.

use {
    super::{declaration, info, listing::Kind, manifest},
    crate::digest::FileDigest,
    order::sorted,
    std::collections::BTreeSet,
};

/// What a bag is made of. The tag files' bytes are a function of it alone.
#[derive(Debug, Clone, Copy)]
pub struct Draft<'a> {
    /// Payload files: path from the bag's root on (`data/…`), and digest.
    pub payload: &'a [(String, FileDigest)],
    /// Metadata: label and value, written in this order; `Bagging-Date` and
    /// `Payload-Oxum` follow.
    pub info: &'a [(String, String)],
    /// `Bagging-Date`, `YYYY-MM-DD`.
    pub date: &'a str,
    /// Tag files of one's own: path and content.
    pub tags: &'a [(String, Vec<u8>)],
}

/// Why a bag cannot be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DraftFault {
    /// A payload path outside `data/`, or a tag path inside it.
    Place(String),
    /// A tag file under a name that the bag itself uses.
    Reserved(String),
    /// A path that is listed twice.
    Twice(String),
    /// A label that the writer sets itself, or that has a colon, a line end
    /// or white space at its ends.
    Label(String),
    /// The value of a label has a line end or white space at its ends.
    Value(String),
    /// Not a date `YYYY-MM-DD`.
    Date,
}

/// The tag files, path and content.
///
/// In this order: `bagit.txt`, `bag-info.txt`,
/// `manifest-sha256.txt`, those of one's own, `tagmanifest-sha256.txt`.
/// Manifests list by the bytes of the paths. Safety of the names is for the
/// container to check, which has to anyway.
///
/// # Errors
/// Everything that stands against writing.
pub fn write(draft: &Draft) -> Result<Vec<(String, Vec<u8>)>, Vec<DraftFault>> {
    let faults = check(draft);
    if !faults.is_empty() {
        return Err(faults);
    }
    let mut files = vec![
        (
            "bagit.txt".to_owned(),
            declaration::TEXT.as_bytes().to_vec(),
        ),
        (info::FILE.to_owned(), info_text(draft).into_bytes()),
        (
            "manifest-sha256.txt".to_owned(),
            manifest(draft.payload).into_bytes(),
        ),
    ];
    files.extend_from_slice(draft.tags);
    let digests: Vec<_> = files
        .iter()
        .map(|(path, bytes)| (path.clone(), FileDigest::of(bytes)))
        .collect();
    files.push((
        "tagmanifest-sha256.txt".to_owned(),
        manifest(&digests).into_bytes(),
    ));
    Ok(files)
}

fn check(draft: &Draft) -> Vec<DraftFault> {
    let mut faults = Vec::new();
    for (path, _) in draft.payload {
        if Kind::of(path) != Kind::Payload {
            faults.push(DraftFault::Place(path.clone()));
        }
    }
    for (path, _) in draft.tags {
        match Kind::of(path) {
            Kind::OtherTag => {}
            Kind::Payload => faults.push(DraftFault::Place(path.clone())),
            _ => faults.push(DraftFault::Reserved(path.clone())),
        }
    }
    let payload = draft.payload.iter().map(|(path, _)| path);
    let mut seen = BTreeSet::new();
    for path in payload.chain(draft.tags.iter().map(|(path, _)| path)) {
        if !seen.insert(path) {
            faults.push(DraftFault::Twice(path.clone()));
        }
    }
    for (label, value) in draft.info {
        let ours = ["Bagging-Date", "Payload-Oxum"]
            .iter()
            .any(|own| own.eq_ignore_ascii_case(label));
        if ours || label.is_empty() || label.contains(':') || !is_one_line(label) {
            faults.push(DraftFault::Label(label.clone()));
        }
        if !is_one_line(value) {
            faults.push(DraftFault::Value(label.clone()));
        }
    }
    if !info::is_date(draft.date) {
        faults.push(DraftFault::Date);
    }
    faults
}

fn is_one_line(text: &str) -> bool {
    !text.contains(char::is_control) && text.trim() == text
}

fn info_text(draft: &Draft) -> String {
    let bytes = draft
        .payload
        .iter()
        .fold(0_u64, |sum, (_, digest)| sum.saturating_add(digest.size));
    let files = draft.payload.len();
    let lines = draft
        .info
        .iter()
        .map(|(label, value)| format!("{label}: {value}\n"));
    let ours = [
        format!("Bagging-Date: {}\n", draft.date),
        format!("Payload-Oxum: {bytes}.{files}\n"),
    ];
    lines.chain(ours).collect()
}

fn manifest(files: &[(String, FileDigest)]) -> String {
    let path = |position: usize| files.get(position).map(|(path, _)| path);
    let order = sorted(files.len(), &mut |a, b| path(a).cmp(&path(b)));
    let files = order.iter().filter_map(|&position| files.get(position));
    manifest::text(files.map(|(path, digest)| (path.as_str(), &digest.sha256[..])))
}
