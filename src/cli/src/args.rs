//! What the command line asks for.

mod endorse;
mod precheck;
mod report;
mod screen;
mod seal;
mod secret;

pub(crate) use endorse::EndorseOptions;
pub(crate) use precheck::PrecheckOptions;
pub(crate) use report::ReportOptions;
pub(crate) use screen::{ScreenFormat, ScreenOptions};
pub(crate) use seal::{PledgeOptions, SealOptions};
pub(crate) use secret::{KeygenOptions, OpenOptions, SealToOptions};

use std::ffi::OsString;
use std::path::PathBuf;

use chrono::NaiveDate;
use lexopt::Arg::{Long, Short, Value};
use lexopt::{Parser, ValueExt};
use package::subject::Claim;

/// A command.
#[derive(Debug)]
pub(crate) enum Command {
    Help,
    Version,
    Assess(AssessOptions),
    Verify(VerifyOptions),
    Precheck(PrecheckOptions),
    Report(ReportOptions),
    Screen(ScreenOptions),
    Endorse(Box<EndorseOptions>),
    Calendar(ReportOptions),
    Seal(Box<SealOptions>),
    SealTo(SealToOptions),
    Open(OpenOptions),
    Keygen(KeygenOptions),
    Bag(BagOptions),
    Book(BookCommand),
    Schema(SchemaOptions),
}

/// Options of `assess`.
#[derive(Debug, Default)]
pub(crate) struct AssessOptions {
    pub(crate) season: Option<i32>,
    pub(crate) book: Option<PathBuf>,
    pub(crate) today: Option<NaiveDate>,
    pub(crate) json: bool,
    pub(crate) explain: bool,
    /// Verdicts on levels and routes alone.
    pub(crate) brief: bool,
    pub(crate) inputs: Vec<PathBuf>,
}

/// Options of `verify`.
#[derive(Debug, Default)]
pub(crate) struct VerifyOptions {
    pub(crate) today: Option<NaiveDate>,
    pub(crate) book: Option<PathBuf>,
    /// The target profile by its id; `none` for none.
    pub(crate) target: Option<String>,
    /// What a paper says.
    pub(crate) claim: Option<Claim>,
    pub(crate) json: bool,
    pub(crate) inputs: Vec<PathBuf>,
}

/// Options of `bag validate`.
#[derive(Debug, Default)]
pub(crate) struct BagOptions {
    pub(crate) json: bool,
    pub(crate) inputs: Vec<PathBuf>,
}

/// Options of `schema`.
#[derive(Debug, Default)]
pub(crate) struct SchemaOptions {
    pub(crate) name: Option<String>,
    pub(crate) book: Option<PathBuf>,
}

/// Commands on books.
#[derive(Debug)]
pub(crate) enum BookCommand {
    Check {
        books: Vec<PathBuf>,
        counterexamples: Option<PathBuf>,
    },
    Build {
        book: PathBuf,
        out: Option<PathBuf>,
    },
    Test(Vec<PathBuf>),
    Diff(DiffOptions),
}

/// Options of `book diff`.
#[derive(Debug)]
pub(crate) struct DiffOptions {
    pub(crate) old: PathBuf,
    pub(crate) new: PathBuf,
    /// Dossiers, one a line; made for the purpose when none are given.
    pub(crate) dossiers: Option<PathBuf>,
    pub(crate) json: bool,
}

/// Reads the command line.
pub(crate) fn parse(args: impl IntoIterator<Item = OsString>) -> Result<Command, String> {
    let mut parser = Parser::from_iter(args);
    let first = parser.next().map_err(text)?;
    match first {
        None | Some(Short('h') | Long("help")) => Ok(Command::Help),
        Some(Short('V') | Long("version")) => Ok(Command::Version),
        Some(Value(name)) => match name.to_str() {
            Some("help") => Ok(Command::Help),
            Some("assess") => assess(&mut parser),
            Some("verify") => verify(&mut parser),
            Some("precheck") => precheck::parse(&mut parser),
            Some("endorse") => endorse::parse(&mut parser),
            Some("screen") => screen::parse(&mut parser),
            Some("report") => report::parse(&mut parser, Command::Report),
            Some("calendar") => report::parse(&mut parser, Command::Calendar),
            Some("seal") => seal::parse(&mut parser),
            Some("seal-to") => secret::seal_to(&mut parser),
            Some("open") => secret::open(&mut parser),
            Some("keygen") => secret::keygen(&mut parser),
            Some("bag") => bag(&mut parser),
            Some("book") => book(&mut parser),
            Some("schema") => schema(&mut parser),
            _ => Err(wording::command::unknown_command(&name.to_string_lossy())),
        },
        Some(other) => Err(text(other.unexpected())),
    }
}

fn assess(parser: &mut Parser) -> Result<Command, String> {
    let mut options = AssessOptions::default();
    while let Some(arg) = parser.next().map_err(text)? {
        match arg {
            Short('h') | Long("help") => return Ok(Command::Help),
            Long("season") => options.season = Some(number(parser)?),
            Long("book") => options.book = Some(path(parser)?),
            Long("today") => options.today = Some(day(parser)?),
            Long("json") => options.json = true,
            Long("explain") => options.explain = true,
            Long("brief") => options.brief = true,
            Value(value) => options.inputs.push(value.into()),
            other => return Err(text(other.unexpected())),
        }
    }
    some(&options.inputs)?;
    Ok(Command::Assess(options))
}

fn verify(parser: &mut Parser) -> Result<Command, String> {
    let mut options = VerifyOptions::default();
    while let Some(arg) = parser.next().map_err(text)? {
        match arg {
            Short('h') | Long("help") => return Ok(Command::Help),
            Long("today") => options.today = Some(day(parser)?),
            Long("book") => options.book = Some(path(parser)?),
            Long("target") => options.target = Some(string(parser)?),
            Long("code") => options.claim = Some(claim(parser)?),
            Long("json") => options.json = true,
            Value(value) => options.inputs.push(value.into()),
            other => return Err(text(other.unexpected())),
        }
    }
    some(&options.inputs)?;
    if options.claim.is_some() && options.inputs.len() != 1 {
        return Err(wording::cli::ONE_PACKAGE.to_owned());
    }
    Ok(Command::Verify(options))
}

fn bag(parser: &mut Parser) -> Result<Command, String> {
    let name = match parser.next().map_err(text)? {
        Some(Value(name)) => name,
        Some(Short('h') | Long("help")) => return Ok(Command::Help),
        Some(other) => return Err(text(other.unexpected())),
        None => return Err(wording::command::unknown_command("bag")),
    };
    if name != "validate" {
        let name = format!("bag {}", name.to_string_lossy());
        return Err(wording::command::unknown_command(&name));
    }
    let mut options = BagOptions::default();
    while let Some(arg) = parser.next().map_err(text)? {
        match arg {
            Short('h') | Long("help") => return Ok(Command::Help),
            Long("json") => options.json = true,
            Value(value) => options.inputs.push(value.into()),
            other => return Err(text(other.unexpected())),
        }
    }
    some(&options.inputs)?;
    Ok(Command::Bag(options))
}

fn book(parser: &mut Parser) -> Result<Command, String> {
    let name = match parser.next().map_err(text)? {
        Some(Value(name)) => name,
        Some(other) => return Err(text(other.unexpected())),
        None => return Err(wording::command::unknown_command("book")),
    };
    let mut out = None;
    let mut counterexamples = None;
    let (mut dossiers, mut json) = (None, false);
    let mut inputs: Vec<PathBuf> = Vec::new();
    while let Some(arg) = parser.next().map_err(text)? {
        match arg {
            Short('h') | Long("help") => return Ok(Command::Help),
            Short('o') | Long("out") => out = Some(path(parser)?),
            Long("dossiers") => dossiers = Some(path(parser)?),
            Long("json") => json = true,
            Long("counterexamples") => counterexamples = Some(path(parser)?),
            Value(value) => inputs.push(value.into()),
            other => return Err(text(other.unexpected())),
        }
    }
    some(&inputs)?;
    let command = match (name.to_str(), inputs.as_slice()) {
        (Some("check"), _) => BookCommand::Check {
            books: inputs,
            counterexamples,
        },
        (Some("test"), _) => BookCommand::Test(inputs),
        (Some("build"), [book]) => {
            let book = book.clone();
            BookCommand::Build { book, out }
        }
        (Some("diff"), [old, new]) => BookCommand::Diff(DiffOptions {
            old: old.clone(),
            new: new.clone(),
            dossiers,
            json,
        }),
        (Some("diff"), _) => return Err(wording::keeper::TWO_BOOKS.to_owned()),
        (Some("build"), _) => return Err(wording::command::ONE_BOOK.to_owned()),
        _ => {
            let name = format!("book {}", name.to_string_lossy());
            return Err(wording::command::unknown_command(&name));
        }
    };
    Ok(Command::Book(command))
}

fn schema(parser: &mut Parser) -> Result<Command, String> {
    let mut options = SchemaOptions::default();
    while let Some(arg) = parser.next().map_err(text)? {
        match arg {
            Short('h') | Long("help") => return Ok(Command::Help),
            Long("book") => options.book = Some(path(parser)?),
            Value(name) if options.name.is_none() => {
                options.name = Some(name.to_string_lossy().into_owned());
            }
            other => return Err(text(other.unexpected())),
        }
    }
    Ok(Command::Schema(options))
}

fn some(inputs: &[PathBuf]) -> Result<(), String> {
    if inputs.is_empty() {
        return Err(wording::command::NO_INPUT.to_owned());
    }
    Ok(())
}

fn path(parser: &mut Parser) -> Result<PathBuf, String> {
    parser.value().map(PathBuf::from).map_err(text)
}

fn string(parser: &mut Parser) -> Result<String, String> {
    let value = parser.value().map_err(text)?;
    Ok(value.to_string_lossy().into_owned())
}

fn claim(parser: &mut Parser) -> Result<Claim, String> {
    let claim = Claim::parse(&string(parser)?);
    claim.map_err(|fault| wording::finding::code_fault(fault).whole())
}

fn number(parser: &mut Parser) -> Result<i32, String> {
    parser.value().and_then(|value| value.parse()).map_err(text)
}

fn day(parser: &mut Parser) -> Result<NaiveDate, String> {
    let value = parser.value().map_err(text)?;
    let day = value.to_str().and_then(dossier::parse_day);
    day.ok_or_else(|| wording::command::not_a_day(&value.to_string_lossy()))
}

#[allow(
    clippy::needless_pass_by_value,
    reason = "the shape that `map_err` wants"
)]
fn text(error: lexopt::Error) -> String {
    wording::command::bad_argument(&error.to_string())
}
