//! Why: verdicts, facts and scores in the order in which a person would argue.

mod advice;
mod argument;
mod choice;
mod earliest;
mod filter;
mod leaf;
mod line;
mod missing;
mod node;
mod reason;
mod records;
mod score;

pub use earliest::ASSUMPTION;
pub use filter::filter;
pub use line::{in_order, stand_in};
pub use reason::{Detail, Line, Reason};

use assess::{Assessment, DayValue};
use dossier::Dossier;
use rulebook::Book;

use crate::plain::shown;
use crate::{Labels, number};

/// Speaks about one assessment under its book.
#[derive(Clone, Copy, Debug)]
pub struct Explain<'a> {
    labels: Labels<'a>,
    assessment: &'a Assessment,
    dossier: Option<&'a Dossier>,
}

impl<'a> Explain<'a> {
    /// Names records by their ids.
    pub fn new(book: &'a Book, assessment: &'a Assessment) -> Self {
        Self {
            labels: Labels::new(book),
            assessment,
            dossier: None,
        }
    }

    /// Names records by what was entered.
    #[must_use]
    pub fn with(self, dossier: &'a Dossier) -> Self {
        Self {
            dossier: Some(dossier),
            ..self
        }
    }

    /// The labels of the book.
    pub fn labels(self) -> Labels<'a> {
        self.labels
    }

    /// A record by what was entered, or by its id.
    pub fn record(self, id: &str) -> String {
        let found = self.dossier.and_then(|dossier| dossier.record(id));
        match found {
            Some((list, record)) => self.labels.record(list, record),
            None => format!("记录 {}", shown(id)),
        }
    }
}

/// What is known of a derived day.
pub fn day_value(value: DayValue) -> String {
    match value {
        DayValue::Nothing => "没有".to_owned(),
        DayValue::Known(day) => number::date(day),
        DayValue::Open { from, to } => {
            let from = from.map(|day| format!("不早于{}", number::date(day)));
            let to = to.map(|day| format!("不晚于{}", number::date(day)));
            let bounds: Vec<String> = from.into_iter().chain(to).collect();
            if bounds.is_empty() {
                return "还不知道".to_owned();
            }
            format!("还不确定，{}", bounds.join("、"))
        }
    }
}

#[cfg(test)]
mod tests;
