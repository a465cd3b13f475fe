//! Score tables that a keeper got wrong.

use assess::{Assessment, Verdict};
use json::Decimal;
use rulebook::{Book, Earn, PointStep, Row, Scalar, Test};

use super::*;
use crate::ComplaintKind;

fn row_mut<'a>(book: &'a mut Book, id: &str) -> &'a mut Row {
    let score = book.score.as_mut().unwrap();
    score.row.iter_mut().find(|row| row.id == id).unwrap()
}

fn points(assessment: &Assessment, row: &str) -> i64 {
    let sheet = assessment.score.as_ref().unwrap();
    let row = sheet.rows.iter().find(|line| line.id == row).unwrap();
    row.points.low
}

#[test]
fn points_behind_a_wider_step_nobody_earns() {
    let engine = with(|book| {
        let Earn::Records(records) = &mut row_mut(book, "C4").earn else {
            panic!("a row about records");
        };
        let all = PointStep {
            r#where: rulebook::Filter::default(),
            points: Decimal::from(1),
        };
        records.points.insert(2, all);
    });
    let found = only(&engine);
    let row = "C4".to_owned();
    assert_eq!(found.kind, ComplaintKind::PointsUnearned { row });
    assert!(
        found.path.to_string().ends_with("points[3]"),
        "{}",
        found.path
    );
    // The record that the step is about earns by the step before it.
    assert_eq!(points(&judged(&engine, &found), "C4"), 100);
}

#[test]
fn bands_and_options_that_come_too_late_or_too_high_nobody_earns() {
    let engine = with(|book| {
        if let Earn::YearsSince { band, .. } = &mut row_mut(book, "A2").earn {
            band[0].at_least = 110;
        }
        if let Earn::Highest(parts) = &mut row_mut(book, "A3").earn
            && let Earn::Answer { option, .. } = &mut parts[0]
        {
            option[0].test = Test {
                at_least: Some(Scalar::Number(Decimal::from(1))),
                ..Test::default()
            };
        }
    });
    let found = faults(&engine);
    let rows: Vec<_> = found.iter().map(|found| found.path.to_string()).collect();
    let expected = [
        "score.row[1].earn.years_since.band[0]",
        "score.row[2].earn.highest[0].answer.option[1]",
        "score.row[2].earn.highest[0].answer.option[2]",
        "score.row[2].earn.highest[0].answer.option[3]",
    ];
    assert_eq!(rows, expected);
}

#[test]
fn caps_above_all_there_is_never_bind() {
    let engine = with(|book| {
        row_mut(book, "A5").cap = Some(Decimal::from(6));
        book.score.as_mut().unwrap().block[0].cap = Decimal::from(30);
    });
    let found = faults(&engine);
    let kinds: Vec<_> = found.iter().map(|found| found.kind.clone()).collect();
    let binds = |of: &str, most, cap| ComplaintKind::CapNeverBinds {
        of: of.to_owned(),
        most,
        cap,
    };
    assert_eq!(kinds, [binds("A5", 400, 600), binds("A", 2500, 3000)]);
    assert_eq!(points(&judged(&engine, &found[0]), "A5"), 400);
}

#[test]
fn a_line_above_all_there_is_is_beyond_reach() {
    let engine = with(|book| book.score.as_mut().unwrap().line = Decimal::from(108));
    let found = faults(&engine);
    let kind = ComplaintKind::LineUnreachable {
        category: None,
        most: 10_700,
        line: 10_800,
    };
    let found = found.iter().find(|found| found.kind == kind).unwrap();
    let assessment = judged(&engine, found);
    let sheet = assessment.score.as_ref().unwrap();
    assert_eq!(sheet.reaches.verdict, Verdict::NotMet);
    assert!(sheet.total.low >= 9_000, "{:?}", sheet.total);
}

#[test]
fn a_line_that_one_category_cannot_reach_names_it() {
    let engine = with(|book| {
        let score = book.score.as_mut().unwrap();
        score.line = Decimal::from(104);
        let mut block = score.block[2].clone();
        "D".clone_into(&mut block.id);
        block.cap = Decimal::from(5);
        score.block[2].cap = Decimal::from(20);
        score.block.push(block);
        let mut row = score.row[2].clone();
        "D1".clone_into(&mut row.id);
        "D".clone_into(&mut row.block);
        let option = |category: &str, points| rulebook::OptionPoints {
            test: choice(category),
            points: Decimal::from(points),
        };
        row.earn = Earn::Answer {
            question: "category".to_owned(),
            option: vec![option("safety_science", 6), option("technical_service", 6)],
        };
        score.row.push(row);
    });
    let found = faults(&engine);
    assert_eq!(found.len(), 1, "{found:?}");
    let kind = ComplaintKind::LineUnreachable {
        category: Some("safety_management".to_owned()),
        most: 10_200,
        line: 10_400,
    };
    assert_eq!(found[0].kind, kind);
}
