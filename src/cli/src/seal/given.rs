//! The pledge as it was given at the command line.

use std::path::Path;

use dossier::Pledge;
use json::{Json, Object};
use rulebook::StatementBy;

use crate::args::PledgeOptions;
use crate::handed::Handed;
use crate::input;

/// The pledge of the options; whether it holds is looked at later.
pub(super) fn pledge(options: &PledgeOptions, handed: &Handed) -> Result<Pledge, String> {
    match options {
        PledgeOptions::File(path) => read(&json(path)?, path),
        PledgeOptions::Parts {
            name,
            date,
            statements,
            signature,
        } => {
            let mut object = Object::new();
            object.insert("format", Json::from(Pledge::FORMAT));
            object.insert("subject", Json::from(handed.submission().subject().hex()));
            let statements = in_order(statements, handed)?;
            let statements = statements.into_iter().map(Json::from);
            object.insert("statements", Json::Array(statements.collect()));
            object.insert("name", Json::from(name.as_str()));
            object.insert("date", Json::from(date.to_string()));
            let place = signature.as_deref().unwrap_or_else(|| Path::new(""));
            if let Some(path) = signature {
                object.insert("signature", json(path)?);
            }
            read(&Json::Object(object), place)
        }
    }
}

/// The statements in the order of the book; one that it does not have is named.
fn in_order<'a>(confirmed: &[String], handed: &'a Handed) -> Result<Vec<&'a str>, String> {
    let statements = handed.engine.book().statement.iter();
    let own = statements.filter(|statement| statement.by == StatementBy::Applicant);
    let own: Vec<&str> = own.map(|statement| statement.id.as_str()).collect();
    if let Some(unknown) = confirmed.iter().find(|id| !own.contains(&id.as_str())) {
        return Err(wording::cli::unknown_statement(unknown, &own));
    }
    let mut own = own;
    own.retain(|id| confirmed.iter().any(|confirmed| confirmed == id));
    Ok(own)
}

fn json(path: &Path) -> Result<Json, String> {
    let bytes = input::file(path).map_err(|error| error.text());
    let json = bytes.and_then(|bytes| {
        let json = Json::parse(&bytes);
        json.map_err(|error| wording::fault::json_error(&error).whole())
    });
    json.map_err(|said| wording::command::at(&path.to_string_lossy(), &said))
}

fn read(json: &Json, place: &Path) -> Result<Pledge, String> {
    Pledge::from_json(json).map_err(|error| {
        let said = wording::fault::pledge_error(&error).whole();
        wording::command::at(&place.to_string_lossy(), &said)
    })
}
