//! What stands in a workbook, whoever wrote it.

use std::ops::ControlFlow;

use package::container::{Blocking, BlockingSource, OutOfBounds, wait};
use package::name::UNICODE;
use sheet::xlsx::{Choices, Column, Out, Refusal, Table, book, open};
use sheet::{Epoch, Value};

use crate::made::{Made, rows, rows_of, shown, zipped};

#[test]
fn every_kind_of_cell_is_read() {
    let mut made = Made::with(
        "<row r='2'><c r='A2' t='s'><v>1</v></c><c r='C2' t='inlineStr'><is><r><t>分</t></r><r><t>段</t></r></is></c>\
         <c r='D2'><v>1.25E1</v></c><c r='E2' s='1'><v>45413</v></c><c r='F2' t='b'><v>1</v></c>\
         <c r='G2' t='e'><v>#REF!</v></c><c r='H2' t='str'><f>A1&amp;\"x\"</f><v> 公式 </v></c>\
         <c r='I2'><f>B1</f></c><c r='J2' t='d'><v>2024-05-01T00:00:00</v></c><c r='K2' s='1'/></row>\
         <row/><row><c><v>7</v></c></row>",
    );
    made.strings = Some(
        "<sst><si><t>a</t></si><si><t>安全</t><rPh><t>ān quán</t></rPh></si></sst>".to_owned(),
    );
    made.styles = Some(
        "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='yyyy\"年\"'/></numFmts>\
         <cellStyleXfs><xf numFmtId='14'/></cellStyleXfs><cellXfs><xf numFmtId='0'/><xf numFmtId='164'/></cellXfs></styleSheet>"
            .to_owned(),
    );
    let rows = rows(&made.bytes()).unwrap();
    let text = |column: usize, text: &str| (column, text.to_owned());
    assert_eq!(
        shown(&rows[0]),
        [
            text(0, "安全"),
            text(2, "分段"),
            text(3, "12.5"),
            text(4, "2024-05-01"),
            text(5, "TRUE"),
            text(6, "#REF!"),
            text(7, "公式"),
            text(8, "?"),
            text(9, "2024-05-01"),
        ]
    );
    let formulas: Vec<usize> = rows[0]
        .cells
        .iter()
        .filter(|cell| cell.formula)
        .map(|cell| cell.column)
        .collect();
    assert_eq!(formulas, [7, 8]);
    assert_eq!((rows[1].number, shown(&rows[1])), (4, vec![text(0, "7")]));
}

#[test]
fn a_workbook_that_counts_from_1904_gives_the_same_days() {
    let mut made = Made::with("<row><c s='1'><v>43951.5</v></c></row>");
    made.workbook = made
        .workbook
        .replace("<workbookPr/>", "<workbookPr date1904='1'/>");
    made.styles = Some(
        "<styleSheet><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs></styleSheet>"
            .to_owned(),
    );
    let rows = rows(&made.bytes()).unwrap();
    assert_eq!(shown(&rows[0]), [(0, "2024-05-01".to_owned())]);
    assert_eq!(
        sheet::day_of_serial("43951", Epoch::Since1904)
            .unwrap()
            .to_string(),
        "2024-05-01"
    );
}

fn table() -> Table {
    let column = |header: &str, values: &[&str]| Column {
        header: header.to_owned(),
        width: 12,
        text: header == "证件",
        choices: Choices {
            values: values.iter().map(|value| (*value).to_owned()).collect(),
            prompt: "说明 & <提示>".to_owned(),
        },
    };
    Table {
        name: "结果".to_owned(),
        columns: vec![
            column("姓名", &[]),
            column("证件", &[]),
            column("性别", &["男", "女"]),
        ],
        rows: vec![
            vec![
                Out::Text("=HYPERLINK(\"http://x\")".to_owned()),
                Out::text("330102198505050010"),
                Out::text(""),
            ],
            vec![
                Out::Number("80.40".to_owned()),
                Out::Day("2024-05-01".parse().unwrap()),
                Out::text("a\u{0}\n<b>&\""),
            ],
            vec![Out::Day("1899-12-31".parse().unwrap())],
        ],
        hidden: false,
        offered: 100,
    }
}

#[test]
fn what_is_written_is_read_back_with_its_types_and_without_formulas() {
    let bytes = book(&[table()], "选项");
    assert_eq!(bytes, book(&[table()], "选项"));
    let rows = rows(&bytes).unwrap();
    assert!(
        rows.iter()
            .flat_map(|row| &row.cells)
            .all(|cell| !cell.formula)
    );
    let value =
        |row: usize, column: usize| rows[row].cell(column).and_then(|cell| cell.value.clone());
    let text = |text: &str| Some(Value::Text(text.to_owned()));
    assert_eq!(value(0, 2), text("性别"));
    assert_eq!(value(1, 0), text("=HYPERLINK(\"http://x\")"));
    assert_eq!(value(1, 1), text("330102198505050010"));
    assert_eq!(value(2, 0), Some(Value::Number("80.4".to_owned())));
    assert_eq!(value(2, 1), Some(Value::Day("2024-05-01".parse().unwrap())));
    assert_eq!(value(2, 2), text("a\n<b>&\""));
    assert_eq!(value(3, 0), text("1899-12-31"));
    let lists = rows_of(&bytes, 1).unwrap();
    assert_eq!(shown(&lists[2]), [(0, "女".to_owned())]);
}

#[test]
fn another_reader_of_zips_takes_what_is_written() {
    let bytes = book(&[table()], "选项");
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    let mut sheet = archive.by_name("xl/worksheets/sheet1.xml").unwrap();
    std::io::Read::read_to_string(&mut sheet, &mut text).unwrap();
    assert!(
        text.contains("state=\"frozen\"") && text.contains("'选项'!$A$2:$A$3"),
        "{text}"
    );
    assert!(!text.contains("<f>"), "{text}");
}

#[test]
fn a_sheet_without_a_part_is_left_out() {
    let mut made = Made::with("<row><c><v>1</v></c></row>");
    made.workbook = made
        .workbook
        .replace("<sheets>", "<sheets><sheet name='图表' r:id='rId9'/>");
    assert_eq!(rows(&made.bytes()).unwrap().len(), 1);
    assert!(zipped(&[]).len() > 20);
}

/// A source that counts the bytes that are asked for.
struct Counted<'b> {
    bytes: &'b [u8],
    asked: usize,
}

impl BlockingSource for Counted<'_> {
    type Error = OutOfBounds;

    fn size(&self) -> u64 {
        self.bytes.size()
    }

    fn read_at(&mut self, offset: u64, buffer: &mut [u8]) -> Result<(), OutOfBounds> {
        self.asked += buffer.len();
        self.bytes.read_at(offset, buffer)
    }
}

#[test]
fn nothing_is_read_behind_the_row_at_which_the_taker_stops() {
    let mut random = 1_u64;
    let rows = (0..60_000).map(|_| {
        random = random
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        format!("<row><c t='inlineStr'><is><t>{random:x}</t></is></c></row>")
    });
    let bytes = Made::with(&rows.collect::<String>()).bytes();
    let asked = |stop: usize| {
        let counted = Counted {
            bytes: &bytes,
            asked: 0,
        };
        let mut source = Blocking(counted);
        let shelf = Box::<Vec<u8>>::default();
        let mut workbook = wait(open(&mut source, UNICODE, shelf)).unwrap();
        let sheet = workbook.sheets()[0].clone();
        let mut taken = 0;
        let read = wait(workbook.rows(&mut source, &sheet, &mut |_| {
            taken += 1;
            if taken == stop {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            }
        }));
        assert_eq!(matches!(read, Err(Refusal::Cancelled)), stop <= 60_000);
        assert_eq!(taken, stop.min(60_000));
        source.0.asked
    };
    let (one, all) = (asked(1), asked(60_001));
    assert!(one < all / 2, "{one} of {all}");
}
