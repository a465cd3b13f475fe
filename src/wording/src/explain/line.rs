//! Conclusions, levels and routes.

use assess::{ClauseLine, Conclusion, Entry, LevelLine, RouteLine, Verdict};
use rulebook::ClauseKind;

use super::{Explain, Reason};
use crate::{Labels, term};

/// So many gates are named one by one.
const MOST_GATES: usize = 3;

impl Explain<'_> {
    /// A verdict with what it rests on.
    pub fn conclusion(self, conclusion: &Conclusion) -> String {
        let verdict = term::verdict(conclusion.verdict);
        let count = conclusion.stand_ins().count();
        match (conclusion.verdict, count) {
            (Verdict::Open, _) if conclusion.bounded => {
                format!("{verdict}：还有答案没填，可能的情形太多，没有逐一试完，现在下不了结论。")
            }
            (Verdict::Open, _) => format!("{verdict}：还有答案没填，现在下不了结论。"),
            (_, 0) => format!("{verdict}。起决定作用的都是方案原文或国家规定。"),
            (_, count) => format!(
                "{verdict}（参考结论）：有 {count} 处还没有拿到正式规定，\
                 先用别处的规定或示例代替，以主管部门公布的为准。"
            ),
        }
    }

    /// A level in a sentence: whether, and by which route.
    pub fn level(self, level: &LevelLine) -> String {
        let name = self.labels.level(&level.id);
        let mark = reference_mark(&level.conclusion);
        match (level.conclusion.verdict, &level.recommended) {
            (Verdict::Met, Some(route)) => format!(
                "{name}：满足{mark}，建议走{}。",
                self.labels.route(&level.id, route)
            ),
            (Verdict::Met, None) => format!("{name}：满足{mark}。"),
            (Verdict::NotMet, _) => format!("{name}：不满足{mark}，各条渠道都不满足。"),
            (Verdict::Open, _) if self.nothing_missing(level) => {
                format!("{name}：待定，有的规定没有公布，填完了也判断不了。")
            }
            (Verdict::Open, _) => format!("{name}：待定，还有答案没填。"),
        }
    }

    /// Whether no answer would settle what is open: it is not published.
    fn nothing_missing(self, level: &LevelLine) -> bool {
        let routes = level.routes.iter();
        let mut open = routes.filter(|route| route.conclusion.verdict.is_open());
        open.all(|route| self.missing(level, route).is_empty())
    }

    /// Why a route holds, fails or is open: its gates and requirements, those that decide first.
    pub fn route(self, level: &LevelLine, route: &RouteLine) -> Reason {
        let mut reason = Reason::new(route.conclusion.verdict, self.route_text(level, route));
        let parts = required(level, route)
            .into_iter()
            .map(|clause| self.clause(level, clause));
        reason.parts = parts.collect();
        reason.argue()
    }

    fn route_text(self, level: &LevelLine, route: &RouteLine) -> String {
        let name = self.labels.route(&level.id, &route.id);
        let mark = reference_mark(&route.conclusion);
        let lacks = self.lacks(level, route);
        match route.conclusion.verdict {
            Verdict::Met => format!("{name}：满足{mark}"),
            Verdict::NotMet => format!("{name}：不满足{mark}，{lacks}"),
            Verdict::Open if route.conclusion.bounded => {
                format!("{name}：待定（情形太多，没有逐一试完），{lacks}")
            }
            Verdict::Open => format!("{name}：待定，{lacks}"),
        }
    }

    /// What a route lacks, or what is not known of it: the names of clauses. Empty when it holds.
    pub fn lacks(self, level: &LevelLine, route: &RouteLine) -> String {
        let required = required(level, route);
        let named = |verdict: Verdict| {
            let clauses = required.iter();
            let these = clauses.filter(|clause| clause.conclusion.verdict == verdict);
            self.named(these.copied())
        };
        let open = named(Verdict::Open);
        match route.conclusion.verdict {
            Verdict::Met => String::new(),
            Verdict::NotMet if open.is_empty() => format!("差在：{}", named(Verdict::NotMet)),
            Verdict::NotMet => format!("差在：{}；待定：{open}", named(Verdict::NotMet)),
            Verdict::Open => format!("还不知道：{open}"),
        }
    }
}

impl Explain<'_> {
    /// The names of clauses; of many gates their number, so that what is particular is seen.
    fn named<'c>(self, clauses: impl Iterator<Item = &'c ClauseLine>) -> String {
        let is_gate = |clause: &&ClauseLine| clause.kind == ClauseKind::Gate;
        let (mut gates, mut rest): (Vec<_>, Vec<_>) = clauses.partition(is_gate);
        let mut names = Vec::new();
        if gates.len() > MOST_GATES {
            names.push(format!("门槛 {} 条", gates.len()));
            gates.clear();
        }
        gates.append(&mut rest);
        names.extend(gates.iter().map(|clause| self.labels.clause(&clause.id)));
        names.join("、")
    }
}

/// The gates of a level and what a route requires, in the order of the book.
fn required<'a>(level: &'a LevelLine, route: &RouteLine) -> Vec<&'a ClauseLine> {
    let is_required = |clause: &&ClauseLine| {
        clause.kind == ClauseKind::Gate || route.requires.contains(&clause.id)
    };
    level.clauses.iter().filter(is_required).collect()
}

/// The clauses in the order of an argument: gates, what routes require, conditions.
///
/// Elements and landmarks are told within the clauses that ask for them; conditions of other
/// categories are left out.
pub fn in_order(level: &LevelLine) -> Vec<&ClauseLine> {
    let kinds = [
        ClauseKind::Gate,
        ClauseKind::Requirement,
        ClauseKind::Condition,
    ];
    let of_kind = |kind: ClauseKind| {
        let clauses = level.clauses.iter();
        clauses.filter(move |clause| clause.kind == kind && clause.applies)
    };
    kinds.into_iter().flat_map(of_kind).collect()
}

/// The mark of a conclusion that rests on a stand-in.
fn reference_mark(conclusion: &Conclusion) -> &'static str {
    if conclusion.is_reference() {
        "（参考结论）"
    } else {
        ""
    }
}

/// An entry that a verdict rests on: what it is, its name, its authority and where it stands.
pub fn stand_in(labels: Labels<'_>, entry: &Entry) -> String {
    let label = match entry.kind {
        assess::EntryKind::Clause => labels.clause(&entry.id),
        _ => entry.label.clone(),
    };
    format!(
        "{}“{label}”：{}（出处：{}）",
        term::entry_kind(entry.kind),
        term::authority(entry.authority),
        entry.locator
    )
}
