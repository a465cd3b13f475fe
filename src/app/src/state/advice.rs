//! What the engine advises on the present dossier, as far as it was asked for.

use std::rc::Rc;

use assess::{Ask, Gaps, LevelLine, Place, RouteId, Verdict, Waiting, Ways};
use dossier::{Answer, Dossier};

use super::AppState;
use crate::screen::Screen;

/// Advice on the present dossier. Emptied whenever that changes.
#[derive(Clone, Debug, Default)]
pub(crate) struct Advice {
    /// What is still worth asking, the likeliest to settle something first.
    asks: Option<Rc<Vec<Ask>>>,
    /// What would change the verdict of each route, as far as it is known.
    routes: Vec<Rc<RouteAdvice>>,
    /// The visit during which the advice on all routes was complete.
    whole_since: Option<u64>,
}

/// What would change the verdict of a route.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RouteAdvice {
    /// The level.
    pub(crate) level: String,
    /// The route.
    pub(crate) route: String,
    /// The missing answers that keep it open.
    pub(crate) gaps: Gaps,
    /// What can be done, cheapest first.
    pub(crate) ways: Ways,
    /// What each year is waited for.
    pub(crate) waiting: Waiting,
}

/// A piece of advice that can be asked for by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Wanted {
    /// What is still worth asking.
    Asks,
    /// What would change the verdict of a route.
    Route(String, String),
}

/// A piece of advice.
#[derive(Clone, Debug)]
pub(crate) enum Found {
    /// What is still worth asking.
    Asks(Rc<Vec<Ask>>),
    /// What would change the verdict of a route.
    Route(Rc<RouteAdvice>),
}

/// A step on the way that asks only what is needed.
#[derive(Clone, Debug)]
pub(crate) enum Guide {
    /// Advice on a dossier has come.
    Found(Rc<Dossier>, Found),
    /// On to the next question; one that is still open here is asked no more.
    Next,
    /// What was left out is asked again.
    Again,
}

impl AppState {
    /// The levels that are aimed at: the target, or all while there is none.
    pub(crate) fn aims(&self) -> Vec<&LevelLine> {
        let answer = self.dossier.answer(&self.book().roles.level);
        let target = answer.and_then(Answer::text);
        let levels = || self.assessment.levels.iter();
        let target = target.filter(|id| levels().any(|level| level.id == *id));
        levels()
            .filter(|level| target.is_none_or(|id| level.id == id))
            .collect()
    }

    /// Whether the verdict on every level that is aimed at is final.
    pub(crate) fn is_settled(&self) -> bool {
        let aims = self.aims().into_iter();
        aims.map(|level| self.conclusion(level).verdict)
            .all(|verdict| !verdict.is_open())
    }

    /// What is still worth asking, in order, what was left out included; none while not known.
    ///
    /// The level comes first: what is worth asking hangs on it.
    pub(crate) fn asks(&self) -> Option<Vec<Ask>> {
        if self.is_settled() {
            return Some(Vec::new());
        }
        let found = self.advice.asks.as_ref()?;
        let level = self.book().roles.level.clone();
        let mut asks = Vec::new();
        if self.dossier.answer(&level).is_none() && !found.is_empty() {
            let levels = self.assessment.levels.iter();
            asks.push(Ask {
                place: Place::Question(level),
                levels: levels.map(|level| level.id.clone()).collect(),
            });
        }
        asks.extend(found.iter().cloned());
        Some(asks)
    }

    /// Whether the person goes on without answering here.
    pub(crate) fn is_left_out(&self, place: &Place) -> bool {
        self.left_out.contains(place)
    }

    /// What would change the verdict of a route, once it is known.
    pub(crate) fn route_advice(&self, at: RouteId<'_>) -> Option<&RouteAdvice> {
        let mut routes = self.advice.routes.iter();
        let own = routes.find(|own| own.level == at.level && own.route == at.route);
        own.map(|own| &**own)
    }

    /// Whether the advice on all routes was there before the screen was: what it fills then moves
    /// nothing.
    pub(crate) fn had_advice(&self) -> bool {
        let since = self.advice.whole_since;
        since.is_some_and(|visit| visit < self.visit)
    }

    /// The next piece of advice that the screen asks for.
    pub(crate) fn wanted(&self) -> Option<Wanted> {
        match &self.screen {
            Screen::Ask(_) => self.wanted_asks(),
            Screen::Tasks | Screen::Conditions | Screen::Score | Screen::Result => {
                self.wanted_route()
            }
            _ => None,
        }
    }

    fn wanted_asks(&self) -> Option<Wanted> {
        let needed = self.advice.asks.is_none() && !self.is_settled();
        needed.then_some(Wanted::Asks)
    }

    fn wanted_route(&self) -> Option<Wanted> {
        let routes = self.assessment.levels.iter().flat_map(|level| {
            let routes = level.routes.iter();
            let unmet = routes.filter(|route| route.conclusion.verdict != Verdict::Met);
            unmet.map(|route| (level.id.as_str(), route.id.as_str()))
        });
        let mut missing =
            routes.filter(|&(level, route)| self.route_advice(RouteId { level, route }).is_none());
        missing
            .next()
            .map(|(level, route)| Wanted::Route(level.to_owned(), route.to_owned()))
    }

    /// Whether nothing of this dossier was asked for yet.
    pub(crate) fn is_unadvised(&self) -> bool {
        self.advice.asks.is_none() && self.advice.routes.is_empty()
    }

    /// Asks the engine for a piece of advice, once there is one.
    pub(crate) fn advise(&self, wanted: Wanted) -> Option<Found> {
        let later = self.rules.later.ok()?;
        Some((later.behind.advise)(self, wanted))
    }

    /// Asks the engine for a piece of advice.
    pub(crate) fn advise_now(&self, wanted: Wanted) -> Found {
        let engine = self.rules.engine();
        match wanted {
            Wanted::Asks => Found::Asks(Rc::new(engine.worth_asking(
                &self.dossier,
                &self.season,
                self.today,
            ))),
            Wanted::Route(level, route) => {
                let id = RouteId {
                    level: &level,
                    route: &route,
                };
                let (dossier, season, today) = (&*self.dossier, &self.season, self.today);
                let gaps = engine.gaps(dossier, season, today, id);
                let ways = engine.ways(dossier, season, today, id);
                let waiting = engine.waiting(dossier, season, today, id);
                Found::Route(Rc::new(RouteAdvice {
                    gaps: gaps.unwrap_or_default(),
                    ways: ways.unwrap_or_default(),
                    waiting: waiting.unwrap_or_default(),
                    level,
                    route,
                }))
            }
        }
    }

    /// Takes a step of the guide; whether anything changed.
    pub(super) fn guide(&mut self, step: Guide) -> bool {
        match step {
            Guide::Found(dossier, found) => {
                Rc::ptr_eq(&dossier, &self.dossier) && self.take_in(found)
            }
            Guide::Next => self.ask_next(),
            Guide::Again => {
                self.left_out.clear();
                self.ask_next()
            }
        }
    }

    fn take_in(&mut self, found: Found) -> bool {
        match found {
            Found::Asks(asks) => self.advice.asks = Some(asks),
            Found::Route(route) => self.advice.routes.push(route),
        }
        if self.wanted_route().is_none() {
            self.advice.whole_since = self.advice.whole_since.or(Some(self.visit));
        }
        true
    }

    /// Goes to the next question. What is still open on this one is left out.
    fn ask_next(&mut self) -> bool {
        if let Some(found) = self.wanted_asks().and_then(|wanted| self.advise(wanted)) {
            self.take_in(found);
        }
        let asks = self.asks().unwrap_or_default();
        let here = match &self.screen {
            Screen::Ask(place) => place.clone(),
            _ => None,
        };
        if let Some(here) = here.filter(|here| asks.iter().any(|ask| ask.place == *here)) {
            self.left_out.push(here);
        }
        let mut left = asks.into_iter().map(|ask| ask.place);
        let next = left.find(|place| !self.is_left_out(place));
        self.go(Screen::Ask(next), None);
        true
    }
}
