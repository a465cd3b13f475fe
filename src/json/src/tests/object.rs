//! Objects.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::make;
use crate::object::key_order;
use crate::{Json, Object};

fn keys(object: &Object) -> Vec<&str> {
    object.iter().map(|(key, _)| key).collect()
}

#[test]
fn members_keep_their_order_through_changes() {
    let mut object = Object::new();
    assert!(object.is_empty());
    for (place, key) in ["c", "a", "d", "b"].into_iter().enumerate() {
        assert_eq!(object.insert(key, i32::try_from(place).unwrap()), None);
    }
    assert_eq!(object.insert("a", "again"), Some(Json::from(1)));
    assert_eq!(keys(&object), ["c", "a", "d", "b"]);
    assert_eq!(object.remove("a"), Some(Json::from("again")));
    assert_eq!(object.remove("a"), None);
    assert_eq!(keys(&object), ["c", "d", "b"]);
    assert_eq!(object.get("d"), Some(&Json::from(2)));
    assert_eq!(object.get("a"), None);
    *object.get_mut("b").unwrap() = Json::Null;
    assert_eq!(object.get("b"), Some(&Json::Null));
    assert!(object.contains_key("c") && !object.contains_key("a"));
}

#[test]
fn order_does_not_count_in_equality() {
    let object = |entries: [(&str, i32); 2]| Object::from_iter(entries);
    assert_eq!(object([("a", 1), ("b", 2)]), object([("b", 2), ("a", 1)]));
    assert_ne!(object([("a", 1), ("b", 2)]), object([("a", 2), ("b", 1)]));
    assert_ne!(object([("a", 1), ("b", 2)]), Object::from_iter([("a", 1)]));
}

#[derive(Clone, Debug)]
enum Change {
    Insert(String, i32),
    Remove(String),
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        ("[a-e]", any::<i32>()).prop_map(|(key, value)| Change::Insert(key, value)),
        "[a-e]".prop_map(Change::Remove)
    ]
}

proptest! {
    #[test]
    fn it_behaves_as_a_map(changes in prop::collection::vec(change(), 0..40)) {
        let mut object = Object::new();
        let mut map = BTreeMap::new();
        for change in changes {
            match change {
                Change::Insert(key, value) => {
                    prop_assert_eq!(object.insert(key.clone(), value), map.insert(key, value).map(Json::from));
                }
                Change::Remove(key) => prop_assert_eq!(object.remove(&key), map.remove(&key).map(Json::from)),
            }
            let sorted: Vec<_> = object.iter_sorted().map(|(key, value)| (key.to_owned(), value.clone())).collect();
            let expected: Vec<_> = map.iter().map(|(key, value)| (key.clone(), Json::from(*value))).collect();
            prop_assert_eq!(sorted, expected);
            prop_assert_eq!(object.len(), map.len());
        }
    }

    #[test]
    fn keys_are_ordered_by_utf_16_code_units(a in make::text(), b in make::text()) {
        prop_assert_eq!(key_order(&a, &b), a.encode_utf16().cmp(b.encode_utf16()));
    }

    #[test]
    fn the_first_repeated_key_is_found(keys in prop::collection::vec("[a-h]", 0..12)) {
        let entries = keys.iter().map(|key| (key.clone(), Json::Null)).collect();
        let repeated = keys.iter().enumerate().position(|(place, key)| keys[..place].contains(key));
        prop_assert_eq!(Object::from_entries(entries).err(), repeated);
    }

    #[test]
    fn few_and_many_members_are_put_in_order_alike(keys in prop::collection::vec("[a-z]{1,3}", 50..80)) {
        let repeated = keys.iter().enumerate().position(|(place, key)| keys[..place].contains(key));
        let entries = keys.iter().map(|key| (key.clone(), Json::Null)).collect();
        match Object::from_entries(entries) {
            Err(place) => prop_assert_eq!(Some(place), repeated),
            Ok(object) => {
                prop_assert_eq!(None, repeated);
                let sorted: Vec<&str> = object.iter_sorted().map(|(key, _)| key).collect();
                prop_assert!(sorted.is_sorted());
                prop_assert_eq!(sorted.len(), keys.len());
            }
        }
    }
}
