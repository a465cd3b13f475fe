//! What stands in `bag-info.txt`. Nothing of it is secret: no identity number.

use {
    crate::{
        layout,
        subject::{ShortCode, Submission},
    },
    dossier::Answer,
};

/// The program that made the package.
pub(crate) const AGENT: &str = "Bag-Software-Agent";
/// The short code of what was pledged.
pub(crate) const CODE: &str = "External-Identifier";
/// The profile that the package follows.
const PROFILE: &str = "BagIt-Profile-Identifier";
/// The applicant.
pub(crate) const NAME: &str = "Contact-Name";
/// The employer.
pub(crate) const EMPLOYER: &str = "Source-Organization";

/// This program and its version.
pub(crate) const PROGRAM: &str = concat!("zhicheng ", env!("CARGO_PKG_VERSION"));

/// Labels and values, in order.
pub(super) fn elements(submission: &Submission<'_>, code: ShortCode) -> Vec<(String, String)> {
    let mut elements = vec![(AGENT.to_owned(), PROGRAM.to_owned())];
    elements.extend(
        wanted(submission, code)
            .into_iter()
            .map(|(label, value)| (label.to_owned(), value)),
    );
    elements
}

/// What a package of this submission must have, besides the program.
pub(crate) fn wanted(submission: &Submission<'_>, code: ShortCode) -> Vec<(&'static str, String)> {
    let book = submission.engine.book();
    let text = |question: &str| {
        let answer = submission.dossier.answer(question);
        answer.and_then(Answer::text).map(one_line)
    };
    let mut elements = vec![(PROFILE, layout::PROFILE.to_owned())];
    let employer = book.roles.employer.as_deref().and_then(text);
    if let Some(employer) = employer.filter(|employer| !employer.is_empty()) {
        elements.push((EMPLOYER, employer));
    }
    let name = text(&book.roles.name).filter(|name| !name.is_empty());
    if let Some(name) = name {
        elements.push((NAME, name));
    }
    elements.push((CODE, code.to_string()));
    elements.push(("External-Description", one_line(&book.title)));
    elements
}

/// A text on one line, with nothing at its ends.
pub(crate) fn one_line(text: &str) -> String {
    let plain: String = text
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    plain.trim().to_owned()
}
