//! The components of the gallery, each in every state.

use std::rc::Rc;

use assess::Verdict;
use rulebook::Authority;
use yew::prelude::*;

use super::gallery::part;
use super::support::{between, drawn_on};
use crate::screen::Screen;
use crate::state::AppState;
use crate::ui::el::{classed, el, words};
use crate::ui::{
    Around, Choice, Fold, Shown, SummaryRow, TagLook, TextInput, Tick, authority_tag, button,
    choice_list, details, field, group, summary_list, tag, tick, verdict_tag,
};

/// A text longer than its place.
const LONG: &str =
    "浙江省化工园区重大危险源在线监测预警与多灾种耦合风险动态评估关键技术研究及其应用示范";

/// Every component in every state.
pub(super) fn all(app: &Rc<AppState>) -> Html {
    let parts = [
        buttons(),
        tags(),
        fields(),
        choices(),
        errors(),
        notices(),
        lists(),
        folded(),
        pictures(app),
    ];
    html! { <div class="stack"><h1>{ "组件" }</h1>{ parts.into_iter().collect::<Html>() }</div> }
}

fn buttons() -> Html {
    let press = || button("下一步".into(), Callback::noop());
    let mut row = classed("div", "cluster");
    for one in [
        press(),
        press().primary(),
        press().quiet(),
        press().danger(),
        press().disabled(true),
        press().primary().disabled(true),
        button(LONG.into(), Callback::noop()),
    ] {
        row = row.put(one.html());
    }
    let link = el("a").set("href", "#").say("一个链接").html();
    let strong = classed("a", "button").set("href", "#").say("像按钮的链接");
    part("按钮和链接", vec![row.html(), link, strong.html()])
}

fn tags() -> Html {
    let verdicts = [Verdict::Met, Verdict::NotMet, Verdict::Open].map(verdict_tag);
    let states = [(TagLook::Todo, "还没填"), (TagLook::Done, "填好了")];
    let mut row = classed("div", "cluster");
    for one in verdicts {
        row = row.put(one);
    }
    for (look, text) in states {
        row = row.put(tag(look, text));
    }
    let authorities = [
        Authority::Plan,
        Authority::National,
        Authority::Reference,
        Authority::Model,
    ];
    let mut column = classed("div", "stack stack--tight");
    for authority in authorities {
        let line = authority_tag(authority, "四（三）2");
        column = column.put(el("p").put(line).html());
    }
    part("标记", vec![row.html(), column.html()])
}

fn input(id: &'static str, text: &'static str, width: &'static str, invalid: bool) -> Html {
    html! { <TextInput {id} {text} {width} {invalid} on_text={Callback::noop()} /> }
}

fn fields() -> Html {
    let shown = |text: &str, refused| {
        vec![Shown {
            text: text.to_owned().into(),
            refused,
        }]
    };
    let (error, note) = (
        shown("这一天不存在。请改成实际的日期，例如 2021-06-01。", true),
        shown("这一天晚于今天，到截止日以前都算。", false),
    );
    let one = |id: &'static str, text: &'static str, messages: &[Shown], width: &'static str| {
        let around = Around {
            id,
            label: "取得日期",
            help: "可以只写到月，如 2021.6 或 2021年6月。",
            messages,
            below: Html::default(),
        };
        let invalid = messages.iter().any(|message| message.refused);
        field(&around, input(id, text, width, invalid))
    };
    part(
        "输入",
        vec![
            one("g-empty", "", &[], "short"),
            one("g-full", "2021-06-01", &[], "short"),
            one("g-error", "2021-02-30", &error, ""),
            one("g-note", "2026-12-01", &note, ""),
            one("g-long", LONG, &[], "long"),
        ],
    )
}

fn choices() -> Html {
    let choice = |value: &'static str, label: &'static str, help: &'static str| Choice {
        value: value.into(),
        label: label.into(),
        help: help.into(),
    };
    let all = || {
        vec![
            choice("a", "安全科学应用", "安全理论和政策研究、技术规划和标准"),
            choice("b", "安全技术服务", ""),
            choice("unknown", "不清楚", "可以先空着，结论会写明还差这个答案。"),
        ]
    };
    let around = |id: &'static str, messages: &'static [Shown]| Around {
        id,
        label: "专业类别",
        help: "三个类别的条件各不相同。",
        messages,
        below: Html::default(),
    };
    let none = choice_list("g-c1", all(), None, Callback::noop());
    let made = choice_list("g-c2", all(), Some("b"), Callback::noop());
    let ticks = [("g-t1", false), ("g-t2", true)].map(|(id, ticked)| {
        let input = tick(Tick::Box, id.into(), ticked, Callback::noop());
        let label = words("span", "choice__label", "这一栏已经填完整");
        classed("label", "choice")
            .put(input.html())
            .put(label)
            .html()
    });
    let mut boxes = classed("div", "choice-list");
    for one in ticks {
        boxes = boxes.put(one);
    }
    part(
        "选择",
        vec![
            group(&around("g-none", &[]), none),
            group(&around("g-made", &[]), made),
            boxes.html(),
        ],
    )
}

fn errors() -> Html {
    let link = |text: &str| el("a").set("href", "#").say(text).html();
    let links = vec![
        link("出生日期：晚于今天。"),
        link("排名：应当是 1 以上的整数。"),
    ];
    part("本页要改的地方", vec![::ui::error_summary(links)])
}

fn notices() -> Html {
    let looks = [
        "notice",
        "notice notice--good",
        "notice notice--warning",
        "notice notice--danger",
    ];
    let shown = looks.map(|look| {
        let text = el("p").say("草稿已经打开。下面的内容没有改动。");
        classed("div", look).put(text.html()).html()
    });
    part("提示", shown.into())
}

fn lists() -> Html {
    let row = |id: &str, value: &str| SummaryRow {
        id: id.to_owned(),
        key: "工作单位".into(),
        value: el("span").say(value).html(),
        action: el("a").set("href", "#").say("更改").html(),
    };
    let rows = vec![
        row("1", "浙江省安全科学研究院"),
        row("2", &LONG.repeat(2)),
        row("3", "未填"),
    ];
    let progress = |value: &'static str| {
        classed("progress", "progress")
            .set("max", "100")
            .set("value", value)
            .set("aria-label", "进度")
            .html()
    };
    part(
        "列表和进度",
        vec![
            summary_list(rows),
            progress("0"),
            progress("40"),
            progress("100"),
        ],
    )
}

fn folded() -> Html {
    let inside = || {
        el("p")
            .say("因为方案规定，材料要由单位公示五个工作日以上。")
            .html()
    };
    let open = html! { <details class="details" open=true><summary>{ "为什么问这个" }</summary><div>{ inside() }</div></details> };
    let box_of = |open: bool| {
        let name = words("h3", "fold__name", "身份证");
        let state = tag(TagLook::Todo, "必须有");
        let summary: Html = [name, state].into_iter().collect();
        let fold = html! { <Fold {summary} {open}>{ inside() }</Fold> };
        classed("div", "card").put(fold).html()
    };
    part(
        "展开",
        vec![
            details("details", "为什么问这个".into(), "", inside()),
            open,
            box_of(false),
            box_of(true),
        ],
    )
}

/// Parts of the screens: the score against caps and line, the timeline, the routes.
fn pictures(app: &Rc<AppState>) -> Html {
    let score = drawn_on(app, Screen::Score);
    let next = drawn_on(app, Screen::Next);
    let result = drawn_on(app, Screen::Result);
    let shown = [
        between(&score, "<figure", "</figure>", "</figure>"),
        between(&next, "<ol class=\"timeline\"", "</ol>", "</ol>"),
        between(
            &result,
            "<ul class=\"route-grid\"",
            "</ul><details",
            "</ul>",
        ),
    ];
    let shown = shown.map(|part| Html::from_html_unchecked(part.into()));
    part("图和渠道", shown.into())
}
