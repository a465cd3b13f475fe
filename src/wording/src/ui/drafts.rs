//! Texts of the drafts: the list, files, two tabs on one draft.

use crate::plain::{quoted, shown};

/// The name of the list of drafts.
pub const LIST: &str = "这个浏览器里的草稿";
/// Marks the draft that is worked on.
pub const OPEN_HERE: &str = "正在填";
/// Marks a draft that another tab works on.
pub const OPEN_ELSEWHERE: &str = "正在另一个标签页里填";
/// Opens a draft.
pub const OPEN: &str = "打开";
/// Copies a draft.
pub const COPY: &str = "复制";
/// Removes a draft.
pub const REMOVE: &str = "删除";
/// Saves a draft that cannot be read as a file.
pub const SAVE: &str = "存成文件";
/// Begins a draft.
pub const NEW: &str = "新建一份草稿";
/// What the draft is called.
pub const NAME: &str = "正在填的这份草稿叫什么";
/// What it is called by itself.
pub const NAME_HELP: &str = "空着就用姓名和申报年度。只用来分清几份草稿，不进申报包。";

/// What a draft is called.
pub fn name(label: &str, person: &str, season: Option<i32>) -> String {
    if !label.is_empty() {
        return shown(label);
    }
    let person = if person.is_empty() {
        "还没填姓名".to_owned()
    } else {
        shown(person)
    };
    match season {
        Some(year) => format!("{person}，{year} 年度"),
        None => person,
    }
}

/// What a copy is called.
pub fn copy_of(name: &str) -> String {
    format!("{name}（副本）")
}

/// Above what another version of the rule book has changed.
pub const RULES_CHANGED: &str = "规则书换了版本";
/// Told once, when the draft is opened.
pub const RULES_CHANGED_NOTICE: &str =
    "这份草稿是按另一版规则书判断的，现在按这一版判断。变了什么，写在任务清单上。";
/// Above the answers that this version does not take.
pub const UNFIT: &str = "这一版规则用不上下面这些答案。内容替您留着，不影响结论：";
/// Takes note of what changed.
pub const RULES_SEEN: &str = "知道了";

/// When a draft was changed.
pub fn changed(day: &str, hour: u32, minute: u32) -> String {
    format!("最后修改：{day} {hour:02}:{minute:02}")
}

/// A draft was copied.
pub fn copied(name: &str) -> String {
    format!("已复制草稿{}，证明材料也在里面。", quoted(name))
}

/// A draft was removed.
pub fn removed(name: &str) -> String {
    format!(
        "已删除草稿{}。删错了请现在撤销，离开这一页以后就找不回来了。",
        quoted(name)
    )
}

/// A draft was brought back.
pub fn brought_back(name: &str) -> String {
    format!("草稿{}找回来了。", quoted(name))
}

/// A draft was opened from a file.
pub const ADDED: &str = "已打开文件，作为一份新的草稿。原来的草稿没有变，还在“开始”页的列表里。";
/// A draft was begun.
pub const BEGUN: &str = "已新建一份空白草稿。原来的草稿没有变，还在“开始”页的列表里。";

/// A draft that cannot be read.
pub const UNREADABLE: &str = "读不出来的草稿";
/// What to do with it.
pub const UNREADABLE_TEXT: &str =
    "可能是损坏了，或者是更新的版本存的。原样留着，没有改动。可以存成文件，交给技术支持。";
/// The name of its file.
pub const UNREADABLE_FILE: &str = "职称自评-读不出来的草稿.json";

/// Opens a draft file or a package.
pub const OPEN_FILE: &str = "打开草稿文件或申报包";
/// What these are.
pub const OPEN_FILE_HELP: &str = "以前存下的草稿文件（.json 或 .zip），或者封好的申报包（.zip）：里面的内容和证明材料都拿出来接着改。申报包里的承诺要重新作一次。";
/// While it is read.
pub const OPENING: &str = "正在读取文件……";

/// What became of saving the draft as a file, and how many files of evidence are not in it.
pub fn saved_as_file(done: bool, file: &str, left_out: usize) -> String {
    if !done {
        return "浏览器没有接受下载。请检查是否禁止了下载，再试一次。".to_owned();
    }
    let told = format!("已交给浏览器下载：{file}。");
    match left_out {
        0 => format!("{told}填写的内容和证明材料都在里面，换一台电脑也能打开。"),
        count => format!(
            "{told}有 {count} 个证明材料的内容现在不在手边，没有放进去，请自己留好；其余都在里面。"
        ),
    }
}

/// Beside a file for which the browser has no room.
pub const NOT_KEPT: &str = "没有存下，重开后要重新选择。";

/// Another tab works on the draft.
pub const TAKEN_TITLE: &str = "这份草稿正在另一个标签页里填";
/// What to do then.
pub const TAKEN_TEXT: &str = "为了不互相覆盖，一份草稿同时只能在一个标签页里填。可以回到那个标签页接着填，也可以改到这里来填：那边填的内容会先保存好，再接过来。";
/// Takes it over.
pub const TAKE_OVER: &str = "改在这里填";
/// It was taken over.
pub const TAKEN_OVER: &str = "已经接过来了，内容和那个标签页里的一样。";
