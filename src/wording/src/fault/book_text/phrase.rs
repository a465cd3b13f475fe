//! The check's own words, and the sorts of entries.
//!
//! The check names what it needs in short English phrases; those known here are put into
//! Chinese, what is new there stays as it is.

use rulebook::Thing;

/// A sort of entry.
pub(super) fn thing(thing: Thing) -> &'static str {
    match thing {
        Thing::Source => "依据文件",
        Thing::Scale => "等级表",
        Thing::Screen => "页面",
        Thing::Question => "问题",
        Thing::List => "清单",
        Thing::Kind => "记录种类",
        Thing::Field => "字段",
        Thing::Choice => "选项",
        Thing::Check => "核对",
        Thing::Date => "日期",
        Thing::Window => "统计期",
        Thing::Level => "级别",
        Thing::Category => "类别",
        Thing::Part => "部分",
        Thing::Clause => "条款",
        Thing::Form => "条款说法",
        Thing::Condition => "条件",
        Thing::Route => "渠道",
        Thing::Block => "赋分大类",
        Thing::Row => "赋分项",
        Thing::Factor => "系数",
        Thing::PointStep => "分值档",
        Thing::Rule => "规则",
        Thing::Notice => "提示",
        Thing::Material => "材料",
        Thing::Statement => "承诺或意见条目",
        Thing::Step => "步骤",
        Thing::Target => "上传系统",
        Thing::Stage => "分段",
        Thing::Ending => "文件扩展名",
    }
}

/// A phrase of the check.
pub(super) fn phrase(text: &str) -> String {
    let known = match text {
        "MAJOR.MINOR.PATCH, such as 1.0.0" => "三段数字，如 1.0.0",
        "`on_or_after` or `on_or_before` with a date of the book" => {
            " on_or_after 或 on_or_before，后面写规则书里的日期"
        }
        "`true` or `false`" => " true 或 false",
        "a choice" => "选项",
        "a choice of a scale" => "等级表的选项",
        "a choice or `one_of`; an order needs a scale" => "一个选项或 one_of；要比高低须用等级表",
        "a choice with `male` and `female`" => "有 male 和 female 的选项",
        "a choice without an order" => "不分高低的选项",
        "a constant, `one_of`, `at_least` or `at_most`" => "常数、one_of、at_least 或 at_most",
        "a date" => "日期",
        "a date or a number" => "日期或数字",
        "a month as YYYY-MM, such as 1965-01" => "年月，如 1965-01",
        "a number" => "数字",
        "a text" => "文字",
        "a whole number" => "整数",
        "a year" => "年份",
        "an identity number" => "身份证号码",
        "another question; texts cannot be tested" => "别的问题；文字不能用来判断",
        "yes or no" => "是否",
        "the id of a choice" => "选项的编号",
        "letters, digits, `_` and `-` only: it names a folder of the package" => {
            "字母、数字、“_”和“-”：它是申报包里的文件夹名"
        }
        "small letters and digits, without the dot" => "小写字母和数字，不带点",
        "among the roles, with choices, by a step of some review paths" => {
            "分审核路径的步骤要求角色里"
        }
        "by a condition" => "条件",
        "by a rule on the score" => "用到自评分的规则",
        "in a book with categories" => "分类别的规则书",
        "in a list whose records carry a material" => "记录附带材料的清单",
        "in a list with kinds" => "分种类的清单",
        "in one date, which says on what authority the cut-off day stands" => {
            "写明截止日依据的那个日期"
        }
        "only a condition belongs to a category and a part" => "只有条件才属于类别和部分",
        other => return starts(other),
    };
    known.to_owned()
}

/// Phrases that end with data.
fn starts(text: &str) -> String {
    for (start, words) in [
        ("the first day ", "第一天 "),
        ("the last day ", "最后一天 "),
        ("the conditions of ", "条件的范围 "),
        ("the higher one from ", "更高的一档，从 "),
        ("the band from ", "这一档，从 "),
        ("all files together, ", "所有文件合计 "),
        ("one file, ", "单个文件 "),
    ] {
        if let Some(rest) = text.strip_prefix(start) {
            return format!("{words}{}", crate::plain::shown(rest));
        }
    }
    crate::plain::shown(text)
}
