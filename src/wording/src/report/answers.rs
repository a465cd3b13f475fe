//! The application form: every answer, screen by screen.

use rulebook::Question;

use super::Report;
use super::page::Page;
use crate::{Labels, Spot, answer, answer_or_unknown};

pub(super) fn write(page: &mut Page, report: &Report<'_>) {
    page.section("申报表", |page| {
        for screen in &report.book.screen {
            let asked = Labels::new(report.book).questions_of(&screen.id);
            if asked.is_empty() {
                continue;
            }
            page.line("h3", &screen.title);
            page.element("table class=\"pairs\"", |page| {
                page.element("tbody", |page| {
                    for question in asked {
                        row(page, report, question);
                    }
                });
            });
        }
        kept(page, report);
    });
}

fn row(page: &mut Page, report: &Report<'_>, question: &Question) {
    page.pair(&question.label, |page| {
        let found = report.dossier.answer(&question.id);
        let spot = Spot::Question(&question.id);
        page.typed(&answer_or_unknown(report.book, spot, found));
    });
}

/// Answers that this book does not ask for: kept, and decisive for nothing.
fn kept(page: &mut Page, report: &Report<'_>) {
    let asked = |id: &String| report.labels().question_def(id).is_some();
    let profile = report.dossier.profile.iter();
    let kept: Vec<_> = profile.filter(|(id, _)| !asked(id)).collect();
    if kept.is_empty() {
        return;
    }
    page.line("h3", "这一版规则不问的内容（留着，不影响结论）");
    page.element("table class=\"pairs\"", |page| {
        page.element("tbody", |page| {
            for (id, found) in kept {
                page.element("tr", |page| {
                    page.element("th scope=\"row\"", |page| page.own(id));
                    page.element("td", |page| {
                        let spot = Spot::Question(id);
                        page.typed(&answer(report.book, spot, found));
                    });
                });
            }
        });
    });
}
