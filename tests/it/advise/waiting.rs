//! The earliest year is that of a simulation, year by year; each year before it has its reason.

use std::collections::BTreeMap;
use std::sync::Arc;

use assess::Verdict::{Met, NotMet};
use assess::{Found, RouteId, Verdict, Waiting};
use dossier::{Answer, Dossier, Record};
use json::Decimal;

use crate::exact::random::Random;
use crate::support::{Person, day, engine, season};

fn number(value: i32) -> Answer {
    Answer::Number(Decimal::from(value))
}

/// The dossier as it will stand in a later season: the years from 2026 on have good records.
fn later(dossier: &Dossier, year: i32) -> Dossier {
    let mut later = dossier.clone();
    for list in ["assessments", "training"] {
        let content = later.lists.get_mut(list).unwrap();
        let past = |record: &Arc<Record>| match record.answer("year") {
            Some(Answer::Number(year)) => year.to_integer() < Some(2026),
            _ => false,
        };
        content.records.retain(past);
        for good in 2026..year {
            let mut record = Record::new(format!("{list}-{good}"));
            record.fields.insert("year".to_owned(), number(good));
            let fields = if list == "training" {
                vec![
                    ("total_hours", number(90)),
                    ("professional_hours", number(60)),
                    ("public_hours", number(18)),
                ]
            } else {
                vec![("result", Answer::from_text("competent"))]
            };
            let fields = fields.into_iter();
            record
                .fields
                .extend(fields.map(|(field, answer)| (field.to_owned(), answer)));
            content.records.push(record.into());
        }
    }
    later
}

/// The verdict on every route in a season, seen on its last day.
fn simulated(dossier: &Dossier, year: i32) -> Vec<(String, String, Verdict)> {
    let season = season(year);
    let then = if year == 2026 {
        dossier.clone()
    } else {
        later(dossier, year)
    };
    let assessment = engine().assess(&then, &season, season.cut_off);
    let levels = assessment.levels.into_iter();
    let routes = levels.flat_map(|level| {
        let id = level.id;
        let routes = level.routes.into_iter();
        routes.map(move |route| (id.clone(), route.id, route.conclusion.verdict))
    });
    routes.collect()
}

fn waiting(dossier: &Dossier, level: &str, route: &str) -> Waiting {
    let route = RouteId { level, route };
    let found = engine().waiting(dossier, &season(2026), day("2026-11-24"), route);
    found.unwrap()
}

/// Somebody whom years of service, a ban or the age keep waiting, or let in for a time.
fn somebody(random: &mut Random) -> Dossier {
    let appointed = format!(
        "level=engineer how=review appointed={}-10-15",
        random.within(2019, 2025)
    );
    let award = format!(
        "kind=award title=x date={}-01-01 grade=national class=1 rank=1",
        random.within(2020, 2028)
    );
    let born = format!("{}-05-05", random.within(1964, 1990));
    let mut person = Person::new()
        .with("titles", &appointed)
        .with("degrees", "level=bachelor mode=full_time date=2010-06-30")
        .with("achievements", &award)
        .says("birth_date", &born);
    if random.percent(50) {
        let year = random.within(2021, 2026).to_string();
        person = person.number("misconduct_year", &year);
    }
    person.dossier().clone()
}

#[test]
fn the_earliest_year_is_that_of_a_simulation_and_each_year_before_has_its_reason() {
    let (mut waited, mut never) = (0, 0);
    for seed in 1..=12 {
        let dossier = somebody(&mut Random::new(seed));
        let mut years: BTreeMap<(String, String), Vec<(i32, Verdict)>> = BTreeMap::new();
        for year in 2026..=2036 {
            for (level, route, verdict) in simulated(&dossier, year) {
                years
                    .entry((level, route))
                    .or_default()
                    .push((year, verdict));
            }
        }
        let assessment = engine().assess(&dossier, &season(2026), day("2026-11-24"));
        for level in &assessment.levels {
            for route in &level.routes {
                let own = &years[&(level.id.clone(), route.id.clone())];
                let met = own.iter().find(|(_, verdict)| *verdict == Met);
                let met = met.map(|(year, _)| *year);
                let shown = || format!("seed {seed}, {} {}", level.id, route.id);
                assert_eq!(route.earliest.year, met, "{}", shown());
                let closes = own.iter().find(|(year, verdict)| {
                    met.is_some_and(|met| met < *year) && *verdict == NotMet
                });
                let closes = closes.map(|(year, _)| *year);
                assert_eq!(route.earliest.closes, closes, "{}", shown());
                let found = waiting(&dossier, &level.id, &route.id);
                assert_eq!(found.met, met, "{}", shown());
                let before = own.iter().take_while(|(year, _)| Some(*year) != met);
                let before: Vec<(i32, Verdict)> = before.copied().collect();
                let told = found.years.iter().map(|year| (year.year, year.verdict));
                assert_eq!(told.collect::<Vec<_>>(), before, "{}", shown());
                for year in &found.years {
                    assert!(!year.points.is_empty(), "{} {year:?}", shown());
                    for point in &year.points {
                        assert_eq!(point.verdict, year.verdict, "{} {point:?}", shown());
                    }
                }
                waited += u32::from(met.is_some_and(|met| met > 2026));
                never += u32::from(met.is_none());
            }
        }
    }
    assert!(
        waited > 0 && never > 0,
        "{waited} waited for, {never} never met"
    );
}

#[test]
fn with_lists_that_may_gain_records_every_route_is_waited_for_as_if_it_were_alone() {
    let (mut waited, mut never) = (0, 0);
    for seed in 1..=60 {
        let mut random = Random::new(seed);
        let mut dossier = somebody(&mut random);
        for list in dossier.lists.values_mut() {
            list.complete = random.percent(40);
        }
        let assessment = engine().assess(&dossier, &season(2026), day("2026-11-24"));
        for level in &assessment.levels {
            for route in &level.routes {
                let alone = waiting(&dossier, &level.id, &route.id).met;
                let earliest = route.earliest.year;
                assert_eq!(earliest, alone, "seed {seed}, {} {}", level.id, route.id);
                waited += u32::from(earliest.is_some_and(|met| met > 2026));
                never += u32::from(earliest.is_none());
            }
        }
    }
    assert!(
        waited > 10 && never > 100,
        "{waited} waited for, {never} never met"
    );
}

#[test]
fn a_year_of_waiting_names_the_years_that_are_short() {
    let person = Person::new()
        .with("titles", "level=engineer how=review appointed=2023-10-15")
        .with("degrees", "level=bachelor mode=full_time date=2010-06-30");
    let found = waiting(person.dossier(), "senior", "standard");
    let first = &found.years[0];
    let years = first
        .points
        .iter()
        .find(|point| point.clause.id == "senior.years")
        .unwrap();
    let short = years
        .findings
        .iter()
        .find_map(|finding| match &finding.found {
            Found::Years {
                need, have, months, ..
            } if *need == 5 => Some((*have, *months)),
            _ => None,
        });
    assert_eq!(short, Some((Some(3), 2)));
    let last = found.years.iter().find(|year| year.year == 2028).unwrap();
    let names: Vec<&str> = last
        .points
        .iter()
        .map(|point| point.clause.id.as_str())
        .collect();
    assert!(!names.contains(&"senior.years"), "{names:?}");
}
