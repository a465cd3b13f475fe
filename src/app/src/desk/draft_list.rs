//! The drafts of this browser.

use wording::ui::drafts as words;
use yew::platform::spawn_local;
use yew::prelude::*;

use super::moves;
use crate::platform::storage::{self, Listed};
use crate::platform::{clock, save};
use crate::state::{AppHandle, Draft, use_app};
use crate::ui::el::{El, classed, el, words as texts};
use crate::ui::{TagLook, button, tag};

/// A draft in the list.
#[derive(Clone, PartialEq)]
struct Row {
    kept: Listed,
    /// What it is called; none when it cannot be read.
    name: Option<String>,
}

/// The drafts of this browser: which is worked on, and the ways to the others.
#[component]
pub(super) fn DraftList() -> Html {
    let app = use_app();
    let rows = use_rows(&app);
    let mut list = classed("ul", "file-list").set("aria-label", words::LIST);
    for row in rows.iter() {
        let item = el("li").key(&row.kept.id);
        let item = match &row.name {
            Some(name) => readable(&app, item, row, name),
            None => unreadable(&app, item, row),
        };
        list = list.put(item.html());
    }
    list.html()
}

/// The drafts, read anew whenever the list has changed.
#[hook]
fn use_rows(app: &AppHandle) -> UseStateHandle<Vec<Row>> {
    let rows = use_state_eq(Vec::<Row>::new);
    let setter = rows.setter();
    let known = (app.id.clone(), app.elsewhere);
    let app = app.clone();
    use_effect_with(known, move |_| {
        let read = move || {
            let (app, setter) = (app.clone(), setter.clone());
            spawn_local(async move {
                let row = |kept: Listed| Row {
                    name: Draft::read(&kept.text)
                        .ok()
                        .map(|draft| moves::name(&app, &draft)),
                    kept,
                };
                let drafts = storage::drafts().await;
                setter.set(drafts.into_iter().map(row).collect());
            });
        };
        read();
        let listener = storage::on(storage::LISTED, read);
        move || drop(listener)
    });
    rows
}

fn readable(app: &AppHandle, item: El, row: &Row, name: &str) -> El {
    let id = row.kept.id.clone();
    let is_open = *app.id == *id && !app.elsewhere;
    let own;
    let name = if is_open {
        own = moves::name(app, &app.draft());
        &own
    } else {
        name
    };
    let item = described(item, row, name);
    let mut ways = classed("div", "cluster");
    if is_open {
        ways = ways.put(tag(TagLook::Done, words::OPEN_HERE));
    } else if row.kept.elsewhere {
        ways = ways.put(tag(TagLook::Todo, words::OPEN_ELSEWHERE));
    }
    if !is_open {
        ways = ways.put(way(app, words::OPEN, name, &id, moves::open));
    }
    ways = ways.put(way(app, words::COPY, name, &id, moves::copy));
    if !row.kept.elsewhere {
        ways = ways.put(removal(app, name, &id));
    }
    item.put(ways.html())
}

/// A draft that cannot be read: offered as a file, never silently dropped.
fn unreadable(app: &AppHandle, item: El, row: &Row) -> El {
    let text = row.kept.text.clone();
    let on_save = Callback::from(move |()| {
        save::offer(words::UNREADABLE_FILE, &text, "application/json");
    });
    let save = button(words::SAVE.into(), on_save).html();
    let ways = classed("div", "cluster").put(save);
    let ways = ways.put(removal(app, words::UNREADABLE, &row.kept.id));
    let note = texts("p", "file-list__note", words::UNREADABLE_TEXT);
    let item = described(item, row, words::UNREADABLE).put(ways.html());
    item.put(note)
}

fn described(item: El, row: &Row, name: &str) -> El {
    let (day, hour, minute) = clock::moment(row.kept.changed);
    let changed = words::changed(&wording::number::date(day), hour, minute);
    let name = el("bdi").say(name).html();
    item.put(classed("span", "file-list__name").put(name).html())
        .put(texts("span", "file-list__size", &changed))
}

fn removal(app: &AppHandle, name: &str, id: &str) -> Html {
    let removed = name.to_owned();
    let remove = move |app: &AppHandle, id: &str| moves::remove(app, id, removed.clone());
    way(app, words::REMOVE, name, id, remove)
}

fn way(
    app: &AppHandle,
    label: &'static str,
    name: &str,
    id: &str,
    go: impl Fn(&AppHandle, &str) + 'static,
) -> Html {
    let (app, id) = (app.clone(), id.to_owned());
    let on_press = Callback::from(move |()| go(&app, &id));
    let way = button(label.into(), on_press).quiet();
    way.about(name.to_owned().into()).html()
}
