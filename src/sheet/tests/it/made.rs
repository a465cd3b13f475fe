//! Workbooks put together by hand, deflated as other tools do it.

use std::io::{Cursor, Write};
use std::ops::ControlFlow;

use package::container::{Blocking, wait};
use package::name::UNICODE;
use sheet::xlsx::{Fault, Refusal, open};
use sheet::{Row, Value};
use zip::CompressionMethod;
use zip::write::{SimpleFileOptions, ZipWriter};

pub(crate) const RELATIONS: &str =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A workbook in the making.
pub(crate) struct Made {
    pub(crate) workbook: String,
    pub(crate) sheet: String,
    pub(crate) strings: Option<String>,
    pub(crate) styles: Option<String>,
}

impl Made {
    pub(crate) fn with(rows: &str) -> Self {
        Self {
            workbook: format!(
                "<workbook xmlns:r='{RELATIONS}'><workbookPr/><sheets><sheet name='人员' sheetId='1' r:id='rId1'/></sheets></workbook>"
            ),
            sheet: format!("<worksheet><sheetData>{rows}</sheetData></worksheet>"),
            strings: None,
            styles: None,
        }
    }

    pub(crate) fn bytes(&self) -> Vec<u8> {
        let root = format!(
            "<Relationships><Relationship Id='a' Type='{RELATIONS}/officeDocument' Target='/xl/workbook.xml'/></Relationships>"
        );
        let own = format!(
            "<Relationships><Relationship Id='rId1' Type='{RELATIONS}/worksheet' Target='worksheets/sheet1.xml'/>\
             <Relationship Id='rId2' Type='{RELATIONS}/sharedStrings' Target='../xl/sharedStrings.xml'/>\
             <Relationship Id='rId3' Type='{RELATIONS}/styles' Target='./styles.xml'/></Relationships>"
        );
        let empty_strings = "<sst/>".to_owned();
        let empty_styles = "<styleSheet/>".to_owned();
        zipped(&[
            ("_rels/.rels", root.as_bytes()),
            ("xl/workbook.xml", self.workbook.as_bytes()),
            ("xl/_rels/workbook.xml.rels", own.as_bytes()),
            (
                "xl/sharedStrings.xml",
                self.strings.as_ref().unwrap_or(&empty_strings).as_bytes(),
            ),
            (
                "xl/styles.xml",
                self.styles.as_ref().unwrap_or(&empty_styles).as_bytes(),
            ),
            ("xl/worksheets/sheet1.xml", self.sheet.as_bytes()),
        ])
    }
}

pub(crate) fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, bytes) in parts {
        writer.start_file(*name, options).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// The rows of the first sheet, or why there are none: part, row and fault.
pub(crate) fn rows(bytes: &[u8]) -> Result<Vec<Row>, (String, u32, Fault)> {
    rows_of(bytes, 0)
}

pub(crate) fn rows_of(bytes: &[u8], sheet: usize) -> Result<Vec<Row>, (String, u32, Fault)> {
    let mut rows = Vec::new();
    each_row(bytes, sheet, |row| rows.push(row))?;
    Ok(rows)
}

/// Gives the rows of a sheet, of which none is held.
pub(crate) fn each_row(
    bytes: &[u8],
    sheet: usize,
    mut take: impl FnMut(Row),
) -> Result<(), (String, u32, Fault)> {
    let mut source = Blocking(bytes);
    let done = wait(async {
        let mut workbook = open(&mut source, UNICODE, Box::<Vec<u8>>::default()).await?;
        let Some(sheet) = workbook.sheets().get(sheet).cloned() else {
            return Ok(());
        };
        let mut taker = |row| {
            take(row);
            ControlFlow::Continue(())
        };
        workbook.rows(&mut source, &sheet, &mut taker).await
    });
    match done {
        Ok(()) => Ok(()),
        Err(Refusal::Fault { part, row, fault }) => Err((part, row, fault)),
        Err(other) => panic!("{other:?}"),
    }
}

/// The cells of a row as people see them, with their columns.
pub(crate) fn shown(row: &Row) -> Vec<(usize, String)> {
    let shown = |value: &Option<Value>| match value {
        None => "?".to_owned(),
        Some(value) => value.shown().into_owned(),
    };
    row.cells
        .iter()
        .map(|cell| (cell.column, shown(&cell.value)))
        .collect()
}
