//! What a book asks or says and nothing depends on.

use std::collections::BTreeSet;

use rulebook::{
    AnswerKind, Book, CheckRule, ClauseKind, DateRule, Earn, Field, Moment, RecordList, Rule,
};

use crate::complaint::{Complaint, ComplaintKind};
use crate::nodes;
use crate::walk;

/// Everything that nothing depends on. Texts are asked to be read, not to decide.
pub(crate) fn check(book: &Book) -> Vec<Complaint> {
    let used = Used::of(book);
    let mut complaints = Vec::new();
    for (place, question) in book.question.iter().enumerate() {
        if !is_read(&question.kind) && !used.questions.contains(question.id.as_str()) {
            let question = question.id.clone();
            let kind = ComplaintKind::QuestionUnused { question };
            complaints.push(Complaint::new(nodes::at("question", place), kind));
        }
    }
    for (place, list) in book.list.iter().enumerate() {
        for field in fields(list) {
            let name = (list.id.as_str(), field.id.as_str());
            if !is_read(&field.kind) && !used.fields.contains(&name) {
                let kind = ComplaintKind::FieldUnused {
                    list: list.id.clone(),
                    field: field.id.clone(),
                };
                complaints.push(Complaint::new(nodes::at("list", place), kind));
            }
        }
    }
    for (place, clause) in book.clause.iter().enumerate() {
        let counted = match clause.kind {
            ClauseKind::Gate => true,
            ClauseKind::Condition => {
                let part = clause.part.as_deref();
                part.is_some_and(|part| used.parts.contains(part))
            }
            _ => used.clauses.contains(clause.id.as_str()),
        };
        if !counted {
            let clause = clause.id.clone();
            let kind = ComplaintKind::ClauseUnused { clause };
            complaints.push(Complaint::new(nodes::at("clause", place), kind));
        }
    }
    complaints
}

fn is_read(kind: &AnswerKind) -> bool {
    matches!(
        kind,
        AnswerKind::Text { .. } | AnswerKind::ResidentId { .. }
    )
}

fn fields(list: &RecordList) -> impl Iterator<Item = &Field> {
    let of_kinds = list.kind.iter().flat_map(|kind| &kind.field);
    list.field.iter().chain(of_kinds)
}

/// What something depends on.
#[derive(Default)]
struct Used<'a> {
    questions: BTreeSet<&'a str>,
    fields: BTreeSet<(&'a str, &'a str)>,
    clauses: BTreeSet<&'a str>,
    parts: BTreeSet<&'a str>,
}

impl<'a> Used<'a> {
    fn of(book: &'a Book) -> Self {
        let mut used = Self::default();
        used.roles(book);
        walk::rules(book, &mut |rule| used.rule(rule));
        walk::question_tests(book, &mut |question, _| {
            used.questions.insert(question);
        });
        walk::filters(book, &mut |list, filter| {
            let fields = filter.keys().map(|field| (list, field.as_str()));
            used.fields.extend(fields);
        });
        for date in &book.date {
            used.date(&date.rule);
        }
        for check in &book.check {
            used.check(&check.rule);
        }
        for list in &book.list {
            let own = [&list.unique, &list.window_field];
            let own = own.into_iter().flatten();
            used.fields
                .extend(own.map(|field| (list.id.as_str(), field.as_str())));
        }
        used.score(book);
        let required = book.route.iter().flat_map(|route| &route.requires);
        used.clauses.extend(required.map(String::as_str));
        used
    }

    fn roles(&mut self, book: &'a Book) {
        let roles = &book.roles;
        let given = [
            &roles.id_number,
            &roles.employer,
            &roles.category,
            &roles.review_path,
        ];
        let given = given
            .into_iter()
            .flatten()
            .chain([&roles.name, &roles.level]);
        self.questions.extend(given.map(String::as_str));
        for question in &book.question {
            if let AnswerKind::ResidentId { sex, birth_date } = &question.kind {
                self.questions.extend([sex.as_str(), birth_date.as_str()]);
            }
        }
    }

    fn rule(&mut self, rule: &'a Rule) {
        match rule {
            Rule::Barred(ban) => {
                self.questions.insert(&ban.year);
            }
            Rule::Choose { question, .. } => {
                self.questions.insert(question);
            }
            Rule::Clause(id) => {
                self.clauses.insert(id);
            }
            Rule::EachYear(each) => {
                self.fields.insert((&each.list, &each.year));
            }
            Rule::Part(part) => {
                self.parts.insert(&part.part);
            }
            _ => {}
        }
    }

    fn date(&mut self, rule: &'a DateRule) {
        match rule {
            DateRule::Answer(question) => {
                self.questions.insert(question);
            }
            DateRule::StagedAge(age) => {
                self.questions.extend([age.birth.as_str(), age.by.as_str()]);
            }
            DateRule::Earliest(anchors) => {
                let fields = anchors.iter();
                let fields = fields.map(|anchor| (anchor.list.as_str(), anchor.field.as_str()));
                self.fields.extend(fields);
            }
            DateRule::CutOff | DateRule::YearsBeforeCutOff(_) => {}
        }
    }

    fn check(&mut self, rule: &'a CheckRule) {
        match rule {
            CheckRule::Before(first, then) => {
                for moment in [first, then] {
                    match moment {
                        Moment::Question(question) => {
                            self.questions.insert(question);
                        }
                        Moment::Records { list, field } => {
                            self.fields.insert((list, field));
                        }
                    }
                }
            }
            CheckRule::Ordered { list, first, then } => {
                let fields = [first, then].map(|field| (list.as_str(), field.as_str()));
                self.fields.extend(fields);
            }
            CheckRule::Impossible { .. } => {}
        }
    }

    fn score(&mut self, book: &'a Book) {
        let Some(score) = &book.score else { return };
        for row in &score.row {
            walk::earns(&row.earn, &mut |earn| {
                let Earn::Records(records) = earn else { return };
                let mut factors = score.factor.iter();
                let factor = factors.find(|factor| Some(&factor.id) == records.factor.as_ref());
                let own = factor.map(|factor| &factor.field).into_iter();
                let own = own.chain(&records.best_per);
                let own = own.map(|field| (records.list.as_str(), field.as_str()));
                self.fields.extend(own);
            });
        }
    }
}
