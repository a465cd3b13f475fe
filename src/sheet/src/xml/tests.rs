//! What is read, and what is refused.

use super::*;

fn events(document: &[u8], size: usize) -> Result<Vec<String>, Fault> {
    let mut reader = Reader::default();
    let mut seen = Vec::new();
    let mut taker = |event: Event<'_>| {
        seen.push(match event {
            Event::Ahead(..) => return Ok(()),
            Event::Open(name, attributes) => format!("<{name} {:?}", attributes.get("id")),
            Event::Close(name) => format!("/{name}"),
            Event::Text(text) => text.to_owned(),
        });
        Ok::<(), Fault>(())
    };
    for piece in document.chunks(size) {
        reader.feed(piece, &mut taker)?;
    }
    reader.finish()?;
    Ok(seen)
}

const PLAIN: &str = "\u{feff}<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<x:a xmlns:x='u' r:id=\"1 &gt; 0\">\
    <!-- no --><b/>安全 &amp;&#x4e00;&#19968;<![CDATA[<&]]></x:a>\n";

#[test]
fn pieces_of_any_size_give_the_same() {
    let whole = events(PLAIN.as_bytes(), 10_000).unwrap();
    assert_eq!(
        whole,
        [
            "<a Some(\"1 > 0\")",
            "<b None",
            "/b",
            "安全 &一一",
            "<&",
            "/a"
        ]
    );
    for size in 1..40 {
        assert_eq!(
            events(PLAIN.as_bytes(), size).as_ref(),
            Ok(&whole),
            "{size}"
        );
    }
}

#[test]
fn what_could_expand_fetch_or_mislead_is_refused() {
    let deep = "<a>".repeat(65);
    let long = format!("<a>{}", "x".repeat(TOKEN_LIMIT + 2));
    let cases: [(&[u8], Fault); 17] = [
        (
            b"<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>",
            Fault::DocumentType,
        ),
        (b"<!doctype a><a/>", Fault::DocumentType),
        (b"<a>&b;</a>", Fault::Entity),
        (b"<a>&amp</a>", Fault::Entity),
        (b"<a>&#xd800;</a>", Fault::Entity),
        (b"<a>&#0;</a>", Fault::Character),
        (b"<a>\0</a>", Fault::Character),
        (b"<a>\xff</a>", Fault::Encoding),
        (b"\xff\xfe<\0a\0/\0>\0", Fault::Encoding),
        (b"<?xml version='1.0' encoding='gbk'?><a/>", Fault::Encoding),
        (b"<a></b>", Fault::Syntax),
        (b"<a/><b/>", Fault::Syntax),
        (b"<a b=c/>", Fault::Syntax),
        (b"<a b='1' b='2'/>", Fault::Syntax),
        (b"<a><b>", Fault::CutOff),
        (deep.as_bytes(), Fault::TooDeep),
        (long.as_bytes(), Fault::TooLong),
    ];
    for (document, fault) in cases {
        let shown = String::from_utf8_lossy(document);
        let shown: String = shown.chars().take(60).collect();
        assert_eq!(events(document, 65_536), Err(fault), "{shown}");
    }
}
