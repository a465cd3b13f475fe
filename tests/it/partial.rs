//! Missing answers are unknown, never no.

use assess::Verdict::{Met, NotMet, Open};
use assess::{Span, Verdict};
use dossier::Dossier;

use crate::support::{Person, assess};

#[test]
fn an_empty_dossier_is_open_everywhere_that_an_answer_could_turn() {
    let assessment = assess(&Dossier::new("zhejiang-safety-2019", Some(2026)), 2026);
    for level in &assessment.levels {
        assert_eq!(level.conclusion.verdict, Open);
        assert!(level.conclusion.basis.is_empty());
        for clause in &level.clauses {
            assert_eq!(
                clause.conclusion.verdict, Open,
                "{} {}",
                level.id, clause.id
            );
        }
    }
    let total = assessment.score.unwrap().total;
    assert_eq!(
        total,
        Span {
            low: 0,
            high: 10_700
        }
    );
}

#[test]
fn an_open_list_can_hold_but_not_fail() {
    let project = "kind=project title=x date=2025-01-01 grade=municipal role=lead";
    let one = Person::new()
        .with("achievements", project)
        .open("achievements");
    assert_eq!(one.clause("senior", "TC1"), Open);
    let two = one.with("achievements", project);
    assert_eq!(two.clause("senior", "TC1"), Met);
    let closed = Person::new().with("achievements", project);
    assert_eq!(closed.clause("senior", "TC1"), NotMet);
}

#[test]
fn a_record_with_a_missing_answer_may_count() {
    let person = |fields: &str| Person::new().with("achievements", fields);
    let paper = "kind=paper title=x date=2025-01-01 authorship=first_or_corresponding";
    assert_eq!(person(paper).clause("senior", "TP6"), Open);
    assert_eq!(
        person(&format!("{paper} tier=core")).clause("senior", "TP6"),
        Met
    );
    assert_eq!(
        person(&format!("{paper} tier=public")).clause("senior", "TP6"),
        NotMet
    );
    // The least tier still earns: 1.5 to 6 points.
    assert_eq!(
        person(paper).row("C1"),
        Span {
            low: 150,
            high: 600
        }
    );
}

#[test]
fn without_a_category_a_condition_must_hold_in_every_one_to_hold() {
    let person = Person::new().unknown("category");
    let part = |person: &Person| person.clause("senior", "senior.performance");
    // Nothing in any category: not met, whichever it turns out to be.
    assert_eq!(part(&person), NotMet);
    let open = person.open("achievements");
    assert_eq!(part(&open), Open);
}

#[test]
fn an_unknown_sex_is_settled_when_both_agree() {
    let born = |birth: &str| Person::new().unknown("sex").says("birth_date", birth);
    let gate = |birth: &str| born(birth).clause("senior", "G3");
    assert_eq!(gate("1990-01-01"), Met);
    assert_eq!(gate("1960-01-01"), NotMet);
    assert_eq!(gate("1968-01-01"), Open);
}

#[test]
fn a_key_that_is_missing_may_be_anothers() {
    let award = "kind=award title=x date=2025-01-01 grade=municipal class=1 rank=1";
    let two = |first: &str, second: &str| {
        Person::new()
            .with("achievements", &format!("{award} {first}"))
            .with("achievements", &format!("{award} {second}"))
            .row("B4")
    };
    assert_eq!(
        two("project_key=null", "project_key=null"),
        Span::exactly(2000)
    );
    assert_eq!(two("project_key=k", "project_key=k"), Span::exactly(1000));
    assert_eq!(
        two("project_key=k", "project_key=other"),
        Span::exactly(2000)
    );
    let unknown = Span {
        low: 1000,
        high: 2000,
    };
    assert_eq!(two("", ""), unknown);
    assert_eq!(two("project_key=k", ""), unknown);
    assert_eq!(two("project_key=null", ""), Span::exactly(2000));
}

#[test]
fn a_title_may_turn_out_to_be_older_but_not_younger() {
    let person = Person::new()
        .with("degrees", "level=bachelor mode=full_time date=2008-06-30")
        .with("titles", "level=engineer how=review appointed=2023-01-01")
        .open("titles");
    let years = |person: &Person| -> Verdict { person.clause("senior", "senior.years") };
    assert_eq!(years(&person), Open);
    let older = person.with("titles", "level=engineer how=review appointed=2020-01-01");
    assert_eq!(years(&older), Met);
}
