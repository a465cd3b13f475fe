//! A route: its verdict, the gates, the rest, why, when, and on what it rests.

use assess::{ClauseLine, Conclusion, LevelLine, RouteLine, Verdict};
use rulebook::ClauseKind;
use wording::ui::verdict as words;
use yew::prelude::*;

use super::why::{MOST, why};
use crate::state::AppState;
use crate::ui::{AuthorityTag, Details, SummaryList, SummaryRow, Tag, TagLook};
use crate::verdict::{conclusion, explain, places, reasons};

/// A route of a level.
pub(super) fn route(app: &AppState, level: &LevelLine, line: &RouteLine) -> Html {
    let explain = explain(app);
    let name = explain.labels().route(&level.id, &line.id);
    let about = format!("{} {name}", explain.labels().level(&level.id));
    html! {
        <>
            <h3>{ name }</h3>
            <p class="route__verdict">
                { conclusion::tags(&line.conclusion) }
                if level.recommended.as_ref() == Some(&line.id) {
                    <span class="tag tag--done">{ words::RECOMMENDED }</span>
                }
            </p>
            if let Some(def) = explain.labels().route_def(&level.id, &line.id) {
                <p>{ &def.text }</p>
                <AuthorityTag authority={def.authority} locator={def.locator.clone()} />
            }
            <SummaryList rows={rows(app, level, line)} />
            { shortest(app, level, line) }
            { missing(app, level, line) }
            { conclusion::stand_ins(explain, &line.conclusion, about.clone()) }
            <Details summary={words::UNFOLD} {about}>
                { reasons::reasons(&explain.route(level, line).parts) }
            </Details>
        </>
    }
}

/// Whether the gates hold, whether the rest does, when at the earliest.
fn rows(app: &AppState, level: &LevelLine, line: &RouteLine) -> Vec<SummaryRow> {
    let gates = level.gates().map(|gate| gate.conclusion.verdict);
    let gates = gates.fold(Verdict::Met, Verdict::and);
    let tag = |verdict: Verdict| html! { <Tag look={TagLook::from(verdict)} text={wording::term::verdict(verdict)} /> };
    let row = |key: &'static str, value: Html| SummaryRow {
        id: key.to_owned(),
        key: key.into(),
        value,
        action: html! {},
    };
    vec![
        row(words::GATES, tag(gates)),
        row(words::BESIDE_GATES, beside(&line.beside_gates)),
        row(
            words::EARLIEST,
            html! { <span>{ explain(app).earliest_year(line) }</span> },
        ),
    ]
}

fn beside(conclusion: &Conclusion) -> Html {
    conclusion::tags(conclusion)
}

/// The clauses that decide, each with what was needed and what was found.
fn shortest(app: &AppState, level: &LevelLine, line: &RouteLine) -> Html {
    let verdict = line.conclusion.verdict;
    let deciding: Vec<&ClauseLine> = level
        .clauses
        .iter()
        .filter(|clause| {
            let gate = clause.kind == ClauseKind::Gate && verdict == Verdict::NotMet;
            (gate || line.requires.contains(&clause.id)) && clause.conclusion.verdict == verdict
        })
        .collect();
    let title = if verdict == Verdict::Met {
        words::WHY_MET
    } else {
        words::WHY_NOT
    };
    html! {
        <div class="stack">
            if verdict != Verdict::Open {
                <h4>{ title }</h4>
                <ul class="whys">
                    for clause in deciding {
                        <li key={clause.id.clone()}>{ of_clause(app, level, clause) }</li>
                    }
                </ul>
            }
        </div>
    }
}

fn of_clause(app: &AppState, level: &LevelLine, clause: &ClauseLine) -> Html {
    let reason = explain(app).clause(level, clause);
    let told = why(clause, &reason);
    let more = told.len().saturating_sub(MOST);
    html! {
        <>
            <strong>{ explain(app).labels().clause(&clause.id) }</strong>
            <ul class="facts">
                for (place, text) in told.iter().take(MOST).enumerate() {
                    <li key={place}>{ *text }</li>
                }
                if more > 0 {
                    <li key="more">{ words::more_reasons(more) }</li>
                }
            </ul>
        </>
    }
}

/// The answers that keep it open, or would change nothing any more.
fn missing(app: &AppState, level: &LevelLine, line: &RouteLine) -> Html {
    let explain = explain(app);
    let open = line.conclusion.verdict == Verdict::Open;
    let missing = if open {
        explain.missing(level, line)
    } else {
        Vec::new()
    };
    html! {
        <div class="stack">
            if !missing.is_empty() {
                <h4>{ words::WHY_OPEN }</h4>
                { places::missing(explain, &missing) }
            }
        </div>
    }
}
