//! From paths to things to be done, one after another.

use std::fs::{self, File};
use std::io::BufReader;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use package::name::UNICODE;
use roster::{Entered, Head, Layout, Mapping, RawRow, Reading};
use rulebook::Book;
use same_file::Handle;
use screening::{Origin, Refused};

use super::workbook;
use crate::input::{self, InputError};
use crate::rows;

/// The endings that are looked at in a folder.
const ENDINGS: [&str; 5] = ["csv", "json", "jsonl", "xlsx", "zip"];

/// One thing to be done.
pub(super) enum Task {
    /// A package or draft in a file.
    File(PathBuf),
    /// A dossier in a line.
    Line {
        /// The file and the line.
        name: String,
        bytes: Result<Vec<u8>, InputError>,
    },
    /// A row of a roster.
    Row { of: Arc<Table>, row: Unread },
    /// What is wrong with an input as a whole.
    Refused(Refused),
}

/// A roster.
pub(super) struct Table {
    pub(super) name: String,
    pub(super) context: Context,
}

/// A row of a roster, as it stands.
pub(super) enum Unread {
    /// In CSV.
    Line {
        head: Arc<Head>,
        line: u32,
        bytes: Result<Vec<u8>, InputError>,
    },
    /// In a workbook.
    Person {
        layout: Arc<Layout>,
        person: RawRow,
        /// None where they are too long.
        records: Option<Vec<RawRow>>,
    },
}

impl Unread {
    /// The row, from 1.
    pub(super) fn number(&self) -> u32 {
        match self {
            Self::Line { line, .. } => *line,
            Self::Person { person, .. } => person.number(),
        }
    }

    /// What stands in the row.
    pub(super) fn entered(&self, context: &Context) -> Result<Entered, String> {
        let Reading {
            book,
            mapping,
            decode,
            ..
        } = context.reading();
        match self {
            Self::Line { head, line, bytes } => {
                let bytes = bytes.as_ref().map_err(InputError::text)?;
                Ok(head.entered((*line, bytes), (book, mapping, decode)))
            }
            Self::Person {
                layout,
                person,
                records,
            } => Ok(match records {
                Some(records) => layout.entered(person, records, (book, mapping)),
                None => layout.too_long(person).into(),
            }),
        }
    }
}

/// What rosters are read by.
#[derive(Clone)]
pub(super) struct Context(Arc<(Book, Mapping)>);

impl Context {
    pub(super) fn new(book: Book, mapping: Mapping) -> Self {
        Self(Arc::new((book, mapping)))
    }

    pub(super) fn book(&self) -> &Book {
        &self.0.0
    }

    pub(super) fn mapping(&self) -> &Mapping {
        &self.0.1
    }

    pub(super) fn reading(&self) -> Reading<'_> {
        Reading {
            book: self.book(),
            mapping: self.mapping(),
            decode: input::gb18030,
            unicode: UNICODE,
        }
    }
}

/// Everything to be done, in the order of the paths; the files of a folder by their names, but for `out`, the file that the
/// lines go to: reading it would never end.
pub(super) fn tasks(
    paths: Vec<PathBuf>,
    out: Option<Handle>,
    context: Context,
) -> impl Iterator<Item = Task> + Send {
    let files = paths.into_iter().flat_map(move |path| {
        if path.is_dir() {
            below(&path, out.as_ref())
        } else {
            vec![path]
        }
    });
    files.flat_map(move |path| of_file(path, &context))
}

type Tasks = Box<dyn Iterator<Item = Task> + Send>;

fn of_file(path: PathBuf, context: &Context) -> Tasks {
    let ending = path.extension().unwrap_or_default().to_ascii_lowercase();
    let name = path.to_string_lossy().into_owned();
    let tasks = match ending.to_str() {
        Some("csv") => csv(&path, name.clone(), context),
        Some("xlsx") => {
            let tasks = workbook::tasks(&path, &name, context);
            let tasks = tasks.map_err(|error| InputError::Io(error).text());
            tasks.map(|tasks| Box::new(tasks) as Tasks)
        }
        Some("jsonl") => lines(&path, name.clone()),
        _ => return Box::new(std::iter::once(Task::File(path))),
    };
    tasks.unwrap_or_else(|message| {
        let refused = Refused::unreadable(name, Origin::Roster, message);
        Box::new(std::iter::once(Task::Refused(refused)))
    })
}

fn lines(path: &Path, name: String) -> Result<Tasks, String> {
    let file = File::open(path).map_err(|error| InputError::Io(error).text())?;
    let lines = rows::json_lines(BufReader::new(file));
    Ok(Box::new(lines.map(move |(line, bytes)| {
        let name = wording::desk::row_of(&name, line);
        Task::Line { name, bytes }
    })))
}

fn csv(path: &Path, name: String, context: &Context) -> Result<Tasks, String> {
    let (head, stream) = rows::head(path, &context.reading())?;
    let wrong =
        (!head.problems.is_empty()).then(|| wording::desk::refused_roster(&name, &head.problems));
    let context = context.clone();
    let head = Arc::new(head);
    let of = Arc::new(Table { name, context });
    let rows = rows::rows(stream).skip(1);
    let rows = rows.map(move |(line, bytes)| Task::Row {
        of: Arc::clone(&of),
        row: Unread::Line {
            head: Arc::clone(&head),
            line,
            bytes,
        },
    });
    Ok(Box::new(wrong.map(Task::Refused).into_iter().chain(rows)))
}

/// The files below a folder that are of a kind that is screened, by their names.
fn below(folder: &Path, out: Option<&Handle>) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    paths.sort();
    for path in paths {
        // A link may lead around in a circle.
        let is_folder = fs::symlink_metadata(&path).is_ok_and(|meta| meta.is_dir());
        if is_folder {
            found.extend(below(&path, out));
        } else if path.extension().is_some_and(|ending| {
            let ending = ending.to_ascii_lowercase();
            ENDINGS.iter().any(|known| ending == *known)
        }) && !is(out, &path)
        {
            found.push(path);
        }
    }
    found
}

/// Whether a path leads to the file of a handle.
fn is(file: Option<&Handle>, path: &Path) -> bool {
    file.is_some_and(|file| Handle::from_path(path).is_ok_and(|own| own == *file))
}
