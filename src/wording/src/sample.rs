//! A small book, a dossier and an assessment for the tests.

use std::sync::Arc;

use assess::{
    Assessment, BookRef, ClauseLine, Conclusion, Earliest, Entry, EntryKind, Fact, LevelLine, Node,
    NodeKind, Outcome, RecordPoints, RouteLine, RowLine, ScoreSheet, Span, Sum, Verdict,
};
use chrono::NaiveDate;
use dossier::Dossier;
use json::Json;
use rulebook::{Authority, Book, ClauseKind};

pub(crate) fn book() -> Book {
    rulebook::trusted::book(include_str!("sample_book.json")).unwrap()
}

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A dossier whose free texts are as given.
pub(crate) fn dossier(name: &str, title: &str) -> Dossier {
    let quote = |text: &str| Json::from(text).canonical();
    let text = format!(
        r#"{{"format":"zhicheng-dossier/1","book":"sample","season":2026,
        "profile":{{"name":{name},"birth_date":"1987-02-28","sex":"female","civil_servant":false,
        "misconduct_year":null,"post_years":3,"target_level":"senior","category":"science"}},
        "titles":[{{"id":"t1","level":"engineer","appointed":"2018-12-31"}}],
        "assessments":[{{"id":"y1","year":2024,"result":"incompetent"}}],
        "achievements":[{{"id":"a3","kind":"research","title":{title},"date":"2015-06-30",
        "grade":"provincial","rank":2,"evidence":["证明.pdf",{{"paper":"原件"}}]}},
        {{"id":"a4","kind":"award","title":{title},"date":"2024-06-30","grade":"municipal",
        "project_key":null}}],
        "materials":{{"identity_card":["身份证.jpg"]}},
        "complete":["titles","achievements"]}}"#,
        name = quote(name),
        title = quote(title),
    );
    Dossier::read(text.as_bytes()).unwrap()
}

pub(crate) fn entry(id: &str, authority: Authority) -> Entry {
    Entry {
        kind: EntryKind::Clause,
        id: id.to_owned(),
        label: id.to_owned(),
        authority,
        locator: "宁波 2024".to_owned(),
    }
}

pub(crate) fn conclusion(verdict: Verdict, basis: &[Entry]) -> Conclusion {
    Conclusion {
        verdict,
        basis: basis.iter().cloned().map(Arc::new).collect(),
        bounded: false,
    }
}

pub(crate) fn record_fact(record: &str, passes: Verdict, in_window: Verdict) -> Fact {
    Fact::Record {
        list: "achievements".to_owned(),
        record: record.to_owned(),
        passes,
        in_window,
    }
}

/// One research project is needed; `a3` would be one but lies outside the window.
pub(crate) fn research_node() -> Node {
    let kind = NodeKind::Records {
        list: "achievements".to_owned(),
        need: 1,
        have: 0,
        open: false,
    };
    Node {
        facts: vec![
            record_fact("a3", Verdict::Met, Verdict::NotMet),
            record_fact("a4", Verdict::NotMet, Verdict::Met),
        ],
        ..Node::new(kind, Verdict::NotMet)
    }
}

fn clause(id: &str, kind: ClauseKind, explanation: Node) -> ClauseLine {
    ClauseLine {
        id: id.to_owned(),
        kind,
        applies: true,
        conclusion: conclusion(explanation.verdict, &[entry(id, Authority::Reference)]),
        explanation,
    }
}

fn answer_node(question: &str, answer: Option<dossier::Answer>, verdict: Verdict) -> Node {
    let question = question.to_owned();
    let kind = NodeKind::Answer {
        question: question.clone(),
    };
    Node {
        facts: vec![Fact::Answer { question, answer }],
        ..Node::new(kind, verdict)
    }
}

fn ban_node() -> Node {
    let question = "misconduct_year".to_owned();
    let answer = Some(dossier::Answer::None);
    let barred = Node {
        facts: vec![Fact::Answer {
            question: question.clone(),
            answer,
        }],
        ..Node::new(
            NodeKind::Barred {
                question,
                free_from: None,
            },
            Verdict::NotMet,
        )
    };
    Node {
        children: vec![barred],
        ..Node::new(NodeKind::Not, Verdict::Met)
    }
}

fn years_node() -> Node {
    let since = "engineer_since".to_owned();
    let value = assess::DayValue::Known(day("2018-12-31"));
    let fact = Fact::Day {
        date: since.clone(),
        value,
    };
    let kind = NodeKind::Years {
        since,
        need: 5,
        have: Some(8),
        months: 0,
    };
    Node {
        facts: vec![fact],
        ..Node::new(kind, Verdict::Met)
    }
}

fn assessments_node() -> Node {
    let kind = NodeKind::EachYear {
        list: "assessments".to_owned(),
        first: 2023,
        last: 2025,
        failing: vec![2024],
        open: vec![2023, 2025],
    };
    let fact = Fact::Record {
        list: "assessments".to_owned(),
        record: "y1".to_owned(),
        passes: Verdict::NotMet,
        in_window: Verdict::Met,
    };
    Node {
        facts: vec![fact],
        ..Node::new(kind, Verdict::NotMet)
    }
}

fn capability_node() -> Node {
    let id = "SC1".to_owned();
    Node {
        children: vec![Node::new(NodeKind::Clause { id }, Verdict::NotMet)],
        ..Node::new(NodeKind::AtLeast { need: 1, have: 0 }, Verdict::NotMet)
    }
}

fn level() -> LevelLine {
    let basis = [entry("G6", Authority::Model)];
    LevelLine {
        id: "senior".to_owned(),
        conclusion: conclusion(Verdict::NotMet, &basis),
        clauses: vec![
            clause(
                "G2",
                ClauseKind::Gate,
                answer_node(
                    "civil_servant",
                    Some(dossier::Answer::YesNo(false)),
                    Verdict::Met,
                ),
            ),
            clause("G4", ClauseKind::Gate, ban_node()),
            clause("G6", ClauseKind::Gate, assessments_node()),
            clause("SC1", ClauseKind::Condition, research_node()),
            clause("senior.years", ClauseKind::Requirement, years_node()),
            clause(
                "senior.capability",
                ClauseKind::Requirement,
                capability_node(),
            ),
        ],
        routes: vec![RouteLine {
            id: "standard".to_owned(),
            beside_gates: conclusion(Verdict::NotMet, &basis),
            conclusion: conclusion(Verdict::NotMet, &basis),
            requires: vec!["senior.years".to_owned(), "senior.capability".to_owned()],
            earliest: Earliest::default(),
            because: Vec::new(),
        }],
        recommended: None,
        because: Vec::new(),
    }
}

fn score() -> ScoreSheet {
    let points = Span { low: 0, high: 800 };
    ScoreSheet {
        line: 8000,
        rows: vec![RowLine {
            id: "B4".to_owned(),
            block: "B".to_owned(),
            before_cap: points,
            cap: Some(3000),
            points,
            bounded: false,
            records: vec![RecordPoints {
                record: "a4".to_owned(),
                points,
                outcome: Outcome::Counts,
            }],
        }],
        blocks: vec![Sum {
            id: "B".to_owned(),
            before_cap: points,
            cap: 6000,
            points,
            bounded: false,
        }],
        total: points,
        bounded: false,
        reaches: conclusion(Verdict::NotMet, &[entry("line", Authority::Reference)]),
    }
}

/// A candidate who fails the assessments and the capability.
pub(crate) fn assessment() -> Assessment {
    Assessment {
        book: BookRef {
            id: "sample".to_owned(),
            version: "1.2.3".to_owned(),
            digest: "ab".repeat(32),
        },
        season: 2026,
        cut_off: day("2026-12-31"),
        levels: vec![level()],
        score: Some(score()),
        notices: Vec::new(),
        problems: Vec::new(),
    }
}
