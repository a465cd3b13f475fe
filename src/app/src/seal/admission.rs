//! Which files may join which others, and what to know of those that have.

use dossier::Dossier;
use package::name::{self, ClashKind, Unicode};
use rulebook::{Book, Target};
use wording::Labels;
use wording::ui::seal::{FileAdvice, FileRefusal};

use crate::state::{FileShelf, StoredFile};

/// Whether a file of a name may join others of the same holder.
pub(crate) fn admit(name: &str, others: &[&str], unicode: Unicode) -> Result<(), FileRefusal> {
    name::check(name).map_err(FileRefusal::Name)?;
    if name.contains('/') {
        return Err(FileRefusal::Name(name::NameFault::Forbidden('/')));
    }
    for other in others {
        let pair = [*other, name];
        for clash in name::clashes(pair.into_iter(), unicode) {
            return Err(match clash.kind {
                ClashKind::Duplicate => FileRefusal::SameName,
                _ => FileRefusal::Alike((*other).to_owned()),
            });
        }
    }
    Ok(())
}

/// What to know of a file that is named; none of it blocks.
pub(crate) fn advice(
    book: &Book,
    dossier: &Dossier,
    shelf: &FileShelf,
    (holder, name): (&str, &str),
) -> Vec<FileAdvice> {
    let mut advice = Vec::new();
    match shelf.get(holder, name) {
        None => advice.push(FileAdvice::NotAtHand),
        Some(file) => {
            advice.extend(of_size(book.target.first(), file.digest.size));
            advice.extend(twin(book, dossier, shelf, (holder, file)));
        }
    }
    advice.extend(
        book.target
            .first()
            .into_iter()
            .flat_map(|target| of_name(target, name)),
    );
    advice
}

fn of_size(target: Option<&Target>, size: u64) -> Option<FileAdvice> {
    let limit = target?.max_file_bytes;
    match size {
        0 => Some(FileAdvice::Empty),
        size if size > limit => Some(FileAdvice::TooLarge { limit }),
        _ => None,
    }
}

fn of_name(target: &Target, name: &str) -> Vec<FileAdvice> {
    let mut advice = Vec::new();
    let limit = target.max_name_characters;
    if name.chars().count() > usize::try_from(limit).unwrap_or(usize::MAX) {
        advice.push(FileAdvice::LongName { limit });
    }
    let ending = name
        .rsplit_once('.')
        .map(|(_, ending)| ending.to_ascii_lowercase());
    if !ending.is_some_and(|ending| target.endings.contains(&ending)) {
        let taken = target.endings.clone();
        advice.push(FileAdvice::Ending { taken });
    }
    advice
}

/// Another named file of the same content.
fn twin(
    book: &Book,
    dossier: &Dossier,
    shelf: &FileShelf,
    (holder, file): (&str, &StoredFile),
) -> Option<FileAdvice> {
    let files = dossier.files();
    let mut others = files.into_iter().filter(|(other, name)| {
        (*other, *name) != (holder, file.name.as_str())
            && shelf
                .get(other, name)
                .is_some_and(|other| other.digest == file.digest)
    });
    let (other, name) = others.next()?;
    Some(FileAdvice::SameContent {
        holder: holder_name(book, dossier, other),
        name: name.to_owned(),
    })
}

/// What a person calls a holder of evidence.
pub(crate) fn holder_name(book: &Book, dossier: &Dossier, holder: &str) -> String {
    if let Some((list, record)) = dossier.record(holder) {
        return Labels::new(book).record(list, record);
    }
    let material = book.material.iter().find(|material| material.id == holder);
    material.map_or_else(|| holder.to_owned(), |material| material.label.clone())
}
