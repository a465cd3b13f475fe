//! Sizes: a book from a stranger must not make a reader work without end.

use super::faults::Faults;
use super::spot::Spot;
use super::{FaultKind, Thing};
use crate::Book;

/// Finds what is more than any book needs. Everything else is checked only after this.
pub(crate) fn check(book: &Book, faults: &mut Faults) {
    let score = book.score.as_ref();
    let sizes = [
        ("source", Thing::Source, book.source.len(), 200),
        ("scale", Thing::Scale, book.scale.len(), 100),
        ("screen", Thing::Screen, book.screen.len(), 100),
        ("question", Thing::Question, book.question.len(), 500),
        ("list", Thing::List, book.list.len(), 50),
        ("check", Thing::Check, book.check.len(), 500),
        ("date", Thing::Date, book.date.len(), 200),
        ("window", Thing::Window, book.window.len(), 50),
        ("level", Thing::Level, book.level.len(), 16),
        ("category", Thing::Category, book.category.len(), 64),
        ("part", Thing::Part, book.part.len(), 16),
        ("clause", Thing::Clause, book.clause.len(), 2_000),
        ("route", Thing::Route, book.route.len(), 100),
        ("notice", Thing::Notice, book.notice.len(), 200),
        ("material", Thing::Material, book.material.len(), 200),
        ("statement", Thing::Statement, book.statement.len(), 100),
        ("step", Thing::Step, book.step.len(), 200),
        ("target", Thing::Target, book.target.len(), 50),
        (
            "score",
            Thing::Row,
            score.map_or(0, |score| score.row.len()),
            500,
        ),
        (
            "score",
            Thing::Block,
            score.map_or(0, |score| score.block.len()),
            50,
        ),
        (
            "score",
            Thing::Factor,
            score.map_or(0, |score| score.factor.len()),
            50,
        ),
        (
            "list",
            Thing::Kind,
            book.list.iter().map(|list| list.kind.len()).sum(),
            200,
        ),
        ("list", Thing::Field, fields(book), 2_000),
        (
            "clause",
            Thing::Form,
            most(book.clause.iter().map(|clause| clause.form.len())),
            16,
        ),
        ("clause", Thing::Level, levels_of_a_form(book), 16),
    ];
    for (key, what, found, limit) in sizes {
        faults.need(found <= limit, &Spot::Top.key(key), || FaultKind::TooMany {
            what,
            found,
            limit,
        });
    }
}

fn most(sizes: impl Iterator<Item = usize>) -> usize {
    sizes.max().unwrap_or(0)
}

fn levels_of_a_form(book: &Book) -> usize {
    let forms = book.clause.iter().flat_map(|clause| &clause.form);
    most(forms.map(|form| form.level.len()))
}

fn fields(book: &Book) -> usize {
    let kinds = book.list.iter().flat_map(|list| &list.kind);
    let of_kinds = kinds.map(|kind| kind.field.len());
    let of_lists = book.list.iter().map(|list| list.field.len());
    of_kinds.chain(of_lists).sum()
}
