//! Giving the pledge: statements, name, signature.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;

use assess::Place;
use dossier::{Answer, Pledge, Stroke};
use wording::ui::seal::{self as words, PledgeLack};
use yew::platform::spawn_local;
use yew::prelude::*;

use super::giving::lacks;
use super::of_applicant;
use super::signature_pad::SignaturePad;
use super::statements::{statement_id, statements};
use crate::platform::{clock, files, page};
use crate::screen::Screen;
use crate::seal::contents;
use crate::state::{Action, AppHandle, Notice, use_app};
use crate::ui::el::{classed, el, words as texts};
use crate::ui::{Around, Shown, TextInput, button, field, field_id, link};

/// The id of the name field.
const NAME_ID: &str = "pledge-name";
/// The id of the list of what is lacking.
const LACKS_ID: &str = "pledge-lacks";

/// What is filled in so far.
#[derive(Clone, Debug, Default)]
struct Filled {
    confirmed: BTreeSet<String>,
    name: AttrValue,
    strokes: Rc<Vec<Stroke>>,
    /// Whether the person has tried to give it.
    tried: bool,
}

/// Giving the pledge. Once it is given and holds there is nothing to fill in.
#[component]
pub(super) fn PledgeForm() -> Html {
    let app = use_app();
    let filling = use_filling();
    let filled = filling.filled.borrow().clone();
    let lacks = lacking(&app, &filled);
    let shown: &[PledgeLack] = if filled.tried { &lacks } else { &[] };
    let on_give = on_give(&app, &filling);
    let whole = classed("div", "stack");
    if contents::holds(&app) {
        return whole.html();
    }
    let messages = of_name(shown);
    let around = Around {
        id: NAME_ID,
        label: words::NAME,
        help: &words::name_help(name(&app)),
        messages: &messages,
        ..Around::default()
    };
    let input = html! {
        <TextInput
            id={NAME_ID}
            text={filled.name.clone()}
            on_text={filling.on_name}
            invalid={!messages.is_empty()}
            described_by={around.described_by()}
        />
    };
    let pad = html! {
        <SignaturePad strokes={filled.strokes.clone()} on_strokes={filling.on_strokes} />
    };
    let give = button(words::GIVE.into(), on_give).primary();
    let form = classed("div", "stack")
        .key("form")
        .put(told(&app, shown))
        .put(statements(&app, &filled.confirmed, &filling.on_confirm))
        .put(field(&around, input))
        .put(pad)
        .put(texts("p", "muted", &words::pledge_date(app.today)))
        .put(classed("div", "cluster").put(give.html()).html());
    whole.put(form.html()).html()
}

/// The name in the dossier.
fn name(app: &AppHandle) -> &str {
    let answer = app.dossier.answer(&app.book().roles.name);
    answer.and_then(Answer::text).unwrap_or_default()
}

fn lacking(app: &AppHandle, filled: &Filled) -> Vec<PledgeLack> {
    let names = (filled.name.as_str(), name(app));
    lacks(
        &of_applicant(app.book()),
        &filled.confirmed,
        names,
        files::normalised,
    )
}

/// Messages beside the name field.
fn of_name(lacks: &[PledgeLack]) -> Vec<Shown> {
    let of_name = lacks
        .iter()
        .filter(|lack| !matches!(lack, PledgeLack::Statement { .. }));
    let shown = of_name.map(|lack| Shown {
        text: words::lack(lack).into(),
        refused: true,
    });
    shown.collect()
}

/// What is filled in, and the ways to fill in more.
#[derive(Clone)]
struct Filling {
    filled: Rc<RefCell<Filled>>,
    on_confirm: Callback<(String, bool)>,
    on_name: Callback<String>,
    on_strokes: Callback<Vec<Stroke>>,
    redraw: UseForceUpdateHandle,
}

impl Filling {
    fn change(&self, change: impl FnOnce(&mut Filled)) {
        change(&mut self.filled.borrow_mut());
        self.redraw.force_update();
    }
}

/// INVARIANT: each change is made to what is filled in by then, and not to what was drawn last:
/// two that come before a redraw both count.
#[hook]
fn use_filling() -> Filling {
    let filled = use_mut_ref(Filled::default);
    let filling = Filling {
        filled,
        on_confirm: Callback::noop(),
        on_name: Callback::noop(),
        on_strokes: Callback::noop(),
        redraw: use_force_update(),
    };
    let [confirm, name, strokes] = std::array::from_fn(|_| filling.clone());
    let on_confirm = use_callback((), move |(id, yes): (String, bool), ()| {
        confirm.change(|filled| {
            if yes {
                filled.confirmed.insert(id);
            } else {
                filled.confirmed.remove(&id);
            }
        });
    });
    let on_name = use_callback((), move |typed: String, ()| {
        name.change(|filled| filled.name = typed.into());
    });
    let on_strokes = use_callback((), move |drawn: Vec<Stroke>, ()| {
        strokes.change(|filled| filled.strokes = Rc::new(drawn));
    });
    Filling {
        on_confirm,
        on_name,
        on_strokes,
        ..filling
    }
}

/// Gives the pledge, or says what is lacking.
fn on_give(app: &AppHandle, filling: &Filling) -> Callback<()> {
    let (app, filling) = (app.clone(), filling.clone());
    Callback::from(move |()| {
        let filled = filling.filled.borrow().clone();
        if !lacking(&app, &filled).is_empty() {
            filling.change(|filled| filled.tried = true);
            page::focus(LACKS_ID);
            return;
        }
        let (app, filling) = (app.clone(), filling.clone());
        spawn_local(async move {
            let pledge = match contents::survey(&app).await {
                Ok(survey) => pledge(&app, survey.subject, &filled),
                Err(why) => return app.dispatch(Action::Notice(Some(Notice::Words(why)))),
            };
            filling.change(|filled| *filled = Filled::default());
            app.dispatch(Action::SetPledge(Some(pledge)));
            page::arrive("screen-title");
        });
    })
}

/// The pledge for what stood on the screen when it was given.
fn pledge(app: &AppHandle, subject: String, filled: &Filled) -> Pledge {
    let statements = of_applicant(app.book()).into_iter();
    Pledge {
        subject,
        statements: statements.map(|statement| statement.id.clone()).collect(),
        name: name(app).trim().to_owned(),
        date: clock::today(),
        signature: filled.strokes.to_vec(),
    }
}

/// What is lacking, with links. The slot is always there.
fn told(app: &AppHandle, lacks: &[PledgeLack]) -> Html {
    let mut slot = el("div");
    if !lacks.is_empty() {
        slot = slot.class("error-summary");
    }
    slot = slot.set("id", LACKS_ID).set("tabindex", "-1");
    slot = slot.set("aria-live", "assertive");
    if lacks.is_empty() {
        return slot.html();
    }
    let mut list = el("ul");
    for lack in lacks {
        list = list.put(el("li").put(lack_link(app, lack)).html());
    }
    let title = el("h2").say(&words::lacks_title(lacks.len()));
    slot.put(title.html()).put(list.html()).html()
}

/// A link to where something is lacking.
fn lack_link(app: &AppHandle, lack: &PledgeLack) -> Html {
    let (to, focus) = match lack {
        PledgeLack::Statement { id, .. } => (Screen::Pledge, statement_id(id)),
        PledgeLack::NoNameInDossier => {
            let place = Place::Question(app.book().roles.name.clone());
            (Screen::of_place(app.book(), &place), field_id(&place))
        }
        PledgeLack::NameMissing | PledgeLack::NameDiffers(_) => {
            (Screen::Pledge, NAME_ID.to_owned())
        }
    };
    link(app, to).focus(Some(focus)).says(&words::lack(lack))
}
