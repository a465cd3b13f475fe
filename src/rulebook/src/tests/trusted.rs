//! What is read again is what was compiled, and what is no such text is none.

use json::{Json, from_json, to_json};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::small_book;
use crate::trusted::{FromTree, book, calendar, season, take};
use crate::{
    Actor, AnswerKind, Authority, CheckRule, ClauseKind, DateRule, Earn, FutureDates, Period,
    Provider, StatementBy, Take, compile_book,
};

/// Both readers make the same of what is compiled from texts of a type.
fn alike<T>(texts: &[&str])
where
    T: FromTree + Serialize + DeserializeOwned + PartialEq + std::fmt::Debug,
{
    for text in texts {
        let json = Json::parse(text.as_bytes()).unwrap();
        let strict: T = from_json(&json).unwrap();
        let compiled = to_json(&strict).unwrap();
        assert_eq!(take::<T>(&compiled), Some(strict), "{text}");
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
    alike::<Authority>(&[r#""plan""#, r#""national""#, r#""reference""#, r#""model""#]);
    alike::<ClauseKind>(&[r#""gate""#, r#""condition""#, r#""landmark""#]);
    alike::<ClauseKind>(&[r#""requirement""#, r#""element""#]);
    alike::<FutureDates>(&[r#""refuse""#, r#""warn""#, r#""allow""#]);
    alike::<Provider>(&[r#""product""#, r#""applicant""#, r#""employer""#]);
    alike::<StatementBy>(&[r#""applicant""#, r#""employer""#]);
    alike::<Actor>(&[r#""applicant""#, r#""employer""#, r#""department""#]);
    alike::<Actor>(&[r#""office""#, r#""committee""#]);
    alike::<Take>(&[r#""all""#, r#""best""#]);
    alike::<Period>(&[r#"{"at_least":5}"#, r#"{"ahead":3}"#]);
}

#[test]
fn every_form_of_answers_days_and_points_is_known() {
    alike::<AnswerKind>(&[
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
    alike::<DateRule>(&[
        r#""cut_off""#,
        r#"{"years_before_cut_off":5}"#,
        r#"{"answer":"born"}"#,
        r#"{"earliest":[{"list":"degrees","field":"on","where":{"level":{"is":true}}}]}"#,
        r#"{"staged_age":{"birth":"b","by":"s","stage":{"m":{"years":60,"from":"1965-01","every":4,"max":36}}}}"#,
    ]);
    alike::<CheckRule>(&[
        r#"{"before":[{"question":"born"},{"records":{"list":"degrees","field":"on"}}]}"#,
        r#"{"ordered":{"list":"posts","first":"from","then":"to"}}"#,
        r#"{"impossible":{"list":"posts","where":{"rank":{"one_of":["a",2.5,false]}}}}"#,
    ]);
    alike::<Earn>(&[
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
