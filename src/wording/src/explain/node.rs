//! Clauses and the rules within them.

use assess::{ClauseLine, LevelLine, Node, NodeKind, Verdict};
use rulebook::{Clause, ClauseKind, Rule};

use super::{Explain, Reason};

/// How deep clauses are followed into clauses.
const DEEPEST: usize = 12;

/// Where an explanation stands: the level, and how deep.
#[derive(Clone, Copy, Debug)]
pub(super) struct At<'a> {
    pub(super) level: &'a LevelLine,
    pub(super) depth: usize,
}

impl Explain<'_> {
    /// Why a clause holds, fails or is open.
    pub fn clause(self, level: &LevelLine, line: &ClauseLine) -> Reason {
        self.clause_at(At { level, depth: 0 }, line)
    }

    /// A clause with the sentence that the book gives it.
    pub fn clause_text(self, level: &str, id: &str) -> String {
        let label = self.labels.clause(id);
        let def = self.labels.clause_def(id);
        let form = def.and_then(|clause| clause.form(level));
        match form {
            Some(form) => format!("{label}：{}", form.text),
            None => label,
        }
    }

    fn clause_at(self, at: At<'_>, line: &ClauseLine) -> Reason {
        let def = self.labels.clause_def(&line.id);
        let rule = def.and_then(|clause| rule_of(clause, &at.level.id));
        let text = self.clause_text(&at.level.id, &line.id);
        let mut reason = Reason::new(line.conclusion.verdict, text);
        reason.parts.push(self.node(at, &line.explanation, rule));
        reason
    }

    /// Why a rule holds, fails or is open; the rule itself says what was asked for.
    pub(super) fn node(self, at: At<'_>, node: &Node, rule: Option<&Rule>) -> Reason {
        let reason = match &node.kind {
            NodeKind::All | NodeKind::Any | NodeKind::AtLeast { .. } => {
                Reason::new(node.verdict, self.combined(node, rule))
            }
            NodeKind::Choose { question } => return self.chosen(at, node, (question, rule)),
            NodeKind::Not => return self.negated(at, node, rule),
            NodeKind::Clause { id } => return self.referred(at, node, id),
            NodeKind::Answer { .. }
            | NodeKind::Records { .. }
            | NodeKind::EachYear { .. }
            | NodeKind::Years { .. }
            | NodeKind::Dated { .. }
            | NodeKind::Day { .. }
            | NodeKind::Barred { .. }
            | NodeKind::ScoreReachesLine { .. }
            | NodeKind::Unpublished { .. } => return self.leaf(node, rule),
        };
        let rules = parts_of(rule, node);
        let parts = node.children.iter().enumerate().map(|(index, child)| {
            let rule = rules.get(index).copied();
            self.node(at, child, rule)
        });
        Reason {
            parts: parts.collect(),
            ..reason
        }
        .argue()
    }

    /// A rule that combines others.
    fn combined(self, node: &Node, rule: Option<&Rule>) -> String {
        let (met, open) = counts(node);
        let failing = node.children.len().saturating_sub(met + open);
        let tail = match node.verdict {
            Verdict::Met => format!("已满足 {met} 项"),
            Verdict::Open => format!("已满足 {met} 项，还有 {open} 项待定"),
            Verdict::NotMet => format!("已满足 {met} 项，{failing} 项不满足"),
        };
        let head = match (&node.kind, rule) {
            (NodeKind::AtLeast { need, .. }, Some(Rule::Part(part))) => {
                let part = self.labels.part(&part.part);
                format!("“{part}”条件至少满足 {need} 项")
            }
            (NodeKind::AtLeast { need, .. }, _) => format!("下面至少满足 {need} 项"),
            (NodeKind::All, _) => "下面各项都要满足".to_owned(),
            _ => "下面满足一项即可".to_owned(),
        };
        format!("{head}，{tail}")
    }

    /// What must not be: a ban reads better as itself.
    fn negated(self, at: At<'_>, node: &Node, rule: Option<&Rule>) -> Reason {
        let inner = match rule {
            Some(Rule::Not(inner)) => Some(&**inner),
            _ => None,
        };
        let parts = node
            .children
            .iter()
            .map(|child| self.node(at, child, inner));
        let mut parts: Vec<Reason> = parts.collect();
        let ban = matches!(
            node.children.as_slice(),
            [Node {
                kind: NodeKind::Barred { .. },
                ..
            }]
        );
        if ban && let Some(reason) = parts.pop() {
            return Reason {
                verdict: node.verdict,
                ..reason
            };
        }
        let text = match node.verdict {
            Verdict::Met => "没有下面这种情形",
            Verdict::NotMet => "不能有下面这种情形，现在有",
            Verdict::Open => "不能有下面这种情形，还没有答清",
        };
        Reason {
            parts,
            ..Reason::new(node.verdict, text.to_owned())
        }
    }

    /// Another clause: elements and landmarks are told here, the others where they stand.
    fn referred(self, at: At<'_>, node: &Node, id: &str) -> Reason {
        let line = at.level.clause(id);
        let told_here =
            |line: &&ClauseLine| matches!(line.kind, ClauseKind::Element | ClauseKind::Landmark);
        let deeper = At {
            depth: at.depth + 1,
            ..at
        };
        match line.filter(told_here) {
            Some(line) if at.depth < DEEPEST => Reason {
                verdict: node.verdict,
                ..self.clause_at(deeper, line)
            },
            _ => Reason::new(node.verdict, self.clause_text(&at.level.id, id)),
        }
    }
}

/// The rule of a clause at a level.
fn rule_of<'a>(clause: &'a Clause, level: &str) -> Option<&'a Rule> {
    clause.form(level).map(|form| &form.rule)
}

/// How many parts hold, and how many are open.
fn counts(node: &Node) -> (usize, usize) {
    let count = |verdict: Verdict| {
        let parts = node.children.iter();
        parts.filter(|child| child.verdict == verdict).count()
    };
    (count(Verdict::Met), count(Verdict::Open))
}

/// The rules of a node's parts, where the rule has as many as the node.
fn parts_of<'r>(rule: Option<&'r Rule>, node: &Node) -> Vec<&'r Rule> {
    let rules: Vec<&Rule> = match rule {
        Some(Rule::All(rules) | Rule::Any(rules)) => rules.iter().collect(),
        Some(Rule::AtLeast(rule)) => rule.of.iter().collect(),
        _ => Vec::new(),
    };
    if rules.len() == node.children.len() {
        rules
    } else {
        Vec::new()
    }
}
