//! What keeps a dossier from being sealed.

use package::readiness::{Obstacle, ObstacleKind, Place};
use rulebook::Book;

use super::{Told, clash, name_fault, pledge_fault};
use crate::plain::{quoted, shown};
use crate::{Labels, Message, bytes, term};

/// An obstacle: where it is mended, what it is, what to do.
pub fn obstacle(book: &Book, obstacle: &Obstacle) -> Told {
    Told {
        code: obstacle.code(),
        severity: obstacle.severity(),
        place: with_year(obstacle_place(book, &obstacle.place), obstacle),
        message: message(book, obstacle),
    }
}

/// Where an obstacle is mended.
pub fn obstacle_place(book: &Book, place: &Place) -> String {
    match place {
        Place::Answer(place) => crate::place(book, place),
        Place::Material(id) => format!("材料“{}”", Labels::new(book).material(id)),
        Place::File { holder, name } => file(book, holder, name),
        Place::Whole => "整份申报材料".to_owned(),
        Place::Pledge => "诚信承诺".to_owned(),
    }
}

/// The place with the year that falls short, where a whole list is the place.
pub(crate) fn with_year(place: String, obstacle: &Obstacle) -> String {
    match (&obstacle.kind, &obstacle.place) {
        (ObstacleKind::YearFails(year), Place::Answer(assess::Place::List(_))) => {
            format!("{place}，{year} 年度")
        }
        _ => place,
    }
}

/// A file by its name and by what it proves.
fn file(book: &Book, holder: &str, name: &str) -> String {
    let material = book.material.iter().find(|material| material.id == holder);
    let of = material.map_or_else(
        || format!("记录 {}", shown(holder)),
        |material| format!("材料“{}”", material.label),
    );
    format!("{of}的文件{}", quoted(name))
}

fn message(book: &Book, obstacle: &Obstacle) -> Message {
    match &obstacle.kind {
        ObstacleKind::Refused(kind) => match &obstacle.place {
            Place::Answer(place) => {
                let (place, kind) = (place.clone(), kind.clone());
                crate::problem(book, &assess::Problem { place, kind })
            }
            _ => Message::new("这个答案不能用。", "请核对后改正。"),
        },
        ObstacleKind::FileName(fault) => name_fault(*fault),
        ObstacleKind::FileClash { kind, holder, name } => clash(*kind, &file(book, holder, name)),
        ObstacleKind::PledgeVoid(fault) => pledge_fault(book, fault),
        ObstacleKind::FileTwice { holder, name } => Message::new(
            format!("和{}内容完全相同。", file(book, holder, name)),
            "同一份材料重复提交可能被退回，请确认是不是选错了。",
        ),
        kind @ (ObstacleKind::OtherBook(_)
        | ObstacleKind::OtherSeason(_)
        | ObstacleKind::Unanswered
        | ObstacleKind::ListOpen
        | ObstacleKind::NoEvidence
        | ObstacleKind::NoMaterial
        | ObstacleKind::NoPledge) => lacking(book, kind),
        kind @ (ObstacleKind::FileAbsent
        | ObstacleKind::FileUnnamed
        | ObstacleKind::FileNotNormalised
        | ObstacleKind::FileEmpty
        | ObstacleKind::FileKind(_)
        | ObstacleKind::FileTruncated
        | ObstacleKind::FileEnding) => file_trouble(kind),
        kind @ (ObstacleKind::TooManyFiles { .. }
        | ObstacleKind::TooLargeForPackage { .. }
        | ObstacleKind::FileTooLarge { .. }
        | ObstacleKind::FileNameLong { .. }
        | ObstacleKind::FileNameCharacter(_)
        | ObstacleKind::TooManyForPortal { .. }
        | ObstacleKind::FilesTooLarge { .. }) => limit(kind),
        kind @ (ObstacleKind::PaperNotBrought
        | ObstacleKind::GateNotMet(_)
        | ObstacleKind::YearsShort { .. }
        | ObstacleKind::YearFails(_)
        | ObstacleKind::OutsideWindow
        | ObstacleKind::ProofsNameApplicant
        | ObstacleKind::PapersAgree) => super::returns::message(book, kind),
    }
}

/// What is not there yet, or belongs elsewhere.
fn lacking(book: &Book, kind: &ObstacleKind) -> Message {
    match kind {
        ObstacleKind::OtherBook(id) => Message::new(
            format!(
                "草稿是按另一本规则书{}填的，现在用的是“{}”。",
                quoted(id),
                book.title
            ),
            "请换回原来的规则书，或在现在的规则书下另建一份。",
        ),
        ObstacleKind::OtherSeason(year) => Message::new(
            format!("草稿是 {year} 年度的。"),
            "请在“年度”里选定要申报的年度。",
        ),
        ObstacleKind::Unanswered => Message::new("这一项必填，还没有填。", "请补填。"),
        ObstacleKind::ListOpen => Message::new(
            "还没有说明这一栏已填完整。",
            "请核对后打开“本项已填完整”；没有可填的也要说明。",
        ),
        ObstacleKind::NoEvidence => Message::new(
            "这条记录没有证明材料。",
            "请附上文件，或写明届时出示哪份纸质原件。",
        ),
        ObstacleKind::NoMaterial => {
            Message::new("缺少这份材料。", "请附上文件，或写明届时出示哪份纸质原件。")
        }
        _ => Message::new("还没有承诺。", "请到“诚信承诺”逐条确认并署名。"),
    }
}

/// What is wrong with a file.
fn file_trouble(kind: &ObstacleKind) -> Message {
    match kind {
        ObstacleKind::FileAbsent => Message::new(
            "文件的内容现在不在手边（页面重新打开过，或从草稿打开）。",
            "请再选一次这个文件，或把它移除。",
        ),
        ObstacleKind::FileUnnamed => Message::new(
            "文件在手边，但没有任何一条记录或材料提到它，或者提到了两次。",
            "请移除它，再从要证明的记录里添加。",
        ),
        ObstacleKind::FileNotNormalised => Message::new(
            "文件名的字符写法不统一（不是 NFC），换一台电脑可能找不到。",
            "请移除后重新添加，程序会自动改好。",
        ),
        ObstacleKind::FileKind(found) => Message::new(
            format!(
                "文件名的后缀和内容对不上：内容看起来是{}。",
                term::file_kind(*found)
            ),
            "请用原来的程序另存为需要的格式，不要只改后缀。",
        ),
        ObstacleKind::FileTruncated => Message::new(
            "文件不完整，后面缺了一段，可能没有下载完或没有拷贝完。",
            "请重新取得完整的文件，打开确认后再附上。",
        ),
        ObstacleKind::FileEmpty => {
            Message::new("文件是空的，一个字节也没有。", "请确认选对了文件。")
        }
        _ => Message::new(
            "上传系统可能不收这种格式的文件。",
            "请转成 PDF 或 JPG 再附上。",
        ),
    }
}

/// What is more than a package or a portal takes.
fn limit(kind: &ObstacleKind) -> Message {
    match kind {
        ObstacleKind::TooManyFiles { limit } => Message::new(
            format!("文件太多，一个申报包最多 {limit} 个。"),
            "请把同一记录的多页合成一个文件。",
        ),
        ObstacleKind::TooLargeForPackage { limit } => Message::new(
            format!("所有文件合计太大，一个申报包最多 {}。", bytes(*limit)),
            "请压缩扫描件的清晰度，或去掉不必要的文件。",
        ),
        ObstacleKind::FileTooLarge { limit } => Message::new(
            format!("超过上传系统对单个文件的限制（{}）。", bytes(*limit)),
            "请降低扫描件的清晰度，或分成几个文件。",
        ),
        ObstacleKind::FileNameLong { limit } => Message::new(
            format!("文件名超过上传系统的限制（{limit} 个字）。"),
            "请把文件名改短。",
        ),
        ObstacleKind::FileNameCharacter(c) => Message::new(
            format!(
                "上传系统不收文件名里有“{}”的文件。",
                shown(c.encode_utf8(&mut [0; 4]))
            ),
            "请把文件名里的这个字符去掉。",
        ),
        ObstacleKind::TooManyForPortal { limit } => Message::new(
            format!("文件太多，上传系统最多收 {limit} 个。"),
            "请把同一记录的多页合成一个文件。",
        ),
        ObstacleKind::FilesTooLarge { limit } => Message::new(
            format!("所有文件合计超过上传系统的限制（{}）。", bytes(*limit)),
            "请压缩扫描件的清晰度，或去掉不必要的文件。",
        ),
        _ => Message::new("还不能封装。", "请核对这一处。"),
    }
}
