//! One case, and the reading of all.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use dossier::Dossier;

use super::columns::Columns;
use super::row::RowReader;
use super::table::{TableRow, read_table};
use super::{CaseError, CaseErrorKind};
use crate::Book;

/// The dossier that a case changes when its table names none.
pub(super) const DEFAULT_BASE: &str = "base";

/// What one case says: this dossier, looked at in this season, has this outcome.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// The table.
    pub file: String,
    /// The line on which the row begins, from 1.
    pub line: usize,
    /// What is decided.
    pub subject: Subject,
    /// The level; none for what does not depend on it (score rows, blocks, the total).
    pub level: Option<String>,
    /// The outcome.
    pub expect: Expect,
    /// What the case shows, in the keeper's words.
    pub text: String,
    /// The season's year.
    pub season: i32,
    /// The season's cut-off day, when it is not the book's usual one.
    pub cut_off: Option<NaiveDate>,
    /// The dossier.
    pub dossier: Dossier,
}

/// What a case is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// A clause, in its form for the level.
    Clause(String),
    /// A route with all gates.
    Route(String),
    /// What a route requires beside the gates.
    BesideGates(String),
    /// The level as a whole.
    Level,
    /// A score row.
    Row(String),
    /// A score block.
    Block(String),
    /// The score.
    Total,
}

/// The outcome that a case expects. Points are hundredths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expect {
    /// Met.
    Met,
    /// Not met.
    NotMet,
    /// Open.
    Open,
    /// Exactly so many points.
    Points(i64),
    /// Between these two, both of which missing answers can still give.
    Between(i64, i64),
}

/// A file of the folder `cases`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CaseFile<'a> {
    /// Its name, with `.csv` or `.json`; others are left alone.
    pub name: &'a str,
    /// Its bytes.
    pub bytes: &'a [u8],
}

impl<'a> CaseFile<'a> {
    /// The name without its ending, if it has this ending.
    fn stem(&self, ending: &str) -> Option<&'a str> {
        let (stem, found) = self.name.rsplit_once('.')?;
        found.eq_ignore_ascii_case(ending).then_some(stem)
    }
}

/// Reads all tables of a folder. A row without a year is about `season`.
///
/// # Errors
/// Everything that is wrong with any row, in the order of files and lines.
pub fn read_cases(
    files: &[CaseFile<'_>],
    book: &Book,
    season: i32,
) -> Result<Vec<Case>, Vec<CaseError>> {
    let mut cases = Vec::new();
    let mut errors = Vec::new();
    let bases = read_bases(files, &mut errors);
    for file in files.iter().filter(|file| file.stem("csv").is_some()) {
        let reader = RowReader {
            book,
            bases: &bases,
            season,
        };
        read_file(*file, &reader, &mut cases, &mut errors);
    }
    if errors.is_empty() {
        Ok(cases)
    } else {
        Err(errors)
    }
}

/// The dossiers by name without ending.
fn read_bases(files: &[CaseFile<'_>], errors: &mut Vec<CaseError>) -> BTreeMap<String, Dossier> {
    let mut bases = BTreeMap::new();
    for file in files {
        let Some(name) = file.stem("json") else {
            continue;
        };
        match Dossier::read(file.bytes) {
            Ok(dossier) => {
                bases.insert(name.to_owned(), dossier);
            }
            Err(error) => errors.push(CaseError {
                file: file.name.to_owned(),
                line: 0,
                kind: CaseErrorKind::BaseUnreadable(error),
            }),
        }
    }
    bases
}

fn read_file(
    file: CaseFile<'_>,
    reader: &RowReader<'_>,
    cases: &mut Vec<Case>,
    errors: &mut Vec<CaseError>,
) {
    let mut fail = |line, kind| {
        errors.push(CaseError {
            file: file.name.to_owned(),
            line,
            kind,
        });
    };
    let rows = match read_rows(file.bytes) {
        Ok(rows) => rows,
        Err((line, kind)) => return fail(line, kind),
    };
    let Some((header, rows)) = rows.split_first() else {
        return fail(0, CaseErrorKind::Empty);
    };
    let columns = match Columns::read(&header.cells) {
        Ok(columns) => columns,
        Err(kind) => return fail(header.line, kind),
    };
    for row in rows.iter().filter(|row| !row.is_heading()) {
        match reader.read(file.name, &columns, row) {
            Ok(case) => cases.push(case),
            Err(kind) => fail(row.line, kind),
        }
    }
}

fn read_rows(bytes: &[u8]) -> Result<Vec<TableRow>, (usize, CaseErrorKind)> {
    let text = std::str::from_utf8(bytes).map_err(|_| (0, CaseErrorKind::NotUtf8))?;
    read_table(text)
}
