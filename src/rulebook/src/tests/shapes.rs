//! TOML, its shape, and the merging of files: errors name file, line and entry.

use json::{Path, Step};

use super::{changed, line_of, small, small_book};
use crate::author::read_folder;

/// The errors of the small book with a text changed, and the line of another text in it.
fn errors_at(find: &str, replace: &str, at: &str) -> (String, String) {
    let files = changed(find, replace);
    let place = line_of(&files, at);
    let errors = read_folder(&files).unwrap_err();
    (errors.to_string(), format!("{place}:"))
}

#[test]
fn an_unknown_key_is_named_with_the_one_meant_and_all_known() {
    let (errors, place) = errors_at("label = \"能力\"", "lable = \"能力\"", "lable");
    assert_eq!(
        errors,
        format!(
            "{place}1: in `ability`: at `part[0].lable`: unknown key `lable`; \
             did you mean `label`? known keys: `id`, `label`"
        )
    );
}

#[test]
fn keys_and_values_of_the_wrong_shape_are_named() {
    for (find, replace, at, says) in [
        (
            "horizon = 10",
            "horizont = 10",
            "horizont",
            "did you mean `horizon`?",
        ),
        (
            "horizon = 10",
            "horizon = \"10\"",
            "horizon",
            "found a text, needed a number",
        ),
        (
            "horizon = 10",
            "horizon = 1.5",
            "horizon",
            "`1.5` is not a whole number",
        ),
        (
            "horizon = 10",
            "horizon = 300",
            "horizon",
            "write a whole number from 0 to 255",
        ),
        (
            "kind = \"yes_no\"",
            "kind = \"yesno\"",
            "yesno",
            "did you mean `yes_no`?",
        ),
        (
            "by = \"employer\"",
            "by = \"boss\"",
            "boss",
            "unknown choice `boss`",
        ),
        (
            "effective_from = 2020-01-01",
            "effective_from = 2020-01-01T08:00:00",
            "effective_from",
            "needed YYYY-MM-DD",
        ),
        (
            "test = true } }",
            "test = { most = 5 } } }",
            "{ most = 5 }",
            "known keys: `is`, `one_of`",
        ),
        (
            "test = true } }",
            "test = { is = { at_least = 5 } } } }",
            "is = { at_least",
            "needed yes/no",
        ),
        (
            "rank = { at_most = 5 }",
            "rank = [5]",
            "rank = [5]",
            "needed yes/no, a number",
        ),
        (
            "{ years_before_cut_off = 5 }",
            "{ years_before_cutoff = 5 }",
            "cutoff = 5",
            "did you mean `years_before_cut_off`?",
        ),
        (
            "line = 80",
            "line = 80.1234567",
            "line = 80",
            "`80.1234567` cannot be kept exactly",
        ),
        (
            "line = 80",
            "line = inf",
            "line = inf",
            "`inf` cannot be kept exactly",
        ),
        (
            "line = 80",
            "line = 1e30",
            "line = 1e30",
            "write it plainly",
        ),
        (
            "line = 80",
            "lines = 80",
            "lines = 80",
            "did you mean `line`?",
        ),
        ("line = 80", "line = = 80", "line = =", "not TOML"),
    ] {
        let (errors, place) = errors_at(find, replace, at);
        let found = errors
            .lines()
            .any(|line| line.starts_with(&place) && line.contains(says));
        assert!(found, "{place} {says}\n{errors}");
    }
}

#[test]
fn a_missing_key_is_named_at_its_entry() {
    let (errors, place) = errors_at("label = \"能力\"\n", "", "[[part]]");
    assert!(errors.starts_with(&place), "{errors}");
    assert!(
        errors.contains("in `ability`: at `part[0]`: key `label` is missing; add `label = …`"),
        "{errors}"
    );
}

#[test]
fn every_wrong_entry_is_reported_and_keys_of_the_book_too() {
    let mut files = small();
    for (_, text) in &mut files {
        *text = text
            .replace("title = \"在职\"", "titel = \"在职\"")
            .replace("title = \"无禁期\"", "titel = \"无禁期\"")
            .replace("by = \"employer\"", "by = \"boss\"")
            .replace("label = \"能力\"\n", "")
            .replace("horizon = 10", "horizont = 10\nfoo = 1");
    }
    let errors = read_folder(&files).unwrap_err();
    let text = errors.to_string();
    assert_eq!(errors.iter().len(), 6, "{text}");
    for says in [
        "in `G1`",
        "in `G2`",
        "in `display`",
        "`horizont`",
        "`foo`",
        "in `ability`: at `part[0]`: key `label` is missing",
    ] {
        assert!(text.contains(says), "{says}\n{text}");
    }
}

#[test]
fn every_fault_of_one_entry_is_reported() {
    let (errors, place) = errors_at(
        "min = 0, max = 60, unit = \"年\"",
        "min = 0.5, max = \"60\", unit = 3",
        "max = \"60\"",
    );
    let says = [
        "`0.5` is not a whole",
        "found a text, needed a number",
        "found a number, needed a text",
    ];
    assert_eq!(errors.lines().count(), says.len(), "{errors}");
    for (line, says) in errors.lines().zip(says) {
        assert!(
            line.starts_with(&place) && line.contains(says),
            "{says}\n{errors}"
        );
    }
}

#[test]
fn the_toml_errors_of_all_files_are_reported() {
    let mut files = small();
    for (_, text) in &mut files {
        text.push_str("\n[broken\n");
    }
    let errors = read_folder(&files).unwrap_err();
    let names: Vec<_> = errors
        .iter()
        .map(|error| error.place.file.as_str())
        .collect();
    assert_eq!(
        names,
        ["book.toml", "questions.toml", "rules.toml", "score.toml"]
    );
}

#[test]
fn a_key_in_two_files_is_refused_naming_both() {
    let mut files = small();
    files.push(("more.toml".to_owned(), "# more\nhorizon = 3\n".to_owned()));
    let errors = read_folder(&files).unwrap_err().to_string();
    assert!(
        errors.starts_with("more.toml:2:1: at `horizon`: `horizon` stands at book.toml:8:1"),
        "{errors}"
    );
}

#[test]
fn lists_of_tables_are_put_together_in_the_order_of_the_names() {
    let mut files = small();
    let part = "[[part]]\nid = \"more\"\nlabel = \"另一部分\"\n".to_owned();
    files.push(("a.toml".to_owned(), part));
    let authored = read_folder(&files).unwrap();
    let ids: Vec<_> = authored
        .book
        .part
        .iter()
        .map(|part| part.id.as_str())
        .collect();
    assert_eq!(ids, ["ability", "more"]);
    let label = Path(vec![
        Step::Key("part".to_owned()),
        Step::Index(1),
        Step::Key("label".to_owned()),
    ]);
    assert_eq!(authored.places.find(&label).to_string(), "a.toml:3:1");
}

#[test]
fn the_place_of_what_is_not_there_is_that_of_the_nearest_around_it() {
    let places = small_book().places;
    let path = Path(vec![
        Step::Key("part".to_owned()),
        Step::Index(0),
        Step::Key("none".to_owned()),
    ]);
    assert_eq!(
        places.find(&path).to_string(),
        line_of(&small(), "[[part]]") + ":1"
    );
    assert_eq!(places.find(&Path::default()).to_string(), "book.toml");
}

#[test]
fn columns_are_counted_in_characters() {
    let (errors, place) = errors_at(
        "{ level = [\"top\"], text = \"两项中的一项。\", rule",
        "{ level = [\"top\"], text = \"两项中的一项。\", role",
        "role = {",
    );
    assert!(errors.starts_with(&format!("{place}40:")), "{errors}");
}

#[test]
fn no_files_are_no_book() {
    let errors = read_folder(&[]).unwrap_err().to_string();
    assert_eq!(
        errors,
        "the whole text: there is no TOML file; a book is a folder with `book.toml`"
    );
}
