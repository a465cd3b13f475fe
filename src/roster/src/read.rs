//! Workbooks: people, and the records that belong to them.

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

use crate::MOST_CANDIDATES;
use crate::columns::{Columns, Target};
use crate::mapping::Mapping;
use crate::people::People;
use crate::problem::{Place, Problem, ProblemKind};
use crate::records::{OfRecord, Records};
use crate::roster::{MOST_PROBLEMS, Roster};

/// Most records of a roster.
const MOST_RECORDS: usize = 1_000_000;

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
                list.records.push(record.into());
            }
            None => roster.problems.push(Problem {
                place,
                value: key,
                kind: ProblemKind::NoSuchCandidate,
            }),
        }
    }
}
