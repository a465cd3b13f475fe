//! Tests of the readers and of the check on a small book.

mod calendars;
mod defects;
mod hostile;
mod places;
mod round_trip;
mod schema_of;
mod shapes;
mod trusted;
mod workdays;

use std::sync::LazyLock;

use crate::author::{Authored, read_folder};

/// The small book's files.
pub(crate) fn small() -> Vec<(String, String)> {
    let file = |name: &str, text: &str| (name.to_owned(), text.to_owned());
    vec![
        file("score.toml", include_str!("tests/small/score.toml")),
        file("rules.toml", include_str!("tests/small/rules.toml")),
        file("book.toml", include_str!("tests/small/book.toml")),
        file("questions.toml", include_str!("tests/small/questions.toml")),
    ]
}

/// The small book.
pub(crate) fn small_book() -> Authored {
    static SMALL: LazyLock<Authored> =
        LazyLock::new(|| read_folder(&small()).unwrap_or_else(|errors| panic!("{errors}")));
    SMALL.clone()
}

/// The small book with one text in place of another that stands in it once.
pub(crate) fn changed(find: &str, replace: &str) -> Vec<(String, String)> {
    let mut files = small();
    let count: usize = files
        .iter()
        .map(|(_, text)| text.matches(find).count())
        .sum();
    assert_eq!(count, 1, "`{find}` stands {count} times in the small book");
    for (_, text) in &mut files {
        *text = text.replace(find, replace);
    }
    files
}

/// Where a text stands, as `file:line`.
pub(crate) fn line_of(files: &[(String, String)], text: &str) -> String {
    let mut places = files.iter().flat_map(|(name, content)| {
        let lines = content.lines().enumerate();
        let lines = lines.filter(|(_, line)| line.contains(text));
        lines.map(move |(index, _)| format!("{name}:{}", index + 1))
    });
    let place = places.next();
    assert_eq!(places.next(), None, "`{text}` stands twice");
    place.unwrap_or_else(|| panic!("`{text}` does not stand there"))
}
