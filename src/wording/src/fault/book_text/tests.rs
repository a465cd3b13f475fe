//! Every fault of a book has a sentence with its data in it.

use json::{Decimal, Path};
use rulebook::{BookError, BookErrorKind, FaultKind, Place, Thing};

use super::{book_error, book_place};

fn id() -> String {
    "x1".to_owned()
}

fn error(kind: BookErrorKind) -> BookError {
    BookError {
        place: Place {
            file: "gates.toml".to_owned(),
            line: 12,
            column: 5,
        },
        path: Path::default(),
        entry: Some("G3".to_owned()),
        kind,
    }
}

fn is_told(kind: BookErrorKind, says: &str) {
    let message = book_error(&error(kind));
    assert!(message.text.contains(says), "{says}: {message:?}");
    assert!(
        message.text.ends_with('。') && message.remedy.ends_with('。'),
        "{message:?}"
    );
}

#[test]
fn an_error_names_file_line_and_entry() {
    let place = book_place(&error(BookErrorKind::NoFiles));
    assert_eq!(place, "gates.toml 第 12 行第 5 列，条目“G3”");
    let bare = BookError {
        place: Place::default(),
        entry: None,
        ..error(BookErrorKind::NoFiles)
    };
    assert_eq!(book_place(&bare), "全文");
}

#[test]
fn every_way_not_to_be_a_book_has_words() {
    let first = error(BookErrorKind::NoFiles).place;
    let key = || "horizon".to_owned();
    is_told(BookErrorKind::NoFiles, "TOML");
    is_told(BookErrorKind::TooLarge { found: 9, limit: 8 }, "9 字节");
    is_told(
        BookErrorKind::NotToml {
            message: "x".to_owned(),
        },
        "x",
    );
    is_told(
        BookErrorKind::NotJson(json::ReadErrorKind::InvalidUtf8),
        "UTF-8",
    );
    is_told(
        BookErrorKind::Number {
            text: "1e9".to_owned(),
        },
        "1e9",
    );
    is_told(
        BookErrorKind::InTwoFiles { key: key(), first },
        "gates.toml 第 12 行",
    );
    is_told(
        BookErrorKind::Shape(json::ShapeErrorKind::MissingKey { key: key() }),
        "“horizon”",
    );
}

#[test]
fn every_fault_of_entries_has_words() {
    let (what, field) = (Thing::Clause, id);
    for (fault, says) in [
        (
            FaultKind::Format {
                found: id(),
                expected: "zhicheng-book/1",
            },
            "“x1”",
        ),
        (FaultKind::Blank, "空"),
        (
            FaultKind::RepeatedId {
                what,
                id: id(),
                first: Path::default(),
            },
            "“x1”",
        ),
        (FaultKind::UnusableId { id: id() }, "“x1”"),
        (FaultKind::ReservedId { id: id() }, "“x1”"),
        (
            FaultKind::Unresolved {
                what,
                id: id(),
                known: vec![id()],
            },
            "没有条款“x1”",
        ),
        (
            FaultKind::Unresolved {
                what,
                id: id(),
                known: Vec::new(),
            },
            "没有条款“x1”",
        ),
        (
            FaultKind::NotInKind {
                field: field(),
                kind: "k".to_owned(),
            },
            "“x1”",
        ),
        (
            FaultKind::Circular {
                what,
                ids: vec![id(), id()],
            },
            "x1 → x1",
        ),
        (FaultKind::TooLong { limit: 20 }, "20"),
        (FaultKind::NoneGiven { what }, "条款"),
        (
            FaultKind::TooMany {
                what,
                found: 9,
                limit: 8,
            },
            "9 个",
        ),
        (
            FaultKind::NoForm {
                clause: id(),
                level: "senior".to_owned(),
            },
            "“senior”",
        ),
        (
            FaultKind::TwoForms {
                level: "senior".to_owned(),
            },
            "“senior”",
        ),
        (
            FaultKind::TooFew {
                asked: 3,
                there: 2,
                what,
                within: Some(id()),
            },
            "只有 2 个",
        ),
        (
            FaultKind::Needed {
                key: "part",
                by: "by a condition",
            },
            "条件缺少 part",
        ),
        (
            FaultKind::Meaningless {
                key: "category",
                why: "only a condition belongs to a category and a part",
            },
            "只有条件才属于类别和部分",
        ),
    ] {
        is_told(BookErrorKind::Fault(fault), says);
    }
}

#[test]
fn every_fault_of_values_has_words() {
    let number = |value| Decimal::from_int(value).unwrap();
    let text = |text: &str| text.to_owned();
    let wrong_test = FaultKind::WrongTest {
        test: "at_least",
        id: id(),
        kind: "a text",
        instead: "another question; texts cannot be tested",
    };
    let disagree = FaultKind::Disagree {
        id: id(),
        choices: vec![text("a")],
        what: Thing::Level,
        ids: vec![text("b")],
    };
    for (fault, says) in [
        (
            FaultKind::OutOfRange {
                found: number(9),
                least: number(1),
                most: number(8),
            },
            "9 超出",
        ),
        (
            FaultKind::Disordered {
                first: text("the first day 2026-02-01"),
                then: text("x"),
            },
            "第一天 2026-02-01",
        ),
        (
            FaultKind::NoSuchDay {
                found: text("02-30"),
            },
            "02-30",
        ),
        (
            FaultKind::NotInYear {
                day: text("2025-01-01"),
                year: 2026,
            },
            "2026 年",
        ),
        (
            FaultKind::NotOfForm {
                found: id(),
                form: "a month as YYYY-MM, such as 1965-01",
            },
            "“x1”",
        ),
        (
            FaultKind::WrongKind {
                id: id(),
                found: "a text",
                expected: "a date",
            },
            "文字",
        ),
        (wrong_test, "文字，不能用 at_least"),
        (
            FaultKind::WrongConstant {
                found: text("y"),
                id: id(),
                expected: "a number",
            },
            "“y”",
        ),
        (FaultKind::EmptyTest, "没有限定"),
        (FaultKind::NoneRefused { id: id() }, "“x1”"),
        (disagree, "全部级别"),
        (
            FaultKind::NotHundredths {
                points: number(3),
                factor: Some(number(2)),
            },
            "3 × 2",
        ),
        (
            FaultKind::NoMakeUpDay {
                day: text("2026-01-05"),
            },
            "2026-01-05",
        ),
        (FaultKind::NotWritable { reason: text("x") }, "x"),
    ] {
        is_told(BookErrorKind::Fault(fault), says);
    }
}
