//! By what the same person, achievement or file is known again. What a person can claim alone, the book says.

use dossier::{Answer, Dossier, Evidence, Record, to_half_width};
use package::digest::{FileDigest, to_hex};
use package::subject::File;
use rulebook::{Book, Claimed, Lead, RecordList, Scalar, Stated, StatedRecord, StatedRecords};

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
        for record in records {
            let answer = |field: &str| record.answer(field).map(said);
            if leads(claimed, &answer) {
                keys.achievements
                    .extend(achievement(list, claimed, &answer));
                keys.files.extend(of_files(record, files));
            }
        }
    }
    keys
}

/// The achievements among records that are stated.
pub(crate) fn of_stated(book: &Book, stated: &StatedRecords<'_>) -> Vec<Claim> {
    let mut claims = Vec::new();
    for (place, list) in book.list.iter().enumerate() {
        let Some(claimed) = &list.claim else {
            continue;
        };
        let records = stated.records.iter();
        for record in records.filter(|record| record.list == place) {
            let answer = |field: &str| stated_answer(list, (record, stated), field);
            if leads(claimed, &answer) {
                claims.extend(achievement(list, claimed, &answer));
            }
        }
    }
    claims
}

/// The answers of a record, by field.
type Answers<'f, 'a> = &'f dyn Fn(&str) -> Option<Stated<'a>>;

/// An answer of a dossier, of which no more is known than what stands there.
fn said(answer: &Answer) -> Stated<'_> {
    match answer {
        Answer::None => Stated::None,
        Answer::YesNo(yes) => Stated::YesNo(*yes),
        Answer::Number(number) => Stated::Number(*number),
        Answer::Text(text) => Stated::Text(text),
    }
}

fn stated_answer<'a>(
    list: &RecordList,
    (record, stated): (&StatedRecord, &StatedRecords<'a>),
    field: &str,
) -> Option<Stated<'a>> {
    let mut fields = stated.fields(record).iter();
    let found = fields.find(|(place, _)| record.name(list, *place) == Some(field));
    found.map(|(_, stated)| *stated)
}

fn achievement(list: &RecordList, claimed: &Claimed, answer: Answers<'_, '_>) -> Option<Claim> {
    let title = filled(answer(&claimed.title)?.text()?)?;
    let kind = list.kind_field.as_deref();
    let kind = kind.and_then(|field| answer(field)?.text());
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
    let answer = |question: &str| filled(dossier.answer(question)?.text()?);
    let number = book.roles.id_number.as_deref().and_then(answer);
    let number = number.map(|number| digest(&["number", &plain(number)]));
    let born = book.roles.birth_date.as_deref().and_then(answer);
    let name = answer(&book.roles.name).zip(born);
    let name = name.map(|(name, born)| digest(&["name", &plain(name), born]));
    number.into_iter().chain(name).collect()
}

fn leads(claimed: &Claimed, answer: Answers<'_, '_>) -> bool {
    let says = |lead: &Lead| match (answer(&lead.field), &lead.is) {
        (Some(Stated::Number(number)), Scalar::Number(is)) => number == *is,
        (Some(Stated::YesNo(yes)), Scalar::YesNo(is)) => yes == *is,
        (Some(stated), Scalar::Choice(is)) => stated.text() == Some(is),
        _ => false,
    };
    claimed.lead.iter().any(says)
}

/// A text without the blanks around it; none where nothing else stands there.
fn filled(text: &str) -> Option<&str> {
    let text = text.trim();
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
