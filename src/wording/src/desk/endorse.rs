//! The employer's part: what is wrong with it, the opinion with the display certificate, the display notice.

use package::endorse::{DisplayOf, Endorsement, Finding};
use package::severity::Severity as Weight;
use package::verify::Content;
use rulebook::{Book, StatementBy};
use screening::{Severity, Told};

use crate::plain::quoted;
use crate::report::sheet_of_paper;
use crate::{Labels, Message, number};

/// A finding about the employer's part; the book is that of the application, where it could be read.
pub fn endorsed(book: Option<&Book>, finding: &Finding) -> Told {
    let severity = match finding.severity() {
        Weight::Notice => Severity::Notice,
        Weight::Warning => Severity::Warning,
        Weight::Error => Severity::Error,
    };
    Told {
        code: finding.code().to_owned(),
        severity,
        place: finding.file().map_or_else(
            || "单位意见包".to_owned(),
            |path| format!("文件{}", quoted(path)),
        ),
        message: message(book, finding).whole(),
    }
}

fn message(book: Option<&Book>, finding: &Finding) -> Message {
    const AGAIN: &str = "请单位重新生成。";
    let statement = |id: &str| {
        book.map_or_else(
            || quoted(id),
            |book| format!("“{}”", Labels::new(book).statement(id)),
        )
    };
    match finding {
        Finding::Container(finding) => crate::finding::container(finding).message,
        Finding::Bag(finding) => crate::finding::bag(finding).message,
        Finding::Lacking(_) => Message::new(
            "没有这个文件，单位意见包不完整。",
            "请单位重新导出，用原文件传送。",
        ),
        Finding::Unexpected(_) => Message::new("单位意见包里不应有这个文件。", AGAIN),
        Finding::Compressed => Message::new(
            "里面的申报包被别的工具压缩过，没有核验。",
            "请单位重新导出，不要解压后重新打包。",
        ),
        Finding::Unreadable => Message::new("单位意见读不了。", AGAIN),
        Finding::Shape(key) => {
            Message::new(format!("单位意见里 {} 的写法不对。", quoted(key)), AGAIN)
        }
        Finding::NotCanonical => Message::new("单位意见被改写过（写法和本程序的不一样）。", AGAIN),
        Finding::OtherApplication => Message::new(
            "单位意见说的不是这一份申报包。",
            "申报包换过就要重新签署意见。",
        ),
        Finding::OtherSubject => Message::new(
            "单位意见说的不是申报人承诺的这一份内容。",
            "请核对申报包后重新签署意见。",
        ),
        Finding::OtherEmployer { expected } => Message::new(
            format!(
                "签署意见的单位和申报人填写的单位（{}）不一样。",
                quoted(expected)
            ),
            "请核对单位名称。",
        ),
        Finding::Unanswered(id) => Message::new(
            format!("这一条没有表态：{}。", statement(id)),
            "每一条都要写明是或否。",
        ),
        Finding::UnknownStatement(id) => Message::new(
            format!("规则书里没有这一条，或者表态了两次：{}。", quoted(id)),
            AGAIN,
        ),
        Finding::Denied(id) => Message::new(
            format!("单位没有认可这一条：{}。", statement(id)),
            "请看单位的说明。",
        ),
        Finding::NotRecommended => Message::new("单位不推荐。", "请看单位的说明。"),
        Finding::DisplayShort { least } => {
            Message::new(format!("公示不满 {least} 个工作日。"), "请公示够了再签署。")
        }
        Finding::DisplayDays { first, last, .. } => Message::new(
            format!(
                "公示起止日期和按工作日历推算的不一样：应从 {} 到 {}。",
                number::date(*first),
                number::date(*last)
            ),
            "请核对公示的开始日期和节假日安排。",
        ),
        Finding::Provisional => Message::new(
            "公示跨到还没有公布节假日安排的年份，按周末推算。",
            "公布以后请再核对。",
        ),
        Finding::SignedEarly(day) => Message::new(
            "公示还没有结束就签署了意见。",
            format!("最早在 {} 签署。", number::date(*day)),
        ),
        Finding::Future(day) => Message::new(
            format!("签署日期 {} 在今天以后。", number::date(*day)),
            "请核对设备的日期。",
        ),
        Finding::ObjectionDay(day) => Message::new(
            format!(
                "{} 的异议不在公示开始以后、签署意见以前。",
                number::date(*day)
            ),
            "请核对日期。",
        ),
        Finding::ObjectionOpen(day) => Message::new(
            format!("{} 的异议没有写核查结果。", number::date(*day)),
            "请写明核查结果。",
        ),
        Finding::Blank(key) => Message::new(format!("{}没有填。", blank(key)), "请填上。"),
        Finding::Form(line) => Message::new(
            format!("打印件和数据不一致（第 {line} 行起）。"),
            "以数据为准，不要使用包里带来的打印件。",
        ),
        Finding::Application => Message::new(
            "里面的申报包有问题，见申报包的核验结果。",
            "请先让申报人改好。",
        ),
    }
}

fn blank(key: &str) -> &'static str {
    match key {
        "signatory" => "签署人",
        "place" => "公示地点",
        _ => "单位名称",
    }
}

/// The opinion and the display certificate as a page: a function of its inputs alone.
pub fn opinion_page(content: &Content, endorsement: &Endorsement) -> String {
    let book = content.engine.book();
    let labels = Labels::new(book);
    sheet_of_paper("单位审核意见和公示证明", |paper| {
        let who = people(content);
        paper.table(who);
        paper.table([
            ("核对码", content.code.to_string()),
            ("申报包 SHA-256", endorsement.application.clone()),
        ]);
        paper.section("审核意见");
        let said = |holds: bool| if holds { "是" } else { "否" };
        let opinions = endorsement.opinions.iter();
        let opinions = opinions.map(|opinion| {
            format!(
                "{}　{}",
                labels.statement(&opinion.statement),
                said(opinion.holds)
            )
        });
        paper.list(opinions);
        paper.paragraph(if endorsement.recommended {
            "同意推荐。"
        } else {
            "不推荐。"
        });
        paper.section("公示证明");
        let shown = &endorsement.display;
        paper.paragraph(&format!(
            "全部申报材料在{}公示，{} 张贴或发布，公示期 {} 个工作日：{} 至 {}。",
            shown.place,
            number::date(shown.opened),
            shown.days,
            number::date(shown.first),
            number::date(shown.last)
        ));
        if shown.objections.is_empty() {
            paper.paragraph("公示期间没有收到异议。");
        } else {
            paper.list(shown.objections.iter().map(|objection| {
                format!(
                    "{} 收到异议：{}　核查结果：{}",
                    number::date(objection.date),
                    objection.text,
                    objection.result
                )
            }));
        }
        paper.section("签署");
        paper.table([
            ("单位（盖章）", endorsement.employer.clone()),
            ("签署人", endorsement.signatory.clone()),
            ("日期", number::date(endorsement.date)),
        ]);
        paper.paragraph("本页由数据生成；签名和盖章在纸上完成。申报人的材料和承诺没有改动。");
    })
}

/// Name, level and category: what a display needs, and no more.
fn people(content: &Content) -> Vec<(&'static str, String)> {
    let book = content.engine.book();
    let labels = Labels::new(book);
    let answer = |question: &str| {
        content
            .dossier
            .answer(question)
            .and_then(dossier::Answer::text)
            .unwrap_or_default()
    };
    let mut rows = vec![
        ("姓名", answer(&book.roles.name).to_owned()),
        ("申报级别", labels.level(answer(&book.roles.level))),
    ];
    if let Some(question) = &book.roles.category {
        let id = answer(question);
        let found = book.category.iter().find(|category| category.id == id);
        rows.push((
            "专业类别",
            found.map_or_else(|| id.to_owned(), |category| category.label.clone()),
        ));
    }
    rows
}

fn headings(content: &Content) -> Vec<&'static str> {
    let rows = people(content).into_iter();
    rows.map(|(heading, _)| heading).collect()
}

/// The display notice (公示) for some applicants of one employer.
pub fn notice_page(
    employer: &str,
    applicants: &[&Content],
    (shown, opened): (&DisplayOf, chrono::NaiveDate),
    (place, contact): (&str, &str),
) -> String {
    sheet_of_paper("职称申报公示", |paper| {
        paper.paragraph("根据职称评审的有关规定，现将下列人员的申报材料予以公示。");
        // Those who apply under one book are asked the same.
        for under in applicants.chunk_by(|one, next| headings(one) == headings(next)) {
            let columns = under.first().map(|content| headings(content));
            let rows = under.iter().map(|content| {
                let cells = people(content).into_iter();
                cells.map(|(_, value)| value).collect()
            });
            paper.columns(("公示的人", &columns.unwrap_or_default()), rows);
        }
        paper.section("公示时间");
        paper.paragraph(&format!(
            "{} 发布，公示期 {} 个工作日：{} 至 {}（含当天）。",
            number::date(opened),
            shown.days,
            number::date(shown.first),
            number::date(shown.last)
        ));
        if shown.provisional {
            paper.paragraph(
                "公示期跨到还没有公布节假日安排的年份，日期按周末推算，请在公布后核对。",
            );
        }
        paper.section("查阅和反映");
        paper.paragraph(&format!("全部申报材料可以在{place}查阅。"));
        paper.paragraph(&format!(
            "对公示内容有异议的，请在公示期内以实名反映：{contact}。"
        ));
        paper.paragraph(employer);
    })
}

/// The statements of the book that are the employer's: id and words.
pub fn employer_statements(book: &Book) -> Vec<(String, String)> {
    let own = book
        .statement
        .iter()
        .filter(|statement| statement.by == StatementBy::Employer);
    own.map(|statement| (statement.id.clone(), statement.text.clone()))
        .collect()
}

/// What the command lacks to make the employer's part.
pub fn endorse_lacks(options: &[&str]) -> String {
    format!(
        "还要写明：{}。单位意见的每一项都由单位给出，程序不代填。",
        options.join("、")
    )
}

/// An objection that is not written as it must be.
pub fn bad_objection(text: &str) -> String {
    format!("“{text}”不是异议；请写成“2026-11-20|反映的内容|核查结果”。")
}

/// `endorse` makes one package from one.
pub const ONE_APPLICATION: &str = "endorse 一次处理一个申报包；--notice 可以写几个。";
/// The package has nothing to endorse.
pub const NOT_ENDORSED: &str = "没有生成单位意见包，请先解决下面的问题。";
/// Headings of the two parts of a verification.
pub const PARTS: [&str; 2] = ["单位意见", "申报包"];
