//! Ways as JSON, by the ids of the book; points are hundredths.

use dossier::Record;
use json::{Json, Object};

use super::{RowRoom, Shortfall, Step, Way, Ways};
use crate::result::number;

impl Ways {
    /// The ways as JSON.
    pub fn to_json(&self) -> Json {
        let mut object = Object::new();
        let ways = self.ways.iter().map(Way::to_json);
        object.insert("ways", Json::Array(ways.collect()));
        if let Some(shortfall) = &self.shortfall {
            object.insert("shortfall", shortfall.to_json());
        }
        object.insert("bounded", Json::Bool(self.bounded));
        Json::Object(object)
    }
}

impl Way {
    fn to_json(&self) -> Json {
        let mut object = Object::new();
        object.insert("season", number(self.season.into()));
        object.insert("wait", number(self.wait.into()));
        object.insert("cost", number(self.cost.into()));
        let steps = self.steps.iter().map(Step::to_json);
        object.insert("steps", Json::Array(steps.collect()));
        Json::Object(object)
    }
}

impl Step {
    fn to_json(&self) -> Json {
        let mut object = Object::new();
        let mut put = |key: &str, value: Json| {
            object.insert(key, value);
        };
        match self {
            Self::Answer { question, answer } => {
                put("do", Json::from("answer"));
                put("question", Json::from(question.as_str()));
                put("answer", answer.to_json());
            }
            Self::Field {
                list,
                record,
                field,
                answer,
            } => {
                put("do", Json::from("answer_field"));
                put("list", Json::from(list.as_str()));
                put("record", Json::from(record.as_str()));
                put("field", Json::from(field.as_str()));
                put("answer", answer.to_json());
            }
            Self::Complete { list } => {
                put("do", Json::from("complete"));
                put("list", Json::from(list.as_str()));
            }
            Self::Add {
                list,
                record,
                count,
                achieve,
            } => {
                put("do", Json::from(if *achieve { "achieve" } else { "enter" }));
                put("list", Json::from(list.as_str()));
                put("count", number(i64::try_from(*count).unwrap_or(i64::MAX)));
                put("record", fields(record));
            }
        }
        Json::Object(object)
    }
}

impl Shortfall {
    fn to_json(&self) -> Json {
        let mut object = Object::new();
        object.insert("line", number(self.line));
        object.insert("have", number(self.have));
        object.insert("missing", number(self.missing));
        let rows = self.rows.iter().map(RowRoom::to_json);
        object.insert("rows", Json::Array(rows.collect()));
        Json::Object(object)
    }
}

impl RowRoom {
    fn to_json(&self) -> Json {
        let mut object = Object::new();
        object.insert("row", Json::from(self.row.as_str()));
        object.insert("room", number(self.room));
        object.insert("first", number(self.first));
        object.insert(
            "count",
            number(i64::try_from(self.count).unwrap_or(i64::MAX)),
        );
        object.insert("list", Json::from(self.list.as_str()));
        object.insert("record", fields(&self.record));
        object.insert("achieve", Json::Bool(self.achieve));
        Json::Object(object)
    }
}

fn fields(record: &Record) -> Json {
    let mut object = Object::new();
    for (field, answer) in &record.fields {
        object.insert(field.as_str(), answer.to_json());
    }
    Json::Object(object)
}
