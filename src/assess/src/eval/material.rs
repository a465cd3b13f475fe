//! Which papers are asked for.

use super::case::Case;
use crate::Verdict;
use crate::program::{CMaterial, Value};

/// For each paper of the book, whether the target level asks for it; while no level is chosen,
/// what all levels agree on.
pub(super) fn materials(case: &Case<'_>) -> Vec<Verdict> {
    let program = case.program;
    let target = match case.subject.answer(program.level_question) {
        Value::Choice(choice) => program.level_choices.get(choice).copied().flatten(),
        _ => None,
    };
    let asked = program.materials.iter().map(|material| match target {
        Some(level) => at_level(case, material, level),
        None => {
            Verdict::agree((0..program.levels.len()).map(|level| at_level(case, material, level)))
        }
    });
    asked.collect()
}

fn at_level(case: &Case<'_>, material: &CMaterial, level: usize) -> Verdict {
    let CMaterial(asking) = material;
    let asking = asking.iter().find(|(asking, _)| *asking == level);
    match (asking, case.program.levels.get(level)) {
        (Some((_, Some(rule))), Some(level)) => case.at(level).rule(rule),
        (Some((_, None)), _) => Verdict::Met,
        _ => Verdict::NotMet,
    }
}
