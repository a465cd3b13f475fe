//! Lists of records, and what answers must agree on.

use super::context::Context;
use super::fields::{Records, is_date, is_ordered};
use super::identity::disagree;
use super::names::Names;
use super::questions::{kind, need};
use super::spot::Spot;
use super::{FaultKind, Thing};
use crate::{AnswerKind, CheckRule, Claimed, Field, Moment, RecordList};

/// Keys of a dossier that are no lists.
const KEYS_OF_A_DOSSIER: [&str; 7] = [
    "format",
    "book",
    "season",
    "profile",
    "materials",
    "complete",
    "judged",
];
/// Keys of a record that are no fields.
const KEYS_OF_A_RECORD: [&str; 2] = ["id", "evidence"];

/// Finds what is wrong with lists and with checks.
pub(crate) fn check(context: &mut Context<'_>) {
    let book = context.book;
    let top = Spot::Top;
    let lists = top.key("list");
    for (index, list) in book.list.iter().enumerate() {
        let at = lists.index(index);
        reserved(context, &list.id, &KEYS_OF_A_DOSSIER, &at);
        fields(context, &list.field, &at.key("field"));
        kinds(context, list, &at);
        keys(context, list, &at);
    }
    let checks = top.key("check");
    let ids = book.check.iter().map(|check| check.id.as_str());
    Names::new(Thing::Check, ids.collect(), &checks, &mut context.faults);
    for (index, check) in book.check.iter().enumerate() {
        rule(context, &check.rule, &checks.index(index).key("rule"));
    }
}

fn reserved(context: &mut Context<'_>, id: &str, keys: &[&str], at: &Spot<'_>) {
    context.faults.need(!keys.contains(&id), &at.key("id"), || {
        FaultKind::ReservedId { id: id.to_owned() }
    });
}

fn fields<'a>(context: &mut Context<'a>, fields: &'a [Field], at: &Spot<'_>) {
    let ids = fields.iter().map(|field| field.id.as_str());
    Names::new(Thing::Field, ids.collect(), at, &mut context.faults);
    for (index, field) in fields.iter().enumerate() {
        let at = at.index(index);
        reserved(context, &field.id, &KEYS_OF_A_RECORD, &at);
        kind(context, &field.kind, &at.key("kind"));
    }
}

fn kinds<'a>(context: &mut Context<'a>, list: &'a RecordList, above: &Spot<'_>) {
    let at = above.key("kind");
    let ids = list.kind.iter().map(|kind| kind.id.as_str());
    Names::new(Thing::Kind, ids.collect(), &at, &mut context.faults);
    for (index, kind) in list.kind.iter().enumerate() {
        let kind_at = at.index(index);
        let at = kind_at.key("field");
        fields(context, &kind.field, &at);
        for (index, field) in kind.field.iter().enumerate() {
            let common = list.field.iter().position(|other| other.id == field.id);
            let Some(first) = common else { continue };
            context.fault(
                &at.index(index).key("id"),
                FaultKind::RepeatedId {
                    what: Thing::Field,
                    id: field.id.clone(),
                    first: above.key("field").index(first).path(),
                },
            );
        }
    }
}

/// The fields with a part of their own: kind, unique, window.
fn keys<'a>(context: &mut Context<'a>, list: &'a RecordList, at: &Spot<'_>) {
    kind_field(context, list, &at.key("kind_field"));
    let records = Records::all(list);
    if let Some(unique) = list
        .unique
        .as_ref()
        .filter(|id| list.kind_field.as_ref() != Some(*id))
    {
        records.fields(context, unique, &at.key("unique"));
    }
    if let Some(field) = &list.window_field {
        records.need_kind(context, field, (is_date, "a date"), &at.key("window_field"));
    }
    if let Some(claim) = &list.claim {
        claimed(context, (list, claim), &at.key("claim"));
    }
}

fn claimed<'a>(
    context: &mut Context<'a>,
    (list, claim): (&'a RecordList, &'a Claimed),
    at: &Spot<'_>,
) {
    let records = Records::all(list);
    let text: (fn(&_) -> bool, _) = (|kind| matches!(kind, AnswerKind::Text { .. }), "a text");
    records.need_kind(context, &claim.title, text, &at.key("title"));
    let at = at.key("lead");
    let given = !claim.lead.is_empty();
    context
        .faults
        .need(given, &at, || FaultKind::NoneGiven { what: Thing::Field });
    for (index, lead) in claim.lead.iter().enumerate() {
        let at = at.index(index);
        records.some(context, (&lead.field, &lead.is), &at);
    }
}

fn kind_field<'a>(context: &mut Context<'a>, list: &'a RecordList, at: &Spot<'_>) {
    let Some(id) = &list.kind_field else {
        let none = list.kind.is_empty();
        return context.faults.need(none, at, || FaultKind::Needed {
            key: "kind_field",
            by: "in a list with kinds",
        });
    };
    reserved_kind(context, id, at);
    context
        .faults
        .need(!list.kind.is_empty(), at, || FaultKind::NoneGiven {
            what: Thing::Kind,
        });
    // The field may be left out of the fields: the kinds say what it can be.
    if let Some(field) = list.field.iter().find(|field| field.id == *id) {
        let choices = context.choices(&field.kind).unwrap_or_default();
        let kinds = list.kind.iter().map(|kind| kind.id.as_str()).collect();
        disagree(context, (id, choices), (Thing::Kind, kinds), at);
    }
}

fn reserved_kind(context: &mut Context<'_>, id: &str, at: &Spot<'_>) {
    context
        .faults
        .need(!KEYS_OF_A_RECORD.contains(&id), at, || {
            FaultKind::ReservedId { id: id.to_owned() }
        });
}

fn rule<'a>(context: &mut Context<'a>, rule: &'a CheckRule, at: &Spot<'_>) {
    match rule {
        CheckRule::Before(first, then) => {
            let at = at.key("before");
            moment(context, first, &at.index(0));
            moment(context, then, &at.index(1));
        }
        CheckRule::Ordered { list, first, then } => {
            let at = at.key("ordered");
            let Some(list) = context.list(list, &at.key("list")) else {
                return;
            };
            let needed: (fn(&_) -> bool, _) = (is_ordered, "a date or a number");
            Records::all(list).need_kind(context, first, needed, &at.key("first"));
            Records::all(list).need_kind(context, then, needed, &at.key("then"));
        }
        CheckRule::Impossible { list, r#where } => {
            let at = at.key("impossible");
            let Some(list) = context.list(list, &at.key("list")) else {
                return;
            };
            Records::all(list).filtered(context, r#where, &at.key("where"));
        }
    }
}

fn moment<'a>(context: &mut Context<'a>, moment: &'a Moment, at: &Spot<'_>) {
    match moment {
        Moment::Question(id) => {
            let at = at.key("question");
            let Some(question) = context.question(id, &at) else {
                return;
            };
            need(context, question, (is_date(&question.kind), "a date"), &at);
        }
        Moment::Records { list, field } => {
            let at = at.key("records");
            let Some(list) = context.list(list, &at.key("list")) else {
                return;
            };
            Records::all(list).need_kind(context, field, (is_date, "a date"), &at.key("field"));
        }
    }
}
