//! Explaining the rules that combine no others.

use chrono::NaiveDate;
use dossier::add_months;

use super::Explainer;
use crate::Verdict;
use crate::eval::reason::Reason;
use crate::eval::records;
use crate::program::{CDateRule, CEarn, CFilter, CRule, Value, insert};
use crate::result::{DayValue, Fact, NodeKind};

impl Explainer<'_> {
    /// What a rule that combines no others asks, and the facts used.
    pub(super) fn told(&self, rule: &CRule) -> (NodeKind, Vec<Fact>) {
        match rule {
            CRule::Answer { question, .. } => {
                let question = self.question_id(*question);
                let facts = vec![self.answer_fact(&question)];
                (NodeKind::Answer { question }, facts)
            }
            CRule::Records {
                list,
                filter,
                at_least,
                window,
            } => {
                let count = self.case.count(*list, filter, *window);
                let kind = NodeKind::Records {
                    list: self.list_id(*list),
                    need: *at_least,
                    have: count.sure,
                    open: count.open,
                };
                (kind, self.record_facts(*list, filter, *window))
            }
            CRule::EachYear {
                list,
                year,
                last,
                filter,
                unique,
            } => {
                let kind = self.each_year((*list, *year), *last, (filter, *unique));
                (kind, self.record_facts(*list, filter, None))
            }
            CRule::Years { since, at_least } => {
                (self.years(*since, *at_least), vec![self.day_fact(*since)])
            }
            CRule::Dated(date) => {
                let id = self.date_id(*date);
                (NodeKind::Dated { date: id }, vec![self.day_fact(*date)])
            }
            CRule::Day { date, after } => {
                let kind = NodeKind::Day {
                    date: self.date_id(*date),
                    after: self.date_id(*after),
                };
                let mut facts = vec![self.day_fact(*date), self.day_fact(*after)];
                facts.extend(self.day_sources(*date));
                (kind, facts)
            }
            CRule::Barred { question, seasons } => self.barred(*question, *seasons),
            CRule::ScoreReachesLine => {
                let total = self.total().span;
                let line = self.engine.program.score.as_ref();
                let kind = NodeKind::ScoreReachesLine {
                    low: total.low,
                    high: total.high,
                    line: line.map_or(0, |score| score.line),
                };
                (kind, Vec::new())
            }
            CRule::Unpublished(text) => {
                let text = text.clone();
                (NodeKind::Unpublished { text }, Vec::new())
            }
            // The walk of the level takes the others apart before it comes here.
            _ => (NodeKind::All, Vec::new()),
        }
    }

    /// The entries that a verdict on a count of records rests on.
    fn records_reason(
        &self,
        (list, filter): (usize, &CFilter),
        (need, window): (usize, Option<usize>),
        verdict: Verdict,
    ) -> Reason {
        let mut reason = Reason::default();
        let bound = window.and_then(|id| self.engine.program.windows.get(id));
        // The verdict could be another one without the window.
        let matters =
            || verdict == Verdict::Met || self.case.count(list, filter, None).possible >= need;
        if let Some(bound) = bound
            && matters()
        {
            reason = Reason::of(bound.entry);
        }
        if filter.has_days() && self.case.count(list, filter, window).possible > 0 {
            for date in filter_days(filter) {
                reason = reason.and(&self.day_reason(date));
            }
        }
        reason
    }

    /// The entries that a verdict on a rule rests on which combines no others.
    pub(super) fn leaf_reason(&self, rule: &CRule, verdict: Verdict) -> Reason {
        match rule {
            CRule::Records {
                list,
                filter,
                at_least,
                window,
            } => self.records_reason((*list, filter), (*at_least, *window), verdict),
            CRule::Years { since, .. } => self.years_reason(*since),
            CRule::Dated(date) => self.day_reason(*date),
            CRule::Day { date, after } => self.day_reason(*date).and(&self.day_reason(*after)),
            CRule::ScoreReachesLine => self.score_reason(),
            _ => Reason::default(),
        }
    }

    /// The entries that full years since a day rest on.
    fn years_reason(&self, since: usize) -> Reason {
        let reason = self.day_reason(since);
        if self.case.day(since).value() == DayValue::Nothing {
            return reason;
        }
        reason.and(&self.cut_off_reason())
    }

    /// The records of the kind that the filter is about.
    fn record_facts(&self, list: usize, filter: &CFilter, window: Option<usize>) -> Vec<Fact> {
        let Some(typed) = self.case.list(list) else {
            return Vec::new();
        };
        let about = typed
            .records
            .iter()
            .filter(|record| records::of_kind(record, filter) != Verdict::NotMet);
        let facts = about.map(|record| Fact::Record {
            list: self.list_id(list),
            record: record.id.as_ref().to_owned(),
            passes: records::filter(record, filter, &|id| self.case.day(id)),
            in_window: records::window(self.case, list, window, record),
        });
        facts.collect()
    }

    fn each_year(
        &self,
        (list, year): (usize, usize),
        last: i32,
        passing: (&CFilter, bool),
    ) -> NodeKind {
        let (mut failing, mut open) = (Vec::new(), Vec::new());
        for own in self.case.years_before_season(last) {
            match self.case.year_passes(list, year, passing, own) {
                Verdict::NotMet => failing.push(own),
                Verdict::Open => open.push(own),
                Verdict::Met => {}
            }
        }
        let season = self.case.season.year;
        NodeKind::EachYear {
            list: self.list_id(list),
            first: season.saturating_sub(last),
            last: season.saturating_sub(1),
            failing,
            open,
        }
    }

    fn years(&self, since: usize, need: u32) -> NodeKind {
        let day = self.case.day(since);
        let cut_off = self.case.season.cut_off;
        let since = self.date_id(since);
        let (have, months) = match (day.value(), day.full_years(cut_off)) {
            (DayValue::Known(day), Some((have, _))) => {
                (Some(have), months_beyond(day, cut_off, have))
            }
            _ => (None, 0),
        };
        NodeKind::Years {
            since,
            need,
            have,
            months,
        }
    }

    fn barred(&self, question: usize, seasons: i32) -> (NodeKind, Vec<Fact>) {
        let year = match self.case.subject.answer(question) {
            Value::Number(year) => year.to_integer(),
            _ => None,
        };
        let year = year.and_then(|year| i32::try_from(year).ok());
        let question = self.question_id(question);
        let facts = vec![self.answer_fact(&question)];
        let free_from = year.map(|year| year.saturating_add(seasons).saturating_add(1));
        let kind = NodeKind::Barred {
            question,
            free_from,
        };
        (kind, facts)
    }

    /// All entries that a rule which combines no others can rest on.
    pub(super) fn leaf_cone(&self, rule: &CRule) -> Reason {
        match rule {
            CRule::Records { filter, window, .. } => {
                let window = window.and_then(|id| self.engine.program.windows.get(id));
                let window = window.map(|window| Reason::of(window.entry));
                let days = filter_days(filter).into_iter();
                days.fold(window.unwrap_or_default(), |all, date| {
                    all.and(&self.day_reason(date))
                })
            }
            CRule::Years { since, .. } => self.day_reason(*since).and(&self.cut_off_reason()),
            CRule::Dated(date) => self.day_reason(*date),
            CRule::Day { date, after } => self.day_reason(*date).and(&self.day_reason(*after)),
            CRule::ScoreReachesLine => self.score_reason(),
            _ => Reason::default(),
        }
    }

    /// The answers that a derived day comes from.
    fn day_sources(&self, date: usize) -> Vec<Fact> {
        let rule = self.engine.program.dates.get(date).map(|date| &date.rule);
        let questions = match rule {
            Some(CDateRule::StagedAge { birth, by, .. }) => vec![*birth, *by],
            Some(CDateRule::Answer(question)) => vec![*question],
            _ => Vec::new(),
        };
        let questions = questions.into_iter();
        questions
            .map(|question| self.answer_fact(&self.question_id(question)))
            .collect()
    }

    /// The entries that a derived day rests on.
    fn day_reason(&self, date: usize) -> Reason {
        let Some(date) = self.engine.program.dates.get(date) else {
            return Reason::default();
        };
        Reason::of(date.entry)
    }

    fn cut_off_reason(&self) -> Reason {
        let entries = self.engine.program.dates.iter();
        let mut cut_off = entries.filter(|date| matches!(date.rule, CDateRule::CutOff));
        let found = cut_off.next().map(|date| Reason::of(date.entry));
        found.unwrap_or_default()
    }

    pub(super) fn question_id(&self, question: usize) -> String {
        let slot = self.engine.program.questions.get(question);
        slot.map(|slot| slot.id.clone()).unwrap_or_default()
    }

    fn list_id(&self, list: usize) -> String {
        let list = self.engine.program.lists.get(list);
        list.map(|list| list.id.clone()).unwrap_or_default()
    }

    fn date_id(&self, date: usize) -> String {
        let date = self.engine.book.date.get(date);
        date.map(|date| date.id.clone()).unwrap_or_default()
    }

    pub(super) fn answer_fact(&self, question: &str) -> Fact {
        Fact::Answer {
            question: question.to_owned(),
            answer: self.dossier.answer(question).cloned(),
        }
    }

    fn day_fact(&self, date: usize) -> Fact {
        Fact::Day {
            date: self.date_id(date),
            value: self.case.day(date).value(),
        }
    }

    /// The entries that the score rests on: line, window, and the rows that count.
    pub(super) fn score_reason(&self) -> Reason {
        let (Some(score), Some(tally)) = (&self.engine.program.score, self.case.tally()) else {
            return Reason::default();
        };
        let mut reason = Reason::of(score.entry);
        let reached = tally.reaches == Verdict::Met;
        let window = score
            .window
            .and_then(|id| self.engine.program.windows.get(id));
        if let Some(window) = window {
            reason = reason.with(window.entry);
        }
        for (row, points) in score.rows.iter().zip(&tally.rows) {
            if reached && points.points.low == 0 {
                continue;
            }
            reason = reason.with(row.entry);
            if let Some(block) = score.blocks.get(row.block) {
                reason = reason.with(block.entry);
            }
            if let CEarn::Records(earn) = &row.earn
                && let Some(factor) = &earn.factor
            {
                reason = reason.with(factor.entry);
            }
        }
        reason
    }
}

/// Full months from a day on beyond full years, up to another.
fn months_beyond(since: NaiveDate, on: NaiveDate, years: u32) -> u32 {
    let begun = years.saturating_mul(12);
    let full = (1..12_u32).take_while(|more| add_months(since, begun.saturating_add(*more)) <= on);
    u32::try_from(full.count()).unwrap_or(0)
}

fn filter_days(filter: &CFilter) -> Vec<usize> {
    let mut days = Vec::new();
    for day in filter.tests.iter().flat_map(|(_, test)| test.days()) {
        insert(&mut days, day);
    }
    days
}
