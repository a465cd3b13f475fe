//! The books at hand: the shipped ones, or one from a file.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::rc::Rc;

use assess::Engine;
use rulebook::author::{Authored, read_folder};
use rulebook::{Book, BookErrors, Compiled, Season, SeasonDay, compile_book, resolve_season};
use shipped::ShippedBook;

use crate::input;

/// Engines by book, made when first asked for.
pub(crate) struct Books {
    given: Option<Rc<Engine>>,
    made: BTreeMap<String, Rc<Engine>>,
    seasons: Vec<Season>,
}

impl Books {
    /// The shipped books, or the one in a file or folder in their place.
    pub(crate) fn new(given: Option<&Path>) -> Result<Self, String> {
        let given = given.map(engine_from).transpose()?.map(Rc::new);
        let seasons = shipped::seasons();
        Ok(Self {
            given,
            made: BTreeMap::new(),
            seasons,
        })
    }

    /// The engine for a book.
    pub(crate) fn engine(&mut self, id: &str) -> Result<Rc<Engine>, String> {
        if let Some(engine) = &self.given {
            return Ok(Rc::clone(engine));
        }
        if let Some(engine) = self.made.get(id) {
            return Ok(Rc::clone(engine));
        }
        let book = held().find(|book| book.id == id);
        let book = book.ok_or_else(|| {
            let known: Vec<&str> = held().map(|book| book.id).collect();
            wording::command::unknown_book(id, &known)
        })?;
        let engine = Rc::new(shipped_engine(book)?);
        self.made.insert(id.to_owned(), Rc::clone(&engine));
        Ok(engine)
    }

    /// The season of a year: the one asked for, the dossier's, or this year's.
    pub(crate) fn season(&self, book: &Book, year: i32) -> Result<SeasonDay, String> {
        let season = resolve_season(book, &self.seasons, year);
        season.ok_or_else(|| wording::command::no_such_season(year))
    }
}

/// The shipped books, those of the application first.
pub(crate) fn held() -> impl Iterator<Item = &'static ShippedBook> {
    shipped::books().iter().chain(shipped::native_books())
}

/// The id of the book that a roster is under when none is given.
pub(crate) fn first() -> &'static str {
    held().next().map_or("", |book| book.id)
}

/// The engine of a shipped book.
pub(crate) fn shipped_engine(shipped: &ShippedBook) -> Result<Engine, String> {
    let book = shipped.read();
    let book = book.ok_or_else(|| wording::command::unknown_book(shipped.id, &[]))?;
    Engine::new(book, shipped.compiled()).map_err(|error| error.to_string())
}

/// The engine of a book in a file or folder.
pub(crate) fn engine_from(path: &Path) -> Result<Engine, String> {
    engine(read(path)?)
}

/// The engine of a book.
pub(crate) fn engine(book: Book) -> Result<Engine, String> {
    let compiled = Compiled::of(&book).map_err(|error| error.to_string())?;
    Engine::new(book, compiled).map_err(|error| error.to_string())
}

/// A book from a folder of TOML files, or from a compiled file.
pub(crate) fn read(path: &Path) -> Result<Book, String> {
    if path.is_dir() {
        return Ok(read_authored(path)?.book);
    }
    let bytes = input::file(path).map_err(|error| error.text())?;
    rulebook::read_book(&bytes).map_err(|errors| told(&errors))
}

/// A book from a folder of TOML files, subfolders included, in the order of their names.
pub(crate) fn read_authored(folder: &Path) -> Result<Authored, String> {
    let mut files = Vec::new();
    collect(folder, folder, &mut files)?;
    files.sort();
    read_folder(&files).map_err(|errors| told(&errors))
}

fn collect(root: &Path, folder: &Path, files: &mut Vec<(String, String)>) -> Result<(), String> {
    let cannot = |error: std::io::Error| wording::command::cannot_read(&error.to_string());
    for entry in fs::read_dir(folder).map_err(cannot)? {
        let path = entry.map_err(cannot)?.path();
        if path.is_dir() {
            collect(root, &path, files)?;
        } else if path.extension().is_some_and(|ending| ending == "toml") {
            let bytes = input::file(&path).map_err(|error| error.text())?;
            let name = path.strip_prefix(root).unwrap_or(&path);
            let name = name.to_string_lossy().replace('\\', "/");
            let text = String::from_utf8(bytes);
            let text = text.map_err(|_| wording::command::not_utf8(&name))?;
            files.push((name, text));
        }
    }
    Ok(())
}

/// Everything that is wrong with a book, an error a line.
pub(crate) fn told(errors: &BookErrors) -> String {
    let lines = errors.iter().map(|error| {
        let place = wording::fault::book_place(error);
        wording::command::at(&place, &wording::fault::book_error(error).whole())
    });
    let lines: Vec<String> = lines.collect();
    lines.join("\n")
}

/// The canonical text of a book.
pub(crate) fn compiled(book: &Book) -> Result<String, String> {
    compile_book(book).map_err(|error| error.to_string())
}
