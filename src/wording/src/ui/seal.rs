//! Texts of the evidence files, the pledge and the package screens.

use package::name::NameFault;

use crate::number::bytes;
use crate::plain::quoted;

/// Chooses files.
pub const CHOOSE_FILES: &str = "选择文件";
/// Beside the button that chooses files.
pub const OR_DROP: &str = "也可以把文件拖到这里";
/// Takes a file or a paper away.
pub const TAKE_AWAY: &str = "移除";
/// Stops reading or building.
pub const STOP: &str = "停止";
/// What happens to files, for who asks.
pub const FILES_STAY: &str =
    "文件只在这台设备上读取，不会上传。关闭或刷新页面以后要重新选一次，因为浏览器不保留文件内容。";

/// A paper original instead of a file.
pub const PAPER: &str = "只有纸质原件，没有电子文件";
/// The field for it.
pub const PAPER_LABEL: &str = "纸质原件的名称";
/// How to fill it in.
pub const PAPER_HELP: &str = "写清名称和份数，例如“验收意见原件 1 份”。递交材料时当面出示。";
/// Adds it.
pub const PAPER_ADD: &str = "记下这份原件";
/// Marks a paper original in the list.
pub const PAPER_MARK: &str = "纸质原件";

/// Why a file is not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileRefusal {
    /// Its name cannot stand on every operating system.
    Name(NameFault),
    /// A file of this name is there already.
    SameName,
    /// A file of nearly this name is there already.
    Alike(String),
    /// The browser could not read it.
    Unreadable,
    /// The person stopped it.
    Cancelled,
}

/// What to know of a file that is taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileAdvice {
    /// It is named, but its bytes are not at hand.
    NotAtHand,
    /// It has no content.
    Empty,
    /// It is larger than the portal takes.
    TooLarge {
        /// The most bytes that it takes.
        limit: u64,
    },
    /// Its name is longer than the portal takes.
    LongName {
        /// The most characters that it takes.
        limit: u32,
    },
    /// Its ending is none that the portal takes.
    Ending {
        /// The endings that it takes.
        taken: Vec<String>,
    },
    /// The same content is attached elsewhere.
    SameContent {
        /// What the other proves.
        holder: String,
        /// The other's name.
        name: String,
    },
}

/// Why a file is not taken, and what to do.
pub fn refused(file: &str, refusal: &FileRefusal) -> String {
    let file = quoted(file);
    match refusal {
        FileRefusal::Name(fault) => {
            format!("{file}没有加上：{}请改个名字再选一次。", name_fault(*fault))
        }
        FileRefusal::SameName => format!(
            "{file}没有加上：这里已经有一个同名的文件。要换成新的，先移除原来的；两个都要，请改个名字。"
        ),
        FileRefusal::Alike(other) => format!(
            "{file}没有加上：和已有的{}只有大小写不同，有的电脑会当成同一个文件。请改个名字再选一次。",
            quoted(other)
        ),
        FileRefusal::Unreadable => format!(
            "{file}没有加上：浏览器读不了它。可能是文件夹，或者文件被移走、正被别的程序改写。请确认后再选一次。"
        ),
        FileRefusal::Cancelled => format!("{file}没有加上：已按您的要求停止读取。"),
    }
}

/// Why a file name is refused.
pub fn name_fault(fault: NameFault) -> String {
    match fault {
        NameFault::Control(_) | NameFault::Hidden(_) => "文件名里有看不见的字符。".to_owned(),
        NameFault::Forbidden(c) => format!("文件名里不能有“{c}”。"),
        NameFault::Backslash => "文件名里不能有反斜线。".to_owned(),
        NameFault::TrailingDotOrSpace => "文件名不能以句点或空格结尾。".to_owned(),
        NameFault::Device => "这个名字是 Windows 系统保留的。".to_owned(),
        NameFault::SegmentTooLong | NameFault::PathTooLong | NameFault::TooDeep => {
            "文件名太长。".to_owned()
        }
        NameFault::Home => "文件名不能以“~”开头。".to_owned(),
        NameFault::Empty | NameFault::Absolute | NameFault::Climbing => "文件名不完整。".to_owned(),
    }
}

/// What to know of a file.
pub fn advice(advice: &FileAdvice) -> String {
    match advice {
        FileAdvice::NotAtHand => {
            "文件内容现在不在手边（页面重新打开过）。请再选一次这个文件。".to_owned()
        }
        FileAdvice::Empty => "这个文件是空的，请确认选对了。".to_owned(),
        FileAdvice::TooLarge { limit } => {
            format!(
                "超过上传系统的限制（每个文件 {}），可能传不上去。",
                bytes(*limit)
            )
        }
        FileAdvice::LongName { limit } => {
            format!("文件名超过 {limit} 个字，上传时可能被拒绝。")
        }
        FileAdvice::Ending { taken } => {
            format!("上传系统可能不收这种格式。一般收：{}。", taken.join("、"))
        }
        FileAdvice::SameContent { holder, name } => {
            format!(
                "和{holder}的{}内容完全相同。同一份材料重复提交可能被退回。",
                quoted(name)
            )
        }
    }
}

/// How far reading a file is.
pub fn reading(file: &str, done: u64, size: u64) -> String {
    format!(
        "正在读取{}：{} / {}",
        quoted(file),
        bytes(done),
        bytes(size)
    )
}

/// Files were taken.
pub fn taken(count: usize) -> String {
    format!("已加上 {count} 个文件。")
}

/// A size whose bytes are not known.
pub const SIZE_UNKNOWN: &str = "大小未知";
