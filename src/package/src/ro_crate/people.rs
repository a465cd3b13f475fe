//! The applicant, the employer, the program, the act of assessing, the rights.

use {
    super::{id, link},
    crate::{layout, members::object, seal::PROGRAM, subject::Submission},
    chrono::NaiveDate,
    dossier::Answer,
    json::Json,
};

pub(super) const APPLICANT: &str = "#applicant";
pub(super) const RIGHTS: &str = "#rights";
pub(super) const ACTION: &str = "#self-check";
pub(super) const EMPLOYER: &str = "#employer";
const SOFTWARE: &str = "#software";

/// All of them. The identity number is not among what is told.
pub(super) fn entities(submission: &Submission<'_>, date: NaiveDate) -> Vec<Json> {
    let roles = &submission.engine.book().roles;
    let text = |question: &str| submission.dossier.answer(question).and_then(Answer::text);
    let employer = employer(submission);
    let mut applicant = vec![
        ("@id", Json::from(APPLICANT)),
        ("@type", Json::from("Person")),
        ("name", Json::from(text(&roles.name).unwrap_or_default())),
    ];
    if employer.is_some() {
        applicant.push(("affiliation", link(EMPLOYER)));
    }
    let mut entities = vec![object(applicant)];
    if let Some(employer) = employer {
        entities.push(object(vec![
            ("@id", Json::from(EMPLOYER)),
            ("@type", Json::from("Organization")),
            ("name", Json::from(employer)),
        ]));
    }
    entities.extend([software(), action(date), rights()]);
    entities
}

/// The employer's name, where it is given.
pub(super) fn employer<'a>(submission: &Submission<'a>) -> Option<&'a str> {
    let question = submission.engine.book().roles.employer.as_deref()?;
    let employer = submission.dossier.answer(question)?.text()?;
    (!employer.trim().is_empty()).then_some(employer)
}

fn software() -> Json {
    let (name, version) = PROGRAM.split_once(' ').unwrap_or((PROGRAM, ""));
    object(vec![
        ("@id", Json::from(SOFTWARE)),
        ("@type", Json::from("SoftwareApplication")),
        ("name", Json::from(name)),
        ("softwareVersion", Json::from(version)),
    ])
}

fn action(date: NaiveDate) -> Json {
    let links = |paths: &[&str]| Json::Array(paths.iter().map(|path| link(&id(path))).collect());
    object(vec![
        ("@id", Json::from(ACTION)),
        ("@type", Json::from("CreateAction")),
        ("name", Json::from("Self-check by the criteria")),
        ("agent", link(APPLICANT)),
        ("endTime", Json::from(date.to_string())),
        (
            "instrument",
            Json::Array(vec![link(SOFTWARE), link(&id(layout::RULEBOOK))]),
        ),
        ("object", links(&[layout::DOSSIER, layout::SEASON])),
        ("result", links(&[layout::ASSESSMENT, layout::REPORT])),
    ])
}

fn rights() -> Json {
    object(vec![
        ("@id", Json::from(RIGHTS)),
        ("@type", Json::from("CreativeWork")),
        (
            "name",
            Json::from("For the review of this application only"),
        ),
        (
            "description",
            Json::from(
                "Personal data of the applicant. It may be used for the review of this \
                 application and its display as the procedure prescribes; no licence is given \
                 for any other use.",
            ),
        ),
    ])
}
