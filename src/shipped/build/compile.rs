//! From TOML files to Rust sources that hold canonical JSON.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::Path;

use rulebook::author::{read_calendar_file, read_folder, read_season_file};
use rulebook::{BookErrors, compile_book, compile_calendar, compile_season, digest, trusted};

use crate::files::{book_folders, toml_files};

/// Everything that is shipped, compiled.
pub(crate) struct Shipment {
    /// Id and JSON of each book.
    books: Vec<(String, String)>,
    /// Id and JSON of each book that only the native command holds.
    native: Vec<(String, String)>,
    /// Book, year and JSON of each season.
    seasons: Vec<(String, i32, String)>,
    /// Year and JSON of each calendar.
    calendars: Vec<(i32, String)>,
}

impl Shipment {
    /// Compiles what is in the folder of books.
    pub(crate) fn compile(folder: &Path) -> Result<Self, String> {
        let shipment = Self {
            books: books(folder)?,
            native: books(&folder.join("native"))?,
            seasons: seasons(&folder.join("seasons"))?,
            calendars: calendars(&folder.join("calendars"))?,
        };
        shipment.agree()?;
        Ok(shipment)
    }

    /// Each id once, and no season without its book.
    fn agree(&self) -> Result<(), String> {
        let mut books = BTreeSet::new();
        for (id, _) in self.books.iter().chain(&self.native) {
            once(books.insert(id.as_str()), &format!("the book `{id}`"))?;
        }
        let mut seasons = BTreeSet::new();
        for (book, year, _) in &self.seasons {
            if !books.contains(book.as_str()) {
                return Err(format!(
                    "the season {year} is of `{book}`, which is no shipped book"
                ));
            }
            once(
                seasons.insert((book, year)),
                &format!("the season {year} of `{book}`"),
            )?;
        }
        let mut years = BTreeSet::new();
        for (year, _) in &self.calendars {
            once(years.insert(year), &format!("the calendar of {year}"))?;
        }
        Ok(())
    }

    /// A slice of `ShippedBook`.
    pub(crate) fn books_source(&self) -> String {
        source(&self.books)
    }

    /// A slice of `ShippedBook`.
    pub(crate) fn native_source(&self) -> String {
        source(&self.native)
    }

    /// A slice of JSON texts.
    pub(crate) fn seasons_source(&self) -> String {
        texts(self.seasons.iter().map(|(_, _, json)| json))
    }

    /// A slice of JSON texts.
    pub(crate) fn calendars_source(&self) -> String {
        texts(self.calendars.iter().map(|(_, json)| json))
    }
}

fn source(books: &[(String, String)]) -> String {
    let mut source = String::from("&[\n");
    for (id, json) in books {
        let digest = digest(json.as_bytes());
        let fields = format!("id: {id:?}, json: {json:?}, digest: {digest:?}");
        // Writing to a string cannot fail.
        let _ = writeln!(source, "    ShippedBook {{ {fields} }},");
    }
    source + "]\n"
}

fn texts<'a>(jsons: impl Iterator<Item = &'a String>) -> String {
    let mut source = String::from("&[\n");
    for json in jsons {
        let _ = writeln!(source, "    {json:?},");
    }
    source + "]\n"
}

fn once(first: bool, what: &str) -> Result<(), String> {
    if first {
        Ok(())
    } else {
        Err(format!("{what} is shipped twice"))
    }
}

fn books(folder: &Path) -> Result<Vec<(String, String)>, String> {
    let mut books = Vec::new();
    for folder in book_folders(folder)? {
        let authored =
            read_folder(&toml_files(&folder)?).map_err(|errors| in_folder(&folder, &errors))?;
        let json = compile_book(&authored.book).map_err(|error| error.to_string())?;
        same(trusted::book(&json).as_ref() == Some(&authored.book), &json)?;
        books.push((authored.book.id, json));
    }
    Ok(books)
}

fn seasons(folder: &Path) -> Result<Vec<(String, i32, String)>, String> {
    let mut seasons = Vec::new();
    for (name, text) in toml_files(folder)? {
        let season = read_season_file(&name, &text).map_err(|errors| in_folder(folder, &errors))?;
        let json = compile_season(&season).map_err(|error| error.to_string())?;
        same(trusted::season(&json).as_ref() == Some(&season), &json)?;
        seasons.push((season.book, season.year, json));
    }
    seasons.sort();
    Ok(seasons)
}

fn calendars(folder: &Path) -> Result<Vec<(i32, String)>, String> {
    let mut calendars = Vec::new();
    for (name, text) in toml_files(folder)? {
        let calendar =
            read_calendar_file(&name, &text).map_err(|errors| in_folder(folder, &errors))?;
        let json = compile_calendar(&calendar).map_err(|error| error.to_string())?;
        same(trusted::calendar(&json).as_ref() == Some(&calendar), &json)?;
        calendars.push((calendar.year, json));
    }
    calendars.sort();
    Ok(calendars)
}

/// INVARIANT: what is embedded is read again as what it was compiled from.
fn same(same: bool, json: &str) -> Result<(), String> {
    let start: String = json.chars().take(80).collect();
    let error = || format!("`rulebook::trusted` does not read again what was compiled: {start}…");
    same.then_some(()).ok_or_else(error)
}

/// The errors, each with the folder before the file.
fn in_folder(folder: &Path, errors: &BookErrors) -> String {
    let folder = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    let lines = errors
        .iter()
        .map(|error| format!("{}/{error}", folder.display()));
    lines.collect::<Vec<_>>().join("\n")
}
