//! What rule keepers read of the check of a whole book.

use audit::{Complaint, ComplaintKind, Difference, Matter};
use json::Json;
use rulebook::{Book, Place};

use crate::fault::part_place;
use crate::{Labels, Message, number};

/// A complaint with its place: `rules.toml 第 12 行第 3 列，条目“G3”：……`.
pub fn complaint_at(book: &Book, complaint: &Complaint, place: &Place) -> String {
    let entry = rulebook::entry_at(book, &complaint.path);
    let mut at = part_place(place, entry.as_deref());
    if place.line == 0 {
        at = format!("{at}（{}）", complaint.path);
    }
    crate::command::at(&at, &complaint_text(book, complaint).whole())
}

/// What is wrong with a part of a book, and what would be right.
pub fn complaint_text(book: &Book, complaint: &Complaint) -> Message {
    let labels = Labels::new(book);
    let at_levels = |levels: &[String]| {
        let names = levels.iter().map(|level| labels.level(level));
        names.collect::<Vec<_>>().join("、")
    };
    match &complaint.kind {
        ComplaintKind::NeverHolds { levels } => Message::new(
            format!("这个条件对谁都不成立（{}）。", at_levels(levels)),
            "请看里面的要求是不是互相矛盾。",
        ),
        ComplaintKind::NeverFails { levels } => Message::new(
            format!("这个条件对谁都成立（{}），等于没有写。", at_levels(levels)),
            "请把它写严，或者去掉。",
        ),
        ComplaintKind::NobodyCanAnswer { asked } => Message::new(
            format!("这个条件要的答案谁也填不出来：“{asked}”里没有，或者核对时会被拒绝。"),
            "请改条件，或者改问题的选项和范围。",
        ),
        ComplaintKind::RouteIncluded { level, route, by } => Message::new(
            format!(
                "够得上“{}”的人，一定也够得上“{}”。",
                labels.route(level, route),
                labels.route(level, by)
            ),
            "请把两条渠道写得不同，或者去掉一条。",
        ),
        ComplaintKind::PointsUnearned { row } => Message::new(
            format!("{row} 的这一档分谁也拿不到。"),
            "请看是不是被前面的档挡住了，或者要求填不出来。",
        ),
        ComplaintKind::CapNeverBinds { of, most, cap } => Message::new(
            format!(
                "{of} 最多得 {} 分，封顶 {} 分从来用不上。",
                number::points(*most),
                number::points(*cap)
            ),
            "请改封顶，或者去掉。",
        ),
        ComplaintKind::LineUnreachable {
            category,
            most,
            line,
        } => {
            let who = category.as_ref().map_or_else(
                || "谁".to_owned(),
                |category| format!("“{}”类的人", labels.category(category)),
            );
            let (most, line) = (number::points(*most), number::points(*line));
            Message::new(
                format!("{who}最多得 {most} 分，够不到规定的 {line} 分。"),
                "请核对规定分值和赋分表。",
            )
        }
        ComplaintKind::QuestionUnused { question } => Message::new(
            format!("“{question}”问了，但没有一条规则用它。"),
            "请去掉这个问题，或者写上用它的规则。",
        ),
        ComplaintKind::FieldUnused { list, field } => Message::new(
            format!("“{list}”里的“{field}”问了，但没有一条规则用它。"),
            "请去掉这一项，或者写上用它的规则。",
        ),
        ComplaintKind::ClauseUnused { clause } => Message::new(
            format!("没有一条渠道或条款用到“{clause}”。"),
            "请去掉它，或者写进渠道的要求里。",
        ),
        ComplaintKind::Undecided { matter } => Message::new(
            format!("{}，在限定的步数里没有查出来。", matter_text(*matter)),
            "这不是错误，请自己再看一遍。",
        ),
    }
}

fn matter_text(matter: Matter) -> &'static str {
    match matter {
        Matter::Holds => "这个条件会不会对谁都不成立",
        Matter::Fails => "这个条件会不会对谁都成立",
        Matter::Included => "这条渠道会不会总被另一条包括",
        Matter::Points => "这里最多能得几分",
    }
}

/// Two books of one id that are in force on one day.
pub fn overlapping(first: (&str, &Book), second: (&str, &Book)) -> String {
    let (other, other_book) = second;
    let (name, book) = first;
    format!(
        "{name}：{} {} 和 {other} 的 {} 版生效的日子有重叠。请给先前的一版写上 effective_to。",
        book.id, book.version, other_book.version
    )
}

/// A counterexample that was written.
pub fn counterexample(file: &str) -> String {
    format!("反例已写出：{file}")
}

/// How a whole check came out.
pub fn checked(faults: usize, undecided: usize) -> String {
    match (faults, undecided) {
        (0, 0) => "通查没有发现问题。".to_owned(),
        (0, open) => format!("通查没有发现问题；{open} 处没有查出来。"),
        (faults, 0) => format!("通查发现 {faults} 处问题。"),
        (faults, open) => format!("通查发现 {faults} 处问题；另有 {open} 处没有查出来。"),
    }
}

/// `book diff` compares two books.
pub const TWO_BOOKS: &str = "book diff 要写明两本规则书：旧的在前，新的在后。";

/// A difference between two books.
pub fn difference(difference: &Difference) -> String {
    let place = &difference.place;
    let shown = |json: &Json| json.canonical();
    match (&difference.old, &difference.new) {
        (Some(old), Some(new)) => format!("改 {place}：{} → {}", shown(old), shown(new)),
        (Some(old), None) => format!("删 {place}：{}", shown(old)),
        (None, Some(new)) => format!("增 {place}：{}", shown(new)),
        (None, None) => place.clone(),
    }
}

/// How many differences, and how many dossiers fall out otherwise.
pub fn differing(differences: usize, changed: usize, dossiers: usize) -> String {
    format!("条目有 {differences} 处不同；{dossiers} 份档案里有 {changed} 份结论变了。")
}
