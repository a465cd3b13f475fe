//! The pledge: what was confirmed, by whom, when, for what.

use dossier::{Pledge, Stroke};
use rulebook::{Statement, StatementBy};

use super::Report;
use super::page::Page;
use crate::number;

pub(super) fn write(page: &mut Page, report: &Report<'_>) {
    page.element("div class=\"own-sheet\"", |page| {
        page.section("诚信承诺书", |page| {
            if let Some(pledge) = report.pledge {
                given(page, report, pledge);
            } else {
                open(page, report);
            }
        });
    });
}

fn given(page: &mut Page, report: &Report<'_>, pledge: &Pledge) {
    page.line("p", "本人逐条确认：");
    page.element("ol class=\"statements\"", |page| {
        for statement in statements(report) {
            let confirmed = pledge.statements.contains(&statement.id);
            self::statement(
                page,
                statement,
                if confirmed {
                    "已确认"
                } else {
                    "没有确认"
                },
            );
        }
    });
    page.element("table class=\"pairs\"", |page| {
        page.element("tbody", |page| {
            page.pair("承诺人", |page| page.own(&pledge.name));
            page.pair("承诺日期", |page| page.text(&number::date(pledge.date)));
            page.pair("核对码", |page| page.text(&report.code()));
            page.pair("承诺内容的校验值（SHA-256）", |page| {
                page.line("span class=\"hash\"", &pledge.subject);
            });
        });
    });
    page.line(
        "p",
        "承诺只对上面这一份内容有效；答案、附件、规则书或年度有任何改动，承诺即告失效，要重新承诺。",
    );
    if pledge.signature.is_empty() {
        return by_hand(page);
    }
    let paths: Vec<String> = pledge.signature.iter().map(Stroke::path).collect();
    page.line("p", "申报人签名：");
    page.drawing(Stroke::WIDTH, Stroke::HEIGHT, &paths);
}

/// No pledge yet: the statements, and room to sign.
fn open(page: &mut Page, report: &Report<'_>) {
    page.line("p class=\"note\"", "还没有承诺。下面是承诺的内容。");
    page.element("ol class=\"statements\"", |page| {
        for statement in statements(report) {
            self::statement(page, statement, "未确认");
        }
    });
    by_hand(page);
}

/// Room to sign by hand.
fn by_hand(page: &mut Page) {
    page.element("div class=\"sign\"", |page| {
        page.line("p", "申报人签名：");
        page.line("p", "日期：");
    });
}

fn statements<'a>(report: &Report<'a>) -> impl Iterator<Item = &'a Statement> {
    let statements = report.book.statement.iter();
    statements.filter(|statement| statement.by == StatementBy::Applicant)
}

fn statement(page: &mut Page, statement: &Statement, state: &str) {
    page.element("li", |page| {
        page.text(&statement.text);
        page.text("（");
        page.text(state);
        page.text("）");
        page.authority(statement.authority, &statement.locator);
    });
}
