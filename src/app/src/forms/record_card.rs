//! A record in its list.

use assess::{Place, Severity};
use dossier::{Edit, Record};
use wording::ui::forms as words;
use wording::{Labels, Spot, answer_or_unknown};
use yew::prelude::*;

use crate::platform::{page, random};
use crate::screen::Screen;
use crate::state::{Action, AppState, use_app};
use crate::ui::{Button, ButtonLook, ScreenLink, Tag, TagLook, field_id};

/// Properties of [`RecordCard`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct RecordCardProps {
    /// The list's id.
    pub(crate) list: String,
    /// The record.
    pub(crate) record: Record,
}

/// A record in its list: what it is, what is missing or wrong, what can be done with it.
#[component]
pub(crate) fn RecordCard(props: &RecordCardProps) -> Html {
    let app = use_app();
    let id = props.record.id.clone();
    let on_copy = use_callback(id.clone(), {
        let dispatcher = app.dispatcher();
        move |(), id: &String| {
            let new_id = random::record_id();
            let record = id.clone();
            dispatcher.dispatch(Action::Edit(Edit::Copy { record, new_id }));
        }
    });
    let on_remove = use_callback((id, props.list.clone()), {
        let dispatcher = app.dispatcher();
        move |(), (id, list): &(String, String)| {
            // The button goes away with the record: the focus moves to the list before.
            page::focus(&field_id(&Place::List(list.clone())));
            dispatcher.dispatch(Action::Edit(Edit::Remove { record: id.clone() }));
        }
    });
    let name = Labels::new(app.book()).record(&props.list, &props.record);
    let screen = Screen::Record {
        list: props.list.clone(),
        record: props.record.id.clone(),
    };
    html! {
        <article class="card stack record" id={format!("r-{}", props.record.id)} tabindex="-1">
            <h3 class="record__name">{ &name }</h3>
            <p class="record__facts">{ facts(&app, &props.list, &props.record) }</p>
            <div class="cluster">{ state_tag(&app, &props.list, &props.record) }</div>
            <div class="cluster">
                <ScreenLink to={screen} class={classes!("button")}>
                    { words::EDIT }<span class="visually-hidden">{ &name }</span>
                </ScreenLink>
                <Button label={words::COPY} about={name.clone()} on_press={on_copy} />
                <Button
                    label={words::REMOVE}
                    about={name.clone()}
                    look={ButtonLook::Danger}
                    on_press={on_remove}
                />
            </div>
        </article>
    }
}

/// Fields with their answers, in one line.
fn facts(app: &AppState, list: &str, record: &Record) -> String {
    let labels = Labels::new(app.book());
    let kind = labels.kind_of(list, record);
    let fields = labels.fields_of(list, record).into_iter();
    let facts = fields.map(|field| {
        let spot = Spot::Field {
            list,
            kind,
            field: &field.id,
        };
        let answer = answer_or_unknown(app.book(), spot, record.answer(&field.id));
        words::fact(&field.label, &answer)
    });
    facts.collect::<Vec<_>>().join(words::FACTS_BETWEEN)
}

/// Whether the record is wrong, incomplete, or done.
fn state_tag(app: &AppState, list: &str, record: &Record) -> Html {
    let of_record = |place: &Place| match place {
        Place::Field { record: id, .. } | Place::Record { record: id, .. } => *id == record.id,
        _ => false,
    };
    let mut problems = app.problems();
    let refused = problems
        .any(|problem| problem.severity() == Severity::Refused && of_record(&problem.place));
    let fields = Labels::new(app.book()).fields_of(list, record);
    let missing = fields
        .iter()
        .filter(|field| record.answer(&field.id).is_none())
        .count();
    let (look, text) = if refused {
        (TagLook::NotMet, words::TO_MEND.to_owned())
    } else if missing > 0 {
        (TagLook::Open, words::missing_answers(missing))
    } else {
        (TagLook::Done, words::RECORD_DONE.to_owned())
    };
    let proofs = words::proofs(record.evidence.len());
    html! { <><Tag {look} {text} /><span class="record__proofs">{ proofs }</span></> }
}
