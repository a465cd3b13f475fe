//! Every place of a book is changed in every way: what the published schema refuses is refused with the
//! path of that place, and nothing else is.

use std::collections::BTreeSet;

use json::{Decimal, Json, Object, Path, Step, to_json};

use super::schema_of::{Schema, Spot};
use super::small_book;
use crate::cases::tests::BOOK;
use crate::read::read;
use crate::{Book, compile_book};

/// So many places are changed at once: each has one fault, or two, and a hundred are told.
const AT_ONCE: usize = 45;

/// What is put in the place of a part: a value of each type, and of its own type others.
fn changes(json: &Json) -> Vec<Json> {
    let number = |text| Json::Number(Decimal::parse(text).unwrap());
    let mut changed = vec![
        Json::Null,
        Json::Bool(true),
        number("1"),
        Json::from("no such thing"),
        Json::Array(Vec::new()),
    ];
    match json {
        Json::Number(_) => changed.extend(["-1", "1.5", "256", "4294967296"].map(number)),
        Json::Text(_) => changed.push(Json::from("2020-02-30")),
        Json::Array(items) => {
            let more = items.iter().cloned().chain([Json::Null]);
            changed.push(Json::Array(more.collect()));
        }
        Json::Object(object) => changed.extend(other_keys(object)),
        Json::Null | Json::Bool(_) => {}
    }
    if json.as_object().is_none() {
        changed.push(Json::Object(Object::new()));
    }
    changed.retain(|other| other != json);
    changed
}

/// Each key left out, each key written otherwise, and a key more.
fn other_keys(object: &Object) -> Vec<Json> {
    let mut changed = Vec::new();
    for left_out in 0..object.len() {
        let all = || object.iter().enumerate();
        let without = all().filter(|(index, _)| *index != left_out);
        let without: Object = without
            .map(|(_, (key, json))| (key, json.clone()))
            .collect();
        changed.push(Json::Object(without));
        let renamed = all().map(|(index, (key, json))| {
            let end = if index == left_out { "?" } else { "" };
            (format!("{key}{end}"), json.clone())
        });
        changed.push(Json::Object(renamed.collect()));
    }
    let mut more = object.clone();
    more.insert("no such key", Json::Null);
    changed.push(Json::Object(more));
    changed
}

fn put(book: &mut Json, path: &Path, json: &Json) {
    let mut part = book;
    for step in path.steps() {
        part = match (part, step) {
            (Json::Object(object), Step::Key(key)) => object.get_mut(key).unwrap(),
            (Json::Array(items), Step::Index(index)) => &mut items[*index],
            _ => panic!("there is no `{path}`"),
        };
    }
    part.clone_from(json);
}

/// Reads the book with some places changed: each of them has a fault, if they are to have one, and no other has.
fn judge(book: &mut Json, changed: &[(&Spot<'_>, &Json)], refused: bool) {
    for (spot, json) in changed {
        put(book, &spot.path, json);
    }
    let errors = read::<Book>(book).err().unwrap_or_default();
    for (spot, _) in changed {
        put(book, &spot.path, spot.json);
    }
    let mut faulty = BTreeSet::new();
    for error in errors {
        let place = error.place();
        let is_changed =
            |(spot, _): &&(&Spot<'_>, &Json)| place.steps().starts_with(spot.path.steps());
        let (spot, _) = changed
            .iter()
            .find(is_changed)
            .unwrap_or_else(|| panic!("{error}"));
        assert!(
            place.steps().len() <= spot.path.steps().len() + 1,
            "{error}"
        );
        faulty.insert(&spot.path);
    }
    for (spot, json) in changed {
        let is_refused = faulty.contains(&spot.path);
        assert_eq!(
            is_refused,
            refused,
            "`{}` as {}",
            spot.path,
            json.canonical()
        );
    }
}

fn every_change_is_judged(book: &Book) -> usize {
    let json = to_json(book).unwrap();
    let schema = Schema::of_a_book();
    let spots = schema.spots(&json);
    let mut book = json.clone();
    let deepest = spots.iter().map(|spot| spot.path.steps().len()).max();
    let mut count = 0;
    for depth in 0..=deepest.unwrap() {
        // Places of one depth do not lie within each other.
        let spots = spots.iter().filter(|spot| spot.path.steps().len() == depth);
        let spots: Vec<_> = spots.map(|spot| (spot, changes(spot.json))).collect();
        let most = spots.iter().map(|(_, changes)| changes.len()).max();
        for turn in 0..most.unwrap() {
            let of_turn = spots
                .iter()
                .filter_map(|(spot, changes)| Some((*spot, changes.get(turn)?)));
            let (fitting, refused): (Vec<_>, Vec<_>) =
                of_turn.partition(|(spot, other)| schema.allows(spot, other));
            count += refused.len();
            fitting
                .chunks(AT_ONCE)
                .for_each(|some| judge(&mut book, some, false));
            refused
                .chunks(AT_ONCE)
                .for_each(|some| judge(&mut book, some, true));
        }
    }
    count
}

#[test]
fn every_change_of_the_small_book_is_refused_at_its_place_or_fits() {
    assert!(every_change_is_judged(&small_book().book) > 5_000);
}

#[test]
fn every_change_of_the_shipped_book_is_refused_at_its_place_or_fits() {
    assert!(every_change_is_judged(&BOOK) > 25_000);
}

#[test]
fn what_is_read_is_written_as_it_was() {
    for book in [small_book().book, BOOK.clone()] {
        let text = compile_book(&book).unwrap();
        let read: Book = read(&Json::parse(text.as_bytes()).unwrap()).unwrap();
        assert_eq!(compile_book(&read), Ok(text));
    }
}
