//! Findings in English, cause and remedy: for logs and programs. What people
//! read is worded elsewhere.

use {
    super::Finding,
    std::fmt::{self, Formatter},
};

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        cause(self, f)?;
        f.write_str("; ")?;
        f.write_str(remedy(self))
    }
}

fn cause(finding: &Finding, f: &mut Formatter) -> fmt::Result {
    match finding {
        Finding::Container(finding) => write!(f, "the zip: {:?}", finding.fault),
        Finding::Folder(name) => write!(f, "the package lies in the folder `{name}`"),
        Finding::Aside(name) => write!(f, "`{name}` lies beside the package"),
        Finding::Bag(finding) => write!(f, "the bag: {:?}", finding.fault),
        Finding::Lacking(file) => write!(f, "`{file}` is not there"),
        Finding::Unexpected(file) => write!(f, "`{file}` does not belong to a package"),
        Finding::Label(label) => write!(f, "`{label}` does not stand exactly once, or not well"),
        Finding::Value { label, expected } => write!(f, "`{label}` is not `{expected}`"),
        Finding::SealedLater(date) => write!(f, "sealed on {date}, after today"),
        Finding::TooLarge(file) => write!(f, "`{file}` is too large to be looked into"),
        Finding::Unsteady(file) => write!(f, "`{file}` changed while it was read"),
        Finding::NotJson { file, error } => write!(f, "`{file}` is not JSON: {error}"),
        Finding::NotCanonical(file) => write!(f, "`{file}` is not spelled as it must be"),
        Finding::Dossier(error) => write!(f, "the dossier cannot be read: {error}"),
        Finding::Book(errors) => write!(f, "the book cannot be read: {errors}"),
        Finding::Engine(error) => write!(f, "the book cannot be applied: {error}"),
        Finding::Season("") => f.write_str("the season cannot be read"),
        Finding::Season(key) => write!(f, "the season cannot be read: `{key}` is wrong"),
        Finding::Pledge(error) => write!(f, "the pledge cannot be read: {error}"),
        Finding::FileAbsent { holder, name } => {
            write!(f, "the file `{name}` of `{holder}` is not there")
        }
        Finding::FileUnnamed(path) => write!(f, "the dossier does not name `{path}`"),
        Finding::NotReady(obstacle) => write!(
            f,
            "{} keeps the dossier from being sealed: {:?}",
            obstacle.place, obstacle.kind
        ),
        Finding::PledgeVoid(fault) => write!(f, "the pledge does not hold: {fault:?}"),
        Finding::Assessment {
            path,
            packed,
            reckoned,
        } => {
            let nothing = "nothing";
            let (packed, reckoned) = (packed.as_deref(), reckoned.as_deref());
            write!(
                f,
                "the assessment differs at `{path}`: the package says {}, the book makes it {}",
                packed.unwrap_or(nothing),
                reckoned.unwrap_or(nothing)
            )
        }
        Finding::SeasonUnknown { packed, known } => match known {
            Some(known) => write!(f, "the season is not as known: {packed}, known {known}"),
            None => write!(f, "the season with the cut-off day {packed} is not known"),
        },
        Finding::BookUnknown { id, digest } => {
            write!(f, "the packed book `{id}` ({digest}) is not one known here")
        }
        Finding::Crate(fault) => write!(f, "the RO-Crate metadata: {fault:?}"),
        Finding::Report => f.write_str("the printable form is not what this version prints"),
    }
}

fn remedy(finding: &Finding) -> &'static str {
    const AGAIN: &str = "ask the applicant for the package as the program made it";
    const SEAL: &str = "let the applicant seal it again in the program";
    match finding {
        Finding::Container(finding)
            if finding.fault.severity() < crate::severity::Severity::Error =>
        {
            "another tool has zipped the package anew; its content is checked all the same"
        }
        Finding::Folder(_) | Finding::Aside(_) => "nothing needs to be done",
        Finding::SealedLater(_) => "check the date of this computer and of the applicant's",
        Finding::SeasonUnknown { .. } => "compare the cut-off day with this year's notice",
        Finding::BookUnknown { .. } => "compare it with the book that is in force",
        Finding::Report => "rely on the data and print it anew, or compare the two",
        Finding::NotReady(_) | Finding::PledgeVoid(_) | Finding::Assessment { .. } => SEAL,
        _ => AGAIN,
    }
}
