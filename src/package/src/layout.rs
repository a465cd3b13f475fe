//! Where everything lies in a package.

/// What the applicant entered.
pub const DOSSIER: &str = "data/dossier.json";
/// The book, compiled.
pub const RULEBOOK: &str = "data/rulebook.json";
/// The season: its year and cut-off day. Without it nobody could reckon the
/// assessment again.
pub const SEASON: &str = "data/season.json";
/// What the engine made of dossier, book and season.
pub const ASSESSMENT: &str = "data/assessment.json";
/// The pledge.
pub const PLEDGE: &str = "data/pledge.json";
/// The printable form.
pub const REPORT: &str = "data/report.html";
/// RO-Crate 1.1.
pub const CRATE: &str = "data/ro-crate-metadata.json";

/// The files that a package has besides evidence.
pub const PARTS: [&str; 7] = [DOSSIER, RULEBOOK, SEASON, ASSESSMENT, PLEDGE, REPORT, CRATE];

/// The tag files that a package has.
pub const TAGS: [&str; 4] = [
    "bagit.txt",
    "bag-info.txt",
    "manifest-sha256.txt",
    "tagmanifest-sha256.txt",
];

/// The identifier of the `BagIt` profile that packages follow (`zhicheng schema
/// profile`). No address: nothing has to be fetched to know it.
pub const PROFILE: &str = "urn:uuid:b130a45c-77ef-481d-8931-57c4eee1ba50";

/// The folder of the payload.
pub const PAYLOAD: &str = "data/";

/// The folder of the evidence: a folder for each record or material in it.
pub const EVIDENCE: &str = "data/files/";

/// Path of an evidence file.
///
/// A percent sign in the name becomes its full-width twin: RFC 8493 encodes it
/// in manifests, and validators in wide use do not decode it.
pub fn evidence_path(holder: &str, name: &str) -> String {
    let mut path = String::from(EVIDENCE);
    path.push_str(holder);
    path.push('/');
    for c in name.chars() {
        path.push(if c == '%' { '％' } else { c });
    }
    path
}
