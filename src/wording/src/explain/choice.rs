//! Rules that depend on a choice.

use assess::{Fact, Node};
use rulebook::Rule;

use super::node::At;
use super::{Explain, Reason};

impl Explain<'_> {
    /// The rule beside the choice that was made; all of them while none was.
    pub(super) fn chosen(
        self,
        at: At<'_>,
        node: &Node,
        (question, rule): (&str, Option<&Rule>),
    ) -> Reason {
        let choices = self.cases(node, question);
        let label = self.labels.question(question);
        let parts = node.children.iter().enumerate().map(|(index, child)| {
            let choice = choices.get(index);
            let rule = choice.and_then(|(id, _)| rule_for(rule, id));
            let mut part = self.node(at, child, rule);
            if let Some((_, name)) = choice {
                part.text = format!("{label}“{name}”：{}", part.text);
            }
            part
        });
        let mut parts: Vec<Reason> = parts.collect();
        let known = node.facts.iter().any(|fact| {
            matches!(
                fact,
                Fact::Answer {
                    answer: Some(_),
                    ..
                }
            )
        });
        if known
            && parts.len() == 1
            && let Some(part) = parts.pop()
        {
            return part;
        }
        let text = if known {
            format!("按{label}的回答")
        } else {
            format!("看{label}，还没有回答，各种回答的结果是")
        };
        Reason {
            parts,
            ..Reason::new(node.verdict, text)
        }
    }

    /// The ids and labels of the choices that a node's parts stand for.
    fn cases(self, node: &Node, question: &str) -> Vec<(String, String)> {
        let Some(def) = self.labels.question_def(question) else {
            return Vec::new();
        };
        let answer = node.facts.iter().find_map(|fact| match fact {
            Fact::Answer { answer, .. } => answer.as_ref()?.text(),
            _ => None,
        });
        let choices = self.labels.choices(&def.kind).into_iter();
        let choices = choices.filter(|choice| answer.is_none_or(|id| choice.id == id));
        let named: Vec<_> = choices
            .map(|choice| (choice.id.clone(), choice.label.clone()))
            .collect();
        if named.len() == node.children.len() {
            named
        } else {
            Vec::new()
        }
    }
}

/// The rule that stands beside a choice. A part asks the same of every category.
fn rule_for<'r>(rule: Option<&'r Rule>, choice: &str) -> Option<&'r Rule> {
    match rule {
        Some(Rule::Choose { cases, .. }) => cases.get(choice),
        Some(part @ Rule::Part(_)) => Some(part),
        _ => None,
    }
}
