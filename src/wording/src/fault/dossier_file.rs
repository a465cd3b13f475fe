//! Why a file is no dossier or no pledge.

use dossier::{Dossier, Pledge, PledgeError, ReadError, ReadErrorKind};

use crate::Message;
use crate::plain::{quoted, shown};

use super::json_error;

/// Why a file is no dossier, where, and what to do.
pub fn dossier_error(error: &ReadError) -> Message {
    let at = at(&error.place);
    match &error.kind {
        ReadErrorKind::NotJson(error) => {
            let message = json_error(error);
            Message::new(
                format!("这不是完好的自评草稿文件：{}", message.text),
                message.remedy,
            )
        }
        ReadErrorKind::Format { found } => Message::new(
            format!(
                "文件的格式标记是{}，这里能打开的是“{}”。",
                quoted(found),
                Dossier::FORMAT
            ),
            "请确认选的是自评草稿文件；新版本存的文件请用新版本打开。",
        ),
        ReadErrorKind::Shape { expected } => Message::new(
            format!("{at}的内容不对，这里应当是{}。", shape(expected)),
            "请改正这一处，或重新导出草稿。",
        ),
        ReadErrorKind::Missing { key } => Message::new(
            format!("{at}缺少“{key}”。"),
            "请补上这一项，或重新导出草稿。",
        ),
        ReadErrorKind::RepeatedId { id } => Message::new(
            format!("{at}的编号 {} 用了两次。", shown(id)),
            "请给每条记录和每种材料各自的编号；大小写不同也算相同。",
        ),
        ReadErrorKind::UnusableId { id } => Message::new(
            format!("{at}的编号{}不能用作文件夹名。", quoted(id)),
            "请改成 1 到 64 个字母、数字、“-”或“_”。",
        ),
        ReadErrorKind::TooMany { limit } => Message::new(
            format!("{at}超过了 {limit} 条。"),
            "请核对文件是否拼接出错；一个人填的不会有这么多。",
        ),
    }
}

/// Why a file is no pledge, where, and what to do.
pub fn pledge_error(error: &PledgeError) -> Message {
    Message::new(
        format!(
            "承诺文件{}不对，应当是{}。",
            match error.key {
                "" => String::new(),
                key => format!("的“{key}”"),
            },
            shape(error.expected)
        ),
        "承诺文件不能手工修改，请由申报人重新承诺。",
    )
}

fn at(place: &str) -> String {
    if place.is_empty() {
        return "文件".to_owned();
    }
    format!("{}处", quoted(place))
}

/// What the readers ask for, in words. What is new there and not yet here stays as it is.
fn shape(expected: &str) -> String {
    let words = match expected {
        "text" => "文字",
        "an object" => "一组“名称: 内容”（花括号）",
        "a year between 1900 and 2200" => "1900 到 2200 之间的年份",
        "yes/no, a number, text or null" => "是否（true、false）、数字、文字或 null",
        "a list of records" => "一列记录（方括号）",
        "the names of the lists that are complete" => "已经填完整的清单名称（方括号）",
        "no other keys than those of a pledge" => "承诺文件规定的几项，不能有别的",
        "`zhicheng-pledge/1`" => return format!("“{}”", Pledge::FORMAT),
        "64 hexadecimal digits" => "64 位十六进制数",
        "a day, YYYY-MM-DD" => "日期，如 2026-12-31",
        "a list of ids" => "一列编号（方括号）",
        "strokes of x, y pairs inside the box" => "签名框里的笔画坐标",
        other if other.starts_with("file names") => {
            "文件名，或写明出示原件的 {\"paper\": \"……\"}（方括号）"
        }
        other => other,
    };
    words.to_owned()
}

#[cfg(test)]
mod tests {
    use json::Json;

    use super::*;

    /// Letters that belong to the file's own words, not to a sentence.
    fn has_english(text: &str) -> bool {
        let outside: String = text.split(['“', '”']).step_by(2).collect();
        let mut words = outside.split(|c: char| !c.is_ascii_alphabetic());
        words.any(|word| word.len() > 2 && !["true", "false", "null", "paper"].contains(&word))
    }

    #[test]
    fn every_shape_a_dossier_asks_for_has_words() {
        let start = "{\"format\":\"zhicheng-dossier/1\",\"book\":";
        for (rest, names) in [
            ("1}", "book"),
            ("\"b\",\"season\":12}", "season"),
            ("\"b\",\"profile\":[]}", "profile"),
            ("\"b\",\"profile\":{\"name\":{}}}", "profile.name"),
            ("\"b\",\"degrees\":{}}", "degrees"),
            (
                "\"b\",\"degrees\":[{\"id\":\"a\",\"evidence\":1}]}",
                "degrees[0].evidence",
            ),
            ("\"b\",\"complete\":1}", "complete"),
            ("\"b\",\"degrees\":[{\"id\":\"a/b\"}]}", "a/b"),
            (
                "\"b\",\"degrees\":[{\"id\":\"a\"},{\"id\":\"A\"}]}",
                "degrees[1].id",
            ),
            ("\"b\",\"degrees\":[{}]}", "“id”"),
        ] {
            let error = Dossier::read(format!("{start}{rest}").as_bytes()).unwrap_err();
            let message = dossier_error(&error);
            assert!(message.text.contains(names), "{message:?}");
            assert!(!has_english(&message.whole()), "{message:?}");
        }
    }

    #[test]
    fn a_text_that_is_no_json_tells_its_line() {
        let message = dossier_error(&Dossier::read(b"{\n\"format\" 1}").unwrap_err());
        assert!(message.text.contains("第 2 行"), "{message:?}");
        let message = dossier_error(&Dossier::read(b"{\"format\":\"x\"}").unwrap_err());
        assert!(message.text.contains("“x”"), "{message:?}");
    }

    #[test]
    fn every_shape_a_pledge_asks_for_has_words() {
        let subject = "0".repeat(64);
        let good = format!(
            "{{\"date\":\"2026-03-01\",\"format\":\"{}\",\"name\":\"张三\",\
             \"statements\":[\"a\"],\"subject\":\"{subject}\"}}",
            Pledge::FORMAT
        );
        let read = |text: &str| Pledge::from_json(&Json::parse(text.as_bytes()).unwrap());
        read(&good).unwrap();
        for (from, to) in [
            ("2026-03-01", "2026-3-1"),
            (Pledge::FORMAT, "x"),
            ("\"张三\"", "1"),
            ("[\"a\"]", "1"),
            (subject.as_str(), "12"),
            ("{", "{\"x\":1,"),
            ("{", "{\"signature\":[[700,1]],"),
        ] {
            let message = pledge_error(&read(&good.replacen(from, to, 1)).unwrap_err());
            assert!(!has_english(&message.whole()), "{message:?}");
        }
    }
}
