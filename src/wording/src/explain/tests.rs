//! What the explanations say.

use assess::{
    DayValue, Earliest, Fact, Node, NodeKind, Outcome, Place, RecordPoints, Span, Verdict,
};
use rulebook::{Authority, Rule};

use super::node::At;
use super::{Explain, Reason, day_value, stand_in};
use crate::sample::{self, day};

/// The texts of a reason, unfolded.
fn texts(reason: &Reason) -> Vec<&str> {
    reason.lines().iter().map(|line| line.text).collect()
}

/// What is said of one node under a rule of the sample book.
fn told(node: &Node, rule: Option<&Rule>) -> String {
    let (book, assessment) = (sample::book(), sample::assessment());
    let explain = Explain::new(&book, &assessment);
    let at = At {
        level: &assessment.levels[0],
        depth: 0,
    };
    texts(&explain.node(at, node, rule)).join("\n")
}

#[test]
fn a_condition_tells_what_is_needed_what_there_is_and_what_lies_outside() {
    let (book, assessment) = (sample::book(), sample::assessment());
    let level = &assessment.levels[0];
    let clause = level.clause("SC1").unwrap();
    let reason = Explain::new(&book, &assessment).clause(level, clause);
    assert_eq!(
        texts(&reason),
        [
            "SC1 科研项目：科研项目一项。",
            "市级以上的科研项目（排名前 5 位）：需要 1 项，已有 0 项",
            "记录 a3：符合，但在统计期外，不计",
            "记录 a4：不符合要求",
        ]
    );
}

#[test]
fn records_are_named_by_what_was_entered_where_the_dossier_is_at_hand() {
    let (book, assessment) = (sample::book(), sample::assessment());
    let dossier = sample::dossier("张三", "受限空间监测");
    let level = &assessment.levels[0];
    let explain = Explain::new(&book, &assessment).with(&dossier);
    let reason = explain.clause(level, level.clause("SC1").unwrap());
    assert_eq!(
        reason.parts[0].details[0].text,
        "科研项目“受限空间监测”：符合，但在统计期外，不计"
    );
    let reason = explain.clause(level, level.clause("G6").unwrap());
    assert_eq!(
        texts(&reason)[1..],
        [
            "2023—2025 年每年都要有年度考核（结果：合格以上）；2024 年没有或不够；2023、2025 年待定",
            "2024 年（结果：不合格）：不符合要求",
        ]
    );
}

#[test]
fn a_route_argues_with_what_fails_first() {
    let (book, assessment) = (sample::book(), sample::assessment());
    let level = &assessment.levels[0];
    let reason = Explain::new(&book, &assessment).route(level, &level.routes[0]);
    assert_eq!(
        reason.text,
        "常规渠道：不满足（参考结论），差在：G6 年度考核、能力一项"
    );
    let order: Vec<&str> = reason.parts.iter().map(|part| part.text.as_str()).collect();
    assert_eq!(
        order,
        [
            "G6 年度考核：三年合格。",
            "能力一项：能力一项。",
            "G2 不是公务员：不是公务员。",
            "G4 不在禁报期：不在禁报期。",
            "年限：满 5 年。",
        ]
    );
    let all = texts(&reason).join("\n");
    assert!(
        all.contains("聘任工程师：2018年12月31日，到截止日（2026年12月31日）满 8 年；要求满 5 年")
    );
    assert!(all.contains("是公务员：否；要求“否”"));
    assert!(all.contains("哪一年违纪：没有"));
    assert!(all.contains("“能力”条件至少满足 1 项，已满足 0 项，1 项不满足"));
}

#[test]
fn every_node_says_what_it_knows() {
    let list = || "achievements".to_owned();
    let years = |have, months| NodeKind::Years {
        since: "engineer_since".to_owned(),
        need: 5,
        have,
        months,
    };
    let kinds = [
        (NodeKind::All, "各项都要满足"),
        (NodeKind::Any, "一项即可"),
        (NodeKind::Not, "情形"),
        (NodeKind::AtLeast { need: 2, have: 1 }, "至少满足 2 项"),
        (
            NodeKind::Clause {
                id: "SC1".to_owned(),
            },
            "SC1 科研项目",
        ),
        (
            NodeKind::Answer {
                question: "post_years".to_owned(),
            },
            "岗位年限：未填",
        ),
        (
            NodeKind::Records {
                list: list(),
                need: 2,
                have: 1,
                open: true,
            },
            "需要 2 项，已有 1 项",
        ),
        (
            NodeKind::EachYear {
                list: list(),
                first: 2023,
                last: 2025,
                failing: vec![2024],
                open: vec![],
            },
            "2024 年没有或不够",
        ),
        (years(Some(4), 2), "满 4 年 2 个月"),
        (years(None, 0), "聘任工程师：没有"),
        (
            NodeKind::Dated {
                date: "engineer_since".to_owned(),
            },
            "聘任工程师",
        ),
        (
            NodeKind::Day {
                date: "retirement_day".to_owned(),
                after: "cut_off".to_owned(),
            },
            "要在截止日",
        ),
        (
            NodeKind::Barred {
                question: "misconduct_year".to_owned(),
                free_from: Some(2028),
            },
            "从 2028 年起可以再申报",
        ),
        (
            NodeKind::Choose {
                question: "sex".to_owned(),
            },
            "性别",
        ),
        (
            NodeKind::ScoreReachesLine {
                low: 3600,
                high: 3600,
                line: 8000,
            },
            "36.00",
        ),
        (
            NodeKind::Unpublished {
                text: "赋分表".to_owned(),
            },
            "没有公布，无法判断：赋分表",
        ),
    ];
    for (kind, says) in kinds {
        for verdict in [Verdict::Met, Verdict::NotMet, Verdict::Open] {
            let text = told(&Node::new(kind.clone(), verdict), None);
            assert!(text.contains(says), "{kind:?}: {text}");
        }
    }
}

#[test]
fn a_missed_line_tells_how_much_is_missing() {
    let kind = NodeKind::ScoreReachesLine {
        low: 3600,
        high: 3820,
        line: 8000,
    };
    assert_eq!(
        told(&Node::new(kind, Verdict::NotMet), None),
        "自评总分 36.00–38.20，规定分值 80.00，至少差 41.80"
    );
}

#[test]
fn days_tell_what_is_known_of_them() {
    assert_eq!(day_value(DayValue::Nothing), "没有");
    assert_eq!(
        day_value(DayValue::Known(day("2026-01-02"))),
        "2026年1月2日"
    );
    let open = |from, to| day_value(DayValue::Open { from, to });
    assert_eq!(open(None, None), "还不知道");
    assert_eq!(
        open(Some(day("2026-01-02")), Some(day("2027-03-04"))),
        "还不确定，不早于2026年1月2日、不晚于2027年3月4日"
    );
}

#[test]
fn what_is_open_names_the_missing_answers() {
    let (book, mut assessment) = (sample::book(), sample::assessment());
    let question = "civil_servant".to_owned();
    let open_day = Fact::Day {
        date: "engineer_since".to_owned(),
        value: DayValue::Open {
            from: None,
            to: None,
        },
    };
    let level = &mut assessment.levels[0];
    for (id, fact) in [
        (
            "G2",
            Fact::Answer {
                question: question.clone(),
                answer: None,
            },
        ),
        ("senior.years", open_day),
    ] {
        let clause = level
            .clauses
            .iter_mut()
            .find(|clause| clause.id == id)
            .unwrap();
        clause.conclusion.verdict = Verdict::Open;
        clause.explanation.verdict = Verdict::Open;
        clause.explanation.facts = vec![fact];
    }
    let level = &assessment.levels[0];
    let explain = Explain::new(&book, &assessment);
    assert_eq!(
        explain.missing(level, &level.routes[0]),
        [Place::Question(question), Place::List("titles".to_owned())]
    );
}

#[test]
fn conclusions_say_when_they_rest_on_stand_ins() {
    let (book, assessment) = (sample::book(), sample::assessment());
    let explain = Explain::new(&book, &assessment);
    let say = |verdict, authority| {
        let basis = [sample::entry("G2", authority)];
        explain.conclusion(&sample::conclusion(verdict, &basis))
    };
    assert!(say(Verdict::Met, Authority::Reference).starts_with("满足（参考结论）"));
    assert!(!say(Verdict::NotMet, Authority::National).contains("参考"));
    assert!(say(Verdict::Open, Authority::Plan).starts_with("待定"));
    assert_eq!(
        stand_in(explain.labels(), &sample::entry("G2", Authority::Model)),
        "条款“G2 不是公务员”：示例，待主管部门确认（出处：宁波 2024）"
    );
    assert!(
        explain
            .level(&assessment.levels[0])
            .starts_with("高级工程师：不满足（参考结论）")
    );
}

#[test]
fn the_earliest_year_tells_its_assumption_and_its_end() {
    let (book, assessment) = (sample::book(), sample::assessment());
    let explain = Explain::new(&book, &assessment);
    let say = |year, closes, verdict| {
        let mut route = assessment.levels[0].routes[0].clone();
        route.earliest = Earliest { year, closes };
        route.conclusion.verdict = verdict;
        explain.earliest(&route)
    };
    assert_eq!(
        say(Some(2026), None, Verdict::Met),
        "最早哪一年：本年度（2026 年）就可以。"
    );
    let later = say(Some(2028), Some(2031), Verdict::NotMet);
    assert!(later.contains("2028 年（假定") && later.contains("到 2031 年又会不满足"));
    assert!(say(None, None, Verdict::NotMet).contains("2026 年到 2036 年都不满足"));
    assert!(say(None, None, Verdict::Open).contains("没填"));
    let short = |year, closes| {
        let mut route = assessment.levels[0].routes[0].clone();
        route.earliest = Earliest { year, closes };
        explain.earliest_year(&route)
    };
    assert_eq!(short(Some(2026), None), "本年度（2026 年）");
    assert_eq!(
        short(Some(2028), Some(2031)),
        "2028 年，到 2031 年又会不满足"
    );
    assert_eq!(short(None, None), "光等年份不够");
}

#[test]
fn every_outcome_says_what_became_of_the_points() {
    let (book, assessment) = (sample::book(), sample::assessment());
    let explain = Explain::new(&book, &assessment);
    for (outcome, says) in [
        (Outcome::Counts, "得 3.60 分"),
        (Outcome::PartCap { cap: 600 }, "同类合计最多 6.00 分"),
        (Outcome::OutsideWindow, "统计期外"),
        (
            Outcome::NotBest {
                better: "a9".to_owned(),
            },
            "a9",
        ),
        (Outcome::NotListed, "0 分"),
        (
            Outcome::Open {
                in_window: Verdict::Open,
            },
            "在不在统计期内待定",
        ),
        (
            Outcome::Open {
                in_window: Verdict::Met,
            },
            "还缺答案",
        ),
    ] {
        let points = Span::exactly(360);
        let record = "a4".to_owned();
        let text = explain.outcome(&RecordPoints {
            record,
            points,
            outcome,
        });
        assert!(text.contains(says), "{text}");
    }
    let sheet = assessment.score.as_ref().unwrap();
    assert_eq!(explain.row(&sheet.rows[0]), "0.00–8.00 分");
    assert_eq!(
        explain.block(&sheet.blocks[0]),
        "0.00–8.00 分（最多 60.00）"
    );
    assert_eq!(
        explain.total(sheet),
        "自评总分 0.00–8.00 分，规定分值 80.00 分，没有达到，至少差 72.00 分。"
    );
    let mut wide = sheet.clone();
    wide.bounded = true;
    assert!(
        explain
            .total(&wide)
            .contains("8.00 分（实际范围可能更窄），")
    );
}

#[test]
fn a_choice_not_made_shows_what_each_would_give() {
    let question = || "sex".to_owned();
    let child = |verdict| {
        Node::new(
            NodeKind::Unpublished {
                text: "表".to_owned(),
            },
            verdict,
        )
    };
    let choose = |answer: Option<&str>, children| Node {
        facts: vec![Fact::Answer {
            question: question(),
            answer: answer.map(dossier::Answer::from_text),
        }],
        children,
        ..Node::new(
            NodeKind::Choose {
                question: question(),
            },
            Verdict::Open,
        )
    };
    let open = told(
        &choose(None, vec![child(Verdict::Open), child(Verdict::Open)]),
        None,
    );
    assert!(
        open.contains("性别“男”：") && open.contains("性别“女”："),
        "{open}"
    );
    let known = told(&choose(Some("female"), vec![child(Verdict::Open)]), None);
    assert_eq!(known, "性别“女”：没有公布，无法判断：表");
}

#[test]
fn a_record_that_fails_shows_what_it_has_where_that_was_asked() {
    let (book, assessment) = (sample::book(), sample::assessment());
    let dossier = sample::dossier("张三", "监测");
    let at = At {
        level: &assessment.levels[0],
        depth: 0,
    };
    let mut research = sample::research_node();
    research.facts = vec![sample::record_fact("a3", Verdict::NotMet, Verdict::Met)];
    let rule = &book
        .clause
        .iter()
        .find(|clause| clause.id == "SC1")
        .unwrap()
        .form[0]
        .rule;
    let explain = Explain::new(&book, &assessment).with(&dossier);
    assert_eq!(
        explain.node(at, &research, Some(rule)).details[0].text,
        "科研项目“监测”（课题级别：省级，排名：第 2 位）：不符合要求"
    );
}
