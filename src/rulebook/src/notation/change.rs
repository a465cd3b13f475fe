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

use dossier::{Answers, Dossier, List, Record};

use super::value::{self, Fields, question};
use super::words::{Statements, Word};
use super::{ChangeError, ChangeErrorKind};
use crate::{Book, FieldPlace, RecordList, Stated, StatedRecords, record_id};

/// The most equal records that one statement adds.
const MOST_ALIKE: usize = 20;

/// Makes the changes in order.
///
/// # Errors
/// The first that cannot be made; those before it have been made.
pub fn apply_changes(dossier: &mut Dossier, text: &str, book: &Book) -> Result<(), ChangeError> {
    let (mut ids, mut words) = (Ids::default(), Vec::new());
    let mut statements = Statements::of(text);
    while let Some(statement) = statements.take(&mut words) {
        apply(dossier, &words, (book, &mut ids)).map_err(|kind| ChangeError {
            statement: statement.to_owned(),
            kind,
        })?;
    }
    Ok(())
}

/// The records that a text states, and which lists it says to be complete.
///
/// They are those that [`apply_changes`] puts into a dossier without records. None where the text states anything else, or
/// something is wrong with it.
pub fn stated_records<'a>(text: &'a str, book: &'a Book) -> Option<StatedRecords<'a>> {
    // About so many records and answers stand in a text.
    let room = (text.len() / 64, text.len() / 12);
    let (mut stated, mut words) = (StatedRecords::with_capacity(room), Vec::new());
    let mut statements = Statements::of(text);
    while statements.take(&mut words).is_some() {
        let (first, rest) = words.split_first()?;
        let complete = match first.text {
            "open" => false,
            "complete" => true,
            name => {
                let (list, found) = find_list(book, name.strip_prefix('+')?).ok()?;
                let mut take = |_: &str, place, answer| stated.put(place, answer);
                let kind = read_fields((found, book), rest, &mut take).ok()?;
                stated.end((list, kind));
                continue;
            }
        };
        if rest.is_empty() {
            return None;
        }
        for name in rest {
            let (list, _) = find_list(book, name.text).ok()?;
            stated.complete.push((list, complete));
        }
    }
    Some(stated)
}

fn apply(
    dossier: &mut Dossier,
    words: &[Word<'_>],
    (book, ids): (&Book, &mut Ids),
) -> Result<(), ChangeErrorKind> {
    let Some((first, rest)) = words.split_first() else {
        return Ok(());
    };
    let first = first.text;
    match (first, first.strip_prefix('+'), first.strip_prefix('-')) {
        ("open", ..) => say_complete(dossier, rest, book, false),
        ("complete", ..) => say_complete(dossier, rest, book, true),
        (_, Some(list), _) => add(dossier, list, rest, (book, ids)),
        (_, _, Some(name)) => {
            *ids = Ids::default();
            remove(dossier, name, rest, book)
        }
        _ => answer(dossier, words, book),
    }
}

fn answer(dossier: &mut Dossier, words: &[Word<'_>], book: &Book) -> Result<(), ChangeErrorKind> {
    for word in words {
        let (name, value) = split(word)?;
        let asked = question(book, name)?;
        let answer = value::answer(value::read(&asked, value, book)?);
        dossier.profile.insert(name.to_owned(), answer);
    }
    Ok(())
}

fn add(
    dossier: &mut Dossier,
    list: &str,
    words: &[Word<'_>],
    (book, ids): (&Book, &mut Ids),
) -> Result<(), ChangeErrorKind> {
    let (name, count) = match list.split_once('*') {
        None => (list, 1),
        Some((name, count)) => (name, read_count(count)?),
    };
    let mut fields = Answers::with_capacity(words.len());
    let (_, found) = find_list(book, name)?;
    read_fields((found, book), words, &mut |field, _, stated| {
        fields.insert(field.to_owned(), value::answer(stated));
    })?;
    ids.look(dossier);
    with_list(dossier, name, |list| {
        for left in (0..count).rev() {
            let mut record = Record::new(ids.free());
            record.fields = if left == 0 {
                mem::take(&mut fields)
            } else {
                fields.clone()
            };
            list.records.push(Arc::new(record));
        }
    });
    Ok(())
}

/// Takes an answer back, or removes the records that have all the answers given.
fn remove(
    dossier: &mut Dossier,
    name: &str,
    words: &[Word<'_>],
    book: &Book,
) -> Result<(), ChangeErrorKind> {
    if book.question.iter().any(|question| question.id == name) && words.is_empty() {
        let removed = dossier.profile.remove(name);
        return removed.map(|_| ()).ok_or(ChangeErrorKind::NothingToRemove);
    }
    let mut answers = Vec::new();
    let (_, found) = find_list(book, name)?;
    read_fields((found, book), words, &mut |field, _, stated| {
        answers.push((field, value::answer(stated)));
    })?;
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
    lists: &[Word<'_>],
    book: &Book,
    complete: bool,
) -> Result<(), ChangeErrorKind> {
    if lists.is_empty() {
        return Err(ChangeErrorKind::NoList);
    }
    for name in lists.iter().map(|list| list.text) {
        find_list(book, name)?;
        with_list(dossier, name, |list| list.complete = complete);
    }
    Ok(())
}

/// Changes a list, which is begun when nothing was entered.
fn with_list(dossier: &mut Dossier, name: &str, change: impl FnOnce(&mut List)) {
    match dossier.lists.get_mut(name) {
        Some(list) => change(list),
        None => change(dossier.lists.entry(name.to_owned()).or_default()),
    }
}

/// Reads the answers of a record, and gives each with its field to `take`; tells the place of its kind.
fn read_fields<'a>(
    (list, book): (&'a RecordList, &'a Book),
    words: &[Word<'a>],
    take: &mut dyn FnMut(&'a str, FieldPlace, Stated<'a>),
) -> Result<Option<usize>, ChangeErrorKind> {
    for word in words {
        split(word)?;
    }
    let mut fields = Fields::of(list, words);
    for word in words {
        let (name, value) = split(word)?;
        let (place, asked) = fields.find(name)?;
        take(name, place, value::read(&asked, value, book)?);
    }
    Ok(fields.kind.map(|(place, _)| place))
}

/// A list with its place.
fn find_list<'a>(book: &'a Book, name: &str) -> Result<(usize, &'a RecordList), ChangeErrorKind> {
    let mut lists = book.list.iter().enumerate();
    let list = lists.find(|(_, list)| list.id == name);
    list.ok_or_else(|| ChangeErrorKind::UnknownName {
        found: name.to_owned(),
        known: book.list.iter().map(|list| list.id.clone()).collect(),
    })
}

fn split<'w>(word: &Word<'w>) -> Result<(&'w str, &'w str), ChangeErrorKind> {
    word.sides.ok_or_else(|| ChangeErrorKind::NoEqualSign {
        found: word.text.to_owned(),
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
    /// The numbers of records that were there before; none while nobody has looked.
    before: Option<Vec<u32>>,
}

impl Ids {
    /// Looks which numbers records have already.
    fn look(&mut self, dossier: &Dossier) {
        self.before.get_or_insert_with(|| {
            let records = dossier.lists.values().flat_map(|list| &list.records);
            records.filter_map(|record| number(&record.id)).collect()
        });
    }

    /// The first of `n1`, `n2`, … that no record has.
    fn free(&mut self) -> String {
        loop {
            self.taken = self.taken.saturating_add(1);
            let before = self.before.as_ref();
            let is_free = before.is_none_or(|before| !before.contains(&self.taken));
            if is_free || self.taken == u32::MAX {
                return record_id(self.taken);
            }
        }
    }
}

/// The number in the id of a record; none when it is spelled otherwise than here.
fn number(spelled: &str) -> Option<u32> {
    let number = spelled.strip_prefix('n')?.parse().ok()?;
    (record_id(number) == spelled).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::{Dossier, Ids, List, Record};

    #[test]
    fn a_new_record_has_the_first_id_that_none_has() {
        let ids = ["n2", "n03", "n+1", "x4", "n5"];
        let records = ids.map(|id| Record::new(id).into());
        let list = List {
            records: records.to_vec(),
            complete: false,
        };
        let mut dossier = Dossier::default();
        dossier.lists.insert("titles".to_owned(), list);
        let mut ids = Ids::default();
        ids.look(&dossier);
        let free: Vec<String> = (0..4).map(|_| ids.free()).collect();
        assert_eq!(free, ["n1", "n3", "n4", "n6"]);
    }
}
