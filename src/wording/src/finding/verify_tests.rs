//! Every finding of a verification has a sentence with its data in it.

use package::readiness::{Obstacle, ObstacleKind, Place};
use package::ro_crate::CrateFault;
use package::subject::Mismatch;
use package::verify::{Difference, Finding};
use package::{bag, container, pledge::PledgeFault};

use super::tests::line_is_told;
use crate::sample;

fn json(text: &str) -> Result<json::Json, json::ReadError> {
    json::Json::parse(text.as_bytes())
}

fn path() -> String {
    "data/x".to_owned()
}

/// Both ways: with the book at hand, and without.
fn are_told(findings: impl IntoIterator<Item = (Finding, &'static str)>) {
    let book = sample::book();
    for (finding, says) in findings {
        line_is_told(&super::verified(Some(&book), &finding), says);
        let without = super::verified(None, &finding);
        assert!(!without.message.text.is_empty() && !without.place.is_empty());
        assert!(!super::layer(finding.layer()).is_empty());
    }
}

#[test]
fn findings_of_container_bag_and_composition_say_what_is_wrong() {
    let container = container::Finding {
        place: container::Place::Archive,
        fault: container::Fault::Comment,
    };
    let bag = bag::Finding {
        place: bag::Place::Bag,
        fault: bag::Fault::NoManifest,
    };
    let value = Finding::Value {
        label: "X",
        expected: "甲".to_owned(),
    };
    let absent = Finding::FileAbsent {
        holder: "a1".to_owned(),
        name: "甲.pdf".to_owned(),
    };
    are_told([
        (Finding::Container(container), "注释"),
        (Finding::Folder("我的包".to_owned()), "“我的包”"),
        (Finding::Aside(path()), "之外"),
        (Finding::Bag(bag), "清单"),
        (Finding::Lacking("data/pledge.json"), "必有"),
        (Finding::Unexpected(path()), "不是申报包里该有的"),
        (Finding::Label("Bagging-Date"), "重复"),
        (value, "“甲”"),
        (
            Finding::SealedLater(sample::day("2027-01-02")),
            "2027年1月2日",
        ),
        (absent, "“甲.pdf”"),
        (Finding::FileUnnamed(path()), "不在承诺范围"),
        (Finding::Crate(CrateFault::Graph), "@graph"),
        (
            Finding::Crate(CrateFault::Repeated("#x".to_owned())),
            "“#x”",
        ),
        (Finding::Crate(CrateFault::Descriptor), "1.1"),
        (Finding::Crate(CrateFault::Root("license")), "license"),
        (Finding::Crate(CrateFault::NotDescribed(path())), "“data/x”"),
        (Finding::Crate(CrateFault::NotInPayload(path())), "“data/x”"),
        (Finding::Crate(CrateFault::Size(path())), "“data/x”"),
    ]);
}

#[test]
fn findings_of_the_parts_say_what_is_wrong() {
    let engine = assess::CompileError {
        what: "date",
        id: "nowhere".to_owned(),
    };
    let not_json = Finding::NotJson {
        file: "data/dossier.json",
        error: json("{").unwrap_err(),
    };
    let dossier = dossier::Dossier::read(b"{}").unwrap_err();
    let pledge = dossier::Pledge::from_json(&json("{}").unwrap()).unwrap_err();
    are_told([
        (Finding::TooLarge("data/dossier.json"), "太大"),
        (not_json, "第 1 行"),
        (Finding::NotCanonical("data/dossier.json"), "写法"),
        (Finding::Dossier(dossier), "“format”"),
        (
            Finding::Book(crate::fault::book_errors(
                &rulebook::read_book(b"{}").unwrap_err(),
            )),
            "处错误",
        ),
        (Finding::Engine(engine), "“nowhere”"),
        (Finding::Season("year"), "年度文件"),
        (Finding::Pledge(pledge), "“format”"),
    ]);
}

#[test]
fn findings_of_pledge_conclusion_and_rules_say_what_is_wrong() {
    let obstacle = Obstacle {
        place: Place::Answer(assess::Place::Question("name".to_owned())),
        kind: ObstacleKind::Unanswered,
    };
    let difference = Difference {
        path: json::Path::default(),
        packed: Some("\"met\"".to_owned()),
        reckoned: None,
    };
    let assessment = Finding::Assessment(difference.clone());
    let metadata = Finding::CrateDiffers {
        difference,
        same_program: true,
    };
    let report = |same_program| Finding::Report {
        line: 7,
        same_program,
    };
    let season = Finding::SeasonUnknown {
        packed: sample::day("2027-01-02"),
        known: None,
    };
    let book = Finding::BookUnknown {
        id: "b".to_owned(),
        digest: "ab12".to_owned(),
    };
    are_told([
        (Finding::NotReady(obstacle), "必填"),
        (Finding::PledgeVoid(PledgeFault::OtherContent), "改动"),
        (
            assessment,
            "包里是“\"met\"”，按包里的规则书算出来是没有这一项",
        ),
        (season, "2027年1月2日"),
        (book, "ab12"),
        (metadata, "描述信息和重新生成的不一样"),
        (report(true), "多半改过"),
        (report(false), "别的版本"),
        (Finding::ReportActive(3), "能运行"),
        (Finding::OtherProgram("别的".to_owned()), "“别的”"),
        (Finding::TargetUnknown("x".to_owned()), "“x”"),
        (Finding::Paper(Mismatch::Digest), "SHA-256"),
        (Finding::NoSubject, "没法"),
    ]);
}
