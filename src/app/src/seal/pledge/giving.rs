//! Whether a pledge can be given as it stands.

use std::collections::BTreeSet;

use rulebook::Statement;
use wording::ui::seal::PledgeLack;

/// What is still lacking, in the order of the screen.
///
/// Names are compared without the space around them, in the form that `normalise` gives.
pub(super) fn lacks(
    statements: &[&Statement],
    confirmed: &BTreeSet<String>,
    (typed, wanted): (&str, &str),
    normalise: fn(&str) -> String,
) -> Vec<PledgeLack> {
    let open = statements.iter().enumerate();
    let open = open.filter(|(_, statement)| !confirmed.contains(&statement.id));
    let mut lacks: Vec<PledgeLack> = open
        .map(|(index, statement)| PledgeLack::Statement {
            id: statement.id.clone(),
            number: index.saturating_add(1),
        })
        .collect();
    let (typed, wanted) = (typed.trim(), wanted.trim());
    if wanted.is_empty() {
        lacks.push(PledgeLack::NoNameInDossier);
    } else if typed.is_empty() {
        lacks.push(PledgeLack::NameMissing);
    } else if normalise(typed) != normalise(wanted) {
        lacks.push(PledgeLack::NameDiffers(wanted.to_owned()));
    }
    lacks
}

#[cfg(test)]
mod tests {
    use rulebook::{Authority, StatementBy};

    use super::*;

    fn statement(id: &str) -> Statement {
        Statement {
            id: id.to_owned(),
            by: StatementBy::Applicant,
            text: String::new(),
            authority: Authority::Plan,
            locator: String::new(),
        }
    }

    fn lacking(confirmed: &[&str], typed: &str, wanted: &str) -> Vec<PledgeLack> {
        let (a, b) = (statement("a"), statement("b"));
        let confirmed = confirmed.iter().map(|id| (*id).to_owned()).collect();
        lacks(
            &[&a, &b],
            &confirmed,
            (typed, wanted),
            package::name::UNICODE.normalise,
        )
    }

    #[test]
    fn each_statement_is_confirmed_on_its_own() {
        let id = "b".to_owned();
        let open = PledgeLack::Statement { id, number: 2 };
        assert_eq!(lacking(&["a"], "张三", "张三"), [open]);
        assert_eq!(lacking(&["a", "b"], "张三", "张三"), []);
    }

    #[test]
    fn the_name_is_compared_without_spaces_around_and_in_one_normal_form() {
        assert_eq!(lacking(&["a", "b"], " Zoe\u{308} ", "Zo\u{eb}"), []);
        let differs = PledgeLack::NameDiffers("张三".to_owned());
        assert_eq!(lacking(&["a", "b"], "张 三", "张三"), [differs]);
        assert_eq!(lacking(&["a", "b"], "", "张三"), [PledgeLack::NameMissing]);
    }

    #[test]
    fn nobody_pledges_without_a_name_in_the_dossier() {
        assert_eq!(lacking(&["a", "b"], "", " "), [PledgeLack::NoNameInDossier]);
    }
}
