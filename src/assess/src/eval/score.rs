//! The score: rows, blocks, total.

use super::case::Case;
use super::score_row::{RowTally, row};
use crate::Verdict;
use crate::result::Span;

/// The score of a case.
pub(crate) struct Tally {
    pub(crate) rows: Vec<RowTally>,
    pub(crate) blocks: Vec<BlockTally>,
    pub(crate) total: Span,
    pub(crate) reaches: Verdict,
}

/// A block before and after its cap.
#[derive(Clone, Copy)]
pub(crate) struct BlockTally {
    pub(crate) before_cap: Span,
    pub(crate) points: Span,
}

/// Reckons the score; none when the book has no table.
pub(super) fn tally(case: &Case<'_>) -> Option<Tally> {
    let score = case.program.score.as_ref()?;
    let rows: Vec<RowTally> = score.rows.iter().map(|r| row(case, score, r)).collect();
    let blocks = score.blocks.iter().enumerate().map(|(index, block)| {
        let pairs = score.rows.iter().zip(&rows);
        let own = pairs.filter(|(row, _)| row.block == index);
        let sum = own.fold(Span::default(), |sum, (_, tally)| sum.plus(tally.points));
        BlockTally {
            before_cap: sum,
            points: sum.cap(block.cap),
        }
    });
    let blocks: Vec<BlockTally> = blocks.collect();
    let points = blocks.iter().map(|block| block.points);
    let total = points.fold(Span::default(), Span::plus);
    Some(Tally {
        reaches: Verdict::reached(total.low, total.high, score.line),
        rows,
        blocks,
        total,
    })
}
