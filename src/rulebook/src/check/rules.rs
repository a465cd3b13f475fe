//! Conditions: what they name is there, and they fit what they are put to.

use std::collections::BTreeMap;

use super::context::Context;
use super::dates::MOST_YEARS;
use super::fields::{Records, is_year};
use super::identity::{at_least_one, within};
use super::names::among;
use super::questions::need;
use super::spot::Spot;
use super::tests_on_answers::{self, Subject};
use super::{FaultKind, Thing};
use crate::{AnswerTest, AtLeast, Barred, Day, EachYear, PartCount, RecordsTest, Rule};

/// The most records that a rule may ask for.
const MOST_RECORDS: u32 = 1_000;
/// The most calendar years that a rule may look back on.
const MOST_LAST: u32 = 20;

/// Something that a rule, or another day, rests on. One type, so that there is one graph of them.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Used<'a> {
    /// A clause.
    Clause(&'a str),
    /// The conditions of a part.
    Part(&'a str),
    /// A day.
    Date(&'a str),
}

impl Used<'_> {
    /// Its name in a fault.
    pub(crate) fn name(&self) -> String {
        match self {
            Self::Clause(id) | Self::Date(id) => (*id).to_owned(),
            Self::Part(id) => format!("the conditions of {id}"),
        }
    }
}

/// Calls `use_it` with each clause and part that a rule names.
pub(crate) fn each_used<'a>(rule: &'a Rule, use_it: &mut impl FnMut(Used<'a>)) {
    match rule {
        Rule::All(rules) | Rule::Any(rules) => {
            for rule in rules {
                each_used(rule, use_it);
            }
        }
        Rule::AtLeast(at_least) => {
            for rule in &at_least.of {
                each_used(rule, use_it);
            }
        }
        Rule::Choose { cases, .. } => {
            for rule in cases.values() {
                each_used(rule, use_it);
            }
        }
        Rule::Not(rule) => each_used(rule, use_it),
        Rule::Clause(id) => use_it(Used::Clause(id)),
        Rule::Part(part) => use_it(Used::Part(&part.part)),
        Rule::Answer(_)
        | Rule::Records(_)
        | Rule::EachYear(_)
        | Rule::Years(_)
        | Rule::Dated(_)
        | Rule::Day(_)
        | Rule::Barred(_)
        | Rule::ScoreReachesLine
        | Rule::Unpublished(_) => {}
    }
}

/// Finds what is wrong with a rule that is put to these levels.
pub(crate) fn check<'a>(context: &mut Context<'a>, rule: &'a Rule, levels: &[&str], at: &Spot<'_>) {
    match rule {
        Rule::All(rules) => several(context, rules, levels, &at.key("all")),
        Rule::Any(rules) => several(context, rules, levels, &at.key("any")),
        Rule::Not(rule) => check(context, rule, levels, &at.key("not")),
        Rule::AtLeast(rule) => at_least(context, rule, levels, &at.key("at_least")),
        Rule::Clause(id) => clause(context, id, levels, &at.key("clause")),
        Rule::Answer(rule) => answer(context, rule, &at.key("answer")),
        Rule::Records(rule) => records(context, rule, &at.key("records")),
        Rule::EachYear(rule) => each_year(context, rule, &at.key("each_year")),
        Rule::Years(rule) => {
            let at = at.key("years");
            context.date(&rule.since, &at.key("since"));
            within(context, rule.at_least, (1, MOST_YEARS), &at.key("at_least"));
        }
        Rule::Dated(id) => {
            context.date(id, &at.key("dated"));
        }
        Rule::Day(rule) => day(context, rule, &at.key("day")),
        Rule::Barred(rule) => barred(context, rule, &at.key("barred")),
        Rule::Part(rule) => part(context, rule, levels, &at.key("part")),
        Rule::Choose { question, cases } => {
            choose(context, (question, cases), levels, &at.key("choose"));
        }
        Rule::ScoreReachesLine => {
            let scored = context.book.score.is_some();
            let by = "by a rule on the score";
            context
                .faults
                .need(scored, at, || FaultKind::Needed { key: "score", by });
        }
        Rule::Unpublished(_) => {}
    }
}

fn several<'a>(context: &mut Context<'a>, rules: &'a [Rule], levels: &[&str], at: &Spot<'_>) {
    at_least_one(context, Thing::Rule, rules.len(), at);
    for (index, rule) in rules.iter().enumerate() {
        check(context, rule, levels, &at.index(index));
    }
}

fn at_least<'a>(context: &mut Context<'a>, rule: &'a AtLeast, levels: &[&str], at: &Spot<'_>) {
    within(context, rule.count, (1, u32::MAX), &at.key("count"));
    enough(
        context,
        rule.count,
        (rule.of.len(), Thing::Rule, None),
        &at.key("count"),
    );
    several(context, &rule.of, levels, &at.key("of"));
}

/// A fault when more are asked for than there are.
fn enough(
    context: &mut Context<'_>,
    asked: u32,
    there: (usize, Thing, Option<String>),
    at: &Spot<'_>,
) {
    let (there, what, within) = there;
    let enough = usize::try_from(asked).is_ok_and(|asked| asked <= there);
    context.faults.need(enough, at, || FaultKind::TooFew {
        asked,
        there,
        what,
        within,
    });
}

/// A fault when a clause is not there, or not for these levels.
pub(crate) fn clause(context: &mut Context<'_>, id: &str, levels: &[&str], at: &Spot<'_>) {
    let found = context.clauses.resolve(id, at, &mut context.faults);
    let Some(clause) = found else { return };
    for level in levels.iter().filter(|level| clause.form(level).is_none()) {
        let (clause, level) = (id.to_owned(), (*level).to_owned());
        context.fault(at, FaultKind::NoForm { clause, level });
    }
}

fn answer<'a>(context: &mut Context<'a>, rule: &'a AnswerTest, at: &Spot<'_>) {
    let Some(question) = context.question(&rule.question, &at.key("question")) else {
        return;
    };
    let subject = Subject::of_question(question, context);
    tests_on_answers::check(context, &rule.test, &subject, &at.key("test"));
}

fn records<'a>(context: &mut Context<'a>, rule: &'a RecordsTest, at: &Spot<'_>) {
    within(
        context,
        rule.at_least,
        (1, MOST_RECORDS),
        &at.key("at_least"),
    );
    let Some(list) = context.list(&rule.list, &at.key("list")) else {
        return;
    };
    Records::all(list).filtered(context, &rule.r#where, &at.key("where"));
}

fn each_year<'a>(context: &mut Context<'a>, rule: &'a EachYear, at: &Spot<'_>) {
    within(context, rule.last, (1, MOST_LAST), &at.key("last"));
    let Some(list) = context.list(&rule.list, &at.key("list")) else {
        return;
    };
    let records = Records::all(list).filtered(context, &rule.r#where, &at.key("where"));
    records.need_kind(context, &rule.year, (is_year, "a year"), &at.key("year"));
}

fn day(context: &mut Context<'_>, rule: &Day, at: &Spot<'_>) {
    context.date(&rule.date, &at.key("date"));
    context.date(&rule.after, &at.key("after"));
}

fn barred(context: &mut Context<'_>, rule: &Barred, at: &Spot<'_>) {
    within(context, rule.seasons, (0, MOST_YEARS), &at.key("seasons"));
    let at = at.key("year");
    let Some(question) = context.question(&rule.year, &at) else {
        return;
    };
    need(context, question, (is_year(&question.kind), "a year"), &at);
}

/// Each category has as many conditions of the part as are asked for, at each level.
fn part(context: &mut Context<'_>, rule: &PartCount, levels: &[&str], at: &Spot<'_>) {
    within(context, rule.at_least, (1, u32::MAX), &at.key("at_least"));
    let known = context
        .parts
        .resolve(&rule.part, &at.key("part"), &mut context.faults);
    if known.is_none() {
        return;
    }
    let mut categories: Vec<_> = {
        let categories = context.book.category.iter();
        categories
            .map(|category| Some(category.id.as_str()))
            .collect()
    };
    if categories.is_empty() {
        categories.push(None);
    }
    for category in categories {
        for level in levels {
            let there = context
                .conditions
                .get(&(rule.part.as_str(), category, *level));
            let within = category.map_or_else(
                || format!("`{level}`"),
                |category| format!("`{category}`, `{level}`"),
            );
            let there = (there.copied().unwrap_or(0), Thing::Condition, Some(within));
            enough(context, rule.at_least, there, &at.key("at_least"));
        }
    }
}

fn choose<'a>(
    context: &mut Context<'a>,
    rule: (&'a str, &'a BTreeMap<String, Rule>),
    levels: &[&str],
    at: &Spot<'_>,
) {
    let (question, cases) = rule;
    let cases_at = at.key("cases");
    at_least_one(context, Thing::Rule, cases.len(), &cases_at);
    for (id, rule) in cases {
        check(context, rule, levels, &cases_at.key(id));
    }
    let at = at.key("question");
    let Some(question) = context.question(question, &at) else {
        return;
    };
    let Some(choices) = context.choices(&question.kind) else {
        return need(context, question, (false, "a choice"), &at);
    };
    for id in cases.keys() {
        let place = (&cases_at.key(id), &mut context.faults);
        among(Thing::Choice, id, &choices, place);
    }
}
