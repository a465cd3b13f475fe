//! All advice on one dossier together.

use chrono::NaiveDate;
use dossier::Dossier;
use json::{Json, Object};
use rulebook::SeasonDay;

use super::{Ask, Gaps, RouteId, Waiting, Ways};
use crate::argue::Argument;
use crate::{Assessment, Engine};

/// All advice on one dossier together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Advice {
    /// The routes of all levels, in the order of the book.
    pub routes: Vec<RouteAdvice>,
    /// What is still worth asking, the next question first.
    pub questions: Vec<Ask>,
}

/// The advice on a route.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RouteAdvice {
    /// The level.
    pub level: String,
    /// The route.
    pub route: String,
    /// The argument for its verdict.
    pub argument: Argument,
    /// What keeps it open.
    pub gaps: Gaps,
    /// How it can be met.
    pub ways: Ways,
    /// What it is waited for.
    pub waiting: Waiting,
}

impl Engine {
    /// All advice on a dossier that was assessed; each part is a call of its own, too.
    pub fn advise(
        &self,
        dossier: &Dossier,
        season: &SeasonDay,
        today: NaiveDate,
        assessment: &Assessment,
    ) -> Advice {
        let levels = assessment.levels.iter();
        let routes = levels.flat_map(|level| {
            let routes = level.routes.iter();
            routes.map(|route| RouteId {
                level: &level.id,
                route: &route.id,
            })
        });
        let routes = routes.filter_map(|route| {
            Some(RouteAdvice {
                level: route.level.to_owned(),
                route: route.route.to_owned(),
                argument: self.argue(dossier, assessment, route)?,
                gaps: self.gaps(dossier, season, today, route)?,
                ways: self.ways(dossier, season, today, route)?,
                waiting: self.waiting(dossier, season, today, route)?,
            })
        });
        Advice {
            routes: routes.collect(),
            questions: self.worth_asking(dossier, season, today),
        }
    }
}

impl Advice {
    /// The advice as JSON.
    pub fn to_json(&self) -> Json {
        let mut object = Object::new();
        let routes = self.routes.iter().map(|route| {
            let mut own = Object::new();
            own.insert("level", Json::from(route.level.as_str()));
            own.insert("route", Json::from(route.route.as_str()));
            own.insert("argument", route.argument.to_json());
            own.insert("gaps", route.gaps.to_json());
            own.insert("ways", route.ways.to_json());
            own.insert("waiting", route.waiting.to_json());
            Json::Object(own)
        });
        object.insert("routes", Json::Array(routes.collect()));
        let questions = self.questions.iter().map(Ask::to_json);
        object.insert("questions", Json::Array(questions.collect()));
        Json::Object(object)
    }
}
