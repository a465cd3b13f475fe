//! The score sheet of an assessment.

use super::Explainer;
use crate::result::{RecordPoints, RowLine, ScoreSheet, Sum};

impl Explainer<'_> {
    /// The score sheet; none when the book has no table.
    pub(in crate::eval) fn score_sheet(&self) -> Option<ScoreSheet> {
        let program = self.engine.program.score.as_ref()?;
        let book = self.engine.book.score.as_ref()?;
        let tally = self.case.tally()?;
        let rows = book.row.iter().zip(&program.rows).zip(&tally.rows);
        let rows = rows.map(|((row, compiled), points)| RowLine {
            id: row.id.clone(),
            block: row.block.clone(),
            before_cap: points.before_cap,
            cap: compiled.cap,
            points: points.points,
            records: points
                .records
                .iter()
                .filter_map(|r| self.record(r))
                .collect(),
        });
        let blocks = book.block.iter().zip(&program.blocks).zip(&tally.blocks);
        let blocks = blocks.map(|((block, compiled), points)| Sum {
            id: block.id.clone(),
            before_cap: points.before_cap,
            cap: compiled.cap,
            points: points.points,
        });
        let entries = &self.entries;
        Some(ScoreSheet {
            line: program.line,
            rows: rows.collect(),
            blocks: blocks.collect(),
            total: tally.total,
            reaches: self.score_reason().conclude(tally.reaches, entries),
        })
    }

    fn record(&self, tally: &crate::eval::score_row::RecordTally) -> Option<RecordPoints> {
        let list = self.case.list(tally.list)?;
        let name = |place: usize| {
            let record = list.records.get(place);
            record.map(|record| record.id.clone()).unwrap_or_default()
        };
        Some(RecordPoints {
            record: list.records.get(tally.record)?.id.clone(),
            points: tally.points,
            outcome: tally.outcome(name),
        })
    }
}
