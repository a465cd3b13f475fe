//! Options of `seal-to`, `open` and `keygen`.

use std::path::PathBuf;

use lexopt::Arg::{Long, Short, Value};
use lexopt::Parser;

use super::{Command, path, some, string, text};

/// Options of `seal-to`.
#[derive(Debug, Default)]
pub(crate) struct SealToOptions {
    /// Public keys, or files of them.
    pub(crate) to: Vec<String>,
    pub(crate) out: Option<PathBuf>,
    pub(crate) inputs: Vec<PathBuf>,
}

/// Options of `open`.
#[derive(Debug, Default)]
pub(crate) struct OpenOptions {
    /// Files of secret keys.
    pub(crate) keys: Vec<PathBuf>,
    pub(crate) out: Option<PathBuf>,
    pub(crate) inputs: Vec<PathBuf>,
}

/// Options of `keygen`.
#[derive(Debug)]
pub(crate) struct KeygenOptions {
    pub(crate) out: PathBuf,
}

pub(super) fn seal_to(parser: &mut Parser) -> Result<Command, String> {
    let mut options = SealToOptions::default();
    while let Some(arg) = parser.next().map_err(text)? {
        match arg {
            Short('h') | Long("help") => return Ok(Command::Help),
            Long("to") => options.to.push(string(parser)?),
            Short('o') | Long("out") => options.out = Some(path(parser)?),
            Value(value) => options.inputs.push(value.into()),
            other => return Err(text(other.unexpected())),
        }
    }
    if options.to.is_empty() {
        return Err(wording::cli::NO_RECIPIENT.to_owned());
    }
    one_for_out(options.out.as_ref(), &options.inputs)?;
    Ok(Command::SealTo(options))
}

pub(super) fn open(parser: &mut Parser) -> Result<Command, String> {
    let mut options = OpenOptions::default();
    while let Some(arg) = parser.next().map_err(text)? {
        match arg {
            Short('h') | Long("help") => return Ok(Command::Help),
            Long("key") => options.keys.push(path(parser)?),
            Short('o') | Long("out") => options.out = Some(path(parser)?),
            Value(value) => options.inputs.push(value.into()),
            other => return Err(text(other.unexpected())),
        }
    }
    if options.keys.is_empty() {
        return Err(wording::cli::NO_KEY.to_owned());
    }
    one_for_out(options.out.as_ref(), &options.inputs)?;
    Ok(Command::Open(options))
}

pub(super) fn keygen(parser: &mut Parser) -> Result<Command, String> {
    let mut inputs: Vec<PathBuf> = Vec::new();
    while let Some(arg) = parser.next().map_err(text)? {
        match arg {
            Short('h') | Long("help") => return Ok(Command::Help),
            Value(value) => inputs.push(value.into()),
            other => return Err(text(other.unexpected())),
        }
    }
    match <[PathBuf; 1]>::try_from(inputs) {
        Ok([out]) => Ok(Command::Keygen(KeygenOptions { out })),
        Err(_) => Err(wording::cli::ONE_KEY_FILE.to_owned()),
    }
}

/// A named output takes one input.
fn one_for_out(out: Option<&PathBuf>, inputs: &[PathBuf]) -> Result<(), String> {
    some(inputs)?;
    if out.is_some() && inputs.len() != 1 {
        return Err(wording::cli::ONE_OUTPUT.to_owned());
    }
    Ok(())
}
