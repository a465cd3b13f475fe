//! The papers of the application, and the files with their digests.

use dossier::Evidence;
use rulebook::{Material, Provider};

use super::page::Page;
use super::records::evidence;
use super::{Attached, Report};
use crate::{number, term};

/// Every paper that the target level asks for, and what stands for it.
pub(super) fn materials(page: &mut Page, report: &Report<'_>) {
    let target = report.answer_text(&report.book.roles.level);
    let asked = |material: &&Material| {
        material.level.is_empty()
            || target.is_none_or(|level| material.level.iter().any(|id| id == level))
    };
    let asked: Vec<&Material> = report.book.material.iter().filter(asked).collect();
    page.section("申报材料目录", |page| {
        page.table(
            ("table class=\"materials\"", "材料"),
            &["材料", "由谁提供", "附了什么", "依据"],
            |page| {
                for material in asked {
                    page.element("tr", |page| {
                        page.line("th scope=\"row\"", &material.label);
                        page.line("td", term::provider(material.by));
                        page.element("td", |page| attached(page, report, material));
                        page.element("td", |page| {
                            page.authority(material.authority, &material.locator);
                        });
                    });
                }
            },
        );
    });
}

fn attached(page: &mut Page, report: &Report<'_>, material: &Material) {
    match (material.by, &material.list) {
        (Provider::Product, _) => page.text("本材料中"),
        (Provider::Employer, _) => page.text("由单位补充"),
        (Provider::Applicant, Some(list)) => {
            let records = report.dossier.records(list);
            let proven = records.iter().filter(|record| !record.evidence.is_empty());
            page.text(&format!(
                "附在“{}”的记录上：{} 条中 {} 条有证明",
                report.labels().list(list),
                records.len(),
                proven.count()
            ));
        }
        (Provider::Applicant, None) => {
            let none: &[Evidence] = &[];
            let found = report.dossier.materials.get(&material.id);
            evidence(page, found.map_or(none, Vec::as_slice));
        }
    }
}

/// Every file in the package with its digest.
pub(super) fn write(page: &mut Page, report: &Report<'_>) {
    page.section("附件清单", |page| {
        if report.files.is_empty() {
            page.line("p", "没有附件。");
            return;
        }
        let total = report.files.iter().map(|file| file.size);
        let total = total.fold(0_u64, u64::saturating_add);
        page.line(
            "p",
            &format!(
                "共 {} 个文件，{}。",
                report.files.len(),
                number::bytes(total)
            ),
        );
        page.table(
            ("table class=\"files\"", "附件"),
            &["证明什么", "文件", "大小", "校验值（SHA-256）"],
            |page| {
                for file in in_order(report.files) {
                    row(page, report, file);
                }
            },
        );
    });
}

/// By what they prove, then by name: whoever puts the list together.
fn in_order<'a>(files: &'a [Attached<'a>]) -> Vec<&'a Attached<'a>> {
    let key = |file: &Attached<'a>| (file.holder, file.name);
    let mut sorted: Vec<&Attached<'_>> = Vec::new();
    for file in files {
        let place = sorted.partition_point(|other| key(other) <= key(file));
        sorted.insert(place, file);
    }
    sorted
}

fn row(page: &mut Page, report: &Report<'_>, file: &Attached<'_>) {
    page.element("tr", |page| {
        page.element("td", |page| {
            if report.dossier.record(file.holder).is_some() {
                page.text(&report.explain().record(file.holder));
                page.text(&format!("（{}）", crate::plain::shown(file.holder)));
            } else {
                page.text(&report.labels().material(file.holder));
            }
        });
        page.element("td", |page| page.own(file.name));
        page.line("td", &number::bytes(file.size));
        page.line("td class=\"hash\"", file.sha256);
    });
}
