//! Random dossiers for the random books, and their completions.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::{Days, NaiveDate};
use dossier::{Answer, Dossier, Record, years_before};
use json::Decimal;

use super::random::Random;
use crate::support::day;

const DAYS: [&str; 6] = [
    "2021-02-28",
    "2023-06-30",
    "2024-12-31",
    "2025-03-01",
    "2026-12-31",
    "2027-01-01",
];

fn number(value: usize) -> Answer {
    Answer::Number(Decimal::from_int(i64::try_from(value).unwrap()).unwrap())
}

fn text(text: &str) -> Answer {
    Answer::from_text(text)
}

/// The questions that rules look at, with answers that they tell apart.
pub(super) fn answers() -> Vec<(&'static str, Vec<Answer>)> {
    vec![
        ("yes", vec![Answer::YesNo(false), Answer::YesNo(true)]),
        ("c", ["x", "y", "z"].map(text).to_vec()),
        ("n", (0..=6).map(number).collect()),
        ("d", DAYS.map(text).to_vec()),
        ("m", vec![Answer::None, number(2023), number(2026)]),
    ]
}

/// A dossier with some answers missing and now and then an open list.
pub(crate) fn dossier(random: &mut Random) -> Dossier {
    let mut dossier = Dossier::new("random", Some(2026));
    let mut full = vec![
        ("yes", Answer::YesNo(random.percent(50))),
        ("c", text(random.pick(&["x", "y", "z"]))),
        ("n", number(random.within(0, 6))),
        ("d", text(random.pick(&DAYS))),
        (
            "m",
            if random.percent(50) {
                Answer::None
            } else {
                number(random.within(2020, 2026))
            },
        ),
    ];
    let missing = random.within(10, 50);
    full.retain(|_| !random.percent(missing));
    dossier.profile = full
        .into_iter()
        .map(|(id, answer)| (id.to_owned(), answer))
        .collect();
    let missing = random.within(0, 40);
    for index in 0..random.within(0, 3) {
        let mut record = Record::new(format!("r{index}"));
        let mut fields = vec![("date", text(random.pick(&DAYS)))];
        if random.percent(65) {
            fields.push(("k", text("a")));
            fields.push(("g", text(random.pick(&["hi", "mid", "lo"]))));
            fields.push(("rank", number(random.within(1, 4))));
            fields.push((
                "key",
                if random.percent(40) {
                    Answer::None
                } else {
                    text(random.pick(&["p", "q"]))
                },
            ));
        } else {
            fields.push(("k", text("b")));
            fields.push(("amount", number(random.within(0, 4))));
        }
        fields.retain(|_| !random.percent(missing));
        record.fields = fields
            .into_iter()
            .map(|(id, answer)| (id.to_owned(), answer))
            .collect();
        dossier
            .lists
            .entry("r".to_owned())
            .or_default()
            .records
            .push(record.into());
    }
    let mut years: Vec<usize> = (2022..=2026).collect();
    for index in 0..random.within(0, 3) {
        let mut record = Record::new(format!("y{index}"));
        let year = years.remove(random.below(years.len()));
        if !random.percent(30) {
            record.fields.insert("year".to_owned(), number(year));
        }
        if !random.percent(30) {
            record
                .fields
                .insert("ok".to_owned(), Answer::YesNo(random.percent(75)));
        }
        dossier
            .lists
            .entry("y".to_owned())
            .or_default()
            .records
            .push(record.into());
    }
    for list in ["r", "y"] {
        dossier.lists.entry(list.to_owned()).or_default().complete = !random.percent(12);
    }
    dossier
}

/// Ways in which a dossier can be completed.
pub(crate) struct Completions {
    pub(crate) all: Vec<Dossier>,
    /// Whether nothing that a test can tell apart was left out.
    pub(crate) exhaustive: bool,
}

/// The completions; `None` when there are more than `most`.
pub(crate) fn completions(
    dossier: &Dossier,
    random: &mut Random,
    most: usize,
) -> Option<Completions> {
    let days = days(dossier);
    let unknown_days = unknown_days(dossier);
    let mut exhaustive = unknown_days <= 1;
    let days: Vec<NaiveDate> = if unknown_days <= 1 {
        days
    } else {
        (0..9).map(|_| random.pick(&days)).collect()
    };
    let mut all = Vec::new();
    let mut starts = vec![dossier.clone()];
    for list in ["r", "y"] {
        if dossier.lists[list].complete {
            continue;
        }
        exhaustive = false;
        for index in 0..8 {
            let mut more = random.pick(&starts);
            let record = added(random, list, index, &more);
            more.lists
                .get_mut(list)
                .unwrap()
                .records
                .extend(record.map(Arc::new));
            starts.push(more);
        }
    }
    for mut start in starts {
        for list in start.lists.values_mut() {
            list.complete = true;
        }
        let mut walk = Walk {
            days: &days,
            most,
            all: &mut all,
        };
        if !walk.complete(start) {
            return None;
        }
    }
    Some(Completions { all, exhaustive })
}

/// A further record for a list; none when its year is taken.
pub(super) fn added(random: &mut Random, list: &str, index: usize, to: &Dossier) -> Option<Record> {
    let mut record = Record::new(format!("{list}+{index}"));
    let fields = if list == "y" {
        let year = number(random.within(2021, 2026));
        if to
            .records("y")
            .iter()
            .any(|other| other.answer("year") == Some(&year))
        {
            return None;
        }
        vec![("year", year), ("ok", Answer::YesNo(random.percent(80)))]
    } else if random.percent(60) {
        vec![
            ("k", text("a")),
            ("g", text(random.pick(&["hi", "mid", "lo"]))),
            ("rank", number(random.within(1, 2))),
            ("key", Answer::None),
            ("date", text(random.pick(&DAYS))),
        ]
    } else {
        vec![
            ("k", text("b")),
            ("amount", number(random.within(0, 4))),
            ("date", text(random.pick(&DAYS))),
        ]
    };
    record.fields = fields
        .into_iter()
        .map(|(id, answer)| (id.to_owned(), answer))
        .collect();
    Some(record)
}

fn unknown_days(dossier: &Dossier) -> usize {
    let records = dossier.records("r").iter();
    let open = records
        .filter(|record| record.answer("date").is_none())
        .count();
    open + usize::from(dossier.answer("d").is_none())
}

/// Every day at which something can turn, with its neighbours.
fn days(dossier: &Dossier) -> Vec<NaiveDate> {
    let cut = day("2026-12-31");
    let mut turns: BTreeSet<NaiveDate> = (0..=4).map(|years| years_before(cut, years)).collect();
    let known = dossier
        .records("r")
        .iter()
        .filter_map(|record| record.answer("date")?.text());
    let known = known.chain(dossier.answer("d").and_then(Answer::text));
    turns.extend(known.map(day));
    // The ages of the book: three or one years and up to two months.
    let ends: Vec<NaiveDate> = turns.iter().copied().collect();
    if dossier.answer("d").is_none() {
        for end in ends {
            for months in [12, 13, 36, 37, 38] {
                turns.extend(end.checked_sub_months(chrono::Months::new(months)));
            }
        }
        turns.extend([
            day("2022-01-01"),
            day("2022-03-01"),
            day("2024-01-01"),
            day("2024-02-01"),
        ]);
    }
    let near = |day: &NaiveDate| [*day - Days::new(1), *day, *day + Days::new(1)];
    let mut days: BTreeSet<NaiveDate> = turns.iter().flat_map(near).collect();
    days.extend([day("1990-05-05"), day("2040-05-05")]);
    days.into_iter().collect()
}

struct Walk<'w> {
    days: &'w [NaiveDate],
    most: usize,
    all: &'w mut Vec<Dossier>,
}

impl Walk<'_> {
    /// Fills the first gap in every way; false when there are too many.
    fn complete(&mut self, dossier: Dossier) -> bool {
        for question in ["yes", "c", "n", "d", "m"] {
            if dossier.answer(question).is_none() {
                return self
                    .values(question, &dossier, None)
                    .into_iter()
                    .all(|answer| {
                        let mut next = dossier.clone();
                        next.profile.insert(question.to_owned(), answer);
                        self.complete(next)
                    });
            }
        }
        for list in ["r", "y"] {
            for (place, record) in dossier.records(list).iter().enumerate() {
                let fields: &[&str] = match (list, record.answer("k").and_then(Answer::text)) {
                    ("y", _) => &["year", "ok"],
                    (_, None) => &["k"],
                    (_, Some("a")) => &["g", "rank", "key", "date"],
                    _ => &["amount", "date"],
                };
                if let Some(field) = fields.iter().find(|field| record.answer(field).is_none()) {
                    return self
                        .values(field, &dossier, Some(place))
                        .into_iter()
                        .all(|answer| {
                            let mut next = dossier.clone();
                            let list = next.lists.get_mut(list).unwrap();
                            Arc::make_mut(&mut list.records[place])
                                .fields
                                .insert((*field).to_owned(), answer);
                            self.complete(next)
                        });
                }
            }
        }
        self.all.push(dossier);
        self.all.len() <= self.most
    }

    fn values(&self, field: &str, dossier: &Dossier, place: Option<usize>) -> Vec<Answer> {
        let choices = |ids: &[&str]| ids.iter().map(|id| text(id)).collect();
        match field {
            "yes" | "ok" => vec![Answer::YesNo(true), Answer::YesNo(false)],
            "c" => choices(&["x", "y", "z"]),
            "k" => choices(&["a", "b"]),
            "g" => choices(&["hi", "mid", "lo"]),
            "n" => (0..=6).map(number).collect(),
            "amount" => (0..=4).map(number).collect(),
            "rank" => (1..=4).map(number).collect(),
            "m" => (2021..=2026)
                .map(number)
                .chain([number(2015), Answer::None])
                .collect(),
            "d" | "date" => self.days.iter().map(|day| text(&day.to_string())).collect(),
            "key" => ["p", "q"]
                .map(text)
                .into_iter()
                .chain([Answer::None, text("other"), text(&format!("own{place:?}"))])
                .collect(),
            "year" => {
                let years = (2022..=2026).chain([2015 + place.unwrap()]).map(number);
                let taken = |year: &Answer| {
                    dossier
                        .records("y")
                        .iter()
                        .any(|other| other.answer("year") == Some(year))
                };
                years.filter(|year| !taken(year)).collect()
            }
            _ => unreachable!("no field {field}"),
        }
    }
}
