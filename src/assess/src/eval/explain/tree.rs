//! The explanation of a clause: a tree of what was asked, with the facts used.

use super::LevelWalk;
use super::found::Part;
use crate::Verdict;
use crate::program::CRule;
use crate::result::{Fact, Node, NodeKind};

impl LevelWalk<'_> {
    /// The explanation of a clause.
    pub(super) fn tree(&self, clause: usize) -> Node {
        let form = self.level.forms.get(clause).and_then(Option::as_ref);
        form.map_or_else(nothing, |form| Node {
            verdict: self.stands(clause),
            ..self.node((&form.rule, self.clause_place(clause)))
        })
    }

    fn node(&self, part: Part<'_>) -> Node {
        let verdict = self.rule_stands(part);
        let taken = self.taken(part, verdict);
        let children = self.parts(part).enumerate().map(|(at, part)| Node {
            decisive: taken.iter().any(|(place, _)| *place == at),
            ..part.map_or_else(nothing, |part| self.node(part))
        });
        let children = children.collect();
        let (kind, facts) = self.told(part);
        Node {
            facts,
            children,
            ..Node::new(kind, verdict)
        }
    }

    /// What was asked, and the facts used.
    fn told(&self, part: Part<'_>) -> (NodeKind, Vec<Fact>) {
        let kind = match part.0 {
            CRule::All(_) => NodeKind::All,
            CRule::Any(_) => NodeKind::Any,
            CRule::Not(_) => NodeKind::Not,
            CRule::AtLeast { count, .. } => {
                let verdicts = self.parts(part).map(|part| self.part_stands(part));
                NodeKind::AtLeast {
                    need: *count,
                    have: verdicts.filter(|verdict| *verdict == Verdict::Met).count(),
                }
            }
            CRule::Clause(clause) => {
                let clause = self.explainer.engine.book.clause.get(*clause);
                let id = clause.map(|clause| clause.id.clone()).unwrap_or_default();
                NodeKind::Clause { id }
            }
            CRule::Choose { question, .. } => {
                let question = self.explainer.question_id(*question);
                let fact = self.explainer.answer_fact(&question);
                return (NodeKind::Choose { question }, vec![fact]);
            }
            leaf => return self.explainer.told(leaf),
        };
        (kind, Vec::new())
    }
}

/// What never holds.
fn nothing() -> Node {
    Node::new(NodeKind::Any, Verdict::NotMet)
}
