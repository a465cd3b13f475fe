//! A candidate as far as it is needed once the line is made: whoever makes it writes it too, so that the one thread that
//! puts all in order does little.

use std::ops::Range;

use screening::{Claims, Screened, Tally};
use sheet::xlsx::Out;
use wording::desk;

use crate::args::ScreenFormat;

/// A line on its way out.
pub(crate) struct Line {
    pub(super) tally: Tally,
    pub(super) claims: Claims,
    pub(super) shown: Shown,
}

/// What is written of it.
pub(super) enum Shown {
    /// The line, with its end: this much of the text of its group.
    Text(Range<usize>),
    /// The cells of its row in a workbook.
    Cells(Vec<Out>),
}

/// In what form lines are written.
#[derive(Clone, Copy)]
pub(crate) struct Form {
    pub(super) format: ScreenFormat,
    pub(super) brief: bool,
}

impl Form {
    /// A line in this form; what is written of it is put behind `text`.
    pub(super) fn line(self, screened: &Screened, text: &mut String) -> Line {
        Line {
            tally: Tally::of(screened),
            claims: Claims::of(screened),
            shown: self.shown(screened, text),
        }
    }

    fn shown(self, screened: &Screened, text: &mut String) -> Shown {
        let start = text.len();
        match self.format {
            ScreenFormat::Json => {
                screened.write(text);
                text.push('\n');
            }
            ScreenFormat::Text => {
                text.push_str(&desk::summary_line(screened));
                text.push('\n');
            }
            ScreenFormat::Csv => text.push_str(&desk::csv_record(screened, self.brief)),
            ScreenFormat::Html => text.push_str(&desk::page_candidate(screened)),
            ScreenFormat::Xlsx => return Shown::Cells(desk::candidate_row(screened)),
            ScreenFormat::Template => {}
        }
        Shown::Text(start..text.len())
    }
}
