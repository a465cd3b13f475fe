//! Why a text is not JSON, or a value has another shape.

use json::{
    DecimalError, Expected, JsonType, ReadError, ReadErrorKind, ShapeError, ShapeErrorKind, Wanted,
};

use crate::Message;
use crate::plain::{quoted, shown};

/// Why a text is not JSON, with line and column.
pub fn json_error(error: &ReadError) -> Message {
    let at = format!("第 {} 行第 {} 个字符", error.line, error.column);
    let edit = "请改正这一处，或重新导出文件。";
    match &error.kind {
        ReadErrorKind::InvalidUtf8 => Message::new(
            format!("{at}起不是 UTF-8 编码。"),
            "请用 UTF-8 编码另存，或重新导出文件。",
        ),
        ReadErrorKind::ByteOrderMark => Message::new(
            "文件开头有字节顺序标记（BOM）。",
            "请另存为“UTF-8（无 BOM）”。",
        ),
        ReadErrorKind::UnexpectedEnd { expected } => Message::new(
            format!("{at}处文件就结束了，后面还应当有{}。", wanted(*expected)),
            "文件可能没有存完或没有传完，请重新取得文件。",
        ),
        ReadErrorKind::Unexpected { found, expected } => Message::new(
            format!("{at}是{}，应当是{}。", character(*found), wanted(*expected)),
            edit,
        ),
        ReadErrorKind::AfterValue { found } => Message::new(
            format!("{at}起是多余的内容，以{}开头。", character(*found)),
            "请删去多余的内容，或重新导出文件。",
        ),
        ReadErrorKind::TooDeep { limit } => {
            Message::new(format!("{at}处嵌套超过 {limit} 层。"), edit)
        }
        ReadErrorKind::DuplicateKey { key } => Message::new(
            format!("{at}处{}第二次出现。", quoted(key)),
            "同一处每个名称只能有一个，请删去多余的一个。",
        ),
        ReadErrorKind::Number { text, reason } => Message::new(
            format!("{at}处的数字{}不能用：{}。", quoted(text), decimal(*reason)),
            "请改成最多六位小数的普通数字。",
        ),
        ReadErrorKind::UnfinishedText => {
            Message::new(format!("{at}开始的文字没有结尾的引号。"), edit)
        }
        other @ (ReadErrorKind::InvalidEscape { .. }
        | ReadErrorKind::LoneSurrogate { .. }
        | ReadErrorKind::ControlCharacter { .. }) => {
            Message::new(format!("{at}处{}", inside_text(other)), edit)
        }
    }
}

/// What is wrong with a text that is not JSON, without its place.
pub(crate) fn json_kind(kind: &ReadErrorKind) -> String {
    let error = ReadError {
        line: 0,
        column: 0,
        kind: kind.clone(),
    };
    let text = json_error(&error).text;
    let text = text.strip_prefix("第 0 行第 0 个字符").unwrap_or(&text);
    let text = text.strip_prefix('处').unwrap_or(text);
    text.to_owned()
}

/// What is wrong within a string.
fn inside_text(kind: &ReadErrorKind) -> String {
    match kind {
        ReadErrorKind::InvalidEscape { found } => {
            format!("的转义写法不对：反斜杠后面是{}。", character(*found))
        }
        ReadErrorKind::LoneSurrogate { unit } => format!("的字符只有半个：U+{unit:04X}。"),
        ReadErrorKind::ControlCharacter { code } => {
            format!("有不能直接写出的控制字符 U+{code:04X}。")
        }
        _ => "写法不对。".to_owned(),
    }
}

/// Why a value has another shape than it must have, with its place.
pub fn shape_error(error: &ShapeError) -> Message {
    let place = error.place();
    let at = if place.is_top() {
        "文件".to_owned()
    } else {
        format!("{}处", quoted(&place.to_string()))
    };
    let edit = "请改正这一处。";
    match &error.kind {
        ShapeErrorKind::UnknownKey { key, expected } => Message::new(
            format!("{at}：没有{}这个名称。", quoted(key)),
            choices(expected),
        ),
        ShapeErrorKind::MissingKey { key } => {
            Message::new(format!("{at}缺少{}。", quoted(key)), "请补上。")
        }
        ShapeErrorKind::DuplicateKey { key } => Message::new(
            format!("{at}的{}写了两次。", quoted(key)),
            "请删去多余的一个。",
        ),
        ShapeErrorKind::UnknownVariant { found, expected } => Message::new(
            format!("{at}：没有{}这个选项。", quoted(found)),
            choices(expected),
        ),
        ShapeErrorKind::WrongType { found, expected } => Message::new(
            format!("{at}是{}，应当是{}。", json_type(*found), needed(expected)),
            edit,
        ),
        ShapeErrorKind::WrongLength { found, expected } => {
            Message::new(format!("{at}有 {found} 项，应当有 {expected} 项。"), edit)
        }
        ShapeErrorKind::NotWhole { found } => {
            Message::new(format!("{at}是 {found}，应当是整数。"), edit)
        }
        ShapeErrorKind::OutOfRange { found, least, most } => Message::new(
            format!("{at}是 {found}，应当在 {least} 到 {most} 之间。"),
            edit,
        ),
        ShapeErrorKind::InvalidValue { found, expected } => Message::new(
            format!("{at}不能是{}，应当是：{}。", quoted(found), shown(expected)),
            edit,
        ),
        ShapeErrorKind::Float => Message::new(format!("{at}不能用浮点数。"), edit),
        ShapeErrorKind::Other(text) => Message::new(format!("{at}不对：{}。", shown(text)), edit),
    }
}

fn choices(expected: &[String]) -> String {
    if expected.is_empty() {
        return "请删去。".to_owned();
    }
    let names: Vec<String> = expected.iter().map(|name| quoted(name)).collect();
    format!("请改成其中之一：{}。", names.join("、"))
}

/// A character as it can be shown.
fn character(c: char) -> String {
    quoted(c.encode_utf8(&mut [0; 4]))
}

fn wanted(wanted: Wanted) -> String {
    let words = match wanted {
        Wanted::Value => "一个值",
        Wanted::Key => "带引号的名称",
        Wanted::Colon => "冒号“:”",
        Wanted::CommaOrBracket => "逗号“,”或“]”",
        Wanted::CommaOrBrace => "逗号“,”或“}”",
        Wanted::HexDigit => "十六进制数字",
        Wanted::Word(word) => return format!("“{word}”"),
    };
    words.to_owned()
}

fn decimal(reason: DecimalError) -> &'static str {
    match reason {
        DecimalError::Syntax => "写法不对",
        DecimalError::TooManyDecimals => "小数超过六位",
        DecimalError::TooLarge => "太大或太小",
    }
}

fn json_type(kind: JsonType) -> &'static str {
    match kind {
        JsonType::Null => "空（null）",
        JsonType::Bool => "是否（true、false）",
        JsonType::Number => "数字",
        JsonType::Text => "文字",
        JsonType::Array => "一列内容（方括号）",
        JsonType::Object => "一组内容（花括号）",
    }
}

fn needed(expected: &Expected) -> String {
    match expected {
        Expected::Type(kind) => json_type(*kind).to_owned(),
        Expected::TextOrObject => "选项名，或只有一项的一组内容".to_owned(),
        Expected::Described(text) => shown(text),
    }
}

#[cfg(test)]
mod tests {
    use json::Json;

    use super::*;

    #[test]
    fn each_fault_tells_its_place() {
        let deep = "[".repeat(200);
        for (text, tells) in [
            ("{", "带引号的名称"),
            ("{\"a\" 1}", "冒号"),
            ("[1 2]", "第 1 行第 4 个字符"),
            ("{\"a\":1 2}", "“2”"),
            ("1 x", "多余"),
            (deep.as_str(), "层"),
            ("{\"姓名\":1,\"姓名\":2}", "“姓名”"),
            ("0.1234567", "小数超过六位"),
            ("1e99", "太大"),
            ("01", "1"),
            ("\"\\q\"", "“q”"),
            ("\"\\ud800\"", "U+D800"),
            ("\"\\u00zz\"", "十六进制"),
            ("\"\u{1}\"", "U+0001"),
            ("\"a", "引号"),
            ("\u{feff}1", "BOM"),
            ("tru", "“true”"),
            ("", "一个值"),
        ] {
            let message = json_error(&Json::parse(text.as_bytes()).unwrap_err());
            assert!(message.text.contains(tells), "{text}: {message:?}");
            assert!(message.text.ends_with('。') && message.remedy.ends_with('。'));
        }
        let message = json_error(&Json::parse(b"\xff").unwrap_err());
        assert!(message.text.contains("UTF-8"));
    }

    #[test]
    fn a_wrong_shape_tells_what_would_be_right() {
        let book = include_str!("../sample_book.json");
        for (find, replace, tells) in [
            (
                "\"max\": 60, \"unit\"",
                "\"max\": 1.5, \"unit\"",
                "kind.integer.max",
            ),
            ("\"label\"", "\"labl\"", "“label”"),
        ] {
            assert!(book.contains(find), "{find}");
            let book = book.replacen(find, replace, 1);
            let errors = rulebook::read_book(book.as_bytes()).unwrap_err();
            let error = errors.iter().next().unwrap();
            let message = crate::fault::book_error(error);
            assert!(message.whole().contains(tells), "{message:?}");
        }
    }
}
