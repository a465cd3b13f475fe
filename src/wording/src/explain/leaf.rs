//! Rules on answers, days, bans and the score.

use assess::{DayValue, Fact, Node, NodeKind, Place, Verdict};
use rulebook::{Rule, Test};

use super::filter::test_on;
use super::{Detail, Explain, Reason, day_value};
use crate::answer::{Spot, answer_or_unknown};
use crate::number;

impl Explain<'_> {
    /// A rule that combines no others.
    pub(super) fn leaf(self, node: &Node, rule: Option<&Rule>) -> Reason {
        let text = match &node.kind {
            NodeKind::Answer { question } => return self.answered(node, question, rule),
            NodeKind::Records { .. } | NodeKind::EachYear { .. } => {
                return self.records(node, rule);
            }
            NodeKind::Years {
                since,
                need,
                have,
                months,
            } => self.years(node, since, (*need, *have, *months)),
            NodeKind::Dated { date } => {
                format!("{}：{}", self.labels.date(date), day_in(node, date))
            }
            NodeKind::Day { date, after } => format!(
                "{}（{}）要在{}（{}）之后",
                self.labels.date(date),
                day_in(node, date),
                self.labels.date(after),
                day_in(node, after)
            ),
            NodeKind::Barred {
                question,
                free_from,
            } => return self.barred(node, question, *free_from),
            NodeKind::ScoreReachesLine { low, high, line } => {
                score_reaches(node.verdict, (*low, *high), *line)
            }
            NodeKind::Unpublished { text } => format!("没有公布，无法判断：{text}"),
            _ => String::new(),
        };
        Reason {
            details: self.day_details(node),
            ..Reason::new(node.verdict, text)
        }
    }

    /// An answer and what was asked for.
    fn answered(self, node: &Node, question: &str, rule: Option<&Rule>) -> Reason {
        let asked = match rule {
            Some(Rule::Answer(rule)) => format!("；要求{}", self.asked(question, &rule.test)),
            _ => String::new(),
        };
        let text = format!(
            "{}：{}{asked}",
            self.labels.question(question),
            self.answer_in(node, question)
        );
        Reason {
            details: unanswered(node, question),
            ..Reason::new(node.verdict, text)
        }
    }

    /// What is asked of an answer: `“是”`, `不少于 5 年`.
    fn asked(self, question: &str, test: &Test) -> String {
        let def = self.labels.question_def(question);
        let none = def.and_then(|def| def.none.as_deref());
        let words = test_on(self.labels, def.map(|def| &def.kind), (test, none));
        if test.is.is_some() || test.one_of.is_some() {
            return format!("“{words}”");
        }
        words
    }

    /// The answer among a node's facts, in words.
    fn answer_in(self, node: &Node, question: &str) -> String {
        let answer = node.facts.iter().find_map(|fact| match fact {
            Fact::Answer {
                question: other,
                answer,
            } if other == question => Some(answer.as_ref()),
            _ => None,
        });
        let spot = Spot::Question(question);
        answer_or_unknown(self.labels.book(), spot, answer.flatten())
    }

    fn years(
        self,
        node: &Node,
        since: &str,
        (need, have, months): (u32, Option<u32>, u32),
    ) -> String {
        let label = self.labels.date(since);
        let cut_off = number::date(self.assessment.cut_off);
        match (day(node, since), have) {
            (Some(DayValue::Known(day)), Some(have)) => format!(
                "{label}：{}，到截止日（{cut_off}）满 {}；要求满 {need} 年",
                number::date(day),
                years_and_months(have, months)
            ),
            (_, Some(have)) => {
                let have = years_and_months(have, months);
                format!("{label}：到截止日（{cut_off}）满 {have}；要求满 {need} 年")
            }
            (Some(value), None) => {
                format!("{label}：{}；要求到截止日满 {need} 年", day_value(value))
            }
            (None, None) => format!("{label}：没有；要求到截止日满 {need} 年"),
        }
    }

    fn barred(self, node: &Node, question: &str, free_from: Option<i32>) -> Reason {
        let label = self.labels.question(question);
        let answer = self.answer_in(node, question);
        let free = free_from.map(|year| format!("，从 {year} 年起可以再申报"));
        let text = format!("{label}：{answer}{}", free.unwrap_or_default());
        Reason {
            details: unanswered(node, question),
            ..Reason::new(node.verdict, text)
        }
    }

    /// The derived days that are still open, one fact each.
    fn day_details(self, node: &Node) -> Vec<Detail> {
        let open = node.facts.iter().filter_map(|fact| match fact {
            Fact::Day {
                date,
                value: value @ DayValue::Open { .. },
            } => Some((date, *value)),
            _ => None,
        });
        open.map(|(date, value)| Detail {
            text: format!("{}{}", self.labels.date(date), day_value(value)),
            place: self.places_behind(date).into_iter().next(),
        })
        .collect()
    }
}

/// `3 年 2 个月`
pub(super) fn years_and_months(years: u32, months: u32) -> String {
    match (years, months) {
        (years, 0) => format!("{years} 年"),
        (0, months) => format!("{months} 个月"),
        (years, months) => format!("{years} 年 {months} 个月"),
    }
}

/// A fact for each answer that is missing.
fn unanswered(node: &Node, question: &str) -> Vec<Detail> {
    let missing = node.facts.iter().any(
        |fact| matches!(fact, Fact::Answer { question: other, answer: None } if other == question),
    );
    let detail = Detail {
        text: "这一题还没有回答".to_owned(),
        place: Some(Place::Question(question.to_owned())),
    };
    missing.then_some(detail).into_iter().collect()
}

/// A derived day among a node's facts.
fn day(node: &Node, id: &str) -> Option<DayValue> {
    node.facts.iter().find_map(|fact| match fact {
        Fact::Day { date, value } if date == id => Some(*value),
        _ => None,
    })
}

fn day_in(node: &Node, id: &str) -> String {
    day(node, id).map_or_else(|| "还不知道".to_owned(), day_value)
}

fn score_reaches(verdict: Verdict, (low, high): (i64, i64), line: i64) -> String {
    let total = number::span(assess::Span { low, high });
    let line_text = number::points(line);
    let head = format!("自评总分 {total}，规定分值 {line_text}");
    match verdict {
        Verdict::Met => head,
        Verdict::NotMet => {
            let short = number::points(line.saturating_sub(high));
            format!("{head}，至少差 {short}")
        }
        Verdict::Open => format!("{head}，还有答案没填"),
    }
}
