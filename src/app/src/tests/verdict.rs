//! The verdict bar and the condition, score, result and next screens.

use std::rc::Rc;

use dossier::{Answer, Edit};

use super::support::{added, after, answer, drawn_on, entered, fresh, record};
use crate::screen::Screen;
use crate::state::{Action, AppState};

/// What stands between two marks of a page, the first time.
fn between<'a>(page: &'a str, start: &str, end: &str) -> &'a str {
    let (_, rest) = page
        .split_once(start)
        .unwrap_or_else(|| panic!("no {start}"));
    rest.split_once(end).map_or(rest, |(inside, _)| inside)
}

fn bar(app: &Rc<AppState>) -> String {
    let page = drawn_on(app, Screen::Tasks);
    between(&page, "class=\"verdict-bar\"", "</section>").to_owned()
}

#[test]
fn the_bar_shows_every_level_until_one_is_chosen() {
    let app = fresh();
    let empty = bar(&app);
    assert!(
        empty.contains("高级工程师：待定。正高级工程师：待定"),
        "{empty}"
    );
    assert_eq!(empty.matches("verdict-bar__label").count(), 2);
    let chosen = bar(&after(
        &app,
        [answer("target_level", Answer::from_text("senior"))],
    ));
    assert!(chosen.contains("高级工程师：待定<"), "{chosen}");
    assert!(
        chosen.contains("最接近的渠道") && chosen.contains("0.00–107.00"),
        "{chosen}"
    );
    assert!(chosen.contains("href=\"#/result\""));
}

#[test]
fn the_bar_marks_a_conclusion_that_stand_ins_decided() {
    let told = bar(&entered());
    assert!(told.contains("高级工程师：不满足，参考结论"), "{told}");
    assert!(told.contains("参考结论</span>"), "{told}");
}

#[test]
fn only_verdicts_are_read_aloud_and_no_score() {
    let told = bar(&entered());
    let spoken = between(&told, "role=\"status\"", "</p>");
    assert!(!spoken.contains('.'), "{spoken}");
}

#[test]
fn a_level_without_the_scored_route_has_no_score_in_the_bar() {
    let app = after(
        &entered(),
        [answer("target_level", Answer::from_text("professorial"))],
    );
    assert!(!bar(&app).contains("自评分"));
}

#[test]
fn without_a_category_the_conditions_say_so_and_lead_there() {
    let page = drawn_on(&fresh(), Screen::Conditions);
    assert!(page.contains("还没有选专业类别"));
    assert!(page.contains("href=\"#/q/target\""));
    assert!(page.contains("安全生产管理"));
    assert!(!page.contains("TC1"));
}

#[test]
fn conditions_tell_for_both_levels_what_was_needed_and_found() {
    let page = drawn_on(&entered(), Screen::Conditions);
    let project = between(&page, "TC1 技术服务项目", "</article>");
    assert!(
        project.contains("高级工程师") && project.contains("正高级工程师"),
        "{project}"
    );
    assert!(project.contains("需要 2 项，已有 1 项"), "{project}");
    assert!(project.contains("园区评价”：计入"), "{project}");
    assert!(
        project.contains("旧项目”：符合，但在统计期外，不计"),
        "{project}"
    );
    assert!(project.contains("项目级别：市级"), "{project}");
    assert!(page.contains("高级工程师：需要 2 项，已满足 1 项"));
    assert!(!page.contains("SC1") && !page.contains("MC1"));
}

#[test]
fn the_score_shows_every_row_and_why_a_record_earned_nothing() {
    let app = entered();
    let page = drawn_on(&app, Screen::Score);
    for row in &app.book().score.as_ref().unwrap().row {
        assert!(
            page.contains(&format!("{} {}", row.id, row.label)),
            "{}",
            row.id
        );
    }
    assert!(page.contains("规定分值 80.00 分，没有达到"));
    let projects = between(&page, "B1 项目：10.00 分（最多 30.00）", "</details>");
    assert!(projects.contains("得 10.00 分"), "{projects}");
    assert!(projects.contains("在统计期外，不计分"), "{projects}");
    assert_eq!(page.matches("<svg").count(), 4);
    assert!(!page.contains("chart__maybe"));
}

#[test]
fn a_score_that_is_a_range_says_what_would_settle_it() {
    let open = Edit::Complete {
        list: "achievements".to_owned(),
        complete: false,
    };
    let page = drawn_on(&after(&entered(), [Action::Edit(open)]), Screen::Score);
    assert!(page.contains("得分现在是一个范围"));
    assert!(page.contains("chart__maybe"));
    assert!(page.contains("href=\"#/list/achievements\""));
}

#[test]
fn the_result_tells_why_not_with_what_was_found_and_needed() {
    let page = drawn_on(&entered(), Screen::Result);
    assert_eq!(page.matches("class=\"route ").count(), 5);
    let standard = between(&page, "常规渠道</h3>", "量化赋分渠道");
    assert!(standard.contains("差在哪里"), "{standard}");
    assert!(
        standard.contains("至少满足 2 项，已满足 1 项，3 项不满足"),
        "{standard}"
    );
    assert!(standard.contains("光等年份不够"), "{standard}");
    assert!(standard.contains("示例，待主管部门确认"), "{standard}");
    assert!(page.contains("为什么是“参考结论”（"));
    assert!(page.contains("假定其他情况不变"));
}

#[test]
fn a_level_that_holds_names_its_route_and_marks_it() {
    let award = [
        ("kind", "award"),
        ("title", "科技进步奖"),
        ("date", "2023-11-10"),
        ("grade", "national"),
        ("project_key", "p"),
    ];
    let app = after(&entered(), [added("achievements", record("a9", &award))]);
    let page = drawn_on(&app, Screen::Result);
    assert!(page.contains("高级工程师：满足（参考结论），建议走标志性成果渠道"));
    // A national award opens the landmark route of either level.
    assert_eq!(page.matches("建议走这条").count(), 2);
    let best = between(&page, "route--best", "</li></ul><details");
    assert!(best.contains("凭什么"), "{best}");
    assert!(best.contains("本年度（2026 年）"), "{best}");
}

#[test]
fn an_open_route_leads_to_the_missing_answers() {
    let page = drawn_on(&fresh(), Screen::Result);
    assert!(page.contains("还没有选要申报的级别"));
    let standard = between(&page, "常规渠道</h3>", "标志性成果渠道</h3>");
    assert!(standard.contains("还要回答"), "{standard}");
    for link in [
        "#/q/eligibility",
        "#/q/target",
        "#/list/degrees",
        "#/list/training",
    ] {
        assert!(
            standard.contains(&format!("href=\"{link}\"")),
            "{link} {standard}"
        );
    }
}

#[test]
fn the_next_screen_shows_the_own_review_path_and_level_only() {
    let page = drawn_on(&entered(), Screen::Next);
    assert!(page.contains("市里审核"));
    for other in ["省主管部门审核", "经人事代理机构", "直接报送", "面试答辩"]
    {
        assert!(!page.contains(&format!("{other}</h2>")), "{other}");
    }
    assert!(!page.contains("只适用于"));
    let all = drawn_on(&fresh(), Screen::Next);
    for step in &fresh().book().step {
        assert!(all.contains(&step.title), "{}", step.id);
    }
    assert!(all.contains("只适用于：正高级工程师"));
}

#[test]
fn displays_are_reckoned_in_working_days_from_today() {
    // Today is Monday, 2 March 2026; the fifth working day after it is Monday the 9th.
    let page = drawn_on(&entered(), Screen::Next);
    assert!(page.contains("不少于 5 个工作日：最快 2026年3月2日 开始，到 2026年3月9日 满"));
    assert!(page.contains("至少提前 10 个工作日：最快"));
    assert!(!page.contains("不早于 2026年3月2日"));
    assert!(page.contains("不早于 2026年3月10日"));
    assert!(!page.contains("放假安排公布后可能变"));
}

#[test]
fn the_season_is_drawn_in_working_days_with_whose_turn_it_is() {
    let app = entered();
    let page = drawn_on(&app, Screen::Next);
    let picture = between(&page, "aria-labelledby=\"season-chart\"", "</figure>");
    let steps = wording::procedure::steps(app.book(), &app.dossier);
    assert_eq!(picture.matches("chart__row").count(), steps.len());
    // Monday the 2nd and five working days after it; the opinion may be signed from the 10th on.
    assert!(
        picture.contains("用人单位：当天起，6 个工作日"),
        "{picture}"
    );
    assert!(picture.contains("用人单位：第 7 个工作日起"), "{picture}");
    assert!(page.contains("存为日历文件"));
}

#[test]
fn what_one_more_record_adds_is_what_the_engine_gives_for_it() {
    let app = entered();
    let total = |app: &AppState| app.assessment.score.as_ref().unwrap().total.low;
    let all = app
        .rules
        .engine()
        .one_more(&app.dossier, &app.season, app.today);
    assert!(all.iter().filter(|more| more.adds > 0).count() > 5);
    for more in all {
        let mut record = more.record.clone();
        record.id = "more".to_owned();
        let list = app.book().list.iter().find(|list| list.id == more.list);
        if let Some(day) = list.and_then(|list| list.window_field.clone()) {
            let today = Answer::from_text(app.today.to_string());
            record.fields.insert(day, today);
        }
        let with = after(&app, [added(&more.list, record)]);
        assert_eq!(total(&with) - total(&app), more.adds, "{more:?}");
    }
    let page = drawn_on(&app, Screen::Score);
    let table = between(&page, "再添一项，能加多少分", "</details>");
    assert!(
        table.contains("+15.00") && table.contains("B1 项目"),
        "{table}"
    );
}

#[test]
fn years_of_service_and_windows_lie_on_an_axis() {
    let page = drawn_on(&entered(), Screen::Result);
    let axis = between(&page, "aria-labelledby=\"axis-chart\"", "</figure>");
    assert!(axis.contains("2018年12月31日，到截止日满 8 年"), "{axis}");
    assert!(axis.contains("2018年12月31日 至 2026年12月31日"), "{axis}");
    let empty = drawn_on(&fresh(), Screen::Result);
    assert!(between(&empty, "axis-chart", "</figure>").contains("还不知道"));
}

#[test]
fn what_is_proved_is_counted_list_by_list() {
    let page = drawn_on(&entered(), Screen::Materials);
    let picture = between(&page, "aria-labelledby=\"coverage-chart\"", "</figure>");
    assert!(picture.contains("2 条里 0 条有证明，差 2 条"), "{picture}");
    assert!(!picture.contains("chart__bar"));
}

#[test]
fn what_must_be_there_and_is_not_is_named_before_all_papers() {
    let page = drawn_on(&entered(), Screen::Materials);
    let (first, rest) = page.split_once("<h2").unwrap();
    for lacking in ["身份证", "业绩成果：2 条记录没有证明材料"] {
        assert!(first.contains(&format!(">{lacking}</a>")), "{first}");
    }
    assert!(!first.contains("证件照"), "{first}");
    // The one that must be there is unfolded, the others are not.
    let identity = between(rest, "id=\"m-identity_card\"", "</summary>");
    assert!(
        identity.contains("<details class=\"fold\" open"),
        "{identity}"
    );
    let photo = between(rest, "id=\"m-photo\"", "</summary>");
    assert!(!photo.contains("open"), "{photo}");
}

#[test]
fn the_routes_of_a_level_stand_on_the_result_once() {
    let page = drawn_on(&entered(), Screen::Result);
    let answers = between(&page, "<div class=\"answers\"", "的各条渠道");
    assert!(
        answers.contains("最接近的渠道：常规渠道，差在："),
        "{answers}"
    );
    assert!(!answers.contains("标志性成果渠道"), "{answers}");
    let empty = drawn_on(&fresh(), Screen::Result);
    let answers = between(&empty, "<div class=\"answers\"", "的各条渠道");
    assert!(answers.contains("先看常规渠道，还不知道："), "{answers}");
    assert!(!answers.contains("最接近"), "{answers}");
}
