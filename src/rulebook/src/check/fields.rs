//! Fields of records, by the kinds that a filter leaves.

use super::context::Context;
use super::spot::Spot;
use super::tests_on_answers::{self, Subject, kind_name};
use super::{FaultKind, Thing};
use crate::{AnswerKind, Field, Filter, Kind, RecordList, Scalar, Test};

/// The records of a list, and the kinds that they may be of.
#[derive(Clone)]
pub(crate) struct Records<'a> {
    pub(crate) list: &'a RecordList,
    kinds: Vec<&'a Kind>,
}

impl<'a> Records<'a> {
    /// All records of a list.
    pub(crate) fn all(list: &'a RecordList) -> Self {
        let kinds = list.kind.iter().collect();
        Self { list, kinds }
    }

    /// The kinds that a filter leaves.
    fn narrowed(&self, filter: &Filter) -> Self {
        let test = self
            .list
            .kind_field
            .as_ref()
            .and_then(|field| filter.get(field));
        let Some(test) = test else {
            return self.clone();
        };
        let passes = |kind: &&Kind| {
            let same = |value: &Scalar| matches!(value, Scalar::Choice(id) if *id == kind.id);
            test.is.as_ref().is_none_or(same)
                && test
                    .one_of
                    .as_ref()
                    .is_none_or(|values| values.iter().any(same))
        };
        let kinds = self.kinds.iter().copied().filter(passes).collect();
        Self {
            list: self.list,
            kinds,
        }
    }

    /// The fields with this id, one for each kind that has one of its own.
    pub(crate) fn fields(
        &self,
        context: &mut Context<'a>,
        id: &str,
        at: &Spot<'_>,
    ) -> Vec<&'a Field> {
        if let Some(field) = self.list.field.iter().find(|field| field.id == id) {
            return vec![field];
        }
        let of_kind = |kind: &&'a Kind| kind.field.iter().find(|field| field.id == id);
        let fields: Vec<_> = self.kinds.iter().filter_map(of_kind).collect();
        if fields.is_empty() {
            let known = self.known();
            super::names::among(Thing::Field, id, &known, (at, &mut context.faults));
            return fields;
        }
        if let Some(kind) = self.kinds.iter().find(|kind| of_kind(kind).is_none()) {
            let kind = kind.id.clone();
            context.fault(
                at,
                FaultKind::NotInKind {
                    field: id.to_owned(),
                    kind,
                },
            );
        }
        fields
    }

    /// Finds what does not fit in a filter, and gives the records that it leaves.
    pub(crate) fn filtered(
        &self,
        context: &mut Context<'a>,
        filter: &Filter,
        at: &Spot<'_>,
    ) -> Self {
        let left = self.narrowed(filter);
        for (id, test) in filter {
            let at = at.key(id);
            if self.list.kind_field.as_ref() == Some(id) {
                let kinds = self.list.kind.iter().map(|kind| kind.id.as_str()).collect();
                let subject = Subject::of_choices(&self.list.id, kinds);
                tests_on_answers::check(context, test, &subject, &at);
                continue;
            }
            for field in left.fields(context, id, &at) {
                let subject = Subject::of_field(field, context);
                tests_on_answers::check(context, test, &subject, &at);
            }
        }
        left
    }

    /// Finds a constant that does not fit in a field which not all kinds need to have.
    pub(crate) fn some(&self, context: &mut Context<'a>, (id, is): (&str, &Scalar), at: &Spot<'_>) {
        let of_kinds = self.kinds.iter().flat_map(|kind| &kind.field);
        let fields = self.list.field.iter().chain(of_kinds);
        let fields: Vec<&Field> = fields.filter(|field| field.id == id).collect();
        if fields.is_empty() {
            let known = self.known();
            let at = at.key("field");
            super::names::among(Thing::Field, id, &known, (&at, &mut context.faults));
        }
        for field in fields {
            let subject = Subject::of_field(field, context);
            tests_on_answers::check(context, &Test::is(is.clone()), &subject, at);
        }
    }

    /// Finds a field that is missing or not of the kind needed.
    pub(crate) fn need_kind(
        &self,
        context: &mut Context<'a>,
        id: &str,
        needed: (fn(&AnswerKind) -> bool, &'static str),
        at: &Spot<'_>,
    ) {
        let (is_needed, expected) = needed;
        for field in self.fields(context, id, at) {
            context
                .faults
                .need(is_needed(&field.kind), at, || FaultKind::WrongKind {
                    id: id.to_owned(),
                    found: kind_name(&field.kind),
                    expected,
                });
        }
    }

    fn known(&self) -> Vec<&'a str> {
        let of_kinds = self.kinds.iter().flat_map(|kind| &kind.field);
        let fields = self.list.field.iter().chain(of_kinds);
        let mut known: Vec<_> = fields.map(|field| field.id.as_str()).collect();
        known.sort_unstable();
        known.dedup();
        known
    }
}

/// Whether answers of this kind are dates.
pub(crate) fn is_date(kind: &AnswerKind) -> bool {
    matches!(kind, AnswerKind::Date { .. })
}

/// Whether answers of this kind are calendar years.
pub(crate) fn is_year(kind: &AnswerKind) -> bool {
    matches!(kind, AnswerKind::Year { .. })
}

/// Whether answers of this kind are dates or numbers.
pub(crate) fn is_ordered(kind: &AnswerKind) -> bool {
    let number = matches!(
        kind,
        AnswerKind::Integer { .. } | AnswerKind::Decimal { .. }
    );
    number || is_date(kind) || is_year(kind)
}
