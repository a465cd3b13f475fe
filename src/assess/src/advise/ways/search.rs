//! Season after season: plans made, applied, judged, and freed of needless parts.

use dossier::{Dossier, apply};
use rulebook::SeasonDay;

use super::merge::{Part, Plan, cost};
use super::parts::Writer;
use super::planner::Planner;
use super::shortfall::shortfall;
use super::{MOST_JUDGED, MOST_WAYS, Step, Way, Ways};
use crate::Verdict;
use crate::advise::Advisor;
use crate::engine::Term;
use crate::eval::case::Case;
use crate::eval::earliest::season_ahead;
use crate::eval::explain::Explainer;
use crate::eval::split::{Target, decide_one};
use crate::program::{CRule, Value};
use crate::subject::{Now, Reading, Subject};

impl Advisor<'_> {
    /// The ways to meet a route.
    pub(in crate::advise) fn ways_of(
        &self,
        (dossier, season): (&Dossier, &SeasonDay),
        (level, route): (usize, usize),
    ) -> Ways {
        let mut judge = Judge {
            advisor: self,
            dossier,
            place: (level, route),
            judged: 0,
        };
        let mut found = Ways::default();
        for ahead in 0..=i32::from(self.engine.book.horizon) {
            let Some(term) = season_ahead(self.engine, self.term, ahead) else {
                break;
            };
            let wait = u32::try_from(ahead).unwrap_or(0);
            self.season(&mut judge, (season, term, wait), &mut found);
            if found.ways.iter().any(|way| way.steps.is_empty()) || judge.spent() {
                break;
            }
            if !found.ways.is_empty() {
                found.ways.extend(judge.waiting(ahead));
                break;
            }
        }
        found.bounded = judge.spent();
        order::sort(&mut found.ways, &mut |a, b| a.cost.cmp(&b.cost));
        found.ways.truncate(MOST_WAYS);
        found
    }

    /// Plans for one season, and the ways among them. While no category is chosen, each is planned
    /// for by itself.
    fn season(&self, judge: &mut Judge<'_>, at: (&SeasonDay, Term, u32), found: &mut Ways) {
        let program = &self.engine.program;
        let category = program.category_question;
        let open = category.filter(|id| self.reading.subject.answer(*id) == Value::Unknown);
        let slot = open.and_then(|id| program.questions.get(id));
        let choices = slot.and_then(|slot| slot.domain.representatives(&[]));
        self.plans(judge, at, (&self.reading.subject, None, found));
        let Some(question) = open else { return };
        for choice in choices.unwrap_or_default() {
            let mut subject = self.reading.subject.clone();
            subject.put(program, question, choice);
            let chosen = Part::Answer(question, choice);
            self.plans(judge, at, (&subject, Some(chosen), found));
        }
    }

    fn plans(
        &self,
        judge: &mut Judge<'_>,
        (season, term, wait): (&SeasonDay, Term, u32),
        (subject, chosen, found): (&Subject, Option<Part>, &mut Ways),
    ) {
        let (level, route) = judge.place;
        let program = &self.engine.program;
        let case = Case::new(program, subject, term);
        let explainer = Explainer::new(self.engine, judge.dossier, &case, season);
        let Some(line) = explainer.level(level) else {
            return;
        };
        let planner = Planner {
            case: &case,
            level,
            line: &line,
            today: self.today,
        };
        let writer = Writer {
            program,
            subject: &self.reading.subject,
            dossier: judge.dossier,
        };
        if wait == 0 && chosen.is_none() && judge.asks_for_the_line() {
            found.shortfall = shortfall(&planner, &writer);
        }
        let Some(route) = line.routes.get(route) else {
            return;
        };
        for mut plan in planner.route(judge.place.1, route) {
            plan.extend(chosen.clone());
            let way = judge.way(&writer, plan, (term, wait));
            if let Some(way) = way.filter(|way| !found.ways.contains(way)) {
                found.ways.push(way);
            }
        }
    }
}

/// Judges a dossier with some steps done.
struct Judge<'j> {
    advisor: &'j Advisor<'j>,
    dossier: &'j Dossier,
    place: (usize, usize),
    judged: u32,
}

impl Judge<'_> {
    fn spent(&self) -> bool {
        self.judged >= MOST_JUDGED
    }

    fn asks_for_the_line(&self) -> bool {
        let program = &self.advisor.engine.program;
        let level = program.levels.get(self.place.0);
        let route = level.and_then(|level| level.routes.get(self.place.1));
        let (Some(level), Some(route)) = (level, route) else {
            return false;
        };
        let mut forms = route
            .requires
            .iter()
            .filter_map(|clause| level.forms.get(*clause)?.as_ref());
        forms.any(|form| form.rule == CRule::ScoreReachesLine)
    }

    /// Whether the route is met in a season once the steps are done.
    fn holds(&mut self, steps: &[Step], term: Term) -> bool {
        self.judged = self.judged.saturating_add(1);
        let edits = steps.iter().flat_map(Step::edits);
        let mut edited = self.dossier.clone();
        for edit in edits {
            match apply(&edited, edit) {
                Ok(next) => edited = next,
                Err(_) => return false,
            }
        }
        let Advisor {
            engine,
            term: season,
            today,
            ..
        } = *self.advisor;
        let now = Now { today, season };
        let Reading { subject, .. } =
            Reading::of(engine, &edited, now, Some(&self.advisor.reading));
        let case = Case::new(&engine.program, &subject, term);
        let level = engine.program.levels.get(self.place.0);
        let route = level.and_then(|level| level.routes.get(self.place.1));
        let (Some(level), Some(route)) = (level, route) else {
            return false;
        };
        let verdict = case.at(level).route(route);
        if !verdict.is_open() {
            return verdict == Verdict::Met;
        }
        let goal = (self.place.0, Target::Route(self.place.1));
        let decision = decide_one((&engine.program, &subject), (term, today), goal);
        decision.is_some_and(|decision| decision.verdict == Verdict::Met)
    }

    /// A plan as a way: none when it does not meet the route. What is not needed is dropped.
    fn way(
        &mut self,
        writer: &Writer<'_>,
        mut plan: Plan,
        (term, wait): (Term, u32),
    ) -> Option<Way> {
        if self.spent() || !self.holds(&writer.steps(&plan), term) {
            return None;
        }
        // The dearest parts are tried to be left out first.
        let weight = |part: &Part| part.cost(writer.program);
        order::sort(&mut plan, &mut |a, b| weight(b).cmp(&weight(a)));
        let mut place = 0;
        while place < plan.len() && !self.spent() {
            let mut fewer = plan.clone();
            fewer.remove(place);
            if self.holds(&writer.steps(&fewer), term) {
                plan = fewer;
                place = 0;
            } else {
                place = place.saturating_add(1);
            }
        }
        let years = wait.saturating_mul(20);
        let steps = writer.steps(&plan);
        let earlier = (0..wait).find_map(|ahead| {
            let ahead = i32::try_from(ahead).ok()?;
            let term = season_ahead(self.advisor.engine, self.advisor.term, ahead)?;
            self.holds(&steps, term).then_some(())
        });
        (earlier.is_none() && !self.spent()).then(|| Way {
            season: term.year,
            wait,
            steps,
            cost: cost(writer.program, &plan).saturating_add(years),
        })
    }

    /// The way that needs nothing but time, after so many seasons.
    fn waiting(&mut self, after: i32) -> Option<Way> {
        let horizon = i32::from(self.advisor.engine.book.horizon);
        let seasons = after.saturating_add(1)..=horizon;
        seasons.into_iter().find_map(|ahead| {
            let term = season_ahead(self.advisor.engine, self.advisor.term, ahead)?;
            let wait = u32::try_from(ahead).ok()?;
            self.holds(&[], term).then(|| Way {
                season: term.year,
                wait,
                steps: Vec::new(),
                cost: wait.saturating_mul(20),
            })
        })
    }
}
