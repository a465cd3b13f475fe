//! Options of `seal`.

use std::path::PathBuf;

use chrono::NaiveDate;
use lexopt::Arg::{Long, Short, Value};
use lexopt::Parser;

use super::{Command, day, number, path, some, string, text};

/// Options of `seal`.
#[derive(Debug)]
pub(crate) struct SealOptions {
    pub(crate) season: Option<i32>,
    pub(crate) book: Option<PathBuf>,
    /// The day of sealing.
    pub(crate) today: Option<NaiveDate>,
    pub(crate) target: Option<String>,
    /// The folders of the evidence: a folder for each record or paper in each.
    pub(crate) files: Vec<PathBuf>,
    pub(crate) pledge: PledgeOptions,
    pub(crate) out: Option<PathBuf>,
    pub(crate) input: PathBuf,
}

/// The pledge as it was given, nothing of it made up.
#[derive(Debug)]
pub(crate) enum PledgeOptions {
    /// A file as in a package; it names what was pledged.
    File(PathBuf),
    /// Each part by an option.
    Parts {
        /// The name under it.
        name: String,
        /// The day it was given.
        date: NaiveDate,
        /// The statements confirmed, by id.
        statements: Vec<String>,
        /// A file with the strokes of a drawn signature.
        signature: Option<PathBuf>,
    },
}

/// What is said of the pledge, in any order.
#[derive(Debug, Default)]
struct Said {
    file: Option<PathBuf>,
    name: Option<String>,
    date: Option<NaiveDate>,
    statements: Vec<String>,
    signature: Option<PathBuf>,
}

pub(super) fn parse(parser: &mut Parser) -> Result<Command, String> {
    let mut said = Said::default();
    let (mut season, mut book, mut today, mut target) = (None, None, None, None);
    let (mut files, mut out, mut inputs) = (Vec::new(), None, Vec::<PathBuf>::new());
    while let Some(arg) = parser.next().map_err(text)? {
        match arg {
            Short('h') | Long("help") => return Ok(Command::Help),
            Long("season") => season = Some(number(parser)?),
            Long("book") => book = Some(path(parser)?),
            Long("today") => today = Some(day(parser)?),
            Long("target") => target = Some(string(parser)?),
            Long("files") => files.push(path(parser)?),
            Long("pledge") => said.file = Some(path(parser)?),
            Long("pledge-name") => said.name = Some(string(parser)?),
            Long("pledge-date") => said.date = Some(day(parser)?),
            Long("pledge-statement") => said.statements.push(string(parser)?),
            Long("pledge-signature") => said.signature = Some(path(parser)?),
            Short('o') | Long("out") => out = Some(path(parser)?),
            Value(value) => inputs.push(value.into()),
            other => return Err(text(other.unexpected())),
        }
    }
    some(&inputs)?;
    let [input] = inputs.as_slice() else {
        return Err(wording::cli::ONE_DOSSIER.to_owned());
    };
    Ok(Command::Seal(Box::new(SealOptions {
        season,
        book,
        today,
        target,
        files,
        pledge: pledge(said)?,
        out,
        input: input.clone(),
    })))
}

/// The pledge, or every part of it that is missing.
fn pledge(said: Said) -> Result<PledgeOptions, String> {
    let parts = said.name.is_some()
        || said.date.is_some()
        || !said.statements.is_empty()
        || said.signature.is_some();
    match (said.file, said.name, said.date) {
        (Some(_), ..) if parts => Err(wording::cli::PLEDGE_TWICE.to_owned()),
        (Some(file), ..) => Ok(PledgeOptions::File(file)),
        (None, Some(name), Some(date)) if !said.statements.is_empty() => Ok(PledgeOptions::Parts {
            name,
            date,
            statements: said.statements,
            signature: said.signature,
        }),
        (None, name, date) => {
            let lacks = [
                (name.is_none(), "--pledge-name"),
                (date.is_none(), "--pledge-date"),
                (said.statements.is_empty(), "--pledge-statement"),
            ];
            let lacks = lacks.iter().filter(|(lacks, _)| *lacks);
            let lacks: Vec<&str> = lacks.map(|(_, option)| *option).collect();
            Err(wording::cli::pledge_lacks(&lacks))
        }
    }
}
