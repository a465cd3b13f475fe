//! A synthetic book of twenty inputs, three routes, two of six and a capped score, and candidates
//! for it. It is of no place.

use dossier::{Answer, Dossier};
use json::{Decimal, Json};
use rulebook::Book;
use serde_json::{Value, json};

/// Points for each of a counted item, and the cap of its row.
const ITEMS: [(i64, i64); 8] = [
    (3, 9),
    (5, 15),
    (8, 16),
    (4, 12),
    (6, 12),
    (2, 6),
    (10, 20),
    (7, 14),
];

/// The inputs in the order of the form.
pub(crate) const INPUTS: [&str; 20] = [
    "integ", "assess", "edu", "yrs", "ce", "sig", "a1", "a2", "a3", "a4", "a5", "a6", "s1", "s2",
    "s3", "s4", "s5", "s6", "s7", "s8",
];

/// The book.
pub(crate) fn book() -> Book {
    let text = serde_json::to_string(&content()).unwrap();
    json::from_json(&Json::parse(text.as_bytes()).unwrap()).unwrap()
}

fn content() -> Value {
    let question = |id: &str| {
        let kind = match id {
            "edu" => json!({ "integer": { "min": 0, "max": 3 } }),
            "yrs" => json!({ "integer": { "min": 0, "max": 11 } }),
            "ce" => json!({ "integer": { "min": 0, "max": 999 } }),
            "name" => json!({ "text": { "max": 40 } }),
            "level" => json!({ "choice": [{ "id": "title", "label": "t" }] }),
            id if id.starts_with('s') && id != "sig" => {
                json!({ "integer": { "min": 0, "max": 5 } })
            }
            _ => json!("yes_no"),
        };
        json!({ "id": id, "screen": "all", "label": id, "why": "w", "kind": kind, "authority": "model", "locator": "x" })
    };
    let questions: Vec<Value> = ["name", "level"]
        .iter()
        .chain(&INPUTS)
        .map(|id| question(id))
        .collect();
    let clause = |id: &str, kind: &str, rule: Value| json!({ "id": id, "kind": kind, "title": id, "authority": "model", "locator": "x", "form": [{ "text": id, "rule": rule }] });
    let answer = |id: &str, test: Value| json!({ "answer": { "question": id, "test": test } });
    let least = |id: &str, value: i64| answer(id, json!({ "at_least": value }));
    let of: Vec<Value> = (1..=6)
        .map(|item| answer(&format!("a{item}"), json!(true)))
        .collect();
    let years = json!({ "any": [
        { "all": [answer("edu", json!(3)), least("yrs", 2)] },
        { "all": [answer("edu", json!({ "one_of": [1, 2] })), least("yrs", 5)] },
    ] });
    let route = |id: &str, requires: Value| json!({ "id": id, "level": "title", "label": id, "text": id, "requires": requires, "authority": "model", "locator": "x" });
    let row = |place: usize, (points, cap): (i64, i64)| {
        let option: Vec<Value> = (1..=5)
            .rev()
            .map(
                |count| json!({ "test": { "at_least": count }, "points": cap.min(points * count) }),
            )
            .collect();
        let question = format!("s{}", place + 1);
        json!({ "id": format!("p{}", place + 1), "block": "all", "label": "r", "text": "r", "earn": { "answer": { "question": question, "option": option } }, "authority": "model", "locator": "x" })
    };
    let rows: Vec<Value> = ITEMS
        .iter()
        .enumerate()
        .map(|(place, item)| row(place, *item))
        .collect();
    json!({
        "format": Book::FORMAT, "id": "twenty", "version": "1.0.0", "title": "t", "about": "a",
        "effective_from": "2020-01-01", "horizon": 0,
        "roles": { "name": "name", "level": "level" },
        "cut_off": { "month": 12, "day": 31 },
        "source": [],
        "screen": [{ "id": "all", "title": "s" }],
        "question": questions,
        "date": [{ "id": "cut", "label": "d", "rule": "cut_off", "authority": "model", "locator": "x" }],
        "level": [{ "id": "title", "label": "l", "text": "l", "authority": "model", "locator": "x" }],
        "clause": [
            clause("integ", "gate", answer("integ", json!(true))),
            clause("assess", "gate", answer("assess", json!(true))),
            clause("ce", "gate", least("ce", 90)),
            clause("years", "requirement", years),
            clause("two", "requirement", json!({ "at_least": { "count": 2, "of": of } })),
            clause("sig", "requirement", answer("sig", json!(true))),
            clause("score", "requirement", json!("score_reaches_line")),
            clause("three", "requirement", least("yrs", 3)),
        ],
        "route": [
            route("regular", json!(["years", "two"])),
            route("landmark", json!(["sig"])),
            route("scored", json!(["score", "three"])),
        ],
        "score": {
            "line": 60, "authority": "model", "locator": "x",
            "block": [{ "id": "all", "label": "b", "cap": 999, "authority": "model", "locator": "x" }],
            "row": rows,
        },
    })
}

/// Gives the same candidates on every machine.
pub(crate) struct Candidates(u32);

impl Candidates {
    pub(crate) fn new() -> Self {
        Self(20_261_123)
    }

    /// A number from 0 up to 1.
    fn number(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x6D2B_79F5);
        let s = self.0;
        let t = (s ^ (s >> 15)).wrapping_mul(1 | s);
        let t = t.wrapping_add((t ^ (t >> 7)).wrapping_mul(0x3D | t)) ^ t;
        f64::from(t ^ (t >> 14)) / 4_294_967_296.0
    }

    fn below(&mut self, end: u32) -> Answer {
        let number = (self.number() * f64::from(end)).floor();
        let whole = (0..end).rev().find(|whole| f64::from(*whole) <= number);
        Answer::Number(Decimal::from_int(i64::from(whole.unwrap())).unwrap())
    }

    fn yes(&mut self, chance: f64) -> Answer {
        Answer::YesNo(self.number() < chance)
    }

    /// The next candidate, complete.
    pub(crate) fn next(&mut self) -> Dossier {
        let mut dossier = Dossier::new("twenty", Some(2026));
        dossier
            .profile
            .insert("level".to_owned(), Answer::from_text("title"));
        for input in INPUTS {
            let answer = match input {
                "integ" => self.yes(0.95),
                "assess" => self.yes(0.9),
                "edu" => self.below(4),
                "yrs" => self.below(12),
                "ce" => self.below(160),
                "sig" => self.yes(0.05),
                input if input.starts_with('a') => self.yes(0.22),
                _ => self.below(6),
            };
            dossier.profile.insert(input.to_owned(), answer);
        }
        dossier
    }
}
