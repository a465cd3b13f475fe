//! An assessment as JSON.

use chrono::NaiveDate;
use json::{Decimal, Json, Object};

use super::{Assessment, BookRef, Conclusion, LevelLine, Outcome, RowLine, ScoreSheet, Span};
use crate::Entry;

impl Assessment {
    /// The format of the JSON.
    pub const FORMAT: &str = "zhicheng-assessment/1";

    /// The assessment as JSON, by the ids of the book; points are hundredths.
    pub fn to_json(&self) -> Json {
        let mut object = Object::new();
        object.insert("format", Json::from(Self::FORMAT));
        object.insert("book", self.book.to_json());
        object.insert("season", number(self.season.into()));
        object.insert("cut_off", day(self.cut_off));
        object.insert("verdicts", self.verdicts());
        if let Some(score) = &self.score {
            object.insert("score", score.to_json());
            object.insert("score_records", score.records_json());
        }
        let earliest = by_level(&self.levels, |level| {
            let routes = level.routes.iter();
            pairs(routes.map(|route| (route.id.as_str(), year(route.earliest.year))))
        });
        object.insert("earliest", earliest);
        let closes = by_level(&self.levels, |level| {
            let routes = level.routes.iter();
            pairs(routes.map(|route| (route.id.as_str(), year(route.earliest.closes))))
        });
        object.insert("closes", closes);
        let recommended = by_level(&self.levels, |level| {
            let route = level.recommended.as_deref();
            route.map_or(Json::Null, Json::from)
        });
        object.insert("recommended", recommended);
        object.insert("bounded", self.bounded());
        object.insert("stand_ins", self.stand_ins());
        Json::Object(object)
    }

    /// By level and route: whether it is open because a bound was hit.
    fn bounded(&self) -> Json {
        by_level(&self.levels, |level| {
            let mut object = Object::new();
            object.insert("level", Json::from(level.conclusion.bounded));
            let routes = level.routes.iter();
            let routes = routes.map(|route| {
                let bounded = Json::from(route.conclusion.bounded);
                (route.id.as_str(), bounded)
            });
            object.insert("routes", pairs(routes));
            Json::Object(object)
        })
    }

    /// All verdicts by level.
    pub(crate) fn verdicts(&self) -> Json {
        let mut verdicts = Object::new();
        let levels = &self.levels;
        let gates = by_level(levels, |level| {
            pairs(
                level
                    .gates()
                    .map(|clause| (clause.id.as_str(), verdict(&clause.conclusion))),
            )
        });
        verdicts.insert("gates", gates);
        let conditions = by_level(levels, |level| {
            let conditions = level.conditions();
            pairs(conditions.map(|clause| (clause.id.as_str(), verdict(&clause.conclusion))))
        });
        verdicts.insert("conditions", conditions);
        let beside = by_level(levels, |level| {
            let routes = level.routes.iter();
            pairs(routes.map(|route| (route.id.as_str(), verdict(&route.beside_gates))))
        });
        verdicts.insert("routes_beside_gates", beside);
        let routes = by_level(levels, |level| {
            let routes = level.routes.iter();
            pairs(routes.map(|route| (route.id.as_str(), verdict(&route.conclusion))))
        });
        verdicts.insert("routes", routes);
        verdicts.insert(
            "levels",
            by_level(levels, |level| verdict(&level.conclusion)),
        );
        Json::Object(verdicts)
    }

    /// For every level and route that stand-ins decided, which.
    fn stand_ins(&self) -> Json {
        by_level(&self.levels, |level| {
            let mut object = Object::new();
            object.insert("level", entries(&level.conclusion));
            let routes = level.routes.iter();
            let routes = pairs(routes.map(|route| (route.id.as_str(), entries(&route.conclusion))));
            object.insert("routes", routes);
            Json::Object(object)
        })
    }
}

impl BookRef {
    /// As JSON.
    pub fn to_json(&self) -> Json {
        let mut book = Object::new();
        book.insert("id", Json::from(self.id.as_str()));
        book.insert("version", Json::from(self.version.as_str()));
        book.insert("digest", Json::from(self.digest.as_str()));
        Json::Object(book)
    }
}

impl ScoreSheet {
    fn to_json(&self) -> Json {
        let mut object = Object::new();
        object.insert("line", number(self.line));
        let rows = self.rows.iter();
        let rows = pairs(rows.map(|row| (row.id.as_str(), row.points.marked(row.bounded))));
        object.insert("rows", rows);
        let blocks = self.blocks.iter();
        let blocks =
            pairs(blocks.map(|block| (block.id.as_str(), block.points.marked(block.bounded))));
        object.insert("blocks", blocks);
        object.insert("total", self.total.marked(self.bounded));
        Json::Object(object)
    }

    /// What became of every record, by row.
    fn records_json(&self) -> Json {
        let rows = self.rows.iter().filter(|row| !row.records.is_empty());
        pairs(rows.map(|row| (row.id.as_str(), row.records_json())))
    }
}

impl Span {
    fn to_json(self) -> Json {
        let pair = [("low", number(self.low)), ("high", number(self.high))];
        pairs(pair.into_iter())
    }
}

impl Span {
    /// With a mark if an end may be wider than need be.
    fn marked(self, bounded: bool) -> Json {
        let mut json = self.to_json();
        if let (true, Json::Object(object)) = (bounded, &mut json) {
            object.insert("bounded", Json::from(true));
        }
        json
    }
}

impl RowLine {
    fn records_json(&self) -> Json {
        let records = self.records.iter().map(|record| {
            let mut object = Object::new();
            object.insert("record", Json::from(record.record.as_str()));
            object.insert("points", record.points.to_json());
            object.insert("outcome", Json::from(record.outcome.id()));
            if let Outcome::NotBest { better } = &record.outcome {
                object.insert("better", Json::from(better.as_str()));
            }
            Json::Object(object)
        });
        Json::Array(records.collect())
    }
}

impl Outcome {
    /// The identifier in files.
    pub fn id(&self) -> &'static str {
        match self {
            Self::Counts => "counts",
            Self::PartCap { .. } => "part_cap",
            Self::OutsideWindow => "outside_window",
            Self::NotBest { .. } => "not_best",
            Self::NotListed => "not_listed",
            Self::Open { .. } => "open",
        }
    }
}

fn by_level(levels: &[LevelLine], content: impl Fn(&LevelLine) -> Json) -> Json {
    pairs(
        levels
            .iter()
            .map(|level| (level.id.as_str(), content(level))),
    )
}

fn pairs<'a>(pairs: impl Iterator<Item = (&'a str, Json)>) -> Json {
    let mut object = Object::new();
    for (key, value) in pairs {
        object.insert(key, value);
    }
    Json::Object(object)
}

fn verdict(conclusion: &Conclusion) -> Json {
    Json::from(conclusion.verdict.id())
}

fn entries(conclusion: &Conclusion) -> Json {
    let entry = |entry: &Entry| {
        let mut object = Object::new();
        object.insert("kind", Json::from(entry.kind.id()));
        object.insert("id", Json::from(entry.id.as_str()));
        object.insert("authority", Json::from(authority(entry)));
        object.insert("locator", Json::from(entry.locator.as_str()));
        Json::Object(object)
    };
    Json::Array(conclusion.stand_ins().map(entry).collect())
}

pub(crate) fn authority(entry: &Entry) -> &'static str {
    use rulebook::Authority;
    match entry.authority {
        Authority::Plan => "plan",
        Authority::National => "national",
        Authority::Reference => "reference",
        Authority::Model => "model",
    }
}

pub(crate) fn number(value: i64) -> Json {
    Decimal::from_int(value).map_or(Json::Null, Json::Number)
}

fn year(year: Option<i32>) -> Json {
    year.map_or(Json::Null, |year| number(year.into()))
}

fn day(day: NaiveDate) -> Json {
    Json::from(day.to_string())
}
