//! The score sheet of an assessment.

use super::Explainer;
use crate::Verdict;
use crate::eval::score_row::{RecordTally, RowTally};
use crate::eval::split::Narrowed;
use crate::result::{RecordPoints, RowLine, ScoreSheet, Span, Sum};

/// A span that nobody has looked at more closely.
const fn plain(span: Span) -> Narrowed {
    Narrowed {
        span,
        bounded: false,
    }
}

impl Explainer<'_> {
    /// The score sheet; none when the book has no table.
    pub(in crate::eval) fn score_sheet(&self) -> Option<ScoreSheet> {
        let program = self.engine.program.score.as_ref()?;
        let book = self.engine.book.score.as_ref()?;
        let tally = self.case.tally()?;
        let mut spans = self.spans.parts();
        let blocks = book.block.iter().zip(&program.blocks).zip(&tally.blocks);
        let blocks = blocks.map(|((block, compiled), points)| {
            let Narrowed { span, bounded } = spans.next().unwrap_or_else(|| plain(points.points));
            Sum {
                id: block.id.clone(),
                before_cap: span.before(compiled.cap, points.before_cap),
                cap: compiled.cap,
                points: span,
                bounded,
            }
        });
        let blocks = blocks.collect();
        let rows = book.row.iter().zip(&program.rows).zip(&tally.rows);
        let rows = rows.map(|((row, compiled), points)| {
            let Narrowed { span, bounded } = spans.next().unwrap_or_else(|| plain(points.points));
            let most = compiled.cap.unwrap_or(i64::MAX);
            RowLine {
                id: row.id.clone(),
                block: row.block.clone(),
                before_cap: span.before(most, points.before_cap),
                cap: compiled.cap,
                points: span,
                bounded,
                records: self.earned(points),
            }
        });
        let rows = rows.collect();
        let Narrowed { span, bounded } = self.total();
        let reaches = Verdict::reached(span.low, span.high, program.line);
        Some(ScoreSheet {
            line: program.line,
            rows,
            blocks,
            total: span,
            bounded,
            reaches: self.score_reason().conclude(reaches, &self.entries),
        })
    }

    fn earned(&self, row: &RowTally) -> Vec<RecordPoints> {
        let records = row.records.iter();
        records.filter_map(|record| self.record(record)).collect()
    }

    fn record(&self, tally: &RecordTally) -> Option<RecordPoints> {
        let list = self.case.list(tally.list)?;
        let name = |place: usize| {
            let record = list.records.get(place);
            record.map_or_else(String::new, |record| record.id.as_ref().to_owned())
        };
        Some(RecordPoints {
            record: list.records.get(tally.record)?.id.as_ref().to_owned(),
            points: tally.points,
            outcome: tally.outcome(name),
        })
    }
}
