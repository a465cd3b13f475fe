//! The engine on the shipped book: the worked example.

use assess::Engine;
use dossier::Dossier;
use json::Json;

use crate::both;

both! {
    fn the_worked_example_is_judged_alike_on_every_machine() {
        let dossier = include_bytes!("../vectors/example.dossier.json");
        let expected = include_bytes!("../vectors/example.assessment.json");
        let found = judged(dossier);
        let expected = Json::parse(expected).unwrap();
        for part in ["cut_off", "verdicts", "score"] {
            let (found, expected) = (found.get(part).unwrap(), expected.get(part).unwrap());
            assert!(holds(found, expected), "{part}: {}", found.canonical());
        }
    }

    fn the_same_dossier_gives_the_same_bytes_twice() {
        let dossier = include_bytes!("../vectors/example.dossier.json");
        assert_eq!(judged(dossier).canonical(), judged(dossier).canonical());
    }
}

fn judged(dossier: &[u8]) -> Json {
    let dossier = Dossier::read(dossier).unwrap();
    let shipped = shipped::books().first().unwrap();
    let season =
        rulebook::resolve_season(&shipped.read().unwrap(), &shipped::seasons(), 2026).unwrap();
    let engine = Engine::new(shipped.read().unwrap(), shipped.compiled()).unwrap();
    let today = "2026-11-24".parse().unwrap();
    engine.assess(&dossier, &season, today).to_json()
}

/// Whether everything expected is there; more may be.
fn holds(found: &Json, expected: &Json) -> bool {
    match (found, expected) {
        (Json::Object(found), Json::Object(expected)) => expected
            .iter()
            .all(|(key, value)| found.get(key).is_some_and(|found| holds(found, value))),
        (Json::Array(found), Json::Array(expected)) if found.len() == expected.len() => found
            .iter()
            .zip(expected)
            .all(|(found, expected)| holds(found, expected)),
        _ => found == expected,
    }
}
