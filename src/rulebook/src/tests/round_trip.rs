//! Rules and tests of any form are written and read back.

use json::{Decimal, to_json};
use proptest::prelude::*;

use super::small_book;
use crate::read::read;
use crate::{
    AnswerTest, AtLeast, Barred, Day, EachYear, Filter, PartCount, RecordsTest, Rule, Scalar, Test,
    Years, compile_book,
};

fn any_scalar() -> impl Strategy<Value = Scalar> {
    prop_oneof![
        any::<bool>().prop_map(Scalar::YesNo),
        any::<i64>().prop_map(|number| Scalar::Number(Decimal::from_millionths(number))),
        "[a-z]{1,4}".prop_map(Scalar::Choice),
    ]
}

fn any_test() -> impl Strategy<Value = Test> {
    let scalar = || prop::option::of(any_scalar());
    let date = || prop::option::of("[a-z]{1,4}");
    let one_of = prop::option::of(prop::collection::vec(any_scalar(), 0..3));
    let bounds = (scalar(), scalar(), scalar(), date(), date());
    (bounds, one_of, any::<bool>()).prop_map(|(bounds, one_of, or_none)| {
        let (is, at_least, at_most, on_or_after, on_or_before) = bounds;
        Test {
            is,
            one_of,
            at_least,
            at_most,
            on_or_after,
            on_or_before,
            or_none,
        }
    })
}

fn any_filter() -> impl Strategy<Value = Filter> {
    prop::collection::btree_map("[a-z]{1,4}", any_test(), 0..3)
}

fn any_leaf() -> impl Strategy<Value = Rule> {
    let id = || "[a-z]{1,4}";
    prop_oneof![
        id().prop_map(Rule::Clause),
        id().prop_map(Rule::Dated),
        id().prop_map(Rule::Unpublished),
        Just(Rule::ScoreReachesLine),
        (id(), any_test()).prop_map(|(question, test)| Rule::Answer(AnswerTest { question, test })),
        (id(), any_filter(), any::<u32>()).prop_map(|(list, r#where, at_least)| {
            Rule::Records(RecordsTest {
                list,
                r#where,
                at_least,
            })
        }),
        (id(), id(), any::<u32>(), any_filter()).prop_map(|(list, year, last, r#where)| {
            Rule::EachYear(EachYear {
                list,
                year,
                last,
                r#where,
            })
        }),
        (id(), any::<u32>()).prop_map(|(since, at_least)| Rule::Years(Years { since, at_least })),
        (id(), id()).prop_map(|(date, after)| Rule::Day(Day { date, after })),
        (id(), any::<u32>()).prop_map(|(year, seasons)| Rule::Barred(Barred { year, seasons })),
        (id(), any::<u32>()).prop_map(|(part, at_least)| Rule::Part(PartCount { part, at_least })),
    ]
}

fn any_rule() -> impl Strategy<Value = Rule> {
    any_leaf().prop_recursive(4, 24, 4, |rule| {
        let rules = || prop::collection::vec(rule.clone(), 0..4);
        let cases = prop::collection::btree_map("[a-z]{1,4}", rule.clone(), 0..4);
        prop_oneof![
            rules().prop_map(Rule::All),
            rules().prop_map(Rule::Any),
            rule.clone().prop_map(|rule| Rule::Not(Box::new(rule))),
            (any::<u32>(), rules()).prop_map(|(count, of)| Rule::AtLeast(AtLeast { count, of })),
            ("[a-z]{1,4}", cases).prop_map(|(question, cases)| Rule::Choose { question, cases }),
        ]
    })
}

proptest! {
    #[test]
    fn a_rule_is_read_as_it_was_written(rule in any_rule()) {
        let json = to_json(&rule).unwrap();
        prop_assert_eq!(read::<Rule>(&json), Ok(rule));
    }

    /// No rule makes the check panic, and what it lets pass is written and read back.
    #[test]
    fn a_book_with_any_rule_is_refused_or_kept(rule in any_rule()) {
        let mut book = small_book().book;
        book.clause[0].form[0].rule = rule;
        let sound = crate::check(&book).is_empty();
        let json = compile_book(&book).unwrap();
        let read = crate::read_book(json.as_bytes());
        prop_assert_eq!(read.is_ok(), sound);
        if let Ok(read) = read {
            prop_assert_eq!(read, book);
        }
    }
}
