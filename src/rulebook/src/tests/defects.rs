//! Every kind of fault, seeded into the small book, is found at its place.

mod tables;

use super::{changed, line_of, small, small_book};
use crate::author::read_folder;
use crate::{check, compile_book, read_book};

/// A defect: the text changed, its replacement, a text on the line of the error, what is said.
type Defect = (&'static str, &'static str, &'static str, &'static str);

#[test]
fn the_small_book_is_sound() {
    assert_eq!(check(&small_book().book), Vec::new());
}

/// The line of a text, or of one so many lines from it: `text@-2`.
fn place_of(files: &[(String, String)], at: &str) -> String {
    let Some((text, offset)) = at.rsplit_once('@') else {
        return line_of(files, at);
    };
    let place = line_of(files, text);
    let (file, line) = place.split_once(':').unwrap();
    let line: i32 = line.parse().unwrap();
    let offset: i32 = offset.parse().unwrap();
    format!("{file}:{}", line + offset)
}

fn each_is_found(defects: &[Defect]) {
    for (find, replace, at, says) in defects {
        let files = changed(find, replace);
        let place = place_of(&files, at);
        let errors = read_folder(&files).expect_err(find);
        let found = errors.iter().any(|error| {
            let text = error.to_string();
            text.starts_with(&format!("{place}:")) && text.contains(says)
        });
        assert!(found, "`{says}` is not said at {place}, but:\n{errors}");
    }
}

#[test]
fn faults_of_the_book_as_a_whole_are_found() {
    each_is_found(tables::BOOK);
}

#[test]
fn faults_of_questions_and_lists_are_found() {
    each_is_found(tables::ANSWERS);
}

#[test]
fn faults_of_days_and_windows_are_found() {
    each_is_found(tables::DAYS);
}

#[test]
fn faults_of_tests_are_found() {
    each_is_found(tables::TESTS);
}

#[test]
fn faults_of_clauses_are_found() {
    each_is_found(tables::CLAUSES);
}

#[test]
fn a_condition_that_counts_the_conditions_of_its_part_is_circular() {
    each_is_found(&[(
        "tier = \"core\" }, at_least = 2 } } }]",
        "tier = \"core\" }, at_least = 2 } } }, { level = [\"top\"], text = \"。\", rule = { part = { part = \"ability\", at_least = 1 } } }]",
        "id = \"C2\"@-1",
        "depends on itself",
    )]);
}

#[test]
fn faults_of_routes_are_found() {
    each_is_found(tables::ROUTES);
}

#[test]
fn faults_of_the_score_table_are_found() {
    each_is_found(tables::SCORE);
}

#[test]
fn faults_of_papers_and_steps_are_found() {
    each_is_found(tables::PAPERS);
}

#[test]
fn all_faults_are_reported_and_also_of_a_compiled_book() {
    let mut files = small();
    for (_, text) in &mut files {
        *text = text
            .replace("locator = \"某市\"", "locator = \"\"")
            .replace("horizon = 10", "horizon = 99");
    }
    let errors = read_folder(&files).unwrap_err();
    assert_eq!(errors.iter().len(), 3, "{errors}");
    let mut book = small_book().book;
    book.horizon = 99;
    book.route[0].requires[0] = "nothing".to_owned();
    let faults = check(&book);
    assert_eq!(faults.len(), 2, "{faults:?}");
    assert_eq!(faults[1].path.to_string(), "route[0].requires[0]");
    assert_eq!(faults[1].entry.as_deref(), Some("standard"));
    let json = compile_book(&book).unwrap();
    let errors = read_book(json.as_bytes())
        .unwrap_err()
        .in_file("small.json")
        .to_string();
    assert!(errors.contains("small.json:1:"), "{errors}");
    assert!(
        errors.contains("in `standard`: at `route[0].requires[0]`: there is no clause `nothing`"),
        "{errors}"
    );
}

#[test]
fn too_many_entries_are_refused_before_anything_else_is_looked_at() {
    let mut book = small_book().book;
    let level = book.level[0].clone();
    book.level = vec![level; 17];
    let faults = check(&book);
    assert_eq!(faults.len(), 1, "{faults:?}");
    assert!(
        faults[0]
            .kind
            .to_string()
            .contains("17 times a level is too many")
    );
}

#[test]
fn the_entry_is_named_from_the_outermost_to_the_nearest() {
    let files = changed("{ scale = \"grade\" }", "{ scale = \"grades\" }");
    let errors = read_folder(&files).unwrap_err();
    let entries: Vec<_> = errors
        .iter()
        .filter_map(|error| error.entry.as_deref())
        .collect();
    assert_eq!(entries.first(), Some(&"works/research/grade"), "{errors}");
}
