//! Putting single rules of a book to the engine: each becomes a clause of its own.

use assess::{Assessment, CompileError, Conclusion, Engine, Verdict};
use rulebook::{Authority, Book, Clause, ClauseKind, Compiled, Form, Rule};

/// Before the number of a rule in the id of its clause; no id of a book begins so.
const PREFIX: &str = "~";

/// An engine for a book with further clauses.
///
/// # Errors
/// When an id of a rule leads nowhere; those of a checked book lead somewhere.
pub(crate) fn engine<'a>(
    book: &Book,
    rules: impl Iterator<Item = (&'a Rule, &'a str)>,
) -> Result<Engine, CompileError> {
    let mut book = book.clone();
    let clauses = rules.enumerate().map(|(number, (rule, level))| Clause {
        id: id(number),
        kind: ClauseKind::Element,
        category: None,
        part: None,
        title: String::new(),
        form: vec![Form {
            level: vec![level.to_owned()],
            text: String::new(),
            rule: rule.clone(),
        }],
        authority: Authority::Model,
        locator: String::new(),
    });
    book.clause.extend(clauses);
    Engine::new(book, Compiled::from_text(String::new()))
}

fn id(number: usize) -> String {
    format!("{PREFIX}{number}")
}

/// What an assessment says of a rule, by its number.
pub(crate) fn verdict(assessment: &Assessment, level: &str, number: usize) -> Option<Verdict> {
    conclusion(assessment, level, number).map(|conclusion| conclusion.verdict)
}

/// The same, with what it rests on.
pub(crate) fn conclusion<'a>(
    assessment: &'a Assessment,
    level: &str,
    number: usize,
) -> Option<&'a Conclusion> {
    let level = assessment.levels.iter().find(|line| line.id == level)?;
    let clause = level.clause(&id(number))?;
    Some(&clause.conclusion)
}
