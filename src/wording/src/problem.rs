//! What is wrong or noteworthy in the answers.

use assess::{Place, Problem, ProblemKind};
use dossier::ResidentIdError;
use json::Decimal;
use rulebook::{Book, DateRule};

use crate::answer::unit;
use crate::plain::{quoted, shown};
use crate::{Labels, Message, number};

/// A place in a dossier: `“出生日期”`, `“业绩成果”的记录 a3 的“排名”`.
pub fn place(book: &Book, place: &Place) -> String {
    let labels = Labels::new(book);
    match place {
        Place::Question(id) => format!("“{}”", labels.question(id)),
        Place::Field {
            list,
            record,
            field,
        } => format!(
            "“{}”的记录 {} 的“{}”",
            labels.list(list),
            shown(record),
            labels.field(list, None, field)
        ),
        Place::Record { list, record } => {
            format!("“{}”的记录 {}", labels.list(list), shown(record))
        }
        Place::List(id) => format!("“{}”这一栏", labels.list(id)),
    }
}

/// What is wrong or noteworthy, and what to do. The first sentence names the question or field.
pub fn problem(book: &Book, problem: &Problem) -> Message {
    let name = name(book, &problem.place);
    match &problem.kind {
        ProblemKind::NotYesNo => Message::new(
            format!("{name}只能答“是”或“否”。"),
            "请重新选；不清楚可以先不答。",
        ),
        ProblemKind::NotAChoice { found } => Message::new(
            format!("{name}没有{}这个选项。", quoted(found)),
            "请从列出的选项里选一个。",
        ),
        ProblemKind::NotANumber { found } => Message::new(
            format!("{name}要填数字，{}不是数字。", quoted(found)),
            "请填数字，如 5 或 4.5。",
        ),
        ProblemKind::NotWhole => Message::new(
            format!("{name}要填整数。"),
            "请去掉小数；年数不满一年的不计。",
        ),
        ProblemKind::OutOfRange { min, max } => out_of_range(book, problem, (*min, *max)),
        ProblemKind::NotADate { found } => Message::new(
            format!("{name}里的{}不是日历上的一天。", quoted(found)),
            "请填年月日，如 2021-06-01；只有年月的填那个月的最后一天。",
        ),
        ProblemKind::NotText => Message::new(format!("{name}要填文字。"), "请重新填写。"),
        ProblemKind::TooLong { max } => Message::new(
            format!("{name}太长了，最多 {max} 个字。"),
            "请写得短一些，细节放在证明材料里。",
        ),
        ProblemKind::NoneHasNoMeaning => Message::new(
            format!("{name}不能答“无”。"),
            "请填写内容；不清楚可以先空着。",
        ),
        other @ (ProblemKind::Future
        | ProblemKind::AfterToday
        | ProblemKind::AfterCutOff { .. }) => moment(book, &name, other),
        other @ (ProblemKind::ResidentId(_)
        | ProblemKind::ResidentIdBirthDate { .. }
        | ProblemKind::ResidentIdSex) => identity(&name, other),
        other @ (ProblemKind::Repeated { .. }
        | ProblemKind::Check { .. }
        | ProblemKind::UnknownKey
        | ProblemKind::UnknownList) => whole(&name, other),
    }
}

/// The name of what is meant, as the start of a sentence.
fn name(book: &Book, place: &Place) -> String {
    let labels = Labels::new(book);
    match place {
        Place::Question(id) => format!("“{}”", labels.question(id)),
        Place::Field { list, field, .. } => format!("“{}”", labels.field(list, None, field)),
        Place::Record { list, record } => {
            format!("“{}”的记录 {}", labels.list(list), shown(record))
        }
        Place::List(id) => format!("“{}”", labels.list(id)),
    }
}

fn out_of_range(book: &Book, problem: &Problem, (min, max): (Decimal, Decimal)) -> Message {
    let labels = Labels::new(book);
    let kind = match &problem.place {
        Place::Question(id) => labels.question_def(id).map(|question| &question.kind),
        Place::Field { list, field, .. } => {
            labels.field_def(list, None, field).map(|field| &field.kind)
        }
        Place::Record { .. } | Place::List(_) => None,
    };
    let unit = kind
        .and_then(unit)
        .map_or(String::new(), |unit| format!(" {unit}"));
    Message::new(
        format!(
            "{}要在 {min} 到 {max}{unit}之间。",
            name(book, &problem.place)
        ),
        "请核对数字和单位。",
    )
}

/// Problems of days.
fn moment(book: &Book, name: &str, kind: &ProblemKind) -> Message {
    match kind {
        ProblemKind::Future => Message::new(
            format!("{name}在今天以后，不可能。"),
            "请核对年份；还没有发生的先不要填。",
        ),
        ProblemKind::AfterCutOff { cut_off } => {
            let mut days = book.date.iter();
            let day = days.find(|day| day.rule == DateRule::CutOff);
            Message::new(
                format!(
                    "{name}在{}（{}）以后，本年度不计。",
                    day.map_or("截止日", |day| &day.label),
                    number::date(*cut_off)
                ),
                "可以留着，以后年度申报时再用；日期填错的请改正。",
            )
        }
        _ => Message::new(
            format!("{name}在今天以后。"),
            "先按会如期发生来算；到时候没有发生的，请改过来。",
        ),
    }
}

/// Problems of identity numbers.
fn identity(name: &str, kind: &ProblemKind) -> Message {
    match kind {
        ProblemKind::ResidentId(error) => resident_id(name, *error),
        ProblemKind::ResidentIdBirthDate { told } => Message::new(
            format!(
                "{name}表示的出生日期是 {}，和填写的不一样。",
                number::date(*told)
            ),
            "请核对证件，改正号码或出生日期。",
        ),
        _ => Message::new(
            format!("{name}表示的性别和填写的不一样。"),
            "请核对证件，改正号码或性别。",
        ),
    }
}

fn resident_id(name: &str, error: ResidentIdError) -> Message {
    let remedy = "请对照身份证逐位核对。";
    match error {
        ResidentIdError::Length { found } => Message::new(
            format!("{name}应当是 18 位，现在是 {found} 位。"),
            "请对照身份证逐位核对，不要留空格；15 位的旧号码请换成现在的号码。",
        ),
        ResidentIdError::Character { position } => Message::new(
            format!("{name}的第 {position} 位不对。"),
            "前 17 位只能是数字，最后一位是数字或 X。请对照身份证改正。",
        ),
        ResidentIdError::BirthDate => {
            Message::new(format!("{name}的第 7 到 14 位不是一个日期。"), remedy)
        }
        ResidentIdError::CheckCharacter => Message::new(
            format!("{name}的最后一位（校验码）和前面的数字对不上。"),
            "多半是抄错或漏了一位。请对照身份证逐位核对。",
        ),
    }
}

/// Problems of records, and what the book says itself.
fn whole(name: &str, kind: &ProblemKind) -> Message {
    match kind {
        ProblemKind::Repeated { other } => Message::new(
            format!("{name}和记录 {} 重复，只能有一条。", shown(other)),
            "请合并成一条，或改正其中一条。",
        ),
        ProblemKind::Check { message, .. } => {
            Message::new(message.clone(), format!("涉及{name}，请核对后改正。"))
        }
        ProblemKind::UnknownList => Message::new(
            format!("这一版规则没有{name}这一栏。"),
            "内容替您留着，但不影响结论。",
        ),
        _ => Message::new(
            format!("这一版规则不问{name}。"),
            "内容替您留着，但不影响结论。",
        ),
    }
}

#[cfg(test)]
mod tests;
