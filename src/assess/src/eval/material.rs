//! Which papers are asked for.

use super::case::Case;
use crate::Verdict;
use crate::program::Value;

/// For each paper of the book, whether the target level asks for it; while no level is chosen,
/// what all levels agree on.
pub(super) fn materials(case: &Case<'_>) -> Vec<Verdict> {
    let program = case.program;
    let target = match case.subject.answer(program.level_question) {
        Value::Choice(choice) => program.level_choices.get(choice).copied().flatten(),
        _ => None,
    };
    let at = |node: &Option<usize>| node.map_or(Verdict::NotMet, |node| case.verdict(node));
    let asked = program.flat.materials.iter().map(|levels| match target {
        Some(level) => levels.get(level).map_or(Verdict::NotMet, at),
        None => Verdict::agree(levels.iter().map(at)),
    });
    asked.collect()
}
