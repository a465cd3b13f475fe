//! The results in sentences.

use std::fmt::Write as _;

use screening::{Column, DuplicateKind, Refused, Same, Screened, Severity, Tally};

use super::results::shown;

/// Problems of a candidate that are told; `--json` has them all.
const MOST_PROBLEMS: usize = 5;

/// A candidate in one line.
pub fn line(line: &Screened) -> String {
    let name = if line.name.is_empty() {
        "（没有姓名）"
    } else {
        line.name.as_str()
    };
    let (level, verdict) = (shown(Column::Level, line), shown(Column::Verdict, line));
    let mut text = format!("{name}：{}", format!("{level} {verdict}").trim_start());
    for (label, column) in [
        ("自评分", Column::Score),
        ("最早", Column::Earliest),
        ("申报包", Column::Package),
    ] {
        let value = shown(column, line);
        if !value.is_empty() {
            let _ = write!(text, "；{label} {value}");
        }
    }
    if !line.missing.is_empty() {
        let _ = write!(text, "；还差：{}", shown(Column::Missing, line));
    }
    let wrong = || {
        let problems = line.problems.iter();
        problems.filter(|told| told.severity == Severity::Error)
    };
    for told in wrong().take(MOST_PROBLEMS) {
        let told = crate::command::at(&told.place, &told.message);
        let _ = write!(text, "；填写有错：{told}");
    }
    let more = wrong().count().saturating_sub(MOST_PROBLEMS);
    if more > 0 {
        let _ = write!(text, "；还有 {more} 处填写有错，用 --json 看全部。");
    }
    crate::command::at(&line.input, &text)
}

/// What is the same.
pub(super) fn kind(kind: DuplicateKind) -> &'static str {
    match kind {
        DuplicateKind::Person => "同一个人",
        DuplicateKind::Achievement => "同一项成果，都写第一或负责",
        DuplicateKind::File => "同一份证明文件，都写第一或负责",
    }
}

/// Places of a duplicate that are told; the exported results have them all.
const MOST_PLACES: usize = 20;

/// Something that is the same in several places.
pub fn duplicate(same: &Same<'_>) -> String {
    let places = same.places().take(MOST_PLACES).map(|place| {
        let what = if place.what.is_empty() {
            String::new()
        } else {
            format!("，{}", crate::plain::quoted(place.what))
        };
        format!("{}（{}{what}）", place.name, place.input)
    });
    let places: Vec<String> = places.collect();
    let more = if same.count() > MOST_PLACES {
        format!("……共 {} 处", same.count())
    } else {
        String::new()
    };
    format!("{}：{}{more}", kind(same.kind()), places.join("、"))
}

/// How many, of what, and what the table cannot know.
pub fn tally(tally: &Tally) -> String {
    let mut text = format!(
        "共 {} 人：满足 {}，待定 {}，不满足 {}。",
        tally.candidates, tally.met, tally.open, tally.not_met
    );
    let counts = [
        (tally.packages, "申报包"),
        (tally.invalid, "申报包有问题"),
        (tally.wrong, "填写有错"),
        (tally.other_book, "按另一本规则书评的"),
        (tally.refused, "没有读的输入"),
        (tally.duplicates, "重复"),
    ];
    for (count, what) in counts {
        if count > 0 {
            let _ = write!(text, "{what} {count}。");
        }
    }
    text.push_str("材料是否属实，由单位核实，本程序无法判断。");
    text
}

/// A file of results that cannot be put together with others.
pub fn merge_fault(line: u64) -> String {
    format!("第 {line} 行不是批量核对的结果；请只合并 zhicheng screen --json 的输出。")
}

/// The problems of an input from which nothing came, in lines.
#[must_use]
pub fn refused(refused: &Refused) -> Vec<String> {
    let lines = refused.problems.iter().map(|told| {
        let message = crate::command::at(&told.place, &told.message);
        crate::command::at(&refused.input, &message)
    });
    lines.collect()
}
