//! Options of `report` and `calendar`.

use std::path::PathBuf;

use chrono::NaiveDate;
use lexopt::Arg::{Long, Short, Value};
use lexopt::Parser;
use wording::report::Part;

use super::{Command, day, path, some, text};

/// Options of `report` and `calendar`.
#[derive(Debug, Default)]
pub(crate) struct ReportOptions {
    pub(crate) today: Option<NaiveDate>,
    pub(crate) book: Option<PathBuf>,
    pub(crate) out: Option<PathBuf>,
    pub(crate) part: Part,
    pub(crate) input: PathBuf,
}

/// The options, for the command that is asked for.
pub(super) fn parse(
    parser: &mut Parser,
    command: fn(ReportOptions) -> Command,
) -> Result<Command, String> {
    let mut options = ReportOptions::default();
    let mut inputs: Vec<PathBuf> = Vec::new();
    while let Some(arg) = parser.next().map_err(text)? {
        match arg {
            Short('h') | Long("help") => return Ok(Command::Help),
            Long("today") => options.today = Some(day(parser)?),
            Long("book") => options.book = Some(path(parser)?),
            Short('o') | Long("out") => options.out = Some(path(parser)?),
            Long("part") => options.part = part(parser)?,
            Value(value) => inputs.push(value.into()),
            other => return Err(text(other.unexpected())),
        }
    }
    some(&inputs)?;
    let [input] = inputs.as_slice() else {
        return Err(wording::cli::ONE_REPORT.to_owned());
    };
    options.input.clone_from(input);
    Ok(command(options))
}

/// What is printed alone.
fn part(parser: &mut Parser) -> Result<Part, String> {
    let value = parser.value().map_err(text)?;
    match value.to_str() {
        Some("whole") => Ok(Part::Whole),
        Some("score") => Ok(Part::Score),
        Some("pledge") => Ok(Part::Pledge),
        _ => Err(wording::cli::not_a_part(&value.to_string_lossy())),
    }
}
