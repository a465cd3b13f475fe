//! What a row of the score table looks at.

use assess::Place;
use rulebook::{Book, DateRule, Earn};

/// The questions and lists that a row looks at.
pub(super) fn sources(book: &Book, row: &str) -> Vec<Place> {
    let score = book.score.as_ref();
    let def = score.and_then(|score| score.row.iter().find(|other| other.id == row));
    def.map_or_else(Vec::new, |def| of_earn(book, &def.earn))
}

fn of_earn(book: &Book, earn: &Earn) -> Vec<Place> {
    match earn {
        Earn::Records(records) => vec![Place::List(records.list.clone())],
        Earn::Answer { question, .. } => vec![Place::Question(question.clone())],
        Earn::YearsSince { date, .. } => of_date(book, date),
        Earn::Highest(parts) => parts.iter().flat_map(|part| of_earn(book, part)).collect(),
    }
}

fn of_date(book: &Book, date: &str) -> Vec<Place> {
    let Some(def) = book.date.iter().find(|other| other.id == date) else {
        return Vec::new();
    };
    match &def.rule {
        DateRule::CutOff | DateRule::YearsBeforeCutOff(_) => Vec::new(),
        DateRule::Answer(question) => vec![Place::Question(question.clone())],
        DateRule::Earliest(anchors) => anchors
            .iter()
            .map(|anchor| Place::List(anchor.list.clone()))
            .collect(),
        DateRule::StagedAge(age) => {
            vec![
                Place::Question(age.by.clone()),
                Place::Question(age.birth.clone()),
            ]
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::Rules;

    #[test]
    fn every_row_of_the_shipped_book_looks_at_something() {
        let rules = Rules::with_engine().unwrap();
        let book = rules.book();
        for row in &book.score.as_ref().unwrap().row {
            assert!(!sources(book, &row.id).is_empty(), "{}", row.id);
        }
        assert!(sources(book, "no such row").is_empty());
    }
}
