//! The shape of every entry on its own, so that one wrong entry does not hide the next.

use json::{Json, Object, Path, ShapeError, ShapeErrorKind, Step, from_json};
use serde::de::DeserializeOwned;

use crate::{
    Book, Category, Check, Clause, CutOff, DateDef, Level, Material, Notice, Part, Question,
    RecordList, Roles, Route, Scale, Score, Screen, Source, Statement, Target, Window,
};

/// Reads one value, for its error only.
type Read = fn(&Json) -> Option<ShapeError>;

/// Lists of entries: key and reader of one entry.
const LISTS: [(&str, Read); 17] = [
    ("source", read::<Source>),
    ("scale", read::<Scale>),
    ("screen", read::<Screen>),
    ("question", read::<Question>),
    ("list", read::<RecordList>),
    ("check", read::<Check>),
    ("date", read::<DateDef>),
    ("window", read::<Window>),
    ("level", read::<Level>),
    ("category", read::<Category>),
    ("part", read::<Part>),
    ("clause", read::<Clause>),
    ("route", read::<Route>),
    ("notice", read::<Notice>),
    ("material", read::<Material>),
    ("statement", read::<Statement>),
    ("target", read::<Target>),
];

/// Single entries: key and reader.
const TABLES: [(&str, Read); 3] = [
    ("roles", read::<Roles>),
    ("cut_off", read::<CutOff>),
    ("score", read::<Score>),
];

/// Everything whose shape is wrong: an error an entry, and those of the book as a whole.
pub(super) fn shape_errors(json: &Json) -> Vec<ShapeError> {
    let Json::Object(book) = json else {
        return Vec::new();
    };
    let mut errors = Vec::new();
    for (key, read) in LISTS
        .into_iter()
        .chain([("step", read::<crate::Step> as Read)])
    {
        let items = book.get(key).and_then(Json::as_array).unwrap_or_default();
        for (index, item) in items.iter().enumerate() {
            let steps = [Step::Key(key.to_owned()), Step::Index(index)];
            errors.extend(read(item).map(|error| under(error, steps)));
        }
    }
    for (key, read) in TABLES {
        let error = book.get(key).and_then(read);
        errors.extend(error.map(|error| under(error, [Step::Key(key.to_owned())])));
    }
    errors.extend(of_the_whole(book, &errors));
    errors
}

fn read<T: DeserializeOwned>(json: &Json) -> Option<ShapeError> {
    from_json::<T>(json).err()
}

fn under(error: ShapeError, steps: impl IntoIterator<Item = Step>) -> ShapeError {
    let path = steps.into_iter().chain(error.path.0).collect();
    ShapeError {
        path: Path(path),
        ..error
    }
}

/// Errors of the keys of the book itself, found with the wrong entries left out.
///
/// Each round takes out the key it complained of, so that the next one can be heard.
fn of_the_whole(book: &Object, found: &[ShapeError]) -> Vec<ShapeError> {
    let mut book = without(book, found);
    let mut errors = Vec::new();
    for _ in 0..=book.len() {
        let Err(error) = from_json::<Book>(&Json::Object(book.clone())) else {
            break;
        };
        let taken = match (error.path.steps().first(), &error.kind) {
            (Some(Step::Key(key)), _) | (None, ShapeErrorKind::UnknownKey { key, .. }) => {
                book.remove(key)
            }
            _ => None,
        };
        errors.push(error);
        if taken.is_none() {
            break;
        }
    }
    // A key that was taken out for its value is missing then; that is no fault of its own.
    let is_taken = |key: &str| errors.iter().any(|error| names(error, key));
    let keep = |error: &ShapeError| match &error.kind {
        ShapeErrorKind::MissingKey { key } if error.path.is_top() => !is_taken(key),
        _ => !found.contains(error),
    };
    let keep: Vec<bool> = errors.iter().map(keep).collect();
    let kept = errors.into_iter().zip(keep).filter(|(_, keep)| *keep);
    kept.map(|(error, _)| error).collect()
}

fn names(error: &ShapeError, key: &str) -> bool {
    matches!(error.path.steps().first(), Some(Step::Key(first)) if first == key)
}

/// The book without the entries that are wrong.
fn without(book: &Object, found: &[ShapeError]) -> Object {
    let mut book = book.clone();
    let mut wrong: Vec<_> = found.iter().map(|error| error.path.steps()).collect();
    wrong.sort_unstable();
    wrong.dedup_by(|a, b| a.first() == b.first() && a.get(1) == b.get(1));
    for steps in wrong.into_iter().rev() {
        let [Step::Key(key), Step::Index(index), ..] = steps else {
            continue;
        };
        if let Some(Json::Array(items)) = book.get_mut(key) {
            items.remove(*index);
        }
    }
    book
}
