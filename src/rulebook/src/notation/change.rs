//! The notation of changes to a dossier: one statement a line, or several divided by `;`.
//!
//! ```text
//! front_line_years=5 category=safety_science   answers
//! -front_line_years                            the answer is unknown again
//! +achievements kind=honour grade=municipal    a record more
//! +achievements*3 kind=honour grade=county     three alike
//! -titles level=engineer                       the records with this answer less
//! -titles                                      all records of the list less
//! open titles                                  the list may still gain records
//! complete titles                              it may not
//! ```

use std::mem;
use std::sync::Arc;

use dossier::{Answer, Dossier, Record};

use super::value::{Fields, question, read_answer};
use super::words::{statements, words};
use super::{ChangeError, ChangeErrorKind};
use crate::{Book, RecordList};

/// The most equal records that one statement adds.
const MOST_ALIKE: usize = 20;

/// Makes the changes in order.
///
/// # Errors
/// The first that cannot be made; those before it have been made.
pub fn apply_changes(dossier: &mut Dossier, text: &str, book: &Book) -> Result<(), ChangeError> {
    let mut ids = Ids::default();
    for statement in statements(text).filter(|statement| !statement.is_empty()) {
        apply(dossier, statement, (book, &mut ids)).map_err(|kind| ChangeError {
            statement: statement.to_owned(),
            kind,
        })?;
    }
    Ok(())
}

fn apply(
    dossier: &mut Dossier,
    statement: &str,
    (book, ids): (&Book, &mut Ids),
) -> Result<(), ChangeErrorKind> {
    let words: Vec<&str> = words(statement).collect();
    let Some((first, rest)) = words.split_first() else {
        return Ok(());
    };
    match (*first, first.strip_prefix('+'), first.strip_prefix('-')) {
        ("open", ..) => say_complete(dossier, rest, book, false),
        ("complete", ..) => say_complete(dossier, rest, book, true),
        (_, Some(list), _) => add(dossier, list, rest, (book, ids)),
        (_, _, Some(name)) => {
            *ids = Ids::default();
            remove(dossier, name, rest, book)
        }
        _ => answer(dossier, &words, book),
    }
}

fn answer(dossier: &mut Dossier, words: &[&str], book: &Book) -> Result<(), ChangeErrorKind> {
    for word in words {
        let (name, value) = split(word)?;
        let asked = question(book, name)?;
        let answer = read_answer(&asked, value, book)?;
        dossier.profile.insert(name.to_owned(), answer);
    }
    Ok(())
}

fn add(
    dossier: &mut Dossier,
    list: &str,
    words: &[&str],
    (book, ids): (&Book, &mut Ids),
) -> Result<(), ChangeErrorKind> {
    let (name, count) = match list.split_once('*') {
        None => (list, 1),
        Some((name, count)) => (name, read_count(count)?),
    };
    let mut answers = read_fields(find_list(book, name)?, words, book)?;
    for left in (0..count).rev() {
        let mut record = Record::new(ids.free(dossier));
        let last = left == 0;
        record.fields.extend(if last {
            mem::take(&mut answers)
        } else {
            answers.clone()
        });
        let list = dossier.lists.entry(name.to_owned()).or_default();
        list.records.push(Arc::new(record));
    }
    Ok(())
}

/// Takes an answer back, or removes the records that have all the answers given.
fn remove(
    dossier: &mut Dossier,
    name: &str,
    words: &[&str],
    book: &Book,
) -> Result<(), ChangeErrorKind> {
    if book.question.iter().any(|question| question.id == name) && words.is_empty() {
        let removed = dossier.profile.remove(name);
        return removed.map(|_| ()).ok_or(ChangeErrorKind::NothingToRemove);
    }
    let answers = read_fields(find_list(book, name)?, words, book)?;
    let list = dossier.lists.entry(name.to_owned()).or_default();
    let before = list.records.len();
    let is_meant = |record: &Record| {
        let mut answers = answers.iter();
        answers.all(|(field, answer)| record.answer(field) == Some(answer))
    };
    list.records.retain(|record| !is_meant(record));
    if list.records.len() == before {
        return Err(ChangeErrorKind::NothingToRemove);
    }
    Ok(())
}

fn say_complete(
    dossier: &mut Dossier,
    lists: &[&str],
    book: &Book,
    complete: bool,
) -> Result<(), ChangeErrorKind> {
    if lists.is_empty() {
        return Err(ChangeErrorKind::NoList);
    }
    for name in lists {
        find_list(book, name)?;
        let list = dossier.lists.entry((*name).to_owned()).or_default();
        list.complete = complete;
    }
    Ok(())
}

fn read_fields(
    list: &RecordList,
    words: &[&str],
    book: &Book,
) -> Result<Vec<(String, Answer)>, ChangeErrorKind> {
    let pairs = words.iter().map(|word| split(word));
    let pairs = pairs.collect::<Result<Vec<_>, _>>()?;
    let fields = Fields::of(list, &pairs);
    let answers = pairs.iter().map(|(name, value)| {
        let asked = fields.find(name)?;
        Ok(((*name).to_owned(), read_answer(&asked, value, book)?))
    });
    answers.collect()
}

fn find_list<'a>(book: &'a Book, name: &str) -> Result<&'a RecordList, ChangeErrorKind> {
    let list = book.list.iter().find(|list| list.id == name);
    list.ok_or_else(|| ChangeErrorKind::UnknownName {
        found: name.to_owned(),
        known: book.list.iter().map(|list| list.id.clone()).collect(),
    })
}

fn split(word: &str) -> Result<(&str, &str), ChangeErrorKind> {
    word.split_once('=')
        .ok_or_else(|| ChangeErrorKind::NoEqualSign {
            found: word.to_owned(),
        })
}

fn read_count(text: &str) -> Result<usize, ChangeErrorKind> {
    let count = text
        .parse()
        .ok()
        .filter(|count| (1..=MOST_ALIKE).contains(count));
    count.ok_or_else(|| ChangeErrorKind::NotACount {
        found: text.to_owned(),
        limit: MOST_ALIKE,
    })
}

/// The ids of records that are added.
#[derive(Default)]
struct Ids {
    /// The numbers that were looked at: records have them as long as none is removed.
    taken: u32,
}

impl Ids {
    /// The first of `n1`, `n2`, … that no record has.
    fn free(&mut self, dossier: &Dossier) -> String {
        loop {
            self.taken = self.taken.saturating_add(1);
            let id = format!("n{}", self.taken);
            if dossier.record(&id).is_none() || self.taken == u32::MAX {
                return id;
            }
        }
    }
}
