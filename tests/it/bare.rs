//! Many dossiers are judged without reasons: whatever is told of them is what is told of each alone.

use assess::{Assessment, Node, NodeKind, Scratch};
use rulebook::ClauseKind;

use crate::advise::draw::{partly, whole};
use crate::exact::random::Random;
use crate::support::{day, engine, season};

/// An assessment without what explains it.
fn bare(mut assessment: Assessment) -> Assessment {
    for level in &mut assessment.levels {
        level.because.clear();
        for route in &mut level.routes {
            route.because.clear();
        }
        for clause in &mut level.clauses {
            clause.explanation = Node::new(NodeKind::All, clause.conclusion.verdict);
        }
    }
    assessment
}

#[test]
fn an_outline_is_the_assessment_without_what_explains_it() {
    let mut random = Random::new(2026);
    let (season, today) = (season(2026), day("2026-11-24"));
    let (mut met, mut open) = (0, 0);
    for turn in 0..400 {
        let mut dossier = whole(&mut random);
        if turn % 2 == 1 {
            dossier = partly(dossier, &mut random);
        }
        let assessment = engine().assess(&dossier, &season, today);
        let verdicts = assessment
            .levels
            .iter()
            .map(|level| level.conclusion.verdict);
        met += verdicts
            .clone()
            .filter(|verdict| verdict.id() == "met")
            .count();
        open += verdicts.filter(|verdict| verdict.is_open()).count();
        let outline = engine().bare(&dossier, &season, today);
        assert_eq!(outline.to_json(), assessment.to_json());
        assert_eq!(outline, bare(assessment));
    }
    assert!(met > 10 && open > 10, "{met} met, {open} open");
}

#[test]
fn a_line_says_what_the_assessment_says() {
    let mut random = Random::new(2027);
    let (season, today) = (season(2026), day("2026-11-24"));
    let mut scratch = Scratch::default();
    let targets = [Some("senior"), Some("professorial"), Some("none"), None];
    let (mut met, mut open) = (0, 0);
    for turn in 0..400 {
        let mut dossier = whole(&mut random);
        if turn % 2 == 1 {
            dossier = partly(dossier, &mut random);
        }
        let target = targets[turn % targets.len()];
        let subject = engine().read(&dossier, &season, today).subject;
        let when = (&season, today);
        let line = engine().line((&dossier, &subject), when, (target, &mut scratch));
        let mut bare = engine().bare(&dossier, &season, today);
        for level in &mut bare.levels {
            let routes = level.routes.iter();
            let required: Vec<String> = routes.flat_map(|route| route.requires.clone()).collect();
            level.clauses.retain(|clause| {
                let asked = clause.kind == ClauseKind::Gate || required.contains(&clause.id);
                Some(level.id.as_str()) == target && asked
            });
            for route in &mut level.routes {
                route.beside_gates.basis.clear();
            }
            for clause in &mut level.clauses {
                let verdict = clause.conclusion.verdict;
                met += usize::from(verdict.id() == "met");
                open += usize::from(verdict.is_open());
                clause.conclusion.basis.clear();
            }
        }
        assert_eq!(line.levels, bare.levels);
        let total = bare.score.map(|sheet| (sheet.total, sheet.line));
        assert_eq!(line.total, total);
    }
    assert!(met > 100 && open > 100, "{met} met, {open} open");
}
