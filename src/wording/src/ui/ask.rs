//! Texts of the way that asks only what is needed.

use crate::Labels;

/// The name of the way, and its heading.
pub const TITLE: &str = "只问必要的";
/// What it does.
pub const INTRO: &str = "一次问一件事，先问最能定下结论的；结论定了就停。填的内容和“全部填写”是同一份，随时可以换着填。";
/// Above the two ways.
pub const WAYS: &str = "怎么填";
/// The way that asks all.
pub const FULL: &str = "全部填写";
/// What for.
pub const FULL_HELP: &str = "要做申报包的走这条：照下面的清单逐项填完。";
/// What this way is for.
pub const TITLE_HELP: &str = "只想先知道能不能报的走这条：一次问一件事，结论定了就停。";
/// Begins.
pub const BEGIN: &str = "开始问";
/// Goes on with the next question.
pub const NEXT: &str = "下一题";
/// Goes on without an answer.
pub const LEAVE_OUT: &str = "不清楚，先跳过";
/// Goes on although a list is not complete.
pub const LEAVE_LIST: &str = "先跳过，以后再补";
/// Why it is asked.
pub const WHY: &str = "为什么问";
/// While it is being found out what hangs on an answer.
pub const WORKING: &str = "正在看还要问什么……";
/// The answer here changes nothing any more.
pub const NO_MATTER: &str = "结论不再取决于这一题；要改也可以改。";
/// Nothing is open any more.
pub const SETTLED: &str = "结论定了，不用再答了。";
/// What else is needed before a package can be made.
pub const SETTLED_MORE: &str =
    "只想知道能不能报，到这里就够了。要做申报包，还要照任务清单把其余的填完。";
/// Everything that is left was left out.
pub const ONLY_LEFT_OUT: &str = "剩下的都是您跳过的。不答这些，结论就只能是“待定”：";
/// Asks again what was left out.
pub const AGAIN: &str = "把跳过的再问一遍";
/// No answer helps.
pub const NO_HELP: &str =
    "没有什么可以再问的了：有的规定没有公布，或者情况太多没有全部试完，答了也定不下来。";
/// Where one stands.
pub const STANDING: &str = "现在的结论";

/// How many questions there are at the most.
pub fn left(count: usize) -> String {
    format!("最多还有 {count} 题（一栏记录算一题）。")
}

/// What an answer can settle.
pub fn settles(labels: Labels<'_>, levels: &[String]) -> String {
    let names: Vec<String> = levels.iter().map(|level| labels.level(level)).collect();
    format!("答案关系到能不能报{}。", names.join("、"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_counts_as_one_question() {
        assert_eq!(left(3), "最多还有 3 题（一栏记录算一题）。");
    }
}
