//! A candidate as far as it is needed once the line is made: whoever makes it writes it too, so that the one thread that
//! puts all in order does little.

use screening::{Claims, Screened, Tally};
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
    /// The line, with its end.
    Text(String),
    /// All that was found, for what is made of all lines at the end.
    Held(Box<Screened>),
}

/// In what form lines are written.
#[derive(Clone, Copy)]
pub(crate) struct Form {
    pub(super) format: ScreenFormat,
    pub(super) brief: bool,
}

impl Form {
    /// A line in this form.
    pub(super) fn line(self, screened: Screened) -> Line {
        Line {
            tally: Tally::of(&screened),
            claims: Claims::of(&screened),
            shown: self.shown(screened),
        }
    }

    fn shown(self, screened: Screened) -> Shown {
        let mut text = match self.format {
            ScreenFormat::Json => screened.to_json().canonical(),
            ScreenFormat::Text => desk::summary_line(&screened),
            ScreenFormat::Csv => return Shown::Text(desk::csv_record(&screened, self.brief)),
            ScreenFormat::Xlsx | ScreenFormat::Html | ScreenFormat::Template => {
                return Shown::Held(Box::new(screened));
            }
        };
        text.push('\n');
        Shown::Text(text)
    }
}
