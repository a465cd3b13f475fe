//! Texts of the verdict bar and of the condition, score, result and next screens.

use assess::{Place, Verdict};
use chrono::NaiveDate;

use crate::Labels;
use crate::explain::Explain;
use crate::number;

/// The name of the live verdict.
pub const BAR: &str = "当前结论";
/// The way to the result.
pub const TO_RESULT: &str = "看结论";
/// A verdict that a stand-in decided.
pub const REFERENCE: &str = "参考结论";
/// The recommended route.
pub const RECOMMENDED: &str = "建议走这条";
/// Above the name of the recommended route.
pub const BEST_ROUTE: &str = "建议的渠道";
/// Above the name of the nearest route.
pub const NEAREST_ROUTE: &str = "最接近的渠道";
/// The self-score.
pub const SCORE: &str = "自评分";

/// Below the heading of the conditions screen.
pub const CONDITIONS_INTRO: &str = "按您填的业绩逐条对照，同一项业绩可以满足几条。两个级别都列出来。标题前的字母和数字是这一条的编号，打印的表和申报包里也用它。";
/// No category was chosen.
pub const NO_CATEGORY: &str = "还没有选专业类别。能力和业绩条件各类别不同，选了以后才能逐条对照。";
/// The way to the category.
pub const CHOOSE_CATEGORY: &str = "去选专业类别";
/// The category can be changed.
pub const CHANGE_CATEGORY: &str = "换一个类别";
/// The comparison of categories.
pub const CATEGORIES: &str = "各类别已经满足的条件";
/// Folded: the comparison of categories.
pub const COMPARE_CATEGORIES: &str = "和其他类别比一比";
/// The column of categories.
pub const CATEGORY: &str = "专业类别";

/// Below the heading of the score screen.
pub const SCORE_INTRO: &str = "按您填的记录自动算分。哪些计了分、哪些没有、为什么，都在下面。";
/// The book has no table.
pub const NO_SCORE: &str = "这本规则书没有赋分表。";
/// The line.
pub const LINE: &str = "规定分值";
/// The caption of the chart.
pub const CHART: &str = "各大类得分和上限";
/// What the chart's marks mean.
pub const CHART_KEY: &str =
    "深色是已经得到的分，浅色虚线是还没定下来的分，外框是上限，竖线是规定分值。";
/// The sum of all blocks.
pub const TOTAL: &str = "总分";
/// The caption of the table behind the chart.
pub const TABLE: &str = "得分表";
/// The column of rows.
pub const ROW: &str = "赋分项";
/// The column of points.
pub const POINTS: &str = "得分";
/// The column of caps.
pub const CAP: &str = "最多";
/// The column of sums before the cap.
pub const BEFORE_CAP: &str = "封顶前";
/// No cap.
pub const NO_CAP: &str = "—";
/// The rows one by one.
pub const ROWS: &str = "逐项看：哪些计了分，哪些没有";
/// Records that earn.
pub const EARNED: &str = "计了分的";
/// Records that may earn.
pub const MAY_EARN: &str = "还没定下来的";
/// Records that do not earn.
pub const NOT_EARNED: &str = "没有计分的";
/// What a row looks at.
pub const LOOKS_AT: &str = "这一项看：";
/// No record is of the row's kind.
pub const NO_RECORDS: &str = "还没有这方面的记录。";
/// Why the score is a range.
pub const WHY_SPAN: &str =
    "得分现在是一个范围：有的答案还没填，有的栏还没有说明填完整。补上这些就能定下来：";

/// Below the heading of the result screen.
pub const RESULT_INTRO: &str = "两个级别、各条渠道都在这里。满足任何一条渠道就可以申报这个级别。G1 这样的字母和数字是条款的编号，编号后面就是它的名称。";
/// The target level.
pub const TARGET: &str = "您要申报的级别";
/// No level was chosen.
pub const NO_LEVEL: &str = "还没有选要申报的级别，下面两个级别都看。";
/// The way to the level.
pub const CHOOSE_LEVEL: &str = "去选级别";
/// The gates together.
pub const GATES: &str = "门槛";
/// A route beside the gates.
pub const BESIDE_GATES: &str = "门槛以外的要求";
/// When at the earliest.
pub const EARLIEST: &str = "最早年度";
/// Why a route holds.
pub const WHY_MET: &str = "凭什么";
/// Why a route fails.
pub const WHY_NOT: &str = "差在哪里";
/// What keeps a route open.
pub const WHY_OPEN: &str = "还要回答";
/// What fails although the route is open as a whole.
pub const ALL_CLAUSES: &str = "全部条款和理由";
/// A route clause by clause.
pub const UNFOLD: &str = "逐条看理由";
/// The entries that decided.
pub const BASIS: &str = "依据";
/// Where the conditions are told.
pub const TO_CONDITIONS: &str = "看能力和业绩条件";
/// Where the score is told.
pub const TO_SCORE: &str = "看自评分";
/// What a person should know although it decides nothing.
pub const NOTICES: &str = "提示";

/// Below the heading of the next screen.
pub const NEXT_INTRO: &str = "申报包交出去以后的每一步：轮到谁、要公示几天、最快哪一天。";
/// How the days were reckoned.
pub const DAYS_TEXT: &str =
    "按每一步都不耽误推算，是最早可能的日子。没有规定期限的步骤不占天数，实际会更晚，以通知为准。";
/// A day reckoned with a year that has no published calendar.
pub const PROVISIONAL: &str = "暂按周一至周五推算，放假安排公布后可能变";
/// The review path is not known.
pub const NO_PATH: &str = "还没有选材料由谁审核，下面把几种走法都列出来。";
/// The way to the review path.
pub const CHOOSE_PATH: &str = "去选审核渠道";
/// Above the route by which a level is applied for.
pub fn way_to(level: &str) -> String {
    format!("申报{level}走的渠道")
}

/// No route holds: what the steps below are then.
pub const fn no_route(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::NotMet => "现在没有一条渠道满足。下面是满足以后的走法。",
        _ => "走哪条渠道还没有定下来。下面是满足以后的走法。",
    }
}

/// The season.
pub const SEASON: &str = "申报时间";

/// What one more record would add.
pub const ONE_MORE: &str = "再添一项，能加多少分";
/// A level whose routes do not look at the score.
pub fn score_beside(level: &str) -> String {
    format!("{level}的各条渠道都不看自评分，这里的分数只供参考。")
}
/// How that is reckoned.
pub const ONE_MORE_TEXT: &str =
    "每一行按最有利的一条推算，日期算今天；各项和大类的上限都算在内，所以有的加不上去。";
/// The record that would add.
pub const ONE_MORE_WHAT: &str = "添这样一条";
/// What it would add.
pub const ONE_MORE_ADDS: &str = "加分";
/// The caption of the picture of the season.
pub const SEASON_CHART: &str = "每一步要几个工作日，轮到谁";
/// What its marks mean.
pub const SEASON_KEY: &str = "深色轮到申报人，浅色虚线轮到单位，浅色实线轮到部门和评委会；横向是工作日。没有规定期限的步骤画一天宽。";
/// Hands out the steps as a calendar file.
pub const CALENDAR: &str = "存为日历文件";
/// What that is.
pub const CALENDAR_TEXT: &str =
    "手机和电脑的日历都能打开这个文件（.ics），每一步是一条全天日程，写明轮到谁和依据。";
/// The calendar's name.
pub const CALENDAR_TITLE: &str = "职称申报";
/// The file's name.
pub const CALENDAR_NAME: &str = "职称申报日程.ics";
/// The time axis.
pub const AXIS: &str = "年限和统计期";
/// What its marks mean.
pub const AXIS_KEY: &str =
    "日子从那一天画到截止日，统计期从第一天画到最后一天；统计期内的业绩才算数。";
/// Unfolds the table behind a picture.
pub const AS_TABLE: &str = "同样的内容列成表";
/// The columns of the table behind the time axis.
pub const AXIS_COLUMNS: [&str; 4] = ["名称", "从", "到", "满几年"];
/// The columns of the table behind the season.
pub const SEASON_COLUMNS: [&str; 4] = ["步骤", "轮到谁", "第几个工作日起", "几个工作日"];
/// The columns of the table behind the evidence.
pub const COVERAGE_COLUMNS: [&str; 4] = ["栏目", "记录", "有证明", "还差"];
/// How much is proved.
pub const COVERAGE: &str = "证明材料齐不齐";
/// What its marks mean.
pub const COVERAGE_KEY: &str = "深色是附了文件或写明出示原件的，外框是全部记录。";

/// How many records have a proof.
pub fn covered(with: usize, of: usize) -> String {
    match of.saturating_sub(with) {
        _ if of == 0 => "还没有记录".to_owned(),
        0 => format!("{of} 条都有证明"),
        lacking => format!("{of} 条里 {with} 条有证明，差 {lacking} 条"),
    }
}

/// A derived day on the time axis, with the full years from it to the cut-off day.
pub fn axis_day(day: Option<NaiveDate>, years: u32) -> String {
    match day {
        None => "还不知道".to_owned(),
        Some(day) if years > 0 => format!("{}，到截止日满 {years} 年", number::date(day)),
        Some(day) => number::date(day),
    }
}

/// A window on the time axis.
pub fn axis_window(from: NaiveDate, to: NaiveDate) -> String {
    format!("{} 至 {}", number::date(from), number::date(to))
}

/// Whose turn a step is, when it may begin and how long it takes, in working days.
pub fn waits(by: rulebook::Actor, waits: u32, takes: u32) -> String {
    let begins = match waits {
        0 => "当天起".to_owned(),
        waits => format!("第 {} 个工作日起", waits.saturating_add(1)),
    };
    let takes = match takes {
        0 => String::new(),
        takes => format!("，{takes} 个工作日"),
    };
    format!("{}：{begins}{takes}", crate::term::actor(by))
}

/// The verdict of a level for who cannot see the bar.
pub fn spoken(level: &str, verdict: Verdict, reference: bool) -> String {
    let mark = if reference { "，参考结论" } else { "" };
    format!("{level}：{}{mark}", crate::term::verdict(verdict))
}

/// Above the score in the bar.
pub fn score_label(line: i64) -> String {
    format!("自评分，规定 {}", number::points(line))
}

/// A value and the most it can be.
pub fn of_most(points: &str, most: i64) -> String {
    format!("{points} / {}", number::points(most))
}

/// How many conditions of a part hold at a level.
pub fn part_count(met: usize, open: usize) -> String {
    match open {
        0 => format!("满足 {met} 项"),
        open => format!("满足 {met} 项，待定 {open} 项"),
    }
}

/// A part at a level: needed and found.
pub fn part_need(level: &str, need: u32, met: usize, open: usize) -> String {
    format!("{level}：需要 {need} 项，已{}", part_count(met, open))
}

/// A column of a level and part.
pub fn part_column(level: &str, part: &str) -> String {
    format!("{level}·{part}")
}

/// The conditions of a category.
pub fn category_line(category: &str) -> String {
    format!("专业类别：{category}")
}

/// Facts that are folded.
pub fn folded_facts(count: usize) -> String {
    format!("看了 {count} 条记录")
}

/// Reasons that are not told here.
pub fn more_reasons(count: usize) -> String {
    format!("还有 {count} 处，见“{UNFOLD}”")
}

/// The summary of a row: its name, what it gives and the most.
pub fn row_summary(row: &str, points: &str, cap: Option<i64>) -> String {
    cap.map_or_else(
        || format!("{row}：{points} 分"),
        |cap| format!("{row}：{points} 分（最多 {}）", number::points(cap)),
    )
}

/// Unfolds why a conclusion is a reference, with the number of stand-ins that decided it.
pub fn stand_ins(count: usize) -> String {
    format!("为什么是“{REFERENCE}”（{count} 处）")
}

/// What a reference means, and what to do.
pub const STAND_INS_TEXT: &str = "下面列出的还没有拿到正式规定，先用别处的规定或示例代替。可以照这个结论准备；正式申报前，对照当年的通知再看一遍。";

/// The nearest route of a level that is not met, and what it lacks.
pub fn nearest(route: &str, lacks: &str) -> String {
    format!("{NEAREST_ROUTE}：{route}，{lacks}。")
}

/// The route of an open level that is looked at first, and what is not known of it.
pub fn look_first(route: &str, lacks: &str) -> String {
    format!("先看{route}，{lacks}。")
}

/// When a route can be met at the earliest.
pub fn earliest(year: &str) -> String {
    format!("最早年度：{year}。")
}

/// What is taken for granted with the earliest years.
pub fn assumption() -> String {
    format!("最早年度的算法：{}。", crate::explain::ASSUMPTION)
}

/// A place whose answer is missing.
pub fn missing_place(explain: Explain<'_>, place: &Place) -> String {
    let labels = explain.labels();
    match place {
        Place::Question(id) => labels.question(id),
        Place::List(list) => format!("{}：补全，或说明已经填完整", labels.list(list)),
        Place::Record { record, .. } => format!("{}：还有空没填", explain.record(record)),
        Place::Field {
            list,
            record,
            field,
        } => {
            let field = labels.field(list, None, field);
            format!("{}：{field}", explain.record(record))
        }
    }
}

/// What a row looks at, where it looks at no records.
pub fn source_place(labels: Labels<'_>, place: &Place) -> String {
    match place {
        Place::Question(id) => labels.question(id),
        Place::List(list) | Place::Record { list, .. } | Place::Field { list, .. } => {
            labels.list(list)
        }
    }
}

/// Which levels and paths a step concerns.
pub fn concerns(names: &[String]) -> String {
    format!("只适用于：{}", names.join("、"))
}

/// A display: opened and closed at the earliest.
pub fn display_days(opened: NaiveDate, last: NaiveDate) -> String {
    format!(
        "最快 {} 开始，到 {} 满",
        number::date(opened),
        number::date(last)
    )
}

/// A report ahead of what follows.
pub fn ahead_days(report: NaiveDate, follows: NaiveDate) -> String {
    format!(
        "最快 {} 报告，下一步最早 {}",
        number::date(report),
        number::date(follows)
    )
}

/// The first day of a step without a period.
pub fn not_before(day: NaiveDate) -> String {
    format!("不早于 {}", number::date(day))
}

/// The days of application of a season, as far as they are announced.
pub fn season_days(opens: Option<NaiveDate>, closes: Option<NaiveDate>) -> String {
    match (opens, closes) {
        (Some(opens), Some(closes)) => {
            format!("{} 至 {}。", number::date(opens), number::date(closes))
        }
        (Some(opens), None) => format!("{} 开始，截止的日子还没有公布。", number::date(opens)),
        (None, Some(closes)) => format!("{} 截止。", number::date(closes)),
        (None, None) => "还没有公布。".to_owned(),
    }
}

/// Today, from which the days are reckoned.
pub fn reckoned_from(day: NaiveDate) -> String {
    format!("从 {} 算起。", number::date(day))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_spoken_verdict_says_that_it_is_a_reference() {
        assert_eq!(
            spoken("高级工程师", Verdict::Met, true),
            "高级工程师：满足，参考结论"
        );
        assert_eq!(
            spoken("高级工程师", Verdict::Open, false),
            "高级工程师：待定"
        );
    }

    #[test]
    fn counts_leave_out_what_is_not_open() {
        assert_eq!(part_count(2, 0), "满足 2 项");
        assert_eq!(
            part_need("高级工程师", 2, 1, 3),
            "高级工程师：需要 2 项，已满足 1 项，待定 3 项"
        );
    }

    #[test]
    fn a_season_says_only_what_is_announced() {
        assert_eq!(season_days(None, None), "还没有公布。");
        assert_eq!(
            season_days(Some(day("2026-07-01")), Some(day("2026-07-31"))),
            "2026年7月1日 至 2026年7月31日。"
        );
    }

    #[test]
    fn a_row_without_a_cap_names_none() {
        assert_eq!(
            row_summary("A1 学历学位", "4.00", None),
            "A1 学历学位：4.00 分"
        );
        assert_eq!(
            row_summary("B1 项目", "15.00", Some(3000)),
            "B1 项目：15.00 分（最多 30.00）"
        );
    }
}
