//! The score: rows, blocks, total.

use std::ops::ControlFlow;

use super::case::Case;
use super::score_row::{RecordTally, RowTally, row};
use crate::Verdict;
use crate::program::{CBlock, CScore};
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
    let rows = score.rows.iter().map(|compiled| {
        let mut records = Vec::new();
        let (before_cap, points) = row(case, score, compiled, &mut records);
        RowTally {
            before_cap,
            points,
            records,
        }
    });
    let rows: Vec<RowTally> = rows.collect();
    let blocks = (0..score.blocks.len()).map(|block| {
        let pairs = score.rows.iter().zip(&rows);
        let own = pairs.filter(|(row, _)| row.block == block);
        block_tally(score, block, own.map(|(_, tally)| tally.points))
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

/// The total alone; none when the book has no table.
pub(crate) fn total(case: &Case<'_>) -> Option<Span> {
    let score = case.program.score.as_ref()?;
    Some(sum(case, score, &mut |_, _| ControlFlow::Continue(())))
}

/// Whether the total reaches the line, by no more blocks than decide it: none takes points away or gives more than its cap.
pub(super) fn reaches(case: &Case<'_>) -> Option<Verdict> {
    let score = case.program.score.as_ref()?;
    let caps = score.blocks.iter().map(|block| block.cap);
    let mut left = caps.fold(0, i64::saturating_add);
    let mut verdict = Verdict::reached(0, left, score.line);
    sum(case, score, &mut |block, total| {
        left = left.saturating_sub(block.cap);
        verdict = Verdict::reached(total.low, total.high.saturating_add(left), score.line);
        if verdict.is_open() {
            ControlFlow::Continue(())
        } else {
            ControlFlow::Break(())
        }
    });
    Some(verdict)
}

/// The sum of the blocks, until `each`, who gets it after every one, has enough.
fn sum(
    case: &Case<'_>,
    score: &CScore,
    each: &mut dyn FnMut(&CBlock, Span) -> ControlFlow<()>,
) -> Span {
    let room = case.records_room();
    let mut records: Vec<RecordTally> = room.take();
    let mut total = Span::default();
    for (place, block) in score.blocks.iter().enumerate() {
        let own = score.rows.iter().filter(|row| row.block == place);
        let points = own.map(|compiled| {
            records.clear();
            row(case, score, compiled, &mut records).1
        });
        total = total.plus(block_tally(score, place, points).points);
        if each(block, total).is_break() {
            break;
        }
    }
    records.clear();
    room.set(records);
    total
}

fn block_tally(score: &CScore, block: usize, rows: impl Iterator<Item = Span>) -> BlockTally {
    let before_cap = rows.fold(Span::default(), Span::plus);
    let cap = score.blocks.get(block).map_or(0, |block| block.cap);
    BlockTally {
        before_cap,
        points: before_cap.cap(cap),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Engine;
    use crate::eval::case::Room;
    use crate::eval::drawn::{Draw, person, season};

    #[test]
    fn points_are_those_that_are_reckoned_alone_and_so_is_what_they_reach() {
        let mut program = Engine::shipped().program;
        let mut draw = Draw(1);
        let (mut room, mut seen) = (Room::default(), [0; 3]);
        for _ in 0..5_000 {
            program.score.as_mut().unwrap().line = [0, 500, 1_500, 4_000, 8_000][draw.below(5)];
            let subject = person(&program, &mut draw, 1);
            let first = season(2026 + i32::try_from(draw.below(3)).unwrap());
            let last = (draw.below(3) == 0).then(|| season(2030));
            let alone = Case::new(&program, &subject, first);
            let behind = Case::within(&program, &subject, first, room);
            let (alone, behind) = match last {
                Some(last) => (
                    alone.in_seasons(first, last),
                    behind.in_seasons(first, last),
                ),
                None => (alone, behind),
            };
            let tally = tally(&alone).unwrap();
            assert_eq!(total(&behind), Some(tally.total));
            assert_eq!(reaches(&behind), Some(tally.reaches));
            seen[tally.reaches as usize] += 1;
            room = behind.leave();
        }
        assert!(seen.iter().all(|count| *count > 200), "{seen:?}");
    }
}
