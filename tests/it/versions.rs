//! What was judged by another version of a book: what changed is told, with the clause.

use assess::Engine;
use dossier::{Answer, Dossier};
use json::Json;
use rulebook::Compiled;
use std::fs;

use crate::package::package_under;
use crate::support::{Zhicheng, day, engine, scratch, season, vector};

const ASSESS: &str = "assess --today 2026-11-24";
const CHANGED: &str = "规则书从 0.9.0 换成 1.0.0，结论有变：";
const CLAUSE: &str = "高级工程师 G6 近三年年度考核合格：不满足 → 满足";

/// The version before, which asked for nine years of assessments.
fn before() -> Engine {
    let text = engine().text();
    let three = "{\"last\":3,\"list\":\"assessments\"";
    assert!(text.contains(three));
    let text = text
        .replace(three, "{\"last\":9,\"list\":\"assessments\"")
        .replace("\"version\":\"1.0.0\"", "\"version\":\"0.9.0\"");
    let book = rulebook::read_book(text.as_bytes()).unwrap();
    let compiled = Compiled::of(&book).unwrap();
    Engine::new(book, compiled).unwrap()
}

fn example() -> Dossier {
    Dossier::read(&fs::read(vector("example.dossier.json")).unwrap()).unwrap()
}

/// A dossier file with the verdicts that an engine gave.
fn judged_by(engine: &Engine, dossier: &Dossier) -> String {
    let today = day("2026-11-24");
    let assessment = engine.assess(dossier, &season(2026), today);
    let mut json = dossier.to_json();
    let Json::Object(object) = &mut json else {
        unreachable!()
    };
    object.insert(Dossier::JUDGED, assessment.judged().to_json());
    json.canonical()
}

#[test]
fn a_dossier_judged_by_the_version_before_tells_what_changed() {
    let path = scratch("versions").join("档案.json");
    fs::write(&path, judged_by(&before(), &example())).unwrap();
    let told = Zhicheng::new(ASSESS).arg(&path).run().code(0);
    let _ = told.prints(CHANGED).prints(CLAUSE);
    let told = Zhicheng::new(ASSESS).arg("--json").arg(&path).run().code(0);
    let json = Json::parse(told.out.as_bytes()).unwrap();
    let since = json.get("changed_since").unwrap();
    assert_eq!(
        since.get("old").unwrap().get("version").unwrap().as_str(),
        Some("0.9.0")
    );
    let changes = since.get("changes").unwrap().as_array().unwrap();
    let of_clause = |change: &&Json| change.get("clause").and_then(Json::as_str) == Some("G6");
    let change = changes.iter().find(of_clause).unwrap();
    assert_eq!(change.get("new").unwrap().as_str(), Some("met"));

    fs::write(&path, judged_by(engine(), &example())).unwrap();
    let same = Zhicheng::new(ASSESS).arg(&path).run().code(0);
    assert!(!same.out.contains("换成"), "{}", same.out);
}

#[test]
fn answers_that_no_longer_fit_are_kept_and_named() {
    let mut dossier = example();
    let profile = &mut dossier.profile;
    profile.insert("asked_before".to_owned(), Answer::from_text("三级"));
    profile.insert("workplace_tier".to_owned(), Answer::from_text("village"));
    let text = judged_by(&before(), &dossier);
    assert_eq!(Dossier::read(text.as_bytes()).unwrap(), dossier);
    let path = scratch("unfit").join("档案.json");
    fs::write(&path, text).unwrap();
    let told = Zhicheng::new(ASSESS).arg(&path).run().code(1);
    told.prints("这一版规则不问“asked_before”")
        .says("没有“village”这个选项");
}

#[test]
fn a_package_of_the_version_before_is_valid_and_tells_what_changed() {
    let package = package_under(&before(), "version-before");
    let verify = || Zhicheng::new(ASSESS.replace("assess", "verify").as_str()).arg(&package);
    verify().run().code(0).prints(CHANGED).prints(CLAUSE);
    let json = verify().arg("--json").run().code(0);
    assert!(json.out.contains("\"changed_since\":{"), "{}", json.out);
}

#[test]
fn verdicts_kept_with_a_dossier_are_hostile_input() {
    let judged = |text: &str| assess::Judged::from_json(&Json::parse(text.as_bytes()).unwrap());
    for text in [
        "{}",
        "[]",
        r#"{"book":{"id":"x","version":"1","digest":"0"},"season":2026,"verdicts":[]}"#,
        r#"{"book":{"id":"x","version":"1","digest":"0"},"season":99999,"verdicts":{}}"#,
        r#"{"book":{"id":"x","version":1,"digest":"0"},"season":2026,"verdicts":{}}"#,
    ] {
        assert_eq!(judged(text), None, "{text}");
    }
    let many: Vec<String> = (0..20_000).map(|at| format!("\"L{at}\":\"met\"")).collect();
    let text = format!(
        r#"{{"book":{{"id":"x","version":"1","digest":"0"}},"season":2026,
        "verdicts":{{"levels":{{"\u001b[2J":"met",{}}}}}}}"#,
        many.join(",")
    );
    let assessment = crate::support::assess(&example(), 2026);
    let changes = judged(&text).unwrap().changes(&assessment);
    assert!(changes.len() < 600, "{}", changes.len());
    assert!(
        changes
            .iter()
            .all(|change| !change.level.contains('\u{1b}'))
    );
}
