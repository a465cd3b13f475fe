//! A route: its verdict, the gates, the rest, why, when, and on what it rests.

use assess::{ClauseLine, LevelLine, RouteLine, Verdict};
use rulebook::ClauseKind;
use wording::ui::verdict as words;
use yew::Html;

use super::why::{MOST, why};
use crate::state::AppHandle;
use crate::ui::el::{all, classed, el, words as texts};
use crate::ui::{SummaryRow, authority_tag, details, summary_list, verdict_tag};
use crate::verdict::{conclusion, explain, places, reasons};

/// A route of a level.
pub(super) fn route(app: &AppHandle, level: &LevelLine, line: &RouteLine) -> Html {
    let explain = explain(app);
    let name = explain.labels().route(&level.id, &line.id);
    let about = format!("{} {name}", explain.labels().level(&level.id));
    let mut verdict = classed("p", "route__verdict");
    verdict = verdict.put(conclusion::tags(&line.conclusion));
    if level.recommended.as_ref() == Some(&line.id) {
        verdict = verdict.put(texts("span", "tag tag--done", words::RECOMMENDED));
    }
    let mut parts = vec![el("h3").say(&name).html(), verdict.html()];
    if let Some(def) = explain.labels().route_def(&level.id, &line.id) {
        parts.push(el("p").say(&def.text).html());
        parts.push(authority_tag(def.authority, &def.locator));
    }
    parts.push(summary_list(rows(app, level, line)));
    parts.push(shortest(app, level, line));
    parts.push(missing(app, level, line));
    parts.push(conclusion::stand_ins(explain, &line.conclusion, &about));
    let reasons = reasons::reasons(app, &explain.route(level, line).parts);
    parts.push(details("details", words::UNFOLD.into(), &about, reasons));
    all(parts)
}

/// Whether the gates hold, whether the rest does, when at the earliest.
fn rows(app: &AppHandle, level: &LevelLine, line: &RouteLine) -> Vec<SummaryRow> {
    let gates = level.gates().map(|gate| gate.conclusion.verdict);
    let gates = gates.fold(Verdict::Met, Verdict::and);
    let row = |key: &'static str, value: Html| SummaryRow {
        id: key.to_owned(),
        key: key.into(),
        value,
        action: all(Vec::new()),
    };
    let earliest = explain(app).earliest_year(line);
    vec![
        row(words::GATES, verdict_tag(gates)),
        row(words::BESIDE_GATES, conclusion::tags(&line.beside_gates)),
        row(words::EARLIEST, el("span").say(&earliest).html()),
    ]
}

/// The clauses that decide, each with what was needed and what was found.
fn shortest(app: &AppHandle, level: &LevelLine, line: &RouteLine) -> Html {
    let verdict = line.conclusion.verdict;
    let stack = classed("div", "stack");
    let title = match verdict {
        Verdict::Open => return stack.html(),
        Verdict::Met => words::WHY_MET,
        Verdict::NotMet => words::WHY_NOT,
    };
    let mut whys = classed("ul", "whys");
    for clause in &level.clauses {
        let gate = clause.kind == ClauseKind::Gate && verdict == Verdict::NotMet;
        let of_route = gate || line.requires.contains(&clause.id);
        if of_route && clause.conclusion.verdict == verdict {
            whys = whys.put(of_clause(app, level, clause));
        }
    }
    let stack = stack.put(el("h4").say(title).html());
    stack.put(whys.html()).html()
}

fn of_clause(app: &AppHandle, level: &LevelLine, clause: &ClauseLine) -> Html {
    let explain = explain(app);
    let reason = explain.clause(level, clause);
    let told = why(clause, &reason);
    let mut facts = classed("ul", "facts");
    for text in told.iter().take(MOST) {
        facts = facts.put(el("li").say(text).html());
    }
    let more = told.len().saturating_sub(MOST);
    if more > 0 {
        facts = facts.put(el("li").say(&words::more_reasons(more)).html());
    }
    let name = el("strong").say(&explain.labels().clause(&clause.id));
    let item = el("li").key(&clause.id).put(name.html());
    item.put(facts.html()).html()
}

/// The answers that keep it open, or would change nothing any more.
fn missing(app: &AppHandle, level: &LevelLine, line: &RouteLine) -> Html {
    let stack = classed("div", "stack");
    if line.conclusion.verdict != Verdict::Open {
        return stack.html();
    }
    let missing = explain(app).missing(level, line);
    if missing.is_empty() {
        return stack.html();
    }
    let stack = stack.put(el("h4").say(words::WHY_OPEN).html());
    stack.put(places::missing(app, &missing)).html()
}
