//! Which route is named when none holds.

use assess::{Distance, Lacks, Verdict};
use dossier::{Dossier, Edit, Record, apply};

use crate::advise::draw;
use crate::exact::random::Random;
use crate::support::{Person, assess};

const CONDITION: &str = "kind=incident title=x date=2025-03-01 severity=ordinary role=lead";

/// An engineer for long enough, with the degree for it and nothing else.
fn engineer() -> Person {
    Person::new()
        .with("degrees", "level=bachelor mode=full_time date=2010-06-30")
        .with("titles", "level=engineer how=review appointed=2015-06-30")
}

fn nearest(person: &Person) -> String {
    let assessment = person.assess(2026);
    let level = assessment.levels.iter().find(|line| line.id == "senior");
    assessment.nearest(level.unwrap()).unwrap().id.clone()
}

/// How far every route of every level is.
fn distances(dossier: &Dossier) -> Vec<(String, Distance)> {
    let assessment = assess(dossier, 2026);
    let levels = assessment.levels.iter();
    let routes = levels.flat_map(|level| level.routes.iter().map(move |route| (level, route)));
    let far = routes.map(|(level, route)| {
        let name = format!("{} {}", level.id, route.id);
        (name, assessment.distance(level, route))
    });
    far.collect()
}

fn lacks(person: &Person, route: &str) -> Lacks {
    let found = distances(person.dossier()).into_iter();
    let mut found = found.filter(|(name, _)| name == &format!("senior {route}"));
    found.next().unwrap().1.lacks
}

#[test]
fn who_lacks_one_condition_is_nearer_to_the_regular_route_than_to_half_the_score() {
    let person = engineer()
        .with(
            "achievements",
            "kind=project title=x date=2025-01-01 grade=provincial role=lead",
        )
        .with("achievements", CONDITION)
        .with(
            "achievements",
            "kind=project title=y date=2025-02-01 grade=provincial role=lead",
        )
        .with(
            "achievements",
            "kind=paper title=z date=2025-02-01 tier=core authorship=first_or_corresponding",
        );
    // Capability TC1 and TC3, performance TP6 alone; 15 + 15 + 3 + 4 + 3 + 5 = 45 points.
    let rest = |things| Lacks::Rest { things, years: 0 };
    assert_eq!(lacks(&person, "standard"), rest(1));
    // 35 points at 15 each.
    assert_eq!(lacks(&person, "scored"), rest(3));
    assert_eq!(nearest(&person), "standard");
}

#[test]
fn who_lacks_two_points_and_the_degree_is_nearer_to_the_score() {
    let mut person = Person::new()
        .with("titles", "level=engineer how=review appointed=2015-06-30")
        .number("front_line_years", "15")
        .with(
            "achievements",
            "kind=honour title=x date=2025-01-01 grade=national",
        );
    for _ in 0..2 {
        let research = "kind=research title=x date=2025-01-01 grade=national rank=1";
        person = person.with("achievements", research);
    }
    for _ in 0..5 {
        let project = "kind=project title=x date=2025-01-01 grade=county role=lead";
        person = person.with("achievements", project);
    }
    for _ in 0..6 {
        let software = "kind=patent title=x date=2025-01-01 type=software rank=1 family_key=null";
        person = person.with("achievements", software);
    }
    // 5 + 5 + 4, 25 + 30, 9: seven short, less than one more such project in research.
    assert_eq!(
        lacks(&person, "scored"),
        Lacks::Rest {
            things: 1,
            years: 0
        }
    );
    assert_eq!(nearest(&person), "scored");
}

#[test]
fn one_landmark_is_not_near_while_nothing_speaks_for_it() {
    assert_eq!(lacks(&engineer(), "landmark"), Lacks::All);
    assert_eq!(nearest(&engineer()), "standard");
}

#[test]
fn who_has_nothing_is_told_of_the_first_route_of_the_book() {
    let nobody = Person::new();
    assert_eq!(nearest(&nobody), "standard");
}

#[test]
fn what_time_alone_opens_is_nearest() {
    let young = Person::new()
        .with("degrees", "level=bachelor mode=full_time date=2018-06-30")
        .with("titles", "level=engineer how=review appointed=2023-06-30")
        .with(
            "certificates",
            "kind=registered_safety_engineer date=2023-07-01 valid_until=null",
        )
        .with("achievements", CONDITION)
        .with(
            "achievements",
            "kind=award title=x date=2025-01-01 grade=municipal class=3 rank=4 project_key=null",
        )
        .with(
            "achievements",
            "kind=paper title=z date=2025-02-01 tier=core authorship=first_or_corresponding",
        );
    assert_eq!(
        lacks(&young, "standard"),
        Lacks::Rest {
            things: 0,
            years: 2
        }
    );
    assert_eq!(nearest(&young), "standard");
}

#[test]
fn the_recommended_route_is_the_nearest_and_no_open_one_is_behind_a_failed_one() {
    let mut random = Random::new(71);
    let mut recommended = 0;
    for _ in 0..300 {
        let assessment = assess(&draw::whole(&mut random), 2026);
        for level in &assessment.levels {
            let near = assessment.nearest(level).unwrap();
            if let Some(best) = &level.recommended {
                assert_eq!(&near.id, best);
                recommended += 1;
                continue;
            }
            for route in &level.routes {
                let far = assessment.distance(level, route);
                assert!(assessment.distance(level, near) <= far);
                assert!(near.conclusion.verdict != Verdict::NotMet || far.fails);
            }
        }
    }
    assert!(recommended > 20, "{recommended}");
}

#[test]
fn one_more_achievement_never_makes_a_route_farther() {
    let mut random = Random::new(72);
    let mut nearer = 0;
    for _ in 0..300 {
        let before = draw::whole(&mut random);
        let more = draw::whole(&mut random);
        let Some(achievement) = more.records("achievements").first() else {
            continue;
        };
        let record = Record {
            id: "more".to_owned(),
            ..Record::clone(achievement)
        };
        let list = "achievements".to_owned();
        let after = apply(&before, Edit::Add { list, record }).unwrap();
        for (was, is) in distances(&before).into_iter().zip(distances(&after)) {
            assert!(is <= was, "{was:?} {is:?} {after:?}");
            nearer += usize::from(is < was);
        }
    }
    assert!(nearer > 50, "{nearer}");
}
