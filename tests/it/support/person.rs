//! A person, built up answer by answer.

use assess::{Assessment, Span, Verdict};
use dossier::{Answer, Dossier, Edit, Record, apply};
use json::Decimal;

use super::assess;

/// A dossier in the making. Every list is complete unless opened.
#[derive(Clone)]
pub(crate) struct Person {
    dossier: Dossier,
    next: u32,
}

impl Person {
    /// Somebody who passes every gate of the season 2026 and has nothing else.
    pub(crate) fn new() -> Self {
        let mut person = Self {
            dossier: Dossier::new("zhejiang-safety-2019", Some(2026)),
            next: 0,
        };
        for list in [
            "degrees",
            "titles",
            "certificates",
            "assessments",
            "training",
            "achievements",
        ] {
            person.edit(Edit::Complete {
                list: list.to_owned(),
                complete: true,
            });
        }
        person = person
            .yes("in_post", true)
            .yes("civil_servant", false)
            .yes("under_penalty", false)
            .yes("late_retirement_approved", false)
            .none("misconduct_year")
            .says("sex", "male")
            .says("birth_date", "1985-05-05")
            .says("category", "technical_service")
            .says("target_level", "senior")
            .number("front_line_years", "0")
            .number("safety_management_years", "0")
            .says("workplace_tier", "city");
        for year in 2023..=2025 {
            person = person.with("assessments", &format!("year={year} result=competent"));
        }
        for year in 2021..=2025 {
            person = person.with(
                "training",
                &format!("year={year} total_hours=90 professional_hours=60 public_hours=18"),
            );
        }
        person
    }

    pub(crate) fn says(self, question: &str, text: &str) -> Self {
        self.answer(question, Some(Answer::from_text(text)))
    }

    pub(crate) fn yes(self, question: &str, yes: bool) -> Self {
        self.answer(question, Some(Answer::YesNo(yes)))
    }

    pub(crate) fn number(self, question: &str, text: &str) -> Self {
        let number = Decimal::parse(text).unwrap();
        self.answer(question, Some(Answer::Number(number)))
    }

    pub(crate) fn none(self, question: &str) -> Self {
        self.answer(question, Some(Answer::None))
    }

    pub(crate) fn unknown(self, question: &str) -> Self {
        self.answer(question, None)
    }

    fn answer(mut self, question: &str, answer: Option<Answer>) -> Self {
        let question = question.to_owned();
        self.edit(Edit::Answer { question, answer });
        self
    }

    /// A record: `field=value` pairs. Numbers are numbers, `null` is none, the rest is text.
    pub(crate) fn with(mut self, list: &str, fields: &str) -> Self {
        self.next += 1;
        let mut record = Record::new(format!("r{}", self.next));
        for pair in fields.split_whitespace() {
            let (field, value) = pair.split_once('=').unwrap();
            record.fields.insert(field.to_owned(), typed(value));
        }
        let list = list.to_owned();
        self.edit(Edit::Add { list, record });
        self
    }

    pub(crate) fn open(mut self, list: &str) -> Self {
        let list = list.to_owned();
        self.edit(Edit::Complete {
            list,
            complete: false,
        });
        self
    }

    /// No records in a list.
    pub(crate) fn without(mut self, list: &str) -> Self {
        for record in self.dossier.records(list).to_vec() {
            let record = record.id.clone();
            self.edit(Edit::Remove { record });
        }
        self
    }

    fn edit(&mut self, edit: Edit) {
        self.dossier = apply(&self.dossier, edit).unwrap();
    }

    pub(crate) fn dossier(&self) -> &Dossier {
        &self.dossier
    }

    pub(crate) fn assess(&self, year: i32) -> Assessment {
        assess(&self.dossier, year)
    }

    /// The verdict of a clause at a level in the season 2026.
    pub(crate) fn clause(&self, level: &str, clause: &str) -> Verdict {
        self.clause_in(2026, level, clause)
    }

    pub(crate) fn clause_in(&self, year: i32, level: &str, clause: &str) -> Verdict {
        let assessment = self.assess(year);
        let level = assessment.levels.iter().find(|line| line.id == level);
        level.unwrap().clause(clause).unwrap().conclusion.verdict
    }

    /// The verdict of a route, gates included, in the season 2026.
    pub(crate) fn route(&self, level: &str, route: &str) -> Verdict {
        let assessment = self.assess(2026);
        let level = assessment.levels.iter().find(|line| line.id == level);
        let mut routes = level.unwrap().routes.iter();
        let route = routes.find(|line| line.id == route);
        route.unwrap().conclusion.verdict
    }

    pub(crate) fn earliest(&self, level: &str, route: &str) -> (Option<i32>, Option<i32>) {
        let assessment = self.assess(2026);
        let level = assessment.levels.iter().find(|line| line.id == level);
        let mut routes = level.unwrap().routes.iter();
        let earliest = routes.find(|line| line.id == route).unwrap().earliest;
        (earliest.year, earliest.closes)
    }

    /// What a score row gives.
    pub(crate) fn row(&self, row: &str) -> Span {
        let assessment = self.assess(2026);
        let sheet = assessment.score.unwrap();
        let line = sheet.rows.iter().find(|line| line.id == row);
        line.unwrap().points
    }
}

fn typed(value: &str) -> Answer {
    match (value, Decimal::parse(value)) {
        ("null", _) => Answer::None,
        (_, Some(number)) => Answer::Number(number),
        (text, None) => Answer::from_text(text),
    }
}
