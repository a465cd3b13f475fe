//! What the report shows, and what hostile text cannot do to it.

use dossier::{Pledge, Stroke};
use package::subject::Subject;
use sha2::{Digest, Sha256};

use super::{Attached, Report, html};
use crate::sample::{self, day};

fn pledge(name: &str) -> Pledge {
    Pledge {
        subject: "cd".repeat(32),
        statements: vec!["true".to_owned()],
        name: name.to_owned(),
        date: day("2026-03-01"),
        signature: vec![Stroke(vec![(1, 2), (3, 4)])],
    }
}

/// A report whose free texts are as given.
pub(super) fn report_of(name: &str, title: &str) -> String {
    let (book, assessment) = (sample::book(), sample::assessment());
    let dossier = sample::dossier(name, title);
    let sha256 = "ef".repeat(32);
    let files = [Attached {
        holder: "a3",
        name: title,
        size: 1536,
        sha256: &sha256,
    }];
    html(&Report {
        book: &book,
        dossier: &dossier,
        assessment: &assessment,
        pledge: Some(&pledge(name)),
        subject: &Subject::of("甲".to_owned()),
        files: &files,
        made_on: day("2026-03-02"),
    })
}

/// The names of the elements, in order, and whether each is closed in turn.
fn elements(html: &str) -> Vec<String> {
    let mut open = Vec::new();
    let mut seen = Vec::new();
    for piece in html.split('<').skip(1) {
        let (tag, rest) = piece.split_once('>').expect("a tag ends");
        assert!(!rest.contains('>'), "a stray > after {tag}");
        if tag.starts_with('!') {
            continue;
        }
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop().as_deref(), Some(name));
            continue;
        }
        let name = tag.split([' ', '/']).next().unwrap().to_owned();
        seen.push(name.clone());
        if !tag.ends_with('/') {
            open.push(name);
        }
    }
    assert!(open.is_empty(), "left open: {open:?}");
    seen
}

#[test]
fn the_report_shows_everything_that_was_entered_and_decided() {
    let html = report_of("张三", "受限空间监测");
    for text in [
        "张三",
        "1987年2月28日",
        "科研项目“受限空间监测”",
        "出示原件：",
        "身份证.jpg",
        &Subject::of("甲".to_owned()).code().to_string(),
        "参考（他处规定）",
        "示例，待主管部门确认",
        "高级工程师：不满足（参考结论）",
        "市级以上的科研项目（排名前 5 位）：需要 1 项，已有 0 项",
        "自评总分 0.00–8.00 分",
        "1.5 KB",
        &"ef".repeat(32),
        &"cd".repeat(32),
        &"ab".repeat(32),
        "材料真实。（已确认）",
        "申报材料真实。",
        "单位公章",
        "M1 2L3 4",
        "2026年3月2日",
    ] {
        assert!(html.contains(text), "{text} is missing");
    }
}

#[test]
fn elements_are_balanced_and_of_a_few_kinds() {
    let seen = elements(&report_of("张三", "监测"));
    for forbidden in [
        "script", "img", "iframe", "link", "form", "object", "a", "input",
    ] {
        assert!(!seen.iter().any(|name| name == forbidden), "{forbidden}");
    }
    assert_eq!(seen.iter().filter(|name| *name == "h1").count(), 1);
    assert_eq!(seen.iter().filter(|name| *name == "style").count(), 1);
}

#[test]
fn hostile_text_adds_no_element_and_steers_nothing() {
    let tame = elements(&report_of("甲", "乙"));
    for hostile in [
        "</bdi></main><script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "<!--",
        "]]>",
        "&lt;b&gt;&#60;",
        "\u{202e}gpj.exe",
        "\u{2066}\u{2067}\u{2068}",
        "\u{2069}\u{2069}\u{202c}",
        "\u{0}\u{8}\u{1b}[31m\u{85}\u{2028}",
        "'; style=position:fixed",
    ] {
        let html = report_of(hostile, hostile);
        assert_eq!(elements(&html), tame, "{hostile:?}");
        let body = html.split_once("<body>").unwrap().1;
        let steering = |c: char| c != '\n' && crate::plain::steers(c);
        assert!(!body.contains(steering), "{hostile:?}");
        assert!(!body.contains("<script"), "{hostile:?}");
    }
}

#[test]
fn right_to_left_names_are_kept_to_themselves() {
    let html = report_of("ئايگۈل", "乙");
    assert!(html.contains("<bdi>ئايگۈل</bdi>"));
    elements(&html);
}

#[test]
fn the_policy_allows_the_one_style_by_its_digest_and_nothing_else() {
    let html = report_of("张三", "监测");
    let style = html.split_once("<style>").unwrap().1;
    let style = style.split_once("</style>").unwrap().0;
    assert!(style.contains(&format!("核对码 {}", Subject::of("甲".to_owned()).code())));
    let digest = Sha256::digest(style.as_bytes());
    let policy = html
        .split_once("Content-Security-Policy\" content=\"")
        .unwrap()
        .1;
    let policy = policy.split_once('"').unwrap().0;
    let (before, rest) = policy.split_once("'sha256-").unwrap();
    assert_eq!(before, "default-src 'none'; style-src ");
    let (base64, after) = rest.split_once('\'').unwrap();
    assert_eq!(decode(base64), digest.to_vec());
    assert_eq!(
        after,
        "; img-src data:; base-uri 'none'; form-action 'none'"
    );
    assert!(!html.contains(" style="));
    assert!(!html.contains("http:") && !html.contains("https:"));
}

/// Decodes base64, the other way round from what made it.
fn decode(text: &str) -> Vec<u8> {
    let value = |c: u8| match c {
        b'A'..=b'Z' => c - b'A',
        b'a'..=b'z' => c - b'a' + 26,
        b'0'..=b'9' => c - b'0' + 52,
        b'+' => 62,
        _ => 63,
    };
    let (mut bits, mut held, mut out) = (0_u32, 0, Vec::new());
    for c in text.bytes().filter(|c| *c != b'=') {
        bits = (bits << 6) | u32::from(value(c));
        held += 6;
        if held >= 8 {
            held -= 8;
            out.push(u8::try_from((bits >> held) & 255).unwrap());
        }
    }
    out
}

#[test]
fn the_same_inputs_give_the_same_bytes() {
    assert_eq!(report_of("张三", "监测"), report_of("张三", "监测"));
}

#[test]
fn a_report_without_pledge_or_files_says_so() {
    let (book, assessment) = (sample::book(), sample::assessment());
    let dossier = dossier::Dossier::new("sample", None);
    let html = html(&Report {
        book: &book,
        dossier: &dossier,
        assessment: &assessment,
        pledge: None,
        subject: &Subject::of(String::new()),
        files: &[],
        made_on: day("2026-03-02"),
    });
    assert!(html.contains("还没有承诺") && html.contains("没有附件"));
    assert!(html.contains("未填"));
    elements(&html);
}
