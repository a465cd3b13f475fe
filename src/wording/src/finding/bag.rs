//! Findings about the bag (RFC 8493).

#[cfg(feature = "foreign")]
use package::bag::Foreign;
use package::bag::{Fault, Finding, Oxum, Place};

use super::{ASK_AGAIN, Told, clash, name_fault};
use crate::plain::quoted;
use crate::{Message, bytes};

/// What to do with a bag whose tag files are wrong.
const TAG_FILE: &str = "请按 RFC 8493 改正这个文件；申报包请由提交人重新导出。";

/// A finding about the bag.
pub fn bag(finding: &Finding) -> Told {
    Told {
        code: finding.fault.code(),
        severity: finding.fault.severity(),
        place: place(&finding.place),
        message: message(&finding.fault),
    }
}

fn place(place: &Place) -> String {
    match place {
        Place::Bag => "材料袋".to_owned(),
        Place::File(path) => format!("文件{}", quoted(path)),
        Place::Line(path, line) => format!("文件{}第 {line} 行", quoted(path)),
    }
}

fn message(fault: &Fault) -> Message {
    match fault {
        Fault::Name(fault) => name_fault(*fault),
        Fault::Clash(kind, other) => clash(*kind, &quoted(other)),
        #[cfg(feature = "foreign")]
        Fault::Foreign(fault) => foreign(*fault),
        Fault::Omitted(count) => Message::new(
            format!("还有 {count} 处问题没有列出。"),
            "请先解决上面列出的问题。",
        ),
        Fault::NoDeclaration
        | Fault::NoPayloadFolder
        | Fault::NoManifest
        | Fault::NotListed(_)
        | Fault::Missing { .. }
        | Fault::Checksum { .. }
        | Fault::Oxum { .. } => content(fault),
        Fault::ListedTwice(_)
        | Fault::OutsidePayload(_)
        | Fault::PayloadInTagManifest(_)
        | Fault::TagManifestListed(_)
        | Fault::ManifestNotListed(_)
        | Fault::TagNotListed(_)
        | Fault::Normalisation(_)
        | Fault::FetchOutside(_)
        | Fault::FetchNotListed { .. } => Message::new(listed(fault), TAG_FILE),
        Fault::Declaration
        | Fault::UnsupportedVersion(_)
        | Fault::UnsupportedEncoding(_)
        | Fault::UnknownAlgorithm
        | Fault::NotVerified(_)
        | Fault::BrokenAlgorithms
        | Fault::ByteOrderMark
        | Fault::NotUtf8
        | Fault::NotInEncoding(_)
        | Fault::Unterminated
        | Fault::DeclarationUnterminated
        | Fault::ManifestLine
        | Fault::ChecksumLength(_)
        | Fault::Percent
        | Fault::NoTagManifest
        | Fault::InfoLine
        | Fault::InfoBlank
        | Fault::OxumForm
        | Fault::OxumRepeated
        | Fault::BaggingDate
        | Fault::FetchLine
        | Fault::TooLong => Message::new(tag_file(fault), TAG_FILE),
    }
}

/// What is there, and what the manifests say is there.
fn content(fault: &Fault) -> Message {
    let text = match fault {
        Fault::Missing { path, fetchable } => {
            let text = format!("清单里有{}，袋里没有。", quoted(path));
            let remedy = if *fetchable {
                "fetch.txt 写了它可以从哪里取；请取来放好再核验。"
            } else {
                ASK_AGAIN
            };
            return Message::new(text, remedy);
        }
        Fault::Checksum { path, algorithm } => format!(
            "{}的内容和清单不符（{}）：被改过或已损坏。",
            quoted(path),
            algorithm.name()
        ),
        Fault::NotListed(manifest) => {
            format!("{}里没有列出这个文件：它是后来放进来的。", quoted(manifest))
        }
        Fault::Oxum { declared, found } => {
            format!("内容应有{}，实有{}。", oxum(*declared), oxum(*found))
        }
        Fault::NoPayloadFolder => "没有 data 文件夹，也就没有内容。".to_owned(),
        Fault::NoManifest => "没有内容清单，无法核对任何文件。".to_owned(),
        _ => "没有 bagit.txt，这不是材料袋。".to_owned(),
    };
    Message::new(text, ASK_AGAIN)
}

/// What stands in which manifest.
fn listed(fault: &Fault) -> String {
    match fault {
        Fault::ListedTwice(path) => format!("{}列了两次。", quoted(path)),
        Fault::OutsidePayload(path) => {
            format!("{}不在 data 文件夹里，不该列在这里。", quoted(path))
        }
        Fault::PayloadInTagManifest(path) => {
            format!("{}是内容文件，不该列在标签清单里。", quoted(path))
        }
        Fault::TagManifestListed(path) => {
            format!("{}是标签清单，不该列在标签清单里。", quoted(path))
        }
        Fault::ManifestNotListed(manifest) => {
            format!("标签清单{}没有列出这个内容清单。", quoted(manifest))
        }
        Fault::TagNotListed(manifest) => {
            format!(
                "标签清单{}没有列出这个文件，它被改动也发现不了。",
                quoted(manifest)
            )
        }
        Fault::Normalisation(path) => {
            format!(
                "清单里的{}和文件名的字符写法不同，有的系统会找不到。",
                quoted(path)
            )
        }
        Fault::FetchOutside(path) => format!("要取的{}不在 data 文件夹里。", quoted(path)),
        Fault::FetchNotListed { path, manifest } => {
            format!("要取的{}没有列在{}里。", quoted(path), quoted(manifest))
        }
        _ => "不符合规定。".to_owned(),
    }
}

/// What is wrong with a tag file itself.
fn tag_file(fault: &Fault) -> String {
    let text = match fault {
        Fault::Declaration => "bagit.txt 不是规定的两行。",
        Fault::UnsupportedVersion(version) => {
            return format!(
                "版本 {}.{} 不支持，支持 0.93 到 1.0。",
                version.major, version.minor
            );
        }
        Fault::UnsupportedEncoding(name) => {
            return format!("标签文件的编码是{}，应当是 UTF-8。", quoted(name));
        }
        Fault::UnknownAlgorithm => "这份清单的校验算法不认识。",
        Fault::NotVerified(algorithm) => {
            return format!("没有按 {} 核对：这里不计算它。", algorithm.name());
        }
        Fault::BrokenAlgorithms => "内容清单用的都是已被攻破的算法（md5、sha1），防不住有意改动。",
        Fault::ByteOrderMark => "文件开头有字节顺序标记（BOM）。",
        Fault::NotUtf8 => "文件不是 UTF-8 编码。",
        Fault::NotInEncoding(name) => {
            return format!("文件不是 bagit.txt 写明的编码{}。", quoted(name));
        }
        Fault::Unterminated | Fault::DeclarationUnterminated => "最后一行没有换行符。",
        Fault::ManifestLine => "这一行不是“校验值、空格、路径”。",
        Fault::ChecksumLength(algorithm) => {
            return format!("这一行的校验值长度不是 {} 的长度。", algorithm.name());
        }
        Fault::Percent => "路径里的百分号写法不对，只能是 %0A、%0D 或 %25。",
        Fault::NoTagManifest => "没有标签清单，标签文件被改动也发现不了。",
        Fault::InfoLine => "这一行不是“名称: 内容”。",
        Fault::InfoBlank => "这里有空行。",
        Fault::OxumForm => "Payload-Oxum 不是“字节数.文件数”。",
        Fault::OxumRepeated => "Payload-Oxum 写了不止一次。",
        Fault::BaggingDate => "Bagging-Date 不是 2026-12-31 这样的日期。",
        Fault::FetchLine => "这一行不是“地址、长度、路径”。",
        Fault::TooLong => "这个标签文件太长，没有读。",
        _ => "不符合规定。",
    };
    text.to_owned()
}

/// What only bags of others show.
#[cfg(feature = "foreign")]
fn foreign(fault: Foreign) -> Message {
    match fault {
        Foreign::Asterisk => Message::new(
            "清单是校验工具生成的，路径前带有星号；旧版本可以，RFC 8493 不可以。",
            "请去掉星号，重新生成标签清单。",
        ),
        Foreign::NotListedAnywhere => Message::new(
            "没有一份内容清单列出这个文件：它是后来放进来的。",
            ASK_AGAIN,
        ),
        Foreign::Link => Message::new(
            "这是一个链接，可能指到袋外。",
            "请换成文件本身；链接没有打开。",
        ),
        Foreign::SpecialFile => {
            Message::new("这是设备或管道一类的特殊文件。", "请去掉它；它没有打开。")
        }
        Foreign::NameEncoding => Message::new(
            "文件名不是 Unicode 文字，别的系统认不出来。",
            "请改名；这个文件没有核对。",
        ),
        Foreign::LongPath => Message::new(
            "路径超过 255 个字符，Windows 上多半打不开。",
            "请缩短文件名或减少文件夹层数。",
        ),
    }
}

fn oxum(oxum: Oxum) -> String {
    format!(
        " {} 个文件、{}（{} 字节）",
        oxum.files,
        bytes(oxum.bytes),
        oxum.bytes
    )
}
