//! What was decided: routes, gates, conditions.

use assess::{ClauseLine, LevelLine, RouteLine};

use super::Report;
use super::page::Page;
use crate::explain::ASSUMPTION;
use crate::term;

pub(super) fn write(page: &mut Page, report: &Report<'_>) {
    page.section("自评结论", |page| {
        let told = report.told_levels();
        for level in report.levels() {
            page.line("h3", &report.labels().level(&level.id));
            page.line("p", &report.explain().level(level));
            routes(page, report, level);
            if told.iter().any(|told| told.id == level.id) {
                clauses(page, report, level);
            }
        }
        page.line("p", &format!("最早年度：{ASSUMPTION}。"));
    });
}

fn routes(page: &mut Page, report: &Report<'_>, level: &LevelLine) {
    let columns = ["渠道", "结论", "门槛以外", "最早年度", "依据"];
    page.table(("table class=\"routes\"", "渠道"), &columns, |page| {
        for route in &level.routes {
            self::route(page, report, (level, route));
        }
    });
}

fn route(page: &mut Page, report: &Report<'_>, (level, route): (&LevelLine, &RouteLine)) {
    let labels = report.labels();
    page.element("tr", |page| {
        page.element("th scope=\"row\"", |page| {
            page.text(&labels.route(&level.id, &route.id));
            if level.recommended.as_ref() == Some(&route.id) {
                page.text("（建议）");
            }
        });
        page.element("td", |page| {
            page.verdict(route.conclusion.verdict);
            if route.conclusion.is_reference() {
                page.text("（参考结论）");
            }
        });
        page.element("td", |page| page.verdict(route.beside_gates.verdict));
        page.line("td", &report.explain().earliest_year(route));
        page.element("td", |page| {
            if let Some(def) = labels.route_def(&level.id, &route.id) {
                page.authority(def.authority, &def.locator);
            }
        });
    });
}

/// Gates, then the conditions of the chosen category, part by part.
fn clauses(page: &mut Page, report: &Report<'_>, level: &LevelLine) {
    let gates: Vec<&ClauseLine> = level.gates().collect();
    table(page, report, ("门槛（每条渠道都要满足）", level), &gates);
    for part in &report.book.part {
        let of_part = |clause: &&ClauseLine| {
            let def = report.labels().clause_def(&clause.id);
            def.is_some_and(|def| def.part.as_ref() == Some(&part.id))
        };
        let conditions: Vec<&ClauseLine> = level.conditions().filter(of_part).collect();
        table(page, report, (&part.label, level), &conditions);
    }
    let required: Vec<&ClauseLine> = level
        .clauses
        .iter()
        .filter(|clause| {
            let mut routes = level.routes.iter();
            routes.any(|route| route.requires.contains(&clause.id))
        })
        .collect();
    table(page, report, ("各渠道的要求", level), &required);
}

fn table(
    page: &mut Page,
    report: &Report<'_>,
    (caption, level): (&str, &LevelLine),
    clauses: &[&ClauseLine],
) {
    if clauses.is_empty() {
        return;
    }
    page.table(
        ("table class=\"clauses\"", caption),
        &["条款", "结论", "依据"],
        |page| {
            for clause in clauses {
                page.element("tr", |page| {
                    page.element("td", |page| {
                        page.text(&report.explain().clause_text(&level.id, &clause.id));
                    });
                    page.element("td", |page| {
                        page.verdict(clause.conclusion.verdict);
                        if clause.conclusion.is_reference() {
                            page.text("（参考结论）");
                        }
                    });
                    page.element("td", |page| match report.labels().clause_def(&clause.id) {
                        Some(def) => page.authority(def.authority, &def.locator),
                        None => page.text(term::clause_kind(clause.kind)),
                    });
                });
            }
        },
    );
}
