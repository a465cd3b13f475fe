//! Results of several runs, put together as if one had done it all.

use std::fs::File;
use std::io::{self, BufReader};
use std::path::PathBuf;

use json::Json;
use screening::{Duplicate, Origin, Refused, Screened};

use super::line::Form;
use super::out::Writer;
use super::work::Outcome;
use crate::input::InputError;
use crate::rows::json_lines;

/// Reads the parts in their order. What a part said of duplicates is left out: it knew of its own candidates alone.
pub(super) fn read(parts: &[PathBuf], form: Form, results: &mut impl Writer) -> io::Result<()> {
    for path in parts {
        let name = path.to_string_lossy();
        match File::open(path) {
            Err(error) => results.take(unread(&name, InputError::Io(error).text()), "")?,
            Ok(file) => {
                let mut text = String::new();
                for (number, line) in json_lines(BufReader::new(file)) {
                    text.clear();
                    let outcome = match line {
                        Ok(line) => outcome(&line, form, &mut text),
                        Err(error) => Some(unread(&name, error.text())),
                    };
                    let fault = || unread(&name, wording::desk::merge_fault(number));
                    results.take(outcome.unwrap_or_else(fault), &text)?;
                }
            }
        }
    }
    Ok(())
}

/// What a line says; none when it is none of ours.
fn outcome(line: &[u8], form: Form, text: &mut String) -> Option<Outcome> {
    let json = Json::parse(line).ok()?;
    match json.get("format")?.as_str()? {
        Screened::FORMAT => {
            let screened = Screened::from_json(&json)?;
            Some(Outcome::Screened(form.line(&screened, text)))
        }
        Refused::FORMAT => Some(Outcome::Refused(Refused::from_json(&json)?)),
        Duplicate::FORMAT => Some(Outcome::Nothing),
        _ => None,
    }
}

fn unread(name: &str, message: String) -> Outcome {
    Outcome::Refused(Refused::unreadable(name, Origin::Draft, message))
}
