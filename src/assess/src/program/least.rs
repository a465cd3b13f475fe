//! How short the reason for which a clause is not met can be, whatever the dossier: where a shorter one is known, it need not
//! be looked for.

use super::classes::bit;
use super::compile::QuestionSlot;
use super::rule::CRule;
use crate::Verdict;

/// How many entries every reason has at the least for which a rule does not hold: one for each clause that it rests on.
pub(super) fn of(questions: &[QuestionSlot], rule: &CRule) -> u32 {
    let parts = match rule {
        CRule::All(parts) | CRule::Any(parts) | CRule::AtLeast { of: parts, .. } => parts,
        CRule::Choose { question, cases } => {
            // Whoever may choose none of the cases has nothing to look at.
            if questions.get(*question).is_none_or(|slot| slot.none) {
                return 0;
            }
            let case = |case: &Option<CRule>| case.as_ref().map_or(0, |case| of(questions, case));
            return cases.iter().map(case).min().unwrap_or(0);
        }
        _ => return 0,
    };
    let clauses = parts.iter().fold(0_u64, |clauses, part| match part {
        // Two that share a bit count as one: less is never wrong here.
        CRule::Clause(clause) => clauses | bit(clause % 64),
        _ => clauses,
    });
    let count = rule.suffices(Verdict::NotMet).map_or(0, |(count, _)| count);
    let others = parts.len().saturating_sub(count);
    u32::try_from(others).map_or(0, |others| clauses.count_ones().saturating_sub(others))
}

#[cfg(test)]
mod tests {
    use dossier::{Answer, Dossier, List};
    use rulebook::resolve_season;

    use crate::{Engine, Verdict};

    /// Whoever answered these, has nothing in any list, and says no to all else.
    fn nobody(engine: &Engine, answers: &[(&str, &str)]) -> Dossier {
        let mut dossier = Dossier::new(engine.book().id.clone(), None);
        let questions = engine.book().question.iter();
        for question in questions.filter(|own| own.kind == rulebook::AnswerKind::YesNo) {
            dossier
                .profile
                .insert(question.id.clone(), Answer::YesNo(false));
        }
        for (question, answer) in answers {
            let answer = Answer::from_text(*answer);
            dossier.profile.insert((*question).to_owned(), answer);
        }
        let none = List {
            records: Vec::new(),
            complete: true,
        };
        let lists = engine.book().list.iter();
        dossier.lists = lists.map(|list| (list.id.clone(), none.clone())).collect();
        dossier
    }

    #[test]
    fn no_reason_goes_below_and_some_reach_it() {
        let engine = Engine::shipped();
        let season = resolve_season(engine.book(), &shipped::seasons(), 2026).unwrap();
        let (mut held, mut reached) = (0, 0);
        for category in ["safety_science", "technical_service", "safety_management"] {
            for born in ["1950-01-01", "1985-05-05"] {
                let dossier = nobody(&engine, &[("category", category), ("birth_date", born)]);
                let assessment = engine.assess(&dossier, &season, season.cut_off);
                for (level, line) in assessment.levels.iter().enumerate() {
                    for (clause, own) in engine.book().clause.iter().enumerate() {
                        let Some(told) = line.clause(&own.id).map(|line| &line.conclusion) else {
                            continue;
                        };
                        if told.verdict != Verdict::NotMet {
                            continue;
                        }
                        let form = engine.program.levels[level].forms[clause].as_ref();
                        let least = 1 + form.map_or(0, |form| form.least as usize);
                        assert!(least <= told.basis.len(), "{} {least}", own.id);
                        held += 1;
                        // More than its own entry is known of it.
                        reached += usize::from(least == told.basis.len() && least > 1);
                    }
                }
            }
        }
        assert!(held > 100 && reached > 20, "{held} {reached}");
    }
}
