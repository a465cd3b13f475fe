//! Options of `screen`.

use std::path::PathBuf;

use chrono::NaiveDate;
use lexopt::Arg::{Long, Short, Value};
use lexopt::Parser;

use super::{Command, day, number, path, some, string, text};

/// What comes out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum ScreenFormat {
    /// A line a candidate, for people.
    #[default]
    Text,
    /// JSON, one line a candidate.
    Json,
    /// CSV for spreadsheets.
    Csv,
    /// A workbook.
    Xlsx,
    /// A page to be printed.
    Html,
    /// The template of a roster, and nothing else.
    Template,
}

/// Options of `screen`.
#[derive(Debug, Default)]
pub(crate) struct ScreenOptions {
    pub(crate) season: Option<i32>,
    pub(crate) book: Option<PathBuf>,
    pub(crate) today: Option<NaiveDate>,
    /// The target profile by its id; `none` for none.
    pub(crate) target: Option<String>,
    /// Where other headers of rosters lead.
    pub(crate) mapping: Option<PathBuf>,
    pub(crate) format: ScreenFormat,
    /// Where the results go; to standard output when none is given.
    pub(crate) out: Option<PathBuf>,
    /// Only the verdicts are looked for, of what is no package.
    pub(crate) brief: bool,
    /// The inputs are results of several runs, to be put together.
    pub(crate) merge: bool,
    pub(crate) inputs: Vec<PathBuf>,
}

pub(super) fn parse(parser: &mut Parser) -> Result<Command, String> {
    let mut options = ScreenOptions::default();
    while let Some(arg) = parser.next().map_err(text)? {
        match arg {
            Short('h') | Long("help") => return Ok(Command::Help),
            Long("season") => options.season = Some(number(parser)?),
            Long("book") => options.book = Some(path(parser)?),
            Long("today") => options.today = Some(day(parser)?),
            Long("target") => options.target = Some(string(parser)?),
            Long("mapping") => options.mapping = Some(path(parser)?),
            Long("json") => options.format = ScreenFormat::Json,
            Long("csv") => options.format = ScreenFormat::Csv,
            Long("xlsx") => options.format = ScreenFormat::Xlsx,
            Long("html") => options.format = ScreenFormat::Html,
            Long("template") => options.format = ScreenFormat::Template,
            Long("brief") => options.brief = true,
            Long("merge") => options.merge = true,
            Short('o') | Long("out") => options.out = Some(path(parser)?),
            Value(value) => options.inputs.push(value.into()),
            other => return Err(text(other.unexpected())),
        }
    }
    let whole = matches!(options.format, ScreenFormat::Xlsx | ScreenFormat::Html);
    if options.brief && whole {
        return Err(wording::command::SCREEN_BRIEF.to_owned());
    }
    if options.format != ScreenFormat::Template {
        some(&options.inputs)?;
    }
    Ok(Command::Screen(options))
}
