//! `zhicheng schema`: the published JSON Schemas, and the `BagIt` profile of packages.

mod dossier;

use crate::args::SchemaOptions;
use crate::exit::Exit;
use crate::{books, input};

const ASSESSMENT: &str = include_str!("../schemas/assessment.schema.json");
const PROFILE: &str = include_str!("../schemas/package.bagit-profile.json");
const PLEDGE: &str = include_str!("../schemas/pledge.schema.json");
const NAMES: [&str; 5] = ["dossier", "book", "assessment", "pledge", "profile"];

/// Prints a schema, or the names of all.
///
/// That of a dossier is made from a book: the one asked for, or the first that is shipped.
pub(crate) fn run(options: &SchemaOptions) -> Exit {
    match options.name.as_deref() {
        None => print(&NAMES.map(|name| format!("{name}\n")).concat()),
        Some("assessment") => print(ASSESSMENT),
        Some("pledge") => print(PLEDGE),
        Some("profile") => print(PROFILE),
        Some("book") => print(&rulebook::book_schema().pretty()),
        Some("dossier") => match book(options) {
            Ok(book) => print(&dossier::schema(&book).pretty()),
            Err(message) => {
                eprintln!("{message}");
                Exit::Wrong
            }
        },
        Some(other) => {
            eprintln!("{}", wording::command::unknown_schema(other, &NAMES));
            Exit::Usage
        }
    }
}

fn book(options: &SchemaOptions) -> Result<rulebook::Book, String> {
    if let Some(path) = &options.book {
        return books::read(path);
    }
    let shipped = shipped::books().first();
    let shipped = shipped.ok_or_else(|| wording::command::unknown_book("", &[]))?;
    let book = shipped.read();
    book.ok_or_else(|| wording::command::unknown_book(shipped.id, &[]))
}

fn print(text: &str) -> Exit {
    input::print(text)
}
