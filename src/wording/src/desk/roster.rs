//! What is wrong with a roster, and what its template says.

use std::fmt::Write as _;

use roster::{MappingFault, Place, Problem, ProblemKind, Words};
use rulebook::Book;
use sheet::{letters, xlsx, xml};

use crate::Message;
use crate::plain::quoted;

/// A problem in one line: place, what stands there, what is wrong, what to do.
pub fn problem_line(problem: &Problem) -> String {
    let place = roster_place(&problem.place);
    let message = roster_problem(problem).whole();
    if problem.value.is_empty() {
        return crate::command::at(&place, &message);
    }
    let value = quoted(&problem.value);
    crate::command::at(&place, &format!("{value}：{message}"))
}

/// A place in a roster: `“人员”第 3 行“出生日期”列（C）`.
pub fn roster_place(place: &Place) -> String {
    let mut text = String::new();
    if let Some(sheet) = &place.sheet {
        text.push_str(&quoted(sheet));
    }
    if place.row > 0 {
        let _ = write!(text, "第 {} 行", place.row);
    }
    if let Some(column) = place.column {
        let letters = letters(column);
        if place.header.is_empty() {
            let _ = write!(text, "{letters} 列");
        } else {
            let _ = write!(text, "{}列（{letters}）", quoted(&place.header));
        }
    }
    text
}

/// What is wrong and what to do.
pub fn roster_problem(problem: &Problem) -> Message {
    match &problem.kind {
        ProblemKind::NoHeader => {
            Message::new("没有标题行。", "请在第一行写上列名，可以从模板开始。")
        }
        ProblemKind::NoPeople => Message::new(
            "没有一张表是人员表。",
            "人员表的第一行要有姓名、出生日期这样的列名；请用模板，或者先对应列名。",
        ),
        ProblemKind::Utf16 => Message::new(
            "是 UTF-16 编码（“Unicode 文本”），读不了。",
            "请另存为“CSV UTF-8”或 xlsx。",
        ),
        ProblemKind::OldExcel => Message::new(
            "是旧版 Excel 文件（.xls），或者设了打开密码。",
            "请去掉密码，另存为 xlsx。",
        ),
        ProblemKind::NotATable => Message::new("不是表格文件。", "请选 xlsx 或 csv 文件。"),
        ProblemKind::Workbook { part, fault } => workbook(part, fault),
        ProblemKind::TooManyCandidates(most) => Message::new(
            format!("超过 {most} 人，后面的没有读。"),
            "请分成几个文件；命令行没有这个限制。",
        ),
        ProblemKind::TooManyRecords => Message::new(
            format!(
                "记录超过 {} 条，或者合起来超过 {}。",
                roster::MOST_RECORDS,
                crate::bytes(roster::MOST_RECORD_BYTES as u64)
            ),
            "请分成几个文件，每个人和自己的记录放在一起；条数在命令行没有限制。",
        ),
        ProblemKind::RecordsUnread => Message::new(
            "记录没有读全，缺了记录会评错，所以一个人都没有评。",
            "请先改好这个文件的其他问题。",
        ),
        ProblemKind::SheetLeftOut => Message::new(
            "这张表没有认识的列名，没有读。",
            "如果它是名单，请先对应列名。",
        ),
        ProblemKind::UnknownHeader(near) => Message::new(
            "规则书里没有这一列，这一列没有读。",
            near.as_ref().map_or_else(
                || "请对应到规则书里的问题，或者标为“不读”。".to_owned(),
                |near| format!("是不是{}？请改列名，或者对应一下。", quoted(near)),
            ),
        ),
        ProblemKind::RepeatedHeader => {
            Message::new("和前面的一列重复，这一列没有读。", "请只留一列。")
        }
        ProblemKind::OpenQuote
        | ProblemKind::StrayQuote
        | ProblemKind::Nul
        | ProblemKind::Encoding
        | ProblemKind::TooLong
        | ProblemKind::RecordsTooLong
        | ProblemKind::TooManyCells
        | ProblemKind::RepeatedKey { .. }
        | ProblemKind::NoKey
        | ProblemKind::NoSuchCandidate
        | ProblemKind::UnknownRecord(_)
        | ProblemKind::Change(_) => of_row(&problem.kind),
        other => of_cell(other),
    }
}

/// What is wrong with a row.
fn of_row(kind: &ProblemKind) -> Message {
    match kind {
        ProblemKind::OpenQuote => Message::new("引号没有闭合，这一行没有读。", "请补上引号。"),
        ProblemKind::StrayQuote => Message::new(
            "单元格中间有引号，这一行没有读。",
            "请把整个单元格放在引号里，里面的引号写两个。",
        ),
        ProblemKind::Nul => Message::new(
            "有空字符（NUL），这一行没有读。",
            "文件可能损坏，请重新导出。",
        ),
        ProblemKind::Encoding => Message::new(
            "这里的字节和文件的编码对不上，没有读。",
            "请把整个文件另存为“CSV UTF-8”。",
        ),
        ProblemKind::TooLong => Message::new("这一行太长，没有读。", "请确认选对了文件。"),
        ProblemKind::RecordsTooLong => Message::new(
            format!(
                "这个人的记录合起来超过 {}，没有读。",
                crate::bytes(roster::MOST_BYTES as u64)
            ),
            "请核对编号，删去多余的记录。",
        ),
        ProblemKind::TooManyCells => Message::new(
            "这个单元格没有列名，没有读。",
            "请补上列名；内容里有逗号的要放在引号里。",
        ),
        ProblemKind::RepeatedKey { other } => Message::new(
            format!("编号和第 {other} 行重复，这一行没有读。"),
            "请让每个人的编号都不同。",
        ),
        ProblemKind::NoKey => Message::new(
            "这条记录没有写编号，不知道是谁的。",
            "请填上人员表里的编号。",
        ),
        ProblemKind::NoSuchCandidate => {
            Message::new("人员表里没有这个编号，这条记录没有用上。", "请核对编号。")
        }
        ProblemKind::UnknownRecord(known) => Message::new(
            "不知道这是哪一种记录，没有读。",
            format!("“记录”列可以写：{}。", known.join("、")),
        ),
        ProblemKind::Change(error) => Message::new(
            format!("“填写”里的这一句做不了，这一行没有读（{}）。", error.kind),
            "请改好这一句。",
        ),
        other => of_cell(other),
    }
}

/// What is wrong with a cell.
fn of_cell(kind: &ProblemKind) -> Message {
    match kind {
        ProblemKind::NotAField { record } => Message::new(
            format!("{}没有这一项，没有读。", quoted(record)),
            "请清空这个单元格，或者改“记录”列。",
        ),
        ProblemKind::NotYesNo => Message::new(
            "不是“是”或“否”，按没有填处理。",
            "请写“是”或“否”；不清楚就留空。",
        ),
        ProblemKind::NotAChoice(known) => Message::new(
            "不在可选的内容里，按没有填处理。",
            format!("可以写：{}。", known.join("、")),
        ),
        ProblemKind::NotANumber => Message::new("不是数字，按没有填处理。", "请只写数字。"),
        ProblemKind::NotWhole => Message::new("不是整数，按没有填处理。", "请写整数。"),
        ProblemKind::NotADay => {
            Message::new("不是日期，按没有填处理。", "请写成 2024-05-01 这样。")
        }
        ProblemKind::DigitsLost => Message::new(
            "身份证号码按数字存了，后几位已经丢失，按没有填处理。",
            "请把这一列设为文本，重新填写。",
        ),
        ProblemKind::SheetError => {
            Message::new("单元格里是错误值，按没有填处理。", "请在表格软件里改好。")
        }
        ProblemKind::FormulaUnsaved => Message::new(
            "公式没有保存结果，按没有填处理。",
            "请用表格软件打开、保存一次，或者填上数值。",
        ),
        ProblemKind::Formula => Message::new("这里是公式，用的是上次保存的结果。", "请核对。"),
        ProblemKind::Serial(day) => Message::new(
            format!("这里是数字，按表格的日期序号读作 {day}。"),
            "请核对；把这一列设为日期格式就不会再问。",
        ),
        _ => Message::new("这里读不了。", "请核对。"),
    }
}

fn workbook(part: &str, fault: &xlsx::Fault) -> Message {
    const AGAIN: &str = "请用表格软件打开，另存为 xlsx；打不开的不要使用。";
    let text = match fault {
        xlsx::Fault::Container(finding) => {
            let told = crate::finding::container(finding).message;
            return Message::new(format!("xlsx 文件不完整或者不安全：{}", told.text), AGAIN);
        }
        xlsx::Fault::Lacking(part) => format!("xlsx 里没有 {part}，不是表格文件，或者不完整。"),
        xlsx::Fault::Xml(xml::Fault::DocumentType | xml::Fault::Entity) => {
            format!("{part} 里有外部实体或文档类型声明，不安全，没有读。")
        }
        xlsx::Fault::Xml(xml::Fault::Encoding) => format!("{part} 不是 UTF-8 编码。"),
        xlsx::Fault::Xml(xml::Fault::Character) => format!("{part} 里有不允许的字符（如空字符）。"),
        xlsx::Fault::Xml(xml::Fault::TooLong | xml::Fault::TooDeep) => {
            format!("{part} 里有过长或过深的内容。")
        }
        xlsx::Fault::Xml(_) => format!("{part} 不完整或者写法不对。"),
        xlsx::Fault::TooLarge(most) => format!("{part} 展开后超过 {}。", crate::bytes(*most)),
        xlsx::Fault::RowTooLong(most) => {
            format!("{part} 里有一行的文字超过 {}。", crate::bytes(*most))
        }
        xlsx::Fault::TooMany => format!("{part} 里的内容太多。"),
        xlsx::Fault::Order => format!("{part} 里行或单元格的顺序不对。"),
        xlsx::Fault::String => format!("{part} 里有单元格指向不存在的文字。"),
        xlsx::Fault::Shelf(why) => format!("{part} 里的文字没有地方放：{why}。"),
        xlsx::Fault::Number => format!("{part} 里有不是数字的数值。"),
    };
    Message::new(text, AGAIN)
}

/// What stands on the sheet that explains the template.
const ABOUT: [&str; 7] = [
    "“人员”表一行一人；“记录”表一行一条，用“编号”和人对上。",
    "编号自己定，每人一个，不要重复。",
    "不清楚的留空：空着就是“不知道”，结论会写成“待定”，不会当作“否”。",
    "某一类记录已经全部写上的，在“人员”表相应的“已填全”列写“是”；不写就当作可能还有。",
    "“记录”表里每种记录只填它有的那几列，别的列留空。",
    "日期写成 2024-05-01；身份证号码按文本填写。",
    "条件里没有公开原文的部分是示例，以主管部门公布的为准。",
];

/// The sheet that explains the template of a book.
pub fn template_about(book: &Book) -> Vec<String> {
    let own = format!("规则书：{}（{} {}）。", book.title, book.id, book.version);
    let lines = ABOUT.iter().map(|line| (*line).to_owned());
    std::iter::once(own).chain(lines).collect()
}

/// A row or line of a file.
pub fn row_of(file: &str, row: u64) -> String {
    format!("{file} 第 {row} 行")
}

/// Why a file is no mapping.
pub fn mapping_fault(fault: &MappingFault) -> String {
    match fault {
        MappingFault::NotJson(_) => {
            "不是列名对应文件：不是 JSON。请选本程序保存的文件。".to_owned()
        }
        MappingFault::Format => "不是列名对应文件，或者版本不对。请选本程序保存的文件。".to_owned(),
        MappingFault::Value(place) => format!(
            "列名对应文件里 {} 的写法不对；请改正，或者重新对应后保存。",
            quoted(place)
        ),
    }
}

/// The words of the template; `about` is [`template_about`].
pub fn template_words(about: &[String]) -> Words<'_> {
    Words {
        people: "人员",
        records: "记录",
        choices: "选项",
        about: ("说明", about),
        key: "自己定的编号，每人一个，“记录”表用它和人对上。",
        record: "这一条是什么，从列表里选。",
        complete: "这一类记录已经全部写上了就选“是”。",
        yes_no: ["是", "否"],
    }
}
