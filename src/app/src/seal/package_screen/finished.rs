//! The package that passed our own check, and what to do with it.

use std::rc::Rc;

use wording::ui::forms;
use wording::ui::seal as words;
use yew::prelude::*;

use super::sealing::{Ready, Stage};
use super::to_place::ToPlace;
use crate::platform::download;
use crate::screen::Screen;
use crate::state::AppHandle;
use crate::ui::el::{classed, el, words as texts};
use crate::ui::link;

/// The package that passed our own check, and what to do with it.
pub(super) fn finished(app: &AppHandle, stage: &Stage) -> Html {
    let Stage::Ready(ready) = stage else {
        return el("div").html();
    };
    let facts = classed("dl", "summary-list")
        .put(row(words::FILE_NAME, &ready.file))
        .put(row(words::SIZE, &wording::bytes(ready.blob.size())));
    let code = classed("span", "short-code").set("id", "package-code");
    let download = classed("a", "button button--primary")
        .set("id", "download")
        .attr("href", ready.address.as_str().to_owned().into())
        .attr("download", ready.file.clone().into());
    let mut steps = el("ol");
    for step in words::AFTERWARDS_STEPS {
        steps = steps.put(el("li").say(step).html());
    }
    let next = link(app, Screen::Next).class("button");
    let title = el("h2").set("id", "finished-title").say(words::SEALED);
    classed("section", "card")
        .set("aria-labelledby", "finished-title")
        .put(title.html())
        .put(el("p").say(words::SEALED_TEXT).html())
        .put(facts.html())
        .put(el("p").say(words::CODE_KEEP).html())
        .put(el("p").put(code.say(&ready.code).html()).html())
        .put(qr_code(&ready.qr))
        .put(el("p").put(download.say(words::DOWNLOAD).html()).html())
        .put(to_place(ready))
        .put(el("h3").say(words::AFTERWARDS).html())
        .put(steps.html())
        .put(next.says(&forms::go_on(forms::NEXT)))
        .html()
}

/// The QR code of the printed form, to be compared with it.
fn qr_code(path: &str) -> Html {
    let side = package::qr::SIDE;
    let dark = el("path").attr("d", path.to_owned().into());
    classed("svg", "qr-code")
        .set("id", "package-qr")
        .set("role", "img")
        .set("aria-label", words::QR_CODE)
        .attr("viewBox", format!("0 0 {side} {side}").into())
        .put(dark.html())
        .html()
}

/// Straight to disk, where the browser can.
fn to_place(ready: &Rc<Ready>) -> Html {
    if !download::can_choose_place() {
        return el("div").html();
    }
    html! { <ToPlace ready={ready.clone()} /> }
}

fn row(key: &str, value: &str) -> Html {
    let value = el("bdi").say(value).html();
    classed("div", "summary-list__row")
        .put(texts("dt", "summary-list__key", key))
        .put(classed("dd", "summary-list__value").put(value).html())
        .html()
}
