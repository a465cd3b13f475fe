//! Workbooks, row after row: headers first, then records, then the people they belong to.

#![allow(
    clippy::future_not_send,
    reason = "a browser's files cannot leave their thread, and nothing here needs to"
)]

use std::ops::ControlFlow;
use std::sync::Arc;

use package::container::Source;
use sheet::xlsx::{Refusal, Sheet, Workbook, open};
use sheet::{Row, Shelf};

use crate::MOST_RECORD_BYTES;
use crate::columns::{Columns, Target};
use crate::layout::{Layout, RawRow};
use crate::problem::{Problem, ProblemKind};
use crate::read::Reading;
use crate::roster::MOST_PROBLEMS;

/// A workbook whose headers were read.
#[derive(Debug)]
pub struct Opened {
    workbook: Workbook,
    /// In the order of the layout.
    sheets: Vec<Sheet>,
    layout: Arc<Layout>,
    /// Most bytes of all records.
    pub(crate) room: usize,
    /// What is wrong with the workbook and its headers.
    pub problems: Vec<Problem>,
}

impl Opened {
    /// Reads the headers of all sheets that are not hidden; the strings that cells share stand on the shelf.
    ///
    /// # Errors
    /// When the source fails, or what is wrong with the workbook.
    pub async fn read<S: Source>(
        source: &mut S,
        reading: &Reading<'_>,
        shelf: Box<dyn Shelf>,
    ) -> Result<Result<Self, Box<Problem>>, S::Error> {
        match Self::of(source, reading, shelf).await {
            Ok(opened) => Ok(Ok(opened)),
            Err(refusal) => Ok(Err(Box::new(problem(refusal)?))),
        }
    }

    async fn of<S: Source>(
        source: &mut S,
        reading: &Reading<'_>,
        shelf: Box<dyn Shelf>,
    ) -> Result<Self, Refusal<S::Error>> {
        let (workbook, all) = headers(source, reading, shelf).await?;
        let mut layout = Layout::new(reading.book, workbook.epoch());
        let (mut sheets, mut problems) = (Vec::new(), Vec::new());
        for header in all {
            let mut targets = header.columns.targets.iter();
            if targets.all(|target| *target == Target::Nothing) {
                let name = header.sheet.name;
                let at = (Some(name.clone()), 0);
                problems.push(Problem::of_row(at, &name, ProblemKind::SheetLeftOut));
                continue;
            }
            problems.extend(header.problems);
            layout.put_in(header.columns, header.of_records);
            sheets.push(header.sheet);
        }
        if layout.sheets.iter().all(|sheet| sheet.records.is_some()) {
            problems.push(Problem::of_file(ProblemKind::NoPeople));
        }
        Ok(Self {
            workbook,
            sheets,
            layout: Arc::new(layout),
            room: MOST_RECORD_BYTES,
            problems,
        })
    }

    /// How its rows are read.
    pub fn layout(&self) -> &Arc<Layout> {
        &self.layout
    }

    /// Gives each row of records with its key, until `put` has no room.
    ///
    /// Where they cannot be read to the end nobody should be judged: it is not known whose records are lacking. That is a
    /// problem then, and `false` comes back.
    ///
    /// # Errors
    /// When the source fails.
    pub async fn records<S: Source>(
        &mut self,
        source: &mut S,
        put: &mut dyn FnMut(String, RawRow) -> ControlFlow<()>,
    ) -> Result<bool, S::Error> {
        let layout = Arc::clone(&self.layout);
        let mut keyless = Vec::new();
        let mut room = self.room;
        let mut each = |raw: RawRow| {
            room = room.saturating_sub(raw.bytes());
            if room == 0 {
                return ControlFlow::Break(());
            }
            match layout.key(&raw).map(std::borrow::Cow::into_owned) {
                Some(key) => put(key, raw),
                None if keyless.len() >= MOST_PROBLEMS => ControlFlow::Continue(()),
                None => {
                    keyless.push(layout.of_row(&raw, "", ProblemKind::NoKey));
                    ControlFlow::Continue(())
                }
            }
        };
        let read = self.rows(source, true, &mut each).await;
        self.problems.extend(keyless);
        match read {
            Ok(()) => Ok(true),
            Err(refusal) => {
                self.problems.push(problem(refusal)?);
                self.problems
                    .push(Problem::of_file(ProblemKind::RecordsUnread));
                Ok(false)
            }
        }
    }

    /// Gives each row of people with its key, which may be empty, until `each` has enough. Whether that was everybody; what
    /// is wrong with a sheet is a problem.
    ///
    /// # Errors
    /// When the source fails.
    pub async fn people<S: Source>(
        &mut self,
        source: &mut S,
        each: &mut dyn FnMut(String, RawRow) -> ControlFlow<()>,
    ) -> Result<bool, S::Error> {
        let layout = Arc::clone(&self.layout);
        let mut each = |raw: RawRow| {
            let key = layout.key(&raw).unwrap_or_default().into_owned();
            each(key, raw)
        };
        match self.rows(source, false, &mut each).await {
            Ok(()) => Ok(true),
            Err(Refusal::Cancelled) => Ok(false),
            Err(refusal) => {
                self.problems.push(problem(refusal)?);
                Ok(false)
            }
        }
    }

    /// The rows behind the header of all sheets of one kind.
    async fn rows<S: Source>(
        &mut self,
        source: &mut S,
        of_records: bool,
        each: &mut dyn FnMut(RawRow) -> ControlFlow<()>,
    ) -> Result<(), Refusal<S::Error>> {
        let layout = self.layout.sheets.iter().zip(&self.sheets).enumerate();
        for (number, (laid, sheet)) in layout {
            if laid.records.is_some() != of_records {
                continue;
            }
            let mut is_header = true;
            let mut taker = |row: Row| {
                if std::mem::take(&mut is_header) {
                    return ControlFlow::Continue(());
                }
                each(RawRow { sheet: number, row })
            };
            self.workbook.rows(source, sheet, &mut taker).await?;
        }
        Ok(())
    }
}

/// The header of a sheet, its first row that is not blank.
pub(crate) struct Header {
    sheet: Sheet,
    pub(crate) columns: Columns,
    pub(crate) problems: Vec<Problem>,
    pub(crate) of_records: bool,
}

/// The headers of all sheets that are not hidden and not blank.
pub(crate) async fn headers<S: Source>(
    source: &mut S,
    reading: &Reading<'_>,
    shelf: Box<dyn Shelf>,
) -> Result<(Workbook, Vec<Header>), Refusal<S::Error>> {
    let mut workbook = open(source, reading.unicode, shelf).await?;
    let mut found = Vec::new();
    let all = workbook.sheets().to_vec();
    for sheet in all.into_iter().filter(|sheet| !sheet.hidden) {
        let mut header = None;
        let mut first = |row: Row| {
            header = Some(row);
            ControlFlow::Break(())
        };
        match workbook.rows(source, &sheet, &mut first).await {
            Ok(()) | Err(Refusal::Cancelled) => {}
            Err(other) => return Err(other),
        }
        let Some(header) = header else { continue };
        let of_records = Columns::are_of_records(&header, reading.mapping);
        let context = (reading.book, reading.mapping, Some(sheet.name.as_str()));
        let (columns, problems) = Columns::read(&header, of_records, context);
        found.push(Header {
            sheet,
            columns,
            problems,
            of_records,
        });
    }
    Ok((workbook, found))
}

/// What is wrong with a workbook, unless it is its source.
pub(crate) fn problem<E>(refusal: Refusal<E>) -> Result<Problem, E> {
    match refusal {
        Refusal::Source(error) => Err(error),
        // Who takes the rows stops where there is no room for more.
        Refusal::Cancelled => Ok(Problem::of_file(ProblemKind::TooManyRecords)),
        Refusal::Fault { part, row, fault } => {
            let kind = ProblemKind::Workbook { part, fault };
            Ok(Problem::of_row((None, row), "", kind))
        }
    }
}
