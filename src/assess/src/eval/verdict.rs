//! The quick walk: verdicts alone.

use std::cell::RefCell;

use super::case::Case;
use crate::Verdict;
use crate::program::{CLevel, CRoute, CRule, Value};

/// A case seen at one level, with the verdicts of clauses found so far.
pub(crate) struct AtLevel<'c> {
    case: &'c Case<'c>,
    level: &'c CLevel,
    known: RefCell<Vec<Option<Verdict>>>,
}

impl<'c> AtLevel<'c> {
    pub(crate) fn new(case: &'c Case<'_>, level: &'c CLevel) -> Self {
        Self::seeded(case, level, vec![None; level.forms.len()])
    }

    /// With the verdicts of some clauses known beforehand.
    pub(crate) fn seeded(
        case: &'c Case<'_>,
        level: &'c CLevel,
        known: Vec<Option<Verdict>>,
    ) -> Self {
        let known = RefCell::new(known);
        Self { case, level, known }
    }

    /// The verdict of a clause; not met where the level has no such clause.
    pub(crate) fn clause(&self, clause: usize) -> Verdict {
        let known = self.known.borrow().get(clause).copied().flatten();
        if let Some(verdict) = known {
            return verdict;
        }
        let form = self.level.forms.get(clause).and_then(Option::as_ref);
        let verdict = form.map_or(Verdict::NotMet, |form| self.rule(&form.rule));
        if let Some(slot) = self.known.borrow_mut().get_mut(clause) {
            *slot = Some(verdict);
        }
        verdict
    }

    /// The verdict of a route: gates and requirements.
    pub(crate) fn route(&self, route: &CRoute) -> Verdict {
        let clauses = self.level.gates.iter().chain(&route.requires);
        let verdicts = clauses.map(|clause| self.clause(*clause));
        verdicts.fold(Verdict::Met, Verdict::and)
    }

    /// The verdict of a rule.
    pub(crate) fn rule(&self, rule: &CRule) -> Verdict {
        let case = self.case;
        match rule {
            CRule::All(rules) => self.each(rules).fold(Verdict::Met, Verdict::and),
            CRule::Any(rules) => self.each(rules).fold(Verdict::NotMet, Verdict::or),
            CRule::Not(rule) => self.rule(rule).negate(),
            CRule::AtLeast { count, of } => Verdict::at_least(*count, self.each(of)),
            CRule::Clause(clause) => self.clause(*clause),
            CRule::Answer { question, test } => case.answer_passes(*question, test),
            CRule::Records {
                list,
                filter,
                at_least,
                window,
            } => case.count(*list, filter, *window).reaches(*at_least),
            CRule::EachYear {
                list,
                year,
                last,
                filter,
                unique,
            } => {
                let years = case.years_before_season(*last);
                let verdicts = years.map(|y| case.year_passes(*list, *year, (filter, *unique), y));
                verdicts.fold(Verdict::Met, Verdict::and)
            }
            CRule::Years { since, at_least } => case.years_reach(*since, *at_least),
            CRule::Dated(date) => case.day(*date).exists(),
            CRule::Day { date, after } => case.day(*date).after(case.day(*after)),
            CRule::Barred { question, seasons } => case.barred(*question, *seasons),
            CRule::Choose { question, cases } => self.choose(*question, cases),
            CRule::ScoreReachesLine => case.score_reaches(),
            CRule::Unpublished(_) => Verdict::Open,
        }
    }

    fn each<'r>(&'r self, rules: &'r [CRule]) -> impl Iterator<Item = Verdict> + 'r {
        rules.iter().map(|rule| self.rule(rule))
    }

    fn choose(&self, question: usize, cases: &[Option<CRule>]) -> Verdict {
        let verdict = |case: &Option<CRule>| {
            let rule = case.as_ref();
            rule.map_or(Verdict::NotMet, |rule| self.rule(rule))
        };
        match self.case.subject.answer(question) {
            Value::Choice(choice) => cases.get(choice).map_or(Verdict::NotMet, verdict),
            Value::Unknown => Verdict::agree(cases.iter().map(verdict)),
            _ => Verdict::NotMet,
        }
    }
}

impl Case<'_> {
    /// The last calendar years before the season's year.
    pub(crate) fn years_before_season(&self, last: i32) -> impl Iterator<Item = i32> + use<> {
        let season = self.season.year;
        season.saturating_sub(last)..season
    }
}
