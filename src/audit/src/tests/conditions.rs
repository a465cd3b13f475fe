//! Conditions, routes and entries that a keeper got wrong.

use assess::Verdict;
use json::Decimal;
use rulebook::{AnswerKind, Rule, Scalar, Test};

use super::*;
use crate::{ComplaintKind, overlap};

#[test]
fn a_condition_that_contradicts_itself_is_shown_to_fail() {
    let engine = with(|book| {
        let rule = rule_mut(book, "MC1");
        let below = Test {
            at_most: Some(Scalar::Number(Decimal::from(3))),
            ..Test::default()
        };
        let few = answer("safety_management_years", below);
        *rule = Rule::All(vec![rule.clone(), few]);
    });
    let found = only(&engine);
    assert!(
        matches!(found.kind, ComplaintKind::NeverHolds { .. }),
        "{found:?}"
    );
    assert!(
        found.path.to_string().ends_with("form[0].rule"),
        "{}",
        found.path
    );
    let assessment = judged(&engine, &found);
    let line = level(&assessment, "senior").clause("MC1").unwrap();
    assert_eq!(line.conclusion.verdict, Verdict::NotMet);
}

#[test]
fn counts_of_records_that_contradict_one_another_are_found() {
    let engine = with(|book| {
        let award = |grade: &str| {
            records(
                "achievements",
                &[("kind", choice("award")), ("grade", choice(grade))],
            )
        };
        let any = records("achievements", &[("kind", choice("award"))]);
        let none = Rule::Not(Box::new(any));
        *rule_mut(book, "SL1") = Rule::All(vec![award("national"), none]);
    });
    let found = only(&engine);
    assert!(
        matches!(found.kind, ComplaintKind::NeverHolds { .. }),
        "{found:?}"
    );
}

#[test]
fn a_condition_that_everybody_meets_is_shown_to_hold() {
    let engine =
        with(|book| *rule_mut(book, "MC1") = answer("safety_management_years", at_least(0)));
    let found = only(&engine);
    assert!(
        matches!(found.kind, ComplaintKind::NeverFails { .. }),
        "{found:?}"
    );
    let assessment = judged(&engine, &found);
    let line = level(&assessment, "senior").clause("MC1").unwrap();
    assert_eq!(line.conclusion.verdict, Verdict::Met);
}

#[test]
fn years_since_one_day_cannot_be_both_many_and_few() {
    let engine = with(|book| {
        let years = |at_least| {
            Rule::Years(rulebook::Years {
                since: "engineer_since".to_owned(),
                at_least,
            })
        };
        let few = Rule::Not(Box::new(years(3)));
        *rule_mut(book, "MC1") = Rule::Any(vec![
            Rule::All(vec![years(5), few]),
            answer("safety_management_years", at_least(5)),
        ]);
    });
    let found = only(&engine);
    assert!(
        matches!(found.kind, ComplaintKind::NeverHolds { .. }),
        "{found:?}"
    );
    assert!(
        found.path.to_string().ends_with("rule.any[0]"),
        "{}",
        found.path
    );
}

#[test]
fn what_lies_beyond_the_range_of_a_question_nobody_can_answer() {
    let engine =
        with(|book| *rule_mut(book, "MC1") = answer("safety_management_years", at_least(61)));
    let found = only(&engine);
    let asked = "safety_management_years".to_owned();
    assert_eq!(found.kind, ComplaintKind::NobodyCanAnswer { asked });
}

#[test]
fn records_that_a_check_refuses_nobody_can_enter() {
    let engine = with(|book| {
        let third = Test::is(Scalar::Number(Decimal::from(3)));
        let tests = [
            ("kind", choice("award")),
            ("grade", choice("national")),
            ("class", third),
        ];
        *rule_mut(book, "SL1") = records("achievements", &tests);
    });
    let found = only(&engine);
    let asked = "achievements".to_owned();
    assert_eq!(found.kind, ComplaintKind::NobodyCanAnswer { asked });
}

#[test]
fn a_route_that_another_includes_is_shown_by_somebody_who_meets_both() {
    let engine = with(|book| {
        // Whoever reaches the line as an engineer is an engineer.
        let mut easy = book.route[2].clone();
        "easy".clone_into(&mut easy.id);
        easy.requires = vec!["senior.engineer".to_owned()];
        book.route.push(easy);
    });
    let found = faults(&engine);
    let included = |route: &str| {
        let kind = ComplaintKind::RouteIncluded {
            level: "senior".to_owned(),
            route: route.to_owned(),
            by: "easy".to_owned(),
        };
        found.iter().find(|found| found.kind == kind).unwrap()
    };
    let assessment = judged(&engine, included("scored"));
    for id in ["scored", "easy"] {
        let level = level(&assessment, "senior");
        let route = level.routes.iter().find(|route| route.id == id).unwrap();
        assert_eq!(route.conclusion.verdict, Verdict::Met, "{id}");
    }
    // The standard route asks for years as an engineer, so it is included too; landmarks are not.
    included("standard");
    assert_eq!(found.len(), 2);
}

#[test]
fn what_decides_nothing_is_named() {
    let engine = with(|book| {
        let mut idle = book.question[0].clone();
        "shoe_size".clone_into(&mut idle.id);
        idle.kind = AnswerKind::YesNo;
        book.question.push(idle);
        let mut field = book.list[0].field[1].clone();
        "colour".clone_into(&mut field.id);
        book.list[0].field.push(field);
        let mut clause = book.clause[0].clone();
        "orphan".clone_into(&mut clause.id);
        clause.kind = rulebook::ClauseKind::Element;
        (clause.part, clause.category) = (None, None);
        book.clause.push(clause);
    });
    let kinds: Vec<_> = faults(&engine)
        .into_iter()
        .map(|found| found.kind)
        .collect();
    let expected = [
        ComplaintKind::QuestionUnused {
            question: "shoe_size".to_owned(),
        },
        ComplaintKind::FieldUnused {
            list: "degrees".to_owned(),
            field: "colour".to_owned(),
        },
        ComplaintKind::ClauseUnused {
            clause: "orphan".to_owned(),
        },
    ];
    assert_eq!(kinds, expected);
}

#[test]
fn books_of_one_id_overlap_unless_one_ends_before_the_other() {
    let first = ::shipped::books()[0].read().unwrap();
    let mut second = first.clone();
    "2.0.0".clone_into(&mut second.version);
    second.effective_from = "2027-01-01".parse().unwrap();
    assert!(overlap(&first, &second));
    let mut ended = first.clone();
    ended.effective_to = "2026-12-31".parse().ok();
    assert!(!overlap(&ended, &second));
    assert!(!overlap(&first, &first.clone()));
    "another".clone_into(&mut second.id);
    assert!(!overlap(&first, &second));
}
