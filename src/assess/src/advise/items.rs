//! What is unknown below the parts of a goal that are open, in the order of the book.

use super::trial::unsettled;
use crate::Verdict;
use crate::eval::case::Case;
use crate::eval::dates::Day;
use crate::eval::records;
use crate::eval::split::Target;
use crate::eval::unknown::Unknown;
use crate::eval::verdict::AtLevel;
use crate::program::{Bound, CDateRule, CEarn, CFilter, CLevel, CRecordsEarn, CRule, CTest, Value};
use crate::subject::TypedRecord;

/// Everything unknown that a goal may hang on. What a settled part looks at is left out.
pub(super) fn unknowns(case: &Case<'_>, level: &CLevel, target: Target) -> Vec<Unknown> {
    let mut walk = Walk {
        case,
        level,
        at: case.at(level),
        found: Vec::new(),
    };
    let route = |place: usize| level.routes.get(place);
    match target {
        Target::Clause(clause) => walk.clause(clause),
        Target::Beside(place) => {
            if let Some(route) = route(place) {
                walk.clauses(&route.requires);
            }
        }
        Target::Route(place) => {
            walk.clauses(&level.gates);
            if let Some(route) = route(place) {
                walk.clauses(&route.requires);
            }
        }
        Target::Level => {
            walk.clauses(&level.gates);
            for route in &level.routes {
                if walk.at.route(route).is_open() {
                    walk.clauses(&route.requires);
                }
            }
        }
    }
    walk.found
}

struct Walk<'c> {
    case: &'c Case<'c>,
    level: &'c CLevel,
    at: AtLevel<'c>,
    found: Vec<Unknown>,
}

impl Walk<'_> {
    fn add(&mut self, item: Unknown) {
        if !self.found.contains(&item) {
            self.found.push(item);
        }
    }

    fn clauses(&mut self, clauses: &[usize]) {
        for clause in clauses {
            self.clause(*clause);
        }
    }

    fn clause(&mut self, clause: usize) {
        let level = self.level;
        if let (Verdict::Open, Some(Some(form))) = (self.at.clause(clause), level.forms.get(clause))
        {
            self.rule(&form.rule);
        }
    }

    fn rule(&mut self, rule: &CRule) {
        if !self.at.rule(rule).is_open() {
            return;
        }
        match rule {
            CRule::All(rules) | CRule::Any(rules) | CRule::AtLeast { of: rules, .. } => {
                for rule in rules {
                    self.rule(rule);
                }
            }
            CRule::Not(rule) => self.rule(rule),
            CRule::Clause(clause) => self.clause(*clause),
            CRule::Choose { question, cases } => self.choose(*question, cases),
            CRule::Answer { question, test } => {
                self.answer(*question);
                self.test(test);
            }
            CRule::Records {
                list,
                filter,
                window,
                ..
            } => self.records(*list, &[filter], *window),
            CRule::EachYear {
                list, year, filter, ..
            } => self.years(*list, *year, filter),
            CRule::Years { since: date, .. } | CRule::Dated(date) => self.day(*date),
            CRule::Day { date, after } => {
                self.day(*date);
                self.day(*after);
            }
            CRule::Barred { question, .. } => self.answer(*question),
            CRule::ScoreReachesLine => self.score(),
            CRule::Unpublished(_) => {}
        }
    }

    fn choose(&mut self, question: usize, cases: &[Option<CRule>]) {
        if let Value::Choice(choice) = self.case.subject.answer(question) {
            if let Some(Some(rule)) = cases.get(choice) {
                self.rule(rule);
            }
            return;
        }
        self.answer(question);
        for rule in cases.iter().flatten() {
            self.rule(rule);
        }
    }

    fn answer(&mut self, question: usize) {
        if unsettled(self.case.subject.answer(question)) {
            self.add(Unknown::Answer(question));
        }
    }

    /// The days that a test asks for.
    fn test(&mut self, test: &CTest) {
        for bound in &test.bounds {
            if let Bound::OnOrAfter(date) | Bound::OnOrBefore(date) = bound {
                self.day(*date);
            }
        }
    }

    fn field(&mut self, (list, record): (usize, usize), typed: &TypedRecord, slot: usize) {
        if unsettled(typed.value(slot)) {
            self.add(Unknown::Field { list, record, slot });
        }
    }

    /// The fields of a record that filters ask for, and those of its kind and window.
    fn record(
        &mut self,
        at: (usize, usize),
        typed: &TypedRecord,
        (filters, window): (&[&CFilter], Option<usize>),
    ) {
        let program = self.case.program;
        let Some(shape) = program.lists.get(at.0) else {
            return;
        };
        if let Some((kind, _)) = &shape.kind {
            self.field(at, typed, *kind);
        }
        for (slot, test) in filters.iter().flat_map(|filter| &filter.tests) {
            self.field(at, typed, *slot);
            self.test(test);
        }
        let window = window.and_then(|id| program.windows.get(id));
        if let (Some(window), Some(slot)) = (window, shape.window_slot) {
            self.field(at, typed, slot);
            for date in window.from.iter().chain([&window.to]) {
                self.day(*date);
            }
        }
    }

    fn records(&mut self, list: usize, filters: &[&CFilter], window: Option<usize>) {
        let Some(typed) = self.case.list(list) else {
            return;
        };
        if typed.open {
            self.add(Unknown::More(list));
        }
        for (place, record) in typed.records.iter().enumerate() {
            let passes = filters.iter().map(|filter| self.passes(record, filter));
            let inside = records::window(self.case, list, window, record);
            if passes.fold(inside, Verdict::and).is_open() {
                self.record((list, place), record, (filters, window));
            }
        }
    }

    fn passes(&self, record: &TypedRecord, filter: &CFilter) -> Verdict {
        records::filter(record, filter, &|id| self.case.day(id))
    }

    fn years(&mut self, list: usize, year: usize, filter: &CFilter) {
        let Some(typed) = self.case.list(list) else {
            return;
        };
        if typed.open {
            self.add(Unknown::More(list));
        }
        for (place, record) in typed.records.iter().enumerate() {
            self.field((list, place), record, year);
            if self.passes(record, filter).is_open() {
                self.record((list, place), record, (&[filter], None));
            }
        }
    }

    fn day(&mut self, date: usize) {
        let program = self.case.program;
        let day = self.case.day(date);
        let Day::Between {
            from,
            to,
            maybe_none,
        } = day
        else {
            return;
        };
        if from == to && !maybe_none {
            return;
        }
        match program.dates.get(date).map(|date| &date.rule) {
            Some(CDateRule::Answer(question)) => self.answer(*question),
            Some(CDateRule::StagedAge { birth, by, .. }) => {
                self.answer(*by);
                self.answer(*birth);
            }
            Some(CDateRule::Earliest(anchors)) => {
                for anchor in anchors {
                    let Some(typed) = self.case.list(anchor.list) else {
                        continue;
                    };
                    if typed.open {
                        self.add(Unknown::More(anchor.list));
                    }
                    for (place, record) in typed.records.iter().enumerate() {
                        if self.passes(record, &anchor.filter) != Verdict::NotMet {
                            let at = (anchor.list, place);
                            self.record(at, record, (&[&anchor.filter], None));
                            self.field(at, record, anchor.field);
                        }
                    }
                }
            }
            _ => {}
        }
    }

    /// What keeps the score from being exact.
    fn score(&mut self) {
        let (Some(score), Some(tally)) = (&self.case.program.score, self.case.tally()) else {
            return;
        };
        for (row, found) in score.rows.iter().zip(&tally.rows) {
            let block = tally.blocks.get(row.block);
            let open = block.is_none_or(|block| !block.points.is_exact());
            if open && !found.points.is_exact() {
                self.earn(&row.earn);
            }
        }
    }

    fn earn(&mut self, earn: &CEarn) {
        match earn {
            CEarn::Records(earn) => self.records_earn(earn),
            CEarn::YearsSince { date, .. } => self.day(*date),
            CEarn::Answer { question, .. } => self.answer(*question),
            CEarn::Highest(earns) => {
                for earn in earns {
                    self.earn(earn);
                }
            }
        }
    }

    fn records_earn(&mut self, earn: &CRecordsEarn) {
        let Some(typed) = self.case.list(earn.list) else {
            return;
        };
        if typed.open {
            self.add(Unknown::More(earn.list));
        }
        let steps = earn.points.iter().map(|step| &step.filter);
        let parts = earn.part_caps.iter().map(|part| &part.filter);
        let filters: Vec<&CFilter> = std::iter::once(&earn.filter)
            .chain(steps)
            .chain(parts)
            .collect();
        for (place, record) in typed.records.iter().enumerate() {
            let inside = records::window(self.case, earn.list, earn.window, record);
            if self.passes(record, &earn.filter).and(inside) == Verdict::NotMet {
                continue;
            }
            let at = (earn.list, place);
            self.record(at, record, (&filters, earn.window));
            let factor = earn.factor.iter().map(|factor| factor.slot);
            for slot in factor.chain(earn.best_per) {
                self.field(at, record, slot);
            }
        }
    }
}
