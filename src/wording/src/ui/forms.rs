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
pub const NEXT: &str = "后续流程";

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
pub const SET_ASIDE: &str = "上次保存在这个浏览器里的草稿读不出来，已经原样放在一边，没有删除。可以在“开始”页的列表里把它存成文件，交给技术支持。";

/// A newer release is ready.
pub const RELEASE_OFFERED: &str = "新版本已经准备好。现在更新会重新打开本页，草稿不受影响；也可以先用现在的版本，关掉所有页面后会自动换成新版本。";
/// Takes it.
pub const RELEASE_TAKE: &str = "现在更新";

/// A part of the program is still on its way.
pub const PART_AWAITED: &str = "正在打开这一页……";
/// A part of the program did not come.
pub const PART_MISSING: &str =
    "程序的一部分没有取到，还不能评判。请检查网络后刷新本页。您填写的内容仍在本机。";
/// Where a verdict will be.
pub const VERDICT_AWAITED: &str = "正在准备评判……";
/// Where a verdict would be if all of the program had come.
pub const VERDICT_MISSING: &str = "现在不能评判";
/// The application was built without a sound book.
pub const NO_BOOK: &str =
    "这一份程序里的规则书有问题，不能使用。请换一份完整的程序。您保存的草稿没有变。";

/// The heading of the rescue screen.
pub const RESCUE_TITLE: &str = "程序出错停下了，您填的内容还在";
/// What to do then.
pub const RESCUE_TEXT: &str = "很抱歉。请先把草稿存成文件，再重新打开页面：多半能直接接着填；不能的话，用“打开草稿文件或申报包”打开存下的文件。证明材料不在这个文件里，存得下的还留在浏览器里。";
/// What to do then on a kiosk.
pub const RESCUE_KIOSK: &str = "很抱歉。请先把草稿存成文件，再重新打开页面：这里不保存内容，重新打开以后，用“打开草稿文件或申报包”打开存下的文件接着填。证明材料不在这个文件里，要重新选择。";
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
    /// Nothing is to be kept.
    Kiosk,
}

/// Whether the draft is kept.
pub fn saved(state: Saved) -> &'static str {
    match state {
        Saved::Nothing => "内容只留在这台设备上",
        Saved::Saved => "草稿已自动保存在这个浏览器里",
        Saved::Refused => "浏览器不让保存草稿，请用“存为草稿文件”",
        Saved::Full => "浏览器的存储满了，新内容没有保存，请用“存为草稿文件”",
        Saved::Kiosk => "公用终端，不保存",
    }
}

/// The heading of the error summary.
pub fn errors_title(count: usize) -> String {
    format!("有 {count} 处要改")
}

/// The name of a draft file.
pub fn draft_file(name: &str, year: i32, extension: &str) -> String {
    let usable = |c: &char| c.is_alphanumeric() || *c == '·';
    let name: String = name.chars().filter(usable).take(20).collect();
    if name.is_empty() {
        return format!("职称自评草稿-{year}.{extension}");
    }
    format!("职称自评草稿-{name}-{year}.{extension}")
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
/// A table is pasted.
pub const PASTE: &str = "从表格粘贴";
/// The place for it.
pub const PASTE_LABEL: &str = "在表格软件里连同表头一起选中、复制，粘贴到这里";
/// No column is known.
pub const PASTE_HEADLESS: &str = "第一行没有认得的列名。请连同表头一起复制，列名照上面写。";

/// Which columns are taken.
pub fn paste_help(columns: &[&str]) -> String {
    format!(
        "第一行写列名，认得这些：{}。认错的可以撤销。",
        columns.join("、")
    )
}

/// Columns that are not taken.
pub fn paste_unknown(columns: &[String]) -> String {
    let shown: Vec<String> = columns
        .iter()
        .map(|name| crate::plain::shown(name))
        .collect();
    format!("这些列不认得，没有用：{}。", shown.join("、"))
}

/// Cells that are none of the choices.
pub fn paste_odd(columns: &[String]) -> String {
    format!("{}：不是可选的答案，先空着。", columns.join("、"))
}

/// Takes what was understood.
pub fn paste_take(count: usize) -> String {
    format!("加入这 {count} 条")
}

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
pub const COMPLETE_TEXT: &str = "没有说填完整以前，程序认为您可能还有没写进来的记录，所以只会说“已满足”或“待定”；不会因为少一条就说“不满足”，得分也是一个范围。说了填完整，没有写的就当作没有，结论才会确定。以后想起来还有，随时可以再加。";

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

/// Tasks: questions.
pub const TASKS_QUESTIONS: &str = "基本情况";
/// Tasks: lists.
pub const TASKS_LISTS: &str = "经历和成果";
/// Tasks: views.
pub const TASKS_VIEWS: &str = "看结论";
/// Tasks: the ending.
pub const TASKS_ENDING: &str = "准备申报";
/// Nothing was done.
pub const TASK_TODO: &str = "还没填";
/// Something is missing.
pub const TASK_PARTLY: &str = "填了一部分";
/// Nothing is missing.
pub const TASK_DONE: &str = "已填完";
/// Something was changed since the pledge.
pub const PLEDGE_VOID: &str = "已失效，请重新承诺";

/// What the check screen is for.
pub const CHECK_TEXT: &str = "逐项看一遍。要改的点“修改”，改好会直接回到这里。";
/// Changes an answer.
pub const CHANGE: &str = "修改";

/// What the product does.
pub const START_TEXT: &str = "对照条件看看能不能报、走哪条渠道、差在哪里，算出自评分，做好承诺，带走一份核对过的申报包。全部在这台设备上完成，不上传任何内容。";
/// Who are you.
pub const WHO: &str = "您是";
/// The applicant.
pub const APPLICANT: &str = "申报人";
/// What for.
pub const APPLICANT_HELP: &str = "自己要申报高级或正高级工程师";
/// The employer.
pub const EMPLOYER: &str = "单位人事";
/// What for.
pub const EMPLOYER_HELP: &str = "要核对申报人交来的申报包";
/// The rule keeper.
pub const KEEPER: &str = "规则维护人";
/// What for.
pub const KEEPER_HELP: &str = "在主管部门维护规则书";
/// The way to the employers' application.
pub const OFFICE: &str = "单位和受理部门：一次核对多人";
/// Why there is none on a kiosk while something is entered.
pub const OFFICE_KIOSK: &str = "要一次核对多人，请先结束本次使用：打开它会清掉您在这里填的内容。";
/// What there is for employers besides the screen.
pub const EMPLOYER_TEXT: &str = "一次核对很多人，用上面的批量核对。随附的命令 zhicheng 做同样的事，适合成批处理，也不需要联网。";
/// The commands for employers.
pub const EMPLOYER_COMMANDS: [(&str, &str); 2] = [
    (
        "zhicheng verify 申报包.zip",
        "核对申报包有没有被改动、承诺和内容是否一致，并按规则重新算一遍结论",
    ),
    (
        "zhicheng assess 草稿.json",
        "按规则判断一份草稿，一次可以给多份",
    ),
];
/// What there is for keepers today.
pub const KEEPER_TEXT: &str = "条件、分值、材料和程序都写在规则书里，不在程序里。这个网页现在还没有维护规则书的页面，请用随附的命令 zhicheng 检查和生成。";
/// The commands for keepers.
pub const KEEPER_COMMANDS: [(&str, &str); 2] = [
    (
        "zhicheng book check 规则书目录",
        "检查规则书，指出哪个文件哪一行有问题、怎样改",
    ),
    ("zhicheng book build 规则书目录", "生成程序使用的规则书"),
];
/// About the product.
pub const ABOUT: &str = "哪些是官方规定，哪些不是；内容存在哪里";
/// The season.
pub const SEASON: &str = "申报年度";
/// What it decides.
pub const SEASON_HELP: &str = "年限、年龄和业绩都算到这一年的截止日。";
/// Drafts.
pub const DRAFTS: &str = "草稿";
/// Begins anew.
pub const ANEW: &str = "重新开始";
/// Asks before a draft is replaced.
pub const REPLACE_BY_FILE: &str = "现在填的内容会换成文件里的。要换吗？换了以后还可以撤销。";
/// Asks before all is cleared.
pub const REPLACE_BY_NOTHING: &str =
    "现在填的内容会清空。要重新开始吗？清空以后还可以撤销，关掉页面就撤销不了了。";
/// Agrees.
pub const REPLACE: &str = "换掉现在的内容";
/// Does not agree.
pub const KEEP: &str = "不换，留着现在的";
/// How many tasks are done.
pub fn tasks_done(done: usize, all: usize) -> String {
    format!("已填完 {done} 项，共 {all} 项。不用按顺序，也不用一次填完。")
}

/// How many records a list has, and whether it is complete.
pub fn list_state(count: usize, complete: bool) -> String {
    let state = if complete {
        "已填完整"
    } else {
        "可能还有没写的"
    };
    if count == 0 {
        return format!("没有记录，{state}");
    }
    format!("{count} 条记录，{state}")
}

/// A paper original.
pub fn paper(text: &str) -> String {
    format!("纸质原件：{text}")
}

/// Begins or goes on.
pub fn begin(has_content: bool) -> &'static str {
    if has_content {
        "接着填"
    } else {
        "开始填写"
    }
}

/// A season.
pub fn season(year: i32) -> String {
    format!("{year} 年度")
}

/// Its cut-off day.
pub fn cut_off(day: &str) -> String {
    format!("截止日 {day}")
}

/// Where what is entered stays.
pub const fn privacy(is_kiosk: bool) -> &'static str {
    if is_kiosk {
        return "这是公用终端：填的内容和证明材料不保存，也不发到任何地方。用完请存好草稿文件或申报包，再按“结束并清除”。";
    }
    "填的内容和证明材料自动保存在这个浏览器里，不发到任何地方。材料太大、浏览器存不下的，会在文件旁边写明，重开后要重新选择。别人用同一台设备、同一个浏览器能看到。公用设备上用完，请存好草稿文件，再在“草稿”里删除。"
}

/// Adds another record.
pub const ANOTHER: &str = "再添加一条";
/// Larger text.
pub const LARGE_TEXT: &str = "大字";
/// Still larger text.
pub const LARGEST_TEXT: &str = "特大字";
/// More contrast.
pub const CONTRAST: &str = "高对比";
/// Dark colours.
pub const DARK: &str = "深色";
/// Light colours.
pub const LIGHT: &str = "浅色";

/// Takes an answer back; or says that there is none.
pub fn unknown(is_unknown: bool) -> &'static str {
    if is_unknown {
        "没有填，按“不清楚”算"
    } else {
        UNKNOWN
    }
}

/// The season, and that it can be changed.
pub fn change_season(year: i32) -> String {
    format!("按 {year} 年度申报，可以改")
}

/// A draft that was begun under another book, and whether undo brings back the former one.
pub fn other_book(book: &str, undo: bool) -> String {
    let former = if undo {
        "撤销就能换回原来的内容。"
    } else {
        "原来的草稿没有变，还在“开始”页的列表里。"
    };
    format!(
        "已打开草稿文件。它是按另一本规则书（{book}）填的，现在按这一本判断：这一本不问的内容替您留着，不影响结论。{former}"
    )
}
