//! What the native command says of a return check.

use std::fmt::Write as _;

use dossier::Dossier;
use package::readiness::Obstacle;
use package::severity::Severity;
use rulebook::Book;

use crate::finding::{obstacle, weight};
use crate::ui::seal::obstacle_place;

/// The book has no target profile of the id that was given.
pub const NO_TARGET: &str = "规则书里没有这个上传系统；请看 targets.toml 里的编号。";

/// A return check for a reader at a terminal: errors, warnings, and what only a person can see.
pub fn precheck(book: &Book, dossier: &Dossier, obstacles: &[Obstacle]) -> String {
    let count = |severity| {
        let found = obstacles.iter();
        found.filter(|found| found.severity() == severity).count()
    };
    let mut out = match (count(Severity::Error), count(Severity::Warning)) {
        (0, 0) => "可以封装，没有发现可能被退回的地方。\n".to_owned(),
        (0, warnings) => format!("可以封装；有 {warnings} 处可能被退回。\n"),
        (errors, 0) => format!("还不能封装：有 {errors} 处要补。\n"),
        (errors, warnings) => {
            format!("还不能封装：有 {errors} 处要补，另有 {warnings} 处可能被退回。\n")
        }
    };
    for severity in [Severity::Error, Severity::Warning, Severity::Notice] {
        let found = obstacles.iter();
        for found in found.filter(|found| found.severity() == severity) {
            let told = obstacle(book, found);
            let _ = writeln!(
                out,
                "  [{}] {}：{}（{}）",
                weight(severity),
                obstacle_place(book, dossier, found),
                told.message.whole(),
                told.code
            );
        }
    }
    out
}
