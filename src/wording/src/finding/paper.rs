//! What a paper says of a package, and what is wrong with a code as typed.

use package::subject::{CodeFault, Mismatch};

use crate::Message;
use crate::plain::shown;

/// Digits of a group of the short code.
const GROUP: usize = 4;

/// How a paper and a package differ.
pub(super) fn mismatch(mismatch: &Mismatch) -> Message {
    let remedy = "先看是不是抄错；没有抄错，就请提交人给出印这张纸的那一份申报包。";
    match mismatch {
        Mismatch::Code {
            claimed,
            first,
            count,
        } => {
            let place = first.saturating_sub(1);
            let (group, digit) = (place / GROUP + 1, place % GROUP + 1);
            Message::new(
                format!(
                    "纸上的核对码 {claimed} 和申报包的不一样：第 {group} 组第 {digit} 位起，共 {count} 位不同。"
                ),
                remedy,
            )
        }
        Mismatch::Digest => Message::new(
            "核对码相同，但二维码里的 SHA-256 和申报包的不一样。",
            "不要采信；请让提交人说明。",
        ),
    }
}

/// A package that could not be read so far.
pub(super) fn not_compared() -> Message {
    Message::new(
        "申报包读不出承诺的内容，没法和纸上的核对码对照。",
        "先按上面的错误处理，再对照。",
    )
}

/// What is wrong with a code as typed.
pub fn code_fault(fault: CodeFault) -> Message {
    match fault {
        CodeFault::Character { c, at } => Message::new(
            format!(
                "核对码的第 {at} 个字符“{}”不会出现在核对码里。",
                shown(c.encode_utf8(&mut [0; 4]))
            ),
            "核对码只有数字和字母，没有 I、L、O、U；请再看一遍纸上的。",
        ),
        CodeFault::Length(count) => Message::new(
            format!("核对码应当是 12 位，这里有 {count} 位。"),
            "请照纸上的三组四位写全。",
        ),
        CodeFault::Torn => Message::new(
            "扫出来的文字不完整，或者前后矛盾。",
            "请再扫一次，或改用三组四位的核对码。",
        ),
    }
}

#[cfg(test)]
mod tests {
    use package::subject::{Claim, Subject};

    use super::*;

    #[test]
    fn where_codes_differ_is_told_by_group_and_digit() {
        let subject = Subject::of("abc".to_owned());
        let claim = Claim::parse("Q9W1-DFXF-077Z").unwrap();
        let told = mismatch(&claim.mismatch(&subject).unwrap());
        assert!(told.text.contains("Q9W1-DFXF-077Z"), "{}", told.text);
        assert!(
            told.text.contains("第 2 组第 3 位起，共 2 位不同"),
            "{}",
            told.text
        );
    }

    #[test]
    fn what_is_wrong_with_a_code_is_told_with_its_place() {
        let told = |text: &str| code_fault(Claim::parse(text).unwrap_err()).text;
        assert!(told("Q9W1-DFUF-077Z").contains("第 7 个字符“U”"));
        assert!(told("Q9W1").contains("这里有 4 位"));
        assert!(told("ZHICHENG:1:Q9W1").contains("不完整"));
    }
}
