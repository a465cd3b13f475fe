//! Names that are not safe everywhere, and names that clash.

use package::name::{ClashKind, DEPTH_LIMIT, NameFault, PATH_LIMIT, SEGMENT_LIMIT};

use crate::Message;

/// Why a file name is refused, and what to do.
pub fn name_fault(fault: NameFault) -> Message {
    let text = match fault {
        NameFault::Empty => "文件名是空的，或者连着有两个斜线。".to_owned(),
        NameFault::Absolute => "文件名以斜线开头，会写到别处去。".to_owned(),
        NameFault::Climbing => "文件名里有“.”或“..”，会写到别的文件夹去。".to_owned(),
        NameFault::Home => "文件名以“~”开头，有的系统会当成用户文件夹。".to_owned(),
        NameFault::Backslash => "文件名里有反斜线，在 Windows 上会变成文件夹。".to_owned(),
        NameFault::Control(c) => format!("文件名里有控制字符 U+{:04X}。", u32::from(c)),
        NameFault::Forbidden(c) => format!("文件名里有“{c}”，Windows 不允许。"),
        NameFault::Hidden(c) => format!(
            "文件名里有看不见或会改变文字方向的字符 U+{:04X}。",
            u32::from(c)
        ),
        NameFault::TrailingDotOrSpace => {
            "文件名或文件夹名以句点或空格结尾，Windows 会去掉它。".to_owned()
        }
        NameFault::Device => "这个名字是 Windows 留给设备用的。".to_owned(),
        NameFault::SegmentTooLong => {
            format!("文件名太长，超过 {SEGMENT_LIMIT} 个字节（约 80 个汉字）。")
        }
        NameFault::PathTooLong => format!("完整路径太长，超过 {PATH_LIMIT} 个字节。"),
        NameFault::TooDeep => format!("文件夹套得太深，超过 {DEPTH_LIMIT} 层。"),
    };
    let remedy = match fault {
        NameFault::SegmentTooLong | NameFault::PathTooLong => "请把文件名改短。",
        NameFault::TooDeep => "请减少文件夹的层数。",
        _ => "请改名，只用汉字、字母、数字、“-”和“_”。",
    };
    Message::new(text, remedy)
}

/// How a name clashes with another, and what to do.
pub fn clash(kind: ClashKind, other: &str) -> Message {
    let text = match kind {
        ClashKind::Duplicate => format!("和{other}同名。"),
        ClashKind::Alike => {
            format!("和{other}只有大小写或字符写法不同，有的系统会当成同一个文件。")
        }
        ClashKind::FileAsFolder => format!("和{other}一个是文件、一个是同名文件夹，不能并存。"),
    };
    Message::new(text, "请给其中一个改名。")
}
