//! What is wrong with a rule book, a season or a calendar.

mod phrase;
mod remedy;

use json::{ReadErrorKind, ShapeError};
use rulebook::{BookError, BookErrorKind, BookErrors, FaultKind, Place};

use super::{json_kind, shape_error};
use crate::Message;
use crate::plain::{quoted, shown};
use phrase::{phrase, thing};

/// What is wrong with a book, and what would be right.
pub fn book_error(error: &BookError) -> Message {
    match &error.kind {
        BookErrorKind::NoFiles => Message::new(
            "没有 TOML 文件。",
            "规则书是一个文件夹，里面要有 book.toml。",
        ),
        BookErrorKind::TooLarge { found, limit } => Message::new(
            format!("有 {found} 字节，太大了。"),
            format!("最多读 {limit} 字节。"),
        ),
        BookErrorKind::NotToml { message } => Message::new(
            format!("不是 TOML：{}。", shown(message)),
            "请改正这一处的 TOML 写法。",
        ),
        BookErrorKind::NotJson(kind) => Message::new(
            format!("不是 JSON：{}。", not_json(kind)),
            "编译后的规则书是一个 JSON 值，请重新编译。",
        ),
        BookErrorKind::Number { text } => Message::new(
            format!("数字{}不能精确保存。", quoted(text)),
            "请写成最多六位小数的普通数字。",
        ),
        BookErrorKind::InTwoFiles { key, first } => Message::new(
            format!("{}在{}已经写过。", quoted(key), at(first)),
            "只有表的数组可以分写在几个文件里，请只留一处。",
        ),
        BookErrorKind::Shape(kind) => {
            let path = error.path.clone();
            let kind = kind.clone();
            shape_error(&ShapeError { path, kind })
        }
        BookErrorKind::Fault(fault) => Message::new(what(fault), remedy::remedy(fault)),
    }
}

/// How many errors a book has, and the first of them.
pub fn book_errors(errors: &BookErrors) -> String {
    let count = errors.iter().len();
    let first = errors.iter().next().map(|error| {
        let text = book_error(error).text;
        format!("{}：{text}", book_place(error))
    });
    format!("有 {count} 处错误；第一处是{}", first.unwrap_or_default())
}

/// Where an error stands: `gates.toml 第 12 行第 5 列，条目“G3”`.
pub fn book_place(error: &BookError) -> String {
    part_place(&error.place, error.entry.as_deref())
}

/// Where a part of a book stands, in the same form.
pub fn part_place(place: &Place, entry: Option<&str>) -> String {
    let place = at(place);
    match entry {
        Some(entry) => format!("{place}，条目{}", quoted(entry)),
        None => place,
    }
}

fn at(place: &Place) -> String {
    let file = shown(&place.file);
    match (place.file.is_empty(), place.line) {
        (true, 0) => "全文".to_owned(),
        (false, 0) => file,
        (_, line) => format!("{file} 第 {line} 行第 {} 列", place.column)
            .trim_start()
            .to_owned(),
    }
}

fn not_json(kind: &ReadErrorKind) -> String {
    json_kind(kind).trim_end_matches('。').to_owned()
}

/// What is unsound.
fn what(fault: &FaultKind) -> String {
    match fault {
        FaultKind::Format { found, .. } => format!("格式标记是{}。", quoted(found)),
        FaultKind::Blank => "文字是空的。".to_owned(),
        FaultKind::RepeatedId { what, id, first } => format!(
            "编号{}已经被另一个{}用了，在{}。",
            quoted(id),
            thing(*what),
            quoted(&first.to_string())
        ),
        FaultKind::UnusableId { id } => format!("{}不能作编号。", quoted(id)),
        FaultKind::ReservedId { id } => format!("{}在草稿文件里另有意义。", quoted(id)),
        FaultKind::Unresolved { what, id, .. } => {
            format!("没有{}{}。", thing(*what), quoted(id))
        }
        FaultKind::NotInKind { field, kind } => {
            format!("{}这种记录没有字段{}。", quoted(kind), quoted(field))
        }
        FaultKind::Circular { what, ids } => {
            format!(
                "{}互相依赖成了圈：{}。",
                thing(*what),
                shown(&ids.join(" → "))
            )
        }
        FaultKind::TooLong { limit } => format!("条款一个引用一个，超过了 {limit} 层。"),
        FaultKind::NoneGiven { what } => format!("一个{}也没有。", thing(*what)),
        FaultKind::TooMany { what, found, .. } => {
            format!("{}有 {found} 个，太多了。", thing(*what))
        }
        FaultKind::TooFew {
            asked,
            there,
            what,
            within,
        } => {
            let within = within
                .as_deref()
                .map(|within| format!("{}里", phrase(within)));
            format!(
                "要求 {asked} 个{}，{}只有 {there} 个。",
                thing(*what),
                within.unwrap_or_default()
            )
        }
        FaultKind::NoForm { clause, level } => {
            format!("条款{}没有级别{}的说法。", quoted(clause), quoted(level))
        }
        FaultKind::TwoForms { level } => format!("级别{}有两种说法。", quoted(level)),
        FaultKind::Needed { key, by } => format!("{}缺少 {key}。", phrase(by)),
        FaultKind::Meaningless { key, why } => {
            format!("{}在这里没有意义：{}。", phrase(key), phrase(why))
        }
        other => value(other),
    }
}

/// What is wrong with a value or a test.
fn value(fault: &FaultKind) -> String {
    match fault {
        FaultKind::OutOfRange { found, .. } => format!("{found} 超出了范围。"),
        FaultKind::Disordered { first, then } => {
            format!("次序反了：先是{}，后是{}。", phrase(first), phrase(then))
        }
        FaultKind::NoSuchDay { found } => format!("{}不是每年都有的日子。", quoted(found)),
        FaultKind::NotInYear { day, year } => format!("{} 不在 {year} 年里。", shown(day)),
        FaultKind::NotOfForm { found, .. } => format!("{}的写法不对。", quoted(found)),
        FaultKind::WrongKind { id, found, .. } => {
            format!("{}的答案是{}。", quoted(id), phrase(found))
        }
        FaultKind::WrongTest { test, id, kind, .. } => {
            format!("{}的答案是{}，不能用 {test}。", quoted(id), phrase(kind))
        }
        FaultKind::WrongConstant { found, id, .. } => {
            format!("{}不能是{}的答案。", quoted(found), quoted(id))
        }
        FaultKind::EmptyTest => "这个判断什么也没有限定。".to_owned(),
        FaultKind::NoneRefused { id } => format!("{}不能答“无”。", quoted(id)),
        FaultKind::Disagree {
            id, choices, what, ..
        } => format!(
            "{}的选项（{}）和全部{}对不上。",
            quoted(id),
            shown(&choices.join("、")),
            thing(*what)
        ),
        FaultKind::NotHundredths { points, factor } => {
            let factor = factor
                .map(|factor| format!(" × {factor}"))
                .unwrap_or_default();
            format!("{points}{factor} 不是整的百分之一分。")
        }
        FaultKind::NoMakeUpDay { day } => format!("{} 不是调休上班的日子。", shown(day)),
        FaultKind::NotWritable { reason } => format!("写不出来：{}。", shown(reason)),
        _ => "不合规则书的规定。".to_owned(),
    }
}

#[cfg(test)]
mod tests;
