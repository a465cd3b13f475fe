//! From paths to things to be done, one after another.

use std::fs::{self, File};
use std::io::BufReader;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use package::container::{Blocking, wait};
use package::name::UNICODE;
use roster::{Head, Mapping, Reading, Roster, read_xlsx};
use rulebook::Book;
use same_file::Handle;
use screening::{Origin, Refused, Severity, Told};

use crate::input::{self, InputError};
use crate::rows;
use crate::verify::FileSource;

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
    /// A row of a roster in CSV.
    Row {
        of: Arc<Csv>,
        line: u32,
        bytes: Result<Vec<u8>, InputError>,
    },
    /// A candidate of a workbook.
    Candidate {
        /// The file and the row.
        name: String,
        row: Box<roster::Row>,
    },
    /// What is wrong with an input as a whole.
    Refused(Refused),
}

/// A roster in CSV whose header was read.
pub(super) struct Csv {
    pub(super) name: String,
    pub(super) head: Head,
    pub(super) context: Context,
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

    fn reading(&self) -> Reading<'_> {
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
        Some("xlsx") => workbook(&path, &name, context),
        Some("jsonl") => lines(&path, name.clone()),
        _ => return Box::new(std::iter::once(Task::File(path))),
    };
    tasks.unwrap_or_else(|message| {
        let told = Told {
            code: "unreadable".to_owned(),
            severity: Severity::Error,
            place: String::new(),
            message,
        };
        let refused = Refused::new(name, Origin::Roster, vec![told]);
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
    let of = Arc::new(Csv {
        name,
        head,
        context,
    });
    let rows = rows::rows(stream).skip(1);
    let rows = rows.map(move |(line, bytes)| Task::Row {
        of: Arc::clone(&of),
        line,
        bytes,
    });
    Ok(Box::new(wrong.map(Task::Refused).into_iter().chain(rows)))
}

fn workbook(path: &Path, name: &str, context: &Context) -> Result<Tasks, String> {
    let source = FileSource::open(path).map_err(|error| InputError::Io(error).text())?;
    let mut source = Blocking(source);
    let roster = wait(read_xlsx(&mut source, &context.reading()));
    let roster: Roster = roster.map_err(|error| InputError::Io(error).text())?;
    let (rows, rest) = roster.by_row();
    let wrong = (!rest.is_empty()).then(|| wording::desk::refused_roster(name, &rest));
    let name = name.to_owned();
    let rows = rows.into_iter().map(move |row| {
        let name = wording::desk::row_of(&name, row.number.into());
        let row = Box::new(row);
        Task::Candidate { name, row }
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
