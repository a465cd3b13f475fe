//! Makes the package around the applicant's.

use {
    super::{APPLICATION, ENDORSEMENT, Endorsement, FORM, Finding, PROFILE, verify::faults},
    crate::{
        bag::{self, Draft},
        container::{Body, Item, Plan},
        digest::FileDigest,
        name::Unicode,
        seal::{PROGRAM, Sealed, one_line},
        severity::Severity,
        verify::Verification,
    },
    chrono::NaiveDate,
    rulebook::Calendars,
};

/// What goes into it.
#[derive(Debug, Clone, Copy)]
pub struct Contents<'a> {
    /// The employer's part.
    pub endorsement: &'a Endorsement,
    /// The same as a page.
    pub form: &'a [u8],
    /// The digest of the applicant's package; its bytes stay with the caller.
    pub application: FileDigest,
    /// What was found about the applicant's package.
    pub verification: &'a Verification,
    /// The working days.
    pub calendars: &'a Calendars,
    /// The day of sealing.
    pub date: NaiveDate,
    /// What Unicode says of letters.
    pub unicode: Unicode,
}

/// Makes it, as parts: bytes, and the applicant's package as file 0.
///
/// # Errors
/// Everything that stands against it.
pub fn seal(contents: &Contents<'_>) -> Result<Sealed, Vec<Finding>> {
    let mut findings = Vec::new();
    if !contents.verification.is_valid() {
        findings.push(Finding::Application);
    }
    let Some(content) = &contents.verification.content else {
        return Err(findings);
    };
    if !contents.endorsement.names(&contents.application) {
        findings.push(Finding::OtherApplication);
    }
    findings.extend(faults(
        contents.endorsement,
        content,
        (contents.calendars, contents.date),
    ));
    findings.retain(|finding| finding.severity() == Severity::Error);
    if !findings.is_empty() {
        return Err(findings);
    }
    let json = contents.endorsement.to_json().canonical().into_bytes();
    let payload = [
        (APPLICATION.to_owned(), contents.application),
        (ENDORSEMENT.to_owned(), FileDigest::of(&json)),
        (FORM.to_owned(), FileDigest::of(contents.form)),
    ];
    let info = [
        ("Bag-Software-Agent", PROGRAM.to_owned()),
        ("BagIt-Profile-Identifier", PROFILE.to_owned()),
        (
            "Source-Organization",
            one_line(&contents.endorsement.employer),
        ),
        ("External-Identifier", content.code.to_string()),
    ];
    let info: Vec<(String, String)> = info
        .map(|(label, value)| (label.to_owned(), value))
        .to_vec();
    let draft = Draft {
        payload: &payload,
        info: &info,
        date: &contents.date.to_string(),
        tags: &[],
    };
    // INVARIANT: the paths are ours and differ, and the values are on one line, so neither is refused.
    let tags = bag::write(&draft).map_err(|_| vec![Finding::Unreadable])?;
    let made = [
        (ENDORSEMENT.to_owned(), json),
        (FORM.to_owned(), contents.form.to_vec()),
    ];
    let made = tags.into_iter().chain(made).map(|(name, bytes)| Item {
        name,
        body: Body::Bytes(bytes),
    });
    let application = Item {
        name: APPLICATION.to_owned(),
        body: Body::File {
            index: 0,
            digest: contents.application,
        },
    };
    let items: Vec<Item> = made.chain([application]).collect();
    let plan = Plan::new(items, contents.unicode).map_err(|_| vec![Finding::Unreadable])?;
    let segments = plan.into_segments();
    Ok(Sealed {
        size: segments
            .iter()
            .map(crate::seal::length)
            .fold(0, u64::saturating_add),
        segments,
        code: content.code,
    })
}
