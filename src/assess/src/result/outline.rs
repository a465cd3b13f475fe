//! The outline of an assessment: what is shown of it at every key.

use super::{Conclusion, LevelLine, Span};
use crate::Problem;

/// What an assessment says of some levels, without why. Every part is that of the assessment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outline {
    /// The levels that were wanted, in the order of the book.
    pub levels: Vec<LevelOutline>,
    /// The total of the self-score, in hundredths, when the book has a table.
    pub total: Option<Span>,
    /// What is wrong or noteworthy in the answers.
    pub problems: Vec<Problem>,
}

/// A level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LevelOutline {
    /// The level's id.
    pub id: String,
    /// The verdict and what decided it.
    pub conclusion: Conclusion,
    /// The id of the best founded route that holds.
    pub recommended: Option<String>,
}

impl From<&LevelLine> for LevelOutline {
    fn from(line: &LevelLine) -> Self {
        Self {
            id: line.id.clone(),
            conclusion: line.conclusion.clone(),
            recommended: line.recommended.clone(),
        }
    }
}
