//! What is no official rule and yet decided.

use assess::{Entry, LevelLine};

use super::Report;
use super::page::Page;
use crate::explain::stand_in;

pub(super) fn write(page: &mut Page, report: &Report<'_>) {
    page.section("起决定作用的参考和示例条目", |page| {
        let levels = report.told_levels();
        let entries = entries(&levels);
        if entries.is_empty() {
            page.line(
                "p class=\"note good\"",
                "上面的结论没有一条靠参考或示例条目得出。",
            );
            return;
        }
        page.line(
            "p class=\"note\"",
            "下面的条目不是这个专业的正式规定。靠它们得出的结论只供参考，以主管部门公布的为准。",
        );
        page.element("ul", |page| {
            for entry in entries {
                page.line("li", &stand_in(report.labels(), entry));
            }
        });
    });
}

/// The stand-ins under the levels and their routes, each once.
fn entries<'a>(levels: &[&'a LevelLine]) -> Vec<&'a Entry> {
    let mut entries: Vec<&Entry> = Vec::new();
    for level in levels {
        let routes = level.routes.iter().map(|route| &route.conclusion);
        for conclusion in std::iter::once(&level.conclusion).chain(routes) {
            for entry in conclusion.stand_ins() {
                if !entries.contains(&entry) {
                    entries.push(entry);
                }
            }
        }
    }
    entries
}
