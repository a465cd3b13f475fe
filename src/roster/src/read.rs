//! Whole rosters: people, and the records that belong to them.

#![allow(
    clippy::future_not_send,
    reason = "a browser's files cannot leave their thread, and nothing here needs to"
)]

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::ControlFlow;

use package::container::Source;
use package::name::Unicode;
use rulebook::Book;
use sheet::Row;
use sheet::csv::Decode;
use sheet::xlsx::{Refusal, Sheet, Workbook, open};

use crate::candidate::Candidate;
use crate::columns::{Columns, Target};
use crate::mapping::Mapping;
use crate::people::People;
use crate::problem::{Place, Problem, ProblemKind, Severity};
use crate::records::{OfRecord, Records};
use crate::{MOST_CANDIDATES, csv};

/// Most records of a roster.
const MOST_RECORDS: usize = 1_000_000;
/// Most problems that are kept.
const MOST_PROBLEMS: usize = 10_000;

/// What a reader needs.
#[derive(Clone, Copy)]
pub struct Reading<'a> {
    /// The book that asks.
    pub book: &'a Book,
    /// Where other headers lead.
    pub mapping: &'a Mapping,
    /// Decodes GB18030.
    pub decode: Decode,
    /// What Unicode says of letters.
    pub unicode: Unicode,
}

/// What stands in a roster.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Roster {
    /// The candidates, in order.
    pub candidates: Vec<Candidate>,
    /// What is wrong, at most ten thousand times.
    pub problems: Vec<Problem>,
}

impl Roster {
    /// Whether anything that was entered was left out.
    pub fn is_whole(&self) -> bool {
        let problems = self.problems.iter();
        problems
            .map(|problem| problem.kind.severity())
            .all(|severity| severity == Severity::Note)
    }

    /// Each candidate with what is wrong with its row, and what is wrong beside them.
    pub fn by_row(self) -> (Vec<(Candidate, Vec<Problem>)>, Vec<Problem>) {
        let place = |candidate: &Candidate| (candidate.sheet.clone(), candidate.row);
        let rows = self
            .candidates
            .iter()
            .map(|candidate| (place(candidate), Vec::new()));
        let mut of_rows: BTreeMap<(Option<String>, u32), Vec<Problem>> = rows.collect();
        let mut rest = Vec::new();
        for problem in self.problems {
            match of_rows.get_mut(&(problem.place.sheet.clone(), problem.place.row)) {
                Some(own) => own.push(problem),
                None => rest.push(problem),
            }
        }
        let candidates = self.candidates.into_iter().map(|candidate| {
            let own = of_rows.remove(&place(&candidate)).unwrap_or_default();
            (candidate, own)
        });
        (candidates.collect(), rest)
    }

    pub(crate) fn too_many(&mut self) {
        self.problems.push(Problem {
            place: Place::default(),
            value: String::new(),
            kind: ProblemKind::TooManyCandidates(MOST_CANDIDATES),
        });
    }

    /// Names the rows whose `编号` another row has; the first keeps it.
    pub(crate) fn same_keys(&mut self) {
        let mut seen: BTreeMap<&str, u32> = BTreeMap::new();
        let mut problems = Vec::new();
        for candidate in self
            .candidates
            .iter()
            .filter(|candidate| !candidate.key.is_empty())
        {
            if let Some(other) = seen.get(candidate.key.as_str()) {
                problems.push(Problem {
                    place: Place {
                        sheet: candidate.sheet.clone(),
                        row: candidate.row,
                        ..Place::default()
                    },
                    value: candidate.key.clone(),
                    kind: ProblemKind::RepeatedKey { other: *other },
                });
            } else {
                seen.insert(&candidate.key, candidate.row);
            }
        }
        let is_repeated = |candidate: &Candidate| {
            problems.iter().any(|problem| {
                problem.place.row == candidate.row && problem.place.sheet == candidate.sheet
            })
        };
        self.candidates.retain(|candidate| !is_repeated(candidate));
        self.problems.extend(problems);
        self.problems.truncate(MOST_PROBLEMS);
    }
}

/// Reads a workbook.
///
/// # Errors
/// When the source fails; whatever is wrong with the workbook is a problem.
pub async fn read_xlsx<S: Source>(
    source: &mut S,
    reading: &Reading<'_>,
) -> Result<Roster, S::Error> {
    let mut roster = Roster::default();
    match all_sheets(source, reading, &mut roster).await {
        Ok(()) | Err(Refusal::Cancelled) => {}
        Err(Refusal::Source(error)) => return Err(error),
        Err(Refusal::Fault { part, row, fault }) => {
            let place = Place {
                row,
                ..Place::default()
            };
            let kind = ProblemKind::Workbook { part, fault };
            let value = String::new();
            roster.problems.push(Problem { place, value, kind });
        }
    }
    roster.same_keys();
    Ok(roster)
}

async fn all_sheets<S: Source>(
    source: &mut S,
    reading: &Reading<'_>,
    roster: &mut Roster,
) -> Result<(), Refusal<S::Error>> {
    let workbook = open(source, reading.unicode).await?;
    let mut records = Vec::new();
    let mut people = false;
    for sheet in workbook.sheets().iter().filter(|sheet| !sheet.hidden) {
        let mut one = OneSheet {
            workbook: &workbook,
            sheet,
            reading,
            kind: Kind::Unknown,
        };
        let mut taker = |row: Row| one.take(&row, roster, &mut records);
        workbook.rows(source, sheet, &mut taker).await?;
        people |= matches!(one.kind, Kind::People(_));
    }
    if !people {
        let (place, value) = (Place::default(), String::new());
        roster.problems.push(Problem {
            place,
            value,
            kind: ProblemKind::NoPeople,
        });
    }
    give(records, roster);
    Ok(())
}

/// A record and its place, until it is given to its candidate.
type Waiting = (Place, OfRecord);

struct OneSheet<'a> {
    workbook: &'a Workbook,
    sheet: &'a Sheet,
    reading: &'a Reading<'a>,
    kind: Kind<'a>,
}

enum Kind<'a> {
    Unknown,
    People(People<'a>),
    Records(Records<'a>),
    Other,
}

impl OneSheet<'_> {
    fn take(
        &mut self,
        row: &Row,
        roster: &mut Roster,
        records: &mut Vec<Waiting>,
    ) -> ControlFlow<()> {
        match &self.kind {
            Kind::Unknown => self.header(row, roster),
            Kind::People(people) => {
                let (candidate, problems) = people.candidate(row);
                roster.problems.extend(problems);
                roster.candidates.extend(candidate);
                if roster.candidates.len() >= MOST_CANDIDATES {
                    roster.too_many();
                    return ControlFlow::Break(());
                }
            }
            Kind::Records(reader) => {
                let place = reader.columns.place(row.number, None);
                let record = reader.record(row, &mut roster.problems);
                records.extend(record.map(|record| (place, record)));
                if records.len() >= MOST_RECORDS {
                    roster.too_many();
                    return ControlFlow::Break(());
                }
            }
            Kind::Other => {}
        }
        roster.problems.truncate(MOST_PROBLEMS);
        ControlFlow::Continue(())
    }

    fn header(&mut self, row: &Row, roster: &mut Roster) {
        let Reading { book, mapping, .. } = *self.reading;
        let epoch = self.workbook.epoch();
        let of_records = Columns::are_of_records(row, mapping);
        let name = Some(self.sheet.name.as_str());
        let (columns, problems) = Columns::read(row, of_records, (book, mapping, name));
        if columns
            .targets
            .iter()
            .all(|target| *target == Target::Nothing)
        {
            let place = Place {
                sheet: columns.sheet,
                ..Place::default()
            };
            let value = self.sheet.name.clone();
            roster.problems.push(Problem {
                place,
                value,
                kind: ProblemKind::SheetLeftOut,
            });
            self.kind = Kind::Other;
            return;
        }
        roster.problems.extend(problems);
        self.kind = if of_records {
            Kind::Records(Records {
                book,
                mapping,
                columns,
                epoch,
            })
        } else {
            Kind::People(People::new(Cow::Owned(columns), (book, mapping), epoch))
        };
    }
}

/// Gives records to the candidates with their keys.
fn give(records: Vec<Waiting>, roster: &mut Roster) {
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    for (place, candidate) in roster.candidates.iter().enumerate().rev() {
        places.insert(candidate.key.clone(), place);
    }
    for (place, OfRecord { key, list, record }) in records {
        let found = places.get(&key).copied();
        match found.and_then(|place| roster.candidates.get_mut(place)) {
            Some(candidate) => {
                let list = candidate.dossier.lists.entry(list).or_default();
                list.records.push(record);
            }
            None => roster.problems.push(Problem {
                place,
                value: key,
                kind: ProblemKind::NoSuchCandidate,
            }),
        }
    }
}

/// The headers of a sheet, for a person to say where they lead.
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
        let workbook = open(&mut source, reading.unicode).await?;
        for sheet in workbook.sheets().iter().filter(|sheet| !sheet.hidden) {
            let mut taker = |row: Row| {
                let records = Columns::are_of_records(&row, reading.mapping);
                let context = (reading.book, reading.mapping, Some(sheet.name.as_str()));
                let (columns, problems) = Columns::read(&row, records, context);
                found.push(heading(&columns, &problems, records));
                ControlFlow::Break(())
            };
            match workbook.rows(&mut source, sheet, &mut taker).await {
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
