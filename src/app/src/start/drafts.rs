//! Drafts: open one from a file, begin anew.

use dossier::Dossier;
use gloo::file::callbacks::FileReader;
use wording::ui::forms as words;
use yew::prelude::*;

use super::set_aside::SetAside;
use crate::platform::{open, page};
use crate::seal::ReopenPackage;
use crate::state::{Action, AppHandle, Draft, Notice, use_app};
use crate::ui::button;
use crate::ui::el::{classed, el};

/// What is to take the place of the present draft, once the person agrees.
#[derive(Clone, PartialEq)]
enum Coming {
    /// A draft from a file.
    Opened(Dossier),
    /// Nothing.
    Anew,
}

/// Drafts: open one from a file, begin anew, take what was set aside.
#[component]
pub(super) fn Drafts() -> Html {
    let app = use_app();
    let coming = use_state(|| None::<Coming>);
    let on_pick = use_open(&app, &coming);
    let setter = coming.setter();
    let on_anew = Callback::from(move |()| setter.set(Some(Coming::Anew)));
    let anew = button(words::ANEW.into(), on_anew).quiet();
    html! {
        <section class="card stack" aria-labelledby="drafts-title">
            <h2 id="drafts-title">{ words::DRAFTS }</h2>
            <div class="field">
                <label class="field__label" for="open-draft">{ words::OPEN_DRAFT }</label>
                <p class="field__help" id="open-draft-help">{ words::OPEN_DRAFT_HELP }</p>
                <input
                    type="file"
                    id="open-draft"
                    class="input"
                    accept=".json,application/json"
                    aria-describedby="open-draft-help"
                    onchange={on_pick}
                />
            </div>
            <ReopenPackage />
            <div class="cluster">{ anew.disabled(!app.has_content()).html() }</div>
            { asked(&app, &coming) }
            <SetAside />
        </section>
    }
}

/// The question whether the present draft may go. The slot is always there.
fn asked(app: &AppHandle, coming: &UseStateHandle<Option<Coming>>) -> Html {
    let slot = classed("div", "notice-slot").set("aria-live", "assertive");
    let Some(comes) = (**coming).clone() else {
        return slot.html();
    };
    let question = el("p").say(question(&comes)).html();
    let (dispatcher, setter) = (app.dispatcher(), coming.setter());
    let on_agree = Callback::from(move |()| {
        let action = match comes.clone() {
            Coming::Opened(dossier) => Action::Load(dossier),
            Coming::Anew => Action::Clear,
        };
        setter.set(None);
        dispatcher.dispatch(action);
    });
    let setter = coming.setter();
    let on_keep = Callback::from(move |()| {
        page::focus("open-draft");
        setter.set(None);
    });
    let replace = button(words::REPLACE.into(), on_agree).danger();
    let keep = button(words::KEEP.into(), on_keep).id("keep".into());
    let tools = classed("div", "cluster").put(replace.id("replace".into()).html());
    let notice = classed("div", "notice notice--warning").put(question);
    let notice = notice.put(tools.put(keep.html()).html());
    slot.put(notice.html()).html()
}

fn question(coming: &Coming) -> &'static str {
    match coming {
        Coming::Opened(_) => words::REPLACE_BY_FILE,
        Coming::Anew => words::REPLACE_BY_NOTHING,
    }
}

/// Opens the file that was picked: at once where nothing is lost, else after a question.
#[hook]
fn use_open(app: &AppHandle, coming: &UseStateHandle<Option<Coming>>) -> Callback<Event> {
    let reader = use_mut_ref(|| None::<FileReader>);
    let dispatcher = app.dispatcher();
    let setter = coming.setter();
    use_callback(app.has_content(), move |event: Event, has_content| {
        let (dispatcher, setter, has_content) = (dispatcher.clone(), setter.clone(), *has_content);
        let reading = open::picked(&event, move |bytes| {
            let told = match bytes.map(|bytes| read(&bytes)) {
                Some(Ok(dossier)) if has_content => {
                    return setter.set(Some(Coming::Opened(dossier)));
                }
                Some(Ok(dossier)) => return dispatcher.dispatch(Action::Load(dossier)),
                Some(Err(error)) => Notice::NotADraft(error),
                None => Notice::Unreadable,
            };
            dispatcher.dispatch(Action::Notice(Some(told)));
        });
        *reader.borrow_mut() = reading;
    })
}

/// Reads a dossier, or the dossier in a draft that the rescue screen saved.
fn read(bytes: &[u8]) -> Result<Dossier, dossier::ReadError> {
    let draft = std::str::from_utf8(bytes).ok().map(Draft::read);
    match draft {
        Some(Ok(draft)) => Ok(draft.dossier),
        _ => Dossier::read(bytes),
    }
}
