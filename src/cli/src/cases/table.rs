//! The table of clause, rule and cases.

use std::collections::BTreeMap;

use rulebook::Book;
use rulebook::author::Places;
use rulebook::cases::{Case, Covered, Subject};
use wording::Labels;
use wording::command as words;

use super::missing_name;

/// Outcomes that must be shown, and those that are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Coverage {
    pub(super) wanted: usize,
    pub(super) shown: usize,
}

/// A line for each part of the book: what it is, where its rule stands, and the cases for each
/// outcome that must be shown.
pub(super) fn table(
    (book, places): (&Book, &Places),
    cases: &[Case],
    covered: &[Covered],
) -> (String, Coverage) {
    let mut out = format!("{}\n", words::COVERAGE_HEAD);
    let mut coverage = Coverage::default();
    for part in covered {
        let place = places.find(&part.rule);
        let rule = format!("{}:{}", place.file, place.line);
        let mut columns = vec![named(book, part), rule];
        for (outcome, shown) in &part.shown {
            coverage.wanted = coverage.wanted.saturating_add(1);
            let name = missing_name(*outcome);
            columns.push(if shown.is_empty() {
                words::lacking(name)
            } else {
                coverage.shown = coverage.shown.saturating_add(1);
                format!("{name} {}", at(cases, shown))
            });
        }
        out.push_str(&columns.join("｜"));
        out.push('\n');
    }
    (out, coverage)
}

/// A part with its title and levels.
fn named(book: &Book, part: &Covered) -> String {
    let labels = Labels::new(book);
    let levels: Vec<String> = part.levels.iter().map(|id| labels.level(id)).collect();
    let levels = levels.join("、");
    let level = part.levels.first().map_or("", String::as_str);
    match &part.subject {
        Subject::Clause(id) => format!("{}（{levels}）", labels.clause(id)),
        Subject::Route(id) => format!("{}（{levels}）", labels.route(level, id)),
        Subject::BesideGates(id) => words::beside_gates(&labels.route(level, id), &levels),
        Subject::Level => levels,
        Subject::Row(id) => labels.row(id),
        Subject::Block(id) => labels.block(id),
        Subject::Total => words::TOTAL.to_owned(),
    }
}

/// Cases by file and line: `gates.csv:2、5`.
fn at(cases: &[Case], shown: &[usize]) -> String {
    let mut lines: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for case in shown.iter().filter_map(|place| cases.get(*place)) {
        let own = lines.entry(&case.file).or_default();
        own.push(case.line.to_string());
    }
    let files = lines.into_iter();
    let files = files.map(|(file, lines)| format!("{file}:{}", lines.join("、")));
    files.collect::<Vec<String>>().join(" ")
}
