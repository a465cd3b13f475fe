//! The headers of a roster, for a person to say where they lead.

use std::ops::ControlFlow;

use sheet::Row;
use sheet::xlsx::{Refusal, open};

use crate::columns::{Columns, Target};
use crate::csv;
use crate::problem::{Place, Problem, ProblemKind};
use crate::read::Reading;

/// The headers of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// The sheet; none in CSV.
    pub sheet: Option<String>,
    /// Whether it is one of records.
    pub records: bool,
    /// Each header with what it leads to; none when nothing is known.
    pub headers: Vec<(String, Option<Target>)>,
}

/// The headings of a roster, of CSV in memory or of a workbook.
///
/// # Errors
/// What keeps it from being read.
pub fn headings(candidates: &[u8], reading: &Reading<'_>) -> Result<Vec<Heading>, Box<Problem>> {
    let mut source = package::container::Blocking(candidates);
    if !candidates.starts_with(b"PK") {
        let header = candidates
            .split_inclusive(|byte| *byte == b'\n')
            .next()
            .unwrap_or(&[]);
        let beginning = candidates.get(..1 << 16).unwrap_or(candidates);
        let head = csv::Head::read(beginning, header, reading)?;
        return Ok(vec![heading(head.columns(), &head.problems, false)]);
    }
    let mut found = Vec::new();
    let done = package::container::wait(async {
        let shelf = Box::<Vec<u8>>::default();
        let mut workbook = open(&mut source, reading.unicode, shelf).await?;
        let all = workbook.sheets().to_vec();
        for sheet in all.into_iter().filter(|sheet| !sheet.hidden) {
            let mut taker = |row: Row| {
                let records = Columns::are_of_records(&row, reading.mapping);
                let context = (reading.book, reading.mapping, Some(sheet.name.as_str()));
                let (columns, problems) = Columns::read(&row, records, context);
                found.push(heading(&columns, &problems, records));
                ControlFlow::Break(())
            };
            match workbook.rows(&mut source, &sheet, &mut taker).await {
                Ok(()) | Err(Refusal::Cancelled) => {}
                Err(other) => return Err(other),
            }
        }
        Ok(())
    });
    match done {
        Err(Refusal::Fault { part, row, fault }) => Err(Box::new(Problem {
            place: Place {
                row,
                ..Place::default()
            },
            value: String::new(),
            kind: ProblemKind::Workbook { part, fault },
        })),
        _ => Ok(found),
    }
}

fn heading(columns: &Columns, problems: &[Problem], records: bool) -> Heading {
    let unknown = |column: usize| {
        problems
            .iter()
            .any(|problem| problem.place.column == Some(column))
    };
    let headers = columns.headers.iter().zip(&columns.targets).enumerate();
    let headers = headers.filter(|(_, (header, _))| !header.is_empty());
    let headers = headers.map(|(column, (header, target))| {
        (header.clone(), (!unknown(column)).then(|| target.clone()))
    });
    Heading {
        sheet: columns.sheet.clone(),
        records,
        headers: headers.collect(),
    }
}
