//! The worked example: a dossier and its assessment, line by line.

use json::Json;

use crate::support::{Zhicheng, vector};

#[test]
fn the_example_is_judged_as_worked() {
    let outcome = Zhicheng::new("assess --json --today 2026-11-24")
        .arg(vector("example.dossier.json"))
        .run()
        .code(0);
    let found = Json::parse(outcome.out.trim().as_bytes()).unwrap();
    let expected = std::fs::read(vector("example.assessment.json")).unwrap();
    let expected = Json::parse(&expected).unwrap();
    let mut differences = Vec::new();
    compare("", &expected, &found, &mut differences);
    assert!(differences.is_empty(), "{differences:#?}");
}

/// Everything expected is there; more may be. Version and digest are the book's own.
fn compare(place: &str, expected: &Json, found: &Json, differences: &mut Vec<String>) {
    if matches!(place, "/book/version" | "/book/digest") {
        return;
    }
    match (expected, found) {
        (Json::Object(expected), Json::Object(found)) => {
            for (key, value) in expected.iter() {
                let place = format!("{place}/{key}");
                match found.get(key) {
                    Some(found) => compare(&place, value, found, differences),
                    None => differences.push(format!("{place} is missing")),
                }
            }
        }
        _ if expected == found => {}
        _ => differences.push(format!("{place}: {expected:?}, found {found:?}")),
    }
}
