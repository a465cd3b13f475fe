//! Many candidates at once: what is said of each equals what is said of each alone.

use std::fs;
use std::path::{Path, PathBuf};

use json::Json;
use screening::{Duplicates, Refused, Screened, Tally};
use sheet::xlsx::{Out, Table, book};
use wording::desk;

use crate::package::package;
use crate::support::{Outcome, Zhicheng, scratch, vector};

const TODAY: [&str; 2] = ["--today", "2026-11-24"];

fn screen(inputs: &[&Path]) -> Zhicheng {
    let run = Zhicheng::new("screen").args(TODAY);
    inputs.iter().fold(run, Zhicheng::arg)
}

fn lines(outcome: &Outcome) -> Vec<Json> {
    let parse = |line: &str| Json::parse(line.as_bytes()).unwrap();
    outcome.out.lines().map(parse).collect()
}

fn text<'j>(json: &'j Json, keys: &[&str]) -> &'j str {
    let found = keys.iter().try_fold(json, |json, key| json.get(key));
    found.and_then(Json::as_str).unwrap_or_default()
}

const ROSTER: &str = "编号,姓名,性别,出生日期,申报级别,专业类别,in_post,填写\n\
    1,张三,男,1985-05-05,高级工程师,安全科学应用,是,+degrees level=bachelor mode=full_time date=2008-06-30; complete degrees\n\
    2,李四,无,1986-06-06,高级工程师,安全科学应用,是,\n\
    3,张三,男,1985-05-05,正高级工程师,安全科学应用,否,\n";

fn workbook() -> Vec<u8> {
    let headers = ["编号", "姓名", "出生日期", "申报级别", "in_post"];
    let row = |number: &str, name: &str, yes: &str| {
        vec![
            Out::text(number),
            Out::text(name),
            Out::Day("1980-01-02".parse().unwrap()),
            Out::text("高级工程师"),
            Out::text(yes),
        ]
    };
    let rows = vec![row("甲", "王五", "是"), row("乙", "赵六", "也许")];
    let people = Table::plain("人员", &headers, rows);
    book(&[people], "选项")
}

/// A folder with one of each kind, and three that are broken.
fn stack(name: &str) -> PathBuf {
    let folder = scratch(name);
    let whole = fs::read(package(&format!("{name}-package"))).unwrap();
    fs::write(folder.join("1 申报包.zip"), &whole).unwrap();
    let mut changed = whole.clone();
    let mark = "t1 工程师证书".as_bytes();
    let at = changed
        .windows(mark.len())
        .position(|window| window == mark)
        .unwrap();
    changed[at] = b'T';
    fs::write(folder.join("2 改过.zip"), changed).unwrap();
    fs::write(folder.join("3 断了.zip"), &whole[..whole.len() / 2]).unwrap();
    fs::copy(vector("example.dossier.json"), folder.join("4 档案.json")).unwrap();
    fs::write(folder.join("5 坏的.json"), "{").unwrap();
    fs::write(folder.join("6 名单.csv"), ROSTER).unwrap();
    fs::write(folder.join("7 名单.xlsx"), workbook()).unwrap();
    fs::write(folder.join("无关.txt"), "x").unwrap();
    folder
}

#[test]
fn what_is_written_into_the_folder_is_not_read_back() {
    let folder = stack("screen-own-output");
    let out = folder.join("8 结果.jsonl");
    let alone = screen(&[&folder]).arg("--json").run();
    let run = screen(&[&folder]).arg("--json").arg("-o").arg(&out);
    run.run().code(1);
    assert_eq!(fs::read_to_string(&out).unwrap(), alone.out);
}

#[test]
fn each_candidate_is_judged_as_alone_and_every_broken_input_is_named() {
    let folder = stack("screen-each");
    let outcome = screen(&[&folder]).arg("--json").run().code(1);
    let found = lines(&outcome);
    let formats: Vec<(&str, &str)> = found
        .iter()
        .map(|line| (text(line, &["format"]), text(line, &["input"])))
        .map(|(format, input)| (format, input.rsplit('/').next().unwrap()))
        .collect();
    let screened = "zhicheng-screened/1";
    let refused = "zhicheng-refused/1";
    assert_eq!(
        formats,
        [
            (screened, "1 申报包.zip"),
            (screened, "2 改过.zip"),
            (refused, "3 断了.zip"),
            (screened, "4 档案.json"),
            (refused, "5 坏的.json"),
            (screened, "6 名单.csv 第 2 行"),
            (screened, "6 名单.csv 第 3 行"),
            (screened, "6 名单.csv 第 4 行"),
            (screened, "7 名单.xlsx 第 2 行"),
            (screened, "7 名单.xlsx 第 3 行"),
            ("zhicheng-duplicate/1", ""),
            ("zhicheng-duplicate/1", ""),
        ]
    );
    let valid = |at: usize| {
        found[at]
            .get("package")
            .and_then(|package| package.get("valid")?.as_bool())
    };
    assert_eq!(
        (valid(0), valid(1), valid(3)),
        (Some(true), Some(false), None)
    );
    // The draft and the roster, alone.
    let alone = |input: &str| {
        let run = Zhicheng::new("assess --json")
            .args(TODAY)
            .arg(folder.join(input))
            .run();
        lines(&run)
    };
    let roster = alone("6 名单.csv");
    for (line, alone) in [
        (3, &alone("4 档案.json")[0]),
        (5, &roster[0]),
        (6, &roster[1]),
        (7, &roster[2]),
    ] {
        let levels = found[line].get("levels").and_then(Json::as_array).unwrap();
        for level in levels {
            let id = text(level, &["id"]);
            assert_eq!(
                text(level, &["verdict"]),
                text(alone, &["verdicts", "levels", id])
            );
            for route in level.get("routes").and_then(Json::as_array).unwrap() {
                let expected = text(alone, &["verdicts", "routes", id, text(route, &["id"])]);
                assert_eq!(text(route, &["verdict"]), expected, "{line} {id}");
            }
        }
    }
    let message = found[6].get("problems").unwrap().canonical();
    assert!(
        message.contains("“性别”列（C）") && message.contains("可以写：男、女"),
        "{message}"
    );
    outcome
        .says("同一个人：阿依古丽·买买提（")
        .says("同一个人：张三（")
        .says("共 8 人");
}

#[test]
fn parts_put_together_are_what_one_run_gives_in_every_form() {
    let folder = stack("screen-parts");
    let inputs: Vec<PathBuf> = {
        let mut all: Vec<PathBuf> = fs::read_dir(&folder)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .collect();
        all.retain(|path| !path.ends_with("无关.txt"));
        all.sort();
        all
    };
    let of = |inputs: &[PathBuf], out: &Path, options: &str| {
        let run = Zhicheng::new("screen")
            .args(TODAY)
            .args(options.split_whitespace())
            .arg("-o")
            .arg(out);
        inputs.iter().fold(run, Zhicheng::arg).run()
    };
    let parts: Vec<PathBuf> = inputs
        .chunks(3)
        .enumerate()
        .map(|(number, part)| {
            let out = folder.join(format!("part-{number}.jsonl"));
            of(part, &out, "--json");
            out
        })
        .collect();
    assert_eq!(parts.len(), 3);
    for form in ["--json", "--csv", "--xlsx", "--html", ""] {
        let (whole, merged) = (folder.join("whole"), folder.join("merged"));
        let one = of(&inputs, &whole, form).code(1);
        let put = of(&parts, &merged, &format!("--merge {form}")).code(1);
        assert_eq!(
            fs::read(&whole).unwrap(),
            fs::read(&merged).unwrap(),
            "{form}"
        );
        assert_eq!(one.err, put.err, "{form}");
    }
    let wrong = of(
        &[folder.join("5 坏的.json")],
        &folder.join("none"),
        "--merge --json",
    );
    wrong.code(1).says("第 1 行不是批量核对的结果");
}

#[test]
fn what_is_written_piece_by_piece_is_what_the_application_makes_at_once() {
    let folder = stack("screen-pieces");
    let (mut candidates, mut refused) = (Vec::new(), Vec::new());
    let (mut duplicates, mut tally) = (Duplicates::default(), Tally::default());
    for json in lines(&screen(&[&folder]).arg("--json").run()) {
        if let Some(line) = Screened::from_json(&json) {
            duplicates.add(&line);
            tally.add(&line);
            candidates.push(line);
        } else if let Some(nobody) = Refused::from_json(&json) {
            tally.refuse(&nobody);
            refused.push(nobody);
        }
    }
    let found = duplicates.same();
    tally.duplicates(found.len());
    assert_eq!([candidates.len(), refused.len(), found.len()], [8, 2, 2]);
    let written = |form: &str| {
        let out = folder.with_file_name(format!("screen-pieces{form}"));
        screen(&[&folder]).arg(form).arg("-o").arg(&out).run();
        fs::read(&out).unwrap()
    };
    assert_eq!(
        written("--xlsx"),
        desk::workbook(&candidates, &found, &refused)
    );
    assert_eq!(
        String::from_utf8(written("--html")).unwrap(),
        desk::page(&candidates, &found, &refused, &tally)
    );
}

#[test]
fn the_second_row_of_a_key_is_refused_and_the_same_key_in_another_roster_is_not() {
    let folder = scratch("screen-keys");
    let (first, second) = (folder.join("甲.csv"), folder.join("乙.csv"));
    fs::write(&first, "编号,姓名\n1,甲\n2,乙\n1,丙\n,丁\n,戊\n").unwrap();
    fs::write(&second, "编号,姓名\n1,己\n").unwrap();
    let run = screen(&[&first, &second]).arg("--json").run().code(1);
    let all = lines(&run);
    let told = all.iter().map(|line| {
        let code = line.get("problems").and_then(Json::as_array);
        let code = code.and_then(|all| all.last());
        let code = code.map_or("", |told| text(told, &["code"]));
        format!("{} {code}", text(line, &["format"]))
    });
    let told: Vec<String> = told.collect();
    let fine = "zhicheng-screened/1 ";
    let refused = "zhicheng-refused/1 roster-repeated-key";
    assert_eq!(told, [fine, fine, refused, fine, fine, fine]);
    assert!(run.err.contains("甲.csv 第 4 行"), "{run:?}");
}

/// A workbook of two people with one key and one of another, and records of these and of nobody.
fn with_records(broken: bool) -> Vec<u8> {
    let row = |texts: &[&str]| texts.iter().map(|text| Out::text(*text)).collect();
    let people = vec![
        row(&["1", "张三", "高级工程师", "安全科学应用"]),
        row(&["1", "李四", "高级工程师", "安全科学应用"]),
        row(&["2", "王五", "高级工程师", "安全科学应用"]),
    ];
    let mut records = vec![
        row(&["1", "学历学位", "本科或学士", "全日制"]),
        row(&["9", "学历学位", "本科或学士", "全日制"]),
        row(&["2", "学历学位", "什么", "全日制"]),
        row(&["1", "学历学位", "本科或学士", "什么"]),
    ];
    if broken {
        records.push(vec![Out::Number("1,5".to_owned())]);
    }
    let headers = ["编号", "姓名", "申报级别", "专业类别"];
    let of_records = ["编号", "记录", "学历或学位", "学习方式"];
    let tables = [
        Table::plain("人员", &headers, people),
        Table::plain("记录", &of_records, records),
    ];
    book(&tables, "选项")
}

#[test]
fn people_of_a_workbook_come_with_their_records_or_nobody_does() {
    let folder = scratch("screen-records");
    let path = folder.join("名单.xlsx");
    let told = |broken: bool| {
        fs::write(&path, with_records(broken)).unwrap();
        let outcome = screen(&[&path]).arg("--json").run().code(1);
        let lines = lines(&outcome);
        let told = lines.iter().map(|line| {
            let input = text(line, &["input"]).rsplit('/').next().unwrap();
            let problems = line.get("problems").and_then(Json::as_array).unwrap();
            let codes = problems.iter().map(|problem| text(problem, &["code"]));
            let codes = codes.filter(|code| code.starts_with("roster-"));
            format!("{input} {}", codes.collect::<Vec<_>>().join(" "))
        });
        told.collect::<Vec<_>>()
    };
    assert_eq!(
        told(false),
        [
            "名单.xlsx 第 2 行 roster-not-a-choice",
            "名单.xlsx 第 3 行 roster-repeated-key",
            "名单.xlsx 第 4 行 roster-not-a-choice",
            "名单.xlsx roster-no-such-candidate",
        ]
    );
    let plain = screen(&[&path]).run().code(1);
    assert!(
        plain
            .out
            .contains("填写有错：“记录”第 4 行“学历或学位”列（C）：“什么”：不在可选的内容里"),
        "{plain:?}"
    );
    assert_eq!(
        told(true),
        ["名单.xlsx roster-workbook roster-records-unread"]
    );
}

#[test]
fn in_brief_the_verdicts_are_the_same_and_what_was_not_looked_for_is_not_there() {
    let folder = stack("screen-brief");
    let whole = screen(&[&folder]).arg("--json").run().code(1);
    let brief = screen(&[&folder]).args(["--json", "--brief"]).run().code(1);
    let verdicts = |line: &Json| {
        let levels = line.get("levels").and_then(Json::as_array);
        let levels = levels.unwrap_or_default().iter();
        let one = |json: &Json| format!("{} {}", text(json, &["id"]), text(json, &["verdict"]));
        let all = levels.flat_map(|level| {
            let routes = level.get("routes").and_then(Json::as_array);
            let routes = routes.unwrap_or_default().iter().map(one);
            std::iter::once(one(level))
                .chain(routes)
                .collect::<Vec<_>>()
        });
        (text(line, &["input"]).to_owned(), all.collect::<Vec<_>>())
    };
    let of = |run: &Outcome| lines(run).iter().map(verdicts).collect::<Vec<_>>();
    assert_eq!(of(&whole), of(&brief));
    let shown = lines(&brief);
    let rows = shown
        .iter()
        .filter(|line| matches!(text(line, &["origin"]), "roster" | "draft"));
    for row in rows.filter(|line| text(line, &["format"]) == "zhicheng-screened/1") {
        assert_eq!(row.get("brief"), Some(&Json::Bool(true)));
        assert_eq!(row.get("score"), Some(&Json::Null));
    }
    let csv = screen(&[&folder]).args(["--csv", "--brief"]).run().code(1);
    let header = csv.out.lines().next().unwrap_or_default();
    assert!(
        header.contains("各渠道") && !header.contains("还差什么"),
        "{header}"
    );
    let wrong = screen(&[&folder]).args(["--xlsx", "--brief"]).run();
    wrong.code(2).says("--brief");
}

#[test]
fn csv_cells_that_would_be_formulas_are_harmless_and_the_page_has_no_script() {
    let folder = scratch("screen-formulas");
    let roster = folder.join("名单.csv");
    fs::write(
        &roster,
        "姓名,工作单位全称\n\"=HYPERLINK(\"\"x\"\")\",@SUM(1)\n-1,<script>alert(1)</script>\n",
    )
    .unwrap();
    let csv = screen(&[&roster]).arg("--csv").run().code(0);
    let rows: Vec<&str> = csv.out.lines().collect();
    assert!(rows[0].starts_with('\u{feff}'), "{csv:?}");
    assert!(
        rows[1].starts_with("\"'=HYPERLINK(\"\"x\"\")\",'@SUM(1),"),
        "{csv:?}"
    );
    assert!(rows[2].starts_with("'-1,"), "{csv:?}");
    let page = screen(&[&roster]).arg("--html").run().code(0);
    assert!(
        page.out.contains("&lt;script&gt;") && !page.out.contains("<script"),
        "{page:?}"
    );
}

#[test]
fn the_template_is_a_workbook_that_is_read_without_a_complaint() {
    let folder = scratch("screen-template");
    let template = folder.join("模板.xlsx");
    Zhicheng::new("screen --template -o")
        .arg(&template)
        .run()
        .code(0);
    assert!(fs::read(&template).unwrap().starts_with(b"PK"));
    let empty = screen(&[&template]).run();
    assert!(empty.err.contains("共 0 人"), "{empty:?}");
}

#[test]
fn a_mapping_leads_other_headers_where_they_belong() {
    let folder = scratch("screen-mapping");
    let (roster, mapping) = (folder.join("名单.csv"), folder.join("对应.json"));
    fs::write(&roster, "工号,称呼,性别代码\n9,孙七,F\n").unwrap();
    let columns = "{\"工号\":\"@key\",\"称呼\":\"name\",\"性别代码\":\"sex\"}";
    let words = "{\"sex\":{\"F\":\"female\"}}";
    fs::write(
        &mapping,
        format!("{{\"format\":\"zhicheng-mapping/1\",\"columns\":{columns},\"words\":{words}}}"),
    )
    .unwrap();
    let run = screen(&[&roster])
        .arg("--json")
        .arg("--mapping")
        .arg(&mapping)
        .run()
        .code(0);
    assert_eq!(text(&lines(&run)[0], &["name"]), "孙七");
    screen(&[&roster])
        .arg("--json")
        .run()
        .code(1)
        .says("“工号”列（A）")
        .says("请对应到规则书里的问题");
    screen(&[&roster])
        .arg("--mapping")
        .arg(&roster)
        .run()
        .code(1)
        .says("不是列名对应文件");
}

#[test]
fn assess_reads_rosters_in_other_encodings_and_with_other_separators() {
    let folder = scratch("screen-encodings");
    let plain = "编号;姓名;性别\n1;李四;男\n";
    let gbk: Vec<u8> = [
        b"\xb1\xe0\xba\xc5;\xd0\xd5\xc3\xfb;\xd0\xd4\xb1\xf0\n".as_slice(),
        b"1;\xc0\xee\xcb\xc4;\xc4\xd0\n",
    ]
    .concat();
    let mut outs = Vec::new();
    for (name, bytes) in [("utf8.csv", plain.as_bytes()), ("gbk.csv", &gbk)] {
        let path = folder.join(name);
        fs::write(&path, bytes).unwrap();
        outs.push(
            Zhicheng::new("assess --json")
                .args(TODAY)
                .arg(&path)
                .run()
                .code(0)
                .out,
        );
    }
    assert_eq!(outs[0], outs[1]);
    let unknown = folder.join("列名.csv");
    fs::write(&unknown, "编号,姓明\n1,李四\n").unwrap();
    Zhicheng::new("assess")
        .args(TODAY)
        .arg(&unknown)
        .run()
        .code(1)
        .says("是不是“姓名”");
}
