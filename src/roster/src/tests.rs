//! Rosters of the shipped book: read, mistaken, mapped, and from the template.

mod from_csv;
mod from_xlsx;

use std::sync::LazyLock;

use package::container::{Blocking, wait};
use package::name::UNICODE;
use rulebook::Book;

use crate::*;

static BOOK: LazyLock<Book> = LazyLock::new(|| shipped::book("zhejiang-safety-2019").unwrap());

fn gb(bytes: &[u8]) -> Option<String> {
    let text = encoding_rs::GB18030.decode_without_bom_handling_and_without_replacement(bytes);
    text.map(std::borrow::Cow::into_owned)
}

fn reading(mapping: &Mapping) -> Reading<'_> {
    Reading {
        book: &BOOK,
        mapping,
        decode: gb,
        unicode: UNICODE,
    }
}

fn csv(text: &str) -> Roster {
    read_csv(text.as_bytes(), &reading(&Mapping::default()))
}

fn xlsx(bytes: &[u8]) -> Roster {
    let mapping = Mapping::default();
    let mut source = Blocking(bytes);
    wait(read_xlsx(&mut source, &reading(&mapping))).unwrap()
}

fn headings_of(bytes: &[u8], mapping: &Mapping) -> Vec<Heading> {
    let mut source = Blocking(bytes);
    let found = wait(headings(&mut source, &reading(mapping)));
    found.unwrap().unwrap()
}

fn codes(roster: &Roster) -> Vec<&'static str> {
    let problems = roster.all_problems();
    problems.map(|problem| problem.kind.code()).collect()
}

fn candidates(roster: &Roster) -> Vec<&Candidate> {
    let rows = roster.rows.iter();
    rows.filter_map(|row| row.candidate.as_ref()).collect()
}

/// Whether nothing that was entered was left out.
fn is_whole(roster: &Roster) -> bool {
    let mut problems = roster.all_problems();
    problems.all(|problem| problem.kind.severity() == Severity::Note)
}

fn said(candidate: &Candidate, question: &str) -> Option<String> {
    let answer = candidate.dossier.answer(question)?;
    Some(match answer {
        dossier::Answer::None => "none".to_owned(),
        dossier::Answer::YesNo(yes) => yes.to_string(),
        dossier::Answer::Number(number) => number.to_string(),
        dossier::Answer::Text(text) => text.clone(),
    })
}
