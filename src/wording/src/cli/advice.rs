//! What the native command says of the reasons, and of what would change a verdict.

use std::fmt::Write as _;

use assess::{Advice, Assessment, RouteAdvice, Verdict};
use dossier::Dossier;
use rulebook::Book;

use super::tell_reason;
use crate::explain::Explain;

/// Reasons, gaps, ways, waiting and the next question.
pub fn advice(
    (book, dossier): (&Book, &Dossier),
    assessment: &Assessment,
    advice: &Advice,
) -> String {
    let explain = Explain::new(book, assessment).with(dossier);
    let mut out = String::from("理由和办法\n");
    for route in &advice.routes {
        tell_route(&mut out, explain, route);
    }
    match advice.questions.split_first() {
        Some((first, more)) => {
            let _ = writeln!(out, "\n下一步先答：{}", explain.ask(first));
            if !more.is_empty() {
                let places: Vec<String> =
                    more.iter().map(|ask| explain.place(&ask.place)).collect();
                let _ = writeln!(out, "  然后：{}", places.join("、"));
            }
        }
        None => out.push_str("\n不用再答别的题，结论不会再变。\n"),
    }
    out
}

fn tell_route(out: &mut String, explain: Explain<'_>, advice: &RouteAdvice) {
    let labels = explain.labels();
    let verdict = crate::term::verdict(advice.argument.verdict);
    let _ = writeln!(
        out,
        "\n{}·{}：{verdict}",
        labels.level(&advice.level),
        labels.route(&advice.level, &advice.route)
    );
    for reason in explain.argument(&advice.argument) {
        tell_reason(out, &reason);
    }
    if advice.argument.verdict == Verdict::Met {
        return;
    }
    part(out, "还缺", &explain.gaps(&advice.gaps));
    part(out, "办法（最省事的在前）", &explain.ways(&advice.ways));
    if let Some(shortfall) = &advice.ways.shortfall {
        part(out, "差的分", &explain.shortfall(shortfall));
    }
    part(out, "每一年为什么还不行", &explain.waiting(&advice.waiting));
}

fn part(out: &mut String, head: &str, lines: &[String]) {
    if lines.is_empty() {
        return;
    }
    let _ = writeln!(out, "  {head}：");
    for line in lines {
        let _ = writeln!(out, "    {line}");
    }
}
