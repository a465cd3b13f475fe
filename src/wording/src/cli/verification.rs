//! What the native command says of a verification.

use std::fmt::Write as _;

use dossier::Answer;
use package::severity::Severity;
use package::verify::{Content, Verification};

use crate::explain::Explain;
use crate::finding::{Told, layer, verified};
use crate::plain::shown;
use crate::{Labels, Spot, answer_or_unknown, bytes, number};

/// A verification for a reader at a terminal: valid or not, whose package, every finding.
pub fn verification(verification: &Verification) -> String {
    let book = verification
        .content
        .as_ref()
        .map(|content| content.engine.book());
    let told = verification.findings.iter();
    let told: Vec<_> = told
        .map(|finding| (finding.layer(), verified(book, finding)))
        .collect();
    let mut out = headline(
        verification,
        &told.iter().map(|(_, told)| told).collect::<Vec<_>>(),
    );
    let _ = writeln!(
        out,
        "  共 {} 个文件，{}",
        verification.files,
        bytes(verification.bytes)
    );
    if let Some(content) = &verification.content {
        tell_content(&mut out, content);
    }
    let mut last = None;
    for (place, told) in &told {
        if last != Some(*place) {
            let _ = writeln!(out, "  {}：", layer(*place));
            last = Some(*place);
        }
        let _ = writeln!(out, "    {}", told.line());
    }
    out
}

/// Whether it is valid, and where the first difference lies.
fn headline(verification: &Verification, told: &[&Told]) -> String {
    let count = |severity| told.iter().filter(|told| told.severity == severity).count();
    let errors = count(Severity::Error);
    if errors == 0 {
        let rest = told.len();
        return if rest == 0 {
            "有效：没有发现问题。\n".to_owned()
        } else {
            format!("有效：没有错误，另有 {rest} 处说明或提醒。\n")
        };
    }
    let findings = verification.findings.iter();
    let mut wrong = findings.filter(|finding| finding.severity() == Severity::Error);
    let first = wrong.next().map_or("", |finding| layer(finding.layer()));
    format!("无效：有 {errors} 处错误，最先出在“{first}”。\n")
}

/// Whose package it is, for what, with what result.
fn tell_content(out: &mut String, content: &Content) {
    let book = content.engine.book();
    let labels = Labels::new(book);
    let name = content.dossier.answer(&book.roles.name);
    let name = name
        .and_then(Answer::text)
        .map_or_else(|| crate::UNKNOWN.to_owned(), shown);
    let spot = Spot::Question(&book.roles.level);
    let target = content.dossier.answer(&book.roles.level);
    let _ = writeln!(
        out,
        "  {name}，申报{}，{} 年度（截止日 {}）",
        answer_or_unknown(book, spot, target),
        content.season.year,
        number::date(content.season.cut_off)
    );
    let sealed = content.date.map_or_else(|| "不详".to_owned(), number::date);
    let _ = writeln!(
        out,
        "  核对码 {}；封装日期 {sealed}；规则书 {} {}",
        content.code, book.id, book.version
    );
    let explain = Explain::new(labels.book(), &content.assessment);
    for level in &content.assessment.levels {
        let _ = writeln!(out, "  {}", explain.level(level));
    }
}

#[cfg(test)]
mod tests {
    use package::verify::Finding;

    use super::*;

    fn said(findings: Vec<Finding>) -> String {
        verification(&Verification {
            findings,
            files: 12,
            bytes: 1536,
            report: None,
            content: None,
            same_program: true,
        })
    }

    #[test]
    fn a_valid_package_is_called_so() {
        assert_eq!(
            said(Vec::new()),
            "有效：没有发现问题。\n  共 12 个文件，1.5 KB\n"
        );
        let text = said(vec![Finding::Folder("甲".to_owned())]);
        assert!(text.starts_with("有效：没有错误，另有 1 处"), "{text}");
    }

    #[test]
    fn an_invalid_package_names_the_first_layer_and_every_finding() {
        let text = said(vec![
            Finding::Folder("甲".to_owned()),
            Finding::Lacking("data/pledge.json"),
            Finding::Unexpected("data/x".to_owned()),
        ]);
        assert!(
            text.starts_with("无效：有 2 处错误，最先出在“申报包的组成”。"),
            "{text}"
        );
        assert!(text.contains("  压缩包：\n    [说明]"), "{text}");
        assert!(text.contains("[错误] 文件“data/pledge.json”：申报包必有的文件不在。"));
        assert!(text.contains("（profile-unexpected）"));
    }
}
