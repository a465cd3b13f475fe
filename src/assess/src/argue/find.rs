//! What was found below a clause: the explanation beside the rules of the book.

use chrono::NaiveDate;
use dossier::Dossier;
use rulebook::{Filter, Rule};

use super::{FieldFound, Finding, Found, RecordFound};
use crate::engine::Term;
use crate::eval::case::Case;
use crate::eval::records;
use crate::program::{ListProgram, Slot, Value, compile_test};
use crate::subject::{Subject, typed};
use crate::{Assessment, ClauseLine, DayValue, Engine, Entry, Fact, LevelLine, Node, NodeKind};

/// How deep clauses are followed into clauses.
const DEEPEST: usize = 12;

/// Finds what speaks for verdicts.
pub(crate) struct Finder<'a> {
    pub(super) engine: &'a Engine,
    dossier: &'a Dossier,
    subject: Subject,
    term: Term,
}

/// Where the walk stands, and what it has found.
pub(super) struct Path<'a> {
    level: &'a LevelLine,
    within: Vec<Entry>,
    unwanted: bool,
    pub(super) findings: Vec<Finding>,
}

impl<'a> Path<'a> {
    pub(super) fn new(level: &'a LevelLine) -> Self {
        Self {
            level,
            within: Vec::new(),
            unwanted: false,
            findings: Vec::new(),
        }
    }

    fn add(&mut self, node: &Node, found: Found) {
        self.findings.push(Finding {
            within: self.within.clone(),
            verdict: node.verdict,
            unwanted: self.unwanted,
            found,
        });
    }
}

impl<'a> Finder<'a> {
    pub(super) fn new(
        engine: &'a Engine,
        dossier: &'a Dossier,
        assessment: &'a Assessment,
    ) -> Self {
        let subject = typed(&engine.program, dossier, &assessment.problems);
        let term = Term {
            year: assessment.season,
            cut_off: assessment.cut_off,
            assumed_from: assessment.season,
        };
        Self::at(engine, dossier, (subject, term))
    }

    /// For answers that are typed already, in any season.
    pub(crate) fn at(
        engine: &'a Engine,
        dossier: &'a Dossier,
        (subject, term): (Subject, Term),
    ) -> Self {
        Self {
            engine,
            dossier,
            subject,
            term,
        }
    }

    /// What was found below a clause.
    pub(super) fn clause_findings(&self, path: &mut Path<'_>, clause: &ClauseLine) {
        let mut clauses = self.engine.book.clause.iter();
        let def = clauses.find(|def| def.id == clause.id);
        let form = def.and_then(|def| def.form(&path.level.id));
        self.node(path, &clause.explanation, form.map(|form| &form.rule));
    }

    fn node(&self, path: &mut Path<'_>, node: &Node, rule: Option<&Rule>) {
        match &node.kind {
            NodeKind::All | NodeKind::Any => self.parts(path, node, rule),
            NodeKind::AtLeast { need, have } => {
                let (need, have, of) = (*need, *have, node.children.len());
                path.add(node, Found::Parts { need, have, of });
                self.parts(path, node, rule);
            }
            NodeKind::Not => {
                let inner = match rule {
                    Some(Rule::Not(inner)) => Some(&**inner),
                    _ => None,
                };
                path.unwanted = !path.unwanted;
                for child in &node.children {
                    self.node(path, child, inner);
                }
                path.unwanted = !path.unwanted;
            }
            NodeKind::Choose { question } => self.choose(path, node, (question, rule)),
            NodeKind::Clause { id } => {
                let (Some(line), Some(entry)) = (path.level.clause(id), self.entry(id)) else {
                    return;
                };
                if path.within.len() < DEEPEST {
                    path.within.push(entry);
                    self.clause_findings(path, line);
                    path.within.pop();
                }
            }
            NodeKind::EachYear { .. } => self.years(path, node, rule),
            _ => {
                if let Some(found) = self.leaf(node, rule) {
                    path.add(node, found);
                }
            }
        }
    }

    /// The parts that speak for the verdict: the decisive ones of what is met, all that fail of
    /// what is not, and what is open.
    fn parts(&self, path: &mut Path<'_>, node: &Node, rule: Option<&Rule>) {
        let rules: Vec<&Rule> = match rule {
            Some(Rule::All(rules) | Rule::Any(rules)) => rules.iter().collect(),
            Some(Rule::AtLeast(test)) => test.of.iter().collect(),
            _ => Vec::new(),
        };
        let met = node.verdict == crate::Verdict::Met;
        let (mut first, mut rest) = (Vec::new(), Vec::new());
        for (place, child) in node.children.iter().enumerate() {
            let rule = rules.get(place).copied();
            if child.decisive {
                first.push((child, rule));
            } else if child.verdict == node.verdict && !met {
                rest.push((child, rule));
            }
        }
        for (child, rule) in first.into_iter().chain(rest) {
            self.node(path, child, rule);
        }
    }

    fn choose(&self, path: &mut Path<'_>, node: &Node, (id, rule): (&str, Option<&Rule>)) {
        let answer = self.dossier.answer(id).and_then(dossier::Answer::text);
        if answer.is_none() {
            let question = id.to_owned();
            path.add(node, Found::Choice { question });
        }
        let chosen = match (rule, answer) {
            (Some(Rule::Choose { cases, .. }), Some(answer)) => cases.get(answer),
            _ => None,
        };
        for child in node
            .children
            .iter()
            .filter(|child| child.verdict == node.verdict)
        {
            self.node(path, child, chosen);
        }
    }

    fn leaf(&self, node: &Node, rule: Option<&Rule>) -> Option<Found> {
        let answer = |question: &String| self.dossier.answer(question).cloned();
        let day = |date: &String| day_of(node, date);
        Some(match (&node.kind, rule) {
            (NodeKind::Answer { question }, Some(Rule::Answer(rule))) => Found::Answer {
                answer: answer(question),
                question: question.clone(),
                test: rule.test.clone(),
            },
            (
                NodeKind::Records {
                    list,
                    need,
                    have,
                    open,
                },
                Some(Rule::Records(rule)),
            ) => Found::Records {
                list: list.clone(),
                filter: rule.r#where.clone(),
                need: *need,
                have: *have,
                open: *open,
                records: self.records(node, (list, &rule.r#where), |_| true),
            },
            (
                NodeKind::Years {
                    since,
                    need,
                    have,
                    months,
                },
                _,
            ) => Found::Years {
                day: day(since),
                since: since.clone(),
                need: *need,
                have: *have,
                months: *months,
            },
            (NodeKind::Dated { date }, _) => Found::Dated {
                day: day(date),
                date: date.clone(),
            },
            (NodeKind::Day { date, after }, _) => Found::Days {
                day: day(date),
                than: day(after),
                date: date.clone(),
                after: after.clone(),
            },
            (
                NodeKind::Barred {
                    question,
                    free_from,
                },
                _,
            ) => Found::Ban {
                answer: answer(question),
                question: question.clone(),
                free_from: *free_from,
            },
            (NodeKind::ScoreReachesLine { low, high, line }, _) => Found::Score {
                low: *low,
                high: *high,
                line: *line,
            },
            (NodeKind::Unpublished { text }, _) => Found::Unpublished { text: text.clone() },
            _ => return None,
        })
    }

    /// One finding for each year that speaks for the verdict.
    fn years(&self, path: &mut Path<'_>, node: &Node, rule: Option<&Rule>) {
        let NodeKind::EachYear {
            list,
            first,
            last,
            failing,
            open,
        } = &node.kind
        else {
            return;
        };
        let Some(Rule::EachYear(rule)) = rule else {
            return;
        };
        let years: Vec<i32> = match node.verdict {
            crate::Verdict::Met => (*first..=*last).collect(),
            crate::Verdict::NotMet => failing.clone(),
            crate::Verdict::Open => open.clone(),
        };
        for year in years {
            let of_year = |record: &str| self.year_of(list, record, &rule.year) == Some(year);
            let found = Found::Year {
                list: list.clone(),
                year,
                filter: rule.r#where.clone(),
                records: self.records(node, (list, &rule.r#where), of_year),
                open: !self.dossier.is_complete(list),
            };
            path.add(node, found);
        }
    }

    fn year_of(&self, list: &str, record: &str, field: &str) -> Option<i32> {
        let shape = self.shape(list)?;
        let typed = self.typed(list, record)?;
        match typed.value(shape.slot(field, None)?) {
            Value::Number(year) => i32::try_from(year.to_integer()?).ok(),
            _ => None,
        }
    }

    fn shape(&self, list: &str) -> Option<&'a ListProgram> {
        let mut lists = self.engine.program.lists.iter();
        lists.find(|shape| shape.id == list)
    }

    fn typed(&self, list: &str, record: &str) -> Option<&crate::subject::TypedRecord> {
        let mut lists = self.engine.program.lists.iter();
        let place = lists.position(|shape| shape.id == list)?;
        let mut records = self.subject.lists.get(place)?.records.iter();
        records.find(|typed| *typed.id == *record)
    }

    /// The records among the facts of a node, with what they have in the fields of a filter.
    fn records(
        &self,
        node: &Node,
        (list, filter): (&str, &Filter),
        wanted: impl Fn(&str) -> bool,
    ) -> Vec<RecordFound> {
        let facts = node.facts.iter().filter_map(|fact| match fact {
            Fact::Record {
                record,
                passes,
                in_window,
                ..
            } if wanted(record) => Some((record, *passes, *in_window)),
            _ => None,
        });
        let found = facts.map(|(record, passes, in_window)| RecordFound {
            record: record.clone(),
            passes,
            in_window,
            fields: self.fields((list, record), filter),
        });
        found.collect()
    }

    fn fields(&self, (list, record): (&str, &str), filter: &Filter) -> Vec<FieldFound> {
        let (Some(shape), Some(typed)) = (self.shape(list), self.typed(list, record)) else {
            return Vec::new();
        };
        let case = Case::new(&self.engine.program, &self.subject, self.term);
        let dates: Vec<String> = self
            .engine
            .book
            .date
            .iter()
            .map(|date| date.id.clone())
            .collect();
        let kinds = shape.kinds(filter);
        let entered = self.dossier.record(record).map(|(_, record)| record);
        let fields = filter.iter().filter_map(|(field, test)| {
            let slot = shape.slot(field, kinds.as_deref())?;
            let domain = shape.slots.get(slot).map(|slot: &Slot| &slot.domain)?;
            let compiled = compile_test(domain, test, &dates).ok()?;
            let days = |id| case.day(id);
            Some(FieldFound {
                field: field.clone(),
                answer: entered.and_then(|record| record.answer(field)).cloned(),
                test: test.clone(),
                passes: records::passes(typed.value(slot), &compiled, &days),
            })
        });
        fields.collect()
    }
}

/// A derived day among a node's facts.
fn day_of(node: &Node, id: &str) -> Option<DayValue> {
    node.facts.iter().find_map(|fact| match fact {
        Fact::Day { date, value } if date == id => Some(*value),
        _ => None,
    })
}

/// Days as they stand in files.
pub(super) fn day_text(day: NaiveDate) -> String {
    day.to_string()
}
