//! An argument names what suffices, and what was found beside what is needed.

use assess::{Argument, FieldFound, Found, RouteId, Verdict};
use dossier::{Answer, Dossier, Edit, apply};
use json::Decimal;

use super::draw;
use crate::exact::random::Random;
use crate::support::{Person, day, engine, season};

fn argue(dossier: &Dossier, level: &str, route: &str) -> Argument {
    let assessment = engine().assess(dossier, &season(2026), day("2026-11-24"));
    let route = RouteId { level, route };
    engine().argue(dossier, &assessment, route).unwrap()
}

#[test]
fn each_year_of_training_that_fails_is_named_with_hours_found_and_needed() {
    let full = "total_hours=90 professional_hours=60 public_hours=18";
    let person = Person::new().without("training");
    let person = [2021, 2022, 2025].iter().fold(person, |person, year| {
        person.with("training", &format!("year={year} {full}"))
    });
    let short = "year=2024 total_hours=72 professional_hours=60 public_hours=18";
    let person = person.with("training", short);
    let argument = argue(person.dossier(), "senior", "landmark");
    let gate = argument
        .points
        .iter()
        .find(|point| point.clause.id == "G7")
        .unwrap();
    let years = gate
        .findings
        .iter()
        .filter_map(|finding| match &finding.found {
            Found::Year { year, records, .. } => {
                let within = finding.within.last().unwrap().id.clone();
                let fields = records.iter().flat_map(|record| record.fields.clone());
                Some((within, *year, fields.collect::<Vec<FieldFound>>()))
            }
            _ => None,
        });
    let years: Vec<_> = years.collect();
    let total: Vec<_> = years
        .iter()
        .filter(|(within, ..)| within == "G7.total")
        .collect();
    // Nothing for 2023, too little in 2024.
    assert_eq!(total.len(), 2, "{total:?}");
    assert_eq!((total[0].1, total[0].2.len()), (2023, 0));
    let found = &total[1].2[0];
    assert_eq!((total[1].1, found.field.as_str()), (2024, "total_hours"));
    assert_eq!(found.answer, Some(Answer::Number(Decimal::from(72))));
    assert_eq!(found.passes, Verdict::NotMet);
    assert!(found.test.at_least.is_some());
    let professional: Vec<i32> = years
        .iter()
        .filter(|(within, ..)| within == "G7.professional")
        .map(|(_, year, _)| *year)
        .collect();
    assert_eq!(professional, [2023]);
}

#[test]
fn a_route_that_fails_names_every_failing_clause_the_sufficient_one_first() {
    let person = Person::new()
        .yes("in_post", false)
        .yes("under_penalty", true);
    let argument = argue(person.dossier(), "senior", "standard");
    assert_eq!(argument.verdict, Verdict::NotMet);
    let names: Vec<&str> = argument
        .points
        .iter()
        .map(|point| point.clause.id.as_str())
        .collect();
    assert_eq!(
        names,
        [
            "G1",
            "G5",
            "senior.years",
            "senior.capability",
            "senior.performance"
        ]
    );
    let decisive: Vec<bool> = argument.points.iter().map(|point| point.decisive).collect();
    assert_eq!(decisive, [true, false, false, false, false]);
    let capability = &argument.points[3].findings[0].found;
    assert_eq!(
        *capability,
        Found::Parts {
            need: 2,
            have: 0,
            of: 4
        }
    );
}

#[test]
fn the_clauses_of_a_reason_suffice_and_are_the_fewest() {
    for seed in 1..=30 {
        let mut random = Random::new(seed);
        let dossier = draw::whole(&mut random);
        let assessment = engine().assess(&dossier, &season(2026), day("2026-11-24"));
        for level in &assessment.levels {
            for route in &level.routes {
                let all = level.gates().count() + route.requires.len();
                match route.conclusion.verdict {
                    Verdict::Met => assert_eq!(route.because.len(), all),
                    Verdict::NotMet => assert_eq!(route.because.len(), 1, "seed {seed}"),
                    Verdict::Open => assert!(route.because.is_empty()),
                }
                for id in &route.because {
                    let clause = level.clause(id).unwrap();
                    assert_eq!(clause.conclusion.verdict, route.conclusion.verdict);
                }
            }
            let because = level.because.iter().map(|id| {
                let mut routes = level.routes.iter();
                routes
                    .find(|route| route.id == *id)
                    .unwrap()
                    .conclusion
                    .verdict
            });
            let because: Vec<Verdict> = because.collect();
            match level.conclusion.verdict {
                Verdict::Met => assert_eq!(because, [Verdict::Met]),
                Verdict::NotMet => assert_eq!(because.len(), level.routes.len()),
                Verdict::Open => assert!(because.is_empty()),
            }
        }
    }
}

#[test]
fn an_open_list_is_said_to_be_open() {
    let person = Person::new().open("training").without("training");
    let argument = argue(person.dossier(), "senior", "landmark");
    let opened = apply(
        person.dossier(),
        Edit::Complete {
            list: "training".to_owned(),
            complete: true,
        },
    );
    assert_eq!(
        argue(&opened.unwrap(), "senior", "landmark").verdict,
        Verdict::NotMet
    );
    // The landmark fails whatever the training is.
    assert_eq!(argument.verdict, Verdict::NotMet);
    assert!(argument.points.iter().all(|point| point.clause.id != "G7"));
}
