//! The first place where two values differ.

use {
    super::Difference,
    json::{Json, Path, Step},
};

/// How much of a value is shown, in characters.
const SHOWN: usize = 80;

/// The first difference, keys in canonical order.
pub(super) fn first(packed: &Json, reckoned: &Json) -> Option<Difference> {
    if packed == reckoned {
        return None;
    }
    let mut steps = Vec::new();
    let (packed, reckoned) = descend(packed, reckoned, &mut steps);
    Some(Difference {
        path: Path(steps),
        packed: packed.map(shown),
        reckoned: reckoned.map(shown),
    })
}

type Pair<'a> = (Option<&'a Json>, Option<&'a Json>);

/// Follows the first difference down to where it is smallest.
fn descend<'a>(mut left: &'a Json, mut right: &'a Json, steps: &mut Vec<Step>) -> Pair<'a> {
    while let Some((step, inner)) = next(left, right) {
        steps.push(step);
        match inner {
            (Some(inner_left), Some(inner_right)) => (left, right) = (inner_left, inner_right),
            one_sided => return one_sided,
        }
    }
    (Some(left), Some(right))
}

/// The first member or item that differs; none for values that have none.
fn next<'a>(left: &'a Json, right: &'a Json) -> Option<(Step, Pair<'a>)> {
    match (left, right) {
        (Json::Object(a), Json::Object(b)) => {
            let keys = a.iter_sorted().chain(b.iter_sorted());
            let key = keys
                .map(|(key, _)| key)
                .find(|key| a.get(key) != b.get(key))?;
            Some((Step::Key(key.to_owned()), (a.get(key), b.get(key))))
        }
        (Json::Array(a), Json::Array(b)) => {
            let mut places = 0..a.len().max(b.len());
            let place = places.find(|&place| a.get(place) != b.get(place))?;
            Some((Step::Index(place), (a.get(place), b.get(place))))
        }
        _ => None,
    }
}

fn shown(json: &Json) -> String {
    json.canonical().chars().take(SHOWN).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn difference(a: &str, b: &str) -> Option<(String, Option<String>, Option<String>)> {
        let read = |text: &str| Json::parse(text.as_bytes()).unwrap();
        let found = first(&read(a), &read(b))?;
        Some((found.path.to_string(), found.packed, found.reckoned))
    }

    #[test]
    fn the_order_of_keys_is_no_difference() {
        assert_eq!(difference(r#"{"a":1,"b":2}"#, r#"{"b":2,"a":1}"#), None);
    }

    #[test]
    fn the_first_difference_is_named_by_its_path() {
        let found = |path: &str, a: Option<&str>, b: Option<&str>| {
            Some((path.to_owned(), a.map(str::to_owned), b.map(str::to_owned)))
        };
        assert_eq!(
            difference(r#"{"a":[1,{"x":2}]}"#, r#"{"a":[1,{"x":3}]}"#),
            found("a[1].x", Some("2"), Some("3"))
        );
        assert_eq!(
            difference(r#"{"a":[1]}"#, r#"{"a":[1,2]}"#),
            found("a[1]", None, Some("2"))
        );
        assert_eq!(
            difference(r#"{"a":1,"b":2}"#, r#"{"a":1}"#),
            found("b", Some("2"), None)
        );
        assert_eq!(difference("1", "[1]"), found("", Some("1"), Some("[1]")));
    }
}
