//! The parts of a workbook.

use std::fmt::Write;

use chrono::NaiveDate;

use super::styles::{DAY, HEADER, TEXT};
use super::{Column, Lists, Out, Table};
use crate::letters;

const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#;
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const KIND: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
/// Longest text of a prompt and of a cell, in characters.
const PROMPT: usize = 255;
const CELL: usize = 32_767;

/// The relations of the package.
pub(super) const ROOT: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
    r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#,
    r#"<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" "#,
    r#"Target="xl/workbook.xml"/></Relationships>"#,
);

pub(super) fn types(sheets: usize) -> String {
    let office = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    let mut text = format!(
        r#"{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{office}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="{office}.styles+xml"/>"#
    );
    for number in 1..=sheets {
        put(
            &mut text,
            format_args!(
                r#"<Override PartName="/xl/worksheets/sheet{number}.xml" ContentType="{office}.worksheet+xml"/>"#
            ),
        );
    }
    text.push_str("</Types>");
    text
}

pub(super) fn relations(sheets: usize) -> String {
    let mut text = format!(
        r#"{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId0" Type="{KIND}/styles" Target="styles.xml"/>"#
    );
    for number in 1..=sheets {
        put(
            &mut text,
            format_args!(
                r#"<Relationship Id="rId{number}" Type="{KIND}/worksheet" Target="worksheets/sheet{number}.xml"/>"#
            ),
        );
    }
    text.push_str("</Relationships>");
    text
}

pub(super) fn workbook(tables: &[Table]) -> String {
    let mut text = format!(r#"{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{KIND}"><sheets>"#);
    for (number, table) in (1_usize..).zip(tables) {
        let state = if table.hidden {
            r#" state="hidden""#
        } else {
            ""
        };
        let name = escaped(&table.name, 31);
        put(
            &mut text,
            format_args!(r#"<sheet name="{name}" sheetId="{number}"{state} r:id="rId{number}"/>"#),
        );
    }
    text.push_str("</sheets></workbook>");
    text
}

/// A sheet with all its rows.
pub(super) fn sheet(table: &Table, lists: &Lists, list_sheet: &str) -> String {
    let mut text = opening(table);
    for (number, cells) in (2_usize..).zip(&table.rows) {
        row(&mut text, table, (number, cells));
    }
    text.push_str("</sheetData>");
    validations(&mut text, table, lists, list_sheet);
    text.push_str("</worksheet>");
    text
}

/// What stands before the rows of a sheet, its header among it.
pub(super) fn opening(table: &Table) -> String {
    let mut text = format!(
        r#"{HEAD}<worksheet xmlns="{MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>"#
    );
    for (number, column) in (1_usize..).zip(&table.columns) {
        let style = if column.text { TEXT } else { 0 };
        let width = column.width.clamp(4, 120);
        put(
            &mut text,
            format_args!(
                r#"<col min="{number}" max="{number}" width="{width}" style="{style}" customWidth="1"/>"#
            ),
        );
    }
    text.push_str("</cols><sheetData><row r=\"1\">");
    for (place, column) in table.columns.iter().enumerate() {
        let header = Out::Text(column.header.clone());
        cell(&mut text, (place, 1), &header, HEADER);
    }
    text.push_str("</row>");
    text
}

/// A row of a sheet, by its number.
pub(super) fn row(text: &mut String, table: &Table, (number, cells): (usize, &[Out])) {
    put(text, format_args!(r#"<row r="{number}">"#));
    for (place, out) in cells.iter().enumerate() {
        let column = table.columns.get(place);
        let style = if column.is_some_and(|column| column.text) {
            TEXT
        } else {
            0
        };
        cell(text, (place, number), out, style);
    }
    text.push_str("</row>");
}

fn cell(text: &mut String, (column, row): (usize, usize), out: &Out, style: usize) {
    let place = format!("{}{row}", letters(column));
    match out {
        Out::Blank => {}
        Out::Text(words) => put(
            text,
            format_args!(
                r#"<c r="{place}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{}</t></is></c>"#,
                escaped(words, CELL)
            ),
        ),
        Out::Number(number) => put(
            text,
            format_args!(r#"<c r="{place}"><v>{}</v></c>"#, escaped(number, 40)),
        ),
        Out::Day(day) => match serial(*day) {
            Some(serial) => put(
                text,
                format_args!(r#"<c r="{place}" s="{DAY}"><v>{serial}</v></c>"#),
            ),
            None => cell(text, (column, row), &Out::Text(day.to_string()), style),
        },
    }
}

/// The serial number of a day since 1900; none for days that spreadsheets count wrongly or not at all.
fn serial(day: NaiveDate) -> Option<i64> {
    let start = NaiveDate::from_ymd_opt(1899, 12, 30)?;
    let days = day.signed_duration_since(start).num_days();
    (days > 60).then_some(days)
}

fn validations(text: &mut String, table: &Table, lists: &Lists, list_sheet: &str) {
    let offers =
        |column: &Column| !column.choices.values.is_empty() || !column.choices.prompt.is_empty();
    let offered: Vec<(usize, &Column)> = table
        .columns
        .iter()
        .enumerate()
        .filter(|(_, column)| offers(column))
        .collect();
    if table.offered < 2 || offered.is_empty() {
        return;
    }
    put(
        text,
        format_args!(r#"<dataValidations count="{}">"#, offered.len()),
    );
    for (place, column) in offered {
        let letters = letters(place);
        let list = lists.find(&column.choices.values);
        let kind = if list.is_some() {
            r#" type="list""#
        } else {
            ""
        };
        let prompt = escaped(&column.choices.prompt, PROMPT);
        let title = escaped(&column.header, 32);
        put(
            text,
            format_args!(
                r#"<dataValidation{kind} allowBlank="1" showInputMessage="1" showErrorMessage="1" promptTitle="{title}" prompt="{prompt}" sqref="{letters}2:{letters}{}">"#,
                table.offered
            ),
        );
        if let Some((at, count)) = list {
            let (name, own) = (escaped(list_sheet, 31), crate::letters(at));
            let last = count.saturating_add(1);
            put(
                text,
                format_args!("<formula1>'{name}'!${own}$2:${own}${last}</formula1>"),
            );
        }
        text.push_str("</dataValidation>");
    }
    text.push_str("</dataValidations>");
}

/// Text for XML, at most so many characters; what XML does not allow is left out.
fn escaped(text: &str, most: usize) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars().take(most) {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\r' => out.push_str("&#13;"),
            '\n' | '\t' => out.push(c),
            '\u{fffe}' | '\u{ffff}' => {}
            c if c < ' ' => {}
            c => out.push(c),
        }
    }
    out
}

fn put(text: &mut String, arguments: std::fmt::Arguments<'_>) {
    // Writing to a string cannot fail.
    let _ = text.write_fmt(arguments);
}
