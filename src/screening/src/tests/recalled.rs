//! What is remembered of one candidate is true of the next.

use std::sync::Arc;

use super::*;

fn entered<'a>(
    dossier: &'a Dossier,
    (season, today): (&'a rulebook::SeasonDay, NaiveDate),
    brief: bool,
) -> Entered<'a> {
    Entered {
        engine: &ENGINE,
        season,
        today,
        dossier,
        brief,
    }
}

fn recalled(recall: &mut Recall, dossier: &Dossier, (year, brief): (i32, bool)) -> Screened {
    let season = resolve_season(ENGINE.book(), &shipped::seasons(), year).unwrap();
    let typed = ENGINE.read(dossier, &season, today()).subject;
    let subject = Subject {
        input: "a",
        origin: Origin::Draft,
        name: "",
        files: &[],
        problems: Vec::new(),
    };
    let entered = entered(dossier, (&season, today()), brief);
    let typed = typed.into();
    let said = recall.said(&entered, &typed);
    Screened::one_of_many(subject, &entered, (typed, said))
}

/// Dossiers of which each differs from the one before it in one thing, or in nothing that is judged.
fn people() -> Vec<Dossier> {
    let mut people = vec![
        example(),
        with(&[("name", "某甲")]),
        with(&[("name", "某乙")]),
    ];
    for level in ["senior", "professorial", "nothing of the kind", ""] {
        people.push(with(&[("target_level", level)]));
    }
    for born in ["1980-01-01", "1966-01-01", "2030-01-01"] {
        people.push(with(&[("birth_date", born)]));
    }
    let mut open = example();
    for list in open.lists.values_mut() {
        list.complete = false;
    }
    let mut named = open.clone();
    for record in &mut named.lists.get_mut("achievements").unwrap().records {
        Arc::make_mut(record).id.push('x');
    }
    let mut fewer = named.clone();
    fewer.lists.get_mut("achievements").unwrap().records.pop();
    people.extend([open, named, fewer]);
    people
}

/// Forth, back and forth: what is said of somebody is kept the second time and taken from there the third.
fn thrice(people: &[Dossier]) -> impl Iterator<Item = &Dossier> {
    let back = people.iter().rev();
    people.iter().chain(back).chain(people)
}

#[test]
fn a_line_is_the_same_whoever_came_before() {
    let mut recall = Recall::default();
    for dossier in thrice(&people()) {
        assert_eq!(
            recalled(&mut recall, dossier, (2026, false)),
            line("a", dossier)
        );
    }
}

#[test]
fn a_brief_line_is_the_same_whoever_came_before() {
    let mut recall = Recall::default();
    for dossier in thrice(&people()) {
        let alone = recalled(&mut Recall::default(), dossier, (2026, true));
        assert_eq!(recalled(&mut recall, dossier, (2026, true)), alone);
        let verdicts = |line: &Screened| -> Vec<String> {
            line.levels
                .iter()
                .map(|level| level.verdict.to_string())
                .collect()
        };
        assert_eq!(verdicts(&alone), verdicts(&line("a", dossier)));
    }
}

#[test]
fn what_was_said_under_something_else_is_forgotten() {
    let mut recall = Recall::default();
    for asked in [(2026, false), (2027, false), (2027, true), (2026, false)] {
        let alone = recalled(&mut Recall::default(), &example(), asked);
        for _ in 0..3 {
            assert_eq!(recalled(&mut recall, &example(), asked), alone, "{asked:?}");
        }
    }
}

#[test]
fn more_people_than_are_remembered_change_nothing() {
    let mut recall = Recall::default();
    let first = recalled(&mut recall, &example(), (2026, true));
    for number in 0..600 {
        let (born, year) = (1956 + number % 24, 1990 + number / 24);
        let mut other = with(&[("birth_date", &format!("{born}-01-01"))]);
        let year = dossier::Answer::Number(year.into());
        other.profile.insert("misconduct_year".to_owned(), year);
        for _ in 0..2 {
            recalled(&mut recall, &other, (2026, true));
        }
    }
    assert_eq!(recalled(&mut recall, &example(), (2026, true)), first);
}
