//! Why, unfolded: each gate, condition and requirement of the level applied for.

use super::Report;
use super::page::Page;
use crate::explain::{Reason, in_order};
use assess::{ClauseLine, LevelLine};

pub(super) fn write(page: &mut Page, report: &Report<'_>) {
    page.section("逐条说明", |page| {
        for level in report.told_levels() {
            page.line("h3", &report.labels().level(&level.id));
            for clause in in_order(level) {
                self::clause(page, report, (level, clause));
            }
        }
    });
}

fn clause(page: &mut Page, report: &Report<'_>, (level, clause): (&LevelLine, &ClauseLine)) {
    let reason = report.explain().clause(level, clause);
    page.element("h4", |page| {
        page.text(&reason.text);
        page.text(" ");
        page.verdict(reason.verdict);
    });
    inside(page, &reason);
}

/// What stands behind a reason, as a list.
fn inside(page: &mut Page, reason: &Reason) {
    if reason.details.is_empty() && reason.parts.is_empty() {
        return;
    }
    page.element("ul class=\"reasons\"", |page| {
        for detail in &reason.details {
            page.line("li", &detail.text);
        }
        for part in &reason.parts {
            page.element("li", |page| {
                page.text(&part.text);
                page.text(" ");
                page.verdict(part.verdict);
                inside(page, part);
            });
        }
    });
}
