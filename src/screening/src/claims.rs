//! By what the same person, achievement or file is known again.

use dossier::{Answer, Dossier, Evidence, Record, to_half_width};
use package::digest::FileDigest;
use package::subject::File;
use rulebook::Book;

use crate::screened::{Claim, Keys};

/// The answers that say "as lead or first author", in the vocabulary of dossiers: field and value.
const LEADING: [(&str, &str); 2] = [("role", "lead"), ("authorship", "first_or_corresponding")];
/// The field that says which place among several; the first leads.
const RANK: &str = "rank";
/// The field with the title of an achievement.
const TITLE: &str = "title";
/// The question with the birth date.
const BORN: &str = "birth_date";

/// The keys of a candidate; `files` are those with digests.
pub(crate) fn keys(book: &Book, dossier: &Dossier, files: &[File]) -> Keys {
    let mut keys = Keys {
        person: person(book, dossier),
        ..Keys::default()
    };
    for (list, records) in &dossier.lists {
        for record in records.records.iter().filter(|record| leads(record)) {
            let kind = book.list.iter().find(|entry| entry.id == *list);
            let kind = kind.and_then(|entry| entry.kind_field.as_deref());
            let kind = kind
                .and_then(|field| record.answer(field)?.text())
                .unwrap_or(list);
            if let Some(title) = text(record.answer(TITLE)) {
                let key = digest(&["achievement", kind, &plain(title)]);
                let what = title.to_owned();
                keys.achievements.push(Claim { key, what });
            }
            keys.files.extend(of_files(record, files));
        }
    }
    keys
}

fn of_files(record: &Record, files: &[File]) -> Vec<Claim> {
    let named = |file: &&File| {
        let evidence = Evidence::File(file.name.clone());
        file.holder == record.id && record.evidence.contains(&evidence)
    };
    let claim = |file: &File| Claim {
        key: digest(&["file", &file.digest.hex()]),
        what: file.name.clone(),
    };
    files.iter().filter(named).map(claim).collect()
}

fn person(book: &Book, dossier: &Dossier) -> Vec<String> {
    let answer = |question: &str| text(dossier.answer(question));
    let number = book.roles.id_number.as_deref().and_then(answer);
    let number = number.map(|number| digest(&["number", &plain(number)]));
    let name = answer(&book.roles.name).zip(answer(BORN));
    let name = name.map(|(name, born)| digest(&["name", &plain(name), born]));
    number.into_iter().chain(name).collect()
}

fn leads(record: &Record) -> bool {
    let says =
        |(field, value): &(&str, &str)| record.answer(field).and_then(Answer::text) == Some(*value);
    let first = match record.answer(RANK) {
        Some(Answer::Number(rank)) => rank.to_integer() == Some(1),
        _ => false,
    };
    first || LEADING.iter().any(says)
}

fn text(answer: Option<&Answer>) -> Option<&str> {
    let text = answer.and_then(Answer::text)?.trim();
    (!text.is_empty()).then_some(text)
}

/// A title without what people write differently: width, case, blanks, punctuation.
fn plain(title: &str) -> String {
    let half = to_half_width(title);
    let letters = half.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

fn digest(parts: &[&str]) -> String {
    let hex = FileDigest::of(parts.join("\n").as_bytes()).hex();
    hex.get(..32).unwrap_or(&hex).to_owned()
}
