//! A person whose package can be sealed, and sources in memory.

use std::sync::Arc;

use chrono::NaiveDate;
use dossier::{Dossier, Evidence, Pledge};
use errand::Work;
use package::container::{BlockingSource, Segment};
use package::digest::FileDigest;
use package::name::UNICODE;
use package::subject::File;
use rulebook::StatementBy;

use crate::desk::Desk;
use crate::seal::Made;
use crate::stop::ReadStop;
use crate::survey::survey;

/// The bytes of the file of evidence.
pub(super) const EVIDENCE: &[u8] = b"%PDF-1.4\n%%EOF\n";

/// The day on which the tests take place.
pub(super) fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 20).unwrap()
}

/// A desk with the shipped books.
pub(super) fn desk() -> Desk {
    let books: Vec<String> = shipped::books()
        .iter()
        .map(|book| book.json.to_owned())
        .collect();
    let seasons = shipped::season_texts().iter();
    let seasons: Vec<String> = seasons.map(|text| (*text).to_owned()).collect();
    Desk::open(&books, &seasons, UNICODE).unwrap()
}

/// A senior applicant who lacks nothing but the pledge.
pub(super) fn senior() -> Dossier {
    Dossier::read(include_bytes!("senior.json")).unwrap()
}

/// What that person has entered, with one file of evidence.
pub(super) fn work() -> Work {
    let mut dossier = senior();
    let file = File {
        holder: "a1".to_owned(),
        name: "验收意见.pdf".to_owned(),
        digest: FileDigest::of(EVIDENCE),
    };
    let list = dossier.lists.get_mut("achievements").unwrap();
    let record = list.records.iter_mut().find(|record| record.id == "a1");
    let evidence = Evidence::File(file.name.clone());
    Arc::make_mut(record.unwrap()).evidence.push(evidence);
    Work {
        book: dossier.book.clone(),
        season: 2026,
        today: today(),
        dossier,
        pledge: None,
        files: vec![file],
    }
}

/// The same, pledged.
pub(super) fn pledged() -> Work {
    let work = work();
    let subject = survey(&desk(), &work, &[]).unwrap().subject;
    let book = shipped::book(&work.book).unwrap();
    let statements = book.statement.iter();
    let own = statements.filter(|statement| statement.by == StatementBy::Applicant);
    let pledge = Pledge {
        subject,
        statements: own.map(|statement| statement.id.clone()).collect(),
        name: "阿依古丽·买买提".to_owned(),
        date: today(),
        signature: Vec::new(),
    };
    Work {
        pledge: Some(pledge),
        ..work
    }
}

/// The bytes of a package.
pub(super) fn bytes(made: &Made) -> Vec<u8> {
    let parts = made.segments.iter().flat_map(|segment| match segment {
        Segment::Bytes(bytes) => bytes.as_slice(),
        Segment::File { .. } => EVIDENCE,
    });
    parts.copied().collect()
}

/// Where some bytes first stand.
pub(super) fn find(bytes: &[u8], wanted: &[u8]) -> usize {
    let mut windows = bytes.windows(wanted.len());
    windows.position(|window| window == wanted).unwrap()
}

/// Bytes in memory, as files of the browser are read.
pub(super) struct Bytes(pub(super) Vec<u8>);

impl BlockingSource for Bytes {
    type Error = ReadStop;

    fn size(&self) -> u64 {
        u64::try_from(self.0.len()).unwrap()
    }

    fn read_at(&mut self, offset: u64, buffer: &mut [u8]) -> Result<(), ReadStop> {
        let mut bytes = self.0.as_slice();
        bytes
            .read_at(offset, buffer)
            .map_err(|_| ReadStop::Unreadable)
    }
}
