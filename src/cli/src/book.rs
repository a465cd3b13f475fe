//! `zhicheng book`: checking, building and testing rule books.

use std::fs;
use std::path::{Path, PathBuf};

use crate::args::BookCommand;
use crate::books;
use crate::exit::Exit;

/// Runs a command on books.
pub(crate) fn run(command: &BookCommand) -> Exit {
    match command {
        BookCommand::Check {
            books,
            counterexamples,
        } => crate::check::run(books, counterexamples.as_deref()),
        BookCommand::Test(paths) => each(paths, crate::cases::test),
        BookCommand::Diff(options) => crate::diff::run(options),
        BookCommand::Build { book, out } => build(book, out.as_deref()),
    }
}

fn each(paths: &[PathBuf], work: impl Fn(&Path) -> Exit) -> Exit {
    let exits = paths.iter().map(|path| work(path));
    exits.fold(Exit::Fine, Exit::and)
}

fn build(path: &Path, out: Option<&Path>) -> Exit {
    let book = match books::read(path) {
        Ok(book) => book,
        Err(message) => return wrong(path, &message),
    };
    let text = match books::compiled(&book) {
        Ok(text) => text,
        Err(message) => return wrong(path, &message),
    };
    let Some(out) = out else {
        return crate::input::print(&text);
    };
    if let Err(error) = fs::write(out, &text) {
        eprintln!("{}", wording::command::cannot_write(&error.to_string()));
        return Exit::Failed;
    }
    let digest = rulebook::digest(text.as_bytes());
    println!(
        "{}",
        wording::command::book_is_built(&out.to_string_lossy(), &digest)
    );
    Exit::Fine
}

pub(crate) fn wrong(path: &Path, message: &str) -> Exit {
    eprintln!("{}", wording::command::at(&path.to_string_lossy(), message));
    Exit::Wrong
}
