//! Walking over the rules and tests of a book.

use rulebook::{Book, CheckRule, DateRule, Earn, Filter, Rule, Test};

/// Every rule of a book, those within others included.
pub(crate) fn rules<'a>(book: &'a Book, visit: &mut dyn FnMut(&'a Rule)) {
    let forms = book.clause.iter().flat_map(|clause| &clause.form);
    let forms = forms.map(|form| &form.rule);
    let notices = book.notice.iter().map(|notice| &notice.when);
    let materials = book.material.iter().filter_map(|paper| paper.when.as_ref());
    for rule in forms.chain(notices).chain(materials) {
        inside(rule, visit);
    }
}

/// A rule and every rule within it.
pub(crate) fn inside<'a>(rule: &'a Rule, visit: &mut dyn FnMut(&'a Rule)) {
    visit(rule);
    match rule {
        Rule::All(rules) | Rule::Any(rules) => {
            for rule in rules {
                inside(rule, visit);
            }
        }
        Rule::AtLeast(of) => {
            for rule in &of.of {
                inside(rule, visit);
            }
        }
        Rule::Not(rule) => inside(rule, visit),
        Rule::Choose { cases, .. } => {
            for rule in cases.values() {
                inside(rule, visit);
            }
        }
        _ => {}
    }
}

/// Every test on the answer to a question.
pub(crate) fn question_tests<'a>(book: &'a Book, visit: &mut dyn FnMut(&'a str, &'a Test)) {
    rules(book, &mut |rule| {
        if let Rule::Answer(answer) = rule {
            visit(&answer.question, &answer.test);
        }
    });
    for row in book.score.iter().flat_map(|score| &score.row) {
        earns(&row.earn, &mut |earn| {
            if let Earn::Answer { question, option } = earn {
                for option in option {
                    visit(question, &option.test);
                }
            }
        });
    }
}

/// Every filter on the records of a list.
pub(crate) fn filters<'a>(book: &'a Book, visit: &mut dyn FnMut(&'a str, &'a Filter)) {
    rules(book, &mut |rule| match rule {
        Rule::Records(records) => visit(&records.list, &records.r#where),
        Rule::EachYear(each) => visit(&each.list, &each.r#where),
        _ => {}
    });
    for date in &book.date {
        if let DateRule::Earliest(anchors) = &date.rule {
            for anchor in anchors {
                visit(&anchor.list, &anchor.r#where);
            }
        }
    }
    for check in &book.check {
        if let CheckRule::Impossible { list, r#where } = &check.rule {
            visit(list, r#where);
        }
    }
    for row in book.score.iter().flat_map(|score| &score.row) {
        earns(&row.earn, &mut |earn| {
            if let Earn::Records(records) = earn {
                visit(&records.list, &records.r#where);
                for step in &records.points {
                    visit(&records.list, &step.r#where);
                }
                for cap in &records.part_cap {
                    visit(&records.list, &cap.r#where);
                }
            }
        });
    }
}

/// A way of earning points and every one within it.
pub(crate) fn earns<'a>(earn: &'a Earn, visit: &mut dyn FnMut(&'a Earn)) {
    visit(earn);
    if let Earn::Highest(parts) = earn {
        for part in parts {
            earns(part, visit);
        }
    }
}
