//! What keeps a dossier from being sealed: what, where, how heavy.

use {
    crate::{
        look::FileKind,
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
    /// Warning: the portal takes no name with this character.
    FileNameCharacter(char),
    /// Warning: the bytes are of another kind than the ending promises.
    FileKind(FileKind),
    /// Warning: the end of the file is missing.
    FileTruncated,
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
    /// Warning: the portal takes no so many files.
    TooManyForPortal {
        /// The most.
        limit: u32,
    },
    /// Warning: the paper is asked for, can be left out of a package, and is.
    PaperNotBrought,
    /// Warning: a gate of the target level, named by its id, does not hold.
    GateNotMet(String),
    /// Warning: fewer full years than a requirement of the target level asks for.
    YearsShort {
        /// Full years needed.
        need: u32,
        /// Full years there are; none when they never began.
        have: Option<u32>,
    },
    /// Warning: a year that a rule of the target level looks at falls short.
    YearFails(i32),
    /// Warning: the record passes but for its date, which lies outside the window.
    OutsideWindow,
    /// Notice: only a person can see whether each proof names the applicant.
    ProofsNameApplicant,
    /// Notice: only a person can see whether the papers say the same name, number
    /// and employer as the dossier.
    PapersAgree,
}

impl ObstacleKind {
    fn severity(&self) -> Severity {
        match self {
            Self::FileEmpty
            | Self::FileTooLarge { .. }
            | Self::FileNameLong { .. }
            | Self::FileEnding
            | Self::FileNameCharacter(_)
            | Self::FileKind(_)
            | Self::FileTruncated
            | Self::FileTwice { .. }
            | Self::FilesTooLarge { .. }
            | Self::TooManyForPortal { .. }
            | Self::PaperNotBrought
            | Self::GateNotMet(_)
            | Self::YearsShort { .. }
            | Self::YearFails(_)
            | Self::OutsideWindow => Severity::Warning,
            Self::ProofsNameApplicant | Self::PapersAgree => Severity::Notice,
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
            Self::FileNameCharacter(_) => "file-name-character",
            Self::FileKind(_) => "file-kind",
            Self::FileTruncated => "file-truncated",
            Self::TooManyForPortal { .. } => "too-many-for-portal",
            Self::PaperNotBrought => "paper-not-brought",
            Self::GateNotMet(_) => "gate-not-met",
            Self::YearsShort { .. } => "years-short",
            Self::YearFails(_) => "year-fails",
            Self::OutsideWindow => "outside-window",
            Self::ProofsNameApplicant => "see-proofs-name",
            Self::PapersAgree => "see-papers-agree",
        }
    }
}
