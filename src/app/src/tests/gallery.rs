//! The gallery: every component in every state, and every screen in the states that matter.
//!
//! The pages are drawn as the tests draw them, without a browser. `cargo xtask gallery` names a
//! folder in `GALLERY`, into which they are written beside the style sheets.

use std::fmt::Write as _;
use std::path::Path;
use std::rc::Rc;

use dossier::{Answer, Edit};
use yew::prelude::*;

use super::components;
use super::support::{
    added, after, answer, drawn_on, entered, fresh, record, typed, with, written,
};
use crate::flow;
use crate::screen::Screen;
use crate::state::{Action, AppState};

/// The style sheets in the order of the page.
const STYLES: [&str; 7] = [
    "tokens",
    "base",
    "layout",
    "forms",
    "components",
    "verdict",
    "print",
];

/// Writes a page when a folder was named for them.
fn keep(name: &str, body: &str) {
    let Ok(folder) = std::env::var("GALLERY") else {
        return;
    };
    let mut page = "<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\">\
        <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
        .to_owned();
    for style in STYLES {
        let _ = write!(
            page,
            "<link rel=\"stylesheet\" href=\"styles/{style}.css\">"
        );
    }
    let _ = writeln!(
        page,
        "<title>{name}</title></head><body>{body}</body></html>"
    );
    std::fs::write(Path::new(&folder).join(format!("{name}.html")), page).unwrap();
}

/// Nobody has two elements of one id, and none carries a style of its own.
fn sound(page: &str) {
    assert!(!page.contains("style="), "{page}");
    let ids = page.split(" id=\"").skip(1);
    let mut ids: Vec<&str> = ids.map(|id| id.split('"').next().unwrap()).collect();
    let count = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), count, "an id stands twice");
}

#[test]
fn every_component_is_shown_in_every_state() {
    let body = written(components::all(&entered()));
    let body = format!("<div class=\"layout\"><main class=\"layout__main\">{body}</main></div>");
    sound(&body);
    for class in [
        "button--primary",
        "button--danger",
        "aria-disabled",
        "field--error",
        "field__note",
        "error-summary",
        "tag--met",
        "tag--not-met",
        "tag--open",
        "tag--plan",
        "tag--model",
        "choice__input",
        "summary-list",
        "notice--danger",
        "progress",
        "score-chart",
        "timeline",
    ] {
        assert!(body.contains(class), "{class} is not shown");
    }
    keep("components", &body);
}

#[test]
fn every_screen_is_shown_empty_half_full_wrong_and_very_full() {
    let mut index =
        String::from("<h1>Gallery</h1><p><a href=\"components.html\">components</a></p>");
    for (state, app) in states() {
        let _ = write!(index, "<h2>{state}</h2><ul>");
        let own = app.dossier.lists.get("achievements");
        let first = own.and_then(|list| list.records.first());
        let record = first.map(|record| Screen::Record {
            list: "achievements".to_owned(),
            record: record.id.clone(),
        });
        for screen in flow::whole_way(app.book()).into_iter().chain(record) {
            let page = drawn_on(&app, screen.clone());
            sound(&page);
            assert_eq!(page.matches("<h1").count(), 1, "{state} {}", screen.hash());
            let name: String = screen.hash().replace("#/", "").replace('/', "-");
            let name = format!("{state}-{name}");
            let _ = write!(index, "<li><a href=\"{name}.html\">{name}</a></li>");
            keep(&name, &format!("<div id=\"app\">{page}</div>"));
        }
        index.push_str("</ul>");
    }
    keep("index", &index);
}

/// A record whose places in an order are numbers.
fn achievement(id: &str, fields: &[(&str, &str)]) -> dossier::Record {
    let mut record = record(id, fields);
    for field in ["rank", "class"] {
        let number = record.answer(field).and_then(Answer::text);
        if let Some(number) = number.and_then(dossier::parse_number) {
            record
                .fields
                .insert(field.to_owned(), Answer::Number(number));
        }
    }
    record
}

fn states() -> [(&'static str, Rc<AppState>); 7] {
    [
        ("empty", fresh()),
        ("entered", entered()),
        ("met", met()),
        ("unmet", unmet()),
        ("wrong", wrong()),
        ("long", long()),
        ("many", many()),
    ]
}

/// Everything that can be met is met.
fn met() -> Rc<AppState> {
    let award = [
        ("kind", "award"),
        ("title", "国家科学技术进步奖"),
        ("date", "2023-11-10"),
        ("grade", "national"),
        ("class", "2"),
        ("rank", "1"),
        ("project_key", "p"),
    ];
    after(
        &entered(),
        [added("achievements", achievement("a9", &award))],
    )
}

/// Nothing is met: a civil servant under a penalty, without a record in any list.
fn unmet() -> Rc<AppState> {
    let mut dossier = dossier::Dossier::clone(&entered().dossier);
    for question in ["civil_servant", "under_penalty"] {
        let yes = Answer::YesNo(true);
        dossier.profile.insert(question.to_owned(), yes);
    }
    for list in dossier.lists.values_mut() {
        list.records.clear();
        list.complete = true;
    }
    let app = with(dossier);
    for level in &app.assessment.levels {
        assert_eq!(level.conclusion.verdict, assess::Verdict::NotMet);
    }
    app
}

/// Answers that have to be mended.
fn wrong() -> Rc<AppState> {
    let bad = [
        ("kind", "paper"),
        ("title", ""),
        ("date", "2026-02-30"),
        ("tier", "unheard of"),
    ];
    let open = Edit::Complete {
        list: "achievements".to_owned(),
        complete: false,
    };
    after(
        &entered(),
        [
            typed("id_number", "330106198702281229"),
            typed("birth_date", "2031-01-01"),
            typed("front_line_years", "-3"),
            Action::Settle,
            Action::Edit(open),
            added("achievements", record("a8", &bad)),
        ],
    )
}

/// Names that are longer than their place.
fn long() -> Rc<AppState> {
    let title = "浙江省化工园区重大危险源在线监测预警与多灾种耦合风险动态评估关键技术".repeat(4);
    let fields = [
        ("kind", "research"),
        ("title", title.as_str()),
        ("date", "2024-05-01"),
        ("grade", "provincial"),
        ("rank", "3"),
    ];
    after(
        &entered(),
        [
            answer(
                "name",
                Answer::from_text("阿卜杜热合曼·买买提依明·努尔艾合麦提江"),
            ),
            answer(
                "employer",
                Answer::from_text("浙江省应急管理科学研究院".repeat(6)),
            ),
            added("achievements", achievement("a7", &fields)),
        ],
    )
}

/// Two hundred achievements.
fn many() -> Rc<AppState> {
    let kinds = ["project", "research", "paper", "standard", "patent"];
    let mut dossier = dossier::Dossier::clone(&entered().dossier);
    let list = dossier.lists.entry("achievements".to_owned()).or_default();
    for index in 0..200 {
        let (id, title) = (format!("m{index}"), format!("第 {index} 项业绩"));
        let fields = [
            ("kind", kinds[index % kinds.len()]),
            ("title", title.as_str()),
            ("date", "2024-05-01"),
            ("grade", "municipal"),
            ("role", "key"),
            ("rank", "2"),
        ];
        list.records.push(achievement(&id, &fields).into());
    }
    with(dossier)
}

/// Puts parts below a heading.
pub(super) fn part(title: &str, parts: Vec<Html>) -> Html {
    let shown = parts.into_iter().map(|part| html! { <div>{ part }</div> });
    html! { <section class="stack"><h2>{ title }</h2>{ shown.collect::<Html>() }</section> }
}
