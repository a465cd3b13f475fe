//! The score sheet. Points are hundredths.

use crate::{Conclusion, Verdict};

/// The least and the most that a sum can be when the missing answers are known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// The least, in hundredths of a point.
    pub low: i64,
    /// The most, in hundredths of a point.
    pub high: i64,
}

impl Span {
    /// A sum that is known.
    pub fn exactly(points: i64) -> Self {
        Self {
            low: points,
            high: points,
        }
    }

    /// Whether nothing is missing.
    pub fn is_exact(self) -> bool {
        self.low == self.high
    }

    /// What lies before a cap, where this lies behind it: above the cap as far as was known before.
    #[must_use]
    pub(crate) const fn before(self, cap: i64, known: Self) -> Self {
        Self {
            low: if self.low < cap { self.low } else { known.low },
            high: if self.high < cap {
                self.high
            } else {
                known.high
            },
        }
    }

    /// Both ends cut to a cap.
    #[must_use]
    pub fn cap(self, cap: i64) -> Self {
        Self {
            low: self.low.min(cap),
            high: self.high.min(cap),
        }
    }

    /// The sum of two spans.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self {
            low: self.low.saturating_add(other.low),
            high: self.high.saturating_add(other.high),
        }
    }

    /// What lies in one span or the other, and all between.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self {
            low: self.low.min(other.low),
            high: self.high.max(other.high),
        }
    }

    /// The higher of two spans.
    #[must_use]
    pub fn highest(self, other: Self) -> Self {
        Self {
            low: self.low.max(other.low),
            high: self.high.max(other.high),
        }
    }
}

/// The score sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScoreSheet {
    /// The line, in hundredths.
    pub line: i64,
    /// The rows in the order of the book.
    pub rows: Vec<RowLine>,
    /// The blocks in the order of the book.
    pub blocks: Vec<Sum>,
    /// The sum of the blocks.
    pub total: Span,
    /// An end of the total may be wider than need be: not every way in which the missing answers
    /// could turn out was tried.
    pub bounded: bool,
    /// Whether the total reaches the line, and the entries that decide it.
    pub reaches: Conclusion,
}

/// A block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sum {
    /// The block's id.
    pub id: String,
    /// The sum of its rows.
    pub before_cap: Span,
    /// The cap.
    pub cap: i64,
    /// The sum after the cap.
    pub points: Span,
    /// An end of it may be wider than need be.
    pub bounded: bool,
}

/// A row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowLine {
    /// The row's id.
    pub id: String,
    /// The block's id.
    pub block: String,
    /// What the row earns before its cap.
    pub before_cap: Span,
    /// The cap, if it has one.
    pub cap: Option<i64>,
    /// What the row earns after its cap.
    pub points: Span,
    /// An end of it may be wider than need be.
    pub bounded: bool,
    /// The records it looked at. Empty for rows that count no records.
    pub records: Vec<RecordPoints>,
}

/// What a record earned in a row, and why not more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordPoints {
    /// The record's id.
    pub record: String,
    /// Points before any cap, after the coefficient.
    pub points: Span,
    /// What became of them.
    pub outcome: Outcome,
}

/// What became of a record's points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// They count, before caps.
    Counts,
    /// They count only together with others up to a part cap, in hundredths.
    PartCap {
        /// The cap.
        cap: i64,
    },
    /// The record lies outside the window.
    OutsideWindow,
    /// Another record of the same project, family or row is better.
    NotBest {
        /// The better record's id.
        better: String,
    },
    /// The table has no points for it.
    NotListed,
    /// Missing answers decide whether it counts at all.
    Open {
        /// Whether it lies in the window.
        in_window: Verdict,
    },
}
