//! The file of the employer's part: every part of it read back, and every fault named.

use super::*;
use chrono::NaiveDate;
use json::Json;

fn day(text: &str) -> NaiveDate {
    dossier::parse_day(text).unwrap()
}

fn endorsement() -> Endorsement {
    Endorsement {
        application: "0".repeat(64),
        subject: "a".repeat(64),
        employer: "某公司".to_owned(),
        opinions: vec![Opinion {
            statement: "employer_authentic".to_owned(),
            holds: false,
        }],
        recommended: true,
        display: Display {
            opened: day("2026-11-12"),
            days: 5,
            first: day("2026-11-13"),
            last: day("2026-11-19"),
            place: "一楼".to_owned(),
            objections: vec![Objection {
                date: day("2026-11-16"),
                text: "排名".to_owned(),
                result: "不成立".to_owned(),
            }],
        },
        signatory: "人事部".to_owned(),
        date: day("2026-11-20"),
    }
}

#[test]
fn what_is_written_is_read_back() {
    let endorsement = endorsement();
    let text = endorsement.to_json().canonical();
    let json = Json::parse(text.as_bytes()).unwrap();
    assert_eq!(Endorsement::from_json(&json), Ok(endorsement));
}

#[test]
fn what_is_wrong_is_named_by_its_key() {
    let text = endorsement().to_json().canonical();
    let cases = [
        ("\"recommended\":true", "\"recommended\":1", "recommended"),
        ("\"recommended\":true", "\"other\":true", "other"),
        ("zhicheng-endorsement/1", "zhicheng-endorsement/2", "format"),
        ("2026-11-19", "2026-11-31", "last"),
        ("\"days\":5", "\"days\":-5", "days"),
        ("\"holds\":false", "\"holds\":null", "holds"),
        ("\"place\":\"一楼\"", "\"place\":1", "place"),
        ("\"place\":\"一楼\"", "\"spot\":\"一楼\"", "spot"),
        ("0000", "000x", "application"),
    ];
    for (old, new, key) in cases {
        assert!(text.contains(old), "{old}");
        let json = Json::parse(text.replacen(old, new, 1).as_bytes()).unwrap();
        assert_eq!(
            Endorsement::from_json(&json),
            Err(EndorsementError(key.to_owned())),
            "{new}"
        );
    }
    assert_eq!(
        Endorsement::from_json(&Json::Null),
        Err(EndorsementError(String::new()))
    );
}

#[test]
fn a_display_lasts_as_long_as_the_book_asks_at_least() {
    let book = shipped::book("zhejiang-safety-2019").unwrap();
    let calendars = shipped::calendars();
    let short = display(&book, &calendars, day("2026-11-12"), 0);
    assert_eq!(
        (short.days, short.first, short.last),
        (5, day("2026-11-13"), day("2026-11-19"))
    );
    assert!(!short.provisional);
    let long = display(&book, &calendars, day("2026-12-30"), 7);
    assert_eq!((long.days, long.provisional), (7, true));
}
