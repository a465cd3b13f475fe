//! Findings in English, cause and remedy: for logs and programs. What people
//! read is worded elsewhere, with the details; here codes stand for them, so
//! that no table of words comes along.

use {
    super::{Difference, Finding},
    crate::severity::Severity,
    std::fmt::{self, Formatter},
};

/// `place: cause (code); remedy`.
impl fmt::Display for Finding {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        let place = self.place().to_string();
        if !place.is_empty() {
            f.write_str(&place)?;
            f.write_str(": ")?;
        }
        f.write_str(cause(self))?;
        f.write_str(" (")?;
        f.write_str(self.code())?;
        f.write_str(")")?;
        details(self, f)?;
        f.write_str("; ")?;
        f.write_str(remedy(self))
    }
}

fn cause(finding: &Finding) -> &'static str {
    match finding {
        Finding::Container(finding) if finding.fault.severity() < Severity::Error => {
            "zipped anew by another tool"
        }
        Finding::Container(_) => "the zip is damaged or not safe",
        Finding::Folder(_) => "the package lies in a folder",
        Finding::Aside(_) => "lies beside the package",
        Finding::Bag(finding) if finding.fault.severity() < Severity::Error => {
            "against a recommendation for bags"
        }
        Finding::Bag(_) => "the bag is not complete or not unchanged",
        Finding::Lacking(_) => "is not there",
        Finding::Unexpected(_) => "does not belong to a package",
        Finding::Label(_) => "does not stand there once, as it should",
        Finding::Value { .. } => "says something else than the dossier",
        Finding::SealedLater(_) => "sealed after today",
        Finding::TooLarge(_) => "is too large to be looked into",
        Finding::NotJson { .. } => "is not JSON",
        Finding::NotCanonical(_) => "is not spelled as it must be",
        Finding::Dossier(_) => "the dossier cannot be read",
        Finding::Book(_) => "the book cannot be read",
        Finding::Engine(_) => "the book cannot be applied",
        Finding::Season(_) => "the season cannot be read",
        Finding::Pledge(_) => "the pledge cannot be read",
        Finding::FileAbsent { .. } => "is named in the dossier and not there",
        Finding::FileUnnamed(_) => "is there and not named in the dossier",
        Finding::NotReady(_) => "keeps the dossier from being sealed",
        Finding::PledgeVoid(_) => "the pledge does not hold",
        Finding::Assessment(_) => "is not what the book makes of the dossier",
        Finding::SeasonUnknown { .. } => "the season is not as known here",
        Finding::BookUnknown { .. } => "the packed book is not one known here",
        Finding::BookForeign(_) => "the packed book is not known here, so nothing is judged by it",
        Finding::Crate(_) => "the RO-Crate metadata is not of this payload",
        Finding::CrateDiffers { .. } => "is not what this version writes for this payload",
        Finding::Report { .. } => "is not what this version prints",
        Finding::ReportActive(_) => "is more than a page to be read",
        Finding::OtherProgram(_) => "another program or version made the package",
        Finding::Target(_) => "may be a reason to return the application",
        Finding::TargetUnknown(_) => "the book has no target profile of this name",
        Finding::Paper(_) => "the paper is of something else",
        Finding::NoSubject => "the package cannot be compared with the paper",
    }
}

fn details(finding: &Finding, f: &mut Formatter) -> fmt::Result {
    let mut told = |says: &str, should: &str| {
        f.write_str(": ")?;
        f.write_str(says)?;
        f.write_str(" instead of ")?;
        f.write_str(should)
    };
    match finding {
        Finding::Assessment(difference) | Finding::CrateDiffers { difference, .. } => {
            let nothing = "nothing";
            let Difference {
                packed, reckoned, ..
            } = difference;
            let (packed, reckoned) = (packed.as_deref(), reckoned.as_deref());
            told(packed.unwrap_or(nothing), reckoned.unwrap_or(nothing))
        }
        Finding::SeasonUnknown {
            packed,
            known: Some(known),
        } => told(&packed.to_string(), &known.to_string()),
        _ => Ok(()),
    }
}

fn remedy(finding: &Finding) -> &'static str {
    const AGAIN: &str = "ask the applicant for the package as the program made it";
    const SEAL: &str = "let the applicant seal it again in the program";
    match finding {
        Finding::Container(finding) if finding.fault.severity() < Severity::Error => {
            "another tool has zipped the package anew; its content is checked all the same"
        }
        Finding::Folder(_) | Finding::Aside(_) | Finding::OtherProgram(_) => {
            "nothing needs to be done"
        }
        Finding::SealedLater(_) => "check the date of this computer and of the applicant's",
        Finding::SeasonUnknown { .. } => "compare the cut-off day with this year's notice",
        Finding::BookUnknown { .. } => "compare it with the book that is in force",
        Finding::BookForeign(_) => "use the command `zhicheng verify`, which reads any book",
        Finding::ReportActive(_) => "do not open it; print the form anew from the data",
        Finding::Target(_) => "look at it before handing in",
        Finding::TargetUnknown(_) => "choose a profile of the packed book",
        Finding::Paper(_) | Finding::NoSubject => {
            "ask for the package that the paper was printed from"
        }
        Finding::Report { .. } => "rely on the data and print it anew, or compare the two",
        Finding::NotReady(_) | Finding::PledgeVoid(_) | Finding::Assessment(_) => SEAL,
        _ => AGAIN,
    }
}
