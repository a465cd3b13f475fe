//! One line.

use json::Json;

use super::*;

#[test]
fn a_line_says_what_the_assessment_says_and_reads_back() {
    let dossier = example();
    let line = line("甲.json", &dossier);
    let season = resolve_season(ENGINE.book(), &shipped::seasons(), 2026).unwrap();
    let assessment = ENGINE.assess(&dossier, &season, today());
    for (own, theirs) in line.levels.iter().zip(&assessment.levels) {
        assert_eq!(own.verdict, theirs.conclusion.verdict.id());
        let routes: Vec<&str> = own
            .routes
            .iter()
            .map(|route| route.verdict.as_ref())
            .collect();
        let expected: Vec<&str> = theirs
            .routes
            .iter()
            .map(|route| route.conclusion.verdict.id())
            .collect();
        assert_eq!(routes, expected);
    }
    let sheet = assessment.score.unwrap();
    assert_eq!(
        line.score.unwrap(),
        Score {
            low: sheet.total.low,
            high: sheet.total.high,
            line: sheet.line
        }
    );
    assert_eq!(line.book.digest, ENGINE.reference().digest);
    assert!(line.book.known && line.changes.is_empty());
    let text = line.to_json().canonical();
    assert_eq!(
        Screened::from_json(&Json::parse(text.as_bytes()).unwrap()).unwrap(),
        line
    );
}

/// Whether the members of all objects stand in the order of their keys.
fn is_in_order(json: &Json) -> bool {
    match json {
        Json::Array(items) => items.iter().all(is_in_order),
        Json::Object(object) => {
            let mut values = object.iter().map(|(_, value)| value);
            object.iter().eq(object.iter_sorted()) && values.all(is_in_order)
        }
        _ => true,
    }
}

#[test]
fn fields_stand_in_the_order_of_their_keys() {
    let told = Told {
        code: "c".to_owned(),
        message: "m".to_owned(),
        place: "p".to_owned(),
        severity: Severity::Warning,
    };
    let mut line = line_with("a", &example(), &[file("a1", "附件.pdf", "x")]);
    line.brief = true;
    line.changes.push(Change {
        clauses: Vec::new(),
        id: "G1".to_owned(),
        kind: "clause".to_owned(),
        level: "senior".to_owned(),
        new: None,
        old: None,
    });
    line.missing.push(Missing {
        id: "G1".to_owned(),
        label: "l".to_owned(),
        verdict: "open".into(),
    });
    line.package = Some(Package {
        code: String::new(),
        findings: vec![told.clone()],
        valid: true,
    });
    line.problems.push(told.clone());
    assert!(line.score.is_some() && line.level.is_some() && line.category.is_some());
    assert!(!line.stand_ins.is_empty() && !line.keys.achievements.is_empty());
    assert!(is_in_order(&line.to_json()));
    for origin in [Origin::Package, Origin::Endorsed, Origin::Draft] {
        (line.origin, line.name) = (origin, "\"甲\"\t".to_owned());
        (line.brief, line.earliest) = (!line.brief, line.earliest.xor(Some(2027)));
        let mut text = String::from("{}");
        line.write(&mut text);
        assert_eq!(text, ["{}", &line.to_json().canonical()].concat());
    }
    let refused = Refused::new("a", Origin::Roster, vec![told]);
    assert!(is_in_order(&refused.to_json()));
    let wrong = Json::parse(b"{\"b\":1,\"a\":2}").unwrap();
    assert!(!is_in_order(&wrong));
}

#[test]
fn what_is_missing_is_empty_when_the_level_is_met_and_names_clauses_when_not() {
    let met = line("a", &example());
    assert_eq!(met.verdict(), "met");
    assert_eq!(met.missing, []);
    assert!(!met.stand_ins.is_empty());
    let mut lacking = example();
    lacking
        .profile
        .insert("in_post".to_owned(), dossier::Answer::YesNo(false));
    lacking.profile.remove("under_penalty");
    let line = line("b", &lacking);
    assert_eq!(line.verdict(), "not_met");
    let missing: Vec<(&str, &str)> = line
        .missing
        .iter()
        .map(|missing| (missing.id.as_str(), missing.verdict.as_ref()))
        .collect();
    assert!(
        missing.contains(&("G1", "not_met")) && missing.contains(&("G5", "open")),
        "{missing:?}"
    );
    assert_eq!(line.unanswered.len(), met.unanswered.len() + 1);
}

#[test]
fn another_book_is_told_with_the_verdicts_that_change() {
    let mut book = ENGINE.book().clone();
    book.version = "9.0.0".to_owned();
    let gate = book
        .clause
        .iter_mut()
        .find(|clause| clause.id == "G1")
        .unwrap();
    gate.form[0].rule = rulebook::Rule::Not(Box::new(gate.form[0].rule.clone()));
    let compiled = rulebook::Compiled::of(&book).unwrap();
    let known = Engine::new(book, compiled).unwrap();
    let season = resolve_season(ENGINE.book(), &shipped::seasons(), 2026).unwrap();
    let dossier = example();
    let assessment = ENGINE.assess(&dossier, &season, today());
    let judged = Judged {
        engine: &ENGINE,
        known: Some(&known),
        season: &season,
        dossier: &dossier,
        assessment: &assessment,
        today: today(),
    };
    let subject = Subject {
        input: "a",
        origin: Origin::Package,
        name: "",
        files: &[],
        problems: Vec::new(),
    };
    let line = Screened::of(subject, &judged);
    assert!(!line.book.known);
    let gate = line
        .changes
        .iter()
        .find(|change| change.id == "G1")
        .unwrap();
    assert_eq!(
        (gate.old.as_deref(), gate.new.as_deref()),
        (Some("met"), Some("not_met"))
    );
    assert!(line.changes.iter().any(|change| change.kind == "level"));
}
