//! The score sheet in sentences.

use assess::{Outcome, RecordPoints, RowLine, ScoreSheet, Sum, Verdict};

use super::Explain;
use crate::number::{points, span};

/// What is said behind a span where not every way of answering was tried.
const fn wide(bounded: bool) -> &'static str {
    if bounded {
        "（实际范围可能更窄）"
    } else {
        ""
    }
}

impl Explain<'_> {
    /// What a record earned in a row, and why not more.
    pub fn outcome(self, record: &RecordPoints) -> String {
        let earned = span(record.points);
        match &record.outcome {
            Outcome::Counts => format!("得 {earned} 分"),
            Outcome::PartCap { cap } => {
                format!("得 {earned} 分，同类合计最多 {} 分", points(*cap))
            }
            Outcome::OutsideWindow => "在统计期外，不计分".to_owned(),
            Outcome::NotBest { better } => {
                format!("只取最高的一项，{}更高，这一项不计分", self.record(better))
            }
            Outcome::NotListed => "赋分表没有列出这种情形，0 分".to_owned(),
            Outcome::Open { in_window } => match in_window {
                Verdict::Open => format!("还缺答案，在不在统计期内待定，{earned} 分"),
                Verdict::Met | Verdict::NotMet => format!("还缺答案，{earned} 分"),
            },
        }
    }

    /// The sum of a row: `12.00 分`, with the cap where it takes something away.
    pub fn row(self, row: &RowLine) -> String {
        let earned = span(row.points);
        let wide = wide(row.bounded);
        match row.cap {
            Some(cap) if row.before_cap != row.points => format!(
                "{earned} 分{wide}（各项合计 {}，本项最多 {}）",
                span(row.before_cap),
                points(cap)
            ),
            _ => format!("{earned} 分{wide}"),
        }
    }

    /// The sum of a block, with the cap where it takes something away.
    pub fn block(self, block: &Sum) -> String {
        let earned = span(block.points);
        let wide = wide(block.bounded);
        if block.before_cap == block.points {
            return format!("{earned} 分{wide}（最多 {}）", points(block.cap));
        }
        format!(
            "{earned} 分{wide}（合计 {}，最多 {}）",
            span(block.before_cap),
            points(block.cap)
        )
    }

    /// The total against the line.
    pub fn total(self, sheet: &ScoreSheet) -> String {
        let total = span(sheet.total);
        let wide = wide(sheet.bounded);
        let line = points(sheet.line);
        let head = format!("自评总分 {total} 分{wide}，规定分值 {line} 分");
        match sheet.reaches.verdict {
            Verdict::Met => format!("{head}，达到。"),
            Verdict::NotMet => {
                let short = points(sheet.line.saturating_sub(sheet.total.high));
                format!("{head}，没有达到，至少差 {short} 分。")
            }
            Verdict::Open => format!("{head}，还有答案没填，待定。"),
        }
    }
}
