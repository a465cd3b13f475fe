//! The first page: who, for what, with what result.

use package::qr::Qr;

use super::Report;
use super::page::Page;
use crate::{number, problem};

pub(super) fn write(page: &mut Page, report: &Report<'_>, qr: Option<&Qr>) {
    page.element("header", |page| {
        page.line("h1", "职称自评申报材料");
        page.line("p class=\"subtitle\"", &report.book.title);
        page.element("p class=\"code\"", |page| {
            page.text("核对码 ");
            page.text(&report.code());
        });
        code(page, qr);
    });
    page.element("table class=\"pairs\"", |page| {
        page.element("tbody", |page| who(page, report));
    });
    result(page, report);
    page.line("p class=\"note\"", &report.book.about);
    notices(page, report);
}

/// Who and for what, above a part that is printed alone.
pub(super) fn who_alone(page: &mut Page, report: &Report<'_>) {
    page.line("h1", "职称自评申报材料");
    page.line("p class=\"subtitle\"", &report.book.title);
    page.element("table class=\"pairs\"", |page| {
        page.element("tbody", |page| who(page, report));
    });
}

/// The code for a camera, with the whole digest in it.
fn code(page: &mut Page, qr: Option<&Qr>) {
    if let Some(qr) = qr {
        page.element("div class=\"qr\"", |page| page.qr(qr));
        page.line(
            "p class=\"qr-text\"",
            "二维码里是核对码和内容的校验值（SHA-256），没有个人信息；凭它核对这份打印件和申报包是不是同一份。",
        );
    }
}

fn who(page: &mut Page, report: &Report<'_>) {
    let labels = report.labels();
    let roles = &report.book.roles;
    let typed = [Some(&roles.name), roles.employer.as_ref()];
    for question in typed.into_iter().flatten() {
        page.pair(&labels.question(question), |page| {
            own_or_unknown(page, report.answer_text(question));
        });
    }
    let chosen = [Some(&roles.level), roles.category.as_ref()];
    for question in chosen.into_iter().flatten() {
        page.pair(&labels.question(question), |page| {
            let answer = report.dossier.answer(question);
            let spot = crate::Spot::Question(question);
            page.text(&crate::answer_or_unknown(report.book, spot, answer));
        });
    }
    page.pair("年度", |page| {
        page.text(&format!(
            "{} 年度，截止日 {}",
            report.assessment.season,
            number::date(report.assessment.cut_off)
        ));
    });
    page.pair("打印日期", |page| {
        page.text(&number::date(report.made_on));
    });
}

fn own_or_unknown(page: &mut Page, text: Option<&str>) {
    match text {
        Some(text) => page.own(text),
        None => page.text(crate::UNKNOWN),
    }
}

/// The level applied for, in a sentence.
fn result(page: &mut Page, report: &Report<'_>) {
    let explain = report.explain();
    for level in report.told_levels() {
        page.element("p", |page| {
            page.element("strong", |page| {
                page.text("自评结论——");
                page.text(&explain.level(level));
            });
        });
        page.line("p", &explain.conclusion(&level.conclusion));
    }
}

/// What to know, and what is wrong in the answers.
fn notices(page: &mut Page, report: &Report<'_>) {
    let problems = &report.assessment.problems;
    let notices = &report.assessment.notices;
    if problems.is_empty() && notices.is_empty() {
        return;
    }
    page.line("h3", "提示");
    page.element("ul", |page| {
        for notice in notices {
            page.line("li", &notice.text);
        }
        for found in problems {
            page.element("li", |page| {
                page.text(&crate::place(report.book, &found.place));
                page.text("：");
                page.text(&problem(report.book, found).whole());
            });
        }
    });
}
