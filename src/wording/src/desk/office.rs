//! Texts of the employers' application.

use package::endorse::DisplayOf;
use screening::{Aspect, Change, Column, Compared, Screened};

use super::results::verdict;
use crate::date;

/// Its name.
pub const TITLE: &str = "单位和受理部门：批量核对";
/// Below it.
pub const INTRO: &str = "一次核对很多人：申报包、草稿文件、名单（CSV 或 XLSX）都可以放进来。全部在这台设备上完成，不上传，也不保存。";
/// The way to the applicants' application.
pub const BACK: &str = "回到申报人页面";
/// When it has failed.
pub const RESCUE: &str = "批量核对停住了。这里什么都没有保存，请重新打开，再把文件放进来。";
/// What the table does not do; what it cannot know stands at the end of the counts.
pub const NO_RANKS: &str = "这里不打总分、不排名次：只按您选的列排列。";
/// Yes.
pub const YES: &str = "是";
/// No.
pub const NO: &str = "否";
/// Stopped.
pub const STOPPED: &str = "已停止，没有核对完。";
/// Not readable.
pub const UNREADABLE: &str =
    "浏览器读不了这个文件，可能已经移走、正被改写。请把它复制到本机再选一次。";

/// Chooses files.
pub const CHOOSE: &str = "选择文件";
/// Chooses a folder.
pub const CHOOSE_FOLDER: &str = "选择文件夹";
/// Drops them.
pub const OR_DROP: &str = "也可以把文件或文件夹拖到这里";
/// What can be put in.
pub const KINDS: &str =
    "申报包（zip）、草稿文件（json 或 zip，jsonl 一行一份）、名单（csv 或 xlsx）。只读取，不改动。";
/// The template of a roster.
pub const TEMPLATE: &str = "下载名单模板";
/// Its file.
pub const TEMPLATE_FILE: &str = "名单模板.xlsx";
/// Clears everything.
pub const CLEAR: &str = "全部清除";
/// Everything is cleared.
pub const CLEARED: &str = "已全部清除。";
/// Stops.
pub const STOP: &str = "停止";
/// Retries rosters with a mapping.
pub const MAPPING: &str = "列名对应";
/// What it is for.
pub const MAPPING_HELP: &str =
    "名单的列名和模板不一样时，在这里说明每一列是什么。对应可以存成文件，下次打开，命令行也能用。";
/// Chooses a mapping file.
pub const MAPPING_OPEN: &str = "打开对应文件";
/// Saves it.
pub const MAPPING_SAVE: &str = "存为对应文件";
/// Its file.
pub const MAPPING_FILE: &str = "列名对应.json";
/// It was read.
pub const MAPPING_READ: &str =
    "已打开对应文件；按“按这个对应重新读名单”生效，后放进来的名单直接用它。";
/// Uses it.
pub const MAPPING_USE: &str = "按这个对应重新读名单";
/// A header that leads nowhere yet.
pub const MAPPING_NONE: &str = "（还不知道）";

/// Results.
pub const RESULTS: &str = "结果";
/// The search field.
pub const SEARCH: &str = "搜索";
/// What is searched.
pub const SEARCH_HELP: &str = "姓名、单位、文件名，或姓名的拼音首字母";
/// The filter's column.
pub const FILTER: &str = "筛选";
/// Nothing chosen.
pub const CHOOSE_ONE: &str = "（请选）";
/// The filter's value.
pub const FILTER_VALUE: &str = "筛选的内容";
/// Takes a filter away.
pub const FILTER_OFF: &str = "取消筛选：";
/// The group's column.
pub const GROUP: &str = "分组";
/// No groups.
pub const NO_GROUP: &str = "不分组";
/// The columns.
pub const COLUMNS: &str = "显示哪些列";
/// An empty value.
pub const EMPTY: &str = "（空）";
/// How to walk the table by keys.
pub const KEYS: &str = "表格里：上下键、Page Up、Page Down、Home、End 移动，回车看详情。";
/// Nobody is shown.
pub const NOBODY: &str = "没有符合的人。";

/// Exports.
pub const EXPORT: &str = "导出";
/// CSV.
pub const TO_CSV: &str = "结果 CSV";
/// XLSX.
pub const TO_XLSX: &str = "结果 XLSX";
/// The printable page.
pub const TO_HTML: &str = "打印用的汇总（HTML）";
/// Lines of JSON.
pub const TO_JSON: &str = "结果 JSON（可与命令行的结果合并）";
/// The name of an exported file without its ending.
pub const EXPORT_FILE: &str = "批量核对结果";
/// What is wrong.
pub const TROUBLES: &str = "要改的地方";
/// Downloads it.
pub const TROUBLES_SAVE: &str = "下载这张清单（CSV）";
/// Its file.
pub const TROUBLES_FILE: &str = "要改的地方.csv";
/// The columns of the list.
pub const TROUBLE_COLUMNS: [&str; 8] = [
    "文件",
    "表",
    "行",
    "列或位置",
    "内容",
    "问题",
    "怎么办",
    "代码",
];
/// What is the same twice.
pub const DUPLICATES: &str = "重复";

/// Closes the details.
pub const CLOSE: &str = "关闭详情";
/// Being read.
pub const LOADING: &str = "正在重新读这个文件……";
/// What was found about the package.
pub const FINDINGS: &str = "申报包里发现的";
/// What is to be looked at.
pub const PROBLEMS: &str = "填写要核对的";
/// Lines that another book changes.
pub const CHANGES: &str = "按现行规则书会变的";
/// Stand-ins.
pub const STAND_INS: &str = "决定结论的示例或参考条目";
/// The explanation.
pub const EXPLANATION: &str = "逐条说明（和 zhicheng 命令的文字相同）";
/// Compares.
pub const COMPARE: &str = "放进比较";
/// No longer.
pub const COMPARE_OFF: &str = "不再比较";
/// The comparison.
pub const COMPARISON: &str = "比较";
/// It needs two.
pub const COMPARE_MORE: &str = "再选一个人就可以比较；最多四个。";
/// The aspect's column.
pub const ASPECT: &str = "比什么";
/// They differ.
pub const DIFFERS: &str = "不同";
/// What would be.
pub const TRY: &str = "如果……（在副本上试，不改这个人的材料）";
/// Tries a way.
pub const TRY_WAY: &str = "假设做到";
/// Tries an answer.
pub const TRY_ANSWER: &str = "假设回答";
/// As it is.
pub const BEFORE: &str = "现在";
/// As it would be.
pub const AFTER: &str = "假设以后";
/// Nothing would change.
pub const NO_CHANGE: &str = "结论、分数和年度都不变。";

/// The employer's part.
pub const ENDORSE: &str = "单位意见和公示证明";
/// What it makes.
pub const ENDORSE_HELP: &str = "在申报包外面加上单位的部分：申报人的内容和承诺不动，谁加了什么看得清楚。每一项都由单位给出，程序不代填。";
/// The statements.
pub const STATEMENTS: &str = "审核意见，逐条表态";
/// Whether recommended.
pub const RECOMMEND: &str = "是否同意推荐";
/// When the display was opened.
pub const OPENED: &str = "公示张贴或发布的日期（如 2026-11-20）";
/// How many working days.
pub const DAYS: &str = "公示工作日数（不写就按规定的最少天数）";
/// Where.
pub const PLACE: &str = "公示地点";
/// Objections.
pub const OBJECTIONS: &str = "公示期间收到的异议";
/// There is none.
pub const NO_OBJECTION: &str = "没有收到异议就不用加。";
/// One more.
pub const OBJECTION_MORE: &str = "加一条异议";
/// One less.
pub const OBJECTION_LESS: &str = "去掉";
/// What an objection consists of.
pub const OBJECTION_FIELDS: [&str; 3] = ["收到的日期（如 2026-11-18）", "反映的内容", "核查结果"];
/// What was typed for the applicant before.
pub const AS_BEFORE: &str = "沿用上一个人的单位、公示和签署信息";
/// A statement without an answer.
pub const CHOOSE_YES_NO: &str = "请选“是”或“否”。";
/// A day is lacking.
pub const LACKS_DAY: &str = "请写日期，如 2026-11-20。";
/// A number is lacking.
pub const LACKS_NUMBER: &str = "请写整数，或者空着。";
/// A text is lacking.
pub const LACKS_TEXT: &str = "请填上。";
/// The employer.
pub const EMPLOYER: &str = "单位名称（不写就用申报人填的）";
/// Who signs.
pub const SIGNATORY: &str = "签署人";
/// When.
pub const SIGNED: &str = "签署日期（如 2026-12-01）";
/// Makes it.
pub const MAKE_PART: &str = "生成单位意见包";
/// The notice's contact.
pub const CONTACT: &str = "反映问题的联系方式（只用于公示）";
/// The notice.
pub const NOTICE: &str = "公示（给现在显示的所有申报包）";
/// What stands in it.
pub const NOTICE_HELP: &str =
    "只写公示需要的：姓名、申报级别、专业类别、公示起止日期、查阅地点和反映方式。";
/// Makes the notice.
pub const MAKE_NOTICE: &str = "生成公示（HTML，可打印）";
/// Its file.
pub const NOTICE_FILE: &str = "职称申报公示.html";
/// Something is not filled in.
pub const PART_LACKS: &str = "还没有生成：请把上面标出的地方填好。";

/// An objection, by its number.
pub fn objection(number: usize) -> String {
    format!("第 {number} 条异议")
}

/// A file was made.
pub fn made(file: &str) -> String {
    format!("已生成“{file}”，请保存下载的文件。")
}

/// How far reading is.
pub fn progress(done: usize, all: usize, people: usize) -> String {
    format!("已核对 {done} / {all} 个文件，{people} 人")
}

/// The heading of what is wrong.
pub fn troubles(count: usize, shown: usize) -> String {
    if count == shown {
        format!("{TROUBLES}：{count} 处")
    } else {
        format!("{TROUBLES}：{count} 处（这里列出前 {shown} 处，必须改的在前；清单文件里有全部）")
    }
}

/// The heading of the mapping.
pub fn mapping(unknown: usize) -> String {
    if unknown == 0 {
        MAPPING.to_owned()
    } else {
        format!("{MAPPING}：有 {unknown} 列还不知道是什么")
    }
}

/// How many rows are shown.
pub fn shown_of(shown: usize, all: usize) -> String {
    if shown == all {
        format!("共 {all} 人")
    } else {
        format!("显示 {shown} 人，共 {all} 人")
    }
}

/// The facts of book and season by which all is judged here.
pub fn judged_by(title: &str, version: &str, digest: &str) -> String {
    let digest = digest.get(..16).unwrap_or(digest);
    format!(
        "规则书：{title}（{version}，摘要 {digest}…）。申报包按包里带的规则书核对；和这一本不同的，详情里写明哪几条会变。"
    )
}

/// A group of rows.
pub fn group(label: &str, count: usize) -> String {
    format!("{label}：{count} 人")
}

/// The name of a candidate, or of the file.
pub fn name(line: &Screened) -> &str {
    if line.name.is_empty() {
        &line.input
    } else {
        &line.name
    }
}

/// A verdict that another book changes.
pub fn changed(line: &Screened, change: &Change) -> String {
    let level = line.levels.iter().find(|level| level.id == change.level);
    let label = level.map_or(change.level.as_str(), |level| level.label.as_str());
    let route = level.and_then(|level| level.routes.iter().find(|route| route.id == change.id));
    let own = route.map_or(change.id.as_str(), |route| route.label.as_str());
    let said = |id: &Option<String>| id.as_deref().map_or("没有这一条", verdict);
    format!("{label} {own}：{}→{}", said(&change.old), said(&change.new))
}

/// What is compared.
pub fn aspect(aspect: &Aspect) -> String {
    let column = |column| super::column(column).to_owned();
    match aspect {
        Aspect::Level(label) => label.clone(),
        Aspect::Route(level, route) => format!("{level}·{route}"),
        Aspect::Score => column(Column::Score),
        Aspect::Earliest => column(Column::Earliest),
        Aspect::Package => column(Column::Package),
        Aspect::Evidence => column(Column::Evidence),
        Aspect::Missing => column(Column::Missing),
        Aspect::StandIns => column(Column::StandIns),
        Aspect::Book => column(Column::Book),
    }
}

/// The values of what is compared, in words.
pub fn values(compared: &Compared) -> Vec<String> {
    let word = |value: &String| match (&compared.aspect, value.as_str()) {
        (_, "") => "—".to_owned(),
        (Aspect::Level(_) | Aspect::Route(..), id) => verdict(id).to_owned(),
        (Aspect::Package, "true") => "完整".to_owned(),
        (Aspect::Package, _) => "有问题".to_owned(),
        (_, other) => other.to_owned(),
    };
    compared.values.iter().map(word).collect()
}

/// The days of a display.
pub fn days(shown: DisplayOf) -> String {
    let doubt = if shown.provisional {
        "（跨到还没有公布节假日安排的年份，按周末推算，请在公布后核对）"
    } else {
        ""
    };
    format!(
        "公示期 {} 个工作日：{} 至 {}（含当天）{doubt}。",
        shown.days,
        date(shown.first),
        date(shown.last)
    )
}

/// The name of the file with the employer's part.
pub fn endorsed_file(name: &str, year: i32) -> String {
    let name: String = name.chars().filter(|c| c.is_alphanumeric()).collect();
    format!("单位意见包-{name}-{year}.zip")
}
