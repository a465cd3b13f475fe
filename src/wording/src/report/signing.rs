//! Room for the employer and the department, and what the report was made from.

use rulebook::{Statement, StatementBy};

use super::Report;
use super::page::Page;
use crate::number;

pub(super) fn write(page: &mut Page, report: &Report<'_>) {
    employer(page, report);
    department(page, report);
}

fn employer(page: &mut Page, report: &Report<'_>) {
    let statements = report.book.statement.iter();
    let own: Vec<&Statement> = statements
        .filter(|statement| statement.by == StatementBy::Employer)
        .collect();
    page.section("单位审核推荐意见", |page| {
        page.table(
            ("table class=\"opinion\"", "审核意见"),
            &["内容", "是", "否", "依据"],
            |page| {
                for statement in own {
                    page.element("tr", |page| {
                        page.line("td", &statement.text);
                        page.line("td", "□");
                        page.line("td", "□");
                        page.element("td", |page| {
                            page.authority(statement.authority, &statement.locator);
                        });
                    });
                }
            },
        );
        page.line(
            "p",
            "单位内部公示：自　　　　年　　月　　日起，至　　　　年　　月　　日止，共　　个工作日；\
             结果：□ 无异议　□ 有异议（另附说明）",
        );
        page.line("p class=\"seal\"", "推荐意见和单位公章");
        page.element("div class=\"sign\"", |page| {
            page.line("p", "单位负责人签名：");
            page.line("p", "日期：");
        });
    });
}

fn department(page: &mut Page, report: &Report<'_>) {
    page.section("主管部门审核意见", |page| {
        page.line("p class=\"seal\"", "审核意见和公章");
        closing(page, report, "审核人签名：");
    });
}

/// Below a self-score sheet that is printed alone: room for the applicant to sign.
pub(super) fn alone(page: &mut Page, report: &Report<'_>) {
    closing(page, report, "申报人签名：");
}

/// Room to sign and the foot, on one page.
fn closing(page: &mut Page, report: &Report<'_>, who: &str) {
    page.element("div class=\"closing\"", |page| {
        page.element("div class=\"sign\"", |page| {
            page.line("p", who);
            page.line("p", "日期：");
        });
        foot(page, report);
    });
}

/// What the report was made from.
pub(super) fn foot(page: &mut Page, report: &Report<'_>) {
    let book = &report.assessment.book;
    page.element("div class=\"foot\"", |page| {
        page.element("p", |page| {
            page.text(&format!("规则书 {} {}，SHA-256 ", book.id, book.version));
            page.line("span class=\"hash\"", &book.digest);
        });
        page.element("p", |page| {
            page.text(&format!(
                "{} 年度，截止日 {}；打印日期 {}；核对码 ",
                report.assessment.season,
                number::date(report.assessment.cut_off),
                number::date(report.made_on)
            ));
            page.text(&report.code());
        });
        page.line(
            "p",
            "本材料由申报人用“职称自评”在自己的设备上生成，自评结论不是评审结果。",
        );
    });
}
