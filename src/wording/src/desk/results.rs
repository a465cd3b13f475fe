//! The results as a table: on screen, as CSV, as XLSX.

use screening::{Column, Refused, Same, Screened, Told};
use sheet::csv::{header, record};
use sheet::xlsx::{self, Out, Table, book};

use crate::number::points;

/// The header of a column on screen.
pub fn column(column: Column) -> &'static str {
    match column {
        Column::Name => "姓名",
        Column::Employer => "单位",
        Column::Level => "申报级别",
        Column::Category => "专业类别",
        Column::Verdict => "结论",
        Column::Routes => "各渠道",
        Column::Score => "自评分",
        Column::Missing => "还差什么",
        Column::Earliest => "最早年度",
        Column::Package => "申报包",
        Column::Evidence => "证明",
        Column::StandIns => "示例或参考",
        Column::Book => "规则书",
        Column::Problems => "要核对",
        Column::Input => "文件",
    }
}

/// A cell on screen.
pub fn shown(column: Column, line: &Screened) -> String {
    match column {
        Column::Name => line.name.clone(),
        Column::Employer => line.employer.clone(),
        Column::Level => line
            .level
            .as_ref()
            .map(|named| named.label.clone())
            .unwrap_or_default(),
        Column::Category => line
            .category
            .as_ref()
            .map(|named| named.label.clone())
            .unwrap_or_default(),
        Column::Verdict => conclusion(line),
        Column::Routes => routes(line),
        Column::Score => score(line),
        Column::Missing => missing(line),
        Column::Earliest => line
            .earliest
            .map(|year| year.to_string())
            .unwrap_or_default(),
        Column::Package => package(line).to_owned(),
        Column::Evidence => format!("{}/{}", line.evidence.proven, line.evidence.asked),
        Column::StandIns => line.stand_ins.len().to_string(),
        Column::Book => format!(
            "{} {}（{} 年度）",
            line.book.id, line.book.version, line.season
        ),
        Column::Problems => line.problems.len().to_string(),
        Column::Input => line.input.clone(),
    }
}

/// A verdict by its id.
pub(super) fn verdict(id: &str) -> &'static str {
    match id {
        "met" => "满足",
        "not_met" => "不满足",
        _ => "待定",
    }
}

fn conclusion(line: &Screened) -> String {
    let reference = line.target().is_some_and(|level| level.reference);
    let mark = if reference { "（参考结论）" } else { "" };
    format!("{}{mark}", verdict(line.verdict()))
}

fn routes(line: &Screened) -> String {
    let routes = line.target().map_or(&[][..], |level| &level.routes);
    let told = routes
        .iter()
        .map(|route| format!("{}：{}", route.label, verdict(&route.verdict)));
    told.collect::<Vec<_>>().join("；")
}

fn score(line: &Screened) -> String {
    let Some(score) = line.score else {
        return String::new();
    };
    let own = if score.low == score.high {
        points(score.low)
    } else {
        format!("{}–{}", points(score.low), points(score.high))
    };
    format!("{own}/{}", points(score.line))
}

fn missing(line: &Screened) -> String {
    let told = line
        .missing
        .iter()
        .map(|missing| format!("{}（{}）", missing.label, verdict(&missing.verdict)));
    told.collect::<Vec<_>>().join("；")
}

fn package(line: &Screened) -> &'static str {
    match &line.package {
        None => "没有申报包",
        Some(package) if package.valid => "完整",
        Some(_) => "有问题",
    }
}

fn all(told: &[Told]) -> String {
    let lines = told
        .iter()
        .map(|told| crate::command::at(&told.place, &told.message));
    lines.collect::<Vec<_>>().join("\n")
}

/// A column of the files: header, width, whether it is text, and its cell.
type Exported = (&'static str, u32, fn(&Screened) -> Out);

fn number<N: Into<i64>>(number: N) -> Out {
    let number: i64 = number.into();
    Out::Number(number.to_string())
}

fn hundredths(line: &Screened, of: fn(screening::Score) -> i64) -> Out {
    line.score
        .map_or(Out::Blank, |score| Out::Number(points(of(score))))
}

fn changes(line: &Screened) -> Out {
    let none = "没有这一条";
    let told = line.changes.iter().map(|change| {
        let said = |id: &Option<String>| id.as_deref().map_or(none, verdict);
        let at = if change.id.is_empty() {
            change.level.as_str()
        } else {
            change.id.as_str()
        };
        format!("{at}：{}→{}", said(&change.old), said(&change.new))
    });
    Out::text(told.collect::<Vec<_>>().join("；"))
}

static EXPORTED: [Exported; 27] = [
    ("姓名", 12, |line| Out::text(line.name.as_str())),
    ("单位", 24, |line| Out::text(line.employer.as_str())),
    ("申报级别", 14, |line| {
        Out::text(shown(Column::Level, line))
    }),
    ("专业类别", 14, |line| {
        Out::text(shown(Column::Category, line))
    }),
    ("结论", 10, |line| Out::text(verdict(line.verdict()))),
    ("是否参考结论", 10, |line| {
        let reference = line.target().is_some_and(|level| level.reference);
        Out::text(if reference { "是" } else { "否" })
    }),
    ("各渠道", 40, |line| Out::text(routes(line))),
    ("自评分（最低）", 10, |line| {
        hundredths(line, |score| score.low)
    }),
    ("自评分（最高）", 10, |line| {
        hundredths(line, |score| score.high)
    }),
    ("规定分值", 10, |line| {
        hundredths(line, |score| score.line)
    }),
    ("还差什么", 40, |line| Out::text(missing(line))),
    ("没有回答的", 30, |line| {
        Out::text(line.unanswered.join("；"))
    }),
    ("最早年度", 10, |line| {
        line.earliest.map_or(Out::Blank, number)
    }),
    ("申报包", 10, |line| Out::text(package(line))),
    ("核对码", 18, |line| {
        Out::text(
            line.package
                .as_ref()
                .map_or("", |package| package.code.as_str()),
        )
    }),
    ("申报包里发现的", 40, |line| {
        Out::text(
            line.package
                .as_ref()
                .map_or_else(String::new, |package| all(&package.findings)),
        )
    }),
    ("要证明的记录", 10, |line| number(line.evidence.asked)),
    ("有证明的记录", 10, |line| {
        number(line.evidence.proven)
    }),
    ("附件数", 8, |line| number(line.evidence.files)),
    ("决定结论的示例或参考条目", 40, |line| {
        let labels: Vec<&str> = line
            .stand_ins
            .iter()
            .map(|entry| entry.label.as_str())
            .collect();
        Out::text(labels.join("；"))
    }),
    ("规则书", 22, |line| {
        Out::text(format!("{} {}", line.book.id, line.book.version))
    }),
    ("规则书摘要", 20, |line| {
        Out::text(line.book.digest.as_str())
    }),
    ("年度", 8, |line| number(line.season)),
    ("截止日", 12, |line| Out::Day(line.cut_off)),
    ("按现行规则书会变的", 30, changes),
    ("填写要核对的", 40, |line| {
        Out::text(all(&line.problems))
    }),
    ("文件", 30, |line| Out::text(line.input.as_str())),
];

/// The columns that there are none of where only the verdicts were looked for.
const NOT_BRIEF: [&str; 8] = [
    "是否参考结论",
    "自评分（最低）",
    "自评分（最高）",
    "规定分值",
    "还差什么",
    "最早年度",
    "决定结论的示例或参考条目",
    "按现行规则书会变的",
];

fn exported(brief: bool) -> impl Iterator<Item = &'static Exported> {
    EXPORTED
        .iter()
        .filter(move |(header, ..)| !brief || !NOT_BRIEF.contains(header))
}

/// The first row of the CSV; `brief` when only the verdicts were looked for.
pub fn csv_header(brief: bool) -> String {
    let headers: Vec<&str> = exported(brief).map(|(header, ..)| *header).collect();
    header(&headers)
}

/// A candidate in CSV.
pub fn csv_record(line: &Screened, brief: bool) -> String {
    let cells = exported(brief).map(|(_, _, cell)| match cell(line) {
        Out::Blank => String::new(),
        Out::Text(text) | Out::Number(text) => text,
        Out::Day(day) => day.to_string(),
    });
    let cells: Vec<String> = cells.collect();
    record(&cells)
}

fn table(name: &str, columns: &[(&str, u32)]) -> Table {
    let columns = columns.iter().map(|(header, width)| xlsx::Column {
        header: (*header).to_owned(),
        width: *width,
        ..xlsx::Column::default()
    });
    Table {
        name: name.to_owned(),
        columns: columns.collect(),
        ..Table::default()
    }
}

/// The sheets of a workbook of results, without rows: candidates, what is the same twice, what could not be read.
pub fn sheets() -> [Table; 3] {
    let columns: Vec<(&str, u32)> = exported(false)
        .map(|(header, width, _)| (*header, *width))
        .collect();
    [
        table("结果", &columns),
        table(
            "重复",
            &[("什么重复", 14), ("名称", 30), ("姓名", 12), ("文件", 30)],
        ),
        table(
            "没有读的",
            &[("文件", 30), ("位置", 24), ("问题和办法", 60), ("代码", 20)],
        ),
    ]
}

/// The row of a candidate.
pub fn candidate_row(line: &Screened) -> Vec<Out> {
    EXPORTED.iter().map(|(_, _, cell)| cell(line)).collect()
}

/// The rows of something that is the same in several places, and an empty one.
pub fn duplicate_rows(same: &Same<'_>) -> impl Iterator<Item = Vec<Out>> {
    let kind = super::summary::kind(same.kind());
    let row = move |place: screening::Place<'_>| {
        vec![
            Out::text(kind),
            Out::text(place.what),
            Out::text(place.name),
            Out::text(place.input),
        ]
    };
    same.places().map(row).chain([Vec::new()])
}

/// The rows of an input from which nobody was read.
pub fn refused_rows(refused: &Refused) -> impl Iterator<Item = Vec<Out>> {
    refused.problems.iter().map(|told: &Told| {
        vec![
            Out::text(refused.input.as_str()),
            Out::text(told.place.as_str()),
            Out::text(told.message.as_str()),
            Out::text(told.code.as_str()),
        ]
    })
}

/// The results as XLSX, all at once.
pub fn workbook(lines: &[Screened], duplicates: &[Same<'_>], refused: &[Refused]) -> Vec<u8> {
    let [mut results, mut twice, mut unread] = sheets();
    results.rows = lines.iter().map(candidate_row).collect();
    twice.rows = duplicates.iter().flat_map(duplicate_rows).collect();
    unread.rows = refused.iter().flat_map(refused_rows).collect();
    book(&[results, twice, unread], "选项")
}
