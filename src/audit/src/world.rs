//! A book under audit, with the answers and records that stand for all others.

use std::collections::BTreeMap;

use assess::{Assessment, Engine};
use dossier::{Answer, Dossier};
use rulebook::{AnswerKind, Book, CheckRule, Filter, Level, Question, Rule, SeasonDay, Test};

use crate::days::Days;
use crate::lists::{ListTable, Mask, Pick};
use crate::values::{self, Asked};
use crate::walk;

/// A book under audit in one season.
pub(crate) struct World<'a> {
    pub(crate) book: &'a Book,
    pub(crate) engine: &'a Engine,
    pub(crate) season: &'a SeasonDay,
    pub(crate) days: Days<'a>,
    /// By question, the answers that stand for all others.
    pub(crate) answers: BTreeMap<&'a str, Vec<Answer>>,
    pub(crate) lists: Vec<ListTable<'a>>,
    /// By list, records that a check refuses.
    pub(crate) refused: Vec<(usize, Pick)>,
    /// Whether every answer found a place: without it nothing is called impossible.
    pub(crate) whole: bool,
}

impl<'a> World<'a> {
    pub(crate) fn new(engine: &'a Engine, season: &'a SeasonDay) -> Self {
        let book = engine.book();
        let days = Days::new(book, season);
        let mut whole = true;
        let mut answers = BTreeMap::new();
        for question in &book.question {
            let (samples, fits) = samples(book, &days, question);
            answers.insert(question.id.as_str(), samples);
            whole &= fits;
        }
        let mut lists = Vec::new();
        for list in &book.list {
            let (table, fits) = ListTable::new(book, &days, list);
            lists.push(table);
            whole &= fits;
        }
        let mut world = Self {
            book,
            engine,
            season,
            days,
            answers,
            lists,
            refused: Vec::new(),
            whole,
        };
        world.refused = world.refusals();
        world
    }

    fn refusals(&self) -> Vec<(usize, Pick)> {
        let checks = self.book.check.iter();
        let refused = checks.filter_map(|check| match &check.rule {
            CheckRule::Impossible { list, r#where } => self.pick(list, r#where),
            CheckRule::Before(..) | CheckRule::Ordered { .. } => None,
        });
        refused.collect()
    }

    /// The place of a list.
    pub(crate) fn list(&self, id: &str) -> Option<usize> {
        self.lists.iter().position(|table| table.list.id == id)
    }

    /// The records of a list that pass a filter.
    pub(crate) fn pick(&self, list: &str, filter: &Filter) -> Option<(usize, Pick)> {
        let place = self.list(list)?;
        let table = self.lists.get(place)?;
        Some((place, table.pick((self.book, &self.days), filter)))
    }

    /// A bit for each answer that a field may hold.
    pub(crate) fn full(&self, list: usize, kind: usize, field: usize) -> Mask {
        let table = self.lists.get(list);
        let kind = table.and_then(|table| table.kinds.get(kind));
        let field = kind.and_then(|kind| kind.fields.get(field));
        let count = field.map_or(0, |field| field.samples.len());
        match u32::try_from(count.max(1)) {
            Ok(count) if count < Mask::BITS => (1 << count) - 1,
            _ => Mask::MAX,
        }
    }

    /// A question.
    pub(crate) fn question(&self, id: &str) -> Option<&'a Question> {
        self.book.question.iter().find(|question| question.id == id)
    }

    /// The answers to a question that pass a test, or that fail it.
    pub(crate) fn passing(&self, question: &str, (test, wanted): (&Test, bool)) -> Vec<Answer> {
        let Some(def) = self.question(question) else {
            return Vec::new();
        };
        self.answers_where(question, |answer| {
            let passes = values::passes((self.book, &self.days), (test, answer, &def.kind));
            passes.is_none_or(|passes| passes == wanted)
        })
    }

    /// The answers to a question that are like this.
    pub(crate) fn answers_where(
        &self,
        question: &str,
        is: impl Fn(&Answer) -> bool,
    ) -> Vec<Answer> {
        let samples = self.answers.get(question).into_iter().flatten();
        samples.filter(|answer| is(answer)).cloned().collect()
    }

    /// The rule of a clause at a level.
    pub(crate) fn clause(&self, id: &str, level: &str) -> Option<&'a Rule> {
        let clause = self.book.clause.iter().find(|clause| clause.id == id)?;
        clause.form(level).map(|form| &form.rule)
    }

    /// What the engine says of a dossier, on the cut-off day: nothing lies in the future.
    pub(crate) fn judge(&self, dossier: &Dossier) -> Assessment {
        self.engine
            .assess(dossier, self.season, self.season.cut_off)
    }

    /// A dossier that says nothing, for a level.
    pub(crate) fn empty(&self, level: Option<&Level>) -> Dossier {
        let mut dossier = Dossier::new(&self.book.id, Some(self.season.year));
        if let Some(level) = level {
            let answer = Answer::Text(level.id.clone());
            dossier
                .profile
                .insert(self.book.roles.level.clone(), answer);
        }
        dossier
    }
}

fn samples(book: &Book, days: &Days<'_>, question: &Question) -> (Vec<Answer>, bool) {
    let mut tests = Vec::new();
    walk::question_tests(book, &mut |id, test| {
        if id == question.id {
            tests.push(test);
        }
    });
    let asked = Asked {
        kind: &question.kind,
        none: question.none.is_some(),
        tests,
    };
    let (mut samples, fits) = values::samples(book, days, &asked);
    // Somebody of forty, where a birth date is asked.
    if matches!(question.kind, AnswerKind::Date { .. }) && is_birth(book, &question.id) {
        samples.sort_by_key(|answer| u8::from(!is_forty(answer, days)));
    }
    (samples, fits)
}

fn is_birth(book: &Book, question: &str) -> bool {
    book.date.iter().any(|date| match &date.rule {
        rulebook::DateRule::StagedAge(age) => age.birth == question,
        _ => false,
    })
}

fn is_forty(answer: &Answer, days: &Days<'_>) -> bool {
    let forty = dossier::years_before(days.cut_off, 40);
    answer.text().and_then(dossier::parse_day) == Some(forty)
}
