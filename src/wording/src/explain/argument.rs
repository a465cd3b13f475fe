//! Arguments in words: each clause that speaks for a verdict, with what was found and what is
//! needed.

use assess::{Argument, FieldFound, Finding, Found, Place, Point, RecordFound, Verdict};
use rulebook::{Filter, Test};

use super::filter::test_on;
use super::leaf::years_and_months;
use super::{Detail, Explain, Reason, day_value, filter};
use crate::answer::{Spot, answer_or_unknown};
use crate::{number, term};

impl Explain<'_> {
    /// The clauses of an argument, in its order; below each, what was found.
    pub fn argument(self, argument: &Argument) -> Vec<Reason> {
        let points = argument.points.iter();
        points.map(|point| self.argued_point(point)).collect()
    }

    fn argued_point(self, point: &Point) -> Reason {
        let text = format!(
            "{}（{}：{}）",
            self.labels.clause(&point.clause.id),
            term::authority(point.clause.authority),
            point.clause.locator
        );
        Reason {
            parts: self.findings(&point.findings),
            ..Reason::new(point.verdict, text)
        }
    }

    /// What was found under rules. Years one after the other of which the same is to be said
    /// stand in one line.
    pub fn findings<'f>(self, findings: impl IntoIterator<Item = &'f Finding>) -> Vec<Reason> {
        let mut told: Vec<(&Finding, Vec<i32>, Reason)> = Vec::new();
        for finding in findings {
            let year = match finding.found {
                Found::Year { year, .. } => Some(year),
                _ => None,
            };
            let reason = self.finding(finding, &[]);
            match (year, told.last_mut()) {
                (Some(year), Some((_, years, same))) if !years.is_empty() && *same == reason => {
                    years.push(year);
                }
                _ => told.push((finding, year.into_iter().collect(), reason)),
            }
        }
        let told = told.into_iter().map(|(finding, years, reason)| {
            if years.is_empty() {
                return reason;
            }
            self.finding(finding, &years)
        });
        told.collect()
    }

    /// What was found under one rule, of these years where it is about years.
    fn finding(self, finding: &Finding, years: &[i32]) -> Reason {
        let mut text = self.found(&finding.found, years);
        if let Some(within) = finding.within.last() {
            text = format!("{}：{text}", self.labels.clause(&within.id));
        }
        // A ban says by itself that it must not be.
        if finding.unwanted && !matches!(finding.found, Found::Ban { .. }) {
            text.push_str("；不能有这种情形");
        }
        let verdict = if finding.unwanted {
            finding.verdict.negate()
        } else {
            finding.verdict
        };
        Reason {
            details: self.found_details(&finding.found, finding.verdict),
            ..Reason::new(verdict, text)
        }
    }

    fn found(self, found: &Found, years: &[i32]) -> String {
        match found {
            Found::Parts { need, have, of } => {
                format!("{of} 项中需要满足 {need} 项，已满足 {have} 项")
            }
            Found::Answer {
                question,
                answer,
                test,
            } => {
                let spot = Spot::Question(question);
                format!(
                    "{}：{}，需要{}",
                    self.labels.question(question),
                    answer_or_unknown(self.labels.book(), spot, answer.as_ref()),
                    self.needed(question, test)
                )
            }
            Found::Records {
                list,
                filter,
                need,
                have,
                open,
                ..
            } => {
                let noun = self::filter(self.labels, list, filter);
                let open = if *open && have < need {
                    "，这一栏还没有说明填完整"
                } else {
                    ""
                };
                format!("{noun}：需要 {need} 项，有 {have} 项{open}")
            }
            Found::Year { .. } => self.year_found(found, years),
            Found::Ban {
                question,
                answer,
                free_from,
            } => {
                let spot = Spot::Question(question);
                let answer = answer_or_unknown(self.labels.book(), spot, answer.as_ref());
                let free = free_from.map(|year| format!("，从 {year} 年起可以再申报"));
                let label = self.labels.question(question);
                format!("{label}：{answer}{}", free.unwrap_or_default())
            }
            Found::Score { low, high, line } => score_found((*low, *high), *line),
            Found::Choice { question } => {
                format!("要看“{}”，还没有回答", self.labels.question(question))
            }
            Found::Unpublished { text } => format!("没有公布，无法判断：{text}"),
            Found::Years { .. } | Found::Dated { .. } | Found::Days { .. } => {
                self.days_found(found)
            }
        }
    }

    fn days_found(self, found: &Found) -> String {
        let told =
            |value: &Option<assess::DayValue>| value.map_or_else(|| "没有".to_owned(), day_value);
        match found {
            Found::Years {
                since,
                day,
                need,
                have,
                months,
            } => {
                let label = self.labels.date(since);
                let since = told(day);
                match have {
                    Some(have) => format!(
                        "{label}（{since}）：需满 {need} 年，现 {}",
                        years_and_months(*have, *months)
                    ),
                    None => format!("{label}：{since}，需满 {need} 年"),
                }
            }
            Found::Dated { date, day } => format!("{}：{}", self.labels.date(date), told(day)),
            Found::Days {
                date,
                day,
                after,
                than,
            } => format!(
                "{}是{}，需要在{}（{}）之后",
                self.labels.date(date),
                told(day),
                self.labels.date(after),
                told(than)
            ),
            _ => String::new(),
        }
    }

    /// `2024 年：总学时 72 学时，需要不少于 90 学时`
    fn year_found(self, found: &Found, years: &[i32]) -> String {
        let Found::Year {
            list,
            filter,
            records,
            open,
            ..
        } = found
        else {
            return String::new();
        };
        let told = records.iter().map(|record| self.fields_found(list, record));
        let told: Vec<String> = told.filter(|text| !text.is_empty()).collect();
        let text = match (records.is_empty(), told.is_empty()) {
            (true, _) if *open => "还没有记录，这一栏还没有说明填完整".to_owned(),
            (true, _) => format!("没有记录，需要{}", self::filter(self.labels, list, filter)),
            (false, true) => "有".to_owned(),
            (false, false) => told.join("；"),
        };
        format!("{}：{text}", number::years(years))
    }

    /// What a record has where something is asked: the fields that do not pass, else all.
    fn fields_found(self, list: &str, record: &RecordFound) -> String {
        let failing = |field: &&FieldFound| field.passes != Verdict::Met;
        let some = record.fields.iter().any(|field| failing(&field));
        let fields = record.fields.iter().filter(|field| !some || failing(field));
        let kind = self.kind(list, &record.record);
        let told = fields.map(|field| {
            let spot = Spot::Field {
                list,
                kind: kind.as_deref(),
                field: &field.field,
            };
            let found = answer_or_unknown(self.labels.book(), spot, field.answer.as_ref());
            let label = self.labels.field(list, kind.as_deref(), &field.field);
            if field.passes == Verdict::Met {
                return format!("{label}：{found}");
            }
            let def = self.labels.field_def(list, kind.as_deref(), &field.field);
            let none = def.and_then(|def| def.none.as_deref());
            let need = test_on(self.labels, def.map(|def| &def.kind), (&field.test, none));
            format!("{label}：{found}，需要{need}")
        });
        let told: Vec<String> = told.collect();
        told.join("；")
    }

    /// The kind of a record that was entered.
    fn kind(self, list: &str, record: &str) -> Option<String> {
        let (_, record) = self.dossier?.record(record)?;
        self.labels.kind_of(list, record).map(str::to_owned)
    }

    /// The records that count, or those that do not and why.
    fn found_details(self, found: &Found, verdict: Verdict) -> Vec<Detail> {
        let Found::Records {
            list,
            filter,
            records,
            ..
        } = found
        else {
            return Vec::new();
        };
        let told = records.iter().filter_map(|record| {
            let why = self.record_found((list, filter), record)?;
            let counts = record.passes.and(record.in_window) == Verdict::Met;
            (verdict != Verdict::Met || counts).then(|| Detail {
                text: format!("{}：{why}", self.record(&record.record)),
                place: Some(Place::Record {
                    list: list.clone(),
                    record: record.record.clone(),
                }),
            })
        });
        told.collect()
    }

    /// Why a record counts or does not; none for one of another kind.
    fn record_found(self, (list, filter): (&str, &Filter), record: &RecordFound) -> Option<String> {
        let def = self.labels.list_def(list);
        let kind = def.and_then(|def| def.kind_field.as_deref());
        let other = record
            .fields
            .iter()
            .any(|field| Some(field.field.as_str()) == kind && field.passes == Verdict::NotMet);
        if other || filter.is_empty() && record.in_window == Verdict::Met {
            return None;
        }
        Some(match (record.passes, record.in_window) {
            (Verdict::Met, Verdict::Met) => "计入".to_owned(),
            (Verdict::Met, Verdict::NotMet) => "符合，但在统计期外，不计".to_owned(),
            _ => self.fields_found(list, record),
        })
    }

    /// What is asked of an answer: `“是”`, `不少于 5 年`.
    fn needed(self, question: &str, test: &Test) -> String {
        let def = self.labels.question_def(question);
        let none = def.and_then(|def| def.none.as_deref());
        let words = test_on(self.labels, def.map(|def| &def.kind), (test, none));
        if test.is.is_some() || test.one_of.is_some() {
            return format!("“{words}”");
        }
        words
    }
}

fn score_found((low, high): (i64, i64), line: i64) -> String {
    let total = number::span(assess::Span { low, high });
    let need = number::points(line);
    let short = line.saturating_sub(high);
    if short > 0 {
        return format!(
            "自评总分 {total}，需要 {need}，至少差 {}",
            number::points(short)
        );
    }
    format!("自评总分 {total}，需要 {need}")
}
