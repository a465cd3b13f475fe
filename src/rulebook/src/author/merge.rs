//! The files of a folder as one object.

use json::{Json, Object, Path, Step};

use super::{Places, toml};
use crate::{BookError, BookErrorKind, BookErrors, Place};

/// The file that comes first.
const FIRST: &str = "book.toml";

/// All files as one object: lists are put together, any other key stands in one file.
pub(super) fn merge(files: &[(String, String)]) -> Result<(Json, Places), BookErrors> {
    let mut files: Vec<_> = files.iter().collect();
    files.sort_by(|(a, _), (b, _)| (a != FIRST, a).cmp(&(b != FIRST, b)));
    let first = files
        .first()
        .map(|(name, _)| name.clone())
        .unwrap_or_default();
    let mut merged = Merged {
        object: Object::new(),
        places: Places::new(Place {
            file: first,
            line: 0,
            column: 0,
        }),
        errors: Vec::new(),
    };
    if files.is_empty() {
        merged.error(Path::default(), Place::default(), BookErrorKind::NoFiles);
    }
    for (name, text) in files {
        match toml::read(name, text) {
            Ok((object, places)) => merged.add(object, places),
            Err(errors) => merged.errors.extend(errors),
        }
    }
    BookErrors::or(merged.errors, (Json::Object(merged.object), merged.places))
}

struct Merged {
    object: Object,
    places: Places,
    errors: Vec<BookError>,
}

impl Merged {
    fn add(&mut self, object: Object, places: Places) {
        let mut parts = places.into_parts();
        for (key, value) in object {
            let places = parts.remove(&key).unwrap_or_default();
            self.add_key(key, value, places);
        }
    }

    fn add_key(&mut self, key: String, value: Json, places: Places) {
        let path = Path(vec![Step::Key(key.clone())]);
        let first = self.places.find(&path);
        match (self.object.get_mut(&key), value) {
            (None, value) => {
                self.places.put_key(&key, places);
                self.object.insert(key, value);
            }
            (Some(Json::Array(items)), Json::Array(more)) => {
                let before = items.len();
                items.extend(more);
                self.places.extend_list(&key, before, places);
            }
            _ => self.error(path, places.place, BookErrorKind::InTwoFiles { key, first }),
        }
    }

    fn error(&mut self, path: Path, place: Place, kind: BookErrorKind) {
        self.errors.push(BookError {
            place,
            path,
            entry: None,
            kind,
        });
    }
}

impl Places {
    /// Puts the items of a list behind the `before` items that the list under a key has.
    fn extend_list(&mut self, key: &str, before: usize, more: Self) {
        let Some(list) = self.part_mut(key) else {
            return;
        };
        for (index, places) in more.into_parts() {
            if let Ok(index) = index.parse::<usize>() {
                list.put_index(before + index, places);
            }
        }
    }
}
