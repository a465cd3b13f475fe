//! Rules on records.

use std::fmt::Write as _;

use assess::{Fact, Node, NodeKind, Place, Verdict};
use dossier::Answer;
use rulebook::{Filter, Rule};

use super::{Detail, Explain, Reason, filter};
use crate::answer::{Spot, answer_or_unknown};
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
            details: self.record_details(node, rule),
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

    /// The records that count, lie outside the window, are open or fail, each with what it
    /// has where that was asked for. Years tell only the records of a year that fails.
    fn record_details(self, node: &Node, rule: Option<&Rule>) -> Vec<Detail> {
        let facts = node.facts.iter().filter_map(|fact| match fact {
            Fact::Record { list, record, .. } => Some((part(fact), list, record)),
            _ => None,
        });
        let told = facts.filter_map(|(part, list, record)| {
            let name = match (&node.kind, rule) {
                (NodeKind::EachYear { failing, .. }, Some(Rule::EachYear(rule))) => {
                    let year = self.year_of(record, &rule.year)?;
                    if part == Part::Counts || !failing.contains(&year) {
                        return None;
                    }
                    let tested = self.tested(record, &rule.r#where);
                    format!("{}{tested}", number::year_span(year, year))
                }
                (NodeKind::EachYear { .. }, _) => return None,
                (_, Some(Rule::Records(rule))) if part == Part::Fails => {
                    let tested = self.tested(record, &rule.r#where);
                    format!("{}{tested}", self.record_head(record, &tested))
                }
                _ => self.record(record),
            };
            Some(Detail {
                text: format!("{name}：{}", became(part)),
                place: Some(Place::Record {
                    list: list.clone(),
                    record: record.clone(),
                }),
            })
        });
        told.collect()
    }

    /// A record before what it has: by its title, or by its sort alone.
    fn record_head(self, id: &str, tested: &str) -> String {
        let found = self.dossier.and_then(|dossier| dossier.record(id));
        let Some((list, record)) = found.filter(|_| !tested.is_empty()) else {
            return self.record(id);
        };
        let titled = self.labels.titled(list, record);
        titled.unwrap_or_else(|| self.labels.sort(list, record))
    }

    /// The calendar year of a record.
    fn year_of(self, record: &str, field: &str) -> Option<i32> {
        let (_, record) = self.dossier?.record(record)?;
        match record.answer(field)? {
            Answer::Number(year) => i32::try_from(year.to_integer()?).ok(),
            _ => None,
        }
    }

    /// What a record has where a filter asks: `（总学时：88 学时）`. Its kind is in its name.
    fn tested(self, record: &str, filter: &Filter) -> String {
        let found = self.dossier.and_then(|dossier| dossier.record(record));
        let Some((list, record)) = found else {
            return String::new();
        };
        let kind = self.labels.kind_of(list, record);
        let def = self.labels.list_def(list);
        let kind_field = def.and_then(|def| def.kind_field.as_deref());
        let tested = filter
            .keys()
            .filter(|field| Some(field.as_str()) != kind_field);
        let told = tested.map(|field| {
            let label = self.labels.field(list, kind, field);
            let spot = Spot::Field { list, kind, field };
            let found = record.answer(field);
            format!(
                "{label}：{}",
                answer_or_unknown(self.labels.book(), spot, found)
            )
        });
        let told: Vec<String> = told.collect();
        if told.is_empty() {
            return String::new();
        }
        format!("（{}）", told.join("，"))
    }
}

/// What became of a record.
fn became(part: Part) -> &'static str {
    match part {
        Part::Counts => "计入",
        Part::Outside => "符合，但在统计期外，不计",
        Part::Open => "还缺答案，计不计入待定",
        Part::Fails => "不符合要求",
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
