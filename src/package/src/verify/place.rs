//! Where a finding lies.

use {
    super::Finding,
    crate::{bag, container, layout, readiness, ro_crate::CrateFault, seal::AGENT},
    std::fmt,
};

/// Where a finding lies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// The package as a whole.
    Package,
    /// A byte offset in the archive.
    Offset(u64),
    /// A file, by its path in the bag.
    File(String),
    /// A line of a file, from 1.
    Line(String, usize),
    /// A part of a JSON file.
    Value(&'static str, String),
    /// A place in the dossier.
    Dossier(readiness::Place),
}

impl Finding {
    /// Where it lies.
    pub fn place(&self) -> Place {
        match self {
            Self::Container(finding) => of_container(&finding.place),
            Self::Bag(finding) => of_bag(&finding.place),
            Self::Folder(name) | Self::Aside(name) | Self::Unexpected(name) => {
                Place::File(name.clone())
            }
            Self::FileUnnamed(path) => Place::File(path.clone()),
            Self::FileAbsent { holder, name } => Place::File(layout::evidence_path(holder, name)),
            Self::Lacking(file) | Self::TooLarge(file) | Self::NotCanonical(file) => file_of(file),
            Self::NotJson { file, error } => {
                let line = usize::try_from(error.line).unwrap_or_default();
                Place::Line((*file).to_owned(), line)
            }
            Self::Label(label) | Self::Value { label, .. } => {
                Place::Value("bag-info.txt", (*label).to_owned())
            }
            Self::OtherProgram(_) => Place::Value("bag-info.txt", AGENT.to_owned()),
            Self::SealedLater(_) => Place::Value("bag-info.txt", "Bagging-Date".to_owned()),
            Self::Dossier(error) => Place::Value(layout::DOSSIER, error.place.clone()),
            Self::Book(_) | Self::Engine(_) | Self::BookUnknown { .. } | Self::BookForeign(_) => {
                file_of(layout::RULEBOOK)
            }
            Self::Season(key) => Place::Value(layout::SEASON, (*key).to_owned()),
            Self::SeasonUnknown { .. } => file_of(layout::SEASON),
            Self::Pledge(error) => Place::Value(layout::PLEDGE, error.key.to_owned()),
            Self::PledgeVoid(_) => file_of(layout::PLEDGE),
            Self::NotReady(obstacle) | Self::Target(obstacle) => {
                Place::Dossier(obstacle.place.clone())
            }
            Self::Assessment(difference) => {
                Place::Value(layout::ASSESSMENT, difference.path.to_string())
            }
            Self::CrateDiffers { difference, .. } => {
                Place::Value(layout::CRATE, difference.path.to_string())
            }
            Self::Crate(fault) => of_crate(fault),
            Self::Report { line, .. } | Self::ReportActive(line) => {
                Place::Line(layout::REPORT.to_owned(), *line)
            }
            Self::TargetUnknown(_) | Self::Paper(_) | Self::NoSubject => Place::Package,
        }
    }
}

fn file_of(file: &str) -> Place {
    Place::File(file.to_owned())
}

fn of_container(place: &container::Place) -> Place {
    match place {
        container::Place::Archive => Place::Package,
        container::Place::Offset(offset) => Place::Offset(*offset),
        container::Place::Entry { name, .. } => Place::File(name.clone()),
    }
}

fn of_bag(place: &bag::Place) -> Place {
    match place {
        bag::Place::Bag => Place::Package,
        bag::Place::File(file) => Place::File(file.clone()),
        bag::Place::Line(file, line) => Place::Line(file.clone(), *line),
    }
}

fn of_crate(fault: &CrateFault) -> Place {
    match fault {
        CrateFault::NotDescribed(path) | CrateFault::Size(path) => Place::File(path.clone()),
        CrateFault::Graph
        | CrateFault::Repeated(_)
        | CrateFault::Descriptor
        | CrateFault::Root(_)
        | CrateFault::NotInPayload(_) => file_of(layout::CRATE),
    }
}

/// Nothing for the package as a whole.
impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Package => Ok(()),
            Self::Offset(offset) => write!(f, "byte {offset}"),
            Self::File(file) => f.write_str(file),
            Self::Line(file, line) => write!(f, "{file}, line {line}"),
            Self::Value(file, key) if key.is_empty() => f.write_str(file),
            Self::Value(file, key) => write!(f, "{file}, `{key}`"),
            Self::Dossier(place) => place.fmt(f),
        }
    }
}

impl fmt::Display for readiness::Place {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Answer(assess::Place::Question(id)) => write!(f, "question `{id}`"),
            Self::Answer(assess::Place::Field {
                list,
                record,
                field,
            }) => write!(f, "`{field}` of `{record}` in `{list}`"),
            Self::Answer(assess::Place::Record { list, record }) => {
                write!(f, "`{record}` in `{list}`")
            }
            Self::Answer(assess::Place::List(id)) => write!(f, "list `{id}`"),
            Self::Material(id) => write!(f, "material `{id}`"),
            Self::File { holder, name } => write!(f, "file `{name}` of `{holder}`"),
            Self::Whole => f.write_str("the dossier"),
            Self::Pledge => f.write_str("the pledge"),
        }
    }
}
