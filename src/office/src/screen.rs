//! What is shown: what goes in, the table with the details beside it, what comes out.

mod comparison;
mod explained;
mod intake;
mod lists;
mod mapping;
mod panel;
mod part;
mod tools;
mod trial;
mod troubles;

use ui::el::{all, classed, el, words as texts};
use ui::screen_frame;
use wording::desk::office as words;
use yew::html::Scope;
use yew::prelude::*;

pub(crate) use self::part::Typed;
use crate::app::{Msg, Root};
use crate::frame::frame;
use crate::table::Grid;

/// The whole page.
pub(crate) fn screen(root: &Root, link: &Scope<Root>) -> Html {
    let about = &root.about;
    let judged = words::judged_by(&about.title, &about.version, &about.digest);
    let mut parts = vec![
        html! { <intake::Intake on_files={link.callback(Msg::Files)} /> },
        intake::commands(root, link),
        intake::told(root, link),
        texts(
            "p",
            "muted",
            if about.title.is_empty() { "" } else { &judged },
        ),
        mapping::mapping(root, link),
    ];
    if !root.shown.lines.is_empty() || root.troubles().next().is_some() {
        parts.push(results(root, link));
    }
    let body = screen_frame(&words::TITLE.into(), &words::INTRO.into(), all(parts));
    frame(&about.season, body)
}

fn results(root: &Root, link: &Scope<Root>) -> Html {
    let shown = words::shown_of(root.shown.people, root.shown.lines.len());
    let title = el("h2").set("id", "results-title").say(words::RESULTS);
    let mut beside = classed("div", "office").put(table(root, link));
    beside = beside.put(panel::panel(root, link));
    classed("section", "stack")
        .set("aria-labelledby", "results-title")
        .put(title.html())
        .put(texts("p", "office__tally", &root.sum.tally))
        .put(texts("p", "muted", words::NO_RANKS))
        .put(tools::tools(root, link))
        .put(classed("p", "office__count").set("role", "status").say(&shown).html())
        .put(beside.html())
        .put(comparison::compared(root, link))
        .put(lists::exports(link))
        .put(lists::duplicates(root))
        .put(troubles::troubles(root, link))
        .put(html! { <part::NoticeForm on_notice={link.callback(|notice| Msg::Notice(Box::new(notice)))} /> })
        .html()
}

fn table(root: &Root, link: &Scope<Root>) -> Html {
    let order = root.view.order;
    let view = root.view.clone();
    let on_sort = link.callback(move |column| {
        let down = order.is_some_and(|order| order.column == column && !order.down);
        let mut view = view.clone();
        view.order = Some(screening::Order { column, down });
        Msg::Look(view)
    });
    let nobody = if root.shown.people == 0 {
        words::NOBODY
    } else {
        ""
    };
    let grid = html! {
        <Grid
            shown={root.shown.clone()}
            columns={root.columns.clone()}
            {order}
            selected={root.open}
            {on_sort}
            on_open={link.callback(|id| Msg::Open(Some(id)))}
        />
    };
    classed("div", "office__table")
        .put(grid)
        .put(texts("p", "muted", nobody))
        .put(texts("p", "muted", words::KEYS))
        .html()
}
