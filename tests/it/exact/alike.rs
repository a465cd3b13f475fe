//! Those whose answers are alike are judged alike: dossiers are changed where rules may not look.

use std::ops::RangeInclusive;
use std::sync::Arc;

use assess::{Engine, LevelLine, Likeness, Line, Scratch, Subject};
use chrono::{Datelike, Duration, NaiveDate};
use dossier::{Answer, Dossier};
use json::Decimal;
use rulebook::{Authority, SeasonDay};

use super::random::Random;
use super::{drawn, people, seeds};
use crate::advise::draw::{partly, whole};
use crate::support::{day, engine};

const EXAMPLE: &str = include_str!("../../vectors/example.dossier.json");

/// Cut-off days, leap days and those beside them among them.
const CUT_OFFS: [&str; 5] = [
    "2026-12-31",
    "2026-06-30",
    "2024-02-29",
    "2024-02-28",
    "2025-02-28",
];

/// A day some days from another one, mostly few.
fn moved(day: NaiveDate, random: &mut Random) -> NaiveDate {
    let most = random.pick(&[1, 1, 3, 40, 700]);
    let days = i64::try_from(random.within(0, 2 * most)).unwrap() - i64::try_from(most).unwrap();
    day + Duration::days(days)
}

fn change(answer: &mut Answer, random: &mut Random) {
    match answer {
        Answer::Text(text) => {
            if let Some(day) = dossier::parse_day(text) {
                *text = moved(day, random).to_string();
            }
        }
        Answer::Number(number) => {
            let by = Decimal::from_int(random.pick(&[-2, -1, 1, 2])).unwrap();
            let sum = number.millionths() + by.millionths();
            *number = Decimal::from_millionths(sum.max(0));
        }
        Answer::None | Answer::YesNo(_) => {}
    }
}

/// The dossier with some other days and numbers.
fn changed(dossier: &Dossier, random: &mut Random) -> Dossier {
    let mut other = dossier.clone();
    let records = other.lists.values_mut().flat_map(|list| &mut list.records);
    let fields = records.flat_map(|record| &mut Arc::make_mut(record).fields);
    let many = random.pick(&[2, 10, 40]);
    for (_, answer) in other.profile.iter_mut().chain(fields) {
        if random.percent(many) {
            change(answer, random);
        }
    }
    for list in other.lists.values_mut() {
        list.complete ^= random.percent(many / 4);
    }
    other
}

/// What is said of answers, unless a bound was hit.
fn line(engine: &Engine, dossier: &Dossier, subject: &Subject, season: &SeasonDay) -> Option<Line> {
    let mut scratch = Scratch::default();
    let target = engine.book().level.last().map(|level| level.id.as_str());
    let when = (season, season.cut_off);
    let line = engine.line((dossier, subject), when, (target, &mut scratch));
    let bounded = |level: &LevelLine| {
        let routes = level.routes.iter().map(|route| &route.conclusion);
        let clauses = level.clauses.iter().map(|clause| &clause.conclusion);
        let mut all = routes.chain(clauses).chain([&level.conclusion]);
        all.any(|conclusion| conclusion.bounded)
    };
    assert!(scratch.is_bounded() || !line.levels.iter().any(bounded));
    (!scratch.is_bounded()).then_some(line)
}

fn season(cut_off: &str) -> SeasonDay {
    let cut_off = day(cut_off);
    SeasonDay {
        year: cut_off.year(),
        cut_off,
        authority: Authority::Plan,
        locator: String::new(),
    }
}

/// Changes a dossier so many times; how often answers were others, and yet alike.
fn hold(engine: &Engine, dossier: &Dossier, random: &mut Random, times: usize) -> usize {
    let season = season(random.pick(&CUT_OFFS));
    let likeness = Likeness::new(engine, &season);
    let read = |dossier: &Dossier| engine.read(dossier, &season, season.cut_off).subject;
    let own = read(dossier);
    let marks = likeness.of(engine, &own);
    let others = (0..times).map(|_| changed(dossier, random));
    let others = others.map(|other| (read(&other), other));
    let alike =
        others.filter(|(answers, _)| *answers != own && likeness.of(engine, answers) == marks);
    let alike: Vec<(Subject, Dossier)> = alike.collect();
    let Some(said) = (!alike.is_empty()).then(|| line(engine, dossier, &own, &season)) else {
        return 0;
    };
    for (answers, other) in &alike {
        let same = line(engine, other, answers, &season).zip(said.clone());
        if let Some((other_said, said)) = same {
            assert_eq!(other_said, said, "{dossier:?}\n{other:?}\n{season:?}");
        }
    }
    alike.len()
}

#[test]
fn on_random_books() {
    let mut alike = 0;
    for seed in seeds(150) {
        let (mut random, engine) = drawn(seed);
        for _ in 0..10 {
            let dossier = people::dossier(&mut random);
            alike += hold(&engine, &dossier, &mut random, 6);
        }
    }
    assert!(alike > 300, "only {alike} were alike");
}

#[test]
fn on_the_shipped_book() {
    let mut alike = 0;
    for seed in seeds(40) {
        let mut random = Random::new(seed);
        let dossier = whole(&mut random);
        alike += hold(engine(), &dossier, &mut random, 20);
        let dossier = partly(dossier, &mut random);
        alike += hold(engine(), &dossier, &mut random, 20);
    }
    assert!(alike > 100, "only {alike} were alike");
}

/// What is said of a dossier with one day after another, around each anniversary of a cut-off day; how often that changes.
fn sweep(years: RangeInclusive<u32>, with: impl Fn(NaiveDate) -> Dossier) -> usize {
    let mut turns = 0;
    for season in CUT_OFFS.map(season) {
        let likeness = Likeness::new(engine(), &season);
        for years in years.clone() {
            let anniversary = dossier::years_before(season.cut_off, years);
            let days = (-35..=35).map(|days| anniversary + Duration::days(days));
            let said = days.map(|day| {
                let dossier = with(day);
                let answers = engine().read(&dossier, &season, season.cut_off).subject;
                let marks = likeness.of(engine(), &answers);
                (day, marks, line(engine(), &dossier, &answers, &season))
            });
            let said: Vec<_> = said.collect();
            for (one, next) in said.iter().zip(said.iter().skip(1)) {
                // The book asks for five full years, and in most of these dossiers something else decides.
                let five = |day| dossier::full_years_since(day, season.cut_off) >= 5;
                let same = one.2 == next.2;
                let alike = same && five(one.0) == five(next.0);
                assert!(alike || one.1 != next.1, "{} {season:?}", next.0);
                turns += usize::from(!same);
            }
        }
    }
    turns
}

fn with_answer(question: &str, answer: &str) -> Dossier {
    let mut dossier = Dossier::read(EXAMPLE.as_bytes()).unwrap();
    let answer = Answer::from_text(answer);
    dossier.profile.insert(question.to_owned(), answer);
    dossier
}

#[test]
fn whoever_is_born_or_appointed_a_day_later_is_told_apart_where_it_matters() {
    let born = |sex: &'static str| {
        move |day: NaiveDate| {
            let mut dossier = with_answer("birth_date", &day.to_string());
            let sex = Answer::from_text(sex);
            dossier.profile.insert("sex".to_owned(), sex);
            dossier
        }
    };
    assert!(sweep(59..=63, born("male")) > 2);
    assert!(sweep(54..=58, born("female")) > 2);
    let appointed = |day: NaiveDate| {
        let mut dossier = with_answer("birth_date", "1985-05-01");
        let titles = dossier.lists.get_mut("titles").unwrap();
        let record = Arc::make_mut(titles.records.first_mut().unwrap());
        let day = Answer::from_text(day.to_string());
        record.fields.insert("appointed".to_owned(), day);
        dossier
    };
    assert!(sweep(0..=12, appointed) > 10);
}
