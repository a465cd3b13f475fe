//! What is read again is what was compiled, and what is no such text is none.

use json::{Json, to_json};
use serde::Serialize;

use super::small_book;
use crate::read::{FromJson, read};
use crate::trusted::{book, calendar, season};
use crate::{
    Actor, AnswerKind, Authority, CheckRule, ClauseKind, DateRule, Earn, FutureDates, Period,
    Provider, StatementBy, Take, compile_book,
};

/// Texts of a type are read as what they say: all of it is written again, and that is read as the same.
fn kept<T: FromJson + Serialize + PartialEq + std::fmt::Debug>(texts: &[&str]) {
    for text in texts {
        let json = Json::parse(text.as_bytes()).unwrap();
        let value: T = read(&json).unwrap_or_else(|errors| panic!("{text}: {errors:?}"));
        let written = to_json(&value).unwrap();
        assert!(holds(&written, &json), "{text}: {}", written.canonical());
        assert_eq!(read(&written), Ok(value), "{text}");
    }
}

/// Whether all that stands in a value stands in another; what is empty or usual may stand there besides. A constant is
/// written as the test that the answer is this one.
fn holds(whole: &Json, part: &Json) -> bool {
    match (whole, part) {
        (Json::Object(whole), Json::Object(part)) => part
            .iter()
            .all(|(key, part)| whole.get(key).is_some_and(|whole| holds(whole, part))),
        (Json::Array(whole), Json::Array(part)) => {
            whole.len() == part.len()
                && whole
                    .iter()
                    .zip(part)
                    .all(|(whole, part)| holds(whole, part))
        }
        (whole, part) => whole == part,
    }
}

#[test]
fn a_compiled_book_is_read_again_as_it_was() {
    let small = small_book().book;
    let text = compile_book(&small).unwrap();
    assert_eq!(book(&text), Some(small));
}

#[test]
fn every_choice_of_every_type_is_known() {
    kept::<Authority>(&[r#""plan""#, r#""national""#, r#""reference""#, r#""model""#]);
    kept::<ClauseKind>(&[r#""gate""#, r#""condition""#, r#""landmark""#]);
    kept::<ClauseKind>(&[r#""requirement""#, r#""element""#]);
    kept::<FutureDates>(&[r#""refuse""#, r#""warn""#, r#""allow""#]);
    kept::<Provider>(&[r#""product""#, r#""applicant""#, r#""employer""#]);
    kept::<StatementBy>(&[r#""applicant""#, r#""employer""#]);
    kept::<Actor>(&[r#""applicant""#, r#""employer""#, r#""department""#]);
    kept::<Actor>(&[r#""office""#, r#""committee""#]);
    kept::<Take>(&[r#""all""#, r#""best""#]);
    kept::<Period>(&[r#"{"at_least":5}"#, r#"{"ahead":3}"#]);
}

#[test]
fn every_form_of_answers_days_and_points_is_known() {
    kept::<AnswerKind>(&[
        r#""yes_no""#,
        r#"{"choice":[{"id":"a","label":"甲"}]}"#,
        r#"{"scale":{"scale":"rank","only":["a"]}}"#,
        r#"{"integer":{"min":-3,"max":9,"unit":"年"}}"#,
        r#"{"decimal":{"min":0.5,"max":100}}"#,
        r#"{"year":{"min":1950}}"#,
        r#"{"date":{"future":"warn"}}"#,
        r#"{"text":{"max":40}}"#,
        r#"{"resident_id":{"sex":"sex","birth_date":"born"}}"#,
    ]);
    kept::<DateRule>(&[
        r#""cut_off""#,
        r#"{"years_before_cut_off":5}"#,
        r#"{"answer":"born"}"#,
        r#"{"earliest":[{"list":"degrees","field":"on","where":{"level":{"is":true}}}]}"#,
        r#"{"staged_age":{"birth":"b","by":"s","stage":{"m":{"years":60,"from":"1965-01","every":4,"max":36}}}}"#,
    ]);
    kept::<CheckRule>(&[
        r#"{"before":[{"question":"born"},{"records":{"list":"degrees","field":"on"}}]}"#,
        r#"{"ordered":{"list":"posts","first":"from","then":"to"}}"#,
        r#"{"impossible":{"list":"posts","where":{"rank":{"one_of":["a",2.5,false]}}}}"#,
    ]);
    kept::<Earn>(&[
        r#"{"years_since":{"date":"start","band":[{"at_least":5,"points":2.5}]}}"#,
        r#"{"answer":{"question":"q","option":[{"test":{"is":true},"points":1}]}}"#,
        r#"{"highest":[{"records":{"list":"l","points":[{"points":3}],"part_cap":[{"where":{},"cap":6}]}}]}"#,
    ]);
}

#[test]
fn seasons_and_calendars_are_read_again() {
    let year = season(
        r#"{"authority":"model","book":"b","cut_off":"2026-12-31","format":"f","locator":"l","text":"t","year":2026}"#,
    );
    assert_eq!(year.unwrap().cut_off.unwrap().to_string(), "2026-12-31");
    let days = calendar(
        r#"{"authority":"national","format":"f","locator":"l","off":[["2026-01-01","2026-01-03"]],"work":["2026-01-04"],"year":2026}"#,
    );
    assert_eq!(days.unwrap().off.len(), 1);
}

#[test]
fn a_text_cut_off_anywhere_is_none() {
    let text = compile_book(&small_book().book).unwrap();
    for end in (0..text.len()).step_by(97) {
        assert_eq!(text.get(..end).and_then(book), None);
    }
}

#[test]
fn what_has_another_shape_is_none() {
    for text in ["null", "{}", "[]", r#"{"year":"2026"}"#] {
        assert_eq!(book(text), None, "{text}");
        assert_eq!(season(text), None, "{text}");
        assert_eq!(calendar(text), None, "{text}");
    }
    let text = compile_book(&small_book().book).unwrap();
    for (find, replace) in [
        (r#""kind":"gate""#, r#""kind":"goat""#),
        (r#""authority":"#, r#""authorty":"#),
        (r#""horizon":10"#, r#""horizon":1000"#),
    ] {
        assert!(text.contains(find), "{find}");
        assert_eq!(book(&text.replacen(find, replace, 1)), None, "{find}");
    }
}
