//! What would change a verdict, in words: gaps, ways, waiting, the next question.

use assess::{Ask, Gaps, Place, Point, RowRoom, Shortfall, Step, Waiting, Way, Ways};
use dossier::Record;
use rulebook::AnswerKind;

use super::Explain;
use crate::answer::{Spot, answer};
use crate::{number, problem};

/// Sets of gaps that are told of one route.
const MOST_TOLD: usize = 5;

impl Explain<'_> {
    /// A place as a person knows it.
    pub fn place(self, place: &Place) -> String {
        match place {
            Place::Field {
                list,
                record,
                field,
            } => {
                let entered = self.dossier.and_then(|dossier| dossier.record(record));
                let kind = entered.and_then(|(list, record)| self.labels.kind_of(list, record));
                let label = self.labels.field(list, kind, field);
                format!("{}的“{label}”", self.record(record))
            }
            Place::Record { record, .. } => self.record(record),
            Place::List(list) => format!("“{}”填完整", self.labels.list(list)),
            Place::Question(_) => problem::place(self.labels.book(), place),
        }
    }

    /// What keeps a route open, a sentence each.
    pub fn gaps(self, gaps: &Gaps) -> Vec<String> {
        let set = |places: &[Place]| {
            let places: Vec<String> = places.iter().map(|place| self.place(place)).collect();
            places.join("、")
        };
        let mut told = Vec::new();
        let sets = |sets: &[Vec<Place>], head: &str, told: &mut Vec<String>| {
            let more = sets.len().saturating_sub(MOST_TOLD);
            let first = sets.iter().take(MOST_TOLD);
            told.extend(first.map(|places| format!("{head}：{}", set(places))));
            if more > 0 {
                told.push(format!("{head}：另有 {more} 种组合"));
            }
        };
        sets(&gaps.meet, "答清这些，就可能确定满足", &mut told);
        sets(&gaps.fail, "答清这些，就可能确定不满足", &mut told);
        if gaps.bounded {
            told.push("缺的答案太多，没有逐一列全".to_owned());
        }
        told
    }

    /// A way in a sentence.
    pub fn way(self, way: &Way) -> String {
        let mut steps: Vec<String> = way.steps.iter().map(|step| self.step(step)).collect();
        if way.wait > 0 {
            steps.push(format!("等到 {} 年度", way.season));
        }
        if steps.is_empty() {
            return "现在就满足，什么都不用做".to_owned();
        }
        steps.join("；")
    }

    /// The ways of a route, a sentence each, cheapest first.
    pub fn ways(self, ways: &Ways) -> Vec<String> {
        let mut told: Vec<String> = ways.ways.iter().map(|way| self.way(way)).collect();
        if told.is_empty() {
            told.push("没有找到还能补救的办法".to_owned());
        }
        if ways.bounded {
            told.push("办法太多，没有逐一试完".to_owned());
        }
        told
    }

    /// A step of a way.
    pub fn step(self, step: &Step) -> String {
        let book = self.labels.book();
        match step {
            Step::Answer {
                question,
                answer: given,
            } => {
                let given = answer(book, Spot::Question(question), given);
                format!("“{}”如果答“{given}”", self.labels.question(question))
            }
            Step::Field {
                list,
                record,
                field,
                answer: given,
            } => {
                let place = Place::Field {
                    list: list.clone(),
                    record: record.clone(),
                    field: field.clone(),
                };
                let entered = self.dossier.and_then(|dossier| dossier.record(record));
                let kind = entered.and_then(|(list, record)| self.labels.kind_of(list, record));
                let given = answer(book, Spot::Field { list, kind, field }, given);
                format!("{}如果是“{given}”", self.place(&place))
            }
            Step::Complete { list } => format!("说明“{}”已经填完整", self.labels.list(list)),
            Step::Add {
                list,
                record,
                count,
                achieve,
            } => {
                let sample = self.sample(list, record);
                if *achieve {
                    format!("再取得 {count} 项{sample}")
                } else {
                    format!("如果有，补填 {count} 项{sample}")
                }
            }
        }
    }

    /// A record by what is asked of it: `项目（级别：市级，角色：负责）`. Days are the latest.
    pub fn sample(self, list: &str, record: &Record) -> String {
        let kind = self.labels.kind_of(list, record);
        let fields = self.labels.fields_of(list, record).into_iter();
        let told = fields.filter_map(|field| {
            let given = record.answer(&field.id)?;
            if *given == dossier::Answer::None {
                return None;
            }
            let spot = Spot::Field {
                list,
                kind,
                field: &field.id,
            };
            let given = answer(self.labels.book(), spot, given);
            let by = if matches!(field.kind, AnswerKind::Date { .. }) {
                "不晚于 "
            } else {
                ""
            };
            Some(format!("{}：{by}{given}", field.label))
        });
        let told: Vec<String> = told.collect();
        let noun = self.labels.sort(list, record);
        if told.is_empty() {
            return noun;
        }
        format!("{noun}（{}）", told.join("，"))
    }

    /// The points that are missing, and the rows that could still give them, a sentence each.
    pub fn shortfall(self, shortfall: &Shortfall) -> Vec<String> {
        let head = format!(
            "自评分已确定 {}，离规定分值 {} 还差 {}",
            number::points(shortfall.have),
            number::points(shortfall.line),
            number::points(shortfall.missing)
        );
        let rows = shortfall.rows.iter().map(|row| self.row_room(row));
        std::iter::once(head).chain(rows).collect()
    }

    fn row_room(self, row: &RowRoom) -> String {
        format!(
            "{}：封顶后最多还能加 {}，如 {} 项{}（第一项加 {}）",
            self.labels.row(&row.row),
            number::points(row.room),
            row.count,
            self.sample(&row.list, &row.record),
            number::points(row.first)
        )
    }

    /// The years that a route is waited for, with the clauses that do not hold in each; years one
    /// after the other with the same to say in one.
    pub fn waiting(self, waiting: &Waiting) -> Vec<String> {
        let mut told: Vec<(Vec<i32>, String)> = Vec::new();
        for year in &waiting.years {
            let clauses: Vec<String> = year.points.iter().map(|point| self.waits(point)).collect();
            let clauses = clauses.join("、");
            match told.last_mut() {
                Some((years, same)) if *same == clauses => years.push(year.year),
                _ => told.push((vec![year.year], clauses)),
            }
        }
        let lines = told.into_iter();
        let lines = lines.map(|(years, clauses)| format!("{}：{clauses}", number::years(&years)));
        lines.collect()
    }

    /// A clause that does not hold yet, with what was found.
    fn waits(self, point: &Point) -> String {
        let findings = point.findings.iter().filter(|finding| {
            let own = if finding.unwanted {
                finding.verdict.negate()
            } else {
                finding.verdict
            };
            own == point.verdict
        });
        let told = self.findings(findings).into_iter();
        let told: Vec<String> = told.map(|reason| reason.text).collect();
        let label = self.labels.clause(&point.clause.id);
        if told.is_empty() {
            return label;
        }
        format!("{label}（{}）", told.join("；"))
    }

    /// What to ask next.
    pub fn ask(self, ask: &Ask) -> String {
        let levels: Vec<String> = ask
            .levels
            .iter()
            .map(|level| self.labels.level(level))
            .collect();
        format!("{}（关系到{}）", self.place(&ask.place), levels.join("、"))
    }
}
