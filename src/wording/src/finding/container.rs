//! Findings about the zip container.

use package::container::{Fault, Field, Finding, Place, Trace};

use super::{ASK_AGAIN, Told, clash, name_fault};
use crate::plain::quoted;
use crate::{Message, bytes};

/// A finding about the container.
pub fn container(finding: &Finding) -> Told {
    Told {
        code: finding.fault.code(),
        severity: finding.fault.severity(),
        place: place(&finding.place),
        message: message(&finding.fault),
    }
}

fn place(place: &Place) -> String {
    match place {
        Place::Archive => "压缩包".to_owned(),
        Place::Offset(offset) => format!("压缩包第 {offset} 字节处"),
        Place::Entry { index, name } => {
            format!(
                "压缩包第 {} 个条目{}",
                index.saturating_add(1),
                quoted(name)
            )
        }
    }
}

fn message(fault: &Fault) -> Message {
    match fault {
        Fault::Name(fault) => name_fault(*fault),
        Fault::Clash(kind, index) => {
            clash(*kind, &format!("第 {} 个条目", index.saturating_add(1)))
        }
        Fault::Omitted(count) => Message::new(
            format!("还有 {count} 处问题没有列出。"),
            "请先解决上面列出的问题。",
        ),
        Fault::Rewritten(trace) => Message::new(
            format!("压缩包被别的工具重新打包过：{}。", rewritten(*trace)),
            "内容逐一核对过的话可以接受；最好用原来的文件。",
        ),
        Fault::TooManyEntries(_)
        | Fault::DirectoryTooLarge(_)
        | Fault::TooLarge(_)
        | Fault::TooDense(_) => Message::new(
            too_much(fault),
            "这不像正常的申报包，请不要解压，并向提交人核实。",
        ),
        Fault::Link | Fault::SpecialFile | Fault::Encrypted => Message::new(
            special(fault),
            "请让提交人重新导出申报包，不要加密，也不要放快捷方式。",
        ),
        Fault::NotAnArchive
        | Fault::TrailingBytes(_)
        | Fault::LeadingBytes(_)
        | Fault::Gap(_)
        | Fault::Overlap
        | Fault::Comment
        | Fault::MultiDisk
        | Fault::Zip64
        | Fault::Directory
        | Fault::LocalHeader
        | Fault::Disagreement(_)
        | Fault::NameEncoding
        | Fault::NameTwice
        | Fault::FolderUnclear
        | Fault::Method(_)
        | Fault::Flags(_)
        | Fault::Version(_)
        | Fault::Extra
        | Fault::StoredSizes
        | Fault::Descriptor
        | Fault::Crc
        | Fault::LessData
        | Fault::MoreData
        | Fault::Deflate => Message::new(structure(fault), ASK_AGAIN),
    }
}

/// More than a reader takes.
fn too_much(fault: &Fault) -> String {
    match fault {
        Fault::TooManyEntries(count) => format!("有 {count} 个条目，超过了允许的个数。"),
        Fault::DirectoryTooLarge(size) => format!("目录有 {}，超过了允许的大小。", bytes(*size)),
        Fault::TooLarge(size) => format!("展开后有 {}，超过了允许的大小。", bytes(*size)),
        Fault::TooDense(times) => format!("展开后是原来的 {times} 倍，像是压缩炸弹。"),
        _ => String::new(),
    }
}

/// What no package holds.
fn special(fault: &Fault) -> String {
    let text = match fault {
        Fault::Link => "这是一个链接（快捷方式），不是文件。",
        Fault::SpecialFile => "这是设备或管道一类的特殊文件。",
        _ => "这个条目加了密，读不了。",
    };
    text.to_owned()
}

/// What is damaged, or could be read in two ways.
fn structure(fault: &Fault) -> String {
    let text = match fault {
        Fault::NotAnArchive => "这不是完整的 zip 压缩包，可能没有传完。",
        Fault::TrailingBytes(count) => return format!("结尾以后还有 {count} 个多余的字节。"),
        Fault::LeadingBytes(count) => return format!("开头以前有 {count} 个多余的字节。"),
        Fault::Gap(count) => return format!("条目之间有 {count} 个不属于任何条目的字节。"),
        Fault::Overlap => "这个条目和前一个重叠在一起。",
        Fault::Comment => "带有注释，里面可能藏着别的内容。",
        Fault::MultiDisk => "这只是分卷压缩包中的一卷。",
        Fault::Zip64 => "大文件记录（zip64）损坏，或者前后矛盾。",
        Fault::Directory => "目录损坏，或者不在该在的地方。",
        Fault::LocalHeader => "条目的开头缺失或损坏。",
        Fault::Disagreement(field) => {
            return format!("目录里和条目开头写的{}不一样。", field_name(*field));
        }
        Fault::NameEncoding => "文件名的编码认不出来，应当是 UTF-8。",
        Fault::NameTwice => "同一个条目有两个不同的文件名。",
        Fault::FolderUnclear => "分不清它是文件还是文件夹。",
        Fault::Method(method) => {
            return format!("压缩方法 {method} 不支持，只支持存储和 deflate。");
        }
        Fault::Flags(flags) => return format!("有不认识的标志 {flags:#06x}。"),
        Fault::Version(version) => {
            return format!(
                "需要 zip 格式的 {}.{} 版，这里不支持。",
                version / 10,
                version % 10
            );
        }
        Fault::Extra => "附加字段损坏。",
        Fault::StoredSizes => "没有压缩的条目，前后大小却不一样。",
        Fault::Descriptor => "条目后面的说明损坏，或者和开头不一样。",
        Fault::Crc => "内容的校验值（CRC-32）不对，内容损坏或被改过。",
        Fault::LessData => "内容比写明的短。",
        Fault::MoreData => "内容比写明的长。",
        Fault::Deflate => "压缩数据损坏，解不开。",
        _ => "结构不对。",
    };
    text.to_owned()
}

fn field_name(field: Field) -> &'static str {
    match field {
        Field::Flags => "标志",
        Field::Method => "压缩方法",
        Field::Crc => "校验值",
        Field::Compressed => "压缩后大小",
        Field::Size => "大小",
        Field::Name => "文件名",
    }
}

fn rewritten(trace: Trace) -> &'static str {
    match trace {
        Trace::Deflate => "有压缩过的条目",
        Trace::Order => "条目的次序变了",
        Trace::Folder => "文件夹成了单独的条目",
        Trace::Time => "时间变了",
        Trace::Attributes => "版本、权限或属性变了",
        Trace::Flags => "标志变了",
        Trace::Extra => "多了附加字段",
        Trace::Zip64 => "多了用不着的大文件记录",
        Trace::NotNormalised => "文件名的字符写法变了（不是 NFC）",
        Trace::Recoded => "文件名换成了别的编码",
    }
}
