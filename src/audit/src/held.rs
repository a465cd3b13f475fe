//! Several books held at once.

use rulebook::Book;

/// Whether two different books of one id are in force on one day.
pub fn overlap(first: &Book, second: &Book) -> bool {
    let ends_before = |book: &Book, other: &Book| {
        let end = book.effective_to;
        end.is_some_and(|end| end < other.effective_from)
    };
    first.id == second.id
        && first != second
        && !ends_before(first, second)
        && !ends_before(second, first)
}
