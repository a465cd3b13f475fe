//! A candidate of a roster.

use dossier::{Answer, Dossier};
use rulebook::Book;

/// A candidate, as entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// What stands under `编号`; empty when nothing does.
    pub key: String,
    /// The answers.
    pub dossier: Dossier,
}

impl Candidate {
    /// The name that a candidate goes by: what stands under `编号`, else the name, else nothing. The book says which question
    /// asks for the name.
    pub fn name(&self, book: &Book) -> String {
        if !self.key.is_empty() {
            return self.key.clone();
        }
        let name = self.dossier.answer(&book.roles.name).and_then(Answer::text);
        name.unwrap_or_default().to_owned()
    }
}
