//! Random small books over one set of questions and lists.

use rulebook::{Book, trusted};
use serde_json::{Value, json};

use super::random::Random;

/// A book of four clauses, two routes and mostly a score table.
pub(crate) fn book(random: &mut Random) -> Book {
    drawn(random, false)
}

/// One whose rules only count: nothing negated, no day that a record more could bring too early,
/// and no part cap on the best of several.
pub(super) fn counting(random: &mut Random) -> Book {
    drawn(random, true)
}

fn drawn(random: &mut Random, counting: bool) -> Book {
    let mut draw = Draw {
        random,
        counting,
        scored: false,
        clauses: 0,
    };
    draw.scored = draw.random.percent(60);
    let scored = draw.scored;
    let mut clauses = Vec::new();
    for index in 0..4 {
        draw.clauses = index;
        clauses.push(json!({
            "id": format!("C{index}"),
            "kind": if index == 0 { "gate" } else { "requirement" },
            "title": "c", "authority": "model", "locator": "x",
            "form": [{ "text": "c", "rule": draw.rule(3) }],
        }));
    }
    let mut book = frame();
    book["clause"] = Value::Array(clauses);
    book["route"] = json!([
        { "id": "one", "level": "l", "label": "r", "text": "r", "requires": ["C1", "C2"], "authority": "plan", "locator": "x" },
        { "id": "two", "level": "l", "label": "r", "text": "r", "requires": ["C3"], "authority": "model", "locator": "x" },
    ]);
    if scored {
        book["score"] = draw.score();
    }
    if draw.random.percent(30) {
        book["check"] = json!([
            { "id": "i", "message": "m", "authority": "model", "locator": "x",
              "rule": { "impossible": { "list": "r", "where": { "k": "a", "g": "hi", "rank": { "at_least": 3 } } } } },
        ]);
    }
    let text = serde_json::to_string(&book).unwrap();
    trusted::book(&text).unwrap()
}

/// Everything but clauses, routes and score.
fn frame() -> Value {
    let question = |id: &str, kind: Value, none: bool| {
        let mut question = json!({ "id": id, "screen": "s", "label": "q", "why": "w", "kind": kind, "authority": "model", "locator": "x" });
        if none {
            question["none"] = json!("none");
        }
        question
    };
    let field = |id: &str, kind: Value, none: bool| {
        let mut field = json!({ "id": id, "label": "f", "kind": kind });
        if none {
            field["none"] = json!("none");
        }
        field
    };
    let choice = |id: &str| json!({ "id": id, "label": "c" });
    json!({
        "format": Book::FORMAT, "id": "random", "version": "1", "title": "t", "about": "a",
        "effective_from": "2020-01-01", "horizon": 0,
        "roles": { "name": "name", "level": "lvl" },
        "cut_off": { "month": 12, "day": 31 },
        "source": [],
        "scale": [{ "id": "s", "choice": [choice("hi"), choice("mid"), choice("lo")], "authority": "model", "locator": "x" }],
        "screen": [{ "id": "s", "title": "s" }],
        "question": [
            question("name", json!({ "text": { "max": 50 } }), false),
            question("lvl", json!({ "choice": [choice("l")] }), false),
            question("yes", json!("yes_no"), false),
            question("c", json!({ "choice": [choice("x"), choice("y"), choice("z")] }), false),
            question("n", json!({ "integer": { "min": 0, "max": 6 } }), false),
            question("d", json!({ "date": { "future": "allow" } }), false),
            question("m", json!({ "year": { "min": 2015 } }), true),
        ],
        "list": [
            { "id": "r", "label": "r", "why": "w", "authority": "model", "locator": "x",
              "kind_field": "k", "window_field": "date",
              "field": [field("date", json!({ "date": { "future": "warn" } }), false)],
              "kind": [
                { "id": "a", "label": "a", "field": [
                    field("g", json!({ "scale": { "scale": "s" } }), false),
                    field("rank", json!({ "integer": { "min": 1, "max": 4 } }), false),
                    field("key", json!({ "text": { "max": 9 } }), true) ] },
                { "id": "b", "label": "b", "field": [
                    field("amount", json!({ "integer": { "min": 0, "max": 4 } }), false) ] },
              ] },
            { "id": "y", "label": "y", "why": "w", "authority": "model", "locator": "x", "unique": "year",
              "field": [field("year", json!({ "year": { "min": 2015 } }), false), field("ok", json!("yes_no"), false)] },
        ],
        "date": [
            { "id": "cut", "label": "d", "rule": "cut_off", "authority": "model", "locator": "x" },
            { "id": "back", "label": "d", "rule": { "years_before_cut_off": 2 }, "authority": "model", "locator": "x" },
            { "id": "since", "label": "d", "authority": "model", "locator": "x",
              "rule": { "earliest": [{ "list": "r", "field": "date", "where": { "k": "a", "date": { "on_or_before": "cut" } } }] } },
            { "id": "old", "label": "d", "rule": { "answer": "d" }, "authority": "model", "locator": "x" },
            { "id": "retire", "label": "d", "authority": "model", "locator": "x",
              "rule": { "staged_age": { "birth": "d", "by": "c", "stage": {
                "x": { "years": 3, "from": "2022-01", "every": 2, "max": 2 },
                "y": { "years": 1, "from": "2024-01", "every": 1, "max": 1 } } } } },
        ],
        "window": [{ "id": "w", "label": "w", "from": ["since", "back"], "to": "cut", "authority": "model", "locator": "x" }],
        "level": [{ "id": "l", "label": "l", "text": "l", "window": "w", "authority": "model", "locator": "x" }],
    })
}

struct Draw<'r> {
    random: &'r mut Random,
    counting: bool,
    scored: bool,
    clauses: usize,
}

impl Draw<'_> {
    fn rule(&mut self, depth: usize) -> Value {
        if depth == 0 || self.random.percent(25) {
            return self.leaf();
        }
        match self.random.below(6) {
            0 | 1 => json!({ "all": self.rules(depth) }),
            2 | 3 => json!({ "any": self.rules(depth) }),
            4 if !self.counting => json!({ "not": self.rule(depth - 1) }),
            _ => {
                json!({ "at_least": { "count": self.random.within(1, 2), "of": self.rules(depth) } })
            }
        }
    }

    fn rules(&mut self, depth: usize) -> Vec<Value> {
        let count = self.random.within(2, 3);
        (0..count).map(|_| self.rule(depth - 1)).collect()
    }

    fn leaf(&mut self) -> Value {
        match self.random.below(13) {
            0 => json!({ "answer": { "question": "yes", "test": self.random.percent(50) } }),
            1 => {
                json!({ "answer": { "question": "c", "test": { "one_of": self.random.pick(&[vec!["x"], vec!["y"], vec!["x", "z"]]) } } })
            }
            2 => {
                json!({ "answer": { "question": "n", "test": { "at_least": self.random.within(1, 6) } } })
            }
            3 => {
                json!({ "answer": { "question": "n", "test": { "at_most": self.random.within(0, 5) } } })
            }
            4 => {
                json!({ "each_year": { "list": "y", "year": "year", "last": self.random.within(1, 3), "where": { "ok": true } } })
            }
            5 => {
                json!({ "years": { "since": self.random.pick(&["since", "old"]), "at_least": self.random.within(1, 4) } })
            }
            6 => {
                let dates = ["retire", "old", "since"];
                let known = if self.counting { 2 } else { 3 };
                let date = self.random.pick(&dates[..known]);
                let after = self.random.pick(&["cut", "back", "since"]);
                json!({ "day": { "date": date, "after": after } })
            }
            7 => json!({ "barred": { "year": "m", "seasons": self.random.within(0, 3) } }),
            8 => {
                json!({ "choose": { "question": "c", "cases": { "x": self.records(), "y": self.records(), "z": self.records() } } })
            }
            9 if self.scored => json!("score_reaches_line"),
            10 if self.clauses > 0 => {
                json!({ "clause": format!("C{}", self.random.below(self.clauses)) })
            }
            _ => self.records(),
        }
    }

    fn records(&mut self) -> Value {
        json!({ "records": { "list": "r", "where": self.filter(), "at_least": self.random.within(1, 3) } })
    }

    fn filter(&mut self) -> Value {
        if self.random.percent(60) {
            let mut filter = json!({ "k": "a" });
            if self.random.percent(50) {
                filter["g"] = json!({ "at_least": self.random.pick(&["hi", "mid"]) });
            } else if self.random.percent(40) {
                filter["g"] = json!(self.random.pick(&["hi", "mid"]));
            }
            if self.random.percent(40) {
                filter["rank"] = json!({ "at_most": self.random.within(1, 3) });
            }
            if self.random.percent(20) {
                filter["date"] = json!({ "on_or_after": self.random.pick(&["back", "old"]) });
            }
            return filter;
        }
        json!({ "k": "b", "amount": { "at_least": self.random.within(0, 3) } })
    }

    fn score(&mut self) -> Value {
        let mut first = json!({ "list": "r", "where": { "k": "a" }, "points": [
            { "where": { "g": "hi" }, "points": 6 }, { "where": { "g": "mid", "rank": 1 }, "points": 4 }, { "where": { "g": { "at_least": "mid" } }, "points": 2 } ] });
        if self.random.percent(60) {
            first["factor"] = json!("rank");
        }
        if self.random.percent(50) {
            first["best_per"] = json!("key");
        }
        let best = first.get("best_per").is_some();
        if self.random.percent(25) {
            first["take"] = json!("best");
        } else if self.counting && best {
            // Another could take the place of one that no cap holds down.
        } else if self.random.percent(40) {
            first["part_cap"] = json!([{ "where": { "g": { "at_most": "mid" } }, "cap": 3 }]);
        }
        let second = match self.random.below(3) {
            0 => {
                json!({ "years_since": { "date": self.random.pick(&["since", "old"]), "band": [{ "at_least": 4, "points": 5 }, { "at_least": 1, "points": 2 }] } })
            }
            1 => {
                json!({ "records": { "list": "r", "where": { "k": "b" }, "points": [{ "where": { "amount": { "at_least": 3 } }, "points": 4 }, { "points": 1 }] } })
            }
            _ => json!({ "highest": [
                { "answer": { "question": "n", "option": [{ "test": { "at_least": 4 }, "points": 5 }, { "test": { "at_least": 2 }, "points": 2 }] } },
                { "answer": { "question": "c", "option": [{ "test": "x", "points": 4 }, { "test": "y", "points": 1 }] } } ] }),
        };
        let row = |id: &str, block: &str, cap: Value, earn: Value| json!({ "id": id, "block": block, "label": "r", "text": "r", "cap": cap, "earn": earn, "authority": "model", "locator": "x" });
        let cap = if self.random.percent(50) {
            json!(8)
        } else {
            Value::Null
        };
        let mut rows = [
            row("A", "P", cap, json!({ "records": first })),
            row("B", "Q", json!(5), second),
        ];
        for row in &mut rows {
            if row["cap"].is_null() {
                row.as_object_mut().unwrap().remove("cap");
            }
        }
        json!({
            "line": self.random.within(3, 12), "window": "w", "authority": "model", "locator": "x",
            "factor": [{ "id": "rank", "label": "f", "field": "rank", "authority": "model", "locator": "x",
                "step": [{ "test": 1, "factor": 1 }, { "test": 2, "factor": 0.5 }] }],
            "block": [
                { "id": "P", "label": "b", "cap": 10, "authority": "model", "locator": "x" },
                { "id": "Q", "label": "b", "cap": 20, "authority": "model", "locator": "x" } ],
            "row": rows,
        })
    }
}
