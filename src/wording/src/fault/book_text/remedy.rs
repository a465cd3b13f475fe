//! What would be right instead.

use rulebook::FaultKind;

use super::phrase::{phrase, thing};
use crate::plain::shown;

/// How many of the known ids are shown.
const SHOWN: usize = 40;

/// What would be right.
pub(super) fn remedy(fault: &FaultKind) -> String {
    match fault {
        FaultKind::Format { expected, .. } => format!("这一版读的是“{expected}”。"),
        FaultKind::Unresolved { known, .. } if known.is_empty() => {
            "这里一个也没有，请补上，或去掉这处引用。".to_owned()
        }
        FaultKind::Unresolved { known, .. } => format!("现有：{}。", some(known)),
        FaultKind::NoneGiven { what } => format!("请至少写一个{}。", thing(*what)),
        FaultKind::TooMany { limit, .. } => format!("最多 {limit} 个。"),
        FaultKind::TooLong { limit } => format!("请让引用不超过 {limit} 层。"),
        FaultKind::OutOfRange { least, most, .. } => format!("可以从 {least} 到 {most}。"),
        FaultKind::NotOfForm { form, .. } => format!("请写成{}。", phrase(form)),
        FaultKind::WrongKind { expected, .. } => format!("这里要的是{}。", phrase(expected)),
        FaultKind::WrongTest { instead, .. } => format!("请用{}。", phrase(instead)),
        FaultKind::WrongConstant { expected, .. } => format!("请写{}。", phrase(expected)),
        FaultKind::Disagree { ids, .. } => format!("应当正好是：{}。", some(ids)),
        FaultKind::Needed { key, .. } => format!("请补上 {key}。"),
        FaultKind::Meaningless { key, .. } => format!("请去掉{}。", phrase(key)),
        other => plain(other).to_owned(),
    }
}

/// Remedies that are the same whatever the data.
fn plain(fault: &FaultKind) -> &'static str {
    match fault {
        FaultKind::Blank => "请写上给人看的文字。",
        FaultKind::RepeatedId { .. } => "请给每一个各自的编号。",
        FaultKind::UnusableId { .. } => {
            "请用 1 到 64 个小写字母、数字、“_”、“-”或“.”，以字母或数字开头。"
        }
        FaultKind::ReservedId { .. } => "请换一个编号。",
        FaultKind::NotInKind { .. } => "只写这些记录都有的字段，或写明是哪一种。",
        FaultKind::Circular { .. } => "请从圈里去掉一处引用。",
        FaultKind::Disordered { .. } => "请把两者换过来。",
        FaultKind::NoSuchDay { .. } => "请写每年都有的月和日。",
        FaultKind::NotInYear { .. } => "每一年各有自己的文件。",
        FaultKind::EmptyTest => "请写一个界限，或去掉这个判断。",
        FaultKind::NoneRefused { .. } => "请用 none 写明“无”的意思，或去掉 or_none。",
        FaultKind::NoForm { .. } => "请补上这个级别的说法，或引用别的条款。",
        FaultKind::TwoForms { .. } => "一个级别最多一种说法，请去掉一种。",
        FaultKind::TooFew { .. } => "请少要求一些，或多列一些。",
        FaultKind::NotHundredths { .. } => "请改分值或系数，使乘积正好是百分之一分的整数倍。",
        FaultKind::NoMakeUpDay { .. } => "请写不放假的星期六或星期日。",
        FaultKind::NotWritable { .. } => "请用 JSON 能写的数字。",
        _ => "请对照规则书的格式改正。",
    }
}

/// Ids in a row, not too many.
fn some(ids: &[String]) -> String {
    let shown_ids: Vec<String> = ids.iter().take(SHOWN).map(|id| shown(id)).collect();
    let more = if ids.len() > SHOWN { "……" } else { "" };
    format!("{}{more}", shown_ids.join("、"))
}
