//! The explaining walk: verdicts with the facts used and the entries they rest on.

mod decided;
mod found;
mod leaf;
mod sheet;
mod tree;

use std::cell::{OnceCell, RefCell};
use std::sync::Arc;

use chrono::NaiveDate;
use dossier::Dossier;
use rulebook::{Level, SeasonDay};

use self::found::{Clauses, OfRoute};
use super::case::Case;
use super::reason::{Entries, Reason};
use super::settled::Settled;
use super::split::{Decision, Decisions, Narrowed, Scratch, Spans, Target};
use crate::program::{CLevel, CRoute, FGoal, Value};
use crate::result::{ClauseLine, Earliest, LevelLine, Node, NodeKind, RouteLine};
use crate::{Engine, Verdict};

/// A verdict with its shortest sufficient reason, which is empty while it is open.
#[derive(Clone, Debug)]
struct Founded {
    verdict: Verdict,
    reason: Reason,
}

/// How much is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Extent {
    /// Facts and parts.
    Whole,
    /// Verdicts with their reasons.
    Bare,
    /// The same of levels and routes; of routes beside the gates the verdicts alone, and of gates and what routes require,
    /// at the level of this place.
    Line(Option<usize>),
}

/// Explains a case.
pub(crate) struct Explainer<'a> {
    pub(super) engine: &'a Engine,
    pub(super) dossier: &'a Dossier,
    pub(super) case: &'a Case<'a>,
    /// The entries of the book, the cut-off day with the authority it has in this season.
    entries: Arc<Entries>,
    extent: Extent,
    /// What was decided of goals that three-valued logic leaves open.
    pub(super) settled: Settled,
    /// The spans of the score, once their ends were looked for.
    pub(super) spans: Spans,
}

impl<'a> Explainer<'a> {
    pub(crate) fn new(
        engine: &'a Engine,
        dossier: &'a Dossier,
        case: &'a Case<'a>,
        season: &SeasonDay,
    ) -> Self {
        Self {
            engine,
            dossier,
            case,
            entries: Entries::of(&engine.program, season),
            extent: Extent::Whole,
            settled: Settled::default(),
            spans: Spans::default(),
        }
    }

    /// The same to some extent: unless that is the whole, explanations stay empty.
    #[must_use]
    pub(super) fn telling(self, extent: Extent) -> Self {
        Self { extent, ..self }
    }

    /// Settles what three-valued logic leaves open of the goals that are asked for, where that can
    /// be done.
    pub(crate) fn decide(&mut self, today: NaiveDate, asked: impl Fn(&FGoal) -> bool) {
        let case = self.case;
        let mut scratch = Scratch::default();
        self.settled = super::split::decide(case, today, asked, &mut scratch).into();
    }

    /// Finds the ends of the spans of the score; for a line those of the total.
    pub(crate) fn narrow(&mut self, today: NaiveDate, scratch: &mut Scratch) {
        let case = self.case;
        let most = match self.extent {
            Extent::Line(_) => 1,
            Extent::Whole | Extent::Bare => usize::MAX,
        };
        if let Some(tally) = case.tally() {
            let parts = (case.program, case.subject);
            self.spans = Spans::of(parts, (case.season, today), (tally, most), scratch);
        }
    }

    /// The total of the score.
    pub(super) fn total(&self) -> Narrowed {
        let plain = self.case.tally().map(|tally| Narrowed {
            span: tally.total,
            bounded: false,
        });
        self.spans.total().or(plain).unwrap_or_default()
    }

    /// A level with its clauses and routes.
    pub(crate) fn level(&self, place: usize) -> Option<LevelLine> {
        let level = self.engine.book.level.get(place)?;
        let compiled = self.engine.program.levels.get(place)?;
        Some(LevelWalk::new(self, place, compiled).line(level))
    }

    /// Every level with its clauses and routes; the earliest years are filled in later.
    pub(super) fn levels(&self) -> Vec<LevelLine> {
        let pairs = self.engine.book.level.iter();
        let pairs = pairs.zip(&self.engine.program.levels).enumerate();
        pairs
            .map(|(place, (level, compiled))| LevelWalk::new(self, place, compiled).line(level))
            .collect()
    }
}

/// The walk at one level, with what is known of its clauses so far.
struct LevelWalk<'e> {
    explainer: &'e Explainer<'e>,
    /// The level's place in the book.
    place: usize,
    level: &'e CLevel,
    clauses: RefCell<Clauses>,
    /// By clause, what was decided of it; empty where nothing was.
    of_clauses: OnceCell<Vec<Option<Decision>>>,
}

impl<'e> LevelWalk<'e> {
    fn new(explainer: &'e Explainer<'_>, place: usize, level: &'e CLevel) -> Self {
        let clauses = level.forms.len();
        Self {
            explainer,
            place,
            level,
            clauses: RefCell::new(Clauses::new(clauses)),
            of_clauses: OnceCell::new(),
        }
    }

    /// What was decided.
    fn decisions(&self) -> &Decisions {
        self.explainer.settled.on(self.explainer.case)
    }

    /// Whether facts and parts are told.
    fn tells(&self) -> bool {
        self.explainer.extent == Extent::Whole
    }

    /// Whether no more is told than a line of a table says.
    fn is_line(&self) -> bool {
        matches!(self.explainer.extent, Extent::Line(_))
    }

    fn line(&self, level: &Level) -> LevelLine {
        let routes = self.level.routes.iter().enumerate();
        let routes: Vec<OfRoute> = routes
            .map(|(place, route)| self.route(place, route))
            .collect();
        let verdicts = routes.iter().map(|route| route.whole.verdict);
        let plain = verdicts.fold(Verdict::NotMet, Verdict::or);
        let decided = self.decided(Target::Level, plain);
        let taken = match decided {
            None => Some(self.taken_routes(&routes, plain)),
            Some(_) => None,
        };
        let reason = match &taken {
            Some(taken) => found::joined(taken),
            None => self.whole_reason(),
        };
        let because = taken.iter().flatten().filter(|_| self.tells());
        let because = because.filter_map(|(place, _)| self.level.routes.get(*place));
        let pairs = || self.level.routes.iter().zip(&routes);
        let met = pairs().filter(|(_, own)| own.whole.verdict == Verdict::Met);
        // `min_by_key` takes the first among equals: the order of the book.
        let best = met.min_by_key(|(_, own)| own.whole.reason.stand_ins(&self.explainer.entries));
        let lines = pairs().enumerate();
        LevelLine {
            id: level.id.clone(),
            conclusion: self.conclude(Target::Level, &reason, decided.unwrap_or(plain)),
            recommended: best.map(|(route, _)| route.id.clone()),
            because: because.map(|route| route.id.clone()).collect(),
            clauses: self.clauses(),
            routes: lines
                .map(|(place, (route, own))| self.route_line((place, route), own))
                .collect(),
        }
    }

    fn clauses(&self) -> Vec<ClauseLine> {
        let program = &self.explainer.engine.program;
        let book = self.explainer.engine.book.clause.iter().enumerate();
        let is_line = match self.explainer.extent {
            Extent::Line(level) if level != Some(self.place) => return Vec::new(),
            _ => self.is_line(),
        };
        let lines = book.filter_map(|(index, clause)| {
            self.level.forms.get(index)?.as_ref()?;
            if is_line && self.level.asked.get(index) != Some(&true) {
                return None;
            }
            let verdict = self.stands(index);
            let reason = if is_line {
                Reason::default()
            } else {
                self.founded(index).reason
            };
            let category = program.clauses.get(index)?.category;
            let applies = category.is_none_or(|category| self.is_category(category));
            Some(ClauseLine {
                id: clause.id.clone(),
                kind: clause.kind,
                applies,
                conclusion: self.conclude(Target::Clause(index), &reason, verdict),
                explanation: if self.tells() {
                    self.tree(index)
                } else {
                    Node::new(NodeKind::All, verdict)
                },
            })
        });
        lines.collect()
    }

    /// Whether a category is the chosen one; while none is chosen each may be.
    fn is_category(&self, category: usize) -> bool {
        let question = self.explainer.engine.program.category_question;
        let answer = question.map(|question| self.explainer.case.subject.answer(question));
        match answer {
            Some(Value::Choice(chosen)) => chosen == category,
            _ => true,
        }
    }

    fn route_line(&self, (place, route): (usize, &CRoute), own: &OfRoute) -> RouteLine {
        let clauses = &self.explainer.engine.book.clause;
        let ids = |places: &[usize]| -> Vec<String> {
            let clauses = places.iter().filter_map(|place| clauses.get(*place));
            clauses.map(|clause| clause.id.clone()).collect()
        };
        let OfRoute {
            beside,
            whole,
            because,
        } = own;
        RouteLine {
            id: route.id.clone(),
            beside_gates: self.conclude(Target::Beside(place), &beside.reason, beside.verdict),
            conclusion: self.conclude(Target::Route(place), &whole.reason, whole.verdict),
            requires: ids(&route.requires),
            earliest: Earliest::default(),
            because: ids(because),
        }
    }
}
