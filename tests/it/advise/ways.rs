//! Every way, once it is gone, leads to the route, and nothing in it can be left out.

use assess::Verdict::Met;
use assess::{RouteId, Step, Way};
use dossier::{Dossier, Edit, apply, parse_day};

use super::draw;
use crate::exact::random::Random;
use crate::support::{Person, day, engine, season};

const TODAY: &str = "2026-11-24";

fn ways(dossier: &Dossier, level: &str, route: &str) -> assess::Ways {
    let route = RouteId { level, route };
    let found = engine().ways(dossier, &season(2026), day(TODAY), route);
    found.unwrap()
}

/// The first season in which a route holds.
fn earliest(dossier: &Dossier, level: &str, route: &str) -> Option<i32> {
    let assessment = engine().assess(dossier, &season(2026), day(TODAY));
    let level = assessment.levels.iter().find(|line| line.id == level);
    let mut routes = level.unwrap().routes.iter();
    let line = routes.find(|line| line.id == route).unwrap();
    let now = line.conclusion.verdict == Met;
    assert!(!now || line.earliest.year == Some(2026));
    line.earliest.year
}

fn done(dossier: &Dossier, edits: &[Edit]) -> Dossier {
    edits.iter().fold(dossier.clone(), |dossier, edit| {
        apply(&dossier, edit.clone()).unwrap()
    })
}

/// Holds a way against the assessment.
fn check(dossier: &Dossier, way: &Way, (level, route): (&str, &str)) {
    let edits = way.edits();
    let after = done(dossier, &edits);
    let shown = || format!("{way:#?}\n{}", dossier.to_json().pretty());
    let found = earliest(&after, level, route);
    assert_eq!(found, Some(way.season), "{level} {route} {}", shown());
    for place in 0..edits.len() {
        let mut fewer = edits.clone();
        fewer.remove(place);
        let found = earliest(&done(dossier, &fewer), level, route);
        let later = found.is_none_or(|year| year > way.season);
        assert!(
            later,
            "{level} {route}: {:?} is not needed in {}",
            edits[place],
            shown()
        );
    }
    for step in &way.steps {
        possible(dossier, step);
    }
}

/// Only what was not answered is answered; what is achieved lies after today.
fn possible(dossier: &Dossier, step: &Step) {
    match step {
        Step::Answer { question, .. } => assert!(dossier.answer(question).is_none(), "{step:?}"),
        Step::Field { record, field, .. } => {
            let (_, record) = dossier.record(record).unwrap();
            assert!(record.answer(field).is_none(), "{step:?}");
        }
        Step::Complete { list } => assert!(!dossier.is_complete(list), "{step:?}"),
        Step::Add {
            list,
            record,
            achieve,
            ..
        } => {
            assert_eq!(*achieve, dossier.is_complete(list), "{step:?}");
            if *achieve {
                let days = record
                    .fields
                    .values()
                    .filter_map(|answer| parse_day(answer.text()?));
                let last = days.min().unwrap();
                assert!(last > day(TODAY), "{step:?}");
            }
        }
    }
}

/// A number from the environment: `WAYS_CASES=2000 cargo test --release ways` for the long run.
fn cases() -> u64 {
    let set = std::env::var("WAYS_CASES").ok();
    set.map_or(8, |set| set.parse().unwrap())
}

#[test]
fn every_way_meets_its_route_and_none_of_it_can_be_left_out() {
    let (mut routes, mut with_ways, mut all, mut bounded) = (0, 0, 0, 0);
    for seed in 1..=cases() {
        let mut random = Random::new(seed);
        let dossier = draw::whole(&mut random);
        let dossier = draw::partly(dossier, &mut random);
        for level in &engine().book().level {
            for route in engine()
                .book()
                .route
                .iter()
                .filter(|route| route.level == level.id)
            {
                let found = ways(&dossier, &level.id, &route.id);
                routes += 1;
                with_ways += u64::from(!found.ways.is_empty());
                bounded += u64::from(found.bounded);
                all += found.ways.len();
                let costs: Vec<u32> = found.ways.iter().map(|way| way.cost).collect();
                assert!(costs.is_sorted(), "{costs:?}");
                for way in &found.ways {
                    check(&dossier, way, (&level.id, &route.id));
                }
            }
        }
    }
    println!("{routes} routes, {with_ways} with ways, {all} ways, {bounded} at the bound");
    assert!(
        with_ways * 2 > routes,
        "{with_ways} of {routes} routes have ways"
    );
}

#[test]
fn a_met_route_needs_nothing() {
    let person = Person::new().with(
        "achievements",
        "kind=award title=x date=2025-01-01 grade=national class=1 rank=1",
    );
    let found = ways(person.dossier(), "senior", "landmark");
    assert_eq!(found.ways.len(), 1);
    assert!(found.ways[0].steps.is_empty() && found.ways[0].wait == 0);
}

#[test]
fn a_ban_is_only_waited_for_and_the_misconduct_stays() {
    let award = "kind=award title=x date=2025-01-01 grade=national class=1 rank=1";
    let person = Person::new()
        .with("achievements", award)
        .number("misconduct_year", "2025");
    let found = ways(person.dossier(), "senior", "landmark");
    assert_eq!(found.ways.len(), 1, "{found:#?}");
    assert_eq!((found.ways[0].season, found.ways[0].wait), (2029, 3));
    assert!(found.ways[0].steps.is_empty());
}

#[test]
fn the_points_that_are_missing_are_told_by_row_after_caps() {
    let title = "level=engineer how=review appointed=2018-12-31";
    let person = Person::new().with("titles", title);
    let found = ways(person.dossier(), "senior", "scored");
    let shortfall = found.shortfall.unwrap();
    // Eight years as an engineer.
    assert_eq!(
        (shortfall.line, shortfall.have, shortfall.missing),
        (8000, 400, 7600)
    );
    let row = |id: &str| shortfall.rows.iter().find(|row| row.row == id).unwrap();
    // Two national projects as the lead fill the cap of 30.
    assert_eq!(
        (row("B1").room, row("B1").first, row("B1").count),
        (3000, 1500, 2)
    );
    // Papers that are indexed: two fill the cap of 12.
    assert_eq!((row("C1").room, row("C1").count), (1200, 2));
    assert!(shortfall.rows.iter().all(|row| row.row != "A2"));
    let projects = |step: &Step| matches!(step, Step::Add { record, .. } if record.answer("kind").unwrap().text() == Some("project"));
    assert!(
        found.ways[0].steps.iter().any(projects),
        "{:#?}",
        found.ways
    );
}
