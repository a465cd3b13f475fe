//! The headers of a roster, for a person to say where they lead.

#![allow(
    clippy::future_not_send,
    reason = "a browser's files cannot leave their thread, and nothing here needs to"
)]

use package::container::Source;

use crate::columns::{Columns, Target};
use crate::problem::Problem;
use crate::read::Reading;
use crate::workbook::{Header, headers, problem};
use crate::{MOST_BYTES, csv};

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

/// The headings of a roster, of CSV or of a workbook; else what keeps it from being read.
///
/// # Errors
/// When the source fails.
pub async fn headings<S: Source>(
    source: &mut S,
    reading: &Reading<'_>,
) -> Result<Result<Vec<Heading>, Box<Problem>>, S::Error> {
    let length = source.size().min(MOST_BYTES as u64);
    let mut beginning = vec![0; usize::try_from(length).unwrap_or_default()];
    source.read_at(0, &mut beginning).await?;
    if beginning.starts_with(b"PK") {
        let of = |header: &Header| heading(&header.columns, &header.problems, header.of_records);
        return Ok(
            match headers(source, reading, Box::<Vec<u8>>::default()).await {
                Ok((_, all)) => Ok(all.iter().map(of).collect()),
                Err(refusal) => Err(Box::new(problem(refusal)?)),
            },
        );
    }
    let mut lines = beginning.split_inclusive(|byte| *byte == b'\n');
    let header = lines.next().unwrap_or_default();
    let first = beginning.get(..1 << 16).unwrap_or(&beginning);
    let head = csv::Head::read(first, header, reading);
    Ok(head.map(|head| vec![heading(head.columns(), &head.problems, false)]))
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
