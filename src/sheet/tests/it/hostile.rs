//! Files that mean harm, or are broken: each is bounded and named.

use package::container;
use proptest::prelude::*;
use sheet::xlsx::Fault;
use sheet::xml;

use crate::made::{Made, each_row, rows, zipped};

fn refused(bytes: &[u8]) -> (String, u32, Fault) {
    rows(bytes).unwrap_err()
}

#[test]
fn a_zip_bomb_is_refused_before_it_is_expanded() {
    let zeros = vec![b' '; 300 << 20];
    let bomb = zipped(&[
        ("_rels/.rels", b"<a/>"),
        ("xl/worksheets/sheet1.xml", &zeros),
    ]);
    assert!(bomb.len() < 1 << 20);
    let (_, _, fault) = refused(&bomb);
    assert!(
        matches!(&fault, Fault::Container(finding) if matches!(finding.fault, container::Fault::TooDense(_))),
        "{fault:?}"
    );
}

#[test]
fn entities_from_inside_and_outside_are_refused() {
    for kind in [
        "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>",
        "<!DOCTYPE a [<!ENTITY x 'y'><!ENTITY z '&x;&x;&x;'>]>",
        "<!DOCTYPE a SYSTEM 'http://example.org/a.dtd'>",
    ] {
        let mut made = Made::with("<row><c t='inlineStr'><is><t>x</t></is></c></row>");
        made.sheet = format!("{kind}{}", made.sheet);
        let (part, _, fault) = refused(&made.bytes());
        assert_eq!(fault, Fault::Xml(xml::Fault::DocumentType));
        assert_eq!(part, "xl/worksheets/sheet1.xml");
    }
    let made = Made::with("<row><c t='inlineStr'><is><t>&x;</t></is></c></row>");
    assert_eq!(refused(&made.bytes()).2, Fault::Xml(xml::Fault::Entity));
}

#[test]
fn a_million_empty_cells_come_to_nothing() {
    let row = format!("<row>{}</row>", "<c s='1'/>".repeat(1_000));
    let made = Made::with(&format!("{}<row><c><v>1</v></c></row>", row.repeat(1_000)));
    let rows = rows(&made.bytes()).unwrap();
    assert_eq!((rows.len(), rows[0].number), (1, 1_001));
}

#[test]
fn cells_that_share_a_long_string_do_not_fill_the_memory() {
    let cells = "<c t='s'><v>0</v></c>".repeat(16_384);
    let mut made = Made::with(&format!(
        "<row r='7'><c t='s'><v>0</v></c></row><row r='8'>{cells}</row>"
    ));
    let long = "x".repeat(1 << 19);
    made.strings = Some(format!("<sst><si><t>{long}</t></si></sst>"));
    let (part, row, fault) = refused(&made.bytes());
    assert_eq!((part.as_str(), row), ("xl/worksheets/sheet1.xml", 8));
    assert_eq!(fault, Fault::RowTooLong(1 << 20));
    let rows = "<row><c t='s'><v>0</v></c></row>".repeat(1_100);
    let made = Made {
        strings: made.strings,
        ..Made::with(&rows)
    };
    let (_, row, fault) = each_row(&made.bytes(), 0, drop).unwrap_err();
    assert_eq!((row, fault), (1_025, Fault::TooLarge(512 << 20)));
    // In the sheet itself, in pieces of which none is long.
    let pieces = format!("<r><t>{}</t></r>", "x".repeat(60_000)).repeat(20);
    let made = Made::with(&format!(
        "<row><c t='inlineStr'><is>{pieces}</is></c></row>"
    ));
    assert_eq!(refused(&made.bytes()).2, Fault::RowTooLong(1 << 20));
}

#[test]
fn nul_bytes_and_other_encodings_are_named() {
    let made = Made::with("<row><c t='inlineStr'><is><t>a\0b</t></is></c></row>");
    assert_eq!(refused(&made.bytes()).2, Fault::Xml(xml::Fault::Character));
    let mut made = Made::with("<row/>");
    made.sheet = format!("<?xml version='1.0' encoding='GB18030'?>{}", made.sheet);
    assert_eq!(refused(&made.bytes()).2, Fault::Xml(xml::Fault::Encoding));
}

#[test]
fn a_sheet_that_contradicts_itself_is_refused_with_its_row() {
    let cases = [
        ("<row r='5'/><row r='5'/>", 5, Fault::Order),
        ("<row r='2'><c r='B2'/><c r='A2'/></row>", 2, Fault::Order),
        ("<row r='1048577'/>", 0, Fault::Order),
        ("<row><c r='XFE1'/></row>", 1, Fault::Order),
        ("<row r='3'><c t='s'><v>9</v></c></row>", 3, Fault::String),
        ("<row r='3'><c t='s'><v>x</v></c></row>", 3, Fault::String),
        ("<row r='3'><c><v>1,5</v></c></row>", 3, Fault::Number),
    ];
    for (sheet, row, fault) in cases {
        let (part, found, why) = refused(&Made::with(sheet).bytes());
        assert_eq!(
            (part.as_str(), found, why),
            ("xl/worksheets/sheet1.xml", row, fault),
            "{sheet}"
        );
    }
}

#[test]
fn what_is_no_workbook_is_named() {
    assert_eq!(
        refused(&zipped(&[("a.txt", b"a")])).2,
        Fault::Lacking("_rels/.rels".to_owned())
    );
    let (_, _, fault) = refused(b"PK not a zip");
    assert!(matches!(fault, Fault::Container(_)), "{fault:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn changed_bytes_never_panic(at in 0_usize..4_000, byte in any::<u8>(), plain in any::<bool>()) {
        let mut made = Made::with("<row><c r='A1' t='s'><v>0</v></c><c><v>1.5</v></c><c t='b'><v>1</v></c></row>");
        made.strings = Some("<sst><si><t>安</t></si></sst>".to_owned());
        if plain {
            // Inside the XML, past the checksums of the zip.
            let place = at % made.sheet.len();
            let mut sheet = made.sheet.into_bytes();
            sheet[place] = byte;
            made.sheet = String::from_utf8_lossy(&sheet).into_owned();
            let _ = rows(&made.bytes());
        } else {
            let mut bytes = made.bytes();
            let place = at % bytes.len();
            bytes[place] = byte;
            let _ = rows(&bytes);
        }
    }
}
