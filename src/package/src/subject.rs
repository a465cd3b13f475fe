//! What is pledged: exactly this dossier with these files, under this book in
//! this season.

mod claim;
mod short_code;

pub use {
    claim::{Claim, Mismatch},
    short_code::{CodeFault, ShortCode},
};

use {
    crate::{
        digest::{FileDigest, to_hex},
        layout,
        members::{count, object},
        season_file,
    },
    assess::Engine,
    dossier::Dossier,
    json::Json,
    order::sorted,
    rulebook::SeasonDay,
};

/// An evidence file at hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// The id of the record or material that it proves.
    pub holder: String,
    /// Its name, in normalisation form C.
    pub name: String,
    /// What one pass over it gave.
    pub digest: FileDigest,
}

impl File {
    /// Its path in a package.
    pub fn path(&self) -> String {
        layout::evidence_path(&self.holder, &self.name)
    }
}

/// What is handed in.
#[derive(Debug, Clone, Copy)]
pub struct Submission<'a> {
    /// The book, compiled. Its digest must be that of its canonical JSON.
    pub engine: &'a Engine,
    /// The season.
    pub season: &'a SeasonDay,
    /// What was entered.
    pub dossier: &'a Dossier,
    /// The evidence files at hand, in any order.
    pub files: &'a [File],
}

impl Submission<'_> {
    /// What a pledge of it has to name.
    pub fn subject(&self) -> Subject {
        let reference = self.engine.reference();
        let book = object(vec![
            ("id", Json::from(reference.id.as_str())),
            ("version", Json::from(reference.version.as_str())),
            ("digest", Json::from(reference.digest.as_str())),
        ]);
        let dossier = self.dossier.to_json().canonical();
        let json = object(vec![
            ("format", Json::from(Subject::FORMAT)),
            ("book", book),
            ("season", season_file::write(self.season)),
            (
                "dossier",
                Json::from(FileDigest::of(dossier.as_bytes()).hex()),
            ),
            ("files", self.files_json()),
        ]);
        Subject::of(json.canonical())
    }

    fn files_json(&self) -> Json {
        let paths: Vec<String> = self.files.iter().map(File::path).collect();
        let path = |position: usize| paths.get(position);
        let order = sorted(paths.len(), &mut |a, b| path(a).cmp(&path(b)));
        let files = order.iter().filter_map(|&position| {
            let (file, path) = (self.files.get(position)?, paths.get(position)?);
            Some(object(vec![
                ("path", Json::from(path.as_str())),
                ("size", count(file.digest.size)),
                ("sha256", Json::from(file.digest.hex())),
            ]))
        });
        Json::Array(files.collect())
    }
}

/// What a pledge names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    text: String,
    sha256: [u8; 32],
}

impl Subject {
    /// The format of [`Subject::text`].
    pub const FORMAT: &str = "zhicheng-subject/1";

    /// The subject that this text says.
    pub fn of(text: String) -> Self {
        let sha256 = FileDigest::of(text.as_bytes()).sha256;
        Self { text, sha256 }
    }

    /// The canonical JSON that is digested: book, season, the digest of the
    /// dossier's canonical JSON, and path, size and SHA-256 of every file.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// SHA-256 of the text: what stands in a pledge as its subject.
    pub fn hex(&self) -> String {
        to_hex(&self.sha256)
    }

    /// The digest itself.
    pub fn sha256(&self) -> &[u8; 32] {
        &self.sha256
    }

    /// The short code of the digest, for screen, paper and telephone.
    pub fn code(&self) -> ShortCode {
        ShortCode::of(&self.sha256)
    }
}
