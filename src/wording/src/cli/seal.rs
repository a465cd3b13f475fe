//! What the native command says of sealing.

use crate::Message;
use crate::plain::{quoted, shown};

/// `seal` makes one package.
pub const ONE_DOSSIER: &str = "seal 一次只封装一份档案。";
/// A pledge in a file and by options.
pub const PLEDGE_TWICE: &str =
    "承诺要么用 --pledge 给一个文件，要么用 --pledge-name 等逐项写明，不能两样都给。";
/// A file is not what it was when the sealing began.
pub const FILE_CHANGED: &str = "封装过程中文件的内容变了，没有写出申报包；请稍后重新封装。";

/// What is missing of the pledge, by the options that would say it.
pub fn pledge_lacks(options: &[&str]) -> String {
    let lacking = options.join("、");
    format!(
        "承诺不全，缺少 {lacking}；承诺人姓名、承诺日期和每一条已确认的承诺都要写明，或者用 --pledge 给出已有的承诺文件。"
    )
}

/// A statement that the book does not have.
pub fn unknown_statement(id: &str, known: &[&str]) -> String {
    let known = known.join("、");
    let cause = format!("规则书里没有要申报人确认的{}这一条。", quoted(id));
    Message::new(cause, format!("要逐条写明的有：{known}。")).whole()
}

/// A file in two of the folders of evidence.
pub fn in_two_folders(place: &str, other: &str) -> String {
    let (place, other) = (shown(place), shown(other));
    format!("{place} 和 {other} 是同一份材料的两个文件；请只留一个。")
}

/// The package cannot be made, for a reason that no dossier should give.
pub fn seal_broken(what: &str) -> String {
    format!("没能封装（{what}）；这是程序的问题，没有写出申报包。")
}

/// The package that was made does not pass its own check.
pub fn seal_refused(findings: &str) -> String {
    format!("封好的申报包没有通过核验，没有保留：\n{findings}")
}

/// A package was made.
pub fn sealed(out: &str, code: &str) -> String {
    format!("已写出 {}，校验通过，核对码 {code}。", shown(out))
}
