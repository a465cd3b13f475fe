//! The results as a page to be printed: everybody with the reasons.

use screening::{Column, Refused, Same, Screened, Tally};

use super::results::{column, shown};
use super::summary;
use crate::report::{CLOSING, opening, piece};

/// The page as one HTML file; no script, nothing loaded.
pub fn page(
    lines: &[Screened],
    duplicates: &[Same<'_>],
    refused: &[Refused],
    tally: &Tally,
) -> String {
    let mut page = page_opening(duplicates, tally, !refused.is_empty());
    page.extend(refused.iter().map(page_refused));
    page.extend(lines.iter().map(page_candidate));
    page.push_str(CLOSING);
    page
}

/// The beginning of the page. Behind it stand, where there are some, the inputs from which nobody was read
/// ([`page_refused`]), then the candidates ([`page_candidate`]), then the end ([`CLOSING`]).
pub fn page_opening(duplicates: &[Same<'_>], tally: &Tally, any_refused: bool) -> String {
    opening("批量核对结果", |paper| {
        paper.paragraph(&summary::tally(tally));
        if !duplicates.is_empty() {
            paper.section("重复");
            paper.list(duplicates.iter().map(summary::duplicate));
        }
        if any_refused {
            paper.section("没有读的");
        }
    })
}

/// An input from which nobody was read, on the page.
pub fn page_refused(refused: &Refused) -> String {
    piece(|paper| paper.list(summary::refused(refused)))
}

/// A candidate on the page.
pub fn page_candidate(line: &Screened) -> String {
    piece(|paper| {
        let name = if line.name.is_empty() {
            line.input.as_str()
        } else {
            line.name.as_str()
        };
        paper.section(name);
        let columns = Column::ALL.into_iter().filter(|own| *own != Column::Name);
        let rows = columns.map(|own| (column(own), shown(own, line)));
        paper.card(rows.filter(|(_, value)| !value.is_empty()));
        let problems = line
            .problems
            .iter()
            .chain(line.package.iter().flat_map(|package| &package.findings));
        paper.list(problems.map(|told| crate::command::at(&told.place, &told.message)));
        paper.list(
            line.stand_ins
                .iter()
                .map(|entry| format!("{}（{}）", entry.label, authority(&entry.authority))),
        );
    })
}

fn authority(id: &str) -> &'static str {
    match id {
        "plan" => "方案原文",
        "national" => "国家规定",
        "reference" => "参考（他处规定）",
        _ => "示例，待主管部门确认",
    }
}
