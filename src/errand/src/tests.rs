//! Every message reads back as what it was.

use std::fmt::Debug;

use assess::Place;
use chrono::NaiveDate;
use dossier::{Answer, Dossier, Pledge, Record};
use package::digest::FileDigest;
use package::severity::Severity;
use package::subject::File;

use crate::{
    Errand, Found, Hindrance, Layer, Mend, Portal, Sealed, Sheet, Survey, Verified, Wire, Work,
};

fn reads_back<T: Wire + PartialEq + Debug>(value: &T) {
    assert_eq!(T::from_text(&value.to_text()).as_ref(), Some(value));
}

fn file() -> File {
    File {
        holder: "a1".to_owned(),
        name: "合同 “1”.pdf".to_owned(),
        digest: FileDigest::of(b"abc"),
    }
}

fn work(pledge: Option<Pledge>) -> Work {
    let mut dossier = Dossier::new("book", Some(2026));
    let name = Answer::from_text("阿依古丽·买买提");
    dossier.profile.insert("name".to_owned(), name);
    let list = dossier.lists.entry("titles".to_owned()).or_default();
    list.records.push(Record::new("t1").into());
    Work {
        book: "book".to_owned(),
        season: 2026,
        today: NaiveDate::from_ymd_opt(2026, 11, 20).unwrap(),
        dossier,
        pledge,
        files: vec![file()],
    }
}

#[test]
fn every_errand_reads_back() {
    let pledge = Pledge {
        subject: FileDigest::of(b"abc").hex(),
        statements: vec!["s1".to_owned()],
        name: "阿依古丽·买买提".to_owned(),
        date: NaiveDate::from_ymd_opt(2026, 11, 19).unwrap(),
        signature: Vec::new(),
    };
    reads_back(&Errand::TakeIn {
        name: "甲.pdf".to_owned(),
        others: vec!["乙.pdf".to_owned()],
    });
    reads_back(&Errand::Survey(Box::new(work(None))));
    reads_back(&Errand::Seal(Box::new(work(Some(pledge)))));
    for sheet in [Sheet::Form, Sheet::Score, Sheet::Pledge] {
        reads_back(&Errand::Print(Box::new(work(None)), sheet));
    }
    reads_back(&Errand::Verify(NaiveDate::MAX));
}

#[test]
fn every_answer_reads_back() {
    let own = str::to_owned;
    reads_back(&FileDigest::of(b""));
    reads_back(&Sealed {
        file: own("申报包.zip"),
        code: own("Q9W1-DFWF-077Y"),
        qr: own("M4 4h7v1h-7z"),
    });
    reads_back(&Verified {
        valid: false,
        headline: own("无效"),
        facts: vec![(own("姓名"), own("张三"))],
        code: None,
        subject: Some(FileDigest::of(b"abc").hex()),
        layers: vec![Layer {
            name: own("压缩包"),
            reached: true,
            found: vec![Found {
                code: own("zip-crc"),
                severity: Severity::Error,
                place: own("文件“甲”"),
                text: own("改过。"),
                remedy: own("重传。"),
            }],
        }],
    });
}

#[test]
fn every_place_of_a_hindrance_reads_back() {
    let own = str::to_owned;
    let (list, record, field) = (own("titles"), own("t1"), own("how"));
    let places = [
        Mend::Answer(Place::Question(own("name"))),
        Mend::Answer(Place::List(list.clone())),
        Mend::Answer(Place::Record {
            list: list.clone(),
            record: record.clone(),
        }),
        Mend::Answer(Place::Field {
            list,
            record,
            field,
        }),
        Mend::Evidence(own("a1")),
        Mend::Start,
        Mend::Materials,
        Mend::Pledge,
    ];
    let hindrances = places.into_iter().map(|mend| Hindrance {
        severity: Severity::Warning,
        mend,
        file: Some(own("甲.pdf")),
        place: own("甲"),
        told: own("乙"),
    });
    reads_back(&Survey {
        subject: FileDigest::of(b"abc").hex(),
        code: own("Q9W1-DFWF-077Y"),
        holds: true,
        portals: vec![Portal {
            id: own("strict"),
            label: own("较严"),
            authority: own("示例"),
            hindrances: hindrances.clone().collect(),
        }],
        hindrances: hindrances.collect(),
    });
}

#[test]
fn what_is_no_message_is_none() {
    for text in [
        "",
        "{}",
        "[]",
        "{\"do\":\"fly\"}",
        "{\"do\":\"seal\",\"with\":{}}",
    ] {
        assert_eq!(Errand::from_text(text), None, "{text}");
    }
    assert_eq!(Mend::from_text("[\"field\",\"a\"]"), None);
    assert_eq!(
        FileDigest::from_text("{\"sha256\":\"00\",\"crc32\":1,\"size\":1}"),
        None
    );
}
