//! The explaining walk: verdicts with the facts used and the entries they rest on.

mod decided;
mod found;
mod leaf;
mod rules;
mod sheet;

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use chrono::NaiveDate;
use dossier::Dossier;
use rulebook::{Level, SeasonDay};

use super::case::Case;
use super::reason::{Entries, Reason};
use super::split::{Decision, Decisions, Narrowed, Scratch, Spans, Target};
use crate::program::{CLevel, CRoute, FGoal, Value};
use crate::result::{ClauseLine, Earliest, Fact, LevelLine, Node, NodeKind, RouteLine};
use crate::{Engine, Verdict};

/// A verdict with its shortest sufficient reason, and its explanation where it is told.
#[derive(Clone, Debug)]
pub(super) struct Explained {
    verdict: Verdict,
    /// Whether it belongs to the reason of the rule it is a part of.
    decisive: bool,
    pub(super) reason: Reason,
    told: Option<Box<Told>>,
}

/// What is told of a rule.
#[derive(Clone, Debug)]
struct Told {
    kind: NodeKind,
    facts: Vec<Fact>,
    children: Vec<Node>,
}

impl Explained {
    fn verdict(&self) -> Verdict {
        self.verdict
    }

    /// The node of the tree that is shown.
    fn node(self) -> Node {
        let (verdict, decisive) = (self.verdict, self.decisive);
        let (kind, facts, children) = match self.told {
            Some(told) => (told.kind, told.facts, told.children),
            None => (NodeKind::All, Vec::new(), Vec::new()),
        };
        Node {
            kind,
            verdict,
            facts,
            children,
            decisive,
        }
    }

    /// The clauses among the parts that belong to the reason.
    fn because(&self) -> Vec<String> {
        let children = self.told.iter().flat_map(|told| &told.children);
        let decisive = children.filter(|child| child.decisive);
        let ids = decisive.filter_map(|child| match &child.kind {
            NodeKind::Clause { id } => Some(id.clone()),
            _ => None,
        });
        ids.collect()
    }
}

/// How much is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Extent {
    /// Facts and parts.
    Whole,
    /// Verdicts with their reasons.
    Bare,
    /// The same of levels and routes; of gates and what routes require the verdicts alone, at the level of this place.
    Line(Option<usize>),
}

/// Explains a case.
pub(crate) struct Explainer<'a> {
    pub(super) engine: &'a Engine,
    pub(super) dossier: &'a Dossier,
    pub(super) case: &'a Case<'a>,
    /// The entries of the book, the cut-off day with the authority it has in this season.
    pub(super) entries: Arc<Entries>,
    extent: Extent,
    /// What was decided of goals that three-valued logic leaves open.
    pub(super) decisions: Decisions,
    /// The spans of the score, once their ends were looked for.
    pub(super) spans: Spans,
}

impl<'a> Explainer<'a> {
    /// A verdict without a reason yet; `tell` gives what was asked and the facts used.
    fn explained(
        &self,
        verdict: Verdict,
        tell: impl FnOnce() -> (NodeKind, Vec<Fact>),
    ) -> Explained {
        let told = (self.extent == Extent::Whole).then(|| {
            let (kind, facts) = tell();
            Box::new(Told {
                kind,
                facts,
                children: Vec::new(),
            })
        });
        Explained {
            verdict,
            decisive: false,
            reason: Reason::default(),
            told,
        }
    }

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
            decisions: Decisions::default(),
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
        self.decisions = super::split::decide(case, today, asked, &mut scratch);
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

/// The walk at one level, with the clauses explained so far.
pub(super) struct LevelWalk<'e> {
    explainer: &'e Explainer<'e>,
    /// The level's place in the book.
    place: usize,
    level: &'e CLevel,
    known: RefCell<Vec<Option<Rc<Explained>>>>,
    /// The same where nothing but verdicts and reasons is told.
    clauses: RefCell<found::Clauses>,
    /// By clause, what was decided of it; empty where nothing was.
    of_clauses: Vec<Option<Decision>>,
}

impl<'e> LevelWalk<'e> {
    fn new(explainer: &'e Explainer<'_>, place: usize, level: &'e CLevel) -> Self {
        let clauses = level.forms.len();
        let (told, founded) = match explainer.extent {
            Extent::Whole => (clauses, 0),
            Extent::Bare | Extent::Line(_) => (0, clauses),
        };
        Self {
            explainer,
            place,
            level,
            known: RefCell::new(vec![None; told]),
            clauses: RefCell::new(found::Clauses::new(founded)),
            of_clauses: decided::of_clauses(&explainer.decisions, (place, clauses)),
        }
    }

    fn line(&self, level: &Level) -> LevelLine {
        let routes = self.level.routes.iter().enumerate();
        let explained = routes.map(|(place, route)| self.route(place, route));
        let (besides, mut wholes): (Vec<Explained>, Vec<Explained>) = explained.unzip();
        let plain = wholes.iter().map(Explained::verdict);
        let plain = plain.fold(Verdict::NotMet, Verdict::or);
        let (verdict, reason) = match self.decided(Target::Level, plain) {
            Some(decided) => (decided, self.whole_reason()),
            None => (plain, self.any_reason(&mut wholes, plain)),
        };
        let routes = || self.level.routes.iter().zip(&wholes);
        let told = self.explainer.extent == Extent::Whole;
        let because = routes().filter(|(_, whole)| told && whole.decisive);
        let met = routes().filter(|(_, whole)| whole.verdict() == Verdict::Met);
        // `min_by_key` takes the first among equals: the order of the book.
        let best = met.min_by_key(|(_, whole)| whole.reason.stand_ins(&self.explainer.entries));
        let lines = routes().zip(&besides).enumerate();
        LevelLine {
            id: level.id.clone(),
            conclusion: self.conclude(Target::Level, &reason, verdict),
            recommended: best.map(|(route, _)| route.id.clone()),
            because: because.map(|(route, _)| route.id.clone()).collect(),
            clauses: self.clauses(),
            routes: lines
                .map(|(place, ((route, whole), beside))| {
                    self.route_line((place, route), (beside, whole))
                })
                .collect(),
        }
    }

    fn clauses(&self) -> Vec<ClauseLine> {
        let program = &self.explainer.engine.program;
        let book = self.explainer.engine.book.clause.iter().enumerate();
        if let Extent::Line(level) = self.explainer.extent
            && level != Some(self.place)
        {
            return Vec::new();
        }
        if self.explainer.extent == Extent::Whole {
            // All are known before the first is taken, since one may refer to another.
            let forms = self.level.forms.iter().enumerate();
            for (index, _) in forms.filter(|(_, form)| form.is_some()) {
                self.clause(index);
            }
        }
        let lines = book.filter_map(|(index, clause)| {
            self.level.forms.get(index)?.as_ref()?;
            if matches!(self.explainer.extent, Extent::Line(_)) && !self.level.asks_for(index) {
                return None;
            }
            let explained = match self.explainer.extent {
                Extent::Whole => {
                    let known = self.known.borrow_mut().get_mut(index)?.take()?;
                    Rc::unwrap_or_clone(known)
                }
                Extent::Bare => self.founded(index).into(),
                Extent::Line(_) => self.stands(index).into(),
            };
            let category = program.clauses.get(index)?.category;
            let applies = category.is_none_or(|category| self.is_category(category));
            Some(ClauseLine {
                id: clause.id.clone(),
                kind: clause.kind,
                applies,
                conclusion: self.conclude(
                    Target::Clause(index),
                    &explained.reason,
                    explained.verdict,
                ),
                explanation: explained.node(),
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

    fn route_line(
        &self,
        (place, route): (usize, &CRoute),
        (beside, whole): (&Explained, &Explained),
    ) -> RouteLine {
        let clauses = &self.explainer.engine.book.clause;
        let requires = route
            .requires
            .iter()
            .filter_map(|place| clauses.get(*place));
        RouteLine {
            id: route.id.clone(),
            beside_gates: self.conclude(Target::Beside(place), &beside.reason, beside.verdict()),
            conclusion: self.conclude(Target::Route(place), &whole.reason, whole.verdict()),
            requires: requires.map(|clause| clause.id.clone()).collect(),
            earliest: Earliest::default(),
            because: whole.because(),
        }
    }

    /// A route beside the gates, and as a whole.
    fn route(&self, place: usize, route: &CRoute) -> (Explained, Explained) {
        if self.explainer.extent != Extent::Whole {
            return self.founded_route(place, route);
        }
        let requires = route.requires.iter();
        let requires: Vec<_> = requires.map(|clause| self.clause_node(*clause)).collect();
        let gates = self.level.gates.iter();
        let gates = gates.map(|clause| self.clause_node(*clause));
        let all: Vec<_> = gates.chain(requires.iter().cloned()).collect();
        let founded = |mut explained: Explained, target: Target| {
            if let Some(decided) = self.decided(target, explained.verdict()) {
                explained.verdict = decided;
                explained.reason = self.route_reason(route);
            }
            if explained.verdict() == Verdict::Met {
                explained.reason = explained.reason.with(route.entry);
            }
            explained
        };
        (
            founded(self.all(requires), Target::Beside(place)),
            founded(self.all(all), Target::Route(place)),
        )
    }

    fn clause(&self, clause: usize) -> Rc<Explained> {
        let known = self.known.borrow().get(clause).cloned().flatten();
        if let Some(explained) = known {
            return explained;
        }
        let form = self.level.forms.get(clause).and_then(Option::as_ref);
        let mut explained = form.map_or_else(|| self.nothing(), |form| self.rule(&form.rule));
        if let Some(decided) = self.decided(Target::Clause(clause), explained.verdict()) {
            explained.verdict = decided;
            explained.reason = form.map_or_else(Reason::default, |form| self.cone(&form.rule));
        }
        let own = self.explainer.engine.program.clauses.get(clause);
        if let Some(own) = own {
            explained.reason = explained.reason.with(own.entry);
        }
        let explained = Rc::new(explained);
        if let Some(slot) = self.known.borrow_mut().get_mut(clause) {
            *slot = Some(Rc::clone(&explained));
        }
        explained
    }

    fn clause_node(&self, clause: usize) -> Explained {
        let known = self.clause(clause);
        let mut explained = self.explainer.explained(known.verdict(), || {
            let id = self.explainer.engine.book.clause.get(clause);
            let id = id.map(|clause| clause.id.clone()).unwrap_or_default();
            (NodeKind::Clause { id }, Vec::new())
        });
        explained.reason = known.reason.clone();
        explained
    }
}
