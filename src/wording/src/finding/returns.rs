//! What applications come back for besides papers and files.

use package::readiness::ObstacleKind;
use rulebook::Book;

use crate::{Labels, Message};

/// What falls short, or what only a person can see.
pub(super) fn message(book: &Book, kind: &ObstacleKind) -> Message {
    match kind {
        ObstacleKind::PaperNotBrought => Message::new(
            "清单里有这份材料，还没有附上。",
            "请附上文件或写明纸质原件；确实不需要的，以当年通知为准。",
        ),
        ObstacleKind::GateNotMet(id) => Message::new(
            format!("申报门槛没有过：{}。", Labels::new(book).clause(id)),
            "请看“结论”里的理由；填错了就改正，没填错今年多半会被退回。",
        ),
        ObstacleKind::YearsShort { need, have } => Message::new(
            match have {
                Some(have) => format!("年限不够：要满 {need} 年，到截止日只有 {have} 年。"),
                None => format!("年限不够：要满 {need} 年，还没有起算的日期。"),
            },
            "请核对日期；没有填错的，看“结论”里最早哪一年够。",
        ),
        // The year stands in the place, so that of many years this is said once.
        ObstacleKind::YearFails(_) => Message::new(
            "没有达到要求，或者没有记录。",
            "请核对这一年度的记录：漏记的补上；确实没达到的，先问清能不能补。",
        ),
        ObstacleKind::OutsideWindow => Message::new(
            "这条记录的日期不在计入的时间范围里，不算数。",
            "请核对日期；没有填错的，换一项范围内的，这一项留着也不加分。",
        ),
        ObstacleKind::ProofsNameApplicant => Message::new(
            "程序看不出扫描件里有没有您的名字。",
            "请逐份打开看：每份证明都要写有您的姓名和角色，只有单位名称的常被退回。",
        ),
        _ => Message::new(
            "程序看不出证件和证明上的姓名、身份证号、单位是否一致。",
            "请逐份打开看：和填写的不一样的（改过名、换过单位），附上说明或证明。",
        ),
    }
}
