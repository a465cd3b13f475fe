//! Rosters in XLSX, made by the writer whose files other programs read.

use sheet::xlsx::{Out, Table, book};

use super::*;

fn text(text: &str) -> Out {
    Out::text(text)
}

fn number(number: &str) -> Out {
    Out::Number(number.to_owned())
}

fn two_sheets() -> Vec<u8> {
    let people = vec![
        vec![
            text("1"),
            text("李四"),
            Out::Day("1985-05-05".parse().unwrap()),
            number("3"),
            text("330102198505050010"),
        ],
        vec![
            number("2"),
            text("王五"),
            number("31172"),
            number("3.5"),
            number("330102198505050010"),
        ],
    ];
    let records = vec![
        vec![
            text("1"),
            text("职称"),
            text("工程师"),
            text("评审或认定"),
            Out::Day("2015-01-01".parse().unwrap()),
            text(""),
        ],
        vec![
            text("2"),
            text("业绩成果：论文"),
            text(""),
            text(""),
            text(""),
            text("核心期刊"),
        ],
        vec![
            text("1"),
            text("论文"),
            text("工程师"),
            text(""),
            text(""),
            text("核心期刊"),
        ],
        vec![text("9"), text("职称")],
        vec![text(""), text("职称")],
        vec![text("1"), text("什么")],
    ];
    let tables = [
        Table::plain(
            "人员",
            &["编号", "姓名", "出生日期", "在一线工作了几年", "身份证号码"],
            people,
        ),
        Table::plain(
            "记录",
            &[
                "编号",
                "记录",
                "哪一级",
                "怎么取得的",
                "取得职称的日期",
                "刊物档次",
            ],
            records,
        ),
        Table::plain("随便", &["甲", "乙"], vec![vec![text("1")]]),
    ];
    book(&tables, "选项")
}

#[test]
fn people_and_their_records_come_together_and_each_mistake_has_its_place() {
    let roster = xlsx(&two_sheets());
    let found: Vec<(&str, u32, &str)> = roster
        .all_problems()
        .map(|problem| {
            (
                problem.place.sheet.as_deref().unwrap_or(""),
                problem.place.row,
                problem.kind.code(),
            )
        })
        .collect();
    assert_eq!(
        found,
        [
            ("随便", 0, "roster-sheet-left-out"),
            ("记录", 6, "roster-no-key"),
            ("记录", 5, "roster-no-such-candidate"),
            ("记录", 4, "roster-not-a-field"),
            ("记录", 7, "roster-unknown-record"),
            ("人员", 3, "roster-serial"),
            ("人员", 3, "roster-not-whole"),
            ("人员", 3, "roster-digits-lost"),
        ]
    );
    let [first, second] = candidates(&roster)[..] else {
        panic!("{roster:?}");
    };
    assert_eq!(said(first, "id_number").unwrap(), "330102198505050010");
    assert_eq!(said(second, "birth_date").unwrap(), "1985-05-05");
    let title = &first.dossier.records("titles")[0];
    assert_eq!(title.answer("level").unwrap().text(), Some("engineer"));
    assert_eq!(
        title.answer("appointed").unwrap().text(),
        Some("2015-01-01")
    );
    let paper = &first.dossier.records("achievements")[0];
    assert_eq!(paper.answer("kind").unwrap().text(), Some("paper"));
    assert_eq!(paper.answer("tier").unwrap().text(), Some("core"));
    assert_eq!(second.dossier.records("achievements").len(), 1);
}

fn words(about: &[String]) -> Words<'_> {
    Words {
        people: "人员",
        records: "记录",
        choices: "选项",
        about: ("说明", about),
        key: "k",
        record: "r",
        complete: "c",
        yes_no: ["是", "否"],
    }
}

#[test]
fn every_header_and_every_choice_of_the_template_is_read() {
    let about = ["一行".to_owned()];
    let bytes = template(&BOOK, &words(&about));
    let found = headings_of(&bytes, &Mapping::default());
    let sheets: Vec<_> = found
        .iter()
        .map(|heading| heading.sheet.as_deref().unwrap())
        .collect();
    assert_eq!(sheets, ["人员", "记录", "说明"]);
    for heading in &found[..2] {
        assert!(
            heading.headers.iter().all(|(_, target)| target.is_some()),
            "{heading:?}"
        );
    }
    assert!(found[0].headers.len() > BOOK.question.len() + BOOK.list.len());
    let roster = xlsx(&bytes);
    assert_eq!(
        (candidates(&roster).len(), codes(&roster)),
        (0, vec!["roster-sheet-left-out"])
    );
}

#[test]
fn what_is_no_workbook_is_one_problem_of_the_whole_file() {
    assert_eq!(codes(&xlsx(b"PK no zip")), ["roster-workbook"]);
    let only = book(
        &[Table::plain("甲", &["乙"], vec![vec![text("1")]])],
        "选项",
    );
    assert_eq!(
        codes(&xlsx(&only)),
        ["roster-sheet-left-out", "roster-no-people"]
    );
}

fn of(people: Vec<Vec<Out>>, records: Vec<Vec<Vec<Out>>>) -> Vec<u8> {
    let mut tables = vec![Table::plain("人员", &["编号", "姓名", "填写"], people)];
    for (number, records) in records.into_iter().enumerate() {
        let name = format!("记录{number}");
        let headers = ["编号", "记录", "哪一级", "备注"];
        tables.push(Table::plain(&name, &headers, records));
    }
    book(&tables, "选项")
}

#[test]
fn records_come_from_every_sheet_and_each_has_an_id_of_its_own() {
    let title = |level: &str| vec![text("1"), text("职称"), text(level)];
    let people = vec![vec![text("1"), text("甲"), text("+titles level=engineer")]];
    let records = vec![vec![title("工程师")], vec![title("高级工程师")]];
    let roster = xlsx(&of(people, records));
    let titles = candidates(&roster)[0].dossier.records("titles");
    let told: Vec<(&str, Option<&str>)> = titles
        .iter()
        .map(|record| (record.id.as_str(), record.answer("level").unwrap().text()))
        .collect();
    assert_eq!(
        told,
        [
            ("n1", Some("engineer")),
            ("r2", Some("engineer")),
            ("r1-2", Some("senior_engineer"))
        ]
    );
}

#[test]
fn whoever_has_the_key_of_a_refused_row_has_its_records() {
    let people = vec![
        vec![text("1"), text("甲"), text("nonsense")],
        vec![text("1"), text("乙")],
        vec![text("1"), text("丙")],
    ];
    let record = vec![text("1"), text("职称"), text("工程师")];
    let roster = xlsx(&of(people, vec![vec![record]]));
    let told: Vec<Vec<&str>> = roster
        .rows
        .iter()
        .map(|row| row.problems.iter().map(|p| p.kind.code()).collect())
        .collect();
    assert_eq!(
        told,
        [vec!["roster-change"], vec![], vec!["roster-repeated-key"]]
    );
    assert_eq!(candidates(&roster)[0].dossier.records("titles").len(), 1);
}

#[test]
fn nobody_is_judged_without_records_that_could_not_be_read() {
    let people = vec![vec![text("1"), text("甲")]];
    // No number as workbooks have it, so that the sheet cannot be read on.
    let broken = vec![text("1"), number("1,5")];
    let records = vec![vec![text("1"), text("职称"), text("工程师")], broken];
    let roster = xlsx(&of(people, vec![records]));
    assert_eq!(
        codes(&roster),
        [
            "roster-unknown-header",
            "roster-workbook",
            "roster-records-unread"
        ]
    );
    assert!(roster.rows.is_empty());
}

#[test]
fn whose_records_come_behind_what_cannot_be_read_is_not_said_to_be_nobody() {
    let broken = vec![text("2"), number("1,5")];
    let people = vec![vec![text("1"), text("甲")], broken, vec![text("3")]];
    let record = |key: &str| vec![text(key), text("职称"), text("工程师")];
    let records = vec![record("1"), record("3")];
    let roster = xlsx(&of(people, vec![records]));
    assert_eq!(codes(&roster), ["roster-unknown-header", "roster-workbook"]);
    assert_eq!(candidates(&roster).len(), 1);
}

#[test]
fn records_of_all_have_an_end() {
    let people = vec![vec![text("1"), text("甲")]];
    let records = vec![vec![text("1"), text("职称"), text("工程师")]; 3];
    let bytes = of(people, vec![records.clone(), records]);
    let (mapping, mut source) = (Mapping::default(), Blocking(bytes.as_slice()));
    let reading = reading(&mapping);
    for (room, expected) in [(10_000, None), (150, Some(ProblemKind::RecordsUnread))] {
        let shelf = Box::<Vec<u8>>::default();
        let mut opened = wait(Opened::read(&mut source, &reading, shelf))
            .unwrap()
            .unwrap();
        opened.room = room;
        opened.problems.clear();
        let mut count = 0;
        let mut put = |_: String, _: RawRow| {
            count += 1;
            std::ops::ControlFlow::Continue(())
        };
        let whole = wait(opened.records(&mut source, &mut put)).unwrap();
        assert_eq!(whole, expected.is_none());
        assert_eq!(count == 6, whole, "{count}");
        let told = opened.problems.last().map(|problem| problem.kind.clone());
        assert_eq!(told, expected);
    }
}

#[test]
fn records_of_one_person_have_an_end_and_the_others_go_on() {
    let people = vec![vec![text("1"), text("甲")], vec![text("2"), text("乙")]];
    let long = "长".repeat(30_000);
    let record = vec![text("1"), text("职称"), text("工程师"), text(&long)];
    let roster = xlsx(&of(people, vec![vec![record; 12]]));
    assert_eq!(
        codes(&roster),
        ["roster-unknown-header", "roster-records-too-long"]
    );
    assert_eq!(roster.rows.len(), 2);
    assert_eq!(candidates(&roster)[0].key, "2");
}
