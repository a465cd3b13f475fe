//! An argument as JSON, by the ids of the book; points are hundredths.

use dossier::Answer;
use json::{Json, Object};

use super::find::day_text;
use super::{Argument, FieldFound, Finding, Found, Point, RecordFound};
use crate::result::{authority, number};
use crate::{DayValue, Entry};

impl Argument {
    /// The argument as JSON.
    pub fn to_json(&self) -> Json {
        let mut object = Object::new();
        object.insert("verdict", Json::from(self.verdict.id()));
        object.insert("bounded", Json::Bool(self.bounded));
        let points = self.points.iter().map(Point::to_json);
        object.insert("points", Json::Array(points.collect()));
        Json::Object(object)
    }
}

impl Point {
    /// The point as JSON.
    pub fn to_json(&self) -> Json {
        let mut object = entry(&self.clause);
        object.insert("verdict", Json::from(self.verdict.id()));
        object.insert("decisive", Json::Bool(self.decisive));
        let findings = self.findings.iter().map(Finding::to_json);
        object.insert("findings", Json::Array(findings.collect()));
        Json::Object(object)
    }
}

fn entry(entry: &Entry) -> Object {
    let mut object = Object::new();
    object.insert("clause", Json::from(entry.id.as_str()));
    object.insert("authority", Json::from(authority(entry)));
    object.insert("locator", Json::from(entry.locator.as_str()));
    object
}

impl Finding {
    fn to_json(&self) -> Json {
        let mut object = Object::new();
        if !self.within.is_empty() {
            let within = self.within.iter().map(|own| Json::Object(entry(own)));
            object.insert("within", Json::Array(within.collect()));
        }
        object.insert("verdict", Json::from(self.verdict.id()));
        if self.unwanted {
            object.insert("unwanted", Json::Bool(true));
        }
        self.found.insert(&mut object);
        Json::Object(object)
    }
}

impl Found {
    fn insert(&self, object: &mut Object) {
        let mut put = |key: &str, value: Json| {
            object.insert(key, value);
        };
        match self {
            Self::Parts { need, have, of } => {
                put("rule", Json::from("parts"));
                put("need", count(*need));
                put("have", count(*have));
                put("of", count(*of));
            }
            Self::Answer {
                question, answer, ..
            } => {
                put("rule", Json::from("answer"));
                put("question", Json::from(question.as_str()));
                put("answer", answered(answer.as_ref()));
            }
            Self::Records {
                list,
                need,
                have,
                open,
                records,
                ..
            } => {
                put("rule", Json::from("records"));
                put("list", Json::from(list.as_str()));
                put("need", count(*need));
                put("have", count(*have));
                put("list_open", Json::Bool(*open));
                put("records", all(records));
            }
            Self::Year {
                list,
                year,
                records,
                open,
                ..
            } => {
                put("rule", Json::from("year"));
                put("list", Json::from(list.as_str()));
                put("year", number(i64::from(*year)));
                put("list_open", Json::Bool(*open));
                put("records", all(records));
            }
            Self::Ban {
                question,
                answer,
                free_from,
            } => {
                put("rule", Json::from("ban"));
                put("question", Json::from(question.as_str()));
                put("answer", answered(answer.as_ref()));
                let free = free_from.map_or(Json::Null, |year| number(year.into()));
                put("free_from", free);
            }
            Self::Score { low, high, line } => {
                put("rule", Json::from("score"));
                put("low", number(*low));
                put("high", number(*high));
                put("line", number(*line));
            }
            Self::Choice { question } => {
                put("rule", Json::from("choice"));
                put("question", Json::from(question.as_str()));
            }
            Self::Unpublished { text } => {
                put("rule", Json::from("unpublished"));
                put("text", Json::from(text.as_str()));
            }
            Self::Years { .. } | Self::Dated { .. } | Self::Days { .. } => self.insert_days(object),
        }
    }

    fn insert_days(&self, object: &mut Object) {
        let mut put = |key: &str, value: Json| {
            object.insert(key, value);
        };
        match self {
            Self::Years {
                since,
                day,
                need,
                have,
                months,
            } => {
                put("rule", Json::from("years"));
                put("since", Json::from(since.as_str()));
                put("day", known(*day));
                put("need", number(i64::from(*need)));
                put("have", have.map_or(Json::Null, |have| number(have.into())));
                put("months", number(i64::from(*months)));
            }
            Self::Dated { date, day } => {
                put("rule", Json::from("dated"));
                put("date", Json::from(date.as_str()));
                put("day", known(*day));
            }
            Self::Days {
                date,
                day,
                after,
                than,
            } => {
                put("rule", Json::from("days"));
                put("date", Json::from(date.as_str()));
                put("day", known(*day));
                put("after", Json::from(after.as_str()));
                put("than", known(*than));
            }
            _ => {}
        }
    }
}

impl RecordFound {
    fn to_json(&self) -> Json {
        let mut object = Object::new();
        object.insert("record", Json::from(self.record.as_str()));
        object.insert("passes", Json::from(self.passes.id()));
        object.insert("in_window", Json::from(self.in_window.id()));
        let fields = self.fields.iter().map(FieldFound::to_json);
        object.insert("fields", Json::Array(fields.collect()));
        Json::Object(object)
    }
}

impl FieldFound {
    fn to_json(&self) -> Json {
        let mut object = Object::new();
        object.insert("field", Json::from(self.field.as_str()));
        object.insert("answer", answered(self.answer.as_ref()));
        object.insert("passes", Json::from(self.passes.id()));
        Json::Object(object)
    }
}

fn all(records: &[RecordFound]) -> Json {
    Json::Array(records.iter().map(RecordFound::to_json).collect())
}

fn count(number: usize) -> Json {
    self::number(i64::try_from(number).unwrap_or(i64::MAX))
}

/// The answer as entered; an empty object while it is unknown, since `null` is an answer.
fn answered(answer: Option<&Answer>) -> Json {
    let mut object = Object::new();
    if let Some(answer) = answer {
        object.insert("given", answer.to_json());
    }
    Json::Object(object)
}

/// A day that is known; null for any other.
fn known(day: Option<DayValue>) -> Json {
    match day {
        Some(DayValue::Known(day)) => Json::from(day_text(day)),
        _ => Json::Null,
    }
}
