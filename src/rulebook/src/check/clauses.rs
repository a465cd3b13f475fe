//! Clauses: kinds, forms, and no clause that depends on itself.

use super::chain::{Graph, MOST_CHAINED};
use super::context::Context;
use super::identity::at_least_one;
use super::rules::{self, Used};
use super::spot::Spot;
use super::{FaultKind, Thing};
use crate::{Clause, ClauseKind};

/// Finds what is wrong with clauses.
pub(crate) fn check(context: &mut Context<'_>) {
    let book = context.book;
    let top = Spot::Top;
    let clauses = top.key("clause");
    for (index, clause) in book.clause.iter().enumerate() {
        let at = clauses.index(index);
        place(context, clause, &at);
        forms(context, clause, &at.key("form"));
    }
    circles(context, &clauses);
}

/// Only conditions have a part and a category, and they need them.
fn place(context: &mut Context<'_>, clause: &Clause, at: &Spot<'_>) {
    if clause.kind != ClauseKind::Condition {
        let given = [("category", &clause.category), ("part", &clause.part)];
        for (key, _) in given.iter().filter(|(_, given)| given.is_some()) {
            let why = "only a condition belongs to a category and a part";
            context.fault(&at.key(key), FaultKind::Meaningless { key, why });
        }
        return;
    }
    let by = "by a condition";
    match &clause.part {
        Some(part) => {
            context
                .parts
                .resolve(part, &at.key("part"), &mut context.faults);
        }
        None => context.fault(at, FaultKind::Needed { key: "part", by }),
    }
    match &clause.category {
        Some(category) => {
            context
                .categories
                .resolve(category, &at.key("category"), &mut context.faults);
        }
        None if context.book.category.is_empty() => {}
        None => context.fault(
            at,
            FaultKind::Needed {
                key: "category",
                by,
            },
        ),
    }
}

fn forms<'a>(context: &mut Context<'a>, clause: &'a Clause, at: &Spot<'_>) {
    at_least_one(context, Thing::Form, clause.form.len(), at);
    let mut seen = Vec::new();
    for (index, form) in clause.form.iter().enumerate() {
        let at = at.index(index);
        context.levels(&form.level, &at);
        let levels = context.levels_of(&form.level);
        for level in &levels {
            let first = !seen.contains(level);
            seen.push(*level);
            context.faults.need(first, &at, || FaultKind::TwoForms {
                level: (*level).to_owned(),
            });
        }
        rules::check(context, &form.rule, &levels, &at.key("rule"));
    }
}

/// No clause depends on itself, through clauses or through the conditions of a part.
fn circles(context: &mut Context<'_>, clauses: &Spot<'_>) {
    let book = context.book;
    let mut graph = Graph::new();
    for clause in &book.clause {
        let user = Used::Clause(&clause.id);
        for form in &clause.form {
            rules::each_used(&form.rule, &mut |used| graph.add(user, used));
        }
        let is_condition = clause.kind == ClauseKind::Condition;
        if let Some(part) = clause.part.as_ref().filter(|_| is_condition) {
            graph.add(Used::Part(part), user);
        }
    }
    match graph.longest() {
        Ok(longest) => {
            let limit = MOST_CHAINED;
            let faults = &mut context.faults;
            faults.need(longest <= limit, clauses, || FaultKind::TooLong { limit });
        }
        Err(circle) => {
            let inside = |clause: &Clause| circle.contains(&Used::Clause(&clause.id));
            let at = clauses.index(book.clause.iter().position(inside).unwrap_or(0));
            let ids = circle.iter().map(Used::name).collect();
            let what = Thing::Clause;
            context.fault(&at, FaultKind::Circular { what, ids });
        }
    }
}
