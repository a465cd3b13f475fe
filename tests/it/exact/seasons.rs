//! The earliest year is that of a simulation with every completion, year by year, on random books.

use std::collections::BTreeMap;

use assess::Verdict::{self, Met, NotMet};
use assess::{Assessment, Engine, RouteId};
use dossier::{Answer, Dossier, Record};
use json::Decimal;
use rulebook::{Authority, Compiled, SeasonDay};

use super::people::{self, completions};
use super::random::Random;
use super::{book, judge, season, seeds};
use crate::support::day;

/// Completions of one dossier that are tried at the most.
const MOST: usize = 30;
/// Seasons after the present one.
const HORIZON: u8 = 3;

/// The dossier as it will stand in a later season: the years from 2026 on have good records.
fn later(dossier: &Dossier, year: i32) -> Dossier {
    let mut later = dossier.clone();
    let records = &mut later.lists.get_mut("y").unwrap().records;
    let number = |year: i32| Answer::Number(Decimal::from(year));
    records.retain(|record| !(2026..=2030).any(|own| record.answer("year") == Some(&number(own))));
    for good in 2026..year {
        let mut record = Record::new(format!("good-{good}"));
        record.fields.extend([
            ("year".to_owned(), number(good)),
            ("ok".to_owned(), Answer::YesNo(true)),
        ]);
        records.push(record.into());
    }
    later
}

/// The verdicts on the routes in a later season.
fn simulated(engine: &Engine, dossier: &Dossier, year: i32) -> Vec<Verdict> {
    let then = SeasonDay {
        year,
        cut_off: day(&format!("{year}-12-31")),
        authority: Authority::Plan,
        locator: String::new(),
    };
    let found = engine.assess(&later(dossier, year), &then, then.cut_off);
    let routes = found.levels[0].routes.iter();
    routes.map(|route| route.conclusion.verdict).collect()
}

fn is_accepted(found: &Assessment) -> bool {
    let mut problems = found.problems.iter();
    !problems.any(|problem| problem.severity() == assess::Severity::Refused)
}

/// What is counted over all cases.
#[derive(Default)]
struct Count {
    found: u32,
    shared: u32,
    never: u32,
    late: Vec<String>,
}

impl Count {
    fn case(&mut self, seed: u64) {
        let mut random = Random::new(seed);
        let mut book = book::book(&mut random);
        book.horizon = HORIZON;
        let compiled = Compiled::of(&book).unwrap();
        let engine = Engine::new(book, compiled).unwrap();
        let dossier = people::dossier(&mut random);
        let Some(ways) = completions(&dossier, &mut random, MOST) else {
            return;
        };
        let whole = ways.all.iter();
        let whole: Vec<(&Dossier, Assessment)> = whole
            .map(|way| (way, judge(&engine, way)))
            .filter(|(_, now)| is_accepted(now))
            .collect();
        if whole.is_empty() {
            return;
        }
        let found = judge(&engine, &dossier);
        let years = 2026..=2026 + i32::from(HORIZON);
        for (place, route) in found.levels[0].routes.iter().enumerate() {
            let verdicts = years.clone().map(|year| {
                let of = |(way, now): &(&Dossier, Assessment)| {
                    if year == 2026 {
                        return now.levels[0].routes[place].conclusion.verdict;
                    }
                    simulated(&engine, way, year)[place]
                };
                (year, whole.iter().map(of).collect())
            });
            let verdicts: BTreeMap<i32, Vec<Verdict>> = verdicts.collect();
            let all = |year: i32, verdict| verdicts[&year].iter().all(|own| *own == verdict);
            let shown = format!("seed {seed}, {}: {:?}", route.id, route.earliest);
            let earliest = route.earliest;
            assert!(earliest.year.is_none_or(|year| all(year, Met)), "{shown}");
            assert!(
                earliest.closes.is_none_or(|year| all(year, NotMet)),
                "{shown}"
            );
            let id = RouteId {
                level: "l",
                route: &route.id,
            };
            let waiting = engine.waiting(&dossier, &season(), day("2026-12-31"), id);
            assert_eq!(waiting.unwrap().met, earliest.year, "{shown}");
            if !ways.exhaustive {
                continue;
            }
            let met = years.clone().find(|year| all(*year, Met));
            let after = |met: i32| years.clone().find(|year| *year > met && all(*year, NotMet));
            if (met, met.and_then(after)) != (earliest.year, earliest.closes) {
                self.late.push(format!("{shown}, simulated {met:?}"));
            }
            self.found += u32::from(met.is_some_and(|met| met > 2026));
            self.shared += u32::from(met.is_some() && whole.len() > 1);
            self.never += u32::from(met.is_none());
        }
    }
}

#[test]
fn the_earliest_year_of_partial_answers_is_that_of_every_completion() {
    let mut count = Count::default();
    for seed in seeds(300) {
        count.case(seed);
    }
    println!(
        "{} routes waited for, {} met with answers missing, {} never met, {} not found in time",
        count.found,
        count.shared,
        count.never,
        count.late.len()
    );
    for line in count.late.iter().take(20) {
        println!("{line}");
    }
    assert!(count.late.is_empty());
    assert!(count.found > 0 && count.shared > 0 && count.never > 0);
}
