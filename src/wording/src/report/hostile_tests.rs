//! What a browser makes of a report, whatever a person typed: the parser is that of browsers.

use package::inert::first_active_line;
use proptest::prelude::*;
use scraper::{ElementRef, Html, Node, Selector};

use super::tests::report_of;
use crate::plain::{ISOLATE, POP, shown, steers};

/// Every element with its attributes, in order.
fn shape(html: &str) -> Vec<(String, Vec<(String, String)>)> {
    let page = Html::parse_document(html);
    let elements = page.tree.nodes().filter_map(ElementRef::wrap);
    let shape = elements.map(|element| {
        let attributes = element.value().attrs();
        let mut attributes: Vec<_> = attributes
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect();
        attributes.sort();
        (element.value().name().to_owned(), attributes)
    });
    // What is isolated within a text is an element too.
    shape.filter(|(name, _)| name != "bdi").collect()
}

/// The words of all elements that hold what was typed.
fn typed(html: &str) -> Vec<String> {
    let page = Html::parse_document(html);
    let bdi = Selector::parse("bdi").unwrap();
    let texts = page.select(&bdi).map(|element| element.text().collect());
    texts.collect()
}

/// What stands on the paper for a typed text.
fn on_paper(text: &str) -> String {
    shown(text).replace([ISOLATE, POP], "")
}

/// Pieces that have misled parsers, people or spreadsheets.
fn piece() -> impl Strategy<Value = String> {
    let known = [
        "</td></table></main>",
        "<script>alert(1)</script>",
        "<!--",
        "-->",
        "]]>",
        "<![CDATA[",
        "\"><img src=x onerror=alert(1)>",
        "' style=position:fixed ",
        "</style>",
        "</title>",
        "<svg/onload=alert(1)>",
        "<plaintext>",
        "&lt;",
        "&#60;script&#62;",
        "&",
        "<",
        ">",
        "=HYPERLINK(\"http://x\")",
        "+1",
        "-1",
        "@SUM(1)",
        "＝1",
        "=cmd|' /C calc'!A0",
        "\u{202e}",
        "\u{2066}",
        "\u{2069}",
        "\u{2068}",
        "\u{200b}",
        "\u{feff}",
        "\u{0}",
        "\r\n",
        "\u{3164}",
        "\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}",
        "ئايگۈل",
        "עברית",
        "（满足）",
        "javascript:alert(1)",
        "一二三四五六七八九十",
        "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
    ];
    let known = proptest::sample::select(known.to_vec()).prop_map(str::to_owned);
    prop_oneof![3 => known, 1 => ".{0,12}", 1 => "[<>&\"'/=a-z ]{0,12}"]
}

/// A text put together of such pieces.
fn hostile() -> impl Strategy<Value = String> {
    proptest::collection::vec(piece(), 1..6).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn a_browser_sees_the_same_elements_whatever_was_typed(name in hostile(), title in hostile()) {
        let tame = shape(&report_of("甲", "乙"));
        let html = report_of(&name, &title);
        prop_assert_eq!(shape(&html), tame);
        prop_assert_eq!(first_active_line(html.as_bytes()), None);
    }

    #[test]
    fn what_was_typed_stands_on_the_paper_letter_for_letter(title in hostile()) {
        prop_assume!(!title.trim().is_empty());
        let expected = on_paper(&title);
        let found = typed(&report_of("甲", &title));
        let quoted = format!("“{expected}”");
        // A parser reads CR as LF and drops none of what is shown.
        prop_assert!(
            found.iter().any(|text| *text == expected || *text == quoted),
            "{expected:?} is not in {found:?}"
        );
    }

    #[test]
    fn nothing_on_the_paper_steers_or_begins_like_a_formula(name in hostile(), title in hostile()) {
        let html = report_of(&name, &title);
        let page = Html::parse_document(&html);
        let steering = |text: &str| text.chars().any(|c| c != '\n' && steers(c));
        for node in page.tree.nodes() {
            if let Node::Text(text) = node.value() {
                prop_assert!(!steering(text), "{:?}", &**text);
            }
        }
        let cells = Selector::parse("td, th").unwrap();
        for cell in page.select(&cells) {
            let text: String = cell.text().collect();
            let formula = text.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
            prop_assert!(!formula, "{text:?}");
        }
    }
}

#[test]
fn the_report_itself_is_inert() {
    assert_eq!(
        first_active_line(report_of("张三", "监测").as_bytes()),
        None
    );
}
