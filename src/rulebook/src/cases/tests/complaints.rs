//! What the reader says of tables that are wrong.

use super::*;

/// What the reader says of a row.
fn complaint(row: &str) -> String {
    let errors = read(&format!("{HEADER}\n{row}\n")).unwrap_err();
    assert_eq!(errors.len(), 1);
    errors[0].to_string()
}

/// Rows, and what is said of them.
const ROWS: &[(&str, &str)] = &[
    (",senior,满足,,", "`条款` is empty; name what is decided"),
    (
        "G1x,senior,满足,,",
        "the book has no `G1x` here; did you mean `G1`? there are: ",
    ),
    (
        "senior.score,professorial,满足,,",
        "the book has no `senior.score` here; ",
    ),
    (
        "渠道:scored,professorial,满足,,",
        "the book has no `scored` here; there are: standard, ",
    ),
    (
        "路:scored,senior,满足,,",
        "unknown `路:`; there are `渠道:`, ",
    ),
    ("G1,高级,满足,,", "no level `高级`; "),
    (
        "G1,,满足,,",
        "no level ``; there are: 高级工程师, 正高级工程师",
    ),
    (
        "总分,senior,8,,",
        "the score has no level; leave `级别` empty",
    ),
    (
        "G1,senior,是,,",
        "`是` is no outcome; write `满足`, `不满足` or `待定`",
    ),
    ("总分,,4.505,,", "`4.505` are no points; write `4.50`, "),
    (
        "G1,senior,满足,,,other",
        "there is no `other.json`; there are: base",
    ),
    (
        "G1,senior,满足,,,,26",
        "`26` is no year; write it as `2026`",
    ),
    (
        "G1,senior,满足,,,,,2025-12-31",
        "`2025-12-31` is no day of 2026; ",
    ),
    (
        "G1,senior,满足,,,,,,多",
        "9 cells under 8 headers; quote a cell that holds a comma",
    ),
];

/// Rows with changes that cannot be made, and what is said of them.
const CHANGES: &[(&str, &str)] = &[
    (
        "G1,senior,满足,,in_pots=是",
        "in `in_pots=是`: the book does not ask `in_pots`; did you mean `in_post`? ",
    ),
    (
        "G1,senior,满足,,in_post=1",
        "in `in_post=1`: `1` is neither; write `是` or `否`",
    ),
    (
        "G1,senior,满足,,in_post",
        "in `in_post`: `in_post` has no `=`; write `name=value`",
    ),
    (
        "G1,senior,满足,,in_post=空",
        "in `in_post=空`: `空` is no answer here; ",
    ),
    (
        "G1,senior,满足,,birth_date=1985-2-30",
        "in `birth_date=1985-2-30`: `1985-2-30` is no day; ",
    ),
    (
        "G1,senior,满足,,front_line_years=1.5",
        "in `front_line_years=1.5`: `1.5` is no such number; ",
    ),
    (
        "G1,senior,满足,,+achievements kind=honor",
        "in `+achievements kind=honor`: no choice `honor`; did you mean `honour`? ",
    ),
    (
        "G1,senior,满足,,+achievements kind=honour rank=1",
        "in `+achievements kind=honour rank=1`: the book does not ask `rank`; there are: kind, title, date, grade",
    ),
    (
        "G1,senior,满足,,+achievements kind=award grade=county",
        "no choice `county`; there are: national, provincial, municipal",
    ),
    (
        "G1,senior,满足,,+titles*21 level=engineer",
        "`21` is no number of records; write 1 to 20",
    ),
    (
        "G1,senior,满足,,+title level=engineer",
        "the book does not ask `title`; did you mean `titles`? ",
    ),
    (
        "G1,senior,满足,,-certificates",
        "in `-certificates`: there is nothing like it; look at the base",
    ),
    (
        "G1,senior,满足,,-titles level=engineer how=registered_safety_engineer",
        "there is nothing like it; ",
    ),
    (
        "G1,senior,满足,,open",
        "in `open`: no list is named; name one or several",
    ),
];

#[test]
fn what_is_wrong_with_a_row_is_named_with_its_place_and_a_remedy() {
    for (row, expected) in ROWS.iter().chain(CHANGES) {
        let said = complaint(row);
        assert!(said.starts_with("table.csv:3: "), "{said}");
        assert!(said.contains(expected), "{said}\n{expected}");
    }
}

#[test]
fn what_is_wrong_with_a_table_is_named() {
    for (table, expected) in [
        ("", "table.csv: there is no header row; begin with `条款`, "),
        (
            "条款,级别,期望,说明\n",
            "table.csv:1: the column `填写` is missing; add it",
        ),
        (
            "条款,级别,期望,说明,填写,备注\n",
            "table.csv:1: unknown header `备注`; ",
        ),
        (
            "条款,级别,期望,说明,填写,级别\n",
            "table.csv:1: `级别` stands twice; keep one",
        ),
        (
            "条款,级别,期望,说明,填写\n\"G1\n,,",
            "table.csv:2: a quotation mark is not closed; ",
        ),
        (
            "条款,级别,期望,说明,填写\n\nG\"1,,",
            "table.csv:3: a quotation mark inside a cell; ",
        ),
    ] {
        let errors = read(table).unwrap_err();
        assert!(errors[0].to_string().starts_with(expected), "{}", errors[0]);
    }
}

#[test]
fn all_that_is_wrong_is_told_at_once() {
    let table = format!("{HEADER}G1,senior,?,,\nG1,senior,满足,,\nG9,senior,满足,,\n");
    let lines: Vec<_> = read(&table)
        .unwrap_err()
        .iter()
        .map(|error| error.line)
        .collect();
    assert_eq!(lines, [2, 4]);
}

#[test]
fn a_base_that_is_no_dossier_is_named() {
    let files = [CaseFile {
        name: "base.json",
        bytes: b"{}",
    }];
    let errors = read_cases(&files, &BOOK, 2026).unwrap_err();
    assert!(
        errors[0].to_string().starts_with("base.json: "),
        "{}",
        errors[0]
    );
}
