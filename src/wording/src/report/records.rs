//! The records with their evidence, list by list and kind by kind.

use dossier::{Evidence, Record};
use rulebook::{Field, RecordList};

use super::Report;
use super::page::Page;
use crate::{Spot, answer, answer_or_unknown};

pub(super) fn write(page: &mut Page, report: &Report<'_>) {
    page.section("记录和证明", |page| {
        for list in &report.book.list {
            page.line("h3", &list.label);
            let told = completeness(report, list);
            let groups = groups(report, list);
            // Where there are no kinds it is the caption of the one table.
            if !list.kind.is_empty() || groups.is_empty() {
                page.line("p", &told);
            }
            for (kind, records) in groups {
                table(
                    page,
                    report,
                    (list, kind.as_deref().unwrap_or(&told)),
                    &records,
                );
            }
        }
        kept(page, report);
    });
}

fn completeness(report: &Report<'_>, list: &RecordList) -> String {
    if report.dossier.is_complete(&list.id) {
        match report.dossier.records(&list.id).len() {
            0 => "没有记录；申报人已说明填完整。".to_owned(),
            count => format!("共 {count} 条；申报人已说明填完整。"),
        }
    } else {
        let count = report.dossier.records(&list.id).len();
        format!("共 {count} 条；申报人还没有说明填完整，可能还有。")
    }
}

/// The records of a list, apart by kind; a kind that is not of the book is a group of its own.
fn groups<'a>(report: &Report<'a>, list: &RecordList) -> Vec<(Option<String>, Vec<&'a Record>)> {
    let labels = report.labels();
    let mut groups: Vec<(Option<&str>, Vec<&Record>)> = Vec::new();
    for record in report.dossier.records(&list.id) {
        let kind = labels.kind_of(&list.id, record);
        match groups.iter_mut().find(|(other, _)| *other == kind) {
            Some((_, records)) => records.push(record),
            None => groups.push((kind, vec![record])),
        }
    }
    let place = |kind: Option<&str>| {
        let position = list
            .kind
            .iter()
            .position(|def| Some(def.id.as_str()) == kind);
        position.unwrap_or(usize::MAX)
    };
    let mut sorted: Vec<(Option<&str>, Vec<&Record>)> = Vec::new();
    for group in groups {
        let before = |other: &(Option<&str>, _)| place(other.0) <= place(group.0);
        let position = sorted.partition_point(before);
        sorted.insert(position, group);
    }
    let named = sorted.into_iter().map(|(kind, records)| {
        let def = kind.and_then(|kind| labels.kind_def(&list.id, kind));
        let label = def.map_or(&list.label, |def| &def.label).clone();
        ((!list.kind.is_empty()).then_some(label), records)
    });
    named.collect()
}

fn table(
    page: &mut Page,
    report: &Report<'_>,
    (list, caption): (&RecordList, &str),
    records: &[&Record],
) {
    let labels = report.labels();
    let first = records.first();
    let fields = first.map_or_else(Vec::new, |record| labels.fields_of(&list.id, record));
    // The kind is the caption.
    let told = |field: &&Field| list.kind_field.as_ref() != Some(&field.id) || list.kind.is_empty();
    let fields: Vec<&Field> = fields.into_iter().filter(told).collect();
    let mut columns = vec!["序号"];
    columns.extend(fields.iter().map(|field| field.label.as_str()));
    columns.push("证明");
    page.table(("table class=\"records\"", caption), &columns, |page| {
        for (at, record) in records.iter().enumerate() {
            row(
                page,
                report,
                (list, &fields),
                (at.saturating_add(1), record),
            );
        }
    });
}

fn row(
    page: &mut Page,
    report: &Report<'_>,
    (list, fields): (&RecordList, &[&Field]),
    (number, record): (usize, &Record),
) {
    let kind = report.labels().kind_of(&list.id, record);
    page.element("tr", |page| {
        page.element("td", |page| {
            page.text(&number.to_string());
            // The folder of its files in the package.
            page.element("small class=\"id\"", |page| page.own(&record.id));
        });
        for field in fields {
            let spot = Spot::Field {
                list: &list.id,
                kind,
                field: &field.id,
            };
            let text = answer_or_unknown(report.book, spot, record.answer(&field.id));
            page.element("td", |page| page.typed(&text));
        }
        page.element("td", |page| {
            evidence(page, &record.evidence);
            kept_fields(page, report, (list, fields), record);
        });
    });
}

/// Answers in a record that the book does not ask for.
fn kept_fields(
    page: &mut Page,
    report: &Report<'_>,
    (list, fields): (&RecordList, &[&Field]),
    record: &Record,
) {
    let known = |id: &String| {
        fields.iter().any(|field| field.id == *id) || list.kind_field.as_ref() == Some(id)
    };
    for (id, found) in record.fields.iter().filter(|(id, _)| !known(id)) {
        page.element("p", |page| {
            page.text("另填 ");
            page.own(id);
            page.text("：");
            let field = id;
            let spot = Spot::Field {
                list: &list.id,
                kind: None,
                field,
            };
            page.typed(&answer(report.book, spot, found));
        });
    }
}

/// What proves something: files by name, papers in words.
pub(super) fn evidence(page: &mut Page, evidence: &[Evidence]) {
    if evidence.is_empty() {
        page.text("无");
        return;
    }
    page.element("ul", |page| {
        for proof in evidence {
            page.element("li", |page| match proof {
                Evidence::File(name) => page.own(name),
                Evidence::Paper(text) => {
                    page.text("出示原件：");
                    page.own(text);
                }
            });
        }
    });
}

/// Lists that the book does not know.
fn kept(page: &mut Page, report: &Report<'_>) {
    for (name, list) in &report.dossier.lists {
        if report.labels().list_def(name).is_some() || list.records.is_empty() {
            continue;
        }
        page.element("h3", |page| {
            page.text("这一版规则没有的一栏：");
            page.own(name);
        });
        for record in &list.records {
            page.element("p", |page| {
                page.own(&record.id);
                for (field, found) in &record.fields {
                    page.text("；");
                    page.own(field);
                    page.text("：");
                    let spot = Spot::Question("");
                    page.typed(&answer(report.book, spot, found));
                }
            });
        }
    }
}
