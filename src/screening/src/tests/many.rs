//! Lines beside each other.

use dossier::{Answer, Evidence, Record};
use json::Decimal;
use proptest::prelude::*;

use super::*;

/// The example as somebody else.
fn somebody(name: &str, number: &str) -> Dossier {
    let mut dossier = with(&[
        ("name", name),
        ("id_number", number),
        ("birth_date", "1980-01-02"),
    ]);
    dossier.lists.remove("achievements");
    dossier
}

fn achievement(dossier: &mut Dossier, title: &str, rank: u32, evidence: &str) {
    let list = dossier.lists.entry("achievements".to_owned()).or_default();
    let mut record = Record::new(format!("x{}", list.records.len()));
    let text = [
        ("kind", "award"),
        ("title", title),
        ("date", "2024-01-01"),
        ("grade", "municipal"),
    ];
    for (field, value) in text {
        record
            .fields
            .insert(field.to_owned(), Answer::from_text(value));
    }
    record
        .fields
        .insert("rank".to_owned(), Answer::Number(Decimal::from(rank)));
    record.evidence.push(Evidence::File(evidence.to_owned()));
    list.records.push(record.into());
}

fn duplicates(lines: &[Screened]) -> Vec<(DuplicateKind, Vec<String>)> {
    let mut all = Duplicates::default();
    for line in lines {
        all.add(line);
    }
    let told = |same: &Same<'_>| {
        let pieces: String = same.pieces().collect();
        assert_eq!(pieces, same.to_duplicate().to_json().canonical());
        let places: Vec<String> = same.places().map(|place| place.input.to_owned()).collect();
        assert_eq!(places.len(), same.count());
        (same.kind(), places)
    };
    all.same().iter().map(told).collect()
}

#[test]
fn the_same_person_twice_is_told_once_with_both_places() {
    let first = line("1", &somebody("张三", "330102198001020011"));
    let second = line(
        "2",
        &somebody("张三", "３３０１０２１９８００１０２００１１"),
    );
    let other = line("3", &somebody("李四", "330102198001020012"));
    assert_eq!(
        duplicates(&[first, other, second]),
        [(DuplicateKind::Person, vec!["1".to_owned(), "2".to_owned()])]
    );
}

#[test]
fn an_achievement_or_file_claimed_first_by_two_is_told_and_one_claimed_second_is_not() {
    let mut first = somebody("张三", "330102198001020011");
    let mut second = somebody("李四", "330102198001020012");
    let mut third = somebody("王五", "330102198001020013");
    achievement(&mut first, "某市 科技进步奖（A）", 1, "a.pdf");
    achievement(&mut second, "某市科技进步奖(a)", 1, "b.pdf");
    achievement(&mut third, "某市科技进步奖（A）", 2, "a.pdf");
    achievement(&mut third, "别的", 1, "c.pdf");
    let lines = [
        line_with("1", &first, &[file("x0", "a.pdf", "A")]),
        line_with("2", &second, &[file("x0", "b.pdf", "B")]),
        line_with(
            "3",
            &third,
            &[file("x0", "a.pdf", "A"), file("x1", "c.pdf", "B")],
        ),
    ];
    let pair = |first: &str, second: &str| vec![first.to_owned(), second.to_owned()];
    assert_eq!(
        duplicates(&lines),
        [
            (DuplicateKind::Achievement, pair("1", "2")),
            (DuplicateKind::File, pair("2", "3"))
        ]
    );
}

fn by(column: Column, down: bool) -> View {
    View {
        order: Some(Order { column, down }),
        ..View::default()
    }
}

fn shown(lines: &[Screened], view: &View) -> Vec<Vec<usize>> {
    let known = super::initials::known();
    let sought: Vec<Sought> = lines.iter().map(|line| Sought::of(line, &known)).collect();
    let sought: Vec<&Sought> = sought.iter().collect();
    let groups = crate::view(lines, view, (&sought, &|text| known.place(text)));
    groups.into_iter().map(|group| group.lines).collect()
}

fn four() -> [Screened; 4] {
    let mut absent = with(&[("name", "李四")]);
    absent
        .profile
        .insert("in_post".to_owned(), Answer::YesNo(false));
    let mut nameless = example();
    nameless.profile.remove("name");
    let professorial = with(&[("name", "王五"), ("target_level", "professorial")]);
    [
        line("1", &with(&[("name", "张三")])),
        line("2", &absent),
        line("3", &nameless),
        line("4", &professorial),
    ]
}

#[test]
fn lines_are_sorted_filtered_searched_and_grouped() {
    let lines = four();
    assert_eq!(shown(&lines, &View::default()), [[0, 1, 2, 3]]);
    assert_eq!(shown(&lines, &by(Column::Verdict, false)), [[0, 2, 1, 3]]);
    // What there is none of stands behind, whichever way.
    assert_eq!(
        shown(&lines, &by(Column::Name, false)).concat().last(),
        Some(&2)
    );
    assert_eq!(
        shown(&lines, &by(Column::Name, true)).concat().last(),
        Some(&2)
    );
    let search = |text: &str| View {
        filter: Filter {
            search: text.to_owned(),
            only: Vec::new(),
        },
        ..View::default()
    };
    assert_eq!(shown(&lines, &search("ZS")), [[0]]);
    assert_eq!(shown(&lines, &search("李")), [[1]]);
    assert_eq!(shown(&lines, &search("s")), [Vec::<usize>::new()]);
    let only = vec![(Column::Level, Key::of(Column::Level, &lines[3]))];
    let filtered = View {
        filter: Filter {
            only,
            ..Filter::default()
        },
        ..View::default()
    };
    assert_eq!(shown(&lines, &filtered), [[3]]);
    let grouped = View {
        group: Some(Column::Level),
        ..View::default()
    };
    assert_eq!(shown(&lines, &grouped).len(), 2);
}

#[test]
fn candidates_are_compared_line_by_line() {
    let lines = four();
    let rows = compare(&[&lines[0], &lines[1]]);
    let routes = lines[0]
        .levels
        .iter()
        .map(|level| level.routes.len() + 1)
        .sum::<usize>();
    assert_eq!(rows.len(), routes + 7);
    let senior = &rows[0];
    assert_eq!(senior.values, ["met", "not_met"]);
    assert!(senior.differs);
    let score = rows.iter().find(|row| row.aspect == Aspect::Score).unwrap();
    assert!(!score.differs, "{score:?}");
}

proptest! {
    #[test]
    fn every_view_shows_each_line_at_most_once(column in 0_usize..15, down in any::<bool>(), group in 0_usize..15) {
        let lines = four();
        let order = Some(Order { column: Column::ALL[column], down });
        let groups = shown(&lines, &View { order, group: Some(Column::ALL[group]), ..View::default() });
        let mut all = groups.concat();
        all.sort_unstable();
        prop_assert_eq!(all, vec![0, 1, 2, 3]);
    }
}
