//! Options of `report`.

use std::path::PathBuf;

use chrono::NaiveDate;
use lexopt::Arg::{Long, Short, Value};
use lexopt::Parser;

use super::{Command, day, path, some, text};

/// Options of `report`.
#[derive(Debug, Default)]
pub(crate) struct ReportOptions {
    pub(crate) today: Option<NaiveDate>,
    pub(crate) book: Option<PathBuf>,
    pub(crate) out: Option<PathBuf>,
    pub(crate) input: PathBuf,
}

pub(super) fn parse(parser: &mut Parser) -> Result<Command, String> {
    let mut options = ReportOptions::default();
    let mut inputs: Vec<PathBuf> = Vec::new();
    while let Some(arg) = parser.next().map_err(text)? {
        match arg {
            Short('h') | Long("help") => return Ok(Command::Help),
            Long("today") => options.today = Some(day(parser)?),
            Long("book") => options.book = Some(path(parser)?),
            Short('o') | Long("out") => options.out = Some(path(parser)?),
            Value(value) => inputs.push(value.into()),
            other => return Err(text(other.unexpected())),
        }
    }
    some(&inputs)?;
    let [input] = inputs.as_slice() else {
        return Err(wording::cli::ONE_REPORT.to_owned());
    };
    options.input.clone_from(input);
    Ok(Command::Report(options))
}
