//! From a row to a case.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use dossier::{Dossier, parse_day, parse_number};

use super::case::DEFAULT_BASE;
use super::columns::{Column, Columns};
use super::table::TableRow;
use super::{Case, CaseErrorKind, Expect, Subject};
use crate::Book;
use crate::notation::apply_changes;

/// What reading a row needs beside the row.
pub(super) struct RowReader<'a> {
    /// The book that the cases are about.
    pub(super) book: &'a Book,
    /// The dossiers that cases change, by name.
    pub(super) bases: &'a BTreeMap<String, Dossier>,
    /// The season's year of rows that name none.
    pub(super) season: i32,
}

impl RowReader<'_> {
    /// Reads a row.
    pub(super) fn read(
        &self,
        file: &str,
        columns: &Columns,
        row: &TableRow,
    ) -> Result<Case, CaseErrorKind> {
        columns.fit(row)?;
        let cell = |column| columns.cell(row, column);
        let subject = read_subject(cell(Column::Subject))?;
        let level = self.read_level(&subject, cell(Column::Level))?;
        self.check_subject(&subject, level.as_deref())?;
        let season = self.read_season(cell(Column::Season))?;
        let mut dossier = self.base(cell(Column::Base))?.clone();
        dossier.book.clone_from(&self.book.id);
        dossier.season = Some(season);
        apply_changes(&mut dossier, cell(Column::Changes), self.book)?;
        Ok(Case {
            file: file.to_owned(),
            line: row.line,
            expect: read_expect(&subject, cell(Column::Expect))?,
            subject,
            level,
            text: cell(Column::Text).to_owned(),
            season,
            cut_off: read_cut_off(cell(Column::CutOff), season)?,
            dossier,
        })
    }

    fn base(&self, name: &str) -> Result<&Dossier, CaseErrorKind> {
        let name = if name.is_empty() { DEFAULT_BASE } else { name };
        self.bases
            .get(name)
            .ok_or_else(|| CaseErrorKind::UnknownBase {
                found: name.to_owned(),
                known: self.bases.keys().cloned().collect(),
            })
    }

    fn read_season(&self, cell: &str) -> Result<i32, CaseErrorKind> {
        if cell.is_empty() {
            return Ok(self.season);
        }
        let year = cell
            .parse()
            .ok()
            .filter(|year| (1900..=2200).contains(year));
        year.ok_or_else(|| CaseErrorKind::NotAYear {
            found: cell.to_owned(),
        })
    }

    /// The level by id or name. What does not depend on the level has none.
    fn read_level(&self, subject: &Subject, cell: &str) -> Result<Option<String>, CaseErrorKind> {
        if matches!(
            subject,
            Subject::Row(_) | Subject::Block(_) | Subject::Total
        ) {
            return match cell {
                "" => Ok(None),
                _ => Err(CaseErrorKind::NeedlessLevel),
            };
        }
        let mut levels = self.book.level.iter();
        let level = levels.find(|level| level.id == cell || level.label == cell);
        let level = level.ok_or_else(|| CaseErrorKind::UnknownLevel {
            found: cell.to_owned(),
            known: self
                .book
                .level
                .iter()
                .map(|level| level.label.clone())
                .collect(),
        })?;
        Ok(Some(level.id.clone()))
    }

    /// Whether the book has what the case is about, at this level.
    fn check_subject(&self, subject: &Subject, level: Option<&str>) -> Result<(), CaseErrorKind> {
        let level = level.unwrap_or_default();
        let unknown = |id: &str, known: Vec<String>| {
            let found = id.to_owned();
            Err(CaseErrorKind::UnknownSubject { found, known })
        };
        match subject {
            Subject::Clause(id) => {
                let exists = |clause: &&crate::Clause| clause.form(level).is_some();
                let mut clauses = self.book.clause.iter().filter(exists);
                if clauses.any(|clause| clause.id == *id) {
                    return Ok(());
                }
                let known = self.book.clause.iter().filter(exists);
                unknown(id, known.map(|clause| clause.id.clone()).collect())
            }
            Subject::Route(id) | Subject::BesideGates(id) => {
                let routes = self.book.route.iter().filter(|route| route.level == level);
                let known: Vec<_> = routes.map(|route| route.id.clone()).collect();
                if known.contains(id) {
                    Ok(())
                } else {
                    unknown(id, known)
                }
            }
            Subject::Row(id) => {
                let rows = self.book.score.iter().flat_map(|score| &score.row);
                let known: Vec<_> = rows.map(|row| row.id.clone()).collect();
                if known.contains(id) {
                    Ok(())
                } else {
                    unknown(id, known)
                }
            }
            Subject::Block(id) => {
                let blocks = self.book.score.iter().flat_map(|score| &score.block);
                let known: Vec<_> = blocks.map(|block| block.id.clone()).collect();
                if known.contains(id) {
                    Ok(())
                } else {
                    unknown(id, known)
                }
            }
            Subject::Level | Subject::Total => Ok(()),
        }
    }
}

/// `级别`, `总分`, `渠道:…`, `门槛外:…`, `赋分:…`, `大类:…`, or the id of a clause.
fn read_subject(cell: &str) -> Result<Subject, CaseErrorKind> {
    match cell {
        "" => return Err(CaseErrorKind::NoSubject),
        "级别" => return Ok(Subject::Level),
        "总分" => return Ok(Subject::Total),
        _ => {}
    }
    let Some((sort, id)) = cell.split_once([':', '：']) else {
        return Ok(Subject::Clause(cell.to_owned()));
    };
    let id = id.trim().to_owned();
    match sort.trim() {
        "渠道" => Ok(Subject::Route(id)),
        "门槛外" => Ok(Subject::BesideGates(id)),
        "赋分" => Ok(Subject::Row(id)),
        "大类" => Ok(Subject::Block(id)),
        _ => Err(CaseErrorKind::UnknownSort {
            found: sort.trim().to_owned(),
        }),
    }
}

/// `满足`, `不满足`, `待定`, points, or two bounds of points joined by `~`.
fn read_expect(subject: &Subject, cell: &str) -> Result<Expect, CaseErrorKind> {
    let found = || cell.to_owned();
    if !matches!(
        subject,
        Subject::Row(_) | Subject::Block(_) | Subject::Total
    ) {
        return match cell {
            "满足" => Ok(Expect::Met),
            "不满足" => Ok(Expect::NotMet),
            "待定" => Ok(Expect::Open),
            _ => Err(CaseErrorKind::NotAVerdict { found: found() }),
        };
    }
    let points = |text: &str| {
        let points = parse_number(text).and_then(json::Decimal::hundredths);
        points.ok_or_else(|| CaseErrorKind::NotPoints { found: found() })
    };
    match cell.split_once(['~', '～']) {
        None => Ok(Expect::Points(points(cell)?)),
        Some((low, high)) => Ok(Expect::Between(points(low)?, points(high)?)),
    }
}

fn read_cut_off(cell: &str, season: i32) -> Result<Option<NaiveDate>, CaseErrorKind> {
    if cell.is_empty() {
        return Ok(None);
    }
    let day = parse_day(cell).filter(|day| day.year() == season);
    let day = day.ok_or_else(|| CaseErrorKind::NotACutOff {
        found: cell.to_owned(),
        season,
    })?;
    Ok(Some(day))
}
