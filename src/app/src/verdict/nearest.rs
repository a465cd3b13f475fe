//! The route to name when none holds: the one that lacks least.

use assess::{LevelLine, Node, NodeKind, RouteLine, Verdict};

/// All of what a rule asks is lacking, in thousandths.
const ALL: i64 = 1_000;

/// How deep clauses are followed into clauses.
const DEEPEST: u8 = 12;

/// The recommended route, or else the one that lacks least: open before failed, then the one that
/// time alone opens first, then the least lack on average of its requirements, then the book's
/// order.
pub(super) fn nearest(level: &LevelLine) -> Option<&RouteLine> {
    let recommended = level.recommended.as_deref();
    let found = level
        .routes
        .iter()
        .find(|route| Some(route.id.as_str()) == recommended);
    found.or_else(|| level.routes.iter().min_by_key(|route| rank(level, route)))
}

fn rank(level: &LevelLine, route: &RouteLine) -> (bool, i32, i64) {
    let failed = route.conclusion.verdict == Verdict::NotMet;
    let year = route.earliest.year.unwrap_or(i32::MAX);
    let lacks = route.requires.iter().map(|id| of_clause(level, id, 0));
    (failed, year, average(&lacks.collect::<Vec<_>>()))
}

/// What a clause lacks.
fn of_clause(level: &LevelLine, id: &str, depth: u8) -> i64 {
    let Some(line) = level.clause(id).filter(|_| depth < DEEPEST) else {
        return ALL;
    };
    if line.conclusion.verdict == Verdict::Met {
        return 0;
    }
    of_node(level, &line.explanation, depth)
}

/// What a rule lacks, in thousandths of what it asks.
fn of_node(level: &LevelLine, node: &Node, depth: u8) -> i64 {
    if node.verdict == Verdict::Met {
        return 0;
    }
    let children = || {
        node.children
            .iter()
            .map(|child| of_node(level, child, depth))
    };
    match &node.kind {
        NodeKind::All => average(&children().collect::<Vec<_>>()),
        NodeKind::Any | NodeKind::Choose { .. } => children().min().unwrap_or(ALL),
        NodeKind::AtLeast { need, have } | NodeKind::Records { need, have, .. } => {
            share(count(*have), count(*need))
        }
        NodeKind::Clause { id } => of_clause(level, id, depth.saturating_add(1)),
        NodeKind::Years { need, have, .. } => share(have.unwrap_or(0).into(), i64::from(*need)),
        NodeKind::ScoreReachesLine { low, line, .. } => share(*low, *line),
        _ => ALL,
    }
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// The share that is lacking.
fn share(have: i64, need: i64) -> i64 {
    let lacking = need.saturating_sub(have).max(0);
    lacking.saturating_mul(ALL).checked_div(need).unwrap_or(0)
}

fn average(lacks: &[i64]) -> i64 {
    let sum = lacks
        .iter()
        .fold(0_i64, |sum, lack| sum.saturating_add(*lack));
    sum.checked_div(count(lacks.len())).unwrap_or(ALL)
}

#[cfg(test)]
mod tests {
    use assess::{ClauseLine, Conclusion, Earliest};
    use rulebook::ClauseKind;

    use super::*;

    fn conclusion(verdict: Verdict) -> Conclusion {
        Conclusion {
            verdict,
            basis: Vec::new(),
            bounded: false,
        }
    }

    fn clause(id: &str, verdict: Verdict, kind: NodeKind) -> ClauseLine {
        ClauseLine {
            id: id.to_owned(),
            kind: ClauseKind::Requirement,
            applies: true,
            conclusion: conclusion(verdict),
            explanation: Node {
                kind,
                verdict,
                facts: Vec::new(),
                children: Vec::new(),
                decisive: false,
            },
        }
    }

    fn counted(need: usize, have: usize) -> NodeKind {
        NodeKind::AtLeast { need, have }
    }

    fn route(id: &str, verdict: Verdict, requires: &[&str]) -> RouteLine {
        RouteLine {
            id: id.to_owned(),
            beside_gates: conclusion(verdict),
            conclusion: conclusion(verdict),
            requires: requires.iter().map(|&id| id.to_owned()).collect(),
            earliest: Earliest::default(),
            because: Vec::new(),
        }
    }

    fn level(routes: Vec<RouteLine>, recommended: Option<&str>) -> LevelLine {
        LevelLine {
            id: "senior".to_owned(),
            conclusion: conclusion(Verdict::NotMet),
            clauses: vec![
                clause("none", Verdict::NotMet, counted(2, 0)),
                clause("half", Verdict::NotMet, counted(2, 1)),
                clause("open", Verdict::Open, counted(1, 0)),
                clause("met", Verdict::Met, NodeKind::All),
            ],
            routes,
            recommended: recommended.map(str::to_owned),
            because: Vec::new(),
        }
    }

    fn found(level: &LevelLine) -> Option<&str> {
        nearest(level).map(|route| route.id.as_str())
    }

    #[test]
    fn the_recommended_route_is_the_nearest() {
        let routes = vec![
            route("a", Verdict::Met, &["met"]),
            route("b", Verdict::Met, &["met"]),
        ];
        assert_eq!(found(&level(routes, Some("b"))), Some("b"));
    }

    #[test]
    fn an_open_route_is_nearer_than_a_failed_one() {
        let routes = vec![
            route("a", Verdict::NotMet, &["half"]),
            route("b", Verdict::Open, &["open"]),
        ];
        assert_eq!(found(&level(routes, None)), Some("b"));
    }

    #[test]
    fn a_route_that_time_opens_is_nearer() {
        let mut later = route("b", Verdict::NotMet, &["none"]);
        later.earliest.year = Some(2028);
        let routes = vec![route("a", Verdict::NotMet, &["half"]), later];
        assert_eq!(found(&level(routes, None)), Some("b"));
    }

    #[test]
    fn of_failed_routes_the_one_that_lacks_less_is_nearer_and_else_the_first() {
        let routes = vec![
            route("a", Verdict::NotMet, &["none"]),
            route("b", Verdict::NotMet, &["none", "half", "met"]),
            route("c", Verdict::NotMet, &["none", "met"]),
        ];
        assert_eq!(found(&level(routes, None)), Some("b"));
        let equal = vec![
            route("a", Verdict::NotMet, &["none", "none"]),
            route("b", Verdict::NotMet, &["none"]),
        ];
        assert_eq!(found(&level(equal, None)), Some("a"));
        assert_eq!(found(&level(Vec::new(), None)), None);
    }
}
