//! Texts of what would change a verdict: gaps, ways, waiting.

use assess::{Place, Step, Verdict};

/// How something can be met or decided.
pub const SUMMARY: &str = "怎样能有结论、怎样能满足";
/// While that is being found out.
pub const WORKING: &str = "正在算……";
/// Not everything was tried.
pub const BOUNDED: &str = "情况太多，没有全部试完：可能还有别的办法，也可能有一组多了一项。";
/// Between the parts of a set.
pub const AND: &str = "，还有 ";
/// The sentence above the verdict of a level.
pub const GLANCE: &str = "一眼看结论";

/// Above the ways to meet a route.
pub const WAYS: &str = "怎样能满足，最省事的在前";
/// There is no way.
pub const NO_WAY: &str = "没有找到办法：缺的是已经不能改变的条件。";
/// Not every way was tried.
pub const WAYS_BOUNDED: &str = "办法太多，没有全部试完，可能还有更省事的。";
/// Above the rows that could give points.
pub const ROOM: &str = "哪些项还能加分";

/// Above the sets of answers that can settle a route like this.
pub fn gaps(verdict: Verdict) -> String {
    format!(
        "答出下面任何一组，就可能定为“{}”",
        crate::term::verdict(verdict)
    )
}

/// Sets that are folded.
pub fn more_sets(count: usize) -> String {
    format!("还有 {count} 组")
}

/// The heading above the routes of a level.
pub fn routes_of(level: &str) -> String {
    format!("{level}的各条渠道")
}

/// Ways that are folded.
pub fn more_ways(count: usize) -> String {
    format!("还有 {count} 个办法")
}

/// A way by its number.
pub fn way(number: usize) -> String {
    format!("办法 {number}")
}

/// Waiting, as a part of a way.
pub fn wait(season: i32) -> String {
    format!("等到 {season} 年度再申报")
}

/// Where a step is done.
pub fn place(step: &Step) -> Place {
    match step {
        Step::Answer { question, .. } => Place::Question(question.clone()),
        Step::Field {
            list,
            record,
            field,
            ..
        } => Place::Field {
            list: list.clone(),
            record: record.clone(),
            field: field.clone(),
        },
        Step::Complete { list } | Step::Add { list, .. } => Place::List(list.clone()),
    }
}

/// Above the years that are waited for.
pub fn waiting(met: Option<i32>) -> String {
    met.map_or_else(
        || "光等时间为什么不行".to_owned(),
        |year| format!("为什么要等到 {year} 年"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_say_what_they_can_settle() {
        assert_eq!(
            gaps(Verdict::NotMet),
            "答出下面任何一组，就可能定为“不满足”"
        );
    }
}
