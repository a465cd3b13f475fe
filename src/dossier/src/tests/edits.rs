//! Edits: each does what it says, and a dossier stays one that can be kept.

use proptest::prelude::*;

use super::{any_answer, any_dossier, any_evidence, any_record};
use crate::{Answer, Dossier, Edit, EditError, Evidence, Holder, Record, apply};

fn add(list: &str, id: &str) -> Edit {
    Edit::Add {
        list: list.to_owned(),
        record: Record::new(id),
    }
}

fn edited(edits: impl IntoIterator<Item = Edit>) -> Dossier {
    let dossier = Dossier::new("book", None);
    edits
        .into_iter()
        .fold(dossier, |dossier, edit| apply(&dossier, edit).unwrap())
}

#[test]
fn an_answer_can_be_taken_back() {
    let question = || "in_post".to_owned();
    let answer = |answer| Edit::Answer {
        question: question(),
        answer,
    };
    let dossier = edited([answer(Some(Answer::YesNo(true)))]);
    assert_eq!(dossier.answer("in_post"), Some(&Answer::YesNo(true)));
    let dossier = apply(&dossier, answer(None)).unwrap();
    assert_eq!(dossier, Dossier::new("book", None));
}

#[test]
fn a_copy_stands_behind_its_original_and_has_no_evidence() {
    let proof = Evidence::File("a.pdf".to_owned());
    let dossier = edited([
        add("works", "a"),
        add("works", "b"),
        Edit::Field {
            record: "a".to_owned(),
            field: "grade".to_owned(),
            answer: Some(Answer::from_text("national")),
        },
        Edit::Attach {
            holder: Holder::Record("a".to_owned()),
            evidence: proof.clone(),
        },
        Edit::Copy {
            record: "a".to_owned(),
            new_id: "c".to_owned(),
        },
    ]);
    let ids: Vec<_> = dossier
        .records("works")
        .iter()
        .map(|record| record.id.as_str())
        .collect();
    assert_eq!(ids, ["a", "c", "b"]);
    let (_, copy) = dossier.record("c").unwrap();
    assert_eq!(copy.answer("grade"), Some(&Answer::from_text("national")));
    assert_eq!(copy.evidence, []);
    assert_eq!(dossier.record("a").unwrap().1.evidence, [proof]);
}

#[test]
fn a_proof_is_attached_once_and_detached() {
    let holder = || Holder::Material("photo".to_owned());
    let proof = || Evidence::File("照片.jpg".to_owned());
    let attach = || Edit::Attach {
        holder: holder(),
        evidence: proof(),
    };
    let dossier = edited([attach(), attach()]);
    assert_eq!(dossier.files(), [("photo", "照片.jpg")]);
    let dossier = apply(
        &dossier,
        Edit::Detach {
            holder: holder(),
            evidence: proof(),
        },
    )
    .unwrap();
    assert_eq!(dossier, Dossier::new("book", None));
}

#[test]
fn a_list_is_opened_again() {
    let complete = |complete| Edit::Complete {
        list: "works".to_owned(),
        complete,
    };
    let dossier = edited([complete(true)]);
    assert!(dossier.is_complete("works"));
    assert!(
        !apply(&dossier, complete(false))
            .unwrap()
            .is_complete("works")
    );
}

#[test]
fn an_edit_of_what_is_not_there_is_refused() {
    let id = || "nothing".to_owned();
    let answer = Some(Answer::None);
    for edit in [
        Edit::Remove { record: id() },
        Edit::Field {
            record: id(),
            field: "grade".to_owned(),
            answer,
        },
        Edit::Copy {
            record: id(),
            new_id: "new".to_owned(),
        },
        Edit::Attach {
            holder: Holder::Record(id()),
            evidence: Evidence::Paper("证书".to_owned()),
        },
    ] {
        let error = apply(&Dossier::new("book", None), edit).unwrap_err();
        assert_eq!(error, EditError::NoRecord { id: id() });
    }
}

#[test]
fn an_id_is_used_once_whatever_its_case() {
    let photo = |id: &str| Edit::Attach {
        holder: Holder::Material(id.to_owned()),
        evidence: Evidence::File("a.jpg".to_owned()),
    };
    let dossier = edited([add("works", "a"), photo("photo")]);
    let copy = Edit::Copy {
        record: "a".to_owned(),
        new_id: "a".to_owned(),
    };
    for edit in [
        add("titles", "A"),
        add("titles", "Photo"),
        copy,
        photo("A"),
        photo("PHOTO"),
    ] {
        let error = apply(&dossier, edit).unwrap_err();
        assert!(matches!(error, EditError::IdInUse { .. }), "{error}");
    }
}

fn any_edit() -> impl Strategy<Value = Edit> {
    let id = || "[rR][0-9]|mab|MAB";
    let list = || "l[ab]";
    let field = || "f[ab]";
    let answer = || prop::option::of(any_answer());
    let holder = || {
        prop_oneof![
            id().prop_map(Holder::Record),
            id().prop_map(Holder::Material)
        ]
    };
    prop_oneof![
        (field(), answer()).prop_map(|(question, answer)| Edit::Answer { question, answer }),
        prop::option::of(1900..=2200).prop_map(Edit::Season),
        (list(), any_record(), id()).prop_map(|(list, mut record, id)| {
            record.id = id;
            Edit::Add { list, record }
        }),
        (id(), field(), answer()).prop_map(|(record, field, answer)| Edit::Field {
            record,
            field,
            answer
        }),
        (id(), id()).prop_map(|(record, new_id)| Edit::Copy { record, new_id }),
        id().prop_map(|record| Edit::Remove { record }),
        (list(), any::<bool>()).prop_map(|(list, complete)| Edit::Complete { list, complete }),
        (holder(), any_evidence()).prop_map(|(holder, evidence)| Edit::Attach { holder, evidence }),
        (holder(), any_evidence()).prop_map(|(holder, evidence)| Edit::Detach { holder, evidence }),
    ]
}

proptest! {
    /// Whatever is edited, the draft can be saved and opened again.
    #[test]
    fn an_edited_dossier_is_read_back(
        dossier in any_dossier(),
        edits in prop::collection::vec(any_edit(), 0..20),
    ) {
        let mut dossier = dossier;
        for edit in edits {
            if let Ok(next) = apply(&dossier, edit) {
                dossier = next;
            }
            prop_assert_eq!(&Dossier::from_json(&dossier.to_json()).unwrap(), &dossier);
        }
    }
}
