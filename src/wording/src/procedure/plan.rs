//! The earliest days of the steps, one after another.

use chrono::NaiveDate;
use rulebook::{Calendars, Period, Reckoned, Step};

/// A step with its days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Planned<'a> {
    /// The step.
    pub step: &'a Step,
    /// Its days.
    pub days: Days,
    /// Whether a year without a published calendar was reckoned with so far.
    pub provisional: bool,
    /// How many working days pass before it may begin.
    pub waits: u32,
    /// How many working days it takes at the least.
    pub takes: u32,
    /// The day on which it may begin, and its last day; one day where it has no period.
    pub span: (NaiveDate, NaiveDate),
}

/// The earliest days of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Days {
    /// It has no period of its own; none while nothing before it takes time.
    From(Option<NaiveDate>),
    /// A display.
    Display {
        /// The day on which it is opened.
        opened: NaiveDate,
        /// Its last day, the whole of it included.
        last: NaiveDate,
    },
    /// A report ahead of what follows.
    Ahead {
        /// The day of the report.
        report: NaiveDate,
        /// The first day of what follows.
        follows: NaiveDate,
    },
}

/// The steps one after another, each as early as may be.
pub fn plan<'a>(steps: Vec<&'a Step>, from: NaiveDate, calendars: &Calendars) -> Vec<Planned<'a>> {
    let mut next = Reckoned {
        day: from,
        provisional: false,
    };
    let mut waits = 0_u32;
    let planned = steps.into_iter().map(|step| {
        let begins = next.day;
        let (days, after) = of_step(step.period, next.day, calendars);
        let days = match days {
            Days::From(Some(day)) if day == from => Days::From(None),
            days => days,
        };
        let provisional = next.provisional || after.provisional;
        let ends = after.day.pred_opt().map_or(begins, |last| last.max(begins));
        let waited = waits;
        let takes = working_days(begins, after.day, calendars);
        waits = waits.saturating_add(takes);
        next = Reckoned {
            provisional,
            ..after
        };
        Planned {
            step,
            days,
            provisional,
            waits: waited,
            takes,
            span: (begins, ends),
        }
    });
    planned.collect()
}

/// The working days from a day on, before another.
fn working_days(from: NaiveDate, until: NaiveDate, calendars: &Calendars) -> u32 {
    let days = from.iter_days().take_while(|day| *day < until);
    let working = days.filter(|day| calendars.is_working_day(*day).0);
    u32::try_from(working.count()).unwrap_or(u32::MAX)
}

/// The days of a step that may begin on a day, and the day on which the next may begin.
fn of_step(period: Option<Period>, day: NaiveDate, calendars: &Calendars) -> (Days, Reckoned) {
    match period {
        None => (
            Days::From(Some(day)),
            Reckoned {
                day,
                provisional: false,
            },
        ),
        Some(Period::AtLeast(days)) => {
            let last = calendars.display_period(day, days).day;
            let after = calendars.after_display(day, days);
            (Days::Display { opened: day, last }, after)
        }
        Some(Period::Ahead(days)) => {
            // The day of the report is the first of the working days if it is one itself.
            let before = day.pred_opt().unwrap_or(day);
            let after = calendars.after_display(before, days);
            (
                Days::Ahead {
                    report: day,
                    follows: after.day,
                },
                after,
            )
        }
    }
}

#[cfg(test)]
mod tests {
    use rulebook::{Actor, Authority};

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn step(period: Option<Period>) -> Step {
        Step {
            id: "s".to_owned(),
            title: String::new(),
            text: String::new(),
            by: Actor::Office,
            level: Vec::new(),
            path: Vec::new(),
            period,
            authority: Authority::Plan,
            locator: String::new(),
        }
    }

    #[test]
    fn a_display_over_the_october_holiday_counts_working_days_only() {
        let display = step(Some(Period::AtLeast(5)));
        let vote = step(None);
        let planned = plan(
            vec![&display, &vote],
            day("2026-09-28"),
            &shipped::calendars(),
        );
        let days: Vec<Days> = planned.iter().map(|planned| planned.days).collect();
        let display = Days::Display {
            opened: day("2026-09-28"),
            last: day("2026-10-10"),
        };
        assert_eq!(days, [display, Days::From(Some(day("2026-10-11")))]);
        // 28, 29 and 30 September, 8, 9 and 10 October.
        let waits: Vec<u32> = planned.iter().map(|planned| planned.waits).collect();
        assert_eq!(waits, [0, 6]);
        let spans: Vec<_> = planned.iter().map(|planned| planned.span).collect();
        let vote = (day("2026-10-11"), day("2026-10-11"));
        assert_eq!(spans, [(day("2026-09-28"), day("2026-10-10")), vote]);
        assert!(planned.iter().all(|planned| !planned.provisional));
    }

    #[test]
    fn a_report_lies_as_many_working_days_ahead_as_asked() {
        let report = step(Some(Period::Ahead(10)));
        let calendars = shipped::calendars();
        for from in ["2026-03-02", "2026-03-07", "2026-09-30", "2026-02-14"] {
            let from = day(from);
            let planned = plan(vec![&report], from, &calendars);
            let Some(Planned {
                days: Days::Ahead { follows, .. },
                ..
            }) = planned.first()
            else {
                panic!("no report was planned");
            };
            assert!(calendars.ahead(10, *follows).day >= from, "{from}");
            let sooner = follows.pred_opt().unwrap();
            assert!(calendars.ahead(10, sooner).day < from, "{from}");
        }
    }

    #[test]
    fn what_follows_a_provisional_day_is_provisional_too() {
        let steps = [step(None), step(Some(Period::AtLeast(5))), step(None)];
        let planned = plan(
            steps.iter().collect(),
            day("2026-12-28"),
            &shipped::calendars(),
        );
        let marks: Vec<bool> = planned.iter().map(|planned| planned.provisional).collect();
        assert_eq!(marks, [false, true, true]);
    }
}
