//! Explaining the rules that combine others.

use super::{Explained, LevelWalk};
use crate::Verdict;
use crate::eval::reason::{Reason, shortest};
use crate::program::{CRule, Value};
use crate::result::NodeKind;

impl LevelWalk<'_> {
    /// Explains a rule.
    pub(super) fn rule(&self, rule: &CRule) -> Explained {
        match rule {
            CRule::All(rules) => self.all(self.each(rules)),
            CRule::Any(rules) => {
                let mut children = self.each(rules);
                let verdicts = children.iter().map(Explained::verdict);
                let verdict = verdicts.fold(Verdict::NotMet, Verdict::or);
                let reason = self.any_reason(&mut children, verdict);
                self.combined(NodeKind::Any, (verdict, reason), children)
            }
            CRule::Not(rule) => {
                let mut child = self.rule(rule);
                child.decisive = !child.verdict().is_open();
                let verdict = child.verdict().negate();
                let reason = child.reason.clone();
                self.combined(NodeKind::Not, (verdict, reason), vec![child])
            }
            CRule::AtLeast { count, of } => self.at_least(*count, self.each(of)),
            CRule::Clause(clause) => self.clause_node(*clause),
            CRule::Choose { question, cases } => self.choose(*question, cases),
            leaf => self.explainer.leaf(leaf),
        }
    }

    fn each(&self, rules: &[CRule]) -> Vec<Explained> {
        rules.iter().map(|rule| self.rule(rule)).collect()
    }

    pub(super) fn all(&self, children: Vec<Explained>) -> Explained {
        let verdicts = children.iter().map(Explained::verdict);
        let verdict = verdicts.fold(Verdict::Met, Verdict::and);
        self.all_of(verdict, NodeKind::All, children)
    }

    fn all_of(&self, verdict: Verdict, kind: NodeKind, mut children: Vec<Explained>) -> Explained {
        let reason = match verdict {
            Verdict::Met => self.join(&mut children, Verdict::Met, usize::MAX),
            Verdict::NotMet => self.join(&mut children, Verdict::NotMet, 1),
            Verdict::Open => Reason::default(),
        };
        self.combined(kind, (verdict, reason), children)
    }

    pub(super) fn any_reason(&self, children: &mut [Explained], verdict: Verdict) -> Reason {
        match verdict {
            Verdict::Met => self.join(children, Verdict::Met, 1),
            Verdict::NotMet => self.join(children, Verdict::NotMet, usize::MAX),
            Verdict::Open => Reason::default(),
        }
    }

    fn at_least(&self, need: usize, mut children: Vec<Explained>) -> Explained {
        let verdict = Verdict::at_least(need, children.iter().map(Explained::verdict));
        let have = children
            .iter()
            .filter(|child| child.verdict() == Verdict::Met);
        let have = have.count();
        let failing = children.len().saturating_sub(need).saturating_add(1);
        let reason = match verdict {
            Verdict::Met => self.join(&mut children, Verdict::Met, need),
            Verdict::NotMet => self.join(&mut children, Verdict::NotMet, failing),
            Verdict::Open => Reason::default(),
        };
        self.combined(
            NodeKind::AtLeast { need, have },
            (verdict, reason),
            children,
        )
    }

    fn choose(&self, question: usize, cases: &[Option<CRule>]) -> Explained {
        let explained = |case: &Option<CRule>| {
            let none = || self.nothing();
            case.as_ref().map_or_else(none, |rule| self.rule(rule))
        };
        let mut children: Vec<_> = match self.explainer.case.subject.answer(question) {
            Value::Choice(choice) => cases.get(choice).map(explained).into_iter().collect(),
            Value::Unknown => cases.iter().map(explained).collect(),
            _ => Vec::new(),
        };
        let verdict = Verdict::agree(children.iter().map(Explained::verdict));
        let reason = self.join(&mut children, verdict, usize::MAX);
        let mut whole = self.combined(NodeKind::All, (verdict, reason), children);
        if let Some(told) = &mut whole.told {
            let question = self.explainer.question_id(question);
            told.facts = vec![self.explainer.answer_fact(&question)];
            told.kind = NodeKind::Choose { question };
        }
        whole
    }

    /// What never holds.
    pub(super) fn nothing(&self) -> Explained {
        self.all_of(Verdict::NotMet, NodeKind::Any, Vec::new())
    }

    fn combined(
        &self,
        kind: NodeKind,
        (verdict, reason): (Verdict, Reason),
        children: Vec<Explained>,
    ) -> Explained {
        let mut whole = self.explainer.explained(verdict, || (kind, Vec::new()));
        if let Some(told) = &mut whole.told {
            told.children = children.into_iter().map(Explained::node).collect();
        }
        whole.reason = reason;
        whole
    }

    /// The shortest reasons among the children with this verdict, joined.
    pub(super) fn join(
        &self,
        children: &mut [Explained],
        verdict: Verdict,
        count: usize,
    ) -> Reason {
        if verdict.is_open() {
            return Reason::default();
        }
        let entries = &self.explainer.entries;
        let own = children.iter().enumerate();
        let own = own.filter(|(_, child)| child.verdict() == verdict);
        let taken = shortest(own.map(|(at, child)| (at, &child.reason)), count, entries);
        let mut joined = Reason::default();
        for place in taken {
            if let Some(child) = children.get_mut(place) {
                child.decisive = true;
                joined = joined.and(&child.reason);
            }
        }
        joined
    }
}
