//! When at the earliest.

use assess::{LevelLine, Node, NodeKind, RouteLine, Verdict};

use super::Explain;

/// What is taken for granted when later years are looked at.
pub const ASSUMPTION: &str = "假定其他情况不变，从本年度起每年的考核和继续教育都达到要求";

impl Explain<'_> {
    /// The first season in which a route holds, in a word or two.
    pub fn earliest_year(self, route: &RouteLine) -> String {
        let season = self.assessment.season;
        let year = match (route.earliest.year, route.conclusion.verdict) {
            (Some(year), _) if year == season => format!("本年度（{year} 年）"),
            (Some(year), _) => format!("{year} 年"),
            (None, Verdict::Open) => "还算不出来".to_owned(),
            (None, _) if self.waits_for_gates(route) => "门槛答完才知道".to_owned(),
            (None, Verdict::Met | Verdict::NotMet) => "光等年份不够".to_owned(),
        };
        let closes = route.earliest.closes;
        let closes = closes.map(|year| format!("，到 {year} 年又会不满足"));
        year + &closes.unwrap_or_default()
    }

    /// The first season in which a route holds, with what is taken for granted.
    pub fn earliest(self, route: &RouteLine) -> String {
        let season = self.assessment.season;
        let horizon = self.labels.book().horizon;
        let Some(year) = route.earliest.year else {
            return match route.conclusion.verdict {
                _ if self.waits_for_gates(route) => {
                    "最早哪一年：差的只是年限，门槛还有没答的，答完才算得出来。".to_owned()
                }
                Verdict::Open => "最早哪一年：还有答案没填，算不出来。".to_owned(),
                Verdict::Met | Verdict::NotMet => format!(
                    "最早哪一年：光等年份不够，{season} 年到 {} 年都不满足（{ASSUMPTION}）；\
                     要先补上不满足的条件。",
                    season.saturating_add(horizon.into())
                ),
            };
        };
        let closes = route.earliest.closes;
        let closes = closes.map(|year| format!("到 {year} 年又会不满足，请留意。"));
        let closes = closes.unwrap_or_default();
        if year == season {
            let tail = if closes.is_empty() {
                String::new()
            } else {
                format!("{closes}（{ASSUMPTION}。）")
            };
            return format!("最早哪一年：本年度（{year} 年）就可以。{tail}");
        }
        format!("最早哪一年：{year} 年（{ASSUMPTION}）。{closes}")
    }

    /// Whether nothing but years of service is lacking, and the year is not known because gates are
    /// open: then it is not true that waiting does not help.
    fn waits_for_gates(self, route: &RouteLine) -> bool {
        let mut levels = self.assessment.levels.iter();
        let Some(level) = levels.find(|level| level.routes.contains(route)) else {
            return false;
        };
        let verdicts = level.gates().map(|gate| gate.conclusion.verdict);
        let gates = verdicts.fold(Verdict::Met, Verdict::and);
        let failed = |id: &&String| is_failed(level, id);
        let mut failed = route.requires.iter().filter(failed).peekable();
        let some = failed.peek().is_some();
        some && gates.is_open() && failed.all(|id| ripens_clause(level, id))
    }
}

fn is_failed(level: &LevelLine, id: &str) -> bool {
    let clause = level.clause(id);
    clause.is_some_and(|clause| clause.conclusion.verdict == Verdict::NotMet)
}

fn ripens_clause(level: &LevelLine, id: &str) -> bool {
    let clause = level.clause(id);
    clause.is_some_and(|clause| ripens(&clause.explanation))
}

/// Whether a rule that fails holds once enough years have gone by: a day is known from which they
/// are counted, and nothing else fails.
fn ripens(node: &Node) -> bool {
    if node.verdict == Verdict::Met {
        return true;
    }
    let mut children = node.children.iter();
    match &node.kind {
        NodeKind::Years { have, .. } => have.is_some(),
        NodeKind::All => children.all(ripens),
        NodeKind::Any => children.any(ripens),
        _ => false,
    }
}
