//! A candidate of a roster.

use dossier::Dossier;

/// A candidate, as entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// What stands under `编号`; empty when nothing does.
    pub key: String,
    /// The sheet; none in CSV.
    pub sheet: Option<String>,
    /// The row in the sheet, or the line in the file, from 1.
    pub row: u32,
    /// The answers.
    pub dossier: Dossier,
}
