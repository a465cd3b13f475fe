//! Advice as JSON, by the ids of the book.

use json::{Json, Object};

use super::{Ask, Gaps, Waiting};
use crate::Place;
use crate::argue::Point;
use crate::result::number;

impl Gaps {
    /// The gaps as JSON.
    pub fn to_json(&self) -> Json {
        let sets = |sets: &[Vec<Place>]| {
            let sets = sets.iter();
            let sets = sets.map(|set| Json::Array(set.iter().map(Place::to_json).collect()));
            Json::Array(sets.collect())
        };
        let mut object = Object::new();
        object.insert("meet", sets(&self.meet));
        object.insert("fail", sets(&self.fail));
        object.insert("bounded", Json::Bool(self.bounded));
        Json::Object(object)
    }
}

impl Place {
    /// The place as JSON: a question; or a list with a record and a field, as far as they are
    /// meant.
    pub fn to_json(&self) -> Json {
        let mut object = Object::new();
        let mut put = |key: &str, value: &str| {
            object.insert(key, Json::from(value));
        };
        match self {
            Self::Question(question) => put("question", question),
            Self::List(list) => put("list", list),
            Self::Record { list, record } => {
                put("list", list);
                put("record", record);
            }
            Self::Field {
                list,
                record,
                field,
            } => {
                put("list", list);
                put("record", record);
                put("field", field);
            }
        }
        Json::Object(object)
    }
}

impl Ask {
    /// The question as JSON.
    pub fn to_json(&self) -> Json {
        let mut object = Object::new();
        object.insert("place", self.place.to_json());
        let levels = self.levels.iter().map(|level| Json::from(level.as_str()));
        object.insert("levels", Json::Array(levels.collect()));
        Json::Object(object)
    }
}

impl Waiting {
    /// What is waited for, as JSON.
    pub fn to_json(&self) -> Json {
        let mut object = Object::new();
        let years = self.years.iter().map(|year| {
            let mut own = Object::new();
            own.insert("year", number(year.year.into()));
            own.insert("cut_off", Json::from(year.cut_off.to_string()));
            own.insert("verdict", Json::from(year.verdict.id()));
            let points = year.points.iter().map(Point::to_json);
            own.insert("points", Json::Array(points.collect()));
            Json::Object(own)
        });
        object.insert("years", Json::Array(years.collect()));
        let met = self.met.map_or(Json::Null, |year| number(year.into()));
        object.insert("met", met);
        Json::Object(object)
    }
}
