//! Rules on records.

use std::fmt::Write as _;

use assess::{Fact, Node, NodeKind, Place, Verdict};
use rulebook::{Filter, Rule};

use super::{Detail, Explain, Reason, filter};
use crate::number;

/// What became of a record under a rule.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Counts,
    Outside,
    Open,
    Fails,
}

impl Explain<'_> {
    /// Enough records, or one in each of some years.
    pub(super) fn records(self, node: &Node, rule: Option<&Rule>) -> Reason {
        let text = match &node.kind {
            NodeKind::Records {
                list,
                need,
                have,
                open,
            } => self.enough(node, (list, *open), (*need, *have), rule),
            NodeKind::EachYear {
                list,
                first,
                last,
                failing,
                open,
            } => {
                let head = self.each_year(list, (*first, *last), rule);
                format!("{head}{}", years_tail(node.verdict, failing, open))
            }
            _ => String::new(),
        };
        Reason {
            details: self.record_details(node),
            ..Reason::new(node.verdict, text)
        }
    }

    fn enough(
        self,
        node: &Node,
        (list, open): (&str, bool),
        (need, have): (usize, usize),
        rule: Option<&Rule>,
    ) -> String {
        let noun = match rule {
            Some(Rule::Records(rule)) => filter(self.labels, list, &rule.r#where),
            _ => self.labels.list(list),
        };
        let mut text = format!("{noun}：需要 {need} 项，已有 {have} 项");
        let maybe = count(node, Part::Open);
        if maybe > 0 && node.verdict == Verdict::Open {
            let _ = write!(text, "，还有 {maybe} 项待定");
        }
        if open && node.verdict != Verdict::Met {
            text.push_str("，这一栏还没有说明填完整");
        }
        text
    }

    fn each_year(self, list: &str, years: (i32, i32), rule: Option<&Rule>) -> String {
        let none = Filter::new();
        let tests = match rule {
            Some(Rule::EachYear(rule)) => &rule.r#where,
            _ => &none,
        };
        format!(
            "{}每年都要有{}",
            number::year_span(years.0, years.1),
            filter(self.labels, list, tests)
        )
    }

    /// The records that count, that lie outside the window, that are open; those that fail are
    /// told singly only where a year asks for them.
    fn record_details(self, node: &Node) -> Vec<Detail> {
        let by_year = matches!(node.kind, NodeKind::EachYear { .. });
        let mut details = Vec::new();
        let mut failing = 0_usize;
        for fact in &node.facts {
            let Fact::Record { list, record, .. } = fact else {
                continue;
            };
            let words = match part(fact) {
                Part::Counts if by_year => continue,
                Part::Counts => "：计入",
                Part::Outside => "：符合，但在统计期外，不计",
                Part::Open => "：还缺答案，计不计入待定",
                Part::Fails if by_year => "：不符合要求",
                Part::Fails => {
                    failing += 1;
                    continue;
                }
            };
            details.push(Detail {
                text: format!("{}{words}", self.record(record)),
                place: Some(Place::Record {
                    list: list.clone(),
                    record: record.clone(),
                }),
            });
        }
        if failing > 0 && node.verdict != Verdict::Met {
            details.push(Detail {
                text: format!("另外 {failing} 条记录不属于这一项"),
                place: None,
            });
        }
        details
    }
}

fn years_tail(verdict: Verdict, failing: &[i32], open: &[i32]) -> String {
    let mut tail = String::new();
    if !failing.is_empty() {
        let _ = write!(tail, "；{}没有或不够", number::years(failing));
    }
    if !open.is_empty() && verdict != Verdict::Met {
        let _ = write!(tail, "；{}待定", number::years(open));
    }
    tail
}

fn count(node: &Node, wanted: Part) -> usize {
    let facts = node.facts.iter();
    facts.filter(|fact| part(fact) == wanted).count()
}

fn part(fact: &Fact) -> Part {
    let Fact::Record {
        passes, in_window, ..
    } = fact
    else {
        return Part::Fails;
    };
    match (passes, in_window) {
        (Verdict::Met, Verdict::Met) => Part::Counts,
        (Verdict::NotMet, _) => Part::Fails,
        (_, Verdict::NotMet) => Part::Outside,
        _ => Part::Open,
    }
}
