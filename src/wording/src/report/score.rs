//! The self-score sheet.

use assess::{RowLine, ScoreSheet};
use rulebook::Score;

use super::Report;
use super::page::Page;

pub(super) fn write(page: &mut Page, report: &Report<'_>) {
    let (Some(sheet), Some(score)) = (&report.assessment.score, &report.book.score) else {
        return;
    };
    page.element("div class=\"own-sheet\"", |page| {
        sheet_of(page, report, (sheet, score));
    });
}

fn sheet_of(page: &mut Page, report: &Report<'_>, (sheet, score): (&ScoreSheet, &Score)) {
    page.section("自评分表", |page| {
        page.line("p", &report.explain().total(sheet));
        page.element("p", |page| {
            page.text("规定分值的依据：");
            page.authority(score.authority, &score.locator);
        });
        for block in &sheet.blocks {
            let caption = format!(
                "{}：{}",
                report.labels().block(&block.id),
                report.explain().block(block)
            );
            page.table(
                ("table class=\"score\"", &caption),
                &["赋分项和凭什么", "得分", "依据"],
                |page| {
                    for row in sheet.rows.iter().filter(|row| row.block == block.id) {
                        self::row(page, report, row);
                    }
                },
            );
        }
        totals(page, report, sheet);
    });
}

fn row(page: &mut Page, report: &Report<'_>, row: &RowLine) {
    let def = report.labels().row_def(&row.id);
    let head = if row.records.is_empty() {
        "tr"
    } else {
        "tr class=\"earning\""
    };
    page.element(head, |page| {
        page.element("td", |page| {
            page.element("strong", |page| page.text(&report.labels().row(&row.id)));
            if let Some(def) = def {
                page.text("。");
                page.line("small", &def.text);
            }
        });
        page.line("td", &report.explain().row(row));
        page.element("td", |page| {
            if let Some(def) = def {
                page.authority(def.authority, &def.locator);
            }
        });
    });
    records(page, report, row);
}

/// What each record earned, and why not more: a row each, so that no row outgrows a page.
fn records(page: &mut Page, report: &Report<'_>, row: &RowLine) {
    for record in &row.records {
        page.element("tr class=\"earned\"", |page| {
            page.element("td colspan=\"3\"", |page| {
                page.text(&report.explain().record(&record.record));
                page.text("：");
                page.text(&report.explain().outcome(record));
            });
        });
    }
}

fn totals(page: &mut Page, report: &Report<'_>, sheet: &ScoreSheet) {
    page.table(("table", "合计"), &["大类", "得分"], |page| {
        for block in &sheet.blocks {
            page.element("tr", |page| {
                page.line("th scope=\"row\"", &report.labels().block(&block.id));
                page.line("td", &report.explain().block(block));
            });
        }
        page.element("tr", |page| {
            page.line("th scope=\"row\"", "总分");
            page.element("td", |page| {
                let total = crate::number::span(sheet.total);
                page.element("strong", |page| page.text(&format!("{total} 分")));
            });
        });
    });
}
