//! Dossier files: what is written is read back.

use json::Json;
use proptest::prelude::*;

use super::any_dossier;
use crate::{Answer, Dossier, Evidence};

const FILE: &str = r#"{
  "format": "zhicheng-dossier/1",
  "book": "some-book",
  "season": 2026,
  "profile": { "name": "阿依古丽·买买提", "in_post": true, "misconduct_year": null, "years": 4.5 },
  "titles": [{ "id": "t1", "level": "engineer" }],
  "achievements": [
    { "id": "a1", "kind": "paper", "evidence": ["论文.pdf", { "paper": "期刊原件" }] },
    { "id": "a2", "kind": "award" }
  ],
  "materials": { "photo": ["照片.jpg"] },
  "complete": ["titles", "degrees"]
}"#;

#[test]
fn a_file_says_what_was_entered() {
    let dossier = Dossier::read(FILE.as_bytes()).unwrap();
    assert_eq!(dossier.book, "some-book");
    assert_eq!(dossier.season, Some(2026));
    assert_eq!(dossier.answer("in_post"), Some(&Answer::YesNo(true)));
    assert_eq!(dossier.answer("misconduct_year"), Some(&Answer::None));
    assert_eq!(dossier.answer("birth_date"), None);
    assert_eq!(dossier.records("achievements").len(), 2);
    assert_eq!(dossier.files(), [("a1", "论文.pdf"), ("photo", "照片.jpg")]);
    let (list, record) = dossier.record("a1").unwrap();
    assert_eq!(list, "achievements");
    assert_eq!(
        record.evidence.last(),
        Some(&Evidence::Paper("期刊原件".to_owned()))
    );
}

#[test]
fn a_list_is_open_until_it_is_said_to_be_complete() {
    let dossier = Dossier::read(FILE.as_bytes()).unwrap();
    assert!(dossier.is_complete("titles"));
    assert!(
        dossier.is_complete("degrees"),
        "a list without records can be complete"
    );
    assert!(!dossier.is_complete("achievements"));
    assert!(!dossier.is_complete("training"));
    assert_eq!(dossier.records("training"), []);
}

#[test]
fn a_season_that_is_not_chosen_is_null_or_absent() {
    for season in ["\"season\": null,", ""] {
        let file = FILE.replace("\"season\": 2026,", season);
        assert_eq!(Dossier::read(file.as_bytes()).unwrap().season, None);
    }
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(dossier in any_dossier()) {
        let json = dossier.to_json();
        prop_assert_eq!(&Dossier::from_json(&json).unwrap(), &dossier);
        prop_assert_eq!(&Dossier::read(json.canonical().as_bytes()).unwrap(), &dossier);
        prop_assert_eq!(&Dossier::read(json.pretty().as_bytes()).unwrap(), &dossier);
    }

    #[test]
    fn a_file_that_is_read_is_written_the_same_way_again(dossier in any_dossier()) {
        let written = dossier.to_json().canonical();
        let read = Dossier::from_json(&Json::parse(written.as_bytes()).unwrap()).unwrap();
        prop_assert_eq!(read.to_json().canonical(), written);
    }
}
