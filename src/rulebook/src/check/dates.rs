//! Days with a name, and windows between them.

use super::chain::Graph;
use super::context::Context;
use super::fields::{Records, is_date};
use super::identity::{at_least_one, within};
use super::names::among;
use super::questions::{YEARS, need};
use super::rules::Used;
use super::spot::Spot;
use super::{FaultKind, Thing};
use crate::{Anchor, DateRule, StagedAge};

/// The most years that a day may lie before another.
pub(crate) const MOST_YEARS: u32 = 120;

/// Finds what is wrong with days and windows.
pub(crate) fn check(context: &mut Context<'_>) {
    let book = context.book;
    let top = Spot::Top;
    let dates = top.key("date");
    let mut graph = Graph::new();
    for (index, date) in book.date.iter().enumerate() {
        let at = dates.index(index);
        rule(context, &date.rule, &at.key("rule"));
        for used in used_dates(&date.rule) {
            graph.add(Used::Date(&date.id), Used::Date(used));
        }
    }
    if let Err(circle) = graph.longest() {
        let index = book
            .date
            .iter()
            .position(|date| circle.contains(&Used::Date(&date.id)));
        let ids = circle.iter().map(Used::name).collect();
        let at = dates.index(index.unwrap_or(0));
        context.fault(
            &at,
            FaultKind::Circular {
                what: Thing::Date,
                ids,
            },
        );
    }
    for (index, window) in book.window.iter().enumerate() {
        let windows = top.key("window");
        let at = windows.index(index);
        at_least_one(context, Thing::Date, window.from.len(), &at.key("from"));
        for (index, date) in window.from.iter().enumerate() {
            context.date(date, &at.key("from").index(index));
        }
        context.date(&window.to, &at.key("to"));
    }
}

/// The days that a day is found by.
fn used_dates(rule: &DateRule) -> Vec<&str> {
    let DateRule::Earliest(anchors) = rule else {
        return Vec::new();
    };
    let tests = anchors.iter().flat_map(|anchor| anchor.r#where.values());
    let days = tests.flat_map(|test| [&test.on_or_after, &test.on_or_before]);
    days.flatten().map(String::as_str).collect()
}

fn rule<'a>(context: &mut Context<'a>, rule: &'a DateRule, at: &Spot<'_>) {
    match rule {
        DateRule::CutOff => {}
        DateRule::YearsBeforeCutOff(years) => {
            within(
                context,
                *years,
                (0, MOST_YEARS),
                &at.key("years_before_cut_off"),
            );
        }
        DateRule::Answer(id) => {
            let at = at.key("answer");
            let Some(question) = context.question(id, &at) else {
                return;
            };
            need(context, question, (is_date(&question.kind), "a date"), &at);
        }
        DateRule::Earliest(anchors) => {
            let at = at.key("earliest");
            at_least_one(context, Thing::List, anchors.len(), &at);
            for (index, anchor) in anchors.iter().enumerate() {
                self::anchor(context, anchor, &at.index(index));
            }
        }
        DateRule::StagedAge(age) => staged_age(context, age, &at.key("staged_age")),
    }
}

fn anchor<'a>(context: &mut Context<'a>, anchor: &'a Anchor, at: &Spot<'_>) {
    let Some(list) = context.list(&anchor.list, &at.key("list")) else {
        return;
    };
    let records = Records::all(list).filtered(context, &anchor.r#where, &at.key("where"));
    records.need_kind(
        context,
        &anchor.field,
        (is_date, "a date"),
        &at.key("field"),
    );
}

fn staged_age<'a>(context: &mut Context<'a>, age: &'a StagedAge, at: &Spot<'_>) {
    if let Some(question) = context.question(&age.birth, &at.key("birth")) {
        need(
            context,
            question,
            (is_date(&question.kind), "a date"),
            &at.key("birth"),
        );
    }
    let stages = at.key("stage");
    at_least_one(context, Thing::Stage, age.stage.len(), &stages);
    if let Some(question) = context.question(&age.by, &at.key("by")) {
        let choices = context.choices(&question.kind);
        let by = at.key("by");
        need(context, question, (choices.is_some(), "a choice"), &by);
        for id in age.stage.keys() {
            let at = stages.key(id);
            let choices = choices.as_deref().unwrap_or_default();
            among(Thing::Choice, id, choices, (&at, &mut context.faults));
        }
        for choice in choices.into_iter().flatten() {
            let known: Vec<_> = age.stage.keys().map(String::as_str).collect();
            among(Thing::Stage, choice, &known, (&stages, &mut context.faults));
        }
    }
    for (id, stage) in &age.stage {
        let at = stages.key(id);
        within(context, stage.years, (1, MOST_YEARS), &at.key("years"));
        within(context, stage.every, (1, 1_200), &at.key("every"));
        within(context, stage.max, (0, 1_200), &at.key("max"));
        context
            .faults
            .need(is_month(&stage.from), &at.key("from"), || {
                FaultKind::NotOfForm {
                    found: stage.from.chars().take(64).collect(),
                    form: "a month as YYYY-MM, such as 1965-01",
                }
            });
    }
}

/// Whether a text is `YYYY-MM`.
fn is_month(text: &str) -> bool {
    let digits = |text: &str| text.chars().all(|c| c.is_ascii_digit());
    let Some((year, month)) = text.split_once('-') else {
        return false;
    };
    let sound = year.len() == 4 && month.len() == 2 && digits(year) && digits(month);
    let year = year
        .parse()
        .is_ok_and(|year| (YEARS.0..=YEARS.1).contains(&year));
    sound
        && year
        && month
            .parse()
            .is_ok_and(|month: u32| (1..=12).contains(&month))
}
