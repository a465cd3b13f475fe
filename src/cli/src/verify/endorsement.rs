//! What is said of a package with the employer's part around it.

use std::path::Path;

use json::{Json, Object};
use package::endorse::Endorsed;
use screening::{Severity, Told};
use wording::desk::{PARTS, endorsed as told};

use super::to_json;
use crate::exit::Exit;

/// Prints both parts, each with what was found about it.
pub(super) fn show(path: &Path, endorsed: &Endorsed, json: bool) -> Exit {
    let text = if json {
        format!("{}\n", as_json(path, endorsed).canonical())
    } else {
        as_text(path, endorsed)
    };
    let wrong = if endorsed.is_valid() {
        Exit::Fine
    } else {
        Exit::Wrong
    };
    crate::input::print(&text).and(wrong)
}

/// What was found about the employer's part.
pub(crate) fn found(endorsed: &Endorsed) -> Vec<Told> {
    let application = endorsed.application.as_ref();
    let content = application.and_then(|application| application.content.as_ref());
    let book = content.map(|content| content.engine.book());
    endorsed
        .findings
        .iter()
        .map(|finding| told(book, finding))
        .collect()
}

fn as_text(path: &Path, endorsed: &Endorsed) -> String {
    let [own, theirs] = PARTS;
    let mut lines = vec![path.to_string_lossy().into_owned(), format!("【{own}】")];
    for told in found(endorsed) {
        let message = wording::command::at(&told.place, &told.message);
        lines.push(format!(
            "  [{}] {message}（{}）",
            weight(told.severity),
            told.code
        ));
    }
    lines.push(format!("【{theirs}】"));
    if let Some(application) = &endorsed.application {
        lines.push(wording::cli::verification(application));
    }
    lines.join("\n") + "\n"
}

fn weight(severity: Severity) -> &'static str {
    wording::finding::weight(match severity {
        Severity::Notice => package::severity::Severity::Notice,
        Severity::Warning => package::severity::Severity::Warning,
        Severity::Error => package::severity::Severity::Error,
    })
}

fn as_json(path: &Path, endorsed: &Endorsed) -> Json {
    let mut object = Object::new();
    object.insert("format", Json::from("zhicheng-endorsed/1"));
    object.insert("input", Json::from(path.to_string_lossy().into_owned()));
    object.insert("valid", Json::from(endorsed.is_valid()));
    if let Some(endorsement) = &endorsed.endorsement {
        object.insert("endorsement", endorsement.to_json());
    }
    let findings = found(endorsed).into_iter().map(|told| {
        let mut finding = Object::new();
        finding.insert("code", Json::from(told.code));
        finding.insert(
            "severity",
            json::to_json(&told.severity).unwrap_or(Json::Null),
        );
        finding.insert("place", Json::from(told.place));
        finding.insert("message", Json::from(told.message));
        Json::Object(finding)
    });
    object.insert("findings", Json::Array(findings.collect()));
    if let Some(application) = &endorsed.application {
        object.insert("application", to_json(path, (application, None)));
    }
    Json::Object(object)
}
