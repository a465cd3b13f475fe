//! What the native command says of an assessment, a verification and a bag.

mod advice;
mod bag;
mod precheck;
mod seal;
mod secret;
mod verification;

pub use advice::advice;
pub use bag::bag;
pub use precheck::{NO_TARGET, precheck};
pub use seal::{
    FILE_CHANGED, ONE_DOSSIER, PLEDGE_TWICE, in_two_folders, pledge_lacks, seal_broken,
    seal_refused, sealed, unknown_statement,
};
pub use secret::{
    NO_KEY, NO_RECIPIENT, ONE_KEY_FILE, ONE_OUTPUT, SecretFault, key_made, opened, sealed_to,
};
pub use verification::verification;

use std::fmt::Write as _;

use assess::{Assessment, LevelLine, Verdict};
use dossier::Dossier;
use rulebook::Book;

use crate::explain::{ASSUMPTION, Explain, Reason, in_order, stand_in};
use crate::{number, place, problem, term};

/// `report` prints one.
pub const ONE_REPORT: &str = "一次只写一份。";
/// The content of a package cannot be read so far that it could be printed.
pub const NO_CONTENT: &str = "申报包的内容读不出来，没法打印；请先用 zhicheng verify 看错在哪里。";

/// `verify --code` compares one package with one paper.
pub const ONE_PACKAGE: &str = "--code 只能和一份申报包一起用。";

/// An assessment for a reader at a terminal; with `explain`, every clause unfolded.
pub fn assessment(book: &Book, assessment: &Assessment, explain: bool) -> String {
    tell(Explain::new(book, assessment), assessment, explain)
}

/// As [`assessment`], naming records by what was entered.
pub fn assessment_of(
    (book, dossier): (&Book, &Dossier),
    assessment: &Assessment,
    explain: bool,
) -> String {
    tell(
        Explain::new(book, assessment).with(dossier),
        assessment,
        explain,
    )
}

fn tell(explain: Explain<'_>, assessment: &Assessment, unfold: bool) -> String {
    let book = explain.labels().book();
    let mut out = format!(
        "{}\n{} 年度，截止日 {}；规则书 {} {}\n",
        book.title,
        assessment.season,
        number::date(assessment.cut_off),
        assessment.book.id,
        assessment.book.version
    );
    for level in &assessment.levels {
        tell_level(&mut out, explain, level, unfold);
    }
    tell_score(&mut out, explain, assessment);
    tell_rest(&mut out, explain, assessment);
    out
}

fn tell_level(out: &mut String, explain: Explain<'_>, level: &LevelLine, unfold: bool) {
    let _ = writeln!(out, "\n{}", explain.level(level));
    for route in &level.routes {
        let reason = explain.route(level, route);
        let _ = writeln!(out, "  {}", reason.text);
        let _ = writeln!(out, "    最早年度：{}", explain.earliest_year(route));
        let missing = explain.missing(level, route);
        if route.conclusion.verdict == Verdict::Open && !missing.is_empty() {
            let book = explain.labels().book();
            let places: Vec<String> = missing.iter().map(|missing| place(book, missing)).collect();
            let _ = writeln!(out, "    还缺：{}", places.join("、"));
        }
    }
    let _ = writeln!(out, "  （最早年度：{ASSUMPTION}。）");
    if unfold {
        for clause in in_order(level) {
            tell_reason(out, &explain.clause(level, clause));
        }
    }
    let stand_ins: Vec<_> = level.conclusion.stand_ins().collect();
    if !stand_ins.is_empty() {
        out.push_str("  起决定作用的参考和示例条目：\n");
        for entry in stand_ins {
            let _ = writeln!(out, "    {}", stand_in(explain.labels(), entry));
        }
    }
}

fn tell_reason(out: &mut String, reason: &Reason) {
    for line in reason.lines() {
        let indent = "  ".repeat(line.depth + 1);
        let mark = line.verdict.map_or("·", mark);
        let _ = writeln!(out, "{indent}{mark} {}", line.text);
    }
}

/// A verdict as one bracketed word, so that lines can be searched for it.
fn mark(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Met => "[满足]",
        Verdict::NotMet => "[不满足]",
        Verdict::Open => "[待定]",
    }
}

fn tell_score(out: &mut String, explain: Explain<'_>, assessment: &Assessment) {
    let Some(sheet) = &assessment.score else {
        return;
    };
    let _ = writeln!(out, "\n{}", explain.total(sheet));
    for block in &sheet.blocks {
        let name = explain.labels().block(&block.id);
        let _ = writeln!(out, "  {name}：{}", explain.block(block));
        for row in sheet.rows.iter().filter(|row| row.block == block.id) {
            let name = explain.labels().row(&row.id);
            let _ = writeln!(out, "    {name}：{}", explain.row(row));
            for record in &row.records {
                let name = explain.record(&record.record);
                let _ = writeln!(out, "      {name}：{}", explain.outcome(record));
            }
        }
    }
}

fn tell_rest(out: &mut String, explain: Explain<'_>, assessment: &Assessment) {
    let book = explain.labels().book();
    if !assessment.notices.is_empty() {
        out.push_str("\n提示\n");
    }
    for notice in &assessment.notices {
        let _ = writeln!(out, "  {}", notice.text);
    }
    if !assessment.problems.is_empty() {
        out.push_str("\n答案中的问题\n");
    }
    for found in &assessment.problems {
        let _ = writeln!(
            out,
            "  [{}] {}：{}",
            term::severity(found.severity()),
            place(book, &found.place),
            problem(book, found).whole()
        );
    }
}

/// A part of the form that there is not.
pub fn not_a_part(name: &str) -> String {
    let name = crate::plain::shown(name);
    format!(
        "没有“{name}”这一部分：--part 后面写 whole（全部）、score（自评分表）或 pledge（承诺书）。"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn a_reader_sees_levels_routes_score_and_stand_ins() {
        let (book, assessment) = (sample::book(), sample::assessment());
        let text = super::assessment(&book, &assessment, false);
        for part in [
            "2026 年度，截止日 2026年12月31日",
            "高级工程师：不满足（参考结论）",
            "常规渠道：不满足（参考结论），差在：G6 年度考核、能力一项",
            "最早年度：光等年份不够",
            "自评总分 0.00–8.00 分",
            "B4 获奖：0.00–8.00 分",
            "示例，待主管部门确认",
        ] {
            assert!(text.contains(part), "{part}\n{text}");
        }
        assert!(!text.contains("[不满足]"));
    }

    #[test]
    fn unfolded_each_clause_has_its_mark() {
        let (book, assessment) = (sample::book(), sample::assessment());
        let text = super::assessment(&book, &assessment, true);
        assert!(
            text.contains("  [不满足] SC1 科研项目：科研项目一项。"),
            "{text}"
        );
        assert!(
            text.contains("      · 记录 a3：符合，但在统计期外，不计"),
            "{text}"
        );
        let dossier = sample::dossier("张三", "监测");
        let text = assessment_of((&book, &dossier), &assessment, true);
        assert!(text.contains("      · 科研项目“监测”：符合，但在统计期外，不计"));
    }
}
