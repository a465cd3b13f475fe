//! Options of `precheck`.

use std::path::PathBuf;

use chrono::NaiveDate;
use lexopt::Arg::{Long, Short, Value};
use lexopt::Parser;

use super::{Command, day, number, path, some, string, text};

/// Options of `precheck`.
#[derive(Debug, Default)]
pub(crate) struct PrecheckOptions {
    pub(crate) season: Option<i32>,
    pub(crate) book: Option<PathBuf>,
    pub(crate) today: Option<NaiveDate>,
    /// The target profile by its id; `none` for none.
    pub(crate) target: Option<String>,
    /// The folders of the evidence: a folder for each record or paper in each.
    pub(crate) files: Vec<PathBuf>,
    pub(crate) json: bool,
    pub(crate) inputs: Vec<PathBuf>,
}

pub(super) fn parse(parser: &mut Parser) -> Result<Command, String> {
    let mut options = PrecheckOptions::default();
    while let Some(arg) = parser.next().map_err(text)? {
        match arg {
            Short('h') | Long("help") => return Ok(Command::Help),
            Long("season") => options.season = Some(number(parser)?),
            Long("book") => options.book = Some(path(parser)?),
            Long("today") => options.today = Some(day(parser)?),
            Long("target") => options.target = Some(string(parser)?),
            Long("files") => options.files.push(path(parser)?),
            Long("json") => options.json = true,
            Value(value) => options.inputs.push(value.into()),
            other => return Err(text(other.unexpected())),
        }
    }
    some(&options.inputs)?;
    Ok(Command::Precheck(options))
}
