//! Tests of the whole crate: files, edits, the pledge.

mod edits;
mod files;
mod hostile;
mod pledges;

use std::sync::Arc;

use json::Decimal;
use proptest::prelude::*;

use crate::{Answer, Answers, Dossier, Evidence, List, Record};

/// Any text, control characters and all.
fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z_]{0,8}",
        "\\PC{0,12}",
        prop::collection::vec(any::<char>(), 0..6).prop_map(|chars| chars.into_iter().collect()),
    ]
}

/// Any answer.
pub(crate) fn any_answer() -> impl Strategy<Value = Answer> {
    prop_oneof![
        Just(Answer::None),
        any::<bool>().prop_map(Answer::YesNo),
        any::<i64>().prop_map(|number| Answer::Number(Decimal::from_millionths(number))),
        any_text().prop_map(Answer::Text),
    ]
}

/// Any proof.
pub(crate) fn any_evidence() -> impl Strategy<Value = Evidence> {
    prop_oneof![
        any_text().prop_map(Evidence::File),
        any_text().prop_map(Evidence::Paper)
    ]
}

/// Answers by field; `id` and `evidence` are no fields.
fn any_fields() -> impl Strategy<Value = Answers> {
    let fields = prop::collection::btree_map("[f-q_]{1,6}|日期", any_answer(), 0..5);
    fields.prop_map(Answers::from_iter)
}

/// A record whose id is still to be set.
pub(crate) fn any_record() -> impl Strategy<Value = Record> {
    let evidence = prop::collection::vec(any_evidence(), 0..3);
    (any_fields(), evidence).prop_map(|(fields, evidence)| Record {
        id: String::new(),
        fields,
        evidence,
    })
}

fn any_list() -> impl Strategy<Value = List> {
    let records = prop::collection::vec(any_record().prop_map(Arc::new), 0..4);
    (records, any::<bool>()).prop_map(|(records, complete)| List { records, complete })
}

/// Any dossier that can stand in a file.
pub(crate) fn any_dossier() -> impl Strategy<Value = Dossier> {
    let lists = prop::collection::btree_map("l[a-z]{1,5}|业绩", any_list(), 0..4);
    let proofs = prop::collection::vec(any_evidence(), 0..3);
    let materials = prop::collection::btree_map("m[a-z]{1,5}", proofs, 0..3);
    let season = prop::option::of(1900..=2200);
    (any_text(), season, any_fields(), lists, materials).prop_map(
        |(book, season, profile, mut lists, materials)| {
            let records = lists.values_mut().flat_map(|list| &mut list.records);
            for (index, record) in records.enumerate() {
                Arc::make_mut(record).id = format!("r{index}");
            }
            Dossier {
                book,
                season,
                profile,
                lists,
                materials,
            }
        },
    )
}
