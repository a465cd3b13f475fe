//! `zhicheng book check`: every entry by itself, then the book as a whole.

use std::fs;
use std::path::{Path, PathBuf};

use assess::Engine;
use audit::{Complaint, audit, overlap};
use rulebook::cases::gaps;
use rulebook::{Book, Place};

use crate::book::wrong;
use crate::exit::Exit;
use crate::{books, cases};

/// A book under check, and where its parts stand.
struct Checked {
    path: PathBuf,
    engine: Engine,
    places: Option<rulebook::author::Places>,
}

/// Checks books; what is wrong is named and the others are still checked.
pub(crate) fn run(paths: &[PathBuf], counterexamples: Option<&Path>) -> Exit {
    let mut exit = Exit::Fine;
    let mut checked: Vec<Checked> = Vec::new();
    for path in paths {
        let found = read(path).and_then(|book| {
            let own = whole(&book, counterexamples)?;
            exit = exit.and(own);
            Ok(book)
        });
        match found {
            Ok(book) => checked.push(book),
            Err(message) => exit = exit.and(wrong(path, &message)),
        }
    }
    exit.and(overlaps(&checked))
}

fn read(path: &Path) -> Result<Checked, String> {
    let (book, places) = if path.is_dir() {
        let authored = books::read_authored(path)?;
        (authored.book, Some(authored.places))
    } else {
        (books::read(path)?, None)
    };
    Ok(Checked {
        path: path.to_owned(),
        engine: books::engine(book)?,
        places,
    })
}

/// The book as a whole, and the cases beside it.
fn whole(checked: &Checked, counterexamples: Option<&Path>) -> Result<Exit, String> {
    let book = checked.engine.book();
    let season = cases::season_of(book, cases::year(book))?;
    let complaints = audit(&checked.engine, &season).map_err(|error| error.to_string())?;
    let (faults, open): (Vec<_>, Vec<_>) = complaints.into_iter().partition(Complaint::is_fault);
    let missing = lacking(checked)?;
    let mut exit = Exit::Fine;
    for (number, complaint) in faults.iter().enumerate() {
        exit = exit.and(tell(checked, complaint));
        exit = exit.and(write(counterexamples, (book, complaint), number)?);
    }
    for line in &missing {
        exit = exit.and(wrong(&checked.path, line));
    }
    for complaint in &open {
        // No fault: the exit code does not tell of it.
        let _ = tell(checked, complaint);
    }
    let count = faults.len().saturating_add(missing.len());
    if count == 0 {
        println!("{}", wording::command::book_is_sound(book));
    }
    println!("{}", wording::keeper::checked(count, open.len()));
    Ok(exit)
}

fn tell(checked: &Checked, complaint: &Complaint) -> Exit {
    let places = checked.places.as_ref();
    let place = places.map_or_else(Place::default, |places| places.find(&complaint.path));
    let book = checked.engine.book();
    let text = wording::keeper::complaint_at(book, complaint, &place);
    wrong(&checked.path, &text)
}

/// The clauses, routes and rows that no case beside the book speaks of.
fn lacking(checked: &Checked) -> Result<Vec<String>, String> {
    let folder = checked.path.join("cases");
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let book = checked.engine.book();
    let read = cases::read(&folder, book)?;
    let missing = gaps(book, &read);
    Ok(missing.iter().map(cases::gap).collect())
}

/// Writes the dossier that shows a fault.
fn write(
    folder: Option<&Path>,
    (book, complaint): (&Book, &Complaint),
    number: usize,
) -> Result<Exit, String> {
    let (Some(folder), Some(dossier)) = (folder, &complaint.dossier) else {
        return Ok(Exit::Fine);
    };
    let cannot = |error: std::io::Error| wording::command::cannot_write(&error.to_string());
    fs::create_dir_all(folder).map_err(cannot)?;
    let entry = rulebook::entry_at(book, &complaint.path).unwrap_or_default();
    let entry = entry.replace('/', "_");
    let number = number.saturating_add(1);
    let name = format!("{number:03}-{}-{entry}.json", complaint.kind.id());
    let path = folder.join(name);
    fs::write(&path, dossier.to_json().pretty()).map_err(cannot)?;
    let name = path.to_string_lossy();
    println!("{}", wording::keeper::counterexample(&name));
    Ok(Exit::Fine)
}

/// Books of one id that are in force on one day: among those given.
fn overlaps(checked: &[Checked]) -> Exit {
    let mut exit = Exit::Fine;
    for (place, first) in checked.iter().enumerate() {
        let book = first.engine.book();
        let name = first.path.to_string_lossy();
        for second in checked.iter().skip(place.saturating_add(1)) {
            let (other, other_name) = (second.engine.book(), second.path.to_string_lossy());
            if overlap(book, other) {
                let text = wording::keeper::overlapping((&name, book), (&other_name, other));
                eprintln!("{text}");
                exit = exit.and(Exit::Wrong);
            }
        }
    }
    exit
}
