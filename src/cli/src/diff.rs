//! `zhicheng book diff`: what is other in a newer book, and for whom.

use std::fmt::Write as _;

use assess::{Change, ChangeSubject, Engine, changes};
use audit::{Difference, differences, samples};
use dossier::Dossier;
use json::{Json, Object};
use rulebook::SeasonDay;

use crate::args::DiffOptions;
use crate::book::wrong;
use crate::exit::Exit;
use crate::{books, cases, input};

/// Compares two books. That they differ is no error.
pub(crate) fn run(options: &DiffOptions) -> Exit {
    match compare(options) {
        Ok(text) => input::print(&text),
        Err(message) => wrong(&options.new, &message),
    }
}

/// A dossier that falls out otherwise.
struct Affected {
    name: String,
    changes: Vec<Change>,
}

fn compare(options: &DiffOptions) -> Result<String, String> {
    let old = books::engine_from(&options.old)?;
    let new = books::engine_from(&options.new)?;
    let found = differences(old.book(), new.book()).map_err(|error| error.to_string())?;
    let year = cases::year(new.book());
    let seasons = (
        cases::season_of(old.book(), year)?,
        cases::season_of(new.book(), year)?,
    );
    let dossiers = dossiers(options, (&old, &new), &seasons)?;
    let affected = dossiers.iter().filter_map(|(name, dossier)| {
        let before = old.assess(dossier, &seasons.0, seasons.0.cut_off);
        let after = new.assess(dossier, &seasons.1, seasons.1.cut_off);
        let changes = changes(&before.to_json(), &after);
        let name = name.clone();
        (!changes.is_empty()).then_some(Affected { name, changes })
    });
    let affected: Vec<Affected> = affected.collect();
    Ok(if options.json {
        format!(
            "{}\n",
            to_json(&found, &affected, dossiers.len()).canonical()
        )
    } else {
        to_text(&new, (&found, &affected), dossiers.len())
    })
}

/// The dossiers of the file, or ones made for both books.
fn dossiers(
    options: &DiffOptions,
    (old, new): (&Engine, &Engine),
    seasons: &(SeasonDay, SeasonDay),
) -> Result<Vec<(String, Dossier)>, String> {
    let Some(path) = &options.dossiers else {
        let mut made = samples(old, &seasons.0);
        made.extend(samples(new, &seasons.1));
        let numbered = (1_usize..).zip(made);
        return Ok(numbered
            .map(|(number, dossier)| (number.to_string(), dossier))
            .collect());
    };
    let bytes = input::file(path).map_err(|error| error.text())?;
    let lines = bytes.split(|byte| *byte == b'\n').zip(1_usize..);
    let lines = lines.filter(|(line, _)| !line.trim_ascii().is_empty());
    lines
        .map(|(line, number)| {
            let dossier = Dossier::read(line).map_err(|error| {
                let message = wording::fault::dossier_error(&error).whole();
                wording::command::at(&format!("{}:{number}", path.display()), &message)
            })?;
            Ok((number.to_string(), dossier))
        })
        .collect()
}

fn to_text(new: &Engine, found: (&[Difference], &[Affected]), dossiers: usize) -> String {
    let (differences, affected) = found;
    let mut out = String::new();
    for difference in differences {
        let _ = writeln!(out, "{}", wording::keeper::difference(difference));
    }
    for one in affected {
        let _ = writeln!(out, "#{}", one.name);
        for change in &one.changes {
            let _ = writeln!(out, "  {}", wording::change(new.book(), change));
        }
    }
    let (count, changed) = (differences.len(), affected.len());
    let _ = writeln!(
        out,
        "{}",
        wording::keeper::differing(count, changed, dossiers)
    );
    out
}

fn to_json(differences: &[Difference], affected: &[Affected], dossiers: usize) -> Json {
    let mut object = Object::new();
    object.insert("format", Json::from("zhicheng-book-diff/1"));
    let entries = differences.iter().map(|difference| {
        let mut entry = Object::new();
        entry.insert("place", Json::from(difference.place.as_str()));
        entry.insert("path", Json::from(difference.path.to_string()));
        for (key, value) in [("old", &difference.old), ("new", &difference.new)] {
            if let Some(value) = value {
                entry.insert(key, value.clone());
            }
        }
        Json::Object(entry)
    });
    object.insert("entries", Json::Array(entries.collect()));
    let count = i64::try_from(dossiers)
        .ok()
        .and_then(json::Decimal::from_int);
    object.insert("dossiers", count.map_or(Json::Null, Json::Number));
    let changed = affected.iter().map(|one| {
        let mut entry = Object::new();
        entry.insert("dossier", Json::from(one.name.as_str()));
        let changes = one.changes.iter().map(change_json);
        entry.insert("changes", Json::Array(changes.collect()));
        Json::Object(entry)
    });
    object.insert("changed", Json::Array(changed.collect()));
    Json::Object(object)
}

/// A change by the ids of the book.
pub(crate) fn change_json(change: &Change) -> Json {
    let mut entry = Object::new();
    entry.insert("level", Json::from(change.level.as_str()));
    match &change.subject {
        ChangeSubject::Level => {}
        ChangeSubject::Route(id) => {
            entry.insert("route", Json::from(id.as_str()));
        }
        ChangeSubject::Clause(id) => {
            entry.insert("clause", Json::from(id.as_str()));
        }
    }
    for (key, verdict) in [("old", change.old), ("new", change.new)] {
        let verdict = verdict.map_or(Json::Null, |verdict| Json::from(verdict.id()));
        entry.insert(key, verdict);
    }
    let clauses = change.clauses.iter().map(|id| Json::from(id.as_str()));
    entry.insert("clauses", Json::Array(clauses.collect()));
    Json::Object(entry)
}
