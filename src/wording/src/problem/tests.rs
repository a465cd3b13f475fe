//! What is said of problems.

use assess::{Place, Problem, ProblemKind};
use dossier::ResidentIdError;

use super::{place, problem};
use crate::sample;

fn every_kind() -> Vec<(ProblemKind, &'static str)> {
    let found = || "三年".to_owned();
    let number = |value| json::Decimal::from_int(value).unwrap();
    let day = sample::day("2026-12-31");
    let id = ProblemKind::ResidentId;
    vec![
        (ProblemKind::NotYesNo, "“是”或“否”"),
        (ProblemKind::NotAChoice { found: found() }, "“三年”"),
        (ProblemKind::NotANumber { found: found() }, "“三年”"),
        (ProblemKind::NotWhole, "整数"),
        (
            ProblemKind::OutOfRange {
                min: number(0),
                max: number(60),
            },
            "0 到 60 年之间",
        ),
        (ProblemKind::NotADate { found: found() }, "“三年”"),
        (ProblemKind::NotText, "文字"),
        (ProblemKind::TooLong { max: 60 }, "最多 60 个字"),
        (ProblemKind::NoneHasNoMeaning, "不能答“无”"),
        (ProblemKind::Future, "今天以后"),
        (ProblemKind::AfterToday, "今天以后"),
        (
            ProblemKind::AfterCutOff { cut_off: day },
            "截止日（2026年12月31日）",
        ),
        (id(ResidentIdError::Length { found: 15 }), "15 位"),
        (id(ResidentIdError::Character { position: 5 }), "第 5 位"),
        (id(ResidentIdError::BirthDate), "第 7 到 14 位"),
        (id(ResidentIdError::CheckCharacter), "校验码"),
        (
            ProblemKind::ResidentIdBirthDate { told: day },
            "2026年12月31日",
        ),
        (ProblemKind::ResidentIdSex, "性别"),
        (
            ProblemKind::Repeated {
                other: "y2".to_owned(),
            },
            "记录 y2",
        ),
        (
            ProblemKind::Check {
                id: "c".to_owned(),
                message: "毕业早于出生。".to_owned(),
            },
            "毕业早于出生",
        ),
        (ProblemKind::UnknownKey, "不问"),
        (ProblemKind::UnknownList, "没有"),
    ]
}

#[test]
fn every_problem_names_the_field_and_says_what_to_do() {
    let book = sample::book();
    for (kind, says) in every_kind() {
        let message = problem(
            &book,
            &Problem {
                place: Place::Question("post_years".to_owned()),
                kind,
            },
        );
        let whole = message.whole();
        assert!(whole.contains("“岗位年限”"), "{whole}");
        assert!(message.text.contains(says), "{whole}");
        assert!(
            message.text.ends_with('。') && message.remedy.ends_with('。'),
            "{whole}"
        );
    }
}

#[test]
fn every_place_reads_as_a_person_would_say_it() {
    let book = sample::book();
    let (list, record) = ("achievements".to_owned(), "a3".to_owned());
    let field = Place::Field {
        list: list.clone(),
        record: record.clone(),
        field: "rank".to_owned(),
    };
    assert_eq!(place(&book, &field), "“业绩成果”的记录 a3 的“排名”");
    assert_eq!(
        place(
            &book,
            &Place::Record {
                list: list.clone(),
                record
            }
        ),
        "“业绩成果”的记录 a3"
    );
    assert_eq!(place(&book, &Place::List(list)), "“业绩成果”这一栏");
    assert_eq!(
        place(&book, &Place::Question("unheard_of".to_owned())),
        "“unheard_of”"
    );
}

#[test]
fn what_was_typed_cannot_steer_the_message() {
    let kind = ProblemKind::NotADate {
        found: "\u{202e}2021".to_owned(),
    };
    let place = Place::Question("birth_date".to_owned());
    let message = problem(&sample::book(), &Problem { place, kind });
    assert!(message.text.contains("〔U+202E〕2021"));
}
