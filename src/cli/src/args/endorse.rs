//! Options of `endorse`.

use std::path::PathBuf;

use chrono::NaiveDate;
use lexopt::Arg::{Long, Short, Value};
use lexopt::Parser;
use package::endorse::Objection;

use super::{Command, day, number, path, some, string, text};

/// Options of `endorse`. Nothing of an opinion is made up: what is not given is named.
#[derive(Debug, Default)]
pub(crate) struct EndorseOptions {
    pub(crate) book: Option<PathBuf>,
    pub(crate) today: Option<NaiveDate>,
    /// The display notice alone.
    pub(crate) notice: bool,
    pub(crate) contact: Option<String>,
    pub(crate) employer: Option<String>,
    /// The day on which the display was opened.
    pub(crate) opened: Option<NaiveDate>,
    /// Working days of the display; those that the book asks when none are given.
    pub(crate) days: u32,
    pub(crate) place: Option<String>,
    pub(crate) objections: Vec<Objection>,
    /// Statements that hold, and those that do not.
    pub(crate) yes: Vec<String>,
    pub(crate) no: Vec<String>,
    pub(crate) recommended: Option<bool>,
    pub(crate) signatory: Option<String>,
    pub(crate) date: Option<NaiveDate>,
    pub(crate) out: Option<PathBuf>,
    pub(crate) inputs: Vec<PathBuf>,
}

pub(super) fn parse(parser: &mut Parser) -> Result<Command, String> {
    let mut options = EndorseOptions::default();
    while let Some(arg) = parser.next().map_err(text)? {
        match arg {
            Short('h') | Long("help") => return Ok(Command::Help),
            Long("book") => options.book = Some(path(parser)?),
            Long("today") => options.today = Some(day(parser)?),
            Long("notice") => options.notice = true,
            Long("contact") => options.contact = Some(string(parser)?),
            Long("employer") => options.employer = Some(string(parser)?),
            Long("opened") => options.opened = Some(day(parser)?),
            Long("days") => options.days = u32::try_from(number(parser)?).unwrap_or_default(),
            Long("place") => options.place = Some(string(parser)?),
            Long("objection") => options.objections.push(objection(&string(parser)?)?),
            Long("yes") => options.yes.extend(listed(parser)?),
            Long("no") => options.no.extend(listed(parser)?),
            Long("recommend") => options.recommended = Some(true),
            Long("do-not-recommend") => options.recommended = Some(false),
            Long("signatory") => options.signatory = Some(string(parser)?),
            Long("date") => options.date = Some(day(parser)?),
            Short('o') | Long("out") => options.out = Some(path(parser)?),
            Value(value) => options.inputs.push(value.into()),
            other => return Err(text(other.unexpected())),
        }
    }
    some(&options.inputs)?;
    if !options.notice && options.inputs.len() != 1 {
        return Err(wording::desk::ONE_APPLICATION.to_owned());
    }
    let lacks = lacks(&options);
    if !lacks.is_empty() {
        return Err(wording::desk::endorse_lacks(&lacks));
    }
    Ok(Command::Endorse(Box::new(options)))
}

fn lacks(options: &EndorseOptions) -> Vec<&'static str> {
    let both = [
        (options.opened.is_none(), "--opened"),
        (options.place.is_none(), "--place"),
    ];
    let notice = [(options.contact.is_none(), "--contact")];
    let opinion = [
        (options.yes.is_empty() && options.no.is_empty(), "--yes"),
        (options.recommended.is_none(), "--recommend"),
        (options.signatory.is_none(), "--signatory"),
        (options.date.is_none(), "--date"),
        (options.out.is_none(), "-o"),
    ];
    let own = if options.notice {
        &notice[..]
    } else {
        &opinion[..]
    };
    let all = both.iter().chain(own).filter(|(lacks, _)| *lacks);
    all.map(|(_, option)| *option).collect()
}

/// Ids with commas between them.
fn listed(parser: &mut Parser) -> Result<Vec<String>, String> {
    let text = string(parser)?;
    let ids = text
        .split([',', '，'])
        .map(str::trim)
        .filter(|id| !id.is_empty());
    Ok(ids.map(str::to_owned).collect())
}

/// `DAY|what it said|what came of it`.
fn objection(text: &str) -> Result<Objection, String> {
    let bad = || wording::desk::bad_objection(text);
    let mut parts = text.splitn(3, '|').map(str::trim);
    let mut part = || parts.next().filter(|part| !part.is_empty()).ok_or_else(bad);
    let date = dossier::parse_day(part()?).ok_or_else(bad)?;
    Ok(Objection {
        date,
        text: part()?.to_owned(),
        result: part()?.to_owned(),
    })
}
