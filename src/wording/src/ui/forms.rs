//! Texts of the frame, the question screens, the task list and the check screen.

/// The name of the product.
pub const PRODUCT: &str = "职称自评";
/// The way past the navigation.
pub const SKIP: &str = "跳到正文";
/// The name of the navigation.
pub const NAVIGATION: &str = "主要页面";
/// The name of the toolbar.
pub const TOOLS: &str = "编辑工具";

/// The start screen.
pub const START: &str = "开始";
/// The task list.
pub const TASKS: &str = "任务清单";
/// The conditions screen.
pub const CONDITIONS: &str = "能力和业绩条件";
/// The score screen.
pub const SCORE: &str = "自评分";
/// The result screen.
pub const RESULT: &str = "结论";
/// The materials screen.
pub const MATERIALS: &str = "申报材料";
/// The check screen.
pub const CHECK: &str = "核对填写内容";
/// The pledge screen.
pub const PLEDGE: &str = "诚信承诺";
/// The package screen.
pub const PACKAGE: &str = "申报包";
/// The screen of what happens next.
pub const NEXT: &str = "接下来";

/// Takes the last change back.
pub const UNDO: &str = "撤销";
/// Makes it again.
pub const REDO: &str = "重做";
/// Saves the draft as a file.
pub const SAVE_DRAFT: &str = "存为草稿文件";
/// Closes a message.
pub const CLOSE: &str = "知道了";

/// A record was removed.
pub const REMOVED: &str = "已删除一条记录。删错了可以撤销。";
/// A record was copied.
pub const COPIED: &str = "已复制一条记录，放在原记录后面，证明材料没有复制。请改成新的内容。";
/// A draft was opened.
pub const OPENED: &str = "已打开草稿文件。原来的内容还留着，撤销就能换回来。";
/// Begun anew.
pub const CLEARED: &str = "已重新开始。原来的内容还留着，撤销就能换回来。";
/// Undone.
pub const UNDONE: &str = "已撤销上一步。";
/// Redone.
pub const REDONE: &str = "已重做。";
/// A file that could not be read.
pub const UNREADABLE: &str = "这个文件读不出来，或者大得不像草稿（超过 16 MB）。请确认选对了文件，再选一次。现在的内容没有变。";
/// The stored draft could not be read.
pub const SET_ASIDE: &str = "上次保存在这个浏览器里的草稿读不出来，已经原样放在一边，没有删除。可以在“开始”页把它存成文件，交给技术支持。";

/// The application was built without a sound book.
pub const NO_BOOK: &str =
    "这一份程序里的规则书有问题，不能使用。请换一份完整的程序。您保存的草稿没有变。";

/// The heading of the rescue screen.
pub const RESCUE_TITLE: &str = "程序出错停下了，您填的内容还在";
/// What to do then.
pub const RESCUE_TEXT: &str =
    "很抱歉。请先把草稿存成文件，再重新打开页面，用“打开草稿文件”接着填。";
/// Saves the draft.
pub const RESCUE_SAVE: &str = "把草稿存成文件";
/// The name of that file.
pub const RESCUE_FILE: &str = "职称自评-抢救的草稿.json";
/// Opens the page again.
pub const RESCUE_AGAIN: &str = "重新打开页面";
/// The cause, for who mends it.
pub const RESCUE_CAUSE: &str = "出错的原因（报告问题时请附上）";

/// What refusals do and do not do.
pub const ERRORS_DO_NOT_BLOCK: &str =
    "可以先往下填。这几处改好以前，按“不清楚”算，也不能封装申报包。";

/// The title of the page on a screen.
pub fn page_title(screen: &str) -> String {
    format!("{screen} - {PRODUCT}")
}

/// The season, in the heading of the page.
pub fn season_line(year: i32, cut_off: &str) -> String {
    format!("{year} 年度，截止日 {cut_off}")
}

/// Whether the draft is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saved {
    /// Nothing was entered.
    Nothing,
    /// It is kept.
    Saved,
    /// The browser refuses.
    Refused,
    /// There is no room.
    Full,
}

/// Whether the draft is kept.
pub fn saved(state: Saved) -> &'static str {
    match state {
        Saved::Nothing => "内容只留在这台设备上",
        Saved::Saved => "草稿已自动保存在这个浏览器里",
        Saved::Refused => "浏览器不让保存草稿，请用“存为草稿文件”",
        Saved::Full => "浏览器的存储满了，新内容没有保存，请用“存为草稿文件”",
    }
}

/// The heading of the error summary.
pub fn errors_title(count: usize) -> String {
    format!("有 {count} 处要改")
}

/// The name of a draft file.
pub fn draft_file(name: &str, year: i32) -> String {
    let usable = |c: &char| c.is_alphanumeric() || *c == '·';
    let name: String = name.chars().filter(usable).take(20).collect();
    if name.is_empty() {
        return format!("职称自评草稿-{year}.json");
    }
    format!("职称自评草稿-{name}-{year}.json")
}

/// What became of saving the draft as a file.
pub fn draft_saved(done: bool, file: &str) -> String {
    if done {
        return format!("已交给浏览器下载：{file}。文件里不含证明材料，材料请自己留好。");
    }
    "浏览器没有接受下载。请检查是否禁止了下载，再试一次。".to_owned()
}

/// A file that is no draft.
pub fn not_a_draft(cause: &str) -> String {
    format!("这个文件不是能打开的草稿，现在的内容没有变。{cause}")
}

/// Why it is asked.
pub const WHY: &str = "为什么问";
/// Yes.
pub const YES: &str = "是";
/// No.
pub const NO: &str = "否";
/// Not known: the answer is taken back.
pub const UNKNOWN: &str = "不清楚，以后再填";
/// Behind a year.
pub const YEAR_UNIT: &str = "年";
/// An address leads nowhere.
pub const MISSING: &str = "这里没有内容";
/// Why.
pub const MISSING_TEXT: &str = "可能已经删除，或者地址来自另一份草稿。其他内容没有变。";
/// To the task list.
pub const TO_TASKS: &str = "回任务清单";
/// To the list.
pub const BACK_TO_LIST: &str = "回到记录列表";
/// Edits a record.
pub const EDIT: &str = "编辑";
/// Copies a record.
pub const COPY: &str = "复制";
/// Removes a record.
pub const REMOVE: &str = "删除";
/// Removes the record that is shown.
pub const REMOVE_RECORD: &str = "删除这一条";
/// Done with the record.
pub const RECORD_READY: &str = "这一条填好了";
/// Something is refused.
pub const TO_MEND: &str = "有内容要改";
/// Nothing is missing in the record.
pub const RECORD_DONE: &str = "已填完";
/// Between the facts of a record.
pub const FACTS_BETWEEN: &str = "；";
/// The evidence of a record.
pub const EVIDENCE: &str = "证明材料";
/// The kind of a record.
pub const KIND: &str = "类型";
/// What changing it does.
pub const KIND_HELP: &str = "换了类型，原来填的内容会留着，换回来还在。";
/// Changes the kind.
pub const CHANGE_KIND: &str = "选错了类型";
/// How to choose a kind.
pub const WHICH_KIND_TEXT: &str = "选最接近的一种。一项成果只记一次，所有条件和自评分都会用到它。";
/// Asks what complete means.
pub const COMPLETE_WHY: &str = "“填完整”是什么意思";
/// What complete means.
pub const COMPLETE_TEXT: &str = "没有说填完整以前，程序认为您可能还有没写进来的记录，所以只会说“已满足”或“待定”，不会因为少一条就说“不满足”，得分也是一个范围。说了填完整，没有写的就当作没有，结论才会确定。以后想起来还有，随时可以再加。";

/// What the date is, before the help.
pub fn date_is(what: &str, help: &str) -> String {
    format!("填{what}。{help}")
}

/// A day as it was understood.
pub fn understood(day: &str) -> String {
    format!("识别为 {day}")
}

/// On to the next screen.
pub fn go_on(screen: &str) -> String {
    format!("继续：{screen}")
}

/// Straight back.
pub fn back_to(screen: &str) -> String {
    format!("改好了，回到“{screen}”")
}

/// How many records there are.
pub fn records_title(count: usize) -> String {
    if count == 0 {
        return "还没有记录".to_owned();
    }
    format!("已记 {count} 条")
}

/// Adds a record.
pub fn add(list: &str) -> String {
    format!("添加一条{list}")
}

/// Which kind of record.
pub fn which_kind(list: &str) -> String {
    format!("添加{list}：是哪一种")
}

/// Says that a list is complete.
pub fn complete_label(empty: bool) -> &'static str {
    if empty {
        "我没有这方面的内容，这一项就是空的"
    } else {
        "这一项已经填完整，没有漏的了"
    }
}

/// What that means now.
pub fn complete_state(complete: bool) -> &'static str {
    if complete {
        "现在按“完整”算：没有写的就当作没有。"
    } else {
        "现在按“可能还有”算：缺的部分写成“待定”。"
    }
}

/// A field with its answer.
pub fn fact(label: &str, answer: &str) -> String {
    format!("{label}：{answer}")
}

/// How many answers are missing.
pub fn missing_answers(count: usize) -> String {
    format!("还有 {count} 处没填")
}

/// How many proofs there are.
pub fn proofs(count: usize) -> String {
    if count == 0 {
        return "还没有证明材料".to_owned();
    }
    format!("证明材料 {count} 份")
}
