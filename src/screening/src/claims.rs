//! By what the same person, achievement or file is known again. What a person can claim alone, the book says.

use dossier::{Answer, Dossier, Evidence, Record, to_half_width};
use package::digest::{FileDigest, to_hex};
use package::subject::File;
use rulebook::{Book, Claimed, Lead, RecordList, Scalar};

use crate::screened::{Claim, Keys};

/// The keys of a candidate; `files` are those with digests.
pub(crate) fn keys(book: &Book, dossier: &Dossier, files: &[File]) -> Keys {
    let mut keys = Keys {
        person: person(book, dossier),
        ..Keys::default()
    };
    for list in &book.list {
        let Some(claimed) = &list.claim else {
            continue;
        };
        let records = dossier.records(&list.id).iter();
        for record in records.filter(|record| leads(claimed, record)) {
            keys.achievements.extend(achievement(list, claimed, record));
            keys.files.extend(of_files(record, files));
        }
    }
    keys
}

fn achievement(list: &RecordList, claimed: &Claimed, record: &Record) -> Option<Claim> {
    let title = text(record.answer(&claimed.title))?;
    let kind = list.kind_field.as_deref();
    let kind = kind.and_then(|field| record.answer(field)?.text());
    let kind = kind.unwrap_or(&list.id);
    Some(Claim {
        key: digest(&["achievement", kind, &plain(title)]),
        what: title.to_owned(),
    })
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
    let born = book.roles.birth_date.as_deref().and_then(answer);
    let name = answer(&book.roles.name).zip(born);
    let name = name.map(|(name, born)| digest(&["name", &plain(name), born]));
    number.into_iter().chain(name).collect()
}

fn leads(claimed: &Claimed, record: &Record) -> bool {
    let says = |lead: &Lead| match (record.answer(&lead.field), &lead.is) {
        (Some(Answer::Number(number)), Scalar::Number(is)) => number == is,
        (Some(Answer::YesNo(yes)), Scalar::YesNo(is)) => yes == is,
        (Some(answer), Scalar::Choice(is)) => answer.text() == Some(is),
        _ => false,
    };
    claimed.lead.iter().any(says)
}

fn text(answer: Option<&Answer>) -> Option<&str> {
    let text = answer.and_then(Answer::text)?.trim();
    (!text.is_empty()).then_some(text)
}

/// A title without what people write differently: width, case, blanks, punctuation.
fn plain(title: &str) -> String {
    let half = to_half_width(title);
    let letters = half.chars().filter(|c| c.is_alphanumeric());
    let mut plain = String::with_capacity(half.len());
    plain.extend(letters.flat_map(char::to_lowercase));
    plain
}

fn digest(parts: &[&str]) -> String {
    let digest = FileDigest::of(parts.join("\n").as_bytes());
    let (half, _) = digest.sha256.split_at(16);
    to_hex(half)
}
