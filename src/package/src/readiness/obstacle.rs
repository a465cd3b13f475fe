//! What keeps a dossier from being sealed: what, where, how heavy.

use {
    crate::{
        name::{ClashKind, NameFault},
        pledge::PledgeFault,
        severity::Severity,
    },
    assess::ProblemKind,
};

/// One obstacle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Obstacle {
    /// Where it is mended.
    pub place: Place,
    /// What it is.
    pub kind: ObstacleKind,
}

impl Obstacle {
    /// Error: no package can be sealed. Warning: a portal may refuse it.
    pub fn severity(&self) -> Severity {
        self.kind.severity()
    }

    /// Stable code.
    pub fn code(&self) -> &'static str {
        self.kind.code()
    }
}

/// Where an obstacle is mended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// An answer, a record or a list.
    Answer(assess::Place),
    /// A paper of the application, by its id.
    Material(String),
    /// A file.
    File {
        /// The id of the record or material that it proves.
        holder: String,
        /// Its name.
        name: String,
    },
    /// The dossier as a whole: book, season, all files together.
    Whole,
    /// The pledge.
    Pledge,
}

/// What keeps a dossier from being sealed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ObstacleKind {
    /// The dossier was begun under another book, named here.
    OtherBook(String),
    /// The dossier is for the season of another year, named here.
    OtherSeason(i32),
    /// The answer is refused.
    Refused(ProblemKind),
    /// The answer is needed and not there.
    Unanswered,
    /// The applicant has not said that the list is complete.
    ListOpen,
    /// The record has no evidence.
    NoEvidence,
    /// The paper is needed and not there.
    NoMaterial,
    /// The file is named and not at hand.
    FileAbsent,
    /// The file is at hand and named nowhere.
    FileUnnamed,
    /// The name of the file is not safe everywhere.
    FileName(NameFault),
    /// The name of the file is not in normalisation form C.
    FileNotNormalised,
    /// The name of the file clashes with that of another.
    FileClash {
        /// How.
        kind: ClashKind,
        /// The holder of the other.
        holder: String,
        /// The name of the other.
        name: String,
    },
    /// More files than a package can have.
    TooManyFiles {
        /// The most.
        limit: usize,
    },
    /// The files are larger together than a package can be.
    TooLargeForPackage {
        /// The most, in bytes.
        limit: u64,
    },
    /// No pledge was given.
    NoPledge,
    /// The pledge does not hold.
    PledgeVoid(PledgeFault),
    /// Warning: the file is empty.
    FileEmpty,
    /// Warning: the portal takes no file so large.
    FileTooLarge {
        /// The most, in bytes.
        limit: u64,
    },
    /// Warning: the portal takes no name so long.
    FileNameLong {
        /// The most, in characters.
        limit: u32,
    },
    /// Warning: the portal takes no file with this ending.
    FileEnding,
    /// Warning: the same file as another.
    FileTwice {
        /// The holder of the other.
        holder: String,
        /// The name of the other.
        name: String,
    },
    /// Warning: the portal takes no files so large together.
    FilesTooLarge {
        /// The most, in bytes.
        limit: u64,
    },
}

impl ObstacleKind {
    fn severity(&self) -> Severity {
        match self {
            Self::FileEmpty
            | Self::FileTooLarge { .. }
            | Self::FileNameLong { .. }
            | Self::FileEnding
            | Self::FileTwice { .. }
            | Self::FilesTooLarge { .. } => Severity::Warning,
            _ => Severity::Error,
        }
    }

    fn code(&self) -> &'static str {
        match self {
            Self::OtherBook(_) => "other-book",
            Self::OtherSeason(_) => "other-season",
            Self::Refused(_) => "refused",
            Self::Unanswered => "unanswered",
            Self::ListOpen => "list-open",
            Self::NoEvidence => "no-evidence",
            Self::NoMaterial => "no-material",
            Self::FileAbsent => "file-absent",
            Self::FileUnnamed => "file-unnamed",
            Self::FileName(fault) => fault.code(),
            Self::FileNotNormalised => "name-not-normalised",
            Self::FileClash { kind, .. } => kind.code(),
            Self::TooManyFiles { .. } => "too-many-files",
            Self::TooLargeForPackage { .. } => "too-large-for-package",
            Self::NoPledge => "no-pledge",
            Self::PledgeVoid(fault) => fault.code(),
            Self::FileEmpty => "file-empty",
            Self::FileTooLarge { .. } => "file-too-large",
            Self::FileNameLong { .. } => "file-name-long",
            Self::FileEnding => "file-ending",
            Self::FileTwice { .. } => "file-twice",
            Self::FilesTooLarge { .. } => "files-too-large",
        }
    }
}
