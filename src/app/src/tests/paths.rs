//! What happens next, for persons by level, by route and by who checks their papers.

use std::rc::Rc;

use dossier::{Answer, Dossier, Edit, Record};

use super::support::{added, after, answer, between, drawn_on, entered, fresh, record, with};
use crate::screen::Screen;
use crate::state::{Action, AppState};

/// The steps as the screen names them, each with its clause.
fn told(app: &Rc<AppState>) -> Vec<(String, String)> {
    let page = drawn_on(app, Screen::Next);
    let steps = page.split("class=\"timeline__name\">").skip(1);
    let inside = |text: &str, mark: &str| {
        let rest = text.split_once(mark).map_or(text, |(_, rest)| rest);
        rest.split('<').next().unwrap_or_default().to_owned()
    };
    steps
        .map(|step| {
            let name = step.split('<').next().unwrap_or_default().to_owned();
            (name, inside(step, "class=\"locator\">"))
        })
        .collect()
}

/// The card that tells the route.
fn way(app: &Rc<AppState>) -> String {
    let page = drawn_on(app, Screen::Next);
    between(&page, "走的渠道</h2>", "</div>", "")
}

/// What everybody goes through, whatever else; `mid` stands for what differs.
fn whole<'a>(
    checks: (&'a str, &'a str),
    mid: (&'a str, &'a str),
    group: &'a str,
) -> Vec<(&'a str, &'a str)> {
    vec![
        ("等年度通知", "三（二）、四（一）"),
        ("个人申报", "四（三）1"),
        ("单位考核推荐和公示", "四（三）2"),
        ("单位签署审核意见", "四（四）1"),
        checks,
        mid,
        ("资格审查", "三（三）1、四（三）5"),
        ("评前公示", "四（三）5"),
        ("报告评审工作方案", "四（三）5"),
        ("专家库", "三（三）2"),
        ("抽取年度执行评审委员会", "三（三）3、四（二）"),
        (group, "四（三）6"),
        ("投票表决", "四（二）、四（三）6"),
        ("结果公示", "四（三）7"),
        ("发文公布", "四（三）7"),
        ("电子证书", "四（四）3"),
    ]
}

const CITY: (&str, &str) = ("市里审核", "四（三）3");
const PROVINCE: (&str, &str) = ("省主管部门审核", "四（三）3");
const AGENCY: (&str, &str) = ("经人事代理机构送市里审核", "四（三）3");
const LOWER: (&str, &str) = ("下一级评审委员会推荐", "四（三）4、二（二）");
const DIRECT: (&str, &str) = ("直接报送", "四（三）4");
const SENIOR: &str = "专业审议组审议";
const PROFESSORIAL: &str = "专业审议组审议和面试答辩";

fn goes(app: &Rc<AppState>, expected: &[(&str, &str)]) {
    let told = told(app);
    let told: Vec<(&str, &str)> = told
        .iter()
        .map(|(name, clause)| (name.as_str(), clause.as_str()))
        .collect();
    assert_eq!(told, expected);
}

fn by(app: &Rc<AppState>, level: &str, path: &str) -> Rc<AppState> {
    let chosen = |id: &str| Answer::from_text(id);
    after(
        app,
        [
            answer("target_level", chosen(level)),
            answer("review_path", chosen(path)),
        ],
    )
}

fn numbered(id: &str, fields: &[(&str, &str)], numbers: &[(&str, i64)]) -> Record {
    let mut record = record(id, fields);
    for (field, number) in numbers {
        let number = json::Decimal::from_int(*number).unwrap();
        record
            .fields
            .insert((*field).to_owned(), Answer::Number(number));
    }
    record
}

fn achieved(record: Record) -> Action {
    added("achievements", record)
}

/// A person with two conditions of each part.
fn ordinary() -> Rc<AppState> {
    let text = include_str!("../../../../tests/vectors/example.dossier.json");
    let app = with(Dossier::read(text.as_bytes()).unwrap());
    let incident = [
        ("kind", "incident"),
        ("title", "某县粉尘爆炸事故调查"),
        ("date", "2022-11-08"),
        ("severity", "ordinary"),
        ("role", "key"),
    ];
    after(&app, [achieved(record("a5", &incident))])
}

/// A person with a national award.
fn awarded() -> Rc<AppState> {
    let award = [
        ("kind", "award"),
        ("title", "国家科学技术进步奖"),
        ("date", "2024-01-08"),
        ("grade", "national"),
    ];
    let mut award = numbered("n1", &award, &[("class", 2), ("rank", 1)]);
    award.fields.insert("project_key".to_owned(), Answer::None);
    after(&entered(), [achieved(award)])
}

/// A person without the degree, and with a great many points.
fn exceptional() -> Rc<AppState> {
    let mut actions = vec![Action::Edit(Edit::Field {
        record: "d1".to_owned(),
        field: "level".to_owned(),
        answer: Some(Answer::from_text("college")),
    })];
    let own = |id: &str, kind: &str, more: &[(&str, &str)], numbers: &[(&str, i64)]| {
        let mut fields = vec![("kind", kind), ("title", id), ("date", "2024-05-01")];
        fields.extend_from_slice(more);
        achieved(numbered(id, &fields, numbers))
    };
    for id in ["p1", "p2"] {
        actions.push(own(
            id,
            "project",
            &[("grade", "provincial"), ("role", "lead")],
            &[],
        ));
        actions.push(own(
            id.replace('p', "r").as_str(),
            "research",
            &[("grade", "provincial")],
            &[("rank", 1)],
        ));
        actions.push(own(
            id.replace('p', "w").as_str(),
            "paper",
            &[
                ("tier", "indexed"),
                ("authorship", "first_or_corresponding"),
            ],
            &[],
        ));
    }
    actions.push(own(
        "i1",
        "incident",
        &[("severity", "major"), ("role", "lead")],
        &[],
    ));
    actions.push(own(
        "m1",
        "monograph",
        &[],
        &[("ten_thousand_characters", 6), ("rank", 1)],
    ));
    after(&entered(), actions)
}

#[test]
fn by_the_ordinary_route_from_a_city() {
    let app = by(&ordinary(), "senior", "city");
    goes(&app, &whole(CITY, LOWER, SENIOR));
    let way = way(&app);
    assert!(
        way.contains("常规渠道") && way.contains("方案二（一）"),
        "{way}"
    );
}

#[test]
fn by_a_landmark_from_a_provincial_unit() {
    let app = by(&awarded(), "senior", "provincial_unit");
    goes(&app, &whole(PROVINCE, LOWER, SENIOR));
    let way = way(&app);
    assert!(way.contains("标志性成果渠道"), "{way}");
    assert!(
        way.contains("直接提交评审") && way.contains(">二（二）<"),
        "{way}"
    );
    // The plan does not say whether the lower committee recommends them too, and neither do we.
    assert!(drawn_on(&app, Screen::Next).contains("没有写要不要这一步，以当年通知为准"));
}

#[test]
fn by_exception_through_an_agency() {
    let app = by(&exceptional(), "senior", "agency");
    goes(&app, &whole(AGENCY, LOWER, SENIOR));
    let way = way(&app);
    assert!(way.contains("量化赋分渠道（破格）"), "{way}");
    assert!(
        way.contains("破格申报") && way.contains(">二（二）<"),
        "{way}"
    );
}

#[test]
fn a_professorial_applicant_goes_direct_and_is_interviewed() {
    let title = [
        ("level", "senior_engineer"),
        ("how", "review"),
        ("appointed", "2023-12-30"),
    ];
    let app = after(&awarded(), [added("titles", record("t2", &title))]);
    let app = by(&app, "professorial", "city");
    goes(&app, &whole(CITY, DIRECT, PROFESSORIAL));
    assert!(way(&app).contains("标志性成果渠道"));
    let page = drawn_on(&app, Screen::Next);
    assert!(
        page.contains("正高级专家库不少于 50 人")
            && !page.contains("高级专家库不少于 50 人，都是有高级职称")
    );
}

#[test]
fn who_meets_no_route_is_told_so_above_the_steps() {
    let app = by(&exceptional(), "professorial", "agency");
    goes(&app, &whole(AGENCY, DIRECT, PROFESSORIAL));
    assert!(way(&app).contains("现在没有一条渠道满足"));
}

#[test]
fn displays_vote_and_certificate_are_told_with_their_numbers() {
    let page = drawn_on(&by(&ordinary(), "senior", "city"), Screen::Next);
    assert_eq!(page.matches("不少于 5 个工作日：最快").count(), 3);
    assert_eq!(page.matches("至少提前 10 个工作日：最快").count(), 1);
    for told in [
        "浙江政务服务网和浙江省应急管理厅网站",
        "出席专家不少于 17 人",
        "17 人出席要 12 票",
        "不能委托投票，也不能补投",
        "在全省范围内有效",
    ] {
        assert!(page.contains(told), "{told}");
    }
}

#[test]
fn while_nothing_is_chosen_each_way_is_told_with_whom_it_concerns() {
    let page = drawn_on(&fresh(), Screen::Next);
    for told in [
        "只适用于：高级工程师",
        "只适用于：正高级工程师",
        "只适用于：市、县（市、区）的单位",
        "只适用于：省直单位",
        "只适用于：没有主管部门的单位",
    ] {
        assert!(page.contains(told), "{told}");
    }
    assert!(!page.contains("走的渠道</h2>"));
}

/// The same person some years earlier: only years of service are lacking.
fn too_early(gates: &str) -> Rc<AppState> {
    let text = include_str!("../../../../tests/vectors/example.dossier.json");
    let text = text
        .replace("2018-12-31", "2022-06-30")
        .replace("2019-03-01", "2022-09-01")
        .replace("2021-05-20", "2023-05-20")
        .replace("\"assessments\", \"training\", \"achievements\"]", gates);
    let app = with(Dossier::read(text.as_bytes()).unwrap());
    let incident = [
        ("kind", "incident"),
        ("title", "某县粉尘爆炸事故调查"),
        ("date", "2023-11-08"),
        ("severity", "ordinary"),
        ("role", "key"),
    ];
    after(&app, [achieved(record("a5", &incident))])
}

#[test]
fn that_waiting_does_not_help_is_not_said_while_gates_are_open() {
    let all = "\"assessments\", \"training\", \"achievements\"]";
    let answered = drawn_on(&too_early(all), Screen::Result);
    assert!(answered.contains("最早年度：2027 年"), "{answered}");
    let open = Action::Edit(Edit::Answer {
        question: "birth_date".to_owned(),
        answer: None,
    });
    let open = after(&too_early("\"achievements\"]"), [open]);
    let page = drawn_on(&open, Screen::Result);
    let route = between(&page, "常规渠道</h3>", "标志性成果渠道", "");
    assert!(route.contains("门槛答完才知道"), "{route}");
    // What no waiting mends is said as before.
    let route = between(&page, "标志性成果渠道</h3>", "量化赋分渠道", "");
    assert!(route.contains("光等年份不够"), "{route}");
}
