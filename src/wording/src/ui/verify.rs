//! Texts of the screen that verifies a package.

use dossier::Answer;
use package::verify::{Content, Verification};

use crate::explain::Explain;
use crate::plain::shown;
use crate::{Labels, Spot, UNKNOWN, answer_or_unknown, bytes, date};

/// The heading.
pub const TITLE: &str = "核验申报包";
/// Below it.
pub const INTRO: &str = "选一个申报包（zip 文件），程序在这台设备上从头到尾读一遍，逐层核对。文件不上传，不联网也能用。";
/// Chooses a package.
pub const CHOOSE: &str = "选择申报包";
/// What happens to it.
pub const STAYS: &str = "一次核验一个。只读取，不改动文件，也不影响您自己填写的内容。";
/// It is being read.
pub const READING: &str = "正在逐个文件核对……";
/// Stopped.
pub const STOPPED: &str = "已停止，没有核验完。";
/// Not readable.
pub const UNREADABLE: &str =
    "浏览器读不了这个文件，可能已经移走、正被改写，或者是文件夹。请把它复制到本机再选一次。";
/// The field of the code on paper.
pub const CODE: &str = "打印件上的核对码";
/// How to type it.
pub const CODE_HELP: &str = "照打印件每页上的核对码输入，大小写、空格和短横都不要紧；也可以把扫二维码得到的整段文字贴进来。纸上和文件里的是不是同一份，一比就知道。";
/// The same.
pub const CODE_SAME: &str = "一致：打印件和这个申报包是同一份内容。";
/// Another.
pub const CODE_OTHER: &str =
    "不一致：打印件不是这个申报包的。请让提交人交同一次封装的申报包和打印件。";
/// The same code, another digest.
pub const DIGEST_OTHER: &str = "不一致：核对码相同，但二维码里的完整摘要不是这个申报包的。两份内容不一样，请让提交人重新提交。";
/// The text of a QR code that is cut off or contradicts itself.
pub const CODE_TORN: &str =
    "二维码的文字不完整，或者前后对不上。请再扫一次，把整段文字贴进来，或者只输入 12 位核对码。";
/// Not a code.
pub const CODE_NONE: &str = "这不是一个核对码：应当是 12 位字母和数字。请对照打印件再输一遍。";
/// The package has no code to compare with.
pub const CODE_UNKNOWN: &str = "这个申报包的内容读不出来，没有核对码可比。";
/// The heading of the layers.
pub const LAYERS: &str = "逐层结果";
/// Nothing found in a layer.
pub const CLEAN: &str = "没有发现问题";
/// A layer that could not be looked at.
pub const HIDDEN: &str = "前面的问题使这一层没有核对成";
/// How many findings.
pub fn found(count: usize) -> String {
    format!("{count} 处")
}
/// What a finding says to do.
pub const REMEDY: &str = "怎么办：";
/// What valid does not mean.
pub const NOT_TRUTH: &str =
    "“有效”是说内容完整、没有改过、承诺和结论对得上；材料本身是否属实，仍要单位核实。";

/// Whether a package is valid, in a sentence.
pub fn headline(errors: usize, all: usize) -> String {
    match (errors, all) {
        (0, 0) => "有效：没有发现问题。".to_owned(),
        (0, notes) => format!("有效：没有错误，另有 {notes} 处说明或提醒。"),
        (errors, _) => format!("无效：有 {errors} 处错误。"),
    }
}

/// Whose package it is, for what, with what result: names and values.
pub fn facts(verification: &Verification) -> Vec<(String, String)> {
    let mut facts = Vec::new();
    if let Some(content) = &verification.content {
        of_content(content, &mut facts);
    }
    let size = format!(
        "共 {} 个文件，{}",
        verification.files,
        bytes(verification.bytes)
    );
    facts.push(("内容".to_owned(), size));
    facts
}

fn of_content(content: &Content, facts: &mut Vec<(String, String)>) {
    let book = content.engine.book();
    let labels = Labels::new(book);
    let mut add = |name: String, value: String| facts.push((name, value));
    for id in [&book.roles.name, &book.roles.level] {
        let answer = content.dossier.answer(id);
        let told = match answer {
            Some(Answer::Text(text)) if *id == book.roles.name => shown(text),
            answer => answer_or_unknown(book, Spot::Question(id), answer),
        };
        add(labels.question(id), told);
    }
    add(
        super::seal::SEASON.to_owned(),
        super::seal::season(content.season.year, content.season.cut_off),
    );
    let sealed = content.date.map_or_else(|| UNKNOWN.to_owned(), date);
    add("封装日期".to_owned(), sealed);
    add(
        super::seal::BOOK.to_owned(),
        super::seal::book(&book.title, &book.version),
    );
    let explain = Explain::new(book, &content.assessment);
    let levels = content.assessment.levels.iter();
    let levels: Vec<String> = levels.map(|level| explain.level(level)).collect();
    add("重新计算的结论".to_owned(), levels.join("；"));
    add("核对码".to_owned(), content.code.to_string());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn valid_and_invalid_are_told_apart_in_the_first_word() {
        assert!(headline(0, 0).starts_with("有效"));
        assert_eq!(headline(0, 2), "有效：没有错误，另有 2 处说明或提醒。");
        assert_eq!(headline(2, 3), "无效：有 2 处错误。");
    }

    #[test]
    fn what_cannot_be_read_has_its_size_told() {
        let verification = Verification {
            findings: Vec::new(),
            files: 12,
            bytes: 1536,
            report: None,
            same_program: false,
            content: None,
        };
        let told = ("内容".to_owned(), "共 12 个文件，1.5 KB".to_owned());
        assert_eq!(facts(&verification), [told]);
    }
}
