//! What is other in one book than in another.

use json::{Json, Path, Step, WriteError, to_json};
use rulebook::Book;

/// An entry, or a value of one, that is other than before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The ids of the entries around it and the keys within, as in `G7/form[0]/rule`.
    pub place: String,
    /// The path in the older book; in the newer one for what was added.
    pub path: Path,
    /// The older value; none for what was added.
    pub old: Option<Json>,
    /// The newer value; none for what was removed.
    pub new: Option<Json>,
}

/// Every difference, in the order of the older book; what was added comes after.
///
/// # Errors
/// When a number of a book cannot stand in JSON; never for a book that was read.
pub fn differences(old: &Book, new: &Book) -> Result<Vec<Difference>, WriteError> {
    let (old, new) = (to_json(old)?, to_json(new)?);
    let mut found = Vec::new();
    compare((&old, &new), &Path::default(), "", &mut found);
    Ok(found)
}

/// INVARIANT: nests no deeper than the JSON does, which its reader bounds.
fn compare((old, new): (&Json, &Json), path: &Path, place: &str, found: &mut Vec<Difference>) {
    if old == new {
        return;
    }
    match (old, new) {
        (Json::Object(a), Json::Object(b)) => {
            let keys = a.iter().map(|(key, _)| key);
            let added = b
                .iter()
                .map(|(key, _)| key)
                .filter(|key| !a.contains_key(key));
            for key in keys.chain(added) {
                let path = path.join(Step::Key(key.to_owned()));
                let place = join(place, key);
                part((a.get(key), b.get(key)), &path, &place, found);
            }
        }
        (Json::Array(a), Json::Array(b)) if a.iter().chain(b).all(|item| name(item).is_some()) => {
            entries((a, b), path, place, found);
        }
        _ => found.push(Difference {
            place: place.to_owned(),
            path: path.clone(),
            old: Some(old.clone()),
            new: Some(new.clone()),
        }),
    }
}

fn part(
    (old, new): (Option<&Json>, Option<&Json>),
    path: &Path,
    place: &str,
    found: &mut Vec<Difference>,
) {
    match (old, new) {
        (Some(old), Some(new)) => compare((old, new), path, place, found),
        (old, new) => found.push(Difference {
            place: place.to_owned(),
            path: path.clone(),
            old: old.cloned(),
            new: new.cloned(),
        }),
    }
}

/// Entries are the same when their names are, wherever they stand.
fn entries((old, new): (&[Json], &[Json]), path: &Path, place: &str, found: &mut Vec<Difference>) {
    for (index, entry) in old.iter().enumerate() {
        let id = name(entry).unwrap_or_default();
        let other = new.iter().find(|other| name(other).as_ref() == Some(&id));
        let path = path.join(Step::Index(index));
        part((Some(entry), other), &path, &join(place, &id), found);
    }
    for (index, entry) in new.iter().enumerate() {
        let id = name(entry).unwrap_or_default();
        if !old.iter().any(|other| name(other).as_ref() == Some(&id)) {
            let path = path.join(Step::Index(index));
            part((None, Some(entry)), &path, &join(place, &id), found);
        }
    }
}

/// The name of an entry: its id, with the level where routes share one; a form's levels.
fn name(entry: &Json) -> Option<String> {
    let level = entry.get("level");
    if let Some(id) = entry.get("id").and_then(Json::as_str) {
        let level = level.and_then(Json::as_str);
        return Some(level.map_or_else(|| id.to_owned(), |level| format!("{level}:{id}")));
    }
    let is_form = entry.get("rule").is_some() && entry.get("text").is_some();
    is_form.then(|| level.map_or_else(|| "*".to_owned(), Json::canonical))
}

fn join(place: &str, key: &str) -> String {
    if place.is_empty() {
        key.to_owned()
    } else {
        format!("{place}/{key}")
    }
}
