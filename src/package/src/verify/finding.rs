//! Findings of a verification: what, where, how heavy, in which layer.

use {
    crate::{
        bag, container, pledge::PledgeFault, readiness::Obstacle, ro_crate::CrateFault,
        severity::Severity, subject::Mismatch,
    },
    assess::CompileError,
    chrono::NaiveDate,
    dossier::{PledgeError, ReadError},
};

/// The layers of a verification, from the outside in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Layer {
    /// The zip.
    Container,
    /// The bag: every file there, none changed.
    Bag,
    /// The files and metadata that a package of this kind has.
    Profile,
    /// The parts, read strictly.
    Schema,
    /// Evidence named and evidence there.
    Files,
    /// What a dossier must have to be sealed.
    Readiness,
    /// The pledge.
    Pledge,
    /// The assessment, reckoned again.
    Assessment,
    /// Whether book and season are known to the receiver.
    Rules,
    /// RO-Crate.
    Crate,
    /// The printable form.
    Report,
    /// The limits of the portal, and what packages come back for.
    Target,
    /// What a paper says of the package.
    Paper,
}

/// One finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    /// About the zip.
    Container(container::Finding),
    /// The bag lies in a folder of this name, as when people zip an unpacked
    /// package.
    Folder(String),
    /// A file beside the bag, left aside.
    Aside(String),
    /// About the bag.
    Bag(bag::Finding),
    /// A file that every package has is not there.
    Lacking(&'static str),
    /// A file that no package has.
    Unexpected(String),
    /// `bag-info.txt` has a label not at all, or more than once.
    Label(&'static str),
    /// `bag-info.txt` says something else than the dossier.
    Value {
        /// The label.
        label: &'static str,
        /// What it should say.
        expected: String,
    },
    /// Made by another program or version, named here: what it makes of the same
    /// content may look otherwise.
    OtherProgram(String),
    /// Sealed after the day of looking at it.
    SealedLater(NaiveDate),
    /// A part that is too large to be looked at.
    TooLarge(&'static str),
    /// A part that is not JSON.
    NotJson {
        /// Its path.
        file: &'static str,
        /// What is wrong.
        error: json::ReadError,
    },
    /// A part that says what it should in other bytes than it must.
    NotCanonical(&'static str),
    /// The dossier is none.
    Dossier(ReadError),
    /// The book is none; what its reader said of it.
    Book(String),
    /// The book cannot be applied.
    Engine(CompileError),
    /// The season is none; the key that is wrong, empty for the whole.
    Season(&'static str),
    /// The pledge is none.
    Pledge(PledgeError),
    /// A file that the dossier names is not there.
    FileAbsent {
        /// The id of the record or material that it proves.
        holder: String,
        /// Its name.
        name: String,
    },
    /// A file, by its path, that the dossier does not name.
    FileUnnamed(String),
    /// The dossier lacks what it must have to be sealed.
    NotReady(Obstacle),
    /// The pledge does not hold.
    PledgeVoid(PledgeFault),
    /// The assessment is not what the book makes of the dossier.
    Assessment(Difference),
    /// The season is not as the receiver knows it.
    SeasonUnknown {
        /// The cut-off day in the package.
        packed: NaiveDate,
        /// The cut-off day that the receiver knows.
        known: Option<NaiveDate>,
    },
    /// The book is not one that the receiver knows.
    BookUnknown {
        /// Its id.
        id: String,
        /// Its digest.
        digest: String,
    },
    /// The book, by its digest, is not one that the receiver knows, and the
    /// receiver reads no others.
    BookForeign(String),
    /// About RO-Crate metadata.
    Crate(CrateFault),
    /// The metadata is that of this payload, and yet not what this program
    /// writes for it.
    CrateDiffers {
        /// Where and how it first differs.
        difference: Difference,
        /// Whether this very version is said to have written it.
        same_program: bool,
    },
    /// The printable form is not what this program prints for this package.
    Report {
        /// The first line that differs, from 1.
        line: usize,
        /// Whether this very version is said to have printed it.
        same_program: bool,
    },
    /// The printable form is more than a page to be read: on this line, from 1,
    /// stands something that may run, fetch or lead somewhere.
    ReportActive(usize),
    /// What the portal may refuse, or what packages come back for.
    Target(Obstacle),
    /// The book has no target profile with this id.
    TargetUnknown(String),
    /// A paper says something else than what is here.
    Paper(Mismatch),
    /// The package cannot be compared with a paper: it could not be read.
    NoSubject,
}

/// The first place where two JSON values differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// Where.
    pub path: json::Path,
    /// What the package says there; none when it says nothing.
    pub packed: Option<String>,
    /// What it should say; none when nothing.
    pub reckoned: Option<String>,
}

impl Finding {
    /// Weight. A package without an error is valid.
    pub fn severity(&self) -> Severity {
        match self {
            Self::Container(finding) => finding.fault.severity(),
            Self::Bag(finding) => finding.fault.severity(),
            Self::Target(obstacle) => obstacle.severity(),
            Self::Folder(_) | Self::Aside(_) | Self::OtherProgram(_) | Self::BookUnknown { .. } => {
                Severity::Notice
            }
            Self::SealedLater(_)
            | Self::SeasonUnknown { .. }
            | Self::TargetUnknown(_)
            | Self::CrateDiffers {
                same_program: false,
                ..
            }
            | Self::Report {
                same_program: false,
                ..
            } => Severity::Warning,
            _ => Severity::Error,
        }
    }

    /// The layer it lies in.
    pub fn layer(&self) -> Layer {
        match self {
            Self::Container(_) | Self::Folder(_) | Self::Aside(_) => Layer::Container,
            Self::Bag(_) => Layer::Bag,
            Self::Lacking(_)
            | Self::Unexpected(_)
            | Self::Label(_)
            | Self::Value { .. }
            | Self::OtherProgram(_)
            | Self::SealedLater(_) => Layer::Profile,
            Self::TooLarge(_)
            | Self::NotJson { .. }
            | Self::NotCanonical(_)
            | Self::Dossier(_)
            | Self::Book(_)
            | Self::Engine(_)
            | Self::Season(_)
            | Self::Pledge(_) => Layer::Schema,
            Self::FileAbsent { .. } | Self::FileUnnamed(_) => Layer::Files,
            Self::NotReady(_) => Layer::Readiness,
            Self::PledgeVoid(_) => Layer::Pledge,
            Self::Assessment(_) => Layer::Assessment,
            Self::SeasonUnknown { .. } | Self::BookUnknown { .. } | Self::BookForeign(_) => {
                Layer::Rules
            }
            Self::Crate(_) | Self::CrateDiffers { .. } => Layer::Crate,
            Self::Report { .. } | Self::ReportActive(_) => Layer::Report,
            Self::Target(_) | Self::TargetUnknown(_) => Layer::Target,
            Self::Paper(_) | Self::NoSubject => Layer::Paper,
        }
    }

    /// Stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Container(finding) => finding.fault.code(),
            Self::Folder(_) => "zip-folder",
            Self::Aside(_) => "zip-aside",
            Self::Bag(finding) => finding.fault.code(),
            Self::Lacking(_) => "profile-lacking",
            Self::Unexpected(_) => "profile-unexpected",
            Self::Label(_) => "profile-label",
            Self::Value { .. } => "profile-value",
            Self::OtherProgram(_) => "profile-other-program",
            Self::SealedLater(_) => "profile-sealed-later",
            Self::TooLarge(_) => "schema-too-large",
            Self::NotJson { .. } => "schema-not-json",
            Self::NotCanonical(_) => "schema-not-canonical",
            Self::Dossier(_) => "schema-dossier",
            Self::Book(_) => "schema-book",
            Self::Engine(_) => "schema-book-unresolved",
            Self::Season(_) => "schema-season",
            Self::Pledge(_) => "schema-pledge",
            Self::FileAbsent { .. } => "files-absent",
            Self::FileUnnamed(_) => "files-unnamed",
            Self::NotReady(obstacle) | Self::Target(obstacle) => obstacle.code(),
            Self::PledgeVoid(fault) => fault.code(),
            Self::Assessment(_) => "assessment-differs",
            Self::SeasonUnknown { .. } => "season-unknown",
            Self::BookUnknown { .. } => "book-unknown",
            Self::BookForeign(_) => "book-foreign",
            Self::Crate(fault) => fault.code(),
            Self::CrateDiffers { .. } => "crate-differs",
            Self::Report { .. } => "report-differs",
            Self::ReportActive(_) => "report-active",
            Self::TargetUnknown(_) => "target-unknown",
            Self::Paper(Mismatch::Code { .. }) => "paper-code-differs",
            Self::Paper(Mismatch::Digest) => "paper-digest-differs",
            Self::NoSubject => "paper-not-compared",
        }
    }
}
