//! What a book calls its things.
//!
//! An id that the book does not know is shown as it stands: the dossier may come from another
//! book.

use dossier::{Answer, Record};
use rulebook::{AnswerKind, Book, Choice, Clause, Field, Kind, Question, RecordList, Route, Row};

use crate::answer::{Spot, answer};
use crate::plain::{quoted, shown};

/// So many answers name a record without a title.
const NAMED: usize = 3;

/// Looks up what a book calls its things.
#[derive(Clone, Copy, Debug)]
pub struct Labels<'a> {
    book: &'a Book,
}

impl<'a> Labels<'a> {
    /// The labels of a book.
    pub fn new(book: &'a Book) -> Self {
        Self { book }
    }

    /// The book.
    pub fn book(self) -> &'a Book {
        self.book
    }

    /// A question's definition.
    pub fn question_def(self, id: &str) -> Option<&'a Question> {
        self.book.question.iter().find(|question| question.id == id)
    }

    /// A list's definition.
    pub fn list_def(self, id: &str) -> Option<&'a RecordList> {
        self.book.list.iter().find(|list| list.id == id)
    }

    /// A clause's definition.
    pub fn clause_def(self, id: &str) -> Option<&'a Clause> {
        self.book.clause.iter().find(|clause| clause.id == id)
    }

    /// A route's definition.
    pub fn route_def(self, level: &str, id: &str) -> Option<&'a Route> {
        let mut routes = self.book.route.iter();
        routes.find(|route| route.level == level && route.id == id)
    }

    /// A row's definition.
    pub fn row_def(self, id: &str) -> Option<&'a Row> {
        let score = self.book.score.as_ref()?;
        score.row.iter().find(|row| row.id == id)
    }

    /// A kind of record's definition.
    pub fn kind_def(self, list: &str, kind: &str) -> Option<&'a Kind> {
        let list = self.list_def(list)?;
        list.kind.iter().find(|other| other.id == kind)
    }

    /// A field's definition: of the list, of the kind, or, while the kind is not known, of the
    /// first kind that has it.
    pub fn field_def(self, list: &str, kind: Option<&str>, field: &str) -> Option<&'a Field> {
        let list = self.list_def(list)?;
        let kinds = list.kind.iter();
        let kinds = kinds.filter(|other| kind.is_none_or(|kind| other.id == kind));
        let mut fields = list.field.iter().chain(kinds.flat_map(|kind| &kind.field));
        fields.find(|other| other.id == field)
    }

    /// The kind of a record, when the list has kinds and the answer names one.
    pub fn kind_of<'r>(self, list: &str, record: &'r Record) -> Option<&'r str> {
        let field = self.list_def(list)?.kind_field.as_ref()?;
        record.answer(field).and_then(Answer::text)
    }

    /// The questions of a screen, in the order of the book.
    pub fn questions_of(self, screen: &str) -> Vec<&'a Question> {
        let questions = self.book.question.iter();
        questions
            .filter(|question| question.screen == screen)
            .collect()
    }

    /// The fields of a record in the order of the book: of the list, then of its kind.
    pub fn fields_of(self, list: &str, record: &Record) -> Vec<&'a Field> {
        let Some(def) = self.list_def(list) else {
            return Vec::new();
        };
        let kind = self.kind_of(list, record);
        let kinds = def.kind.iter().filter(|other| kind == Some(&other.id));
        let fields = def.field.iter();
        fields.chain(kinds.flat_map(|kind| &kind.field)).collect()
    }

    /// A question.
    pub fn question(self, id: &str) -> String {
        let def = self.question_def(id);
        def.map_or_else(|| shown(id), |question| question.label.clone())
    }

    /// A list.
    pub fn list(self, id: &str) -> String {
        let def = self.list_def(id);
        def.map_or_else(|| shown(id), |list| list.label.clone())
    }

    /// A field.
    pub fn field(self, list: &str, kind: Option<&str>, field: &str) -> String {
        let def = self.field_def(list, kind, field);
        def.map_or_else(|| shown(field), |field| field.label.clone())
    }

    /// A clause by its id and title: `SC1 科研项目`; ids with a dot are not for people.
    pub fn clause(self, id: &str) -> String {
        match self.clause_def(id) {
            Some(clause) if id.contains('.') => clause.title.clone(),
            Some(clause) => format!("{id} {}", clause.title),
            None => shown(id),
        }
    }

    /// A route.
    pub fn route(self, level: &str, id: &str) -> String {
        let def = self.route_def(level, id);
        def.map_or_else(|| shown(id), |route| route.label.clone())
    }

    /// A level.
    pub fn level(self, id: &str) -> String {
        let def = self.book.level.iter().find(|level| level.id == id);
        def.map_or_else(|| shown(id), |level| level.label.clone())
    }

    /// A category.
    pub fn category(self, id: &str) -> String {
        let def = self.book.category.iter().find(|category| category.id == id);
        def.map_or_else(|| shown(id), |category| category.label.clone())
    }

    /// A part of a category's conditions.
    pub fn part(self, id: &str) -> String {
        let def = self.book.part.iter().find(|part| part.id == id);
        def.map_or_else(|| shown(id), |part| part.label.clone())
    }

    /// A day.
    pub fn date(self, id: &str) -> String {
        let def = self.book.date.iter().find(|date| date.id == id);
        def.map_or_else(|| shown(id), |date| date.label.clone())
    }

    /// A window.
    pub fn window(self, id: &str) -> String {
        let def = self.book.window.iter().find(|window| window.id == id);
        def.map_or_else(|| shown(id), |window| window.label.clone())
    }

    /// A row of the score table: `B4 获奖`.
    pub fn row(self, id: &str) -> String {
        let def = self.row_def(id);
        def.map_or_else(|| shown(id), |row| format!("{id} {}", row.label))
    }

    /// A block of the score table: `B 工作业绩`.
    pub fn block(self, id: &str) -> String {
        let score = self.book.score.as_ref();
        let def = score.and_then(|score| score.block.iter().find(|block| block.id == id));
        def.map_or_else(|| shown(id), |block| format!("{id} {}", block.label))
    }

    /// A paper of the application.
    pub fn material(self, id: &str) -> String {
        let def = self.book.material.iter().find(|material| material.id == id);
        def.map_or_else(|| shown(id), |material| material.label.clone())
    }

    /// A statement.
    pub fn statement(self, id: &str) -> String {
        let mut statements = self.book.statement.iter();
        let def = statements.find(|statement| statement.id == id);
        def.map_or_else(|| shown(id), |statement| statement.text.clone())
    }

    /// The choices that an answer may be, in the order of the book; none for other kinds.
    pub fn choices(self, kind: &'a AnswerKind) -> Vec<&'a Choice> {
        match kind {
            AnswerKind::Choice(choices) => choices.iter().collect(),
            AnswerKind::Scale { scale, only } => {
                let def = self.book.scale.iter().find(|other| other.id == *scale);
                let choices = def.map_or(&[][..], |scale| &scale.choice).iter();
                let offered = |choice: &&Choice| only.is_empty() || only.contains(&choice.id);
                choices.filter(offered).collect()
            }
            _ => Vec::new(),
        }
    }

    /// A choice.
    pub fn choice(self, kind: &AnswerKind, id: &str) -> String {
        let choices = match kind {
            AnswerKind::Choice(choices) => choices.as_slice(),
            AnswerKind::Scale { scale, .. } => {
                let def = self.book.scale.iter().find(|other| other.id == *scale);
                def.map_or(&[][..], |scale| &scale.choice)
            }
            _ => &[],
        };
        let def = choices.iter().find(|choice| choice.id == id);
        def.map_or_else(|| shown(id), |choice| choice.label.clone())
    }

    /// A record as a person would name it: `科研项目“受限空间监测”`, `年度考核（2023 年）`.
    pub fn record(self, list: &str, record: &Record) -> String {
        if let Some(titled) = self.titled(list, record) {
            return titled;
        }
        let kind = self.kind_of(list, record);
        let told = self.named_by(list, record).into_iter();
        let told = told.filter_map(|field| {
            let field = &field.id;
            let spot = Spot::Field { list, kind, field };
            Some(answer(self.book, spot, record.answer(field)?))
        });
        let told: Vec<String> = told.collect();
        let head = self.sort(list, record);
        if told.is_empty() {
            return format!("{head}（{}）", shown(&record.id));
        }
        format!("{head}（{}）", told.join("，"))
    }

    /// The fields whose answers name a record: its title; else that of which a list has no two the
    /// same; else the first that are answered, its kind apart.
    pub fn named_by(self, list: &str, record: &Record) -> Vec<&'a Field> {
        let def = self.list_def(list);
        let kind = def.and_then(|def| def.kind_field.as_ref());
        let unique = def.and_then(|def| def.unique.as_ref());
        let fields = self.fields_of(list, record);
        let answered = |field: &&'a Field| {
            let answer = record.answer(&field.id);
            answer.is_some_and(|answer| answer.text().is_none_or(|text| !text.trim().is_empty()))
        };
        let title = fields.iter().find(|field| is_text(&field.kind));
        let telling = title.filter(|field| answered(field)).or_else(|| {
            let mut fields = fields.iter().filter(|field| answered(field));
            fields.find(|field| unique == Some(&field.id))
        });
        if let Some(telling) = telling {
            return vec![*telling];
        }
        let own = fields.into_iter().filter(|field| kind != Some(&field.id));
        own.filter(answered).take(NAMED).collect()
    }

    /// A record by its sort and title, when it has one.
    pub fn titled(self, list: &str, record: &Record) -> Option<String> {
        let fields = self.fields_of(list, record);
        let text = fields.iter().find(|field| is_text(&field.kind))?;
        let title = record.answer(&text.id)?.text()?;
        let named = !title.trim().is_empty();
        named.then(|| format!("{}{}", self.sort(list, record), quoted(title)))
    }

    /// What sort of record it is: its kind, or what one of its list is called.
    pub fn sort(self, list: &str, record: &Record) -> String {
        let kind = self.kind_of(list, record);
        let def = kind.and_then(|kind| self.kind_def(list, kind));
        def.map_or_else(|| self.list(list), |kind| kind.label.clone())
    }
}

fn is_text(kind: &AnswerKind) -> bool {
    matches!(kind, AnswerKind::Text { .. })
}
