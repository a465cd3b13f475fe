//! The shortest telling of why: the sentences at the ends of a reason.

use assess::{ClauseLine, NodeKind};
use wording::explain::Reason;

/// So many sentences are told for one clause; the rest is unfolded elsewhere.
pub(super) const MOST: usize = 4;

/// Why a clause has its verdict: what was needed and what was found.
///
/// Where alternatives or a count decide, how many hold is told first.
pub(super) fn why<'a>(line: &ClauseLine, reason: &'a Reason) -> Vec<&'a str> {
    let Some(rule) = reason.parts.first() else {
        return Vec::new();
    };
    let mut told = Vec::new();
    let counts = matches!(
        line.explanation.kind,
        NodeKind::AtLeast { .. } | NodeKind::Choose { .. } | NodeKind::Any
    );
    // A count of one is told by the one that holds.
    let one = rule
        .parts
        .iter()
        .filter(|part| part.verdict == rule.verdict)
        .count()
        == 1;
    if counts && !one {
        told.push(rule.text.as_str());
    }
    ends(rule, &mut told);
    told
}

/// The sentences at the ends: followed are the parts that share the verdict.
fn ends<'a>(reason: &'a Reason, told: &mut Vec<&'a str>) {
    let mut deciding = reason
        .parts
        .iter()
        .filter(|part| part.verdict == reason.verdict)
        .peekable();
    if deciding.peek().is_none() {
        if !told.contains(&reason.text.as_str()) {
            told.push(&reason.text);
        }
        return;
    }
    for part in deciding {
        ends(part, told);
    }
}

#[cfg(test)]
mod tests {
    use assess::{Conclusion, Node, Verdict};
    use rulebook::ClauseKind;

    use super::*;

    fn reason(verdict: Verdict, text: &str, parts: Vec<Reason>) -> Reason {
        Reason {
            verdict,
            text: text.to_owned(),
            details: Vec::new(),
            parts,
        }
    }

    fn line(kind: NodeKind) -> ClauseLine {
        ClauseLine {
            id: "c".to_owned(),
            kind: ClauseKind::Gate,
            applies: true,
            conclusion: Conclusion {
                verdict: Verdict::NotMet,
                basis: Vec::new(),
                bounded: false,
            },
            explanation: Node {
                kind,
                verdict: Verdict::NotMet,
                facts: Vec::new(),
                children: Vec::new(),
                decisive: false,
            },
        }
    }

    #[test]
    fn only_what_failed_is_told_of_a_failed_clause() {
        let rule = reason(
            Verdict::NotMet,
            "all of these",
            vec![
                reason(
                    Verdict::NotMet,
                    "five years needed, three found",
                    Vec::new(),
                ),
                reason(Verdict::Met, "a degree", Vec::new()),
            ],
        );
        let clause = reason(Verdict::NotMet, "clause", vec![rule]);
        assert_eq!(
            why(&line(NodeKind::All), &clause),
            ["five years needed, three found"]
        );
    }

    #[test]
    fn a_count_is_told_before_its_parts_and_nothing_twice() {
        let rule = reason(
            Verdict::NotMet,
            "two of three needed",
            vec![
                reason(Verdict::NotMet, "no project", Vec::new()),
                reason(Verdict::NotMet, "no standard", Vec::new()),
                reason(Verdict::NotMet, "no project", Vec::new()),
            ],
        );
        let clause = reason(Verdict::NotMet, "clause", vec![rule]);
        let count = NodeKind::AtLeast { need: 2, have: 0 };
        assert_eq!(
            why(&line(count), &clause),
            ["two of three needed", "no project", "no standard"]
        );
        assert!(why(&line(NodeKind::All), &reason(Verdict::Met, "c", Vec::new())).is_empty());
    }
}
