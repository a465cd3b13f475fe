//! Laying out the rules of a program in a row.

use super::classes::Classes;
use super::flat::{FLevel, FNode, Flat, Parts};
use super::{CForm, CLevel, CMaterial, CRule, Program};
use crate::Verdict;

impl Flat {
    /// Lays out the clauses and routes of a level.
    pub(super) fn level(&mut self, program: &Program, level: &CLevel) -> FLevel {
        let mut laying = Laying {
            program,
            forms: &level.forms,
            known: vec![None; level.forms.len()],
            flat: self,
        };
        let clauses: Vec<usize> = (0..level.forms.len())
            .map(|clause| laying.clause(clause))
            .collect();
        let at = |places: &[usize]| -> Vec<usize> {
            let nodes = places.iter().filter_map(|place| clauses.get(*place));
            nodes.copied().collect()
        };
        let gates = self.all(&at(&level.gates));
        let mut laid = FLevel::default();
        for route in &level.routes {
            let beside = self.all(&at(&route.requires));
            laid.beside.push(beside);
            laid.routes.push(self.all(&[gates, beside]));
        }
        let routes = self.range(&laid.routes);
        laid.whole = self.push(FNode::Any(routes));
        laid.clauses = clauses;
        laid
    }

    /// Lays out the rules of notices and papers.
    pub(super) fn beside_levels(&mut self, program: &Program) {
        for notice in &program.notices {
            let node = self.at_level(program, notice.level, Some(&notice.rule));
            self.notices.push(node);
        }
        for CMaterial(asking) in &program.materials {
            let of = |level: usize| asking.iter().find(|(asking, _)| *asking == level);
            let levels = (0..program.levels.len()).map(|level| {
                of(level).map(|(_, rule)| match rule {
                    Some(rule) => self.at_level(program, level, Some(rule)),
                    None => self.push(FNode::Always(Verdict::Met)),
                })
            });
            let levels = levels.collect();
            self.materials.push(levels);
        }
    }

    /// Lays out a rule that stands beside the clauses of a level.
    fn at_level(&mut self, program: &Program, level: usize, rule: Option<&CRule>) -> usize {
        let forms = program.levels.get(level).map(|level| &level.forms);
        let known = self.levels.get(level).map(|level| level.clauses.clone());
        let mut laying = Laying {
            program,
            forms: forms.map_or(&[], Vec::as_slice),
            known: known.into_iter().flatten().map(Some).collect(),
            flat: self,
        };
        laying.rule(rule)
    }

    fn range(&mut self, parts: &[usize]) -> Parts {
        let first = self.parts.len();
        self.parts.extend(parts);
        let end = self.parts.len();
        Parts { first, end }
    }

    /// The node of several parts; of one, that part.
    fn all(&mut self, parts: &[usize]) -> usize {
        if let [part] = parts {
            return *part;
        }
        let parts = self.range(parts);
        self.push(FNode::All(parts))
    }

    fn push(&mut self, node: FNode) -> usize {
        if let Some(place) = self.nodes.iter().position(|other| *other == node) {
            return place;
        }
        self.nodes.push(node);
        self.nodes.len().saturating_sub(1)
    }

    fn leaf(&mut self, rule: &CRule) -> usize {
        let known = self.leaves.iter().position(|other| other == rule);
        let place = known.unwrap_or_else(|| {
            self.leaves.push(rule.clone());
            self.leaves.len().saturating_sub(1)
        });
        self.push(FNode::Leaf(place))
    }
}

/// A level being laid out.
struct Laying<'p> {
    program: &'p Program,
    forms: &'p [Option<CForm>],
    known: Vec<Option<usize>>,
    flat: &'p mut Flat,
}

impl Laying<'_> {
    fn clause(&mut self, clause: usize) -> usize {
        if let Some(node) = self.known.get(clause).copied().flatten() {
            return node;
        }
        // A clause that rests on itself, which no book that passed its check has, stays open.
        let open = self.flat.push(FNode::Always(Verdict::Open));
        self.know(clause, open);
        let form = self.forms.get(clause).and_then(Option::as_ref);
        let node = self.rule(form.map(|form| &form.rule));
        self.know(clause, node);
        node
    }

    fn know(&mut self, clause: usize, node: usize) {
        if let Some(place) = self.known.get_mut(clause) {
            *place = Some(node);
        }
    }

    /// What is not there does not hold.
    fn rule(&mut self, rule: Option<&CRule>) -> usize {
        let node = match rule {
            None => FNode::Always(Verdict::NotMet),
            Some(CRule::All(rules)) => FNode::All(self.rules(rules)),
            Some(CRule::Any(rules)) => FNode::Any(self.rules(rules)),
            Some(CRule::AtLeast { count, of }) => FNode::AtLeast(*count, self.rules(of)),
            Some(CRule::Not(rule)) => FNode::Not(self.rule(Some(rule))),
            Some(CRule::Clause(clause)) => return self.clause(*clause),
            Some(CRule::Choose { question, cases }) => {
                let parts: Vec<usize> = cases.iter().map(|case| self.rule(case.as_ref())).collect();
                FNode::Choose {
                    question: *question,
                    parts: self.flat.range(&parts),
                }
            }
            Some(leaf @ CRule::Answer { question, test }) => {
                let Some(classes) = self.classes(*question) else {
                    return self.flat.leaf(leaf);
                };
                FNode::Answer {
                    question: *question,
                    passes: classes.that(|value| test.plain(value) == Verdict::Met),
                }
            }
            Some(leaf) => return self.flat.leaf(leaf),
        };
        self.flat.push(node)
    }

    fn rules(&mut self, rules: &[CRule]) -> Parts {
        let parts: Vec<usize> = rules.iter().map(|rule| self.rule(Some(rule))).collect();
        self.flat.range(&parts)
    }

    fn classes(&self, question: usize) -> Option<&Classes> {
        self.program.questions.get(question)?.classes.as_ref()
    }
}
