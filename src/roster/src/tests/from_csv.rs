//! Rosters in CSV.

use proptest::prelude::*;

use super::*;

const PLAIN: &str = "编号,姓名,性别,出生日期,现在在浙江从事这个类别的工作，并且在职,因职称申报违纪被处理过，是哪一年,学历学位已填全,填写\n";

fn header() -> String {
    // Labels with commas are quoted.
    PLAIN
        .replace("现在在浙江从事这个类别的工作，并且在职", "in_post")
        .replace("因职称申报违纪被处理过，是哪一年", "misconduct_year")
}

#[test]
fn a_row_becomes_a_dossier_by_labels_and_ids() {
    let roster = csv(&format!(
        "{}7,阿依古丽·买买提,女,1985年5月5日,是,没有,是,\"+titles level=engineer how=review appointed=2019-01-01\ncomplete titles\"\n\n",
        header()
    ));
    assert_eq!(codes(&roster), Vec::<&str>::new());
    let candidate = candidates(&roster)[0];
    assert_eq!((candidate.key.as_str(), roster.rows[0].number), ("7", 2));
    assert_eq!(candidate.name(&BOOK), "7");
    let all = ["name", "sex", "birth_date", "in_post", "misconduct_year"];
    let all: Vec<String> = all.iter().map(|id| said(candidate, id).unwrap()).collect();
    assert_eq!(
        all,
        ["阿依古丽·买买提", "female", "1985-05-05", "true", "none"]
    );
    assert!(candidate.dossier.is_complete("degrees") && candidate.dossier.is_complete("titles"));
    assert_eq!(candidate.dossier.records("titles").len(), 1);
    assert!(is_whole(&roster));
}

#[test]
fn every_encoding_and_separator_gives_the_same() {
    let text = "编号,姓名,性别\n1,李四,男\n";
    let expected = csv(text);
    assert_eq!(candidates(&expected).len(), 1);
    let mapping = Mapping::default();
    let (gbk, _, _) = encoding_rs::GB18030.encode(text);
    let marked = format!("\u{feff}{text}");
    let variants: [Vec<u8>; 5] = [
        marked.into_bytes(),
        gbk.into_owned(),
        text.replace(',', "\t").into_bytes(),
        text.replace(',', ";").into_bytes(),
        text.replace('\n', "\r\n").into_bytes(),
    ];
    for bytes in variants {
        assert_eq!(read_csv(&bytes, &reading(&mapping)), expected);
    }
}

#[test]
fn each_mistake_has_its_place_and_the_rest_goes_on() {
    let roster = csv(
        "编号,性别,出生日期,在一线工作了几年,姓明,性别,in_post,备用\n\
         1,无,1985-13-01,三年,x,男,也许,,多\n\
         2,女,19850505,3年,x,男,√,\n\
         2,女,1985-05-05,3.5,x,男,0,\n\
         4,\"女,\n",
    );
    let places: Vec<(u32, Option<usize>, &str)> = roster
        .all_problems()
        .map(|problem| (problem.place.row, problem.place.column, problem.kind.code()))
        .collect();
    assert_eq!(
        places,
        [
            (1, Some(4), "roster-unknown-header"),
            (1, Some(5), "roster-repeated-header"),
            (1, Some(7), "roster-unknown-header"),
            (2, Some(1), "roster-not-a-choice"),
            (2, Some(2), "roster-not-a-day"),
            (2, Some(3), "roster-not-a-number"),
            (2, Some(6), "roster-not-yes-no"),
            (2, Some(8), "roster-too-many-cells"),
            (4, Some(3), "roster-not-whole"),
            (4, None, "roster-repeated-key"),
            (5, None, "roster-open-quote"),
        ]
    );
    assert_eq!(
        roster.problems[0].kind,
        ProblemKind::UnknownHeader(Some("姓名".to_owned()))
    );
    assert_eq!(candidates(&roster).len(), 2);
    assert_eq!(
        said(candidates(&roster)[1], "front_line_years").unwrap(),
        "3"
    );
    assert_eq!(said(candidates(&roster)[1], "in_post").unwrap(), "true");
    assert!(!is_whole(&roster));
}

#[test]
fn a_change_that_cannot_be_made_refuses_its_row() {
    let roster = csv("编号,填写\n1,+nothing a=b\n2,sex=male\n");
    assert_eq!(codes(&roster), ["roster-change"]);
    assert_eq!(candidates(&roster).len(), 1);
    assert_eq!(roster.rows[0].problems[0].value, "+nothing a=b");
}

#[test]
fn however_many_rows_have_one_key_only_the_first_is_read() {
    let rows = "7,某人\n".repeat(20_000);
    let roster = csv(&format!("编号,姓名\n{rows}"));
    assert_eq!(candidates(&roster).len(), 1);
    let Roster { rows, problems } = roster;
    assert!(problems.is_empty(), "{problems:?}");
    // Ten thousand problems are kept.
    assert_eq!(rows.len(), 10_001);
    assert_eq!(rows[0].number, 2);
    assert!(rows[1].candidate.is_none());
    let kind = ProblemKind::RepeatedKey { other: 2 };
    assert_eq!(rows[1].problems[0].kind, kind);
}

#[test]
fn rows_that_were_refused_stand_in_their_places_and_blank_ones_nowhere() {
    let roster = csv("编号,姓名,填写\n1,甲,\n2,乙,nonsense\n,,\n3,丙,\n1,丁,\n");
    let Roster { rows, problems } = roster;
    assert!(problems.is_empty(), "{problems:?}");
    let told = rows.iter().map(|row| (row.number, row.candidate.is_some()));
    let told: Vec<(u32, bool)> = told.collect();
    assert_eq!(told, [(2, true), (3, false), (5, true), (6, false)]);
}

#[test]
fn files_that_are_no_roster_are_named() {
    let mapping = Mapping::default();
    let cases: [(&[u8], &str); 7] = [
        (b"", "roster-no-header"),
        (b"\n1,2\n", "roster-no-header"),
        (b"\xff\xfe1\0", "roster-utf16"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "roster-old-excel"),
        (b"PK\x03\x04", "roster-not-a-table"),
        (b"\xff\xff\xff\n", "roster-not-a-table"),
        (b"a\0b\n", "roster-nul"),
    ];
    for (bytes, code) in cases {
        assert_eq!(
            codes(&read_csv(bytes, &reading(&mapping))),
            [code],
            "{bytes:?}"
        );
    }
}

#[test]
fn a_row_in_another_encoding_or_with_nul_is_refused_alone() {
    let mapping = Mapping::default();
    let mut bytes = "编号,姓名\n1,李四\n".as_bytes().to_vec();
    bytes.extend(b"2,\xc0\xee\n3,a\0\n4,b\n");
    let roster = read_csv(&bytes, &reading(&mapping));
    assert_eq!(codes(&roster), ["roster-encoding", "roster-nul"]);
    assert_eq!(candidates(&roster).len(), 2);
}

#[test]
fn other_headers_and_words_are_mapped_and_the_mapping_is_kept_in_a_file() {
    let mut mapping = Mapping::default();
    let pairs = [
        ("工号", Target::Key),
        ("称呼", Target::Question("name".to_owned())),
        ("备注", Target::Nothing),
        ("M/F", Target::Question("sex".to_owned())),
    ];
    for (header, target) in pairs {
        mapping.columns.insert(header.to_owned(), target);
    }
    let word = ("F".to_owned(), "female".to_owned());
    mapping
        .words
        .entry("sex".to_owned())
        .or_default()
        .extend([word]);
    let file = mapping.to_json().pretty();
    let mapping = Mapping::read(file.as_bytes()).unwrap();
    let roster = read_csv(
        "工号,称呼,M/F,备注\nA1,王五,F,随便\n".as_bytes(),
        &reading(&mapping),
    );
    assert_eq!(codes(&roster), Vec::<&str>::new());
    assert_eq!(candidates(&roster)[0].key, "A1");
    assert_eq!(said(candidates(&roster)[0], "sex").unwrap(), "female");
    let heading = &headings_of("工号,谁\n".as_bytes(), &mapping)[0];
    assert_eq!(
        heading.headers,
        [
            ("工号".to_owned(), Some(Target::Key)),
            ("谁".to_owned(), None)
        ]
    );
}

#[test]
fn a_file_that_is_no_mapping_is_refused_with_the_place() {
    let refused = |text: &str| Mapping::read(text.as_bytes()).unwrap_err();
    assert!(matches!(refused("{"), MappingFault::NotJson(_)));
    assert_eq!(refused("{}"), MappingFault::Format);
    let wrong = "{\"format\":\"zhicheng-mapping/1\",\"columns\":{\"a\":\"@b\"}}";
    assert_eq!(refused(wrong), MappingFault::Value("columns.a".to_owned()));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_make_the_reader_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let mapping = Mapping::default();
        let _ = read_csv(&bytes, &reading(&mapping));
        let mut behind = "编号,出生日期,在一线工作了几年,填写\n".as_bytes().to_vec();
        behind.extend(bytes);
        let _ = read_csv(&behind, &reading(&mapping));
    }

    #[test]
    fn a_day_is_read_in_every_usual_spelling(year in 1950_i32..2026, month in 1_u32..13, day in 1_u32..29, form in 0_usize..5) {
        let written = match form {
            0 => format!("{year}-{month:02}-{day:02}"),
            1 => format!("{year}/{month}/{day}"),
            2 => format!("{year}.{month}.{day}"),
            3 => format!("{year}年{month}月{day}日"),
            _ => format!("{year}{month:02}{day:02}"),
        };
        let roster = csv(&format!("birth_date\n{written}\n"));
        let expected = format!("{year}-{month:02}-{day:02}");
        prop_assert_eq!(said(candidates(&roster)[0], "birth_date"), Some(expected));
    }
}
