//! The release command on 100,000 rows: how long it takes, and how much memory at the most; the verdicts alone, and with
//! everything that a line of the table says; of rows that are often alike but for names and titles, as people's are, of rows
//! that leave much open, of rows of which no two have the same days, though rules cannot tell most of them apart, and of rows
//! that tell all of a working life: every question, and eleven to seventeen records, where nothing is gained by what was judged
//! before. Then workbooks: the first of these rosters, and such people with three records each on a sheet of their own. Then
//! what takes memory: ten times as many rows, and all that waits for the end.

use std::collections::BTreeMap;
use std::env;
use std::ffi::OsString;
use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::{BufRead, BufReader, Write as _};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use zip::write::{SimpleFileOptions, ZipWriter};

use crate::exact::random::Random;
use crate::run::Run;

const ROWS: usize = 100_000;
const EXAMPLE: &str = include_str!("../vectors/example.dossier.json");

/// Of those who are more, so many times.
const MORE: usize = 10;

/// The ways to go through a roster: what is told, the arguments, and the file.
const WAYS: [(&str, &[&str], &str); 16] = [
    (
        "assess --brief, JSON lines",
        &["assess", "--brief", "--season", "2026"],
        "rows.jsonl",
    ),
    (
        "assess --brief, CSV",
        &["assess", "--brief", "--season", "2026"],
        "rows.csv",
    ),
    (
        "screen --brief, CSV",
        &["screen", "--brief", "--json"],
        "rows.csv",
    ),
    ("screen, CSV", &["screen", "--json"], "rows.csv"),
    (
        "screen --brief, much open",
        &["screen", "--brief", "--json"],
        "open.csv",
    ),
    ("screen, much open", &["screen", "--json"], "open.csv"),
    (
        "screen --brief, other days",
        &["screen", "--brief", "--json"],
        "unlike.csv",
    ),
    ("screen, other days", &["screen", "--json"], "unlike.csv"),
    (
        "screen --brief, whole lives",
        &["screen", "--brief", "--json"],
        "lives.csv",
    ),
    ("screen, whole lives", &["screen", "--json"], "lives.csv"),
    (
        "screen --brief, workbook",
        &["screen", "--brief", "--json"],
        "rows.xlsx",
    ),
    ("screen, workbook", &["screen", "--json"], "rows.xlsx"),
    (
        "screen, workbook with records",
        &["screen", "--json"],
        "records.xlsx",
    ),
    (
        "screen --xlsx, much open",
        &["screen", "--xlsx"],
        "open.csv",
    ),
    (
        "screen --html, much open",
        &["screen", "--html"],
        "open.csv",
    ),
    (
        "screen --brief, ten times as many",
        &["screen", "--brief", "--json"],
        "more.csv",
    ),
];

/// JSON lines and a CSV roster.
pub(crate) fn stream(_: &mut Run) {
    let Some(command) = env::var_os("ZHICHENG") else {
        println!("not run: `cargo xtask bench roster` builds the command first");
        return;
    };
    let folder = Path::new(&command).with_file_name("roster");
    let made = fs::create_dir_all(&folder)
        .and_then(|()| fs::write(folder.join("rows.jsonl"), json_lines()))
        .and_then(|()| fs::write(folder.join("rows.csv"), table()))
        .and_then(|()| fs::write(folder.join("open.csv"), open(ROWS)))
        .and_then(|()| fs::write(folder.join("more.csv"), open(ROWS * MORE)))
        .and_then(|()| fs::write(folder.join("unlike.csv"), unlike()))
        .and_then(|()| fs::write(folder.join("lives.csv"), lives()))
        .and_then(|()| packed(&folder.join("rows.xlsx"), &[people()]))
        .and_then(|()| packed(&folder.join("records.xlsx"), &with_records()));
    if let Err(error) = made {
        println!("not run: {}: {error}", folder.display());
        return;
    }
    println!(
        "{:<34} {:>8} {:>12} {:>14}",
        "100,000 rows", "wall", "rows/s", "peak memory"
    );
    for (name, args, file) in WAYS {
        match run(&command, (&folder, file), args) {
            Ok((wall, peak)) => {
                let rows = u32::try_from(rows_of(file)).map_or(0.0, f64::from) / wall.as_secs_f64();
                println!("{name:<34} {wall:>8.2?} {rows:>12.0} {peak:>10} KiB");
            }
            Err(error) => println!("{name}: {error}"),
        }
    }
}

fn run(
    command: &OsString,
    (folder, file): (&Path, &str),
    args: &[&str],
) -> std::io::Result<(Duration, u64)> {
    let path = folder.join("out");
    let out = File::create(&path)?;
    let start = Instant::now();
    let mut child = Command::new(command)
        .args(args)
        .args(["--today", "2026-11-24"])
        .arg(folder.join(file))
        .stdout(out)
        .stderr(Stdio::null())
        .spawn()?;
    let mut peak = 0;
    while child.try_wait()?.is_none() {
        peak = memory(&child).unwrap_or(0).max(peak);
        sleep(Duration::from_millis(5));
    }
    let wall = start.elapsed();
    let candidates = candidates(&path, args)?;
    fs::remove_file(&path)?;
    if candidates == rows_of(file) {
        return Ok((wall, peak));
    }
    Err(std::io::Error::other(format!(
        "{candidates} candidates came out"
    )))
}

fn rows_of(file: &str) -> usize {
    if file == "more.csv" {
        ROWS * MORE
    } else {
        ROWS
    }
}

/// How many candidates there are in what came out; of forms other than lines, where nothing is the same twice.
fn candidates(out: &Path, args: &[&str]) -> std::io::Result<usize> {
    let count = |what: &[u8]| -> std::io::Result<usize> {
        let bytes = fs::read(out)?;
        let own = bytes.windows(what.len()).filter(|own| *own == what);
        Ok(own.count())
    };
    if args.contains(&"--xlsx") {
        // Nothing in it is packed; each of its three sheets has a header.
        return Ok(count(b"<row r=")?.saturating_sub(3));
    }
    if args.contains(&"--html") {
        return count(b"<h2>");
    }
    // What is the same twice stands behind the candidates.
    let mut candidates = 0;
    for line in BufReader::new(File::open(out)?).lines() {
        candidates += usize::from(!line?.contains("zhicheng-duplicate/1"));
    }
    Ok(candidates)
}

/// The most memory that a program had so far, in KiB, where the system tells.
fn memory(child: &Child) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{}/status", child.id())).ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix("kB")?.trim().parse().ok()
}

/// The worked example, every second row with other answers, every eighth with two missing.
fn json_lines() -> String {
    let one = EXAMPLE.lines().map(str::trim).collect::<String>();
    let mut rows = String::new();
    for row in 0..ROWS {
        let mut text = one.replace("\"2015", if row % 2 == 0 { "\"2015" } else { "\"2012" });
        if row % 8 == 7 {
            text = text
                .replace("\"in_post\": true,", "")
                .replace("\"in_post\":true,", "");
        }
        rows.push_str(&text);
        rows.push('\n');
    }
    rows
}

/// A roster with these columns; `row` gives the row of a number.
fn roster(columns: &str, count: usize, row: impl Fn(usize) -> String) -> String {
    let rows = (0..count).map(row);
    let lines = std::iter::once(columns.to_owned()).chain(rows);
    lines.map(|line| line + "\n").collect()
}

/// The questions of the gates, and one record of each list in the notation of cases.
fn table() -> String {
    roster(
        "编号,sex,birth_date,target_level,category,in_post,填写",
        ROWS,
        |row| {
            let in_post = if row % 8 == 7 { "" } else { "是" };
            let born = 1970 + row % 25;
            let text = "+degrees level=bachelor mode=full_time date=2008-06-30; \
            +titles level=engineer how=review appointed=2015-01-01; \
            +achievements kind=award title=x date=2025-01-01 grade=municipal class=1 rank=1; \
            complete degrees titles achievements";
            format!("{row},男,{born}-05-01,senior,safety_science,{in_post},{text}")
        },
    )
}

/// [`table`] on a sheet.
fn people() -> Sheet {
    let text = table();
    let rows = text.lines();
    ("人员", rows.map(cells).collect())
}

/// The people of [`table`], with their records on another sheet.
fn with_records() -> [Sheet; 2] {
    let headers = "编号,sex,birth_date,target_level,category,in_post,学历学位已填全,职称已填全,业绩成果已填全";
    let people = (0..ROWS).map(|row| {
        let in_post = if row % 8 == 7 { "" } else { "是" };
        let born = 1970 + row % 25;
        format!("{row},男,{born}-05-01,senior,safety_science,{in_post},是,是,是")
    });
    let of_records = "编号,记录,学历或学位,学习方式,证书上的日期,哪一级,怎么取得的,取得职称的日期,名称,日期,奖项级别,几等奖,排名";
    let records = (0..ROWS).flat_map(|row| {
        [
            format!("{row},学历学位,本科或学士,全日制,2008-06-30"),
            format!("{row},职称,,,,工程师（中级）,评审或认定,2015-01-01"),
            format!("{row},业绩成果：科技奖或成果奖,,,,,,,x,2025-01-01,市级,1,1"),
        ]
    });
    let sheet = |headers: &str, rows: Vec<String>| {
        let all = std::iter::once(headers).chain(rows.iter().map(String::as_str));
        all.map(cells).collect()
    };
    [
        ("人员", sheet(headers, people.collect())),
        ("记录", sheet(of_records, records.collect())),
    ]
}

/// The name of a sheet, and its rows.
type Sheet = (&'static str, Vec<Vec<String>>);

fn cells(row: &str) -> Vec<String> {
    row.split(',').map(str::to_owned).collect()
}

/// Writes a workbook as spreadsheet programs do: deflated, and with strings that cells share.
fn packed(path: &Path, sheets: &[Sheet]) -> std::io::Result<()> {
    const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let mut places = BTreeMap::new();
    let (mut strings, mut listed, mut relations) = (String::new(), String::new(), String::new());
    let mut writer = ZipWriter::new(File::create(path)?);
    let mut part = |name: &str, text: &str| -> std::io::Result<()> {
        writer.start_file(name, SimpleFileOptions::default())?;
        writer.write_all(text.as_bytes())
    };
    let relation = |id: usize, kind: &str, target: &str| {
        format!(r#"<Relationship Id="r{id}" Type="{OFFICE}/{kind}" Target="{target}"/>"#)
    };
    for (id, (name, rows)) in sheets.iter().enumerate() {
        let mut text = "<worksheet><sheetData>".to_owned();
        for (row, number) in rows.iter().zip(1..) {
            let _ = write!(text, r#"<row r="{number}">"#);
            let filled = row.iter().enumerate().filter(|(_, cell)| !cell.is_empty());
            for (column, cell) in filled {
                let next = places.len();
                let place = *places.entry(cell.clone()).or_insert(next);
                if place == next {
                    let _ = write!(strings, "<si><t>{cell}</t></si>");
                }
                let letters = sheet::letters(column);
                let _ = write!(text, r#"<c r="{letters}{number}" t="s"><v>{place}</v></c>"#);
            }
            text.push_str("</row>");
        }
        text.push_str("</sheetData></worksheet>");
        part(&format!("xl/sheet{id}.xml"), &text)?;
        let _ = write!(
            listed,
            r#"<sheet name="{name}" sheetId="{id}" r:id="r{id}"/>"#
        );
        relations += &relation(id, "worksheet", &format!("sheet{id}.xml"));
    }
    relations += &relation(sheets.len(), "sharedStrings", "strings.xml");
    let around = |relations: &str| format!("<Relationships>{relations}</Relationships>");
    part("xl/strings.xml", &format!("<sst>{strings}</sst>"))?;
    part(
        "xl/workbook.xml",
        &format!(r#"<workbook xmlns:r="{OFFICE}"><sheets>{listed}</sheets></workbook>"#),
    )?;
    part("xl/_rels/workbook.xml.rels", &around(&relations))?;
    let root = relation(0, "officeDocument", "xl/workbook.xml");
    part("_rels/.rels", &around(&root))?;
    writer.finish()?;
    Ok(())
}

/// Lists that may still grow, and questions without an answer, as rosters of a personnel office are.
fn open(count: usize) -> String {
    roster(
        "编号,姓名,sex,birth_date,target_level,category,in_post,填写",
        count,
        |row| {
            let in_post = if row % 5 == 0 { "" } else { "是" };
            let level = if row % 3 == 0 {
                "professorial"
            } else {
                "senior"
            };
            let born = 1970 + row % 25;
            let text = "+degrees level=bachelor mode=full_time date=2008-06-30; \
            +titles level=engineer how=review appointed=2015-01-01; \
            +achievements kind=award";
            let rest = "date=2025-01-01 grade=municipal class=1 rank=1";
            format!(
                "{row},某{row},男,{born}-05-01,{level},safety_science,{in_post},{text} title=第{row}号成果 {rest}"
            )
        },
    )
}

/// As [`table`], with another birth date and another day of appointment in each row.
fn unlike() -> String {
    roster(
        "编号,sex,birth_date,target_level,category,in_post,填写",
        ROWS,
        |row| {
            let (born, day) = (1965 + row % 25, 1 + row / 25 % 28);
            let (year, month) = (2010 + row / 700 % 12, 1 + row / 8_400 % 12);
            let text = format!(
                "+degrees level=bachelor mode=full_time date=2008-06-30; \
            +titles level=engineer how=review appointed={year}-{month:02}-01; \
            +achievements kind=award title=x date=2025-01-01 grade=municipal class=1 rank=1; \
            complete degrees titles achievements"
            );
            format!("{row},男,{born}-05-{day:02},senior,safety_science,是,{text}")
        },
    )
}

/// People as a personnel office knows them: every question answered by most, degrees, titles, certificates, the years, and
/// one to six achievements of any kind. No two are alike, and a tenth of them has lists that may still grow.
fn lives() -> String {
    let mut random = Random::new(2026);
    let columns = "编号,姓名,sex,birth_date,employer,target_level,category,in_post,civil_servant,under_penalty,\
        misconduct_year,late_retirement_approved,front_line_years,safety_management_years,workplace_tier,填写";
    let rows = (0..ROWS).map(|row| life(row, &mut random));
    let lines = std::iter::once(columns.to_owned()).chain(rows);
    lines.map(|line| line + "\n").collect()
}

fn life(row: usize, random: &mut Random) -> String {
    let born = random.within(1966, 1994);
    let titled = born + random.within(27, 31);
    let is_senior = random.percent(30);
    let mut told = vec![
        format!(
            "+degrees level={} mode={} date={}-06-30",
            random.pick(&["bachelor", "bachelor", "master", "doctor", "college"]),
            random.pick(&["full_time", "in_service"]),
            born + random.within(22, 26)
        ),
        format!(
            "+titles level=engineer how=review appointed={}",
            date(random, (titled, titled))
        ),
    ];
    if is_senior {
        let year = (titled + random.within(5, 8)).min(2024);
        told.push(format!(
            "+titles level=senior_engineer how=review appointed={year}-12-31"
        ));
    }
    if random.percent(50) {
        told.push(format!(
            "+certificates kind=registered_safety_engineer date={} valid_until={}-02-28",
            date(random, (2012, 2022)),
            random.within(2026, 2030)
        ));
    }
    for year in 2023..=2025 {
        let result = random.pick(&["competent", "competent", "competent", "excellent"]);
        told.push(format!("+assessments year={year} result={result}"));
    }
    for year in 2022..=2025 {
        told.push(format!(
            "+training year={year} total_hours={} professional_hours={} public_hours={}",
            random.within(85, 120),
            random.within(55, 80),
            random.within(15, 30)
        ));
    }
    for place in 0..random.within(1, 6) {
        told.push(achievement(row * 8 + place, random));
    }
    told.push(if random.percent(90) {
        "complete degrees titles certificates assessments training achievements".to_owned()
    } else {
        "complete degrees titles assessments training".to_owned()
    });
    let mut answer = |answer: &'static str| if random.percent(98) { answer } else { "" };
    let answers = [answer("是"), answer("否"), answer("否"), answer("空")].join(",");
    format!(
        "{row},某{row},{},{},某单位{},{},{},{answers},否,{},{},county,{}",
        random.pick(&["男", "女"]),
        date(random, (born, born)),
        row % 977,
        if is_senior { "professorial" } else { "senior" },
        random.pick(&["safety_science", "safety_management", "technical_service"]),
        random.within(0, 12),
        random.within(0, 10),
        told.join("; ")
    )
}

fn date(random: &mut Random, (first, last): (usize, usize)) -> String {
    let (year, month) = (random.within(first, last), random.within(1, 12));
    format!("{year}-{month:02}-{:02}", random.within(1, 28))
}

fn achievement(number: usize, random: &mut Random) -> String {
    let grade = random.pick(&["national", "provincial", "municipal", "municipal", "county"]);
    let award = random.pick(&["national", "provincial", "municipal"]);
    let (rank, class) = (random.within(1, 6), random.within(1, 3));
    let fields = match random.below(8) {
        0 => format!(
            "kind=project grade={grade} role={}",
            random.pick(&["lead", "key", "member"])
        ),
        1 => format!("kind=research grade={grade} rank={rank}"),
        2 => format!("kind=award grade={award} class={class} rank={rank} project_key=空"),
        3 => format!(
            "kind=standard grade={} rank={rank}",
            random.pick(&["national", "provincial"])
        ),
        4 => format!(
            "kind=paper tier={} authorship={}",
            random.pick(&["indexed", "core", "public"]),
            random.pick(&["first_or_corresponding", "second", "other"])
        ),
        5 => format!(
            "kind=monograph ten_thousand_characters={} rank={class}",
            random.within(1, 20)
        ),
        6 => format!(
            "kind=patent type={} rank={rank} family_key=空",
            random.pick(&["invention", "utility", "software"])
        ),
        _ => format!("kind=honour grade={grade}"),
    };
    let day = date(random, (2014, 2025));
    format!("+achievements {fields} title=第{number}项成果 date={day}")
}
