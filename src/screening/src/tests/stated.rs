//! What is stated of records says the same with a dossier and without.

use assess::Typing;
use rulebook::notation::{apply_changes, stated_records};
use rulebook::{AnswerKind, Book, Field, RecordList, StatedRecords};

use super::*;

/// When most were born.
const BORN: &str = "1980-03-01";

/// Numbers in no order.
struct Draw(u64);

impl Draw {
    fn below(&mut self, count: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        usize::try_from(self.0 >> 33).unwrap() % count
    }

    fn seldom(&mut self) -> bool {
        self.below(60) == 0
    }

    fn one_of<'a, T>(&mut self, things: &'a [T]) -> &'a T {
        &things[self.below(things.len())]
    }

    fn number(&mut self, (least, most): (i64, i64)) -> i64 {
        least + i64::try_from(self.below(usize::try_from(most - least + 1).unwrap())).unwrap()
    }

    /// A day, now and then that of the birth; of `late` ones many have not come yet.
    fn day(&mut self, late: bool) -> String {
        if self.seldom() {
            return BORN.to_owned();
        }
        let years = if late { (2025, 2029) } else { (1998, 2025) };
        let (year, month) = (self.number(years), self.number((1, 12)));
        format!("{year}-{month:02}-{:02}", self.number((1, 28)))
    }
}

/// What may stand behind the name of a field; seldom something that is wrong.
fn value(book: &Book, field: &Field, draw: &mut Draw) -> String {
    if field.none.is_some() && draw.below(4) == 0 || draw.seldom() {
        return "空".to_owned();
    }
    let wrong = draw.seldom();
    match &field.kind {
        AnswerKind::YesNo => (*draw.one_of(&["是", "否"])).to_owned(),
        AnswerKind::Choice(choices) => draw.one_of(choices).id.clone(),
        AnswerKind::Scale { scale, only } => {
            let scale = book.scale.iter().find(|own| own.id == *scale).unwrap();
            let choice = draw.one_of(&scale.choice);
            if only.is_empty() || only.contains(&choice.id) {
                choice.label.clone()
            } else {
                draw.one_of(only).clone()
            }
        }
        AnswerKind::Integer { min, max, .. } => {
            let most = (*max).min(min + 120);
            let outside = draw.one_of(&[min - 1, max + 1]).to_string();
            let inside = draw.number((*min, most)).to_string();
            if wrong { outside } else { inside }
        }
        AnswerKind::Decimal { .. } => format!("{}.5", draw.number((1, 90))),
        AnswerKind::Year { .. } => draw
            .number(if wrong { (2027, 2030) } else { (2021, 2026) })
            .to_string(),
        AnswerKind::Date { .. } => draw.day(wrong),
        AnswerKind::Text { .. } | AnswerKind::ResidentId { .. } if wrong => "题".repeat(300),
        AnswerKind::Text { .. } | AnswerKind::ResidentId { .. } => {
            format!("题目{}", draw.below(3))
        }
    }
}

fn record(book: &Book, list: &RecordList, draw: &mut Draw) -> String {
    let mut words = vec![format!("+{}", list.id)];
    let mut fields: Vec<&Field> = list.field.iter().collect();
    if let Some(kind_field) = &list.kind_field
        && !draw.seldom()
    {
        let kind = draw.one_of(&list.kind);
        fields.extend(&kind.field);
        words.push(format!("{kind_field}={}", kind.id));
    }
    for field in &fields {
        if draw.below(12) > 0 {
            words.push(format!("{}={}", field.id, value(book, field, draw)));
        }
    }
    if draw.below(3) == 0 {
        let fields = words.len() - 1;
        words[1..].rotate_left(draw.below(fields.max(1)));
    }
    if draw.seldom() {
        words.extend(words.last().filter(|word| word.contains('=')).cloned());
    }
    words.join(" ")
}

/// What somebody states, one thing after another.
fn statements(book: &Book, draw: &mut Draw) -> String {
    let mut all = Vec::new();
    for _ in 0..draw.below(9) {
        all.push(record(book, draw.one_of(&book.list), draw));
    }
    for _ in 0..draw.below(4) {
        let word = *draw.one_of(&["complete", "complete", "open"]);
        all.push(format!("{word} {}", draw.one_of(&book.list).id));
    }
    if draw.seldom() {
        let list = &draw.one_of(&book.list).id;
        let other = [
            format!("-{list}"),
            format!("+{list}*2"),
            "front_line_years=5".to_owned(),
            "nothing of the kind".to_owned(),
        ];
        all.push(draw.one_of(&other).clone());
    }
    all.join(*draw.one_of(&["; ", "\n", "；"]))
}

/// Whether the same is said twice of a record: the last word holds, and such a record is left to a dossier.
fn says_twice(text: &str) -> bool {
    let mut statements = text.split([';', '；', '\n']);
    statements.any(|statement| {
        let names = statement.split(' ').filter_map(|word| word.split_once('='));
        let mut names: Vec<&str> = names.map(|(name, _)| name).collect();
        let all = names.len();
        names.sort_unstable();
        names.dedup();
        names.len() < all
    })
}

/// Somebody without records, of whose lists some are said to be complete.
fn somebody(draw: &mut Draw) -> Dossier {
    let mut dossier = example();
    dossier.materials.clear();
    dossier.profile.remove("id_number");
    for list in dossier.lists.values_mut() {
        list.records.clear();
        list.complete = draw.below(2) == 0;
    }
    let mut born = |day: &str| {
        let day = dossier::Answer::from_text(day);
        dossier.profile.insert("birth_date".to_owned(), day);
    };
    match draw.below(30) {
        0 => born("2030-01-01"),
        1 => born("2004-01-01"),
        _ => born(BORN),
    }
    for (name, seldom) in [("in_post", 6), ("target_level", 20), ("name", 20)] {
        if draw.below(seldom) == 0 {
            dossier.profile.remove(name);
        }
    }
    dossier
}

fn subject<'a>() -> Subject<'a> {
    Subject {
        input: "a",
        origin: Origin::Roster,
        name: "甲",
        files: &[],
        problems: Vec::new(),
    }
}

fn line_of(recall: &mut Recall, entered: &Entered<'_>, typed: Typed) -> Screened {
    let said = recall.said(entered, &typed);
    Screened::one_of_many(subject(), entered, (typed, said))
}

#[test]
fn stated_records_are_judged_as_those_of_a_dossier() {
    let book = ENGINE.book();
    let season = resolve_season(book, &shipped::seasons(), 2026).unwrap();
    let when = (&season, today());
    let mut typing = Typing::new(&ENGINE).unwrap();
    let (mut with, mut without) = (Recall::default(), Recall::default());
    let mut draw = Draw(1);
    let (mut taken, mut wrong) = (0, 0);
    for number in 0..3_000 {
        let (bare, text) = (somebody(&mut draw), statements(book, &mut draw));
        let brief = number % 2 == 0;
        let mut whole = bare.clone();
        let applied = apply_changes(&mut whole, &text, book);
        let Some(stated) = stated_records(&text, book) else {
            let others = ["-", "*2", "front_line", "nothing"];
            assert!(
                applied.is_err() || others.iter().any(|other| text.contains(other)),
                "{text}"
            );
            continue;
        };
        assert_eq!(applied, Ok(()), "{text}");
        let reading = ENGINE.read(&whole, when.0, when.1);
        let typed = typing.subject(&ENGINE, (&bare, &stated), when);
        let is_plain = reading.problems.is_empty() && !says_twice(&text);
        assert_eq!(typed, is_plain.then(|| reading.subject.clone()), "{text}");
        let entered = |dossier| Entered {
            engine: &ENGINE,
            season: when.0,
            today: when.1,
            dossier,
            brief,
        };
        let typed = without.typed(&entered(&bare), &stated);
        let line = typed.map(|typed| line_of(&mut without, &entered(&bare), typed));
        let expected = line_of(&mut with, &entered(&whole), reading.subject.into());
        assert_eq!(line, is_plain.then_some(expected), "{text}");
        taken += usize::from(is_plain);
        wrong += usize::from(!is_plain);
    }
    assert!(taken > 800 && wrong > 800, "{taken} {wrong}");
}

#[test]
fn who_has_records_already_is_not_taken() {
    let season = resolve_season(ENGINE.book(), &shipped::seasons(), 2026).unwrap();
    let mut typing = Typing::new(&ENGINE).unwrap();
    let mut typed = |dossier: &Dossier| {
        let both = (dossier, &StatedRecords::default());
        typing.subject(&ENGINE, both, (&season, today()))
    };
    let mut dossier = example();
    assert_eq!(typed(&dossier), None);
    dossier.lists.clear();
    assert!(typed(&dossier).is_some());
    dossier.lists.entry("else".to_owned()).or_default();
    assert_eq!(typed(&dossier), None);
}
